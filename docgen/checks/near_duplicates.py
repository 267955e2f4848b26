"""Snippets that say the same: twice the same text, or most of one found in another.

Takes a library, adds to a report; `near_duplicates` takes any texts with their owners. What is
compared is Han alone, in runs of five: names, numbers and marks are easily changed, and a text
that is one character in ten another still shares more than half of its runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.library.snippets import Snippets, window
from docgen.model.library import Snippet

# More than this share of the shorter one's runs makes two texts near-duplicates: measured on
# real documents of the field, whose most alike paragraphs, two openings, share 0.40.
SHARE = 0.45
RUN = 5
# Shorter texts are formulas, and formulas are alike.
LEAST = 60

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_NOT_HAN = re.compile(r"\{[{%#].*?[}%#]\}|[^" + _HAN + "]+", re.DOTALL)


class Passage(NamedTuple):
    """A text and whose it is; texts of one owner (variants, versions) are not compared."""

    owner: str
    label: str
    text: str


class Pair(NamedTuple):
    """Two passages alike: `share` of the runs of the `shorter` stand in the `longer`."""

    shorter: Passage
    longer: Passage
    share: float


def han(text: str) -> str:
    """Return the Han of a text, without what stands in ``{{ }}``."""
    return _NOT_HAN.sub("", text)


def runs(text: str) -> frozenset[str]:
    """Return the runs of five Han in a text."""
    only = han(text)
    return frozenset(only[i : i + RUN] for i in range(len(only) - RUN + 1))


def same_owner(one: Passage, two: Passage) -> bool:
    """Whether two passages are of one snippet, and so alike by right."""
    return one.owner == two.owner


def near_duplicates(
    passages: Iterable[Passage],
    share: float = SHARE,
    may_be_alike: Callable[[Passage, Passage], bool] = same_owner,
) -> Iterator[Pair]:
    """Yield each passage that is a near-duplicate of a longer one, with one such, in the order
    of length. None is missed; of a crowd that are all alike, each is told of once.

    Two texts that share more than `share` have a run in common even when the commonest runs of
    the shorter are left out, up to that share of them; so only those with one of its *rarest*
    runs need to be compared, and for nearly all texts, whose rarest are theirs alone, none.
    """
    long = [each for each in passages if len(han(each.text)) >= LEAST]
    long.sort(key=lambda each: (len(han(each.text)), each.label, each.text))
    shared = _shared([each.text for each in long])
    holders: dict[int, list[int]] = {}
    for number, own in enumerate(shared):
        for run in own.common:
            holders.setdefault(run, []).append(number)
    for number, own in enumerate(shared):
        least = int(share * own.number) + 1
        for other in _candidates(own, least, holders, number):
            both = len(own.common & shared[other].common)
            if both >= least and not may_be_alike(long[number], long[other]):
                yield Pair(long[number], long[other], both / own.number)
                break


class _Runs(NamedTuple):
    """How many runs a text has; and, numbered, those that may stand in another text too."""

    number: int
    common: frozenset[int]


def _shared(texts: list[str]) -> list[_Runs]:
    """Return each text's runs. Those that stand in it alone, millions in a large library, are
    only counted; they are told apart by their hash, so a few are kept that need not be."""
    size = 1 << 24
    seen, again = bytearray(size), bytearray(size)
    for text in texts:
        for place in {hash(run) % size for run in runs(text)}:
            again[place] |= seen[place]
            seen[place] = 1
    numbers: dict[str, int] = {}
    found = []
    for text in texts:
        own = runs(text)
        common = [run for run in sorted(own) if again[hash(run) % size]]
        kept = frozenset(numbers.setdefault(run, len(numbers)) for run in common)
        found.append(_Runs(len(own), kept))
    return found


def _candidates(
    own: _Runs, least: int, holders: dict[int, list[int]], number: int
) -> Iterator[int]:
    """Yield the longer texts that hold one of a text's rarest runs, each once."""
    rarest = sorted(own.common, key=lambda run: (len(holders[run]), run))
    unshared = own.number - len(own.common)
    met: set[int] = set()
    for run in rarest[: max(0, own.number - least + 1 - unshared)]:
        for other in holders[run]:
            if other > number and other not in met:
                met.add(other)
                yield other


def check_duplicates(snippets: Snippets, report: Report, *, shipped: bool = False) -> None:
    """Report the snippets of a library that say the same, each once, at the workspace's own;
    two of the shipped library only where `shipped` says so.

    Not those that may: one says that it supersedes the other or comes after it, or there is
    no day on which both are valid.
    """
    found = list(snippets.all(Report()))
    if not shipped:  # the first of two with the same text is the one to keep
        found.sort(key=lambda snippet: not snippet.shipped)
    library = {snippet.label: snippet for snippet in found}

    def alike(one: Snippet, two: Snippet) -> bool:
        theirs = one.shipped and two.shipped and not shipped
        return theirs or _may_be_alike(one, two)

    told: set[str] = set()
    for label, other in _twice(found, alike):
        told |= {label, other}
        report.add("N057", library[label].variants[""].place, id=label, other=other)
    for pair in near_duplicates(
        _passages(found),
        may_be_alike=lambda one, two: alike(library[one.label], library[two.label]),
    ):
        label, other, share = pair.shorter.label, pair.longer.label, f"{pair.share:.0%}"
        if label not in told:
            told.add(label)
            own = label if shipped or not library[label].shipped else other
            report.add("N058", library[own].place, id=label, other=other, share=share)


def _twice(
    library: Iterable[Snippet], may_be_alike: Callable[[Snippet, Snippet], bool]
) -> Iterator[tuple[str, str]]:
    """Yield (label, label of an earlier one with the same main text)."""
    met: dict[str, list[Snippet]] = {}
    for snippet in library:
        earlier = met.setdefault(snippet.variants[""].source, [])
        twin = next((each for each in earlier if not may_be_alike(each, snippet)), None)
        if twin is not None:
            yield snippet.label, twin.label
        else:
            earlier.append(snippet)


def _passages(library: Iterable[Snippet]) -> Iterator[Passage]:
    for snippet in library:
        for text in snippet.variants.values():
            yield Passage(snippet.id, snippet.label, text.source)


def _may_be_alike(one: Snippet, two: Snippet) -> bool:
    if one.id == two.id or two.id in _relatives(one) or one.id in _relatives(two):
        return True
    (start, end), (other_start, other_end) = window(one), window(two)
    return max(start, other_start) > min(end, other_end)


def _relatives(snippet: Snippet) -> set[str]:
    card = snippet.card
    named = {*card.supersedes, card.valid.next if card.valid else ""}
    return {name.split("@")[0] for name in named}
