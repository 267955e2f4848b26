"""Automatic numbering, resolved to the text it prints.

Takes word/numbering.xml, gives for each numbered paragraph its mark (``一、``) and the level's
element; counts as the paragraphs come, so ask in reading order.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docgen.checks.inspect.units import attribute, child, number
from docgen.language.numbers import cn_number
from docgen.render.xml import W

_PLACE = re.compile(r"%([1-9])")
# numFmt values that print 一, 二, 十二 (Chinese Word writes japaneseCounting for them).
_CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting",
            "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"}  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Level(NamedTuple):
    """One level of a list: its element, and where the paragraph using it stands in the list."""

    element: Any
    abstract: str
    depth: int


class Numbering:
    """Counts the lists of one document."""

    def __init__(self, root: Any | None) -> None:
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract[element.get(f"{W}abstractNumId", "")] = element
            elif element.tag == f"{W}num":
                self._lists[element.get(f"{W}numId", "")] = element

    def level(self, id: str, index: int) -> Level | None:
        """Return a list's level, or None where there is no such list."""
        found = self._lists.get(id)
        if found is None:
            return None
        abstract = attribute(child(found, "abstractNumId"), "val") or ""
        for override in found.iterfind(f"{W}lvlOverride"):
            own = child(override, "lvl")
            if number(attribute(override, "ilvl")) == index and own is not None:
                return Level(own, abstract, index)
        element = self._of_abstract(abstract, index)
        return None if element is None else Level(element, abstract, index)

    def _of_abstract(self, abstract: str, index: int) -> Any | None:
        found = self._abstract.get(abstract)
        levels = found.iterfind(f"{W}lvl") if found is not None else ()
        return next((lvl for lvl in levels if number(attribute(lvl, "ilvl")) == index), None)

    def mark(self, level: Level) -> str:
        """Count one more paragraph of a level and return its mark."""
        counts = self._counts.setdefault(level.abstract, {})
        start = number(attribute(child(level.element, "start"), "val"))
        first = int(start) if start is not None else 1
        counts[level.depth] = counts.get(level.depth, first - 1) + 1
        for deeper in [index for index in counts if index > level.depth]:
            del counts[deeper]
        pattern = attribute(child(level.element, "lvlText"), "val") or ""
        return _PLACE.sub(lambda match: self._printed(level, int(match[1]) - 1), pattern)

    def _printed(self, level: Level, index: int) -> str:
        element = (
            level.element if index == level.depth else self._of_abstract(level.abstract, index)
        )
        count = self._counts[level.abstract].get(index, 1)
        return _printed(count, attribute(child(element, "numFmt"), "val") or "decimal")


def _printed(count: int, form: str) -> str:
    if form in _CHINESE:
        return cn_number(count)
    if form == "decimalFullWidth":
        return str(count).translate(_WIDE)
    if form == "decimalEnclosedCircle" and 0 < count <= 20:
        return chr(0x245F + count)
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 26:
        return chr((0x40 if form == "upperLetter" else 0x60) + count)
    return "" if form in ("bullet", "none") else str(count)
