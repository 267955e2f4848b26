"""What became of a snippet: still said, out of its window, superseded, gone.

Takes the library of a workspace and a day; gives for a snippet with version, as a built document
names it, its fate and its text of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.library.aliases import ids_meant
from docgen.library.snippets import Snippets, window
from docgen.model.library import Snippet

# Only files with one of these keys can change what became of another snippet.
_POINTING = tuple(word.encode() for word in ("supersedes", "取代", "aliases", "别名", "又名"))


class Fate(NamedTuple):
    """What became of a snippet: the code that tells it, its facts."""

    code: str
    last: str = ""
    by: str = ""  # the snippet that took its place


class Fates:
    """What became of the snippets of one workspace by one day (ISO)."""

    def __init__(self, snippets: Snippets, day: str, report: Report) -> None:
        self._snippets, self._day, self._report = snippets, day, report
        self._fates: dict[str, Fate | None] = {}
        self._superseding: dict[str, str] = {}
        self._renamed: dict[str, str] = {}
        for snippet in _pointing(snippets, report):
            if window(snippet)[0] <= day:
                for old in snippet.card.supersedes:
                    self._superseding |= dict.fromkeys(_meant(old, snippets), snippet.label)
            self._renamed |= dict.fromkeys(snippet.card.aliases, snippet.id)

    def of(self, label: str) -> Fate | None:
        """Return what became of ``building/branch@2``; None where it may still be said."""
        if label not in self._fates:
            self._fates[label] = self._judged(*_split(label))
        return self._fates[label]

    def snippet(self, label: str) -> Snippet | None:
        """Return the snippet as it is today; None where it is not there, or cannot be read."""
        id, number = _split(label)
        versions = self._snippets.versions(self._today(id), self._report)
        return next((each for each in versions if each.version == number), None)

    def _today(self, id: str) -> str:
        return id if self._snippets.files(id) else self._renamed.get(id, id)

    def _judged(self, id: str, number: int) -> Fate | None:
        by = self._superseding.get(f"{id}@{number}") or self._superseding.get(id, "")
        files = self._snippets.files(self._today(id))
        if number not in files:
            return Fate("N035", by=by or self._holding(self._today(id)))
        snippet = self.snippet(f"{id}@{number}")
        if snippet is None:
            return None  # it is there and cannot be read: that is reported
        if by:
            return Fate("N034", by=by)
        last = window(snippet)[1]
        return Fate("N033", last, self._successor(snippet)) if last < self._day else None

    def _successor(self, snippet: Snippet) -> str:
        valid = snippet.card.valid
        return self._holding(snippet.id) or (valid.next if valid else "")

    def _holding(self, id: str) -> str:
        """Return the version of a snippet that may be said on the day, or ``""``."""
        for version in self._snippets.versions(id, self._report):
            first, last = window(version)
            if first <= self._day <= last:
                return version.label
        return ""


def _split(label: str) -> tuple[str, int]:
    """Return id and version; a row may have been damaged, and no snippet is called so then."""
    id, _, version = label.partition("@")
    return id, int(version) if version.isascii() and version.isdigit() else 1


def _meant(reference: str, snippets: Snippets) -> list[str]:
    """Return what ``supersedes`` names, by id; as typed where there is no such snippet now."""
    name, at, version = reference.strip().partition("@")
    return [f"{id}{at}{version}" for id in ids_meant(name, snippets) or [name]]


def _pointing(snippets: Snippets, report: Report) -> Iterator[Snippet]:
    for id in snippets.ids():
        if any(_points(path) for path in snippets.files(id).values()):
            yield from snippets.versions(id, report)


def _points(path: Path) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return False  # told when it is asked for
    # What is not UTF-8 is rare and is read.
    return any(word in content for word in _POINTING) or not _is_utf8(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
