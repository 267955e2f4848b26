"""Which row is which task: two lists of rows laid against each other.

Takes rows as texts by key; gives pairs of indexes. Sure signs come first (the task's id, the same
words), likeness only where both stand in the same place; what is left is new, gone or unclear.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

Texts = Mapping[str, str]
# How alike two rows in the same place must be to be one task that was rewritten.
_ALIKE = 0.5
# Longer texts are compared by their beginnings: likeness takes the square of the length.
_COMPARED = 2_000


def rows_matched(left: Sequence[Texts], right: Sequence[Texts], place: str) -> dict[int, int]:
    """Return left index → right index. `place`: the key that says where a row stood."""
    found: dict[int, int] = {}
    signs: tuple[Callable[[Texts], tuple[str, ...]], ...] = (
        lambda row: (row.get("id", "").strip(),),
        lambda row: (_flat(row.get("title", "")), _flat(row.get("text", "")), row.get(place, "")),
        lambda row: (_flat(row.get("title", "")), _flat(row.get("text", ""))),
        lambda row: (_flat(row.get("title", "")),),
        lambda row: (_flat(row.get("text", "")),),
    )
    for sign in signs:
        _pair(left, right, sign, found)
    taken = set(found.values())
    stood = {row.get(place, ""): at for at, row in enumerate(right) if at not in taken}
    for at, row in enumerate(left):
        other = stood.get(row.get(place, "") or "\0")
        if at not in found and other is not None and _alike(row, right[other]):
            found[at] = other
            del stood[row.get(place, "")]
    return found


def _pair(
    left: Sequence[Texts], right: Sequence[Texts], sign: Callable[[Texts], tuple[str, ...]],
    found: dict[int, int],
) -> None:  # fmt: skip
    """Add the pairs whose sign occurs once on either side, among those not paired yet."""
    taken = set(found.values())
    here = _once({at: sign(row) for at, row in enumerate(left) if at not in found})
    there = _once({at: sign(row) for at, row in enumerate(right) if at not in taken})
    for words, at in here.items():
        other = there.get(words)
        if other is not None and not _other_id(left[at], right[other]):
            found[at] = other


def _once(signs: Mapping[int, tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Return sign → index, of the signs that say anything and occur once."""
    first: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for at, words in signs.items():
        if any(words[:2]):
            twice |= {words} & first.keys()
            first.setdefault(words, at)
    return {words: at for words, at in first.items() if words not in twice}


def _other_id(one: Texts, two: Texts) -> bool:
    """Whether two rows say that they are different tasks."""
    ids = one.get("id", "").strip(), two.get("id", "").strip()
    return all(ids) and ids[0] != ids[1]


def _flat(words: str) -> str:
    return "".join(words.split())


def _alike(one: Texts, two: Texts) -> bool:
    if _other_id(one, two):
        return False
    words = [
        "\n".join(row.get(key, "") for key in ("title", "text", "owner", "partners", "due"))
        for row in (one, two)
    ]
    first, second = (each[:_COMPARED] for each in words)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
