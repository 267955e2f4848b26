"""The lines of a YAML scalar as one text.

YAML folds a line break into a space, which cuts Chinese words in two; so the text of a
scalar that runs over several lines is read again from the file here: nothing between two
Han or full-width characters, else one space; an empty line divides paragraphs.
"""

from __future__ import annotations

import re

import yaml

from docgen.base.han import join_lines, touch

# Private-use characters that stand for a fold and a paragraph break while a double-quoted
# scalar's escapes are read; `needs_folding` is not asked for texts that hold them.
_FOLD, _BREAK = "\ue000", "\ue001"


def folded(raw: str, style: str | None, value: str) -> str:
    """Return the scalar's text: `raw` is its source, quotes included, `value` what YAML made.

    `style` is YAML's: ``'`` ``"`` ``>`` or plain; a literal (``|``) keeps its lines.
    """
    if "\n" not in raw or style == "|" or _FOLD in raw or _BREAK in raw:
        return value
    if style == ">":
        return join_lines(raw.split("\n")[1:])
    if style == "'":
        return join_lines(raw[1:-1].split("\n")).replace("''", "'")
    if style == '"':
        return _double_quoted(raw)
    return join_lines(raw.split("\n"))


def _double_quoted(raw: str) -> str:
    """Fold before the escapes are read: an escaped blank is text, a typed one at a fold is not."""
    marked = re.sub(r"(?<!\\)((?:\\\\)*)[ \t]*\n((?:[ \t]*\n)*)[ \t]*", _mark, raw)
    text: str = yaml.safe_load(marked)
    out = text.replace(_BREAK, "\n\n")
    pieces = out.split(_FOLD)
    joined = pieces[0]
    for piece in pieces[1:]:
        close = bool(joined and piece) and touch(joined[-1], piece[0])
        joined += piece if close else f" {piece}"
    return joined


def _mark(match: re.Match[str]) -> str:
    return match.group(1) + (_BREAK if match.group(2) else _FOLD)
