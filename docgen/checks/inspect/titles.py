"""The lines of the title: how long, in what shape, what stands at its end.

Takes a judged document and adds deviations. Lines are judged where a person broke them.
"""

from __future__ import annotations

import re
import unicodedata

from docgen.base.diagnostics import Words
from docgen.checks.inspect import words
from docgen.checks.inspect.findings import Deviation, Findings
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.wording import TYPED

_END = re.compile("[。；，：、;,.:！!]$")
# Names of ordinary documents, which stand in a title without 《》; laws and rules have them.
_PLAIN = re.compile(
    r"《[^《》]*(?:工作要点|工作方案|实施方案|方案|计划|要点|讲话|总结|通知|清单)》"
)


def check_title(judged: Judged, findings: Findings) -> None:
    """Compare the title's lines and marks."""
    titles = judged.in_role("title")
    if not titles:
        return
    last = titles[-1]
    lines = [line.strip() for p in titles for line in re.split("[\n\f]", p.shown) if line.strip()]
    if _END.search(lines[-1]):
        _add(judged, findings, "title.end_mark", last, f"“{lines[-1][-1]}”", Words("没有", "none"))
    match = _PLAIN.search("".join(lines))
    if match:
        _add(judged, findings, "title.book_marks", last, f"“{match[0]}”",
             Words("不用书名号", "no book title marks"))  # fmt: skip
    if len(lines) > 1:
        _lines(judged, findings, titles[0], lines)


def _lines(judged: Judged, findings: Findings, title: Paragraph, lines: list[str]) -> None:
    widths = [_cells(line) for line in lines]
    limit = judged.profile.number("title.line_limit")
    if max(widths) > limit:
        _add(judged, findings, "title.line_limit", title, f"{max(widths):g}字",
             Words(f"不超过{limit:g}字", f"at most {limit:g}"))  # fmt: skip
    middle = widths[1:-1]
    if middle and max(middle) < min(widths[0], widths[-1]):
        shape = "、".join(f"{width:g}字" for width in widths)
        _add(judged, findings, "title.shape", title, f"沙漏形（{shape}）",
             Words("梯形或菱形", "a trapezoid or a rhombus"))  # fmt: skip


def _cells(line: str) -> float:
    """Return the width of a line in cells: Latin letters and digits are half as wide."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in line)


def _add(
    judged: Judged, findings: Findings, key: str, title: Paragraph, found: str, wanted: Words
) -> None:
    parameter = judged.profile[key]
    findings.add(
        Deviation("F114", parameter, TYPED, words.same(found), wanted, subject=title,
                  sample=title.shown, number=title.number)
    )  # fmt: skip
