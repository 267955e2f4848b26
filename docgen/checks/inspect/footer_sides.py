"""On which side page numbers stand: odd pages right, even pages left, one cell from the edge.

Takes the page numbers of a judged document and adds deviations. GB/T 9704-2012 7.5.
"""

from __future__ import annotations

from typing import Any

from docgen.base.diagnostics import Words
from docgen.checks.inspect import setting, words
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Carrier, Found
from docgen.checks.inspect.page_numbers import BLANKS, Number, frame_side, is_turned
from docgen.checks.inspect.paragraphs import Paragraph, Run
from docgen.checks.inspect.setting import ensured
from docgen.checks.inspect.units import child, is_on

_SIDES = {
    "right": ("居右", "right"),
    "left": ("居左", "left"),
    "center": ("居中", "centred"),
}


class NumberCheck:
    """Adds deviations of page numbers."""

    def __init__(self, judged: Judged, findings: Findings) -> None:
        self.judged, self.findings = judged, findings
        self.profile, self.resolver = judged.profile, judged.resolver

    def add(
        self, key: str, found: Found, said: Words, paragraph: Paragraph, mend: Any = None,
        run: Run | None = None, wanted: Words | None = None,
    ) -> None:  # fmt: skip
        """Add a deviation; `mend` is given the element that is to be changed."""
        parameter = self.profile[key]

        def change() -> None:
            mend(self.judged.holder(paragraph, found.carrier, run))

        self.findings.add(
            Deviation(
                "F115", parameter, found.carrier, said,
                wanted or words.wanted(parameter, self.profile), subject=paragraph,
                mend=change if mend else None,
                style=paragraph.style.words if paragraph.style else None,
            )
        )  # fmt: skip


def check_sides(judged: Judged, findings: Findings, numbers: list[Number]) -> None:
    """Compare where the numbers stand."""
    _Sides(judged, findings).sides(numbers)


class _Sides(NumberCheck):
    def sides(self, numbers: list[Number]) -> None:
        """Compare where the numbers stand; what follows from one cause is told once."""
        upright = [number for number in numbers if not is_turned(self.judged, number.section)]
        odd = [number for number in upright if number.pages == "default"]
        even = [number for number in upright if number.pages == "even"]
        centred = self.profile.word("page_number.position") == "居中"
        right = [number for number in odd if self._side(number, "center" if centred else "right")]
        if centred or not right:
            return
        if any(_stands_outside(number) for number in odd):
            return
        if self._one_for_all(bool(even)):
            return
        for number in even:
            self._side(number, "left")

    def _one_for_all(self, has_even: bool) -> bool:
        """Whether odd and even pages have the same footer, after reporting it."""
        flag = child(self.judged.settings, "evenAndOddHeaders")
        said, settings = flag is not None and is_on(flag), self.judged.settings
        if said and has_even:
            return False
        if said:
            carrier = Carrier("section", "section", "双页的页脚", "the footer of even pages")
            self._report_sides(carrier, Words("没有页码", "without a number"), None)
            return True

        def mend() -> None:
            setting.put(ensured(settings, "evenAndOddHeaders"), val=None)

        self._report_sides(
            Carrier("settings", "settings", "文档设置", "the document's settings"),
            Words("不分单双页", "the same on odd and even pages"),
            mend if has_even and settings is not None else None,
        )
        return True

    def _report_sides(self, carrier: Carrier, found: Words, mend: Any) -> None:
        parameter = self.profile["page_number.position"]
        wanted = Words("单页居右、双页居左", "right on odd pages, left on even ones")
        self.findings.add(Deviation("F115", parameter, carrier, found, wanted, mend=mend))

    def _side(self, number: Number, side: str) -> bool:
        """Compare one number's side and how far it stands from the edge; whether its side is
        right."""
        paragraph = number.paragraph
        levels = self.resolver.of_paragraph(paragraph)
        found = frame_side(paragraph) or self.resolver.align(levels)
        value = "left" if found.value in ("both", "distribute") else found.value
        if value in ("outside", ""):
            return True
        if value != side:
            wanted = {"right": Words("单页居右", "right on odd pages"),
                      "left": Words("双页居左", "left on even pages"),
                      "center": Words("居中", "centred")}[side]  # fmt: skip
            said = Words(*_SIDES.get(value, (value, value)))
            framed = frame_side(paragraph) is not None
            self.add("page_number.position", found, said, paragraph,
                     None if framed else lambda _: setting.set_align(paragraph.element, side),
                     wanted=wanted)  # fmt: skip
            return False
        if side != "center" and frame_side(paragraph) is None:
            self._offset(paragraph, levels, side)
        return True

    def _offset(self, paragraph: Paragraph, levels: Any, side: str) -> None:
        wanted = self.profile.number("page_number.offset")
        size = self.profile.pt("page_number.size")
        found = self.resolver.indent(levels, side)
        cells, length = found.value
        cells = length / size if cells is None else cells
        if side == "left":
            first = self.resolver.indent(levels, "first")
            cells += first.value[1] / size if first.value[0] is None else first.value[0]
        cells += _blanks(paragraph.text, side)
        if abs(cells - wanted) > 0.2:
            twips, own = round(wanted * size * 20), paragraph.element
            self.add("page_number.offset", found, words.cells(cells), paragraph,
                      lambda _: setting.set_side(own, side, wanted, twips))  # fmt: skip


def _stands_outside(number: Number) -> bool:
    found = frame_side(number.paragraph)
    return found is not None and found.value in ("outside", "")


def _blanks(text: str, side: str) -> float:
    """Return how many cells of blanks stand between the number and the edge."""
    blanks = (
        text[len(text.rstrip(BLANKS)) :]
        if side == "right"
        else (text[: len(text) - len(text.lstrip(BLANKS))])
    )
    return sum(1.0 if char == "\u3000" else 0.5 for char in blanks)
