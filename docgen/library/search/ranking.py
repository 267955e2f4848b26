"""Which snippets a query means, and which of them first.

Takes an index and a `Query`, gives `Found`. A snippet has to have every word asked for; where
none has them all, those with the most of them are taken; where none has any, those that have
most of the words' pairs of characters. The order is that of the scores, then the workspace's
own before the shipped, then the id: the same on every machine and every day.
"""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from docgen.library.search.matching import Conditions
from docgen.library.search.normal_form import normal


class Query(NamedTuple):
    """What is looked for: words, and what a snippet must have besides. `uses`, `levels`, `kinds`
    are codes, one of which will do; of `tags` it must have every one; `day` is an ISO date."""

    words: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    day: str = ""
    limit: int = 20


class Hit(NamedTuple):
    """One snippet that was found; `reasons` says for each word where it stands (`REASONS`)."""

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


# Where a word may stand, and the column that says so; a list's items stand on lines.
REASONS = {
    "title": "n_title", "alias": "n_aliases", "heading": "n_heading", "tag": "n_tags",
    "id": "n_id", "term": "n_terms", "body": "text",
}  # fmt: skip


def ranked(index: sqlite3.Connection, folders: list[Path], query: Query) -> Found:
    """Return what the query finds."""
    typed = {normal(word): word for word in reversed(query.words)}
    words = {word: typed[word] for word in map(normal, query.words) if word}
    share, rows = "all", _rows(index, query, list(words), len(words))
    if not rows and len(words) > 1:
        share, rows = "some", _rows(index, query, list(words), 1)
    if not rows and (pairs := _pairs(words)):
        # A third of a word's pairs: 离休干部工作 finds 离休干部; one pair alone finds nothing.
        share, rows = "near", _rows(index, query, list(pairs), max(2, -(-len(pairs) // 3)))
        words = pairs
    index.row_factory = sqlite3.Row
    hits = [_hit(_row(index, number), folders, words) for number, _ in rows]
    return Found(hits, rows[0][1] if rows else 0, share, _unread(index, folders))


def _pairs(words: dict[str, str]) -> dict[str, str]:
    """Return the pairs of neighbouring characters in words of three or more."""
    long = [word for word in words if len(word) > 2]
    return {pair: pair for word in long for pair in map("".join, pairwise(word))}


def _rows(
    index: sqlite3.Connection, query: Query, words: list[str], least: int
) -> list[tuple[int, int]]:
    """Return (number, how many there are) of the best snippets with at least `least` words."""
    asked = _asked(query)
    said = [asked.word(word) for word in words]
    every = least == len(words)
    had = "0" if every else " + ".join(has for has, _ in said)
    wanted = [has for has, _ in said] if every else [f"had >= {least}"]
    sql = f"""
        SELECT number, count(*) OVER (), {had} AS had FROM snippet
        WHERE {" AND ".join([*asked.wanted, *wanted])}
        ORDER BY had DESC, {" + ".join(worth for _, worth in said) or "NULL"} DESC,
            folder, id, version
        LIMIT {asked.name(query.limit)}
    """
    return [(number, total) for number, total, _ in index.execute(sql, asked.values)]


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


def _hit(row: sqlite3.Row, folders: list[Path], words: dict[str, str]) -> Hit:
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
