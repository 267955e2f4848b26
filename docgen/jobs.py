"""Which documents to build, and which file each becomes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.source.loader import Loader, is_source
from docgen.source.workspace import Workspace, document_files, find_workspace, shown, whole


class Job(NamedTuple):
    """One document to build, and the file to write, without its ending."""

    path: Path
    workspace: Workspace
    target: Path


def find_jobs(
    paths: Iterable[Path], output: Path | None, report: Report, *, empty_is_fault: bool = True
) -> list[Job]:
    """Return the documents under `paths`, each once, with the file it becomes.

    `output` None: each workspace's own. Two documents for one file are reported, and then
    nothing is built. Raises DocgenError for a path that is not there.
    """
    jobs: dict[Path, Job] = {}
    for path in map(Path, paths):
        if not _exists(path):
            raise DocgenError("W010", Place(path.as_posix()))
        found = [path] if path.is_file() else _documents_in(path, output)
        if not found and empty_is_fault:
            report.add("W011", Place(shown(path)))
        for each in found:
            jobs.setdefault(whole(each), _job(each, path, output, report))
    return _without_clashes(list(jobs.values()), report)


def _documents_in(folder: Path, output: Path | None) -> list[Path]:
    """Return the documents below a folder: sources among them and past outputs are not."""
    return [
        path
        for path in document_files(folder)
        if not _is_output(path, folder, output) and not _is_source_file(path)
    ]


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


def _job(path: Path, asked: Path, output: Path | None, report: Report) -> Job:
    """Return the job of one file: the outputs' folders are those of the sources, without
    ``documents``."""
    workspace = find_workspace(path, report)
    if output is not None and asked.is_file():
        return Job(path, workspace, output / path.stem)
    base = whole(asked) if output else workspace.root
    full = whole(path)
    inside = full.relative_to(base) if full.is_relative_to(base) else Path(path.name)
    folders = [part for part in inside.parent.parts if part != "documents"]
    return Job(path, workspace, Path(output or workspace.output, *folders, path.stem))


def _without_clashes(jobs: list[Job], report: Report) -> list[Job]:
    first: dict[str, Job] = {}
    for job in jobs:
        # Windows and macOS take A.docx and a.docx for one file.
        other = first.setdefault(str(job.target).casefold(), job)
        if other is not job:
            output = shown(job.target) + ".docx"
            report.add("W002", Place(shown(job.path)), other=shown(other.path), output=output)
    return jobs if len(first) == len(jobs) else []
