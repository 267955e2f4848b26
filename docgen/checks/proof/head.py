"""The red head: the mark 35 mm below the top of the 版心, the red line 4 mm below the number
(7.2.4, 7.2.7), and a letter's two double lines (10.1).

Takes the first page; gives the `Head` that was measured, None where nothing is red.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.checks.proof.printed import Page
from docgen.checks.proof.sheet import Rule, mm
from docgen.checks.proof.verdict import Verdict, one_place

_MARK_SIZE = 18.0  # points; whatever is red and smaller is no issuing mark
_ONE_LINE = 10.0  # points within which two rules are one double line
_LETTER_BEYOND = 5.0  # mm that a letter's lines are longer than the type area, at least
_MIDDLE = 3.0  # mm by which a letter's line may miss the middle of the paper
_PLAIN_LENGTH = 2.0  # mm by which the red line may miss the width of the type area
_ORDER = "令"  # an order's mark stands 20 mm below the top, not 35 (10.2)


class Head(NamedTuple):
    """A red head; lengths in millimetres, None where there is no such thing to measure."""

    is_letter: bool
    mark_top: float | None  # below the 版心's top; a letter's below the page's edge
    line_below: float | None  # the red line below the line of the document number
    line_length: float | None
    second_line: float | None  # a letter's second double line above the page's lower edge
    is_order: bool = False


def read_head(pages: list[Page], verdict: Verdict) -> Head | None:
    """Measure the first page's red head."""
    if not pages:
        return None
    page = pages[0]
    bars = [bar for bar in page.bars(red=True) if mm(bar.box.width) > 100]
    marks = [line for line in page.lines if line.is_red and line.size >= _MARK_SIZE]
    if not bars and not marks:
        return None
    letter = any(_is_long(bar, verdict) and _is_in_middle(bar, page) for bar in bars)
    origin = 0.0 if letter else verdict.profile.pt("page.top")
    lower = [bar for bar in bars if bar.box.top > page.sheet.height / 2] if letter else []
    upper = [bar for bar in bars if bar not in lower]
    return Head(
        letter,
        mm(min(mark.ink.top for mark in marks) - origin) if marks else None,
        _below(page, upper[0], letter=letter) if upper else None,
        mm(upper[0].box.width) if upper else None,
        mm(page.sheet.height - max(bar.box.bottom for bar in lower)) if lower else None,
        bool(marks) and marks[-1].text.endswith(_ORDER),
    )


def judge_head(head: Head, verdict: Verdict) -> None:
    """Report where the head leaves the profile."""
    group = "letter" if head.is_letter else "head"
    if head.mark_top is not None and not head.is_order:
        _judge(verdict, "F226", f"{group}.mark_top", head.mark_top)
    if head.mark_top is not None and head.line_length is None:
        verdict.find("F241", "head.line_colour")
    if head.line_below is not None:
        _judge(verdict, "F227", f"{group}.line_distance", head.line_below)
    if head.second_line is not None:
        _judge(verdict, "F228", "letter.second_line", head.second_line)
    if head.line_length is not None and head.is_letter:
        _judge(verdict, "F229", "letter.line_width", head.line_length)
    elif head.line_length is not None:
        width = verdict.profile.mm("page.area_width")
        if abs(head.line_length - width) > _PLAIN_LENGTH:
            verdict.find("F229", "page.area_width", measured=one_place(head.line_length))


def _judge(verdict: Verdict, code: str, key: str, measured: float) -> None:
    if not verdict.allows(key, measured):
        verdict.find(code, key, measured=one_place(measured))


def _is_long(bar: Rule, verdict: Verdict) -> bool:
    return mm(bar.box.width) > verdict.profile.mm("page.area_width") + _LETTER_BEYOND


def _is_in_middle(bar: Rule, page: Page) -> bool:
    """Whether a line lies in the middle of the paper, as a letter's do; one that is as wide as
    a type area with wrong margins does not."""
    left, right = bar.box.left, page.sheet.width - bar.box.right
    return mm(abs(left - right)) < _MIDDLE


def _below(page: Page, bar: Rule, *, letter: bool) -> float | None:
    """Return how far a line lies below what stands above it: the body of its characters for
    a document number, the ink of a letter's mark, which is all that shows of its size."""
    above = [line for line in page.lines if line.baseline < bar.box.top]
    if not above:
        return None
    line = above[-1]
    return mm(bar.box.top - (line.ink.bottom if letter else line.face.bottom))
