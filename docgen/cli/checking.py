"""``docgen check FILE.docx``: a built document against what it was built from.

Takes the paths of .docx files; finds for each the workspace and the document it was built from,
builds that once more in memory and has the two compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.build import Build, Result
from docgen.checks.agreement import Agreement
from docgen.checks.agreement.edited import Edited, check_edited
from docgen.checks.agreement.passages import OF_THE_MEETING, Passage
from docgen.checks.agreement.told_facts import facts_of
from docgen.checks.origins import Origins, Told, read_origins
from docgen.cli.given import content_of
from docgen.cli.options import existing_folder
from docgen.compose import Composed
from docgen.jobs import Job, find_jobs
from docgen.render.provenance import Row
from docgen.source.loader import Loaded
from docgen.source.workspace import find_workspace, shown, whole

_SOURCES = (".yaml", ".yml", ".md")


def check_built(built: list[str], others: list[str], source: str | None) -> Result:
    """Return what is found in built documents, and in the other paths."""
    result = Build().check(map(Path, others)) if others else Result()
    folder = whole(existing_folder(source)) if source else None
    for name in built:
        _check_one(Path(name), content_of(name), folder, result)
        result.documents += 1
    return result


def _check_one(path: Path, data: bytes, folder: Path | None, result: Result) -> None:
    report, place = result.report, Place(shown(path))
    origins = read_origins(data, place, report)
    if origins is None:
        return
    files = {row.file for row in _rows(origins) if row.file.endswith(_SOURCES)}
    root = folder or _root_of(path, files)
    jobs = _jobs_of(files, root) if root else []
    if not jobs:
        named = "、".join(sorted(files)) or "—"
        there = root is not None and any((root / name).is_file() for name in files)
        report.add("X046" if there else "X045", place, source=named, files=named)
        return
    ours = _best(jobs, path, origins)
    if isinstance(ours, Job):
        report.add("X046", place, source=ours.name)
        return
    _compare(origins, *ours, place, report)


def _rows(origins: Origins) -> Iterator[Row]:
    found = [each.row or each.near for each in origins.paragraphs]
    yield from (row for row in found if row is not None)
    yield from origins.gone


def _root_of(path: Path, files: set[str]) -> Path | None:
    """Return the nearest folder above a .docx with the files that it was built from: from
    ``build/x.docx`` its workspace."""
    for folder in whole(path).parents:
        if any("/" in name and (folder / name).is_file() for name in files):
            return folder
    return next((f for f in whole(path).parents[:3] if any((f / n).is_file() for n in files)), None)


def _jobs_of(files: set[str], root: Path) -> list[Job]:
    """Return the documents of a workspace that lie in one of `files`."""
    root = find_workspace(root, Report()).root
    found = find_jobs([root], None, Report(), empty_is_fault=False)
    return [
        job for job in found if os.path.relpath(whole(job.path), root).replace(os.sep, "/") in files
    ]


Fresh = tuple[Loaded, Composed, Origins]


def _best(jobs: list[Job], path: Path, origins: Origins) -> Fresh | Job:
    """Return the document that a .docx was built from, as it would be built now: the one that its
    paragraphs came from; the job that has errors where none can be built."""
    keys = {(row.file, row.key) for row in _rows(origins)}
    stem = path.name.removesuffix(".docx").removesuffix(".new")
    named = [job for job in jobs if job.target.name == stem]
    best: Fresh | None = None
    most = -1
    for job in named if len(named) == 1 else jobs:
        fresh = _fresh(job)
        rows = {(row.file, row.key) for row in _rows(fresh[2])} if fresh else set()
        if (fresh and len(keys & rows) - len(rows - keys) > most) or (best is None and fresh):
            best, most = fresh, len(keys & rows) - len(rows - keys)
    return best or (named or jobs)[0]


def _fresh(job: Job) -> Fresh | None:
    ready = Build().fresh(job)
    if ready is None:
        return None
    loaded, composed, data = ready
    origins = read_origins(data, Place(job.name), Report())
    return (loaded, composed, origins) if origins else None


def _compare(
    now: Origins, loaded: Loaded, composed: Composed, fresh: Origins, place: Place, report: Report
) -> None:
    agreement = Agreement(loaded, composed, report)
    plan = [loaded.plan.document] if loaded.plan else []
    records = [composed.document, *loaded.sources.values(), *plan]
    origins = [each.origin for each in composed.tree.paragraphs()]
    origins += [each.origin for each in composed.tree.named]
    places = {origin.place.key: origin.place for origin in reversed(origins)}
    edited = Edited(now, fresh, facts_of(records), agreement.year, places)

    def check_new(told: Told) -> None:
        paper = Words(f"第{told.number}段", f"paragraph {told.number}")
        text = told.text.replace("\n", "")
        kind = composed.document.kind.code
        near = kind in OF_THE_MEETING
        agreement.check_passage(Passage(text, place, paper, own=True, near=near, kind=kind))

    check_edited(edited, place, report, check_new)
