"""Where a property of a paragraph or run may come from, nearest first (ECMA-376-1 17.7.2).

The run itself, its character style, the paragraph, its style and those it is based on, a level
of automatic numbering, the table's style, the document defaults. Takes a paragraph, gives
`Levels`: each with its `Carrier`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docgen.checks.inspect.paragraphs import Paragraph, Run
from docgen.checks.inspect.sheet import Sheet, Style
from docgen.checks.inspect.units import attribute, child


@dataclass(frozen=True)
class Carrier:
    """Where a value stands: its kind, what tells two of a kind apart, its words, the element
    whose rPr or pPr it is."""

    kind: str
    key: str
    zh: str
    en: str
    holder: Any = field(default=None, compare=False, repr=False)


class Found(NamedTuple):
    """A value and its carrier; `unset` where nothing says it and Word's own default holds."""

    value: Any
    carrier: Carrier
    unset: bool = False


Levels = list[tuple[Carrier, Any]]  # carrier and its rPr or pPr, nearest first
UNSET = Carrier("unset", "unset", "没有设置", "not set")


class Carriers:
    """Lists the carriers of one document's properties."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def of_run(self, paragraph: Paragraph, run: Run) -> Levels:
        """Return where a run's properties may come from."""
        own = Carrier("run", "run", "文字自身的格式", "the text's own formatting", run.element)
        levels = [(own, child(run.element, "rPr"))]
        if run.style:
            levels += self._styles("character", run.style, "rPr")
        levels += self._below_run(paragraph)
        return [(carrier, found) for carrier, found in levels if found is not None]

    def _below_run(self, paragraph: Paragraph) -> Levels:
        id = paragraph.style.id if paragraph.style else ""
        levels = self._styles("paragraph", id, "rPr") + self._table(paragraph, "rPr")
        defaults = self._sheet.run_defaults
        return [*levels, (_defaults(defaults), child(defaults, "rPr"))]

    def of_paragraph(self, paragraph: Paragraph) -> Levels:
        """Return where a paragraph's properties may come from."""
        own = Carrier("paragraph", "own", "段落自身的格式", "the paragraph's own formatting",
                      paragraph.element)  # fmt: skip
        properties = child(paragraph.element, "pPr")
        levels: Levels = [(own, properties)]
        if child(properties, "numPr") is not None:
            levels += _level(paragraph)
        for carrier, found in self._styles("paragraph", _id(paragraph), "pPr"):
            levels.append((carrier, found))
            if child(found, "numPr") is not None and child(properties, "numPr") is None:
                levels += _level(paragraph)
        levels += self._table(paragraph, "pPr")
        defaults = self._sheet.paragraph_defaults
        levels.append((_defaults(defaults), child(defaults, "pPr")))
        return [(carrier, found) for carrier, found in levels if found is not None]

    def _styles(self, kind: str, id: str, part: str) -> Levels:
        chain = self._sheet.chain(kind, id)
        return [(_style(style, chain[0]), child(style.element, part)) for style in chain]

    def _table(self, paragraph: Paragraph, part: str) -> Levels:
        if paragraph.table is None:
            return []
        id = attribute(child(child(paragraph.table, "tblPr"), "tblStyle"), "val") or ""
        return self._styles("table", id, part)


def _defaults(holder: Any) -> Carrier:
    """Return the carrier that the document defaults are."""
    return Carrier("defaults", "defaults:", "文档默认格式", "the document defaults", holder)


def _id(paragraph: Paragraph) -> str:
    return paragraph.style.id if paragraph.style else ""


def _level(paragraph: Paragraph) -> Levels:
    if paragraph.level is None:
        return []
    level = paragraph.level
    words = f"自动编号第{level.depth + 1}级", f"level {level.depth + 1} of automatic numbering"
    key = f"level:{level.abstract}/{level.depth}"
    return [(Carrier("level", key, *words, level.element), child(level.element, "pPr"))]


def _style(style: Style, used: Style) -> Carrier:
    zh, en = f"样式“{style.shown}”", f"style '{style.name}'"
    if style is not used:
        zh, en = f"{zh}（“{used.shown}”的基准样式）", f"{en} (which '{used.name}' is based on)"
    return Carrier("style", f"{style.kind}:{style.id}", zh, en, style.element)
