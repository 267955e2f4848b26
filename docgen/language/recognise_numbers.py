"""How many of something a text says there are: 三点意见, 四项议程, 5项任务.

Takes a text and what is counted, gives each number with the place of its words; 几点 and 多项 are
none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docgen.language.periods import number

_N = r"(?P<number>\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十两]{1,4})"
_HALF = {ord(full): str(at) for at, full in enumerate("０１２３４５６７８９")}
# 第三项 is the third, 二十三 begins before 三, 十五五 is a plan.
_NOT_BEFORE = r"(?<![第\d０-９.一二三四五六七八九十百千万两几数])"


@dataclass(frozen=True)
class SaidCount:
    """A number of things as a text says it."""

    start: int
    stop: int
    words: str
    count: int


def counts_in(text: str, things: str, before: str = "") -> list[SaidCount]:
    """Return how often a text counts `things` (the pattern of what follows the number), where
    `before` (a pattern) leads to it."""
    return [
        SaidCount(match.start("number"), match.end(), text[match.start("number") : match.end()],
                  whole(match["number"]))
        for match in _pattern(things, before).finditer(text)
    ]  # fmt: skip


def ordinals_in(text: str, things: str) -> list[SaidCount]:
    """Return the ordinals of `things`: 第三项议程."""
    found = re.finditer(rf"第{_N}(?:{things})", text)
    return [SaidCount(m.start(), m.end(), m[0], whole(m["number"])) for m in found]


def whole(words: str) -> int:
    """Return 三, 两, 十二 or 12 as a number."""
    return number(words.translate(_HALF))


@lru_cache(64)
def _pattern(things: str, before: str) -> re.Pattern[str]:
    return re.compile(rf"{before}{_NOT_BEFORE}{_N}(?:{things})")
