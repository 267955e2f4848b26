"""What the words of a document show of its format: marks of levels, 主送, dates, 文号, 附件说明.

Takes a judged document and adds deviations; nothing here is mended, for it would change text.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words
from docgen.checks.inspect import words
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.forms import corrected_date, corrected_number
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Carrier
from docgen.checks.inspect.marks import corrected, is_wrong, level_of, looks_marked, mark_of
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.role_patterns import NOTE_LABEL, NUMBER, heading_style

TYPED = Carrier("text", "text", "文字", "the words")
_DATE = re.compile(r"(?:19|20)\d\d年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_RIGHT_NUMBER = re.compile(r"〔(?:19|20)\d\d〕[1-9]\d*号")
_NUMBER_TAIL = re.compile(r"[〔\[［【(（﹝]\s*\d{2,4}\s*[〕\]］】)）﹞]\s*第?\s*\d+\s*号")
_LABEL = re.compile(r"附件：")
_ENDS = re.compile(r"[。；，、：;,.:]$")
_MARKED = ("body", "heading_1", "heading_2", "heading_3", "heading_4")


def check_words(judged: Judged, findings: Findings) -> None:
    """Compare what is typed with the forms of the profile."""
    check = _Words(judged, findings)
    check.marks()
    check.order()
    check.addressees()
    check.numbers()
    check.dates()
    check.notes()


class _Words:
    def __init__(self, judged: Judged, findings: Findings) -> None:
        self.judged, self.findings, self.profile = judged, findings, judged.profile

    def add(
        self, key: str, paragraph: Paragraph, found: str, wanted: Words | None = None,
        code: str = "F116", carrier: Carrier = TYPED,
    ) -> None:  # fmt: skip
        """Add a deviation of what is typed."""
        parameter = self.profile[key]
        said = Words(f"“{found}”", f"“{found}”")
        wish = wanted or words.wanted(parameter, self.profile)
        self.findings.add(
            Deviation(code, parameter, carrier, said, wish, subject=paragraph,
                      sample=paragraph.shown, number=paragraph.number)
        )  # fmt: skip

    def marks(self) -> None:
        """一、 （一） 1. （1）, typed or from automatic numbering."""
        for paragraph in self.judged.in_role(*_MARKED):
            text = paragraph.shown
            styled = heading_style(paragraph)
            if not (is_wrong(text) or (styled and looks_marked(text))):
                continue
            level = styled or level_of(text)
            right = corrected(mark_of(text), level)
            wanted = Words(f"“{right}”", f"“{right}”")
            self.add(f"heading_{level}.mark", paragraph, mark_of(text), wanted, "F113",
                     _numbered(paragraph))  # fmt: skip

    def order(self) -> None:
        """The levels come in their order: a deeper one never holds a higher one."""
        seen: list[int] = []
        for paragraph in self.judged.in_role(*_MARKED):
            level = level_of(paragraph.shown)
            if not level:
                continue
            if level == 1 and seen and 1 not in seen and seen[0] == 2:
                self.add("text.levels", paragraph, mark_of(paragraph.shown),
                         Words("在“（一）”之上", "above （一）"), "F113")  # fmt: skip
                return
            if level == 4 and seen and seen[-1] == 1:
                self.add("text.levels", paragraph, mark_of(paragraph.shown),
                         Words("“（一）”或“1.”", "（一） or 1."), "F113")  # fmt: skip
                return
            seen.append(level)

    def addressees(self) -> None:
        """主送 ends with a full-width colon."""
        mark = self.profile.word("addressee.mark")
        for paragraph in self.judged.in_role("addressee"):
            if not paragraph.shown.endswith(mark):
                last = paragraph.shown[-1]
                found = last if _ENDS.search(last) else paragraph.shown[-4:]
                self.add(
                    "addressee.mark",
                    paragraph,
                    found,
                    Words(f"以“{mark}”结尾", f"“{mark}” at its end"),
                )
                return

    def numbers(self) -> None:
        """〔2026〕1号: angled brackets, the whole year, no 第, no zero before."""
        for paragraph in self.judged.in_role("number", "secrecy"):
            match = _NUMBER_TAIL.search(paragraph.shown)
            if match and NUMBER.search(paragraph.shown) and not _RIGHT_NUMBER.fullmatch(match[0]):
                right = corrected_number(match[0]) or self.profile.word("head.number_form")
                self.add("head.number_form", paragraph, match[0], _like(right), "F117")

    def dates(self) -> None:
        """成文日期: Arabic figures, the whole year, no zeros."""
        for paragraph in self.judged.in_role("date"):
            if not _DATE.fullmatch(paragraph.shown):
                right = corrected_date(paragraph.shown) or self.profile.word("date.form")
                self.add("date.form", paragraph, paragraph.shown[:16], _like(right))

    def notes(self) -> None:
        """附件说明: a full-width colon, no mark after a name."""
        for paragraph in self.judged.in_role("attachment_note"):
            text = paragraph.shown
            label = NOTE_LABEL.match(text)
            if label and not _LABEL.match(text):
                self.add("attachment_note.form", paragraph, label.group(),
                         Words("“附件：”", "“附件：”"))  # fmt: skip
            if _ENDS.search(text):
                self.add("attachment_note.end_mark", paragraph, text[-1], Words("没有", "none"))


def _like(right: str) -> Words:
    return Words(f"“{right}”", f"“{right}”")


def _numbered(paragraph: Paragraph) -> Carrier:
    if paragraph.level is None or not paragraph.mark:
        return TYPED
    depth = paragraph.level.depth
    zh, en = f"自动编号第{depth + 1}级", f"level {depth + 1} of automatic numbering"
    return Carrier("level", f"level:{paragraph.level.abstract}/{depth}", zh, en)
