"""The paragraphs of a document in reading order, as they would be printed.

Takes an opened .docx, gives `Paragraph`: its runs with their texts, its automatic mark, where
it stands. What is deleted, hidden or a field's code is left out; what is inserted counts; of
mc:AlternateContent the Choice is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from docgen.checks.inspect.numbering import Level, Numbering
from docgen.checks.inspect.sheet import Sheet, Style
from docgen.checks.inspect.units import attribute, child, is_on, number
from docgen.render.xml import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What a paragraph or body is looked through to its runs or paragraphs.
_THROUGH = {f"{W}{name}" for name in (
    "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple",
    "dir", "bdo",
)} | {f"{_MC}AlternateContent", f"{_MC}Choice"}  # fmt: skip
_MARKS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


class Run(NamedTuple):
    """A run and its text; `start` is where it begins in the paragraph's text."""

    element: Any
    text: str
    start: int
    style: str


@dataclass(eq=False)
class Paragraph:
    """One paragraph; `where` is ``body``, ``cell``, ``box`` or ``story`` (footer, header)."""

    element: Any
    part: str
    where: str
    style: Style | None
    runs: list[Run]
    section: int = 0
    number: int = 0  # among those of the body that have a text, from 1
    mark: str = ""  # of automatic numbering
    level: Level | None = None
    table: Any | None = None
    in_head: bool = False  # in the first row of its table
    breaks_page: bool = False
    role: str = ""

    @property
    def text(self) -> str:
        """The text that its runs have."""
        return "".join(run.text for run in self.runs)

    @property
    def shown(self) -> str:
        """The text with its automatic mark, without blanks around it."""
        return (self.mark + self.text).strip()

    @property
    def blank(self) -> bool:
        return not self.shown


class Reader:
    """Reads the stories of one document; numbering is counted across them."""

    def __init__(self, sheet: Sheet, numbering: Numbering) -> None:
        self._sheet, self._numbering = sheet, numbering
        self._section = 0

    def body(self, root: Any, part: str) -> list[Paragraph]:
        """Return the paragraphs of the body, text boxes after the paragraph that holds them."""
        found = list(self._blocks(root, part, "body", None, False))
        shown = [p for p in found if p.where == "body" and not p.blank]
        for place, paragraph in enumerate(shown, start=1):
            paragraph.number = place
        return found

    def story(self, root: Any, part: str) -> list[Paragraph]:
        """Return the paragraphs of a footer or header."""
        return list(self._blocks(root, part, "story", None, False))

    def _blocks(
        self, element: Any, part: str, where: str, table: Any, head: bool
    ) -> Iterator[Paragraph]:
        for block in element:
            if block.tag == f"{W}p":
                paragraph = self._paragraph(block, part, where)
                paragraph.table, paragraph.in_head = table, head
                yield paragraph
                yield from self._boxes(block, part)
                if child(child(block, "pPr"), "sectPr") is not None:
                    self._section += 1
            elif block.tag == f"{W}tbl":
                yield from self._table(block, part, where)
            elif block.tag in _THROUGH:
                yield from self._blocks(block, part, where, table, head)

    def _table(self, table: Any, part: str, where: str) -> Iterator[Paragraph]:
        inside = "cell" if where == "body" else where
        for index, row in enumerate(_rows(table)):
            for cell in _found(row, f"{W}tc"):
                yield from self._blocks(cell, part, inside, table, index == 0)

    def _boxes(self, paragraph: Any, part: str) -> Iterator[Paragraph]:
        for box in paragraph.iter(f"{W}txbxContent"):
            above = list(box.iterancestors(f"{_MC}Fallback", f"{W}txbxContent", f"{W}p"))
            if above and above[0] is paragraph:
                yield from self._blocks(box, part, "box", None, False)

    def _paragraph(self, element: Any, part: str, where: str) -> Paragraph:
        properties = child(element, "pPr")
        id = attribute(child(properties, "pStyle"), "val") or ""
        chain = self._sheet.chain("paragraph", id)
        runs: list[Run] = []
        _collect(element, runs)
        found = Paragraph(element, part, where, chain[0] if chain else None, runs, self._section)
        found.breaks_page = any("\f" in run.text for run in runs)
        found.level = self._level(properties, chain)
        if found.level is not None and found.text.strip():
            found.mark = self._numbering.mark(found.level)
        return found

    def _level(self, properties: Any, chain: tuple[Style, ...]) -> Level | None:
        levels = [properties, *(child(style.element, "pPr") for style in chain)]
        for each in levels:
            numbered = child(each, "numPr")
            id = attribute(child(numbered, "numId"), "val")
            if id is not None:
                index = number(attribute(child(numbered, "ilvl"), "val")) or 0
                return self._numbering.level(id, int(index)) if id != "0" else None
        return None


def _rows(table: Any) -> Iterator[Any]:
    return _found(table, f"{W}tr")


def _found(element: Any, tag: str) -> Iterator[Any]:
    """Yield the children of a tag, also through content controls and insertions."""
    for node in element:
        if node.tag == tag:
            yield node
        elif node.tag in _THROUGH:
            yield from _found(node, tag)


def _collect(element: Any, runs: list[Run]) -> None:
    """Append the runs below an element that are printed."""
    for node in element:
        if node.tag == f"{W}r":
            properties = child(node, "rPr")
            hidden = child(properties, "vanish")
            text = "".join(_texts(node))
            if hidden is None or not is_on(hidden):
                start = runs[-1].start + len(runs[-1].text) if runs else 0
                style = attribute(child(properties, "rStyle"), "val") or ""
                runs.append(Run(node, text, start, style))
        elif node.tag in _THROUGH:
            _collect(node, runs)


def _texts(run: Any) -> Iterator[str]:
    for node in run:
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag == f"{W}br":
            yield "\f" if node.get(f"{W}type") == "page" else "\n"
        elif node.tag in _MARKS:
            yield _MARKS[node.tag]
