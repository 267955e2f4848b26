"""Which characters are written without a space between them.

Takes characters, gives answers; the ranges are Unicode's.
"""

from __future__ import annotations

import re

# Han (with extensions and compatibility ideographs), CJK punctuation, full-width forms,
# enclosed numbers, and the marks Chinese shares with Latin but sets full-width: “ ” ‘ ’ — … · ×.
_WIDE = (
    "\u2e80-\u303e\u3040-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\u2460-\u24ff\u201c\u201d\u2018\u2019\u2014\u2026\u00b7\u00d7\u25cb-\u25cf"
    "\U00020000-\U0003ffff"
)
WIDE = re.compile(f"[{_WIDE}]")

# What XML 1.0 forbids (production 2, Char): everything else comes out as it went in.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# Full-width punctuation takes no blank beside it, whatever stands on the other side.
_POINTS = re.compile(
    "[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\u201c\u201d\u2018\u2019\u2014\u2026]"
)


def is_wide(char: str) -> bool:
    """Whether `char` is Han or full-width."""
    return bool(char) and WIDE.match(char) is not None


def touch(left: str, right: str) -> bool:
    """Whether two characters at a typed line break are joined with nothing between them."""
    if _POINTS.match(left) or _POINTS.match(right):
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
