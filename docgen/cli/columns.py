"""Rows in columns on a terminal: a Han is two cells wide, a mark that combines none.

Takes rows of words, gives lines no wider than the terminal; what has no room ends in ….
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Sequence

from docgen.base.diagnostics import harmless

_GAP = 2
_LEAST = 8  # cells that a column that gives way keeps


def cells(words: str) -> int:
    """Return how many cells of a terminal words take."""
    return sum(_cells(char) for char in words)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def columns(
    rows: Sequence[Sequence[str]], *, numbers: frozenset[int] = frozenset(), width: int = 0
) -> list[str]:
    """Return rows as lines; `numbers` are the columns that end where they end. Where there is
    not the room, the widest columns give way."""
    rows = [[harmless(cell.replace("\n", " ")) for cell in row] for row in rows]
    if not rows:
        return []
    wanted = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)]
    room = (width or shutil.get_terminal_size((100, 24)).columns) - _GAP * (len(wanted) - 1)
    widths = _fitted(wanted, room)
    return [_line(row, widths, numbers) for row in rows]


def _fitted(wanted: list[int], room: int) -> list[int]:
    widths = list(wanted)
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _LEAST:
            break
        widths[widths.index(widest)] -= 1
    return widths


def _line(row: Sequence[str], widths: list[int], numbers: frozenset[int]) -> str:
    told = []
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        words = clipped(cell, width)
        blanks = " " * (width - cells(words))
        told.append(blanks + words if at in numbers else words + blanks)
    return (" " * _GAP).join(told).rstrip()


def clipped(words: str, width: int) -> str:
    """Return words as far as they have room in so many cells."""
    if cells(words) <= width:
        return words
    kept = ""
    for char in words:
        if cells(kept + char) > width - 1:
            break
        kept += char
    return kept + "…"
