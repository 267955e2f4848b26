"""The paragraphs of an edited .docx and those of the document as it would be built now, in pairs.

Takes the origins of both; gives `Pairs`. Paragraphs belong together by where they came from; what
has no origin any more by its likeness to what is missing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from docgen.checks.origins import Origins, Told
from docgen.render.provenance import Row, hash_of

_ALIKE = 0.5


@dataclass
class Pairs:
    """`changed`: both are there, and differ. `moved`: of the same words, elsewhere. `written` has
    nothing in the sources; `deleted` stood there when it was built; `new_in_sources` did not;
    `gone_from_sources` is what the sources do not have any more."""

    changed: list[tuple[Told, Told]] = field(default_factory=list)
    moved: list[tuple[Told, Told]] = field(default_factory=list)
    written: list[Told] = field(default_factory=list)
    deleted: list[Told] = field(default_factory=list)
    new_in_sources: list[Told] = field(default_factory=list)
    gone_from_sources: list[Told] = field(default_factory=list)


def paired(now: Origins, fresh: Origins) -> Pairs:
    """Return the paragraphs in pairs."""
    pairs = Pairs()
    waiting = list(fresh.paragraphs)
    left = _without_equal(now, waiting, pairs)
    left = _by_origin(left, waiting, pairs)
    _by_likeness(left, waiting, pairs)
    there = {(row.file, row.key) for row in now.gone}
    there |= {(each.near.file, each.near.key) for each in now.paragraphs if each.near}
    for each in waiting:
        deleted = each.row is not None and (each.row.file, each.row.key) in there
        (pairs.deleted if deleted else pairs.new_in_sources).append(each)
    return pairs


def _without_equal(now: Origins, waiting: list[Told], pairs: Pairs) -> list[Told]:
    """Return the paragraphs whose words the document would not have; take the others from
    `waiting`."""
    left = []
    equal = _equal(now, waiting)
    for told in now.paragraphs:
        fresh = equal.get(told.number)
        if fresh is not None:
            waiting.remove(fresh)
            if told.status == "moved":
                pairs.moved.append((told, fresh))
        elif told.status != "copied":
            left.append(told)
    return left


def _equal(now: Origins, waiting: list[Told]) -> dict[int, Told]:
    """Return for each paragraph one of the same words: of cells alike, that of its own row."""
    spots, words = defaultdict(list), defaultdict(list)
    for each in waiting:
        spots[hash_of(each.text), _spot(each.row)].append(each)
        words[hash_of(each.text)].append(each)
    found: dict[int, Told] = {}
    taken: set[int] = set()
    for by_spot in (True, False):
        for told in (told for told in now.paragraphs if told.number not in found):
            mark = hash_of(told.text)
            same = spots[mark, _spot(told.row)] if by_spot else words[mark]
            fresh = next((each for each in same if each.number not in taken), None)
            if fresh is not None:
                found[told.number] = fresh
                taken.add(fresh.number)
    return found


def _by_origin(left: list[Told], waiting: list[Told], pairs: Pairs) -> list[Told]:
    rest = []
    for told in left:
        row: Row | None = told.row or told.near
        same = [each for each in waiting if row and _spot(each.row) == _spot(row)]
        if same:
            waiting.remove(same[0])
            pairs.changed.append((told, same[0]))
        else:
            rest.append(told)
    return rest


def _by_likeness(left: list[Told], waiting: list[Told], pairs: Pairs) -> None:
    for told in left:
        if told.row is not None:
            pairs.gone_from_sources.append(told)
            continue
        likeness = [(_like(told.text, each.text), at) for at, each in enumerate(waiting)]
        best, at = max(likeness, default=(0.0, 0))
        if best >= _ALIKE:
            pairs.changed.append((told, waiting.pop(at)))
        else:
            pairs.written.append(told)


def _like(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _spot(row: Row | None) -> tuple[str, str]:
    return (row.file, row.key) if row else ("", "")
