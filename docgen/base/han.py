"""Which characters are written without a space between them.

Takes characters, gives answers; the ranges are Unicode's.
"""

from __future__ import annotations

import re
from bisect import bisect_right

# First and last of each range: Han (with extensions and compatibility ideographs), CJK
# punctuation, full-width forms, enclosed numbers, and the marks Chinese shares with Latin but
# sets full-width: · × — ‘ ’ “ ” … ●. Not a regular expression: compiling one this wide takes
# longer than reading a document.
_WIDE = (
    (0x00B7, 0x00B7), (0x00D7, 0x00D7), (0x2014, 0x2014), (0x2018, 0x2019), (0x201C, 0x201D),
    (0x2026, 0x2026), (0x2460, 0x24FF), (0x25CB, 0x25CF), (0x2E80, 0x303E), (0x3040, 0x33FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)  # fmt: skip
_STARTS = [first for first, _ in _WIDE]

# What XML 1.0 forbids (production 2, Char): everything else comes out as it went in.
# Alternatives compile faster than one class across the whole range.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")

# Full-width punctuation takes no blank beside it, whatever stands on the other side.
_POINTS = "、。〈〉《》「」『』【】〔〕！（），．：；？“”‘’—…"


def is_wide(char: str) -> bool:
    """Whether `char` is Han or full-width."""
    place = bisect_right(_STARTS, ord(char)) - 1
    return place >= 0 and ord(char) <= _WIDE[place][1]


def touch(left: str, right: str) -> bool:
    """Whether two characters at a typed line break are joined with nothing between them."""
    if left in _POINTS or right in _POINTS:
        return True
    return is_wide(left) and is_wide(right)


def join_lines(lines: list[str]) -> str:
    """Return typed lines as one: nothing between two Han or full-width characters, else a space.

    Each line is stripped of the blanks around it; an empty line divides paragraphs
    (``\\n\\n``; a single ``\\n`` in a text is a line break that somebody meant).
    """
    joined = ""
    fresh = True
    for line in (line.strip(" \t") for line in lines):
        if not line:
            joined += "" if fresh else "\n\n"
            fresh = True
            continue
        if not fresh and not touch(joined[-1], line[0]):
            joined += " "
        joined += line
        fresh = False
    return joined.rstrip("\n")
