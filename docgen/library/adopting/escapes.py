"""Words as a snippet file must write them to give them back exactly.

Takes words, gives them as YAML (`quoted`) or as the body's text (`typed`).
"""

from __future__ import annotations

import json
import re

# Words that YAML reads as they stand, in and out of {…}: no blank, colon, comma, quote or bracket
# of ASCII; Han and full-width marks are none of YAML's.
_PLAIN = re.compile(r"[\u4e00-\u9fff〇×A-Za-z0-9“”‘’（）《》〈〉〔〕，。；：、！？…—·％]+")
_NOTHING = {"null", "~"}

# What no YAML file of docgen's may hold as it stands (source/text.py).
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

# What a text would read as a mark of its own: braces of either width, and a line break or a
# character that its file cannot hold. A } stands alone: two would end the {{ }} around them.
_SPECIAL = re.compile("[{｛]+|[}｝]|\n|" + _UNWRITABLE.pattern)
_HASH = re.compile(r"#+")


def quoted(words: str) -> str:
    """Return words as a YAML value on one line."""
    if _PLAIN.fullmatch(words) and words not in _NOTHING:
        return words
    # What JSON puts between its quotes means the same between YAML's.
    return _UNWRITABLE.sub(_escape, json.dumps(words, ensure_ascii=False))


def typed(words: str, *, first: bool = False) -> str:
    """Return words as a part of a text that prints them; `first`: they begin a line, where
    ``# name`` would open a variant."""
    opening = _HASH.match(words) if first else None
    start = opening[0] if opening else ""
    return (_said(start) if start else "") + _SPECIAL.sub(
        lambda match: _said(match[0]), words[len(start) :]
    )


def _said(words: str) -> str:
    """Return words as a string that a text prints."""
    inner = _UNWRITABLE.sub(_escape, words.replace("\n", "\\n"))
    return f'{{{{ "{inner}" }}}}'


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
