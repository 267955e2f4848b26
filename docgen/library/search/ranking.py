"""Which snippets a query means, and which of them first.

Takes an index and a `Query`, gives `Found`. A snippet has to have every word asked for; where
none has them all, those with the most of them are taken; where none has any, those that have
most of the words' pairs of characters. What holds on the day comes first, then what has expired,
then what is not valid yet; in each that of the higher score, then that which says
the words more often, then the nearest to the day, then
the workspace's own before the shipped, then the id: the same on every machine.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from docgen.library.search.matching import Conditions, joined
from docgen.library.search.normal_form import normal


class Query(NamedTuple):
    """What is looked for: words, and what a snippet must have besides. `uses`, `levels`, `kinds`
    are codes, one of which will do; of `tags` it must have every one; `day` is an ISO date on
    which it must be valid: without one, what is valid today comes first."""

    words: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    day: str = ""
    limit: int = 20


class Hit(NamedTuple):
    """One snippet that was found; `state` is how its window lies to the day (`STATES`), `reasons`
    says for each word where it stands (`REASONS`)."""

    id: str
    version: int
    title: str
    use: str
    use_word: str
    tags: list[str]
    levels: list[str]
    kinds: list[str]
    first: str
    last: str
    next: str
    state: str
    file: Path
    reasons: dict[str, list[str]]

    @property
    def label(self) -> str:
        """The id with its version; the first version is not marked."""
        return self.id if self.version == 1 else f"{self.id}@{self.version}"


class Found(NamedTuple):
    """What a query found: the first hits, how many there are in all, how much of the query they
    have (``all`` the words, ``some`` of them, or only pairs of characters: ``near``), and the
    files that could not be read."""

    hits: list[Hit]
    total: int
    share: str
    unread: list[Path]


# More than any snippet's words are worth.
_MOST_WORTH = 1_000_000

# The numbers of the best snippets in order, and how many there are in all.
_Best = tuple[list[int], int]

# How a window lies to the day, as `_STATE` counts.
STATES = ("valid", "expired", "future")
_STATE = "(first > {day}) * 2 + (last != '' AND last < {day})"
# The nearest to the day: what holds since the latest day, ended last, begins soonest.
_NEAREST = (
    "CASE WHEN first > {day} THEN '' WHEN last != '' AND last < {day} THEN last ELSE first END"
    " DESC, first"
)

# Where a word may stand, and the column that says so; a list's items stand on lines.
REASONS = {
    "title": "n_title", "alias": "n_aliases", "heading": "n_heading", "tag": "n_tags",
    "id": "n_id", "term": "n_terms", "body": "text",
}  # fmt: skip


# More words than anybody types: the rest are passed over. And of the words or pairs of which
# some will do so many are looked for, evenly taken: a pasted page has its hundreds.
_MOST_WORDS, _MOST_OF_SOME = 1000, 60


def ranked(index: sqlite3.Connection, folders: list[Path], query: Query) -> Found:
    """Return what the query finds."""
    asked = query.words[:_MOST_WORDS]
    typed = {normal(word): word for word in reversed(asked)}
    words = {word: typed[word] for word in map(normal, asked) if word}
    share, (best, total) = "all", _best(index, query, list(words), len(words))
    if not total and len(words) > 1:
        share, (best, total) = "some", _best(index, query, _spread(words), 1)
    if not total and (pairs := _spread(_pairs(words))):
        # A third of a word's pairs: 离休干部工作 finds 离休干部; one pair alone finds nothing.
        share, (best, total) = "near", _best(index, query, pairs, max(2, -(-len(pairs) // 3)))
        words = {pair: pair for pair in pairs}
    index.row_factory = sqlite3.Row
    day = _day(query)
    hits = [_hit(_row(index, number), folders, words, day) for number in best]
    return Found(hits, total, share, _unread(index, folders))


def _pairs(words: dict[str, str]) -> list[str]:
    """Return the pairs of neighbouring characters in words of three or more."""
    long = [word for word in words if len(word) > 2]
    return list(dict.fromkeys(pair for word in long for pair in map("".join, pairwise(word))))


def _spread(words: Iterable[str]) -> list[str]:
    """Return so many of the words as will be looked for, from all over them."""
    all_ = list(words)
    return all_[:: -(-len(all_) // _MOST_OF_SOME) or 1]


def _best(index: sqlite3.Connection, query: Query, words: list[str], least: int) -> _Best:
    """Return the best snippets with at least `least` of the words, and how many there are."""
    asked = _asked(query)
    said = [asked.word(word) for word in words]
    has, worths, oftens = ([each[at] for each in said] for at in range(3))
    day = asked.name(_day(query))
    every = least == len(words)
    had = "0" if every else joined(has, "+")
    wanted = has if every else [f"{had} >= {asked.name(least)}"]
    worth = joined(worths, "+") or "0"
    # What a snippet is worth in one number: nothing is dearer than to compare four thousand.
    rank = f"(({had}) * 3 - ({_STATE.format(day=day)})) * {_MOST_WORTH} + {worth}"
    where = joined([*asked.wanted, *wanted], "AND")
    ranks = dict(index.execute(f"SELECT number, {rank} FROM snippet WHERE {where}", asked.values))
    best = sorted(ranks.values(), reverse=True)[: query.limit]
    level = [number for number, each in ranks.items() if each >= best[-1]] if best else []
    sql = f"""
        SELECT number FROM snippet WHERE number IN ({", ".join(map(str, level))})
        ORDER BY {rank} DESC, {joined(oftens, "+") or "NULL"} DESC,
            {_NEAREST.format(day=day)}, folder, id, version
        LIMIT {asked.name(query.limit)}
    """
    found = index.execute(sql, asked.values) if level else ()
    return [number for (number,) in found], len(ranks)


def _day(query: Query) -> str:
    return query.day or time.strftime("%Y-%m-%d")


def _asked(query: Query) -> Conditions:
    """Return what a snippet must have besides the words."""
    asked = Conditions()
    asked.want_use(query.uses)
    asked.want_allowed("levels", query.levels)
    asked.want_allowed("kinds", query.kinds)
    asked.want_tags(tuple(map(normal, query.tags)))
    asked.want_day(query.day)
    return asked


def _row(index: sqlite3.Connection, number: int) -> sqlite3.Row:
    found: sqlite3.Row = index.execute(
        "SELECT * FROM snippet WHERE number = ?", (number,)
    ).fetchone()
    return found


def _hit(row: sqlite3.Row, folders: list[Path], words: dict[str, str], day: str) -> Hit:
    reasons = {typed: _reasons(row, word) for word, typed in words.items()}
    return Hit(
        row["id"],
        row["version"],
        row["title"],
        row["use"],
        row["use_word"],
        row["tags"].splitlines(),
        row["levels"].split(),
        row["kinds"].split(),
        row["first"],
        row["last"],
        row["next"],
        STATES[2 if row["first"] > day else 1 if "" < row["last"] < day else 0],
        folders[row["folder"]] / row["path"],
        {word: places for word, places in reasons.items() if places},
    )


def _reasons(row: sqlite3.Row, word: str) -> list[str]:
    """Return where a word stands in a row, the weightiest first."""
    found = [reason for reason, column in REASONS.items() if word in row[column]]
    if "term" in found and f"\n{word}\n" not in row["n_terms"]:
        found.remove("term")
    if "body" in found and word not in row["text"][: row["body"]]:
        found.remove("body")
    return found


def _unread(index: sqlite3.Connection, folders: list[Path]) -> list[Path]:
    """Return the files that are no snippet docgen can read."""
    rows = index.execute(
        "SELECT folder, path FROM snippet WHERE NOT readable AND NOT hidden ORDER BY folder, path"
    )
    return [folders[folder] / path for folder, path in rows]
