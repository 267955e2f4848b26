"""The marks of levels as they are typed: right ones, wrong ones, and what level either means.

GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re

from docgen.language.numbers import cn_number

_HAN = "[一二三四五六七八九十百]{1,4}"
RIGHT = {
    1: re.compile(rf"{_HAN}、"),
    2: re.compile(rf"（{_HAN}）(?![、.．，])"),
    3: re.compile(r"\d{1,3}[.．](?![\d、．.])"),
    4: re.compile(r"（\d{1,3}）(?![、.．，])"),
}
# Spellings that are certainly meant as the mark of a level. 第一， and 一是 are text.
WRONG = {
    1: re.compile(rf"{_HAN}[.．](?!\d)"),
    2: re.compile(rf"[（(]{_HAN}[)）][、.．，]?"),
    3: re.compile(r"\d{1,2}(?:、|[.．]、)"),
    4: re.compile(r"[（(]\d{1,2}[)）][、.．，]?"),
}
_END = re.compile("[。；！？：，、;:,!?]$")


def level_of(text: str) -> int:
    """Return the level that a text's mark means, 0 without one."""
    for level in RIGHT:
        if RIGHT[level].match(text) or WRONG[level].match(text):
            return level
    return 0


def mark_of(text: str) -> str:
    """Return the mark that a text begins with, ``""`` without one."""
    for patterns in (RIGHT, WRONG):
        for pattern in patterns.values():
            match = pattern.match(text)
            if match:
                return match.group()
    like = _LIKE_ONE.match(text)
    return like.group() if like else ""


def is_wrong(text: str) -> bool:
    """Whether a text begins with a wrong mark."""
    level = level_of(text)
    return bool(level) and not RIGHT[level].match(text)


_LIKE_ONE = re.compile(
    rf"第?{_HAN}[，,.．：:](?!\d)|\d{{1,2}}[，,、]|[（(](?:{_HAN}|\d{{1,2}})[)）]"
)


def looks_marked(text: str) -> bool:
    """Whether a heading begins with something that is meant as a mark and is none."""
    right = any(pattern.match(text) for pattern in RIGHT.values())
    return bool(_LIKE_ONE.match(text)) and not right


def corrected(mark: str, level: int) -> str:
    """Return a mark as its level writes it: ``(一)`` as （一）, ``2、`` as 2. or, on the first
    level, as 二、."""
    figure = re.sub(r"[^\d一二三四五六七八九十百]", "", mark)
    if figure.isascii() and level <= 2:
        figure = cn_number(int(figure)) if figure else "一"
    return {1: f"{figure}、", 2: f"（{figure}）", 3: f"{figure}.", 4: f"（{figure}）"}[level]


def stands_alone(text: str) -> bool:
    """Whether a text with a mark is a heading on a line of its own."""
    return len(text) <= 50 and not _END.search(text) and "。" not in text


def heading_end(text: str) -> int:
    """Return where the heading of a paragraph ends that goes on as text: after its first 。"""
    return text.find("。") + 1
