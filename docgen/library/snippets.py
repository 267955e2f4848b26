"""The phrase library: finding the snippet that is right on the document's day.

Takes the folders of snippets (the workspace's own first), gives `Snippet`s by id; the
version whose window holds the date is taken.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.library.aliases import id_called, predecessor, successor
from docgen.library.shipped import shipped
from docgen.library.snippet_file import front_matter, read_snippet
from docgen.library.superseding import Superseding
from docgen.model.library import Snippet
from docgen.model.values import When
from docgen.source.workspace import Workspace

# A segment of an id is a plain file name: no way out of the library.
_REFERENCE = re.compile(r"(?P<id>[\w-][\w.-]*(?:/[\w-][\w.-]*)*)(?:@(?P<version>\d{1,4}))?")
_FILE = re.compile(r"(?P<name>[\w-][\w.-]*?)(?:@(?P<version>\d{1,4}))?")

FOREVER = ("0001-01-01", "9999-12-31")


class Snippets:
    """The snippets of a workspace, its own before the shipped ones, each file read once."""

    def __init__(self, workspace: Workspace) -> None:
        self.folders = [workspace.own("snippets"), shipped("snippets")]
        self.superseding = Superseding(self)
        self._read: dict[Path, tuple[Snippet | None, Report]] = {}
        self._topics: dict[Path, dict[str, dict[int, Path]]] = {}
        self._fronts: list[tuple[str, int, Path, str]] = []

    def ids(self) -> list[str]:
        """Return the ids of all snippets."""
        return sorted({id for folder in self.folders for id in _ids_in(folder)})

    def own_ids(self) -> list[str]:
        """Return the ids of the workspace's own snippets."""
        return [id for id in self.ids() if self.is_own(id)]

    def is_own(self, id: str) -> bool:
        """Whether a snippet's files are the workspace's."""
        return not any(map(self._is_shipped, self.files(id).values()))

    def all(self, report: Report) -> Iterator[Snippet]:
        """Yield every snippet of every version, by id; faulty files are reported."""
        for id in self.ids():
            yield from self.versions(id, report)

    def versions(self, id: str, report: Report) -> list[Snippet]:
        """Return the versions of one snippet that could be read, first to last.

        What is wrong in their files is reported to everybody who asks for them.
        """
        files = self.files(id)
        read = [self._snippet(id, version, files[version], report) for version in sorted(files)]
        return [snippet for snippet in read if snippet is not None]

    def files(self, id: str) -> dict[int, Path]:
        """Return version → file; a workspace's own id hides the shipped one, all its versions."""
        if _REFERENCE.fullmatch(id) is None:
            return {}
        topic, _, name = id.rpartition("/")
        found = (self._topic(folder / topic).get(name) for folder in self.folders)
        return next((files for files in found if files), {})

    def find(self, reference: str, when: object, place: Place, report: Report) -> Snippet | None:
        """Return the snippet that `reference` (``id``, ``id@2`` or an alias) means on the day
        `when`.

        `when` is the document's date (a `When`, or anything else for none). Reported at
        `place`: an unknown id, no version for the day (N002), a pinned one outside its window.
        """
        match = _REFERENCE.fullmatch(reference.strip())
        id = match["id"] if match else ""
        if not self.files(id):
            id = id_called(reference.strip(), self, place, report)
        versions = self.versions(id, report)
        if not versions:  # what is wrong has been told
            return None
        if match and match["version"]:
            return _pinned(versions, int(match["version"]), when, place, report)
        day = when.start.iso if isinstance(when, When) else ""
        holding = [version for version in versions if holds(version, day)]
        if not holding:
            self._none_holds(versions, day, place, report)
            return None
        report_overlaps(versions, report)
        return holding[-1]

    def mentioning(self, *words: str, inside: bool = False) -> Iterator[Snippet]:
        """Yield the snippets whose front matter has one of `words`, as a whole word or also
        `inside` another: only these are parsed."""
        if not self._fronts:
            self._fronts = [
                (id, version, path, front_matter(path))
                for id in self.ids()
                for version, path in self.files(id).items()
            ]
        one = "|".join(map(re.escape, filter(None, words)))
        whole = f"(?:{one})" if inside else rf"(?<!\w)(?:{one})(?!\w)"
        found = re.compile(whole if one else r"(?!)")
        for id, version, path, front in self._fronts:
            if found.search(front):
                snippet = self._snippet(id, version, path, Report())
                if snippet is not None:
                    yield snippet

    def _none_holds(self, versions: list[Snippet], day: str, place: Place, report: Report) -> None:
        facts = {
            "id": versions[0].id,
            "windows": "；".join(f"{each.label} {_window(each)}" for each in versions),
        }
        first = min(window(each)[0] for each in versions)
        if not day:
            report.add("N005", place, **facts)
        elif day < first:
            then = predecessor(versions[0].id, day, self)
            before = Words(
                f"那时用的是 {then}。" if then else "", f"Then it was {then}." if then else ""
            )
            report.add("N045", place, day=day, first=first, then=before, **facts)
        else:
            ended = [each for each in versions if window(each)[1] < day]
            named = [w.next for each in ended if (w := each.card.valid) and w.next]
            after = named[-1] if named else successor(versions[0].id, self)
            report.add("N002" if after else "N013", place, day=day, next=after, **facts)

    def _topic(self, folder: Path) -> dict[str, dict[int, Path]]:
        """Return name → version → file in one folder, listed once: it may hold thousands."""
        if folder not in self._topics:
            self._topics[folder] = _listed(folder)
        return self._topics[folder]

    def _snippet(self, id: str, version: int, path: Path, report: Report) -> Snippet | None:
        if path not in self._read:
            found = Report()
            read = read_snippet(path, id, version, found)
            if read is not None and self._is_shipped(path):
                read = read._replace(shipped=True)
            self._read[path] = read, found
        snippet, faults = self._read[path]
        report.extend(faults)
        return snippet

    def _is_shipped(self, path: Path) -> bool:
        """Whether a file is of the shipped library, unless that is itself the workspace's."""
        own, shipped = self.folders[0], self.folders[-1]
        return path.is_relative_to(shipped) and own.absolute() != shipped.absolute()


def _pinned(
    versions: list[Snippet], number: int, when: object, place: Place, report: Report
) -> Snippet | None:
    found = next((each for each in versions if each.version == number), None)
    if found is None:
        labels = [each.label for each in versions]
        known = suggestion(f"{versions[0].id}@{number}", labels)
        report.add("N001", place, id=f"{versions[0].id}@{number}", known=known)
    elif isinstance(when, When) and not holds(found, when.start.iso):
        report.add("N004", place, id=found.label, window=_window(found), day=when)
    return found


def window(snippet: Snippet) -> tuple[str, str]:
    """Return the first and last day of a snippet's window as ISO dates; `FOREVER` without one."""
    valid = snippet.card.valid
    if valid is None:
        return FOREVER
    first = valid.from_.start.iso if isinstance(valid.from_, When) else FOREVER[0]
    last = valid.to.start if isinstance(valid.to, When) else None
    if last is None:
        return first, FOREVER[1]
    return first, last.iso if last.day else f"{last.iso[:8]}31"


def report_overlaps(versions: list[Snippet], report: Report) -> None:
    """Report versions of one snippet that are valid on the same day."""
    for index, first in enumerate(versions):
        for second in versions[index + 1 :]:
            day = max(window(first)[0], window(second)[0])
            if day <= min(window(first)[1], window(second)[1]):
                labels = f"{first.label}、{second.label}"
                always = day == FOREVER[0]
                since = Words("一直", "always") if always else Words(f"从 {day} 起", f"from {day}")
                report.add("N003", _valid(second, first), labels=labels, since=since)


def _valid(*versions: Snippet) -> Place:
    """Return where the first of `versions` that has a window says so."""
    dated = (each.card.where("valid") for each in versions if each.card.valid is not None)
    return next(dated, versions[0].place)


def holds(snippet: Snippet, day: str) -> bool:
    """Whether a snippet is valid on a day; without one (``""``), whether it always is."""
    first, last = window(snippet)
    if not day:
        return (first, last) == FOREVER
    return first <= day <= last


def _window(snippet: Snippet) -> str:
    first, last = window(snippet)
    start = "" if first == FOREVER[0] else first
    return f"{start}～{'' if last == FOREVER[1] else last}"


def _listed(folder: Path) -> dict[str, dict[int, Path]]:
    """Return name → version → file of the snippets that lie in `folder` itself."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # no such topic, or a file of its name
        return {}
    found: dict[str, dict[int, Path]] = {}
    for file in names:
        name, version = file_identity(file) or ("", 0)
        if name:
            found.setdefault(name, {})[version] = folder / file
    return found


def file_identity(file: str) -> tuple[str, int] | None:
    """Return (name, version) of a snippet's file name, ``branch@2.md``; None for other files."""
    match = _FILE.fullmatch(file[:-3]) if os.path.normcase(file).endswith(".md") else None
    if match is None or match["name"].upper() == "README":
        return None
    return match["name"], int(match["version"] or 1)


def _ids_in(folder: Path) -> Iterator[str]:
    for where, _, names in os.walk(folder):
        topic = os.path.relpath(where, folder).replace(os.sep, "/")
        for found in filter(None, map(file_identity, names)):
            yield found[0] if topic == "." else f"{topic}/{found[0]}"
