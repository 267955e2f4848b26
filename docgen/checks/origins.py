"""Where every paragraph of a .docx came from, also after people and programs changed it.

Takes the bytes of a .docx that docgen built; gives `Origins`: its paragraphs as they are now,
each with the row that was written for it. Needs neither the workspace nor the library.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.checks.inspect.opened import opened
from docgen.render.provenance import Row, UnknownFormError, hash_of, is_provenance, read_rows
from docgen.render.spots import FALLBACK
from docgen.render.xml import W

_CHARACTERS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
# Text that tracked changes moved away is printed where it went (ECMA-376-1 17.13.5.22); that
# which they deleted is no w:t.
_MOVED_AWAY = f"{W}moveFrom"


class Told(NamedTuple):
    """One paragraph as it is now, and the row it was printed from.

    `status`: ``same``, ``moved`` or ``copied`` (its words stand twice now) with a `row`; or
    ``unknown``: nobody printed these words. One that stands alone where another stood may be
    that one, edited: then `near` is its row.
    """

    number: int
    text: str
    status: str
    row: Row | None = None
    near: Row | None = None


class Origins(NamedTuple):
    """The paragraphs that have a text, in order, and the rows of those that are gone."""

    paragraphs: tuple[Told, ...]
    gone: tuple[Row, ...] = ()


def read_origins(data: bytes, place: Place, report: Report) -> Origins | None:
    """Return the origins in a .docx, or None after reporting why there are none (N030 where
    the file is sound and has no rows)."""
    found = opened(data, place, report)
    if found is None:
        return None
    parts = dict.fromkeys(part for part in found.parts.values() if is_provenance(part))
    if not parts:
        report.add("N030", place)
        return None
    try:
        rows = [row for part in parts for row in read_rows(part)]
    except UnknownFormError as exc:
        reason, mend = Words("已损坏", "damaged"), Words("", "Build")
        if str(exc):
            reason = Words(f"是新版写的：{exc}", f"of a newer version: {exc}")
            mend = Words("换新版的 docgen，或", "Use a newer docgen, or build")
        report.add("N031", place, reason=reason, mend=mend)
        return None
    texts = (visible_text(paragraph) for paragraph in found.body.iter(f"{W}p"))
    return realigned([text for text in texts if text.strip()], rows)


def visible_text(paragraph: Any) -> str:
    """Return the visible text of one paragraph, without that of the text boxes in it."""
    if next(paragraph.iterancestors(FALLBACK), None) is not None:
        return ""  # repeats the mc:Choice beside it
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    for child in paragraph:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in (f"{W}p", f"{W}pPr", f"{W}rPr", _MOVED_AWAY):
            yield from _pieces(child)


def realigned(texts: list[str], rows: list[Row]) -> Origins:
    """Return which of `rows` each of `texts` was printed from.

    Whole stretches that still follow each other are found first, then what was moved, then
    copies.
    """
    hashes = [hash_of(text) for text in texts]
    made = _matched(hashes, rows)
    kept = _longest_rise(made)
    near = _near(kept, made, len(texts), len(rows))
    copies = _copies(hashes, rows, made)
    status = dict.fromkeys(made, "moved") | dict.fromkeys(kept, "same")
    status |= dict.fromkeys(copies, "copied")
    whence = made | copies
    paragraphs = tuple(
        Told(
            number + 1,
            text,
            status.get(number, "unknown"),
            rows[whence[number]] if number in whence else None,
            rows[near[number]] if number in near else None,
        )
        for number, text in enumerate(texts)
    )
    there = {*made.values(), *near.values()}
    return Origins(paragraphs, tuple(row for at, row in enumerate(rows) if at not in there))


Matches = dict[int, int]  # paragraph → row, both from 0


def _matched(hashes: list[str], rows: list[Row]) -> Matches:
    """Return the paragraphs whose words stand in a row; of equal ones, each has its own."""
    matcher = SequenceMatcher(None, [row.hash for row in rows], hashes, autojunk=False)
    found: Matches = {}
    for start, first, length in matcher.get_matching_blocks():
        found |= zip(range(first, first + length), range(start, start + length), strict=True)
    left = defaultdict(list)
    for number in sorted(set(range(len(rows))) - set(found.values())):
        left[rows[number].hash].append(number)
    for number, mark in enumerate(hashes):
        if number not in found and left[mark]:
            found[number] = left[mark].pop(0)
    return dict(sorted(found.items()))


def _copies(hashes: list[str], rows: list[Row], made: Matches) -> Matches:
    first = {row.hash: number for number, row in reversed(list(enumerate(rows)))}
    return {
        number: first[mark]
        for number, mark in enumerate(hashes)
        if number not in made and mark in first
    }


def _longest_rise(made: Matches) -> Matches:
    """Return the most paragraphs that stand in the order of their rows: the others moved."""
    ends: list[int] = []  # the smallest row that ends a rise of each length
    paragraphs: list[int] = []  # and its paragraph
    before: dict[int, int | None] = {}
    for number, row in made.items():
        at = bisect_left(ends, row)
        ends[at : at + 1], paragraphs[at : at + 1] = [row], [number]
        before[number] = paragraphs[at - 1] if at else None
    found: Matches = {}
    last = paragraphs[-1] if paragraphs else None
    while last is not None:
        found[last] = made[last]
        last = before[last]
    return dict(sorted(found.items()))


def _near(kept: Matches, made: Matches, paragraphs: int, rows: int) -> Matches:
    """Return the rows of what stood where as many unknown paragraphs stand now, in order."""
    there = set(made.values())
    found: Matches = {}
    anchors = [(-1, -1), *kept.items(), (paragraphs, rows)]
    for (first, start), (last, end) in pairwise(anchors):
        new = [number for number in range(first + 1, last) if number not in made]
        gone = [number for number in range(start + 1, end) if number not in there]
        if len(new) == len(gone):
            found |= zip(new, gone, strict=True)
    return found
