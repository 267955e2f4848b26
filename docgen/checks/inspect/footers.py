"""Page numbers: is there one, its face and size, — 1 —; then its side and its distance.

Takes a judged document and adds deviations. GB/T 9704-2012 7.5.
"""

from __future__ import annotations

import re
from typing import Any

from docgen.base.diagnostics import Words
from docgen.checks.inspect import setting, words
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.fonts import is_one_of
from docgen.checks.inspect.footer_place import check_places
from docgen.checks.inspect.footer_sides import NumberCheck, check_sides
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Carrier, Found
from docgen.checks.inspect.page_numbers import BLANKS, Number, footers_of, page_numbers
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.units import attribute, child, is_on

_FORM = re.compile(r"— ?\d+ ?—")
_WITHOUT = ("函",)
_FORMS = {
    "lowerRoman": ("罗马数字", "roman"),
    "upperRoman": ("罗马数字", "roman"),
    "chineseCounting": ("汉字数字", "in Chinese"),
    "decimalFullWidth": ("全角数字", "full-width"),
}


def check_page_numbers(judged: Judged, findings: Findings) -> None:
    """Compare the page numbers of every section."""
    numbers = page_numbers(judged)
    if not numbers:
        _report_none(judged, findings)
        return
    check = _Check(judged, findings, numbers)
    for number in numbers:
        check.look(number)
    check.formats()
    if findings.statutory:
        check.first_pages()
    check_sides(judged, findings, numbers)
    for section in range(len(judged.sections)):
        check_places(judged, findings, numbers, section)


def _report_none(judged: Judged, findings: Findings) -> None:
    parameter = judged.profile["page_number.form"]
    carrier = Carrier("section", "footer", "页脚", "the footer")
    found = Words("没有", "missing")
    wanted = words.wanted(parameter, judged.profile)
    name = Words("页码", "the page number")
    findings.add(Deviation("F115", parameter, carrier, found, wanted, name=name))


class _Check(NumberCheck):
    def __init__(self, judged: Judged, findings: Findings, numbers: list[Number]) -> None:
        super().__init__(judged, findings)
        self.numbers = numbers

    def look(self, number: Number) -> None:
        """Compare face, size and form of one page number."""
        paragraph = number.paragraph
        for run in paragraph.runs:
            if not run.text.strip(BLANKS):
                continue
            levels = self.resolver.of_run(paragraph, run)
            slot = "ascii" if any(char.isdigit() for char in run.text) else "hAnsi"
            font = self.resolver.font(levels, slot)
            if not is_one_of(font.value, self.profile.fonts("page_number.font")):
                family = self.profile.font("page_number.font")
                self.add("page_number.font", font, words.latin(font.value), paragraph,
                          lambda h, f=family: _set_fonts(h, f), run)  # fmt: skip
            size, wanted = self.resolver.size(levels), self.profile.pt("page_number.size")
            if abs(size.value - wanted) > 0.01:
                self.add("page_number.size", size, words.size(size.value), paragraph,
                          lambda h, s=wanted: setting.set_size(h, s), run)  # fmt: skip
        self._form(paragraph)

    def _form(self, paragraph: Paragraph) -> None:
        text = re.sub(r"\d+|[ivxlIVXL]+(?=\W*$)", "1", paragraph.text).strip(BLANKS)
        if not text:
            return
        if not _FORM.fullmatch(text):
            said = Words(f"“{text}”", f"“{text}”")
            own = Carrier("text", "text", "页脚的文字", "the footer's words")
            self.add("page_number.form", Found(text, own), said, paragraph)

    def first_pages(self) -> None:
        """A first page that differs and has no number; a letter's has none (10.1)."""
        for index, section in enumerate(self.judged.sections[:1]):
            differs = child(section, "titlePg")
            if differs is None or not is_on(differs) or self.judged.kind in _WITHOUT:
                continue
            part = footers_of(self.judged, index).get("first")
            if not any(each.pages == "first" and each.part == part for each in self.numbers):
                self._report_first(section)

    def _report_first(self, section: Any) -> None:
        parameter = self.profile["page_number.form"]
        carrier = Carrier("section", "first", "页面设置（首页不同）", "the page setup", section)
        found = Words("首页没有", "missing on the first page")
        wanted, name = words.wanted(parameter, self.profile), Words("页码", "the page number")
        self.findings.add(
            Deviation("F115", parameter, carrier, found, wanted, subject=section, name=name)
        )

    def formats(self) -> None:
        """Compare what figures the sections ask for."""
        parameter = self.profile["page_number.form"]
        for section in self.judged.sections:
            form = attribute(child(section, "pgNumType"), "fmt")
            if form in (None, "decimal", "numberInDash", "decimalHalfWidth"):
                continue
            carrier = Carrier(
                "section", "format", "页面设置里的页码格式", "the page setup", section
            )
            wanted = words.wanted(parameter, self.profile)
            said = Words(*_FORMS.get(str(form), (f"“{form}”", str(form))))
            self.findings.add(Deviation("F115", parameter, carrier, said, wanted, subject=section))


def _set_fonts(holder: Any, family: str) -> None:
    setting.set_font(holder, family)
    setting.set_latin(holder, family)
