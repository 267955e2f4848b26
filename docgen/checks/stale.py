"""Which phrases of a built document are out of use by now.

Takes the origins in a .docx, the library of its workspace and a day; reports each paragraph
with words of a snippet whose window has closed, that was superseded or is gone, and what
took its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report, Words, clipped
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.checks.origins import Origins, Told, read_origins
from docgen.library.snippets import Snippets, window
from docgen.model.library import Snippet
from docgen.source.workspace import Workspace, find_workspace, shown, whole

# Only files with one of these keys can change what became of another snippet.
_POINTING = tuple(word.encode() for word in ("supersedes", "取代", "aliases", "别名", "又名"))


class Fate(NamedTuple):
    """What became of a snippet: the code that tells it, its facts."""

    code: str
    last: str = ""
    by: str = ""  # the snippet that took its place


class Library:
    """What became of the snippets of one workspace by one day (ISO)."""

    def __init__(self, snippets: Snippets, day: str, report: Report) -> None:
        self._snippets, self._day, self._report = snippets, day, report
        self._fates: dict[str, Fate | None] = {}
        self._superseding: dict[str, str] = {}
        self._renamed: dict[str, str] = {}
        for snippet in _pointing(snippets, report):
            if window(snippet)[0] <= day:
                self._superseding |= dict.fromkeys(snippet.card.supersedes, snippet.label)
            self._renamed |= dict.fromkeys(snippet.card.aliases, snippet.id)

    def fate(self, label: str) -> Fate | None:
        """Return what became of ``building/branch@2``; None where it may still be said."""
        if label not in self._fates:
            id, _, version = label.partition("@")
            self._fates[label] = self._judged(id, int(version or 1))
        return self._fates[label]

    def _judged(self, id: str, number: int) -> Fate | None:
        label = f"{id}@{number}"
        by = self._superseding.get(label) or self._superseding.get(id, "")
        if not self._snippets.files(id) and id not in self._renamed:
            return Fate("N035", by=by)
        id = id if self._snippets.files(id) else self._renamed[id]
        if number not in self._snippets.files(id):
            return Fate("N035", by=by or self._holding(id))
        versions = self._snippets.versions(id, self._report)
        snippet = next((each for each in versions if each.version == number), None)
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


def report_stale(
    origins: Origins, library: Library, place: Place, report: Report, *, at_home: bool = True
) -> None:
    """Report every paragraph with words that are out of use.

    `at_home`: the library is surely that of the document's workspace; else a snippet that it
    lacks proves nothing.
    """
    for told in origins.paragraphs:
        row = told.row or told.near
        for label in row.snippets if row else ():
            fate = library.fate(label)
            if fate is not None:
                _tell(told, label, fate, place, report, at_home=at_home)


def _tell(
    told: Told, label: str, fate: Fate, place: Place, report: Report, *, at_home: bool
) -> None:
    code = "N040" if fate.code == "N035" and not at_home else fate.code
    code = "N036" if told.row is None else code
    successor = Words("", "")
    if fate.by:
        successor = Words(f"接替它的是 {fate.by}。", f"Its successor is {fate.by}.")
    words = clipped("".join(told.text.split()), 12)
    facts = {"last": fate.last, "by": fate.by, "successor": successor}
    report.add(code, place, number=told.number, words=words, id=label, **facts)


def report_stale_files(paths: list[Path], given: Workspace, day: str, report: Report) -> int:
    """Report what is out of use in the .docx of `paths` (files or folders; none: the output
    folder of `given`); return how many were looked at.

    Each is judged by the library of the workspace that it was built from, else by `given`'s.
    Raises DocgenError for a path that is not there.
    """
    libraries: dict[Path, Library] = {}
    looked = 0
    if not paths and not given.output.exists():
        report.add("N039", Place(shown(given.output)))
        return 0
    for path in _documents(paths or [given.output], report):
        origins = _read(path, report, asked=path in paths)
        if origins is None:
            continue
        looked += 1
        home = _home(path, origins, given)
        workspace = given if home in (None, given.root) else find_workspace(home, report)
        if workspace.root not in libraries:
            libraries[workspace.root] = Library(Snippets(workspace), day, report)
        library = libraries[workspace.root]
        report_stale(origins, library, Place(shown(path)), report, at_home=home is not None)
    return looked


def _documents(paths: list[Path], report: Report) -> list[Path]:
    """Return the .docx at and below `paths`; Word's own lock files are none."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise DocgenError("W010", Place(path.as_posix()))
        inside = sorted(path.rglob("*.docx")) if path.is_dir() else [path]
        inside = [each for each in inside if each.is_file() and not each.name.startswith("~$")]
        if not inside:
            report.add("N039", Place(shown(path)))
        found |= dict.fromkeys(inside)
    return list(found)


def _read(path: Path, report: Report, *, asked: bool) -> Origins | None:
    """Return the origins in a file; one that has none matters only if it was `asked` for."""
    place, found = Place(shown(path)), Report()
    try:
        origins = read_origins(path.read_bytes(), place, found)
    except OSError as exc:
        raise DocgenError("F121", place, reason=exc.strerror or str(exc)) from exc
    for diagnostic in found:
        if diagnostic.code == "N030" and not asked:
            report.add("N037", place)
        else:
            report.extend([diagnostic])
    return origins


def _home(path: Path, origins: Origins, given: Workspace) -> Path | None:
    """Return the workspace a document was built from: where the files of its rows lie."""
    rows = [told.row for told in origins.paragraphs if told.row is not None]
    files = {row.file for row in rows if not row.file.endswith(".docx")}
    for folder in (given.root, *whole(path).parents):
        if any((folder / file).is_file() for file in files):
            return folder
    return None
