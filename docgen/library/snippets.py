"""The phrase library: finding the snippet that is right on the document's day.

Takes the folders of snippets (the workspace's own first), gives `Snippet`s by id; the
version whose window holds the date is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.library.shipped import shipped
from docgen.library.snippet_file import read_snippet
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
        self._read: dict[Path, tuple[Snippet | None, Report]] = {}
        self._files: dict[str, dict[int, Path]] = {}

    def ids(self) -> list[str]:
        """Return the ids of all snippets."""
        return sorted({id for folder in self.folders for id in _ids_in(folder)})

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
        if id not in self._files:
            found = (_versions_in(folder, id) for folder in self.folders)
            self._files[id] = next((files for files in found if files), {})
        return self._files[id]

    def find(self, reference: str, when: object, place: Place, report: Report) -> Snippet | None:
        """Return the snippet that `reference` (``id`` or ``id@2``) means on the day `when`.

        `when` is the document's date (a `When`, or anything else for none). Reported at
        `place`: an unknown id, no version for the day (N002), a pinned one outside its window.
        """
        match = _REFERENCE.fullmatch(reference.strip())
        id = match["id"] if match else reference
        versions = self.versions(id, report)
        if match is None or not versions:
            if not self.files(id):
                known = suggestion(id, self.ids(), limit=8, cutoff=0.75)
                report.add("N001", place, id=reference, known=known)
            return None
        if match["version"]:
            return _pinned(versions, int(match["version"]), when, place, report)
        day = when.start.iso if isinstance(when, When) else ""
        holding = [version for version in versions if _holds(version, day)]
        if not holding:
            _none_holds(versions, day, place, report)
            return None
        report_overlaps(versions, report)
        return holding[-1]

    def _snippet(self, id: str, version: int, path: Path, report: Report) -> Snippet | None:
        if path not in self._read:
            found = Report()
            self._read[path] = read_snippet(path, id, version, found), found
        snippet, faults = self._read[path]
        report.extend(faults)
        return snippet


def _pinned(
    versions: list[Snippet], number: int, when: object, place: Place, report: Report
) -> Snippet | None:
    found = next((each for each in versions if each.version == number), None)
    if found is None:
        labels = [each.label for each in versions]
        known = suggestion(f"{versions[0].id}@{number}", labels)
        report.add("N001", place, id=f"{versions[0].id}@{number}", known=known)
    elif isinstance(when, When) and not _holds(found, when.start.iso):
        report.add("N004", place, id=found.label, window=_window(found), day=when)
    return found


def _none_holds(versions: list[Snippet], day: str, place: Place, report: Report) -> None:
    windows = "；".join(f"{each.label} {_window(each)}" for each in versions)
    after = next((w.next for each in versions if (w := each.card.valid) and w.next), "")
    code = "N005" if not day else "N002" if after else "N013"
    report.add(code, place, id=versions[0].id, day=day, windows=windows, next=after)


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
                report.add("N003", second.place, labels=labels, since=since)


def _holds(snippet: Snippet, day: str) -> bool:
    first, last = window(snippet)
    if not day:
        return (first, last) == FOREVER
    return first <= day <= last


def _window(snippet: Snippet) -> str:
    first, last = window(snippet)
    start = "" if first == FOREVER[0] else first
    return f"{start}～{'' if last == FOREVER[1] else last}"


def _versions_in(folder: Path, id: str) -> dict[int, Path]:
    """Return version → file of one snippet in one folder."""
    if _REFERENCE.fullmatch(id) is None:
        return {}
    topic, _, name = id.rpartition("/")
    found: dict[int, Path] = {}
    for path in sorted((folder / topic).glob("*.md")):
        match = _FILE.fullmatch(path.stem)
        if match and match["name"] == name and name.upper() != "README":
            found[int(match["version"] or 1)] = path
    return found


def _ids_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.md") if folder.is_dir() else ():
        match = _FILE.fullmatch(path.stem)
        if match and match["name"].upper() != "README":
            yield (path.relative_to(folder).parent / match["name"]).as_posix()
