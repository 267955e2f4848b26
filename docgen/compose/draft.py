"""The document as it is being written: paragraphs, headings, numbered points.

Composers say what comes next; numbering, end marks and origins are settled here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.base.diagnostics import Words, clipped
from docgen.base.place import Place
from docgen.compose.texts import Said, Texts
from docgen.language.numbering import SERIES_LEVEL, mark, series_at
from docgen.language.punctuation import bare, ends_open, join_inline, lead_in, stopped
from docgen.model.documents import Document
from docgen.model.library import Settings
from docgen.model.parts import Point, Table, Task
from docgen.model.terms import Term
from docgen.model.tree import HEADINGS, RUN_INS, Block, Face, Grid, Origin, Paragraph, Role, Run
from docgen.model.values import Blank, When

if TYPE_CHECKING:
    from docgen.model.directory import Directory
    from docgen.source.loader import Loaded


class Draft:
    """Collects the blocks of one document."""

    def __init__(
        self,
        document: Document,
        texts: Texts,
        settings: Settings,
        directory: Directory | None = None,
        plan: Loaded | None = None,
    ) -> None:
        self.document, self.texts, self.settings = document, texts, settings
        self.directory = directory  # the people and units that the workspace lists
        self.plan = plan  # the plan whose tasks a breakdown table lists
        self.report, self.used = texts.report, texts.used
        self.blocks: list[Block] = []
        self.rows: tuple[object, ...] = ()  # of a breakdown table, as its template sees them
        # What the document should say and does not, by code: each part, and whose it is.
        self.lacks: dict[str, dict[Words, Place]] = {}
        self._last: dict[str, int] = {}

    # -- plain pieces --------------------------------------------------------------------

    def add(self, role: Role, text: str, origin: Origin, *, new_page: bool = False) -> None:
        """Add one paragraph of one run."""
        self.blocks.append(Paragraph(role, (Run(text),), origin, new_page))

    def say(self, said: Said) -> None:
        """Add body paragraphs."""
        for text, origin in said:
            self.add(Role.BODY, text, origin)

    def section(self, title: str, number: int, origin: Origin) -> None:
        """Add a first-level heading 一、…"""
        self._typed_mark(title, "section", origin)
        self.add(Role.HEADING_1, mark("section", number) + bare(title), origin)

    def sign(self, document: Document) -> None:
        """Add signature and date, as far as there are any."""
        if document.org:
            self.used.note(document, "org")
            self.add(Role.SIGNATURE, document.org, Origin(document.where("org")))
        if isinstance(document.date, When | Blank):
            self.used.note(document, "date")
            self.add(Role.DATE, str(document.date), Origin(document.where("date")))

    def table(self, table: Table | None) -> None:
        """Add a table of facts as typed."""
        if table is None:
            return
        self.used.note(table, "head", "rows")
        width = len(table.head) or max((len(row) for row in table.rows), default=0)
        if not width:
            self.report.add("C010", table.where("rows"), cells=0, columns=0)
            return
        for index, row in enumerate(table.rows):
            if len(row) != width:
                place = table.where(f"rows[{index}]")
                self.report.add("C010", place, cells=len(row), columns=width)
        padded = tuple((row + ("",) * width)[:width] for row in table.rows)
        head = table.head or ("",) * width
        origins = [Origin(table.where(f"rows[{i}]")) for i in range(len(padded))]
        self.blocks.append(Grid(head, padded, (Origin(table.where("head")), *origins)))

    # -- points --------------------------------------------------------------------------

    def points(
        self,
        points: tuple[Point, ...],
        series: Term | None,
        *,
        level: int = 2,
        run_ins: bool | None = None,
    ) -> None:
        """Add points, each with its mark, heading, text and the points below it.

        `series` None: the numbering of the level. `run_ins`: whether headings stand in the
        paragraph of their text, for points that do not say so themselves.
        """
        code = series.code if series else series_at(level)
        level = SERIES_LEVEL.get(code, level)
        for index, point in enumerate(points, start=1):
            self._point(point, self._mark(code, index), code, level, run_ins)

    def inline(self, said: Said, points: tuple[Point, ...]) -> Said:
        """Return `said` with points joined to its last paragraph: …：甲；乙；丙。"""
        items = [self._inline_item(point) for point in points]
        text, origin = said[-1] if said else ("", Origin(points[0].at))
        joined = (lead_in(text) if text else "") + join_inline([words for words, _ in items])
        for _, snippets in items:
            origin = origin.along(snippets)
        return [*said[:-1], (joined, origin)]

    def with_points(
        self, said: Said, points: tuple[Point, ...], series: Term | None
    ) -> tuple[Said, bool]:
        """Return `said` as it introduces `points`, and whether they are in it already."""
        if not points:
            return said, True
        if series and series.code == "inline":
            return self.inline(said, points), True
        if said:
            text, origin = said[-1]
            said = [*said[:-1], (lead_in(text), origin)]
        return said, False

    def _inline_item(self, point: Point) -> tuple[str, list[str]]:
        """Return the words of an item and the snippets they are made of."""
        title = bare(self.texts.heading(point))
        said = self.texts.body(point)
        if point.points:
            said = self.inline(said, point.points)
        text = "".join(text for text, _ in said)
        snippets = [*self.texts.headed(point).snippets]
        snippets += [label for _, origin in said for label in origin.snippets]
        return f"{title}，{text}" if title and text else title or text, snippets

    def _mark(self, series: str, index: int) -> str:
        numbering = self.document.numbering
        if series == "arabic" and numbering is not None and numbering.code == "continue":
            index = self._last.get(series, 0) + 1
            self._last[series] = index
        return mark(series, index)

    def _point(
        self, point: Point, sign: str, series: str, level: int, run_ins: bool | None
    ) -> None:
        title = self.texts.heading(point)
        said = self.texts.body(point)
        self.require_words(point)
        said, done = self.with_points(said, point.points, point.series)
        run_in = point.run_in if point.run_in is not None else run_ins
        self.item(sign, title, said, series, self.texts.headed(point), run_in=run_in)
        if not done:
            self.points(point.points, point.series, level=level + 1, run_ins=run_ins)
        self.table(point.table)

    def require_words(self, item: Point | Task) -> None:
        """Report an item that is typed without anything to print (a faulty text is another
        matter)."""
        typed = item.title or (item.text and item.text.source.strip())
        asked = any(getattr(item, "topic", ()))  # whether there is a passage, is told there
        if not (typed or asked or item.gives("table") or item.gives("snippet")):
            self.report.add("C016", item.at)

    def _typed_mark(self, words: str, series: str, origin: Origin) -> None:
        """Warn of words that bring the mark which is put before them: 一、一、… or 一要要…"""
        own = {"yao": "要", "shi": "是"}.get(series, "")
        typed = _TYPED_MARK.match(words) if series in SERIES_LEVEL else None
        doubled = own and re.match(f"[一二三四五六七八九十]*{own}", words)
        if typed or doubled:
            self.report.add("C017", origin.place, words=clipped(words, 12))

    def item(
        self,
        sign: str,
        title: str,
        said: Said,
        series: str,
        origin: Origin,
        *,
        run_in: bool | None = None,
        note: str = "",
    ) -> None:
        """Add one item: its mark, heading and text, and a note (（牵头单位：…）) at its end.

        `run_in`: the heading stands in the paragraph of the text, or on its own line; None:
        as offices do, （一） on its own line, 1. run in.
        """
        level = SERIES_LEVEL.get(series, 0)
        title = title.replace("\n", "")
        self._typed_mark(title or (said[0][0] if said else ""), series, origin)
        if run_in is None:
            run_in = level != 2 and bool(said)
        if title and level and not run_in:
            self.add(HEADINGS[level], sign + bare(title), origin)
            paragraphs = _plain(said)
        elif title:
            heading = Run(sign + stopped(title), RUN_INS.get(level, Face.SERIES))
            paragraphs = _led_by(heading, said, origin)
        else:
            paragraphs = _led_by(Run(sign), said, origin)
        if note:
            paragraphs = _noted(paragraphs, Run(note, Face.NOTE), origin)
        for runs, place in paragraphs:
            self.blocks.append(Paragraph(Role.BODY, runs, place))


# A number as a clerk types it before a heading: 一、 （一） 1. 1、
_TYPED_MARK = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:、|[.．](?!\d))"
)

Pieces = list[tuple[tuple[Run, ...], Origin]]


def _plain(said: Said) -> Pieces:
    return [((Run(text),), origin) for text, origin in said]


def _led_by(first: Run, said: Said, origin: Origin) -> Pieces:
    """Return paragraphs whose first begins with a mark or a heading."""
    if not said:
        return [((first,), origin)] if first.text else []
    (text, place), *rest = said
    runs = (first, Run(text)) if first.face else (Run(first.text + text),)
    return [(runs, place.along(origin.snippets)), *_plain(rest)]


def _noted(pieces: Pieces, note: Run, origin: Origin) -> Pieces:
    """Return paragraphs with a note at the end of the last."""
    if not pieces:
        return [((note,), origin)]
    runs, place = pieces[-1]
    # A sentence that a note follows is closed first: ……做实。（牵头单位：……）
    stop = (Run("。"),) if ends_open(runs[-1].text) else ()
    return [*pieces[:-1], ((*runs, *stop, note), place)]


def typed_lines(title: str) -> str:
    """Return a title with its manual breaks (``|`` or a typed line) as ``\\n``."""
    lines = [line.strip() for part in title.split("|") for line in part.split("\n")]
    return "\n".join(line for line in lines if line)


def one_line(title: str) -> str:
    """Return a title without its breaks: a break that the page asked for puts no blank between
    a Han character and a figure (示例市人民政府|2026年…), only between two Latin words."""
    first, *rest = title.split("\n")
    for line in rest:
        first += " " * (_latin(first[-1:]) and _latin(line[:1])) + line
    return first


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
