"""The Document tree: what compose gives and every output prints.

Blocks in reading order; each paragraph is runs of text in a role and knows where it came
from. A role is the name of the Word style it takes, so a template can restyle it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen.base.place import NOWHERE, Place
from docgen.model.values import BLANK


class Role(StrEnum):
    """What a paragraph is; the value is the name of its style in a template."""

    TITLE = "公文标题"
    BYLINE = "题注"
    SALUTATION = "称呼"
    ADDRESSEE = "主送机关"
    BODY = "公文正文"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    SEALED_SIGNATURE = "署名（盖章）"
    SEALED_DATE = "成文日期（盖章）"
    NOTE = "附注"
    ATTENDANCE = "出席人员"
    ATTACHMENT_LABEL = "附件标签"
    ATTACHMENT_TITLE = "附件标题"
    TABLE_HEAD = "表格表头"
    TABLE_CELL = "表格文字"


class Face(StrEnum):
    """What a stretch of a paragraph is, where it differs; the value names a character style."""

    PLAIN = ""
    HEADING_2 = "二级标题接排"
    HEADING_3 = "三级标题接排"
    HEADING_4 = "四级标题接排"
    SERIES = "段首句"
    NOTE = "责任说明"
    LABEL = "出席标签"


HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2, 3: Role.HEADING_3, 4: Role.HEADING_4}
RUN_INS = {2: Face.HEADING_2, 3: Face.HEADING_3, 4: Face.HEADING_4}


class Run(NamedTuple):
    """A stretch of text in one face; ``\\n`` is a line break, ``\\t`` a tab."""

    text: str
    face: Face = Face.PLAIN


class Origin(NamedTuple):
    """Where a paragraph came from: a place in the user's files, and the snippet with version
    that stands there; `others` are more snippets whose words are in it."""

    place: Place = NOWHERE
    snippet: str = ""
    others: tuple[str, ...] = ()

    @property
    def snippets(self) -> tuple[str, ...]:
        """Every snippet that the paragraph has words of, each once."""
        return tuple(label for label in (self.snippet, *self.others) if label)

    def along(self, snippets: Iterable[str]) -> Origin:
        """Return this origin of a paragraph that has words of `snippets` too."""
        new = [label for label in dict.fromkeys(snippets) if label not in self.snippets]
        return self._replace(others=(*self.others, *new)) if new else self


class Paragraph(NamedTuple):
    role: Role
    runs: tuple[Run, ...]
    origin: Origin = Origin()
    new_page: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Grid(NamedTuple):
    """A table: a row of headings, rows of cells, the widths of its columns in parts of the
    whole. `origins` are the rows' (first that of the headings), `own` those of single cells
    that came from elsewhere than their row: (row, column) → origin, both from 0; `shades` the
    cells with a ground of their own: (row, column) → colour, as in RRGGBB."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    origins: tuple[Origin, ...]
    widths: tuple[int, ...] = ()
    own: Mapping[tuple[int, int], Origin] = MappingProxyType({})
    shades: Mapping[tuple[int, int], str] = MappingProxyType({})
    named: tuple[str, ...] = ()  # what a template calls its rows: one that does prints it itself

    def shades_of(self, row: int) -> tuple[str, ...]:
        """Return the colour behind each cell of a row, ``""`` for none."""
        return tuple(self.shades.get((row, at), "") for at in range(len(self.head)))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the cells row by row as paragraphs."""
        for cell in self.head:
            yield Paragraph(Role.TABLE_HEAD, (Run(cell),), self.origins[0])
        for at, (row, origin) in enumerate(zip(self.rows, self.origins[1:], strict=True)):
            for column, cell in enumerate(row):
                made = self.own.get((at, column), origin)
                yield Paragraph(Role.TABLE_CELL, (Run(cell),), made)


Block = Paragraph | Grid


class Named(NamedTuple):
    """What a template prints under a name, besides title and body: the head and the foot of an
    official document, the rows of a table. A list's items are parted by the template."""

    name: str
    value: str | tuple[Any, ...]
    origin: Origin = Origin()

    @property
    def words(self) -> str:
        """The words of it, a list's items parted by 、."""
        return self.value if isinstance(self.value, str) else "、".join(map(str, self.value))


class Tree(NamedTuple):
    """A composed document. `front` is the title and the lines under it, which a template
    prints from fields; `blocks` is what ``{{p body }}`` prints."""

    kind: str
    front: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    title: str
    org: str = ""
    date: str = ""  # ISO, "" without one
    named: tuple[Named, ...] = ()  # in the order of the page

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in reading order, table cells among them."""
        yield from self.front
        for block in self.blocks:
            if isinstance(block, Grid):
                yield from block.paragraphs()
            else:
                yield block

    def texts(self) -> list[str]:
        """Return the text of every paragraph that has one."""
        return [paragraph.text for paragraph in self.paragraphs() if paragraph.text]

    @property
    def blanks(self) -> int:
        """How many 〔待填〕 are still to be filled in."""
        words = [*self.texts(), *(named.words for named in self.named)]
        return sum(len(BLANK.findall(text)) for text in words)
