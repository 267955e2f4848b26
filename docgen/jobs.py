"""Which documents to build, and which file each becomes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.source.loader import Loader, is_source
from docgen.source.text import read_text
from docgen.source.workspace import (
    Workspace,
    document_files,
    find_workspace,
    meeting_files,
    shown,
    whole,
)


class Job(NamedTuple):
    """One document to build, and the file to write, without its ending. `member`: its name in
    the set of the meeting in `path`; "" where the file is the document."""

    path: Path
    workspace: Workspace
    target: Path
    member: str = ""

    @property
    def name(self) -> str:
        """What messages call it."""
        return shown(self.path) + (f"（{self.member}）" if self.member else "")


def find_jobs(
    paths: Iterable[Path], output: Path | None, report: Report, *, empty_is_fault: bool = True
) -> list[Job]:
    """Return the documents under `paths`, each once, with the file it becomes.

    `output` None: each workspace's own. Two documents for one file are reported, and then
    nothing is built. Raises DocgenError for a path that is not there.
    """
    jobs: dict[tuple[Path, str], Job] = {}
    for path in map(Path, paths):
        if not _exists(path):
            raise DocgenError("W010", Place(path.as_posix()))
        found = _named(path) if path.is_file() else _documents_in(path, output)
        if not found and empty_is_fault:
            report.add("W011", Place(shown(path)))
        for each, member in found:
            job = _job(each, path, output, report, member)
            jobs.setdefault((whole(each), member), job)
    return _without_clashes(list(jobs.values()), report)


# A document's file and its name in a set.
Found = tuple[Path, str]


def _named(path: Path) -> list[Found]:
    """Return the papers of a meeting's set; else the file as a document."""
    return [(path, member) for member in _members(path)] or [(path, "")]


def _documents_in(folder: Path, output: Path | None) -> list[Found]:
    """Return the documents below a folder and the papers of its meetings: sources among them
    and past outputs are not."""
    found: list[Found] = []
    for path in document_files(folder):
        if not _is_output(path, folder, output):
            source = _is_source_file(path)
            found += [(path, member) for member in _members(path)] if source else [(path, "")]
    for path in meeting_files(folder):
        found += [(path, member) for member in _members(path)]
    return found


def _members(path: Path) -> list[str]:
    """Return the names of the papers that a file asks for, none where it is no meeting's."""
    from docgen.source.sets import MENTIONED, members

    silent = Report()
    text = read_text(path, Place(shown(path)), silent) or ""
    if path.suffix.lower() == ".md" or not MENTIONED.search(text):
        return []
    root = Loader(silent).root(path)
    if root is None:
        return [""]  # as a document of its own its faults are told
    return members(root) if is_source(root) else []


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long is nobody's
        return False


def _is_output(path: Path, folder: Path, output: Path | None) -> bool:
    """Whether a file lies in the output folder, when that is below the folder to build."""
    if output is None or not whole(output).is_relative_to(whole(folder)):
        return False
    inside = whole(output) != whole(folder) and output.name not in ("documents",)
    return inside and whole(path).is_relative_to(whole(output))


def _is_source_file(path: Path) -> bool:
    """Whether a file outside ``meetings/`` is a source nevertheless; its faults are told later."""
    if path.parent.name == "documents":
        return False
    root = Loader(Report()).root(path)
    return root is not None and is_source(root)


def _job(path: Path, asked: Path, output: Path | None, report: Report, member: str) -> Job:
    """Return the job of one file: the outputs' folders are those of the sources, without
    ``documents`` and ``meetings``; a set has a folder of its own, called as its meeting."""
    workspace = find_workspace(path, report)
    if output is not None and asked.is_file():
        return Job(path, workspace, output / (member or path.stem), member)
    base = whole(asked) if output else workspace.root
    full = whole(path)
    inside = full.relative_to(base) if full.is_relative_to(base) else Path(path.name)
    folders = [part for part in inside.parent.parts if part not in ("documents", "meetings")]
    last = (path.stem, member) if member else (path.stem,)
    return Job(path, workspace, Path(output or workspace.output, *folders, *last), member)


def _without_clashes(jobs: list[Job], report: Report) -> list[Job]:
    first: dict[str, Job] = {}
    for job in jobs:
        # Windows and macOS take A.docx and a.docx for one file.
        other = first.setdefault(str(job.target).casefold(), job)
        if other is not job:
            output = shown(job.target) + ".docx"
            report.add("W002", Place(shown(job.path)), other=other.name, output=output)
    return jobs if len(first) == len(jobs) else []
