"""Whether a paragraph still has the words of a snippet.

Takes the paragraph's text and the snippet as it is today; only letters, digits and Han count,
and of the snippet only what is written out: what its parameters and includes bring is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from docgen.model.library import Snippet

_BRACES = re.compile(r"\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_MARKS = re.compile(r"[\W_]+")
# Fewer characters than this say nothing: every paragraph has a 要.
_LEAST = 4
_RUN = 3
_SHARE = 1 / 3


class Wording(Enum):
    """How much of a snippet a paragraph has."""

    WHOLE = "whole"  # one of its paragraphs, to the letter
    PART = "part"
    NONE = "none"
    UNSURE = "unsure"  # the snippet has no words of its own, or not always the same


def wording(text: str, snippet: Snippet | None) -> Wording:
    """Return how much of the snippet's words a paragraph has."""
    if snippet is None or any("{%" in each.source for each in snippet.variants.values()):
        return Wording.UNSURE
    passages = list(_passages(snippet))
    telling = [pieces for pieces in passages if sum(map(len, pieces)) >= _LEAST]
    words = _MARKS.sub("", text)
    if any(all(piece in words for piece in pieces) for pieces in telling):
        return Wording.WHOLE
    if len(telling) < len(passages):
        return Wording.UNSURE
    return Wording.PART if max(_share(each, words) for each in telling) >= _SHARE else Wording.NONE


def _passages(snippet: Snippet) -> Iterator[list[str]]:
    """Yield the written-out pieces of each paragraph of each variant, and of the heading."""
    texts = [text.source for text in snippet.variants.values()]
    passages = [part for text in texts for part in text.split("\n\n")]
    for passage in filter(str.strip, [*passages, snippet.card.heading]):
        yield [piece for piece in (_MARKS.sub("", p) for p in _BRACES.split(passage)) if piece]


def _share(pieces: list[str], words: str) -> float:
    """Return how many of the runs in some pieces stand in the words."""
    runs = {piece[i : i + _RUN] for piece in pieces for i in range(max(1, len(piece) - _RUN + 1))}
    return sum(run in words for run in runs) / len(runs)
