"""The printed lines laid against the manuscript: which paragraph each comes from, where it ends.

Takes sheets and a manuscript; gives `Page`s of `Printed` lines. A line that is not found in
the manuscript (an automatic number stands before it, a field's result) keeps no paragraph and
is then not judged by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.checks.proof.lines import Line, read_lines
from docgen.checks.proof.manuscript import Area, Manuscript, Paragraph
from docgen.checks.proof.sheet import Rule, Sheet

_NEAR = 40  # characters that may be skipped to find a short line: a number, a footnote's mark
_LONG = 6  # a line of so many characters is found wherever it stands
_CENTRED = 2.0  # points by which the two sides of a centred line may differ
_CENTRED_GAP = 5.0  # points; a full line has as little on both sides
_NUMBERING = 8  # characters of an automatic number at most


@dataclass(frozen=True)
class Printed:
    """One line of the body: where in the manuscript it stands and what follows it there."""

    line: Line
    paragraph: int = -1  # its index; -1: not found
    of: Paragraph | None = None
    starts: bool = False  # it is its paragraph's first line
    followed_by: str = ""  # the two characters after it in its paragraph; "" at the end
    broken: bool = False  # a line break was typed after it
    at: int = -1  # where in its paragraph's text it starts

    @property
    def in_text(self) -> bool:
        """Whether it belongs to the running text: neither in a table nor in a box."""
        return self.of is None or not (self.of.in_table or self.of.in_box)

    @property
    def is_turnover(self) -> bool:
        """Whether it goes on, at the left edge, with what the line before had no room for."""
        of = self.of
        return of is not None and not (self.starts or of.hanging or self.at in of.breaks)

    @property
    def is_turned(self) -> bool:
        """Whether its paragraph goes on in the next line because this one is full."""
        return bool(self.followed_by) and not self.broken


@dataclass(frozen=True)
class Page:
    """One page: the lines of the body, those of the margins (page number, head), the rules."""

    sheet: Sheet
    area: Area  # as the document's own section has it
    body: list[Printed] = field(default_factory=list)
    margin: list[Line] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.sheet.number

    @property
    def text(self) -> list[Printed]:
        """The lines of the running text."""
        return [printed for printed in self.body if printed.in_text]

    @property
    def lines(self) -> list[Line]:
        """All lines, those of the margins too, from top to bottom."""
        every = [*(printed.line for printed in self.body), *self.margin]
        return sorted(every, key=lambda line: line.baseline)

    def is_centred(self, line: Line) -> bool:
        """Whether a line has the same white on both sides, and so shows no margin."""
        left = line.face.left - self.area.left
        right = self.sheet.width - self.area.right - line.face.right
        return left > _CENTRED_GAP and abs(left - right) < _CENTRED

    def bars(self, *, red: bool) -> list[Rule]:
        """Return the horizontal rules of a colour, from top to bottom."""
        flat = [r for r in self.sheet.rules if r.box.width > 20 * max(r.box.height, 0.1)]
        coloured = [rule for rule in flat if rule.colour.is_red is red]
        return sorted(coloured, key=lambda rule: rule.box.middle)


def read_pages(sheets: Iterable[Sheet], manuscript: Manuscript) -> list[Page]:
    """Return every page, its lines laid against the manuscript."""
    laid = [_laid(sheet, manuscript) for sheet in sheets]
    lines = [line for _, body in laid for line in body]
    finder = _Finder(manuscript)
    for page, body in laid:
        for line in body:
            lines.pop(0)
            page.body.append(finder.found(line, lines[0].text if lines else ""))
    return [page for page, _ in laid]


def _laid(sheet: Sheet, manuscript: Manuscript) -> tuple[Page, list[Line]]:
    """Return a page with the lines of its margins, and the lines of its body."""
    areas = manuscript.areas_of(sheet.width, sheet.height)
    area = areas[0] if areas else Area(sheet.width, sheet.height, 0, 0, 0, 0, False)
    top = min((each.top for each in areas), default=0.0)
    bottom = sheet.height - min((each.bottom for each in areas), default=0.0)
    lines = read_lines(sheet.characters, sheet.number)
    body = [line for line in lines if top < line.baseline < bottom]
    return Page(sheet, area, margin=[line for line in lines if line not in body]), body


class _Finder:
    """Finds lines in a manuscript in the order in which they are printed."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._text = manuscript.text
        paragraphs = enumerate(manuscript.paragraphs)
        self._boxes = [(n, p, p.text) for n, p in paragraphs if p.in_box and p.text]
        self._at = 0  # what stands before is printed already

    def found(self, line: Line, following: str) -> Printed:
        """Return a line with its place in the manuscript, as far as it can be found."""
        text = line.text
        if not self._text.startswith(text, self._at):
            boxed = self._boxed(line)
            if boxed is not None:
                return boxed
        for skipped in range(min(_NUMBERING, len(text) - _LONG) if len(text) > _LONG else 1):
            at = self._ahead(text[skipped:], following)
            if at >= 0:
                self._at = at + len(text) - skipped
                return self._printed(line, at, self._at)
        return self._in_cells(line) or Printed(line)

    def _ahead(self, text: str, following: str) -> int:
        """Return where a text stands: near by, or further on if the next line stands there too."""
        near = self._text.find(text, self._at, self._at + _NEAR + len(text))
        if near >= 0 or len(text) < _LONG:
            return near
        far = self._text.find(text, self._at)
        end = far + len(text)
        agrees = not following or self._text.find(following, end, end + _NEAR + len(following)) >= 0
        return far if agrees else -1

    def _printed(self, line: Line, start: int, end: int) -> Printed:
        index = self._manuscript.at(start)
        last = self._manuscript.at(end - 1)
        of, first = self._manuscript.paragraphs[index], self._manuscript.starts[index]
        inside = end - self._manuscript.starts[last]
        rest = self._manuscript.paragraphs[last].text[inside:]
        broken = inside in self._manuscript.paragraphs[last].breaks
        return Printed(line, index, of, start == first, rest[:2], broken, start - first)

    def _boxed(self, line: Line) -> Printed | None:
        """Return a line of a text box; what was printed of the box is not found again."""
        for n, (index, paragraph, rest) in enumerate(self._boxes):
            if rest.startswith(line.text):
                at = len(paragraph.text) - len(rest)
                rest = rest[len(line.text) :]
                self._boxes[n] = index, paragraph, rest or "\0"
                return Printed(line, index, paragraph, at == 0, rest[:2], at=at)
        return None

    def _in_cells(self, line: Line) -> Printed | None:
        """Return a row of a table: its cells' lines lie side by side, and none moves on."""
        for position in self._places(line.pieces()):
            index = self._manuscript.at(position)
            paragraph = self._manuscript.paragraphs[index]
            if paragraph.in_table:
                return Printed(line, index, paragraph)
        return None

    def _places(self, pieces: list[str]) -> Iterator[int]:
        for piece in pieces:
            position = self._text.find(piece, max(self._at - 2000, 0))
            while position >= 0:
                yield position
                position = self._text.find(piece, position + 1)
