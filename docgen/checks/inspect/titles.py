"""The lines of the title: how long, in what shape, what stands at its end.

Takes a judged document and adds deviations. A long title is broken by sense, not by the margin.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words
from docgen.checks.inspect import words
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.wording import TYPED
from docgen.language.title_widths import Widths

_NO_MARKS = Words("不用书名号", "no book title marks")
_BREAKS = Words("标题断行", "longest line of the title")
_END = re.compile("[。；，：、;,.:！!]$")
# Names of ordinary documents, which stand in a title without 《》; laws and rules have them.
_PLAIN = re.compile(
    r"《[^《》]*(?:工作要点|工作方案|实施方案|方案|计划|要点|讲话|总结|通知|清单)》"
)


def check_title(judged: Judged, findings: Findings) -> None:
    """Compare the lines and marks of every title."""
    for title in _titles(judged.in_role("title")):
        _Title(judged, findings, title).check()


def _titles(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Return the titles: paragraphs one after the other are lines of one."""
    found: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if found and paragraph.number == found[-1][-1].number + 1:
            found[-1].append(paragraph)
        else:
            found.append([paragraph])
    return found


class _Title:
    def __init__(self, judged: Judged, findings: Findings, paragraphs: list[Paragraph]) -> None:
        self.profile, self.findings, self.paragraph = judged.profile, findings, paragraphs[-1]
        shown = "\n".join(paragraph.shown for paragraph in paragraphs)
        self.lines = [line.strip() for line in re.split("[\n\f]", shown) if line.strip()]
        self.whole = "".join(self.lines)

    def check(self) -> None:
        if _END.search(self.whole):
            self._add("title.end_mark", f"“{self.whole[-1]}”", Words("没有", "none"))
        match = _PLAIN.search(self.whole)
        if match:
            self._add("title.book_marks", f"“{match[0]}”", _NO_MARKS)
        widths = [Widths(line).of(0, len(line)) for line in self.lines]
        limit = self.profile.number("title.line_limit")
        if max(widths) > limit:
            many = f"{round(max(widths)):g}"
            unbroken = len(widths) == 1
            found = Words(f"{many}字" + ("，没有断行" if unbroken else ""),
                          f"{many}" + (", not broken" if unbroken else ""))  # fmt: skip
            self._add("title.line_limit", found, self._broken(limit), _BREAKS)
        elif widths[1:-1] and max(widths[1:-1]) < min(widths[0], widths[-1]):
            shape = "、".join(f"{round(width):g}" for width in widths)
            found = Words(f"沙漏形（{shape}字）", f"an hourglass ({shape})")
            self._add("title.shape", found, self._broken(limit))

    def _broken(self, limit: float) -> Words:
        """Return the title in lines by sense."""
        from docgen.language.title_lines import title_lines  # a word list

        lines = "／".join(title_lines(self.whole, (), limit))
        return Words(f"断成“{lines}”", f"broken as “{lines}”")

    def _add(self, key: str, found: str | Words, wanted: Words, name: Words | None = None) -> None:
        said = found if isinstance(found, Words) else words.same(found)
        title = self.paragraph
        self.findings.add(
            Deviation("F114", self.profile[key], TYPED, said, wanted, subject=title,
                      sample=title.shown, number=title.number, name=name)
        )  # fmt: skip
