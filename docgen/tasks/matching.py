"""Which tasks of one plan are those of another: by id, by the same title, by a title alike.

Takes two lists of tasks, gives `Pair`s in the order of the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.tasks.planned import PlannedTask

# Titles of which less is the same are of other tasks: half the runs of two characters.
ALIKE = 0.5
# An id is a task's own within a year; between years some offices number anew.
_ALIKE_OF_ONE_ID = 0.2

_NOT_WORDS = re.compile(r"[\W\d_]+")


class Pair(NamedTuple):
    """A task and the one of the other plan that it is: by ``id``, ``title`` or ``alike``, with
    the share of their titles that is the same."""

    old: PlannedTask
    new: PlannedTask
    by: str
    share: float


def likeness(one: str, other: str) -> float:
    """Return which share of two titles is the same (Dice's, over runs of two characters); years
    and marks do not count."""
    left, right = _runs(one), _runs(other)
    whole = left.total() + right.total()
    return 2 * (left & right).total() / whole if whole else float(one == other)


def _runs(words: str) -> Counter[str]:
    bare = _NOT_WORDS.sub("", words)
    return Counter(bare[at : at + 2] for at in range(len(bare) - 1)) or Counter([bare] * bool(bare))


def matched(
    old: Sequence[PlannedTask], new: Sequence[PlannedTask], *, same_year: bool
) -> list[Pair]:
    """Return the tasks that both lists have, each in one pair, the surest first taken."""
    least = 0.0 if same_year else _ALIKE_OF_ONE_ID
    pairs: list[Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for candidates in (_by_id(old, new, least), _by_title(old, new), _alike(old, new)):
        for at, to, by, share in candidates:
            if at not in taken[0] and to not in taken[1]:
                taken[0].add(at)
                taken[1].add(to)
                pairs.append(Pair(old[at], new[to], by, share))
    order = {id(task): at for at, task in enumerate(new)}
    return sorted(pairs, key=lambda pair: order[id(pair.new)])


_Candidate = tuple[int, int, str, float]


def _by_id(
    old: Sequence[PlannedTask], new: Sequence[PlannedTask], least: float
) -> Iterator[_Candidate]:
    places = {task.id: at for at, task in reversed(list(enumerate(old))) if task.id}
    for to, task in enumerate(new):
        at = places.get(task.id, -1)
        share = likeness(old[at].title, task.title) if at >= 0 else 0.0
        if at >= 0 and share >= least:
            yield at, to, "id", share


def _by_title(old: Sequence[PlannedTask], new: Sequence[PlannedTask]) -> Iterator[_Candidate]:
    places: dict[str, list[int]] = {}
    for at, task in enumerate(old):
        places.setdefault(_NOT_WORDS.sub("", task.title), []).append(at)
    for to, task in enumerate(new):
        for at in places.get(_NOT_WORDS.sub("", task.title), []):
            yield at, to, "title", 1.0


def _alike(old: Sequence[PlannedTask], new: Sequence[PlannedTask]) -> Iterator[_Candidate]:
    """Yield tasks whose titles are alike, the most alike first."""
    holders: dict[str, set[int]] = {}
    for at, task in enumerate(old):
        for run in _runs(task.title):
            holders.setdefault(run, set()).add(at)
    found = []
    for to, task in enumerate(new):
        near = {at for run in _runs(task.title) for at in holders.get(run, ())}
        for at in near:
            share = likeness(old[at].title, task.title)
            if share >= ALIKE:
                found.append((-share, to, at))
    for share, to, at in sorted(found):
        yield at, to, "alike", -share
