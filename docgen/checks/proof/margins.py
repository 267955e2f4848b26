"""The four margins of the printed text, against 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.

Takes pages and the grid; gives the `Margins` of each page that shows them, and reports those
that leave the profile. A margin shows only where text runs up to it: the left one in turnover
lines, the right one in full lines, the lower one on a full page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.base.diagnostics import Words
from docgen.checks.proof.grid import ABOVE_BASELINE, Grid, is_steady
from docgen.checks.proof.lines import HAN
from docgen.checks.proof.manuscript import Manuscript
from docgen.checks.proof.printed import Page
from docgen.checks.proof.sheet import mm
from docgen.checks.proof.verdict import Verdict, one_place, said_pages

EDGES = {
    "left": Words("左边（订口）", "left margin"),
    "right": Words("右边", "right margin"),
    "top": Words("上边（天头）", "top margin"),
    "bottom": Words("下边", "bottom margin"),
}
TURNED = {
    "left": Words("左边", "left"),
    "right": Words("右边", "right"),
    "top": Words("上边", "top"),
    "bottom": Words("下边", "bottom"),
}


class Margins(NamedTuple):
    """The margins of one page in millimetres; None where it does not show them. The top is at
    most `at_most_top`: a blank line or space before may have moved the first line down."""

    page: int
    left: float | None
    right: float | None
    top: float | None
    bottom: float | None
    at_most_top: float | None

    def of(self, edge: str) -> float | None:
        """Return one of the four."""
        return {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}[
            edge
        ]


def read_margins(pages: Sequence[Page], grid: Grid) -> list[Margins]:
    """Measure every upright page; a page with a letter's mark has its own top."""
    full = {p.number for p in grid.pages if p.lines == p.at_most and p.lines >= grid.capacity}
    return [
        _margins(page, grid, page.number in full)
        for page in pages
        if page.text and not page.sheet.is_landscape
    ]


def judge_margins(
    margins: Sequence[Margins], manuscript: Manuscript, grid: Grid, verdict: Verdict
) -> None:
    """Report the margins that leave the profile, pages with one measure together."""
    for edge, words in EDGES.items():
        wrong: dict[str, list[tuple[int, float]]] = {}
        for page in margins:
            key = f"page.{_expected(edge, page.page, manuscript)}"
            if _is_wrong(page, edge, key, grid, verdict):
                measured = page.of(edge) if page.of(edge) is not None else page.at_most_top
                wrong.setdefault(key, []).append((page.page, measured or 0.0))
        for key, pages in wrong.items():
            verdict.lengths("F215", key, pages, edge=words)
    _judge_foot(margins, grid, verdict)


def judge_paper(pages: Sequence[Page], verdict: Verdict) -> None:
    """Report pages that are not of the profile's size, upright or turned."""
    wanted = sorted((verdict.profile.mm("page.width"), verdict.profile.mm("page.height")))
    wrong: list[tuple[int, object]] = []
    for page in pages:
        sides = sorted((mm(page.sheet.width), mm(page.sheet.height)))
        tolerance = verdict.tolerance_mm("page.width")
        if any(abs(a - b) > tolerance for a, b in zip(sides, wanted, strict=True)):
            shown = f"{one_place(mm(page.sheet.width))} × {one_place(mm(page.sheet.height))}"
            wrong.append((page.number, shown))
    expected = " × ".join(f"{side:g}" for side in wanted)
    verdict.grouped("F217", "page.width", wrong, expected=expected)


def judge_turned(pages: Sequence[Page], verdict: Verdict) -> None:
    """Report landscape pages on which something is printed outside the turned 版心 (8). Which
    way it is turned depends on the side of the sheet, so the smaller margin of two counts."""
    profile = verdict.profile
    across = min(profile.mm("page.top"), profile.mm("page.bottom"))
    down = min(profile.mm("page.left"), profile.mm("page.right"))
    for page in pages:
        boxes = [printed.line.face for printed in page.body]
        if not page.sheet.is_landscape or not boxes:
            continue
        boxes += [rule.box for rule in page.sheet.rules]
        least = {
            "left": (mm(min(box.left for box in boxes)), across),
            "right": (mm(page.sheet.width - max(box.right for box in boxes)), across),
            "top": (mm(min(box.top for box in boxes)), down),
            "bottom": (mm(page.sheet.height - max(box.bottom for box in boxes)), down),
        }
        for edge, (measured, wanted) in least.items():
            if measured < wanted - verdict.tolerance_mm("page.area_width"):
                facts = {"pages": said_pages([page.number]), "edge": TURNED[edge]}
                shown = {"measured": one_place(measured), "expected": f"{wanted:g}"}
                verdict.find("F239", "page.area_width", **facts, **shown)


def _margins(page: Page, grid: Grid, is_full: bool) -> Margins:
    top = _top(page)
    turned = not page.text[0].starts and page.text[0].of is not None
    foot = None
    if is_full and grid.line_pitch:
        lowest = page.text[-1].line.baseline + (1 - ABOVE_BASELINE) * grid.line_pitch
        foot = mm(page.sheet.height - lowest)
    steady = bool(grid.line_pitch) and is_steady(page, grid.line_pitch)
    return Margins(
        page.number,
        _left(page),
        _right(page),
        top if turned and steady else None,
        foot,
        top,
    )


def _top(page: Page) -> float | None:
    """Return the top of the first line's box, from where word processors measure margins; it
    can be told from the baseline only where the line's height is fixed."""
    first = page.text[0]
    if first.of is None or not first.of.exact or any(line.is_red for line in page.lines):
        return None
    return mm(first.line.baseline - ABOVE_BASELINE * first.of.exact)


def _left(page: Page) -> float | None:
    lines = [p.line for p in page.text if p.is_turnover]
    starts = [line.face.left for line in lines if not page.is_centred(line)]
    return mm(min(starts)) if starts else None


def _right(page: Page) -> float | None:
    lines = [p.line for p in page.text if p.is_turned and HAN.match(p.line.text[-1])]
    ends = [line.face.right for line in lines if not page.is_centred(line)]
    return mm(page.sheet.width - max(ends)) if ends else None


def _expected(edge: str, page: int, manuscript: Manuscript) -> str:
    """Return which margin of the profile an edge has: where they are mirrored, the binding is
    on the right of even pages."""
    if manuscript.mirrored and page % 2 == 0:
        return {"left": "right", "right": "left"}.get(edge, edge)
    return edge


def _is_wrong(page: Margins, edge: str, key: str, grid: Grid, verdict: Verdict) -> bool:
    measured = page.of(edge)
    expected, tolerance = verdict.profile.mm(key), verdict.tolerance_mm(key)
    if edge == "top" and measured is None and page.at_most_top is not None:
        return page.at_most_top < expected - tolerance
    if edge == "bottom":  # too much is told as a page that is not filled
        return measured is not None and measured < expected - tolerance
    return measured is not None and abs(measured - expected) > tolerance


def _judge_foot(margins: Sequence[Margins], grid: Grid, verdict: Verdict) -> None:
    """Report full pages whose lines do not reach the foot: 并撑满版心 (5.2.3)."""
    lines = int(verdict.profile.number("text.lines"))
    right = {page.number for page in grid.pages if page.lines == lines}
    limit = verdict.profile.mm("page.bottom") + verdict.tolerance_mm("page.bottom")
    wrong = [
        (page.page, page.bottom - verdict.profile.mm("page.bottom"))
        for page in margins
        if page.page in right and page.bottom is not None and page.bottom > limit
    ]
    verdict.lengths("F216", "text.lines", wrong)
