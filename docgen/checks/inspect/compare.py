"""Fonts, sizes, indents and spacing of every paragraph against the profile.

Takes a judged document and adds a deviation for each value that is not as its role has it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.base.diagnostics import Words
from docgen.checks.inspect import setting, words
from docgen.checks.inspect.colours import is_black, is_red
from docgen.checks.inspect.endings import check_endings
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.head import check_head
from docgen.checks.inspect.imprint import check_imprint
from docgen.checks.inspect.indents import cell_width, check_indents
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Found, Levels
from docgen.checks.inspect.paragraphs import Paragraph, Run
from docgen.checks.inspect.specs import HEADINGS, SPECS, Spec
from docgen.checks.inspect.text_runs import check_fonts
from docgen.model.profile import Measure


class Comparison:
    """Compares one document's paragraphs with its profile."""

    def __init__(self, judged: Judged, findings: Findings) -> None:
        self.judged, self.findings = judged, findings
        self.profile, self.resolver = judged.profile, judged.resolver
        self.pitch = self.profile.pt("text.pitch")

    def compare(self) -> None:
        """Compare every paragraph that was recognised."""
        for paragraph in self.judged.paragraphs:
            spec = SPECS.get(paragraph.role)
            if spec is None or paragraph.blank:
                continue
            check_fonts(self, paragraph, spec.named)
            right_size = self._sizes(paragraph, spec)
            self._runs(paragraph, spec, right_size)
            if paragraph.where != "cell":
                levels = self.resolver.of_paragraph(paragraph)
                self._lines(paragraph, spec, levels)
                check_indents(self, paragraph, levels)
        check_head(self)
        check_imprint(self)
        check_endings(self)

    def add(
        self,
        key: str,
        found: Found,
        said: Words,
        paragraph: Paragraph,
        *,
        code: str = "F112",
        property: str = "",
        wanted: Words | None = None,
        mend: Callable[[Any], None] | None = None,
        run: Run | None = None,
    ) -> None:
        """Add a deviation; `mend` is given the element that is to be changed."""
        parameter = self.profile[key]
        judged, carrier = self.judged, found.carrier

        def change() -> None:
            assert mend is not None
            mend(judged.holder(paragraph, carrier, run))

        self.findings.add(
            Deviation(
                code, parameter, carrier, said, wanted or words.wanted(parameter, self.profile),
                subject=paragraph, sample=paragraph.shown, number=paragraph.number,
                mend=change if mend else None, property=property or key,
                style=paragraph.style.words if paragraph.style else None,
            )
        )  # fmt: skip

    # runs

    def _sizes(self, paragraph: Paragraph, spec: Spec) -> bool:
        """Compare the sizes; return whether they are right."""
        key = spec.named.get("size")
        if key is None:
            return True
        parameter, right = self.profile[key], True
        wanted = self.profile.pt(key)
        slack = parameter.tolerance.pt if parameter.tolerance else 0.01
        for run, levels in self.texts(paragraph):
            found = self.resolver.size(levels)
            if abs(found.value - wanted) > slack:
                right = False
                self.add(key, found, words.size(found.value), paragraph, code="F111", run=run,
                         property="size", mend=lambda h: setting.set_size(h, wanted))  # fmt: skip
        return right

    def _runs(self, paragraph: Paragraph, spec: Spec, right_size: bool) -> None:
        for run, levels in self.texts(paragraph):
            self._bold(paragraph, spec, run, levels)
            self._colour(paragraph, spec, run, levels)
            if "spacing" in spec.text and right_size:
                self._spacing(paragraph, run, levels)
                self._scale(paragraph, run, levels)

    def _bold(self, paragraph: Paragraph, spec: Spec, run: Run, levels: Levels) -> None:
        key = spec.named.get("bold")
        if key is None:
            return
        found, wanted = self.resolver.bold(levels), self.profile.switch(key)
        if found.value != wanted and not (run.style and not found.value):
            self.add(key, found, words.bold(found.value), paragraph, code="F111", run=run,
                     property="bold", mend=lambda h: setting.set_bold(h, wanted))  # fmt: skip

    def _colour(self, paragraph: Paragraph, spec: Spec, run: Run, levels: Levels) -> None:
        found = self.resolver.colour(levels)
        key = spec.named.get("colour")
        if key is not None:
            if not is_red(found.value):
                self.add(key, found, words.colour(found.value), paragraph, code="F117", run=run,
                         mend=lambda h: setting.set_colour(h, "FF0000"))  # fmt: skip
        elif not is_black(found.value):
            self.add("text.colour", found, words.colour(found.value), paragraph, code="F111",
                     run=run, mend=lambda h: setting.set_colour(h, "000000"))  # fmt: skip

    def _spacing(self, paragraph: Paragraph, run: Run, levels: Levels) -> None:
        size = SPECS[paragraph.role].named.get("size", "body.size")
        if self.profile.pt(size) != self.profile.pt("body.size"):
            return  # only text of the body's size is set so many to a line
        parameter = self.profile["text.spacing"]
        found, wanted = self.resolver.spacing(levels), self.profile.pt("text.spacing")
        slack = parameter.tolerance.pt if parameter.tolerance else 0.01
        if abs(found.value - wanted) <= slack or self.judged.section_counts_chars(paragraph):
            return
        twips = self.profile.twips("text.spacing")
        self.add("text.spacing", found, words.length(found.value), paragraph, code="F111", run=run,
                 mend=lambda h: setting.set_spacing(h, twips))  # fmt: skip

    def _scale(self, paragraph: Paragraph, run: Run, levels: Levels) -> None:
        """Compare the width of the characters: narrowed ones are more than 28 to a line."""
        found = self.resolver.scale(levels)
        if abs(found.value - 100) > 1:
            said = Words(f"字符缩放到{found.value:g}%", f"of characters scaled to {found.value:g}%")
            self.add("text.chars", found, said, paragraph, code="F111", run=run,
                     mend=setting.set_scale)  # fmt: skip

    def texts(self, paragraph: Paragraph) -> list[tuple[Run, Levels]]:
        """Return the runs that print something, with their levels."""
        return [
            (run, self.resolver.of_run(paragraph, run))
            for run in paragraph.runs
            if run.text.strip()
        ]

    # lines

    def _lines(self, paragraph: Paragraph, spec: Spec, levels: Levels) -> None:
        self._align(paragraph, spec, levels)
        if "pitch" in spec.text or "pitch" in spec.named:
            self._pitch(paragraph, spec.named.get("pitch", "text.pitch"), levels)
        whole = "gaps" in spec.text
        for side in ("before", "after"):
            if side in spec.text or whole:
                self._gap(paragraph, side, levels, whole)

    def _align(self, paragraph: Paragraph, spec: Spec, levels: Levels) -> None:
        key = spec.named.get("align")
        if key is None:
            return
        found, wanted = self.resolver.align(levels), words.ALIGNMENTS[self.profile.word(key)]
        fine = {wanted}
        if paragraph.role in HEADINGS:
            fine |= {"left", "both"}
        if wanted == "center":
            fine.add("distribute")
        if found.value not in fine:
            self.add(key, found, words.align(found.value), paragraph, property="align",
                     mend=lambda h: setting.set_align(h, wanted))  # fmt: skip

    def _pitch(self, paragraph: Paragraph, key: str, levels: Levels) -> None:
        found, wanted = self.resolver.line(levels), self.profile.pt(key)
        tolerance = self.profile[key].tolerance
        slack = (tolerance.pt if tolerance else 0.0) + 0.001
        if found.value.rule == "exact" and abs(found.value.amount - wanted) <= slack:
            return
        if key == "title.pitch" and found.value.rule == "auto" and found.value.amount <= 1.5:
            return
        twips = self.profile.twips(key)
        self.add(key, found, words.line(found.value), paragraph, property="pitch",
                 mend=lambda h: setting.set_line(h, twips))  # fmt: skip

    def _gap(self, paragraph: Paragraph, side: str, levels: Levels, whole: bool) -> None:
        """Compare the space before or after; a title's may be whole lines."""
        key = f"text.space_{side}"
        found, wanted = self.resolver.gap(levels, side, self.pitch), self.profile.pt(key)
        tolerance = self.profile[key].tolerance
        slack = tolerance.pt if isinstance(tolerance, Measure) else 0.5
        if abs(found.value - wanted) <= slack:
            return
        if whole and abs(found.value / self.pitch - round(found.value / self.pitch)) < 0.05:
            return
        twips = self.profile.twips(key)
        self.add(key, found, words.length(found.value), paragraph, property="gap",
                 mend=lambda h: setting.set_gap(h, side, twips))  # fmt: skip

    def cell(self, paragraph: Paragraph) -> tuple[float, float]:
        """Return the least and the greatest width of a cell of a paragraph's text in points."""
        return cell_width(self.profile, self.judged.size(paragraph))
