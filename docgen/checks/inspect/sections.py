"""Paper, margins and grid of every section.

Takes a judged document and adds a deviation for each value that is not the profile's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.base.diagnostics import Words
from docgen.checks.inspect import words
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Carrier
from docgen.checks.inspect.setting import ensured, put
from docgen.checks.inspect.units import attribute, child, is_on, points
from docgen.model.profile import Measure, Profile

_MM = 25.4 / 72
# Word's own page where a document says none: Letter, margins of an inch.
_LETTER = {"w": 612.0, "h": 792.0}
_INCH = 72.0
# A section that is turned holds a table; a few lines may stand over it.
_FEW = 5
_PAPER = Words("纸张", "the paper")

Mend = Callable[[], None]


def check_sections(judged: Judged, findings: Findings) -> None:
    """Compare every section's page."""
    if not judged.sections:
        _Section(judged, findings, None, 0).check()
    for index, section in enumerate(judged.sections):
        _Section(judged, findings, section, index).check()


def section_carrier(index: int, holder: Any) -> Carrier:
    """Return a section as a carrier; the same value in several sections is one cause."""
    return Carrier("section", "section", "页面设置", "the page setup", holder)


class _Section:
    def __init__(self, judged: Judged, findings: Findings, section: Any, index: int) -> None:
        self.judged, self.findings, self.profile = judged, findings, judged.profile
        self.section, self.index = section, index
        self.carrier = section_carrier(index, section)

    def check(self) -> None:
        width, height = self._paper("w"), self._paper("h")
        turned = self._is_turned(width, height)
        if turned:
            width, height = height, width
        wrong = self._size(width, height)
        if not turned:
            self._margins(not wrong)
        self._grid()

    def _paper(self, side: str) -> float:
        size = points(attribute(child(self.section, "pgSz"), side))
        return _LETTER[side] if size is None else size

    def _is_turned(self, width: float, height: float) -> bool:
        """Whether the page is turned for a table, as clause 8 has it."""
        if width <= height:
            return False
        inside = [p for p in self.judged.paragraphs if p.section == self.index and not p.blank]
        text = [p for p in inside if p.where == "body" and p.role not in ("title", "byline")]
        return any(p.where == "cell" for p in inside) and len(text) <= _FEW

    def _size(self, width: float, height: float) -> bool:
        """Compare the paper; one finding whether one side is wrong or both."""
        wrong = [
            key
            for key, length in (("page.width", width), ("page.height", height))
            if self._differs(key, length)
        ]
        if wrong:
            shown = f"{round(width * _MM, 1):g} × {round(height * _MM, 1):g} mm"
            turned = width > height
            found = Words(shown + ("（横向）" if turned else ""),
                          shown + (" (landscape)" if turned else ""))  # fmt: skip
            both = " × ".join(self.profile[key].shown for key in ("page.width", "page.height"))
            self._add(wrong[0], found, self._set_paper, words.same(both), _PAPER)
        return bool(wrong)

    def _set_paper(self) -> None:
        put(ensured(self.section, "pgSz"), w=self.profile.twips("page.width"),
            h=self.profile.twips("page.height"), orient=None, code=None)  # fmt: skip

    def _margins(self, mendable: bool) -> None:
        margins = child(self.section, "pgMar")
        gutter = points(attribute(margins, "gutter")) or 0.0
        on_top = child(self.judged.settings, "gutterAtTop")
        extra = "top" if on_top is not None and is_on(on_top) else "left"
        for side in ("top", "bottom", "left", "right"):
            length = points(attribute(margins, side))
            length = _INCH if length is None else abs(length) + (gutter if side == extra else 0.0)
            if self._differs(f"page.{side}", length):
                self._add(f"page.{side}", words.millimetres(length * _MM), self._margin(side))

    def _margin(self, side: str) -> Mend:
        def change() -> None:
            margins = ensured(self.section, "pgMar")
            put(margins, **{side: self.profile.twips(f"page.{side}")})
            if side in ("left", "top"):
                put(margins, gutter=0)
            for name, usual in _OTHERS.items():
                if margins.get(margins.tag.replace("pgMar", name)) is None:
                    put(margins, **{name: usual})

        return change

    def _grid(self) -> None:
        """Compare the grid: one with another pitch pulls exact lines onto its rows, one that
        counts characters gives LibreOffice 14 of them to a line."""
        grid = child(self.section, "docGrid")
        kind, pitch = attribute(grid, "type"), points(attribute(grid, "linePitch"))
        if kind in (None, "default"):
            return
        wanted = self.profile.pt("text.pitch")
        key = "text.pitch"
        if kind in ("linesAndChars", "snapToChars"):
            key = "text.chars"
            found = Words("由文档网格指定（LibreOffice 每行只排14字）",
                          "counted by the document grid (14 in LibreOffice)")  # fmt: skip
        elif pitch is not None and abs(pitch - wanted) > 0.051:
            found = Words(f"被文档网格拉到每行 {pitch:g} pt",
                          f"pulled onto a document grid of {pitch:g} pt")  # fmt: skip
        else:
            return
        wish = Words(f"只指定行网格，每行 {wanted:g} pt", f"a grid of lines only, {wanted:g} pt")
        self._add(key, found, self._set_grid, wanted=wish)

    def _set_grid(self) -> None:
        put(ensured(self.section, "docGrid"), type="lines", charSpace=None,
            linePitch=self.profile.twips("text.pitch"))  # fmt: skip

    def _differs(self, key: str, length: float) -> bool:
        return differs(self.profile, key, length)

    def _add(
        self, key: str, found: Words, mend: Mend, wanted: Words | None = None,
        name: Words | None = None,
    ) -> None:  # fmt: skip
        parameter = self.profile[key]
        several = len(self.judged.sections) > 1
        self.findings.add(
            Deviation(
                "F110", parameter, self.carrier, found,
                wanted or words.wanted(parameter, self.profile), subject=self.section,
                sample=f"第{self.index + 1}节" if several else "", unit="节",
                mend=mend if self.section is not None else None, name=name,
            )
        )  # fmt: skip


_OTHERS = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1588, "header": 851,
           "footer": 1447, "gutter": 0}  # fmt: skip


def differs(profile: Profile, key: str, length: float) -> bool:
    """Whether a length in points is off a parameter by more than its tolerance."""
    tolerance = profile[key].tolerance
    slack = tolerance.pt if isinstance(tolerance, Measure) else 0.01
    return abs(length - profile.pt(key)) > slack + 0.05
