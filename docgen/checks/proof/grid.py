"""Characters on a line, lines on a page: 每面排22行，每行排28个字 (5.2.3), as it is printed.

Takes pages; gives the `Grid` that was measured and reports where it leaves the profile. Only
lines that are full and pages that are full can be counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import fmean
from typing import NamedTuple

from docgen.checks.proof.lines import DATE, HAN, Line
from docgen.checks.proof.manuscript import Manuscript
from docgen.checks.proof.printed import Page, Printed
from docgen.checks.proof.verdict import Verdict, said_pages
from docgen.model.profile import Profile

SAME_SIZE = 0.3  # points
_STEADY = 0.9  # points that a line may lie off the page's rhythm
_SIGNING_LINES = 2
_HEADING_LINES = 2  # a heading is no longer
_PITCH_TOLERANCE = 0.1  # points; LibreOffice places characters to a tenth of a point
# Writer puts a fixed line's baseline at four fifths of its height (measured, 24–35 pt).
ABOVE_BASELINE = 0.8


class FullLine(NamedTuple):
    """A line that goes on in the next because it is full."""

    page: int
    row: int
    cells: int  # characters, and the cells of its indent
    is_han: bool  # nothing but Hanzi, and free
    is_free: bool  # as wide as Hanzi throughout, and no mark near its end has moved a character


class FullPage(NamedTuple):
    """A page that is followed by text which would have stood on it, had there been room."""

    number: int
    lines: int
    at_most: int  # with the empty paragraphs at its top and foot, which print nothing
    kept: int  # lines of headings that moved on with their text, or of text with the signature


class Grid(NamedTuple):
    """What was measured of lines and pages."""

    lines: tuple[FullLine, ...]
    pages: tuple[FullPage, ...]
    pitches: tuple[float, ...]  # between neighbouring Hanzi, one for each unjustified line
    line_pitch: float  # 0 where there are no two lines of one paragraph
    capacity: int  # lines that the page has room for, by the line pitch; 0: unknown

    @property
    def counts(self) -> Counter[int]:
        return Counter(line.cells for line in self.lines)


def read_grid(pages: Sequence[Page], manuscript: Manuscript, profile: Profile) -> Grid:
    """Count and measure. Only text of the body's size is set in the grid."""
    upright = [page for page in pages if not page.sheet.is_landscape]
    size = profile.pt("body.size")
    pitch = line_pitch(upright, size)
    area = upright[0].area if upright else None
    room = area.height - area.top - area.bottom if area else 0.0
    return Grid(
        tuple(_full_lines(upright, size, size + profile.pt("text.spacing"))),
        tuple(_full_pages(pages, manuscript, pitch)) if pitch else (),
        tuple(_hanzi_pitches(upright, size)),
        pitch,
        int(room / pitch + 0.02) if pitch else 0,
    )


def judge_grid(grid: Grid, verdict: Verdict) -> None:
    """Report where lines or pages hold more or fewer than they should."""
    chars = int(verdict.profile.number("text.chars"))
    if not _judge_commonest(grid, verdict, chars) and not _judge_han(grid, verdict, chars):
        _judge_pitch(grid, verdict)
    lines = int(verdict.profile.number("text.lines"))
    wrong = [
        (page.number, page.lines)
        for page in grid.pages
        if not page.lines <= lines <= page.at_most + page.kept
    ]
    verdict.grouped("F213", "text.lines", wrong)
    if not grid.pages and grid.capacity not in (0, lines):
        pitch = f"{grid.line_pitch:.2f}"
        verdict.find("F214", "text.lines", pitch=pitch, measured=grid.capacity)


def _judge_commonest(grid: Grid, verdict: Verdict, chars: int) -> bool:
    free = Counter(line.cells for line in grid.lines if line.is_free)
    if not free or free[chars] == max(free.values()):
        return False
    verdict.find("F210", "text.chars", measured=free.most_common(1)[0][0])
    return True


def _judge_han(grid: Grid, verdict: Verdict, chars: int) -> bool:
    wrong = [line for line in grid.lines if line.is_han and line.cells != chars]
    for line in wrong:
        verdict.find(
            "F211", "text.chars", pages=said_pages([line.page]), row=line.row, measured=line.cells
        )
    return bool(wrong)


def _judge_pitch(grid: Grid, verdict: Verdict) -> None:
    profile = verdict.profile
    expected = profile.pt("body.size") + profile.pt("text.spacing")
    off = [pitch for pitch in grid.pitches if abs(pitch - expected) > _PITCH_TOLERANCE]
    if len(off) * 2 > len(grid.pitches):
        measured = Counter(f"{pitch:.2f}" for pitch in off).most_common(1)[0][0]
        verdict.find("F212", "text.spacing", measured=measured, expected=f"{expected:.2f}")


def _full_lines(pages: Sequence[Page], size: float, cell: float) -> Iterator[FullLine]:
    turned = [p for page in pages for p in page.text if p.is_turned and _is_of(p.line, size)]
    if not turned:
        return
    edge = left_edge(pages, size)
    far = max(p.line.face.right for p in turned)
    for page in pages:
        for row, printed in enumerate(page.text, start=1):
            line = printed.line
            full = printed.is_turned and line.face.right > far - 2.5 * size
            if not full or not _is_of(line, size):
                continue
            count = len(line.characters) + round((line.face.left - edge) / cell)
            around = line.text[-1] + printed.followed_by
            free = all(HAN.match(char) for char in around)
            yield FullLine(page.number, row, count, line.is_han and free, line.is_wide and free)


def left_edge(pages: Sequence[Page], size: float) -> float:
    """Return where lines that are not indented start: the commonest start of turnover lines."""
    starts = [
        round(p.line.face.left, 1)
        for page in pages
        for p in page.text
        if p.of is not None and not (p.starts or p.of.hanging) and _is_of(p.line, size)
    ]
    if starts:
        return Counter(starts).most_common(1)[0][0]
    return pages[0].area.left if pages else 0.0


def _hanzi_pitches(pages: Sequence[Page], size: float) -> Iterator[float]:
    """Yield the distance of neighbouring Hanzi on each line that nothing stretches."""
    for page in pages:
        for printed in page.text:
            natural = printed.of is not None and not printed.followed_by
            if natural and _is_of(printed.line, size):
                run = _longest_run(printed.line)
                if len(run) > 3:
                    yield (run[-1] - run[0]) / (len(run) - 1)


def _longest_run(line: Line) -> list[float]:
    """Return the origins of the longest run of Hanzi on a line, without a space between them."""
    runs: list[list[float]] = [[]]
    for char in line.characters:
        if not HAN.match(char.text):
            runs.append([])
        elif runs[-1] and char.x - runs[-1][-1] > 1.5 * char.size:
            runs.append([char.x])
        else:
            runs[-1].append(char.x)
    return max(runs, key=len)


def line_pitch(pages: Sequence[Page], size: float) -> float:
    """Return the distance of the lines of one paragraph: the mean of the commonest."""
    gaps = [
        below.line.baseline - above.line.baseline
        for page in pages
        for above, below in pairwise(page.text)
        if above.of is not None and above.paragraph == below.paragraph and above.is_turned
        and _is_of(above.line, size) and _is_of(below.line, size)
    ]  # fmt: skip
    if not gaps:
        return 0.0
    common = Counter(round(gap) for gap in gaps).most_common(1)[0][0]
    return fmean(gap for gap in gaps if abs(gap - common) < 1)


def _full_pages(pages: Sequence[Page], manuscript: Manuscript, pitch: float) -> Iterator[FullPage]:
    before = -1  # the paragraph printed last
    for page, following in pairwise(pages):
        text, rest = page.text, following.text
        top, before = before, text[-1].paragraph if text else before
        if not text or not rest or not is_steady(page, pitch):
            continue
        first, last, next_ = text[0], text[-1], rest[0]
        if min(first.paragraph, last.paragraph, next_.paragraph) < 0:
            continue
        if manuscript.has_page_break(last.paragraph, next_.paragraph):
            continue
        count = round((last.line.baseline - first.line.baseline) / pitch) + 1
        blank = manuscript.blanks(top, first.paragraph)
        blank += manuscript.blanks(last.paragraph, next_.paragraph)
        yield FullPage(page.number, count, count + blank, _kept(rest))


def _kept(text: Sequence[Printed]) -> int:
    """Return how many lines at the top of a page are headings that stay with their text, or a
    last paragraph that stays with the signature (7.3.5.5).

    Any other paragraph that is kept whole leaves more white than an office accepts."""
    kept, signed = 0, any(DATE.fullmatch(printed.line.text) for printed in text)
    for _, group in groupby(text, key=lambda printed: printed.paragraph):
        lines = list(group)
        of = lines[0].of
        if not lines[0].starts or of is None or not of.keep_next:
            break
        if len(lines) > _HEADING_LINES and not signed:
            break
        kept += len(lines)
    # The blank line above the signature and the date below it go with them.
    return kept + _SIGNING_LINES if kept and signed else kept


def is_steady(page: Page, pitch: float) -> bool:
    """Whether a page holds lines of one height only, so that they can be counted."""
    if len(page.text) < len(page.body) or page.sheet.is_landscape:
        return False  # tables and boxes are no lines
    lines = [printed.line.baseline for printed in page.text]
    off = [abs((at - lines[0]) - round((at - lines[0]) / pitch) * pitch) for at in lines]
    return max(off) < _STEADY


def _is_of(line: Line, size: float) -> bool:
    return abs(line.size - size) < SAME_SIZE
