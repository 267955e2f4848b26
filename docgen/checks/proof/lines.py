"""Characters of a sheet → its lines, from top to bottom, each read from left to right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from docgen.checks.proof.sheet import Box, Character

HAN = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# As wide as a Hanzi in an East Asian face, and so one of the 28: marks, brackets, dashes.
_WIDE = re.compile("[\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff01-\uff60]")
_DIGIT = "[〇○零一二三四五六七八九十\\d]"
# A date and nothing else: 成文日期.
DATE = re.compile(f"{_DIGIT}{{4}}年{_DIGIT}{{1,3}}月{_DIGIT}{{1,3}}日")
_SAME_LINE = 5.0  # points between baselines; lines of any size lie further apart
# A Hanzi stands in its em box with 12% of it under the baseline (as in every GB 2312 font).
BELOW_BASELINE = 0.12
_CELL_GAP = 1.2  # widths of a character: what lies further apart lies in another cell


@dataclass(frozen=True)
class Line:
    """One printed line: its page and its characters, spaces left out."""

    page: int
    characters: tuple[Character, ...]

    @cached_property
    def text(self) -> str:
        return "".join(char.text for char in self.characters)

    @cached_property
    def baseline(self) -> float:
        return Counter(round(char.baseline, 2) for char in self.characters).most_common(1)[0][0]

    @cached_property
    def size(self) -> float:
        """The commonest type size."""
        return Counter(round(char.size, 1) for char in self.characters).most_common(1)[0][0]

    @cached_property
    def face(self) -> Box:
        """The box of its characters: em boxes across, the Hanzi's body up and down."""
        bottom = self.baseline + BELOW_BASELINE * self.size
        left = min(char.x for char in self.characters)
        right = max(char.box.right for char in self.characters)
        return Box(left, bottom - self.size, right, bottom)

    @cached_property
    def ink(self) -> Box:
        """The box of what is black (or red) on the paper."""
        inks = [char.ink for char in self.characters]
        left, top = min(ink.left for ink in inks), min(ink.top for ink in inks)
        return Box(left, top, max(ink.right for ink in inks), max(ink.bottom for ink in inks))

    @property
    def is_han(self) -> bool:
        """Whether there is nothing but Hanzi on it."""
        return all(HAN.match(char.text) for char in self.characters)

    @property
    def is_wide(self) -> bool:
        """Whether every character on it is as wide as a Hanzi."""
        return all(HAN.match(c.text) or _WIDE.match(c.text) for c in self.characters)

    @property
    def is_red(self) -> bool:
        return all(char.colour.is_red for char in self.characters)

    def pieces(self) -> list[str]:
        """Return its text in pieces, cut where wide gaps are, as between a table's cells."""
        pieces, before = [""], self.characters[0]
        for char in self.characters:
            if char.x - before.box.right > _CELL_GAP * char.size:
                pieces.append("")
            pieces[-1] += char.text
            before = char
        return pieces


def read_lines(characters: Iterable[Character], page: int) -> list[Line]:
    """Return a page's lines. A raised or lowered character stays in its line."""
    upright = (char for char in characters if not char.is_turned)
    printed = [char for char in upright if not char.text.isspace() and char.size > 1]
    printed.sort(key=lambda char: char.baseline)
    rows: list[list[Character]] = []
    for char in printed:
        if not rows or char.baseline - rows[-1][0].baseline > _SAME_LINE:
            rows.append([])
        rows[-1].append(char)
    return [Line(page, tuple(sorted(row, key=lambda char: char.x))) for row in rows]
