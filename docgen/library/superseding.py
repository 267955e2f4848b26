"""Which snippet took the place of another by its own word: ``supersedes`` (取代).

Takes a library, gives the snippet that supersedes one on a day. This is on the way of every
build: of each file only the front matter is looked at, and only those with the key in it are
parsed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.base.diagnostics import Report
from docgen.library.snippet_file import front_matter
from docgen.model.keys import table
from docgen.model.library import SnippetCard

if TYPE_CHECKING:
    from docgen.library.snippets import Snippets
    from docgen.model.library import Snippet

_KEYS = tuple(table(SnippetCard)["supersedes"].names())

# A library of more files than this is looked through only in the folder of the snippet that
# is used: opening each of 10,000 takes a third of a whole build. `snippets check` and `stale`
# read them all.
_MANY = 2000
_HEAD = 4096  # bytes: hardly a front matter is longer


class Superseding:
    """The snippets of one library that supersede others."""

    def __init__(self, snippets: Snippets) -> None:
        self._snippets = snippets
        self._fronts: dict[str, list[tuple[Path, str]]] = {}  # topic → file, its front matter
        self._small: bool | None = None

    def by(self, snippet: Snippet, day: str) -> Snippet | None:
        """Return the snippet that supersedes this one and is itself valid on `day` (ISO; ``""``
        where there is none)."""
        from docgen.library.snippets import holds

        names = _names(snippet)
        for path, front in self._pointing(snippet.id):
            if any(name in front for name in names):
                each = self._read(path)
                named = {old.strip() for old in each.card.supersedes} if each else set()
                if each and each.id != snippet.id and names & named and holds(each, day):
                    return each
        return None

    def _pointing(self, id: str) -> list[tuple[Path, str]]:
        """Return the files with the key in them, of those that are looked through."""
        if self._small is None:
            self._small = len(list(islice(self._files(""), _MANY + 1))) <= _MANY
        topic = "" if self._small or "/" not in id else id.partition("/")[0]
        if topic not in self._fronts:
            found = [(Path(path), _front(path)) for path in sorted(self._files(topic))]
            self._fronts[topic] = [(path, front) for path, front in found if front]
        return self._fronts[topic]

    def _files(self, topic: str) -> Iterator[str]:
        for folder in self._snippets.folders:
            for where, _, names in os.walk(folder / topic):
                yield from (os.path.join(where, name) for name in names if name.endswith(".md"))

    def _read(self, path: Path) -> Snippet | None:
        """Return the snippet in a file; None where it cannot be read or another hides it."""
        from docgen.library.snippets import file_identity

        folder = next(each for each in self._snippets.folders if path.is_relative_to(each))
        name, version = file_identity(path.name) or ("", 0)
        id = (path.relative_to(folder).parent / name).as_posix()
        if self._snippets.files(id).get(version) != path:
            return None
        versions = self._snippets.versions(id, Report())
        return next((each for each in versions if each.version == version), None)


def _names(snippet: Snippet) -> set[str]:
    """Return all that another may call this version: its id and aliases, bare or with ``@2``."""
    plain = {snippet.id, *snippet.card.aliases}
    return plain | {f"{name}@{snippet.version}" for name in plain}


def _front(path: str) -> str:
    """Return a file's front matter where it has the key in it, else ``""``."""
    try:
        with open(path, "rb", buffering=0) as file:
            head = file.read(_HEAD)
    except OSError:
        return ""  # told when it is asked for
    front, fence, _ = head.partition(b"\n---")
    try:
        typed = front.decode() if fence or len(head) < _HEAD else front_matter(Path(path))
    except UnicodeDecodeError:  # GB18030, UTF-16
        typed = front_matter(Path(path))
    return typed if any(key in typed for key in _KEYS) else ""
