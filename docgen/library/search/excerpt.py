"""The words around a hit, for a person to judge by.

Takes a snippet's file and the words asked for, gives some forty characters of its text as typed.
"""

from __future__ import annotations

import re
from pathlib import Path

from docgen.library.search.normal_form import as_typed, normal

_BEFORE, _LENGTH = 10, 40

# The end of a line with the blanks around it; and a line that opens a variant.
_BREAK = re.compile(r"[ \t]*\n(?:#[ \t]+\S+[ \t]*(?:\n|$))?[ \t]*")

# A parameter or an include is shown as what it is called, not as it is spelt.
_TAG = re.compile(r"\{\{-?\s*(.+?)\s*-?\}\}")


def excerpt(file: Path, words: list[str]) -> str:
    """Return the text around the first of `words` that stands in it, else its beginning."""
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:  # gone since it was listed
        return ""
    body = _TAG.sub(r"〔\1〕", _BREAK.sub("", text.partition("\n---\n")[2]).strip())
    found = (as_typed(normal(word)).search(body) for word in words)
    at = min((match.start() for match in found if match), default=0)
    start = max(0, at - _BEFORE)
    opened = body.rfind("〔", 0, start)
    if opened > body.rfind("〕", 0, start):
        start = opened
    shown = body[start : start + _LENGTH]
    return ("…" if start else "") + shown + ("…" if start + _LENGTH < len(body) else "")
