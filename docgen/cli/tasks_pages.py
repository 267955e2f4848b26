"""The page and the picture of ``docgen tasks status``: 任务进展 as .docx, .png, .svg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from docgen.base.diagnostics import Report
from docgen.cli.task_files import write, written_line
from docgen.model.tree import Origin
from docgen.source.workspace import shown
from docgen.tasks.file_names import file_names
from docgen.tasks.loading import Plan
from docgen.tasks.progress_page import progress_tree
from docgen.tasks.status import Stand
from docgen.tasks.turned_page import TurnedPages


def write_pages(
    plans: Sequence[Plan],
    stands: Sequence[Sequence[Stand]],
    on: date,
    formats: Sequence[str],
    folder: Path,
    report: Report,
    *,
    force: bool,
) -> list[dict[str, str]]:
    """Write 任务进展 of each plan in each format; return what was done, file by file."""
    if "png" in formats:
        from docgen.render.office import need_office

        need_office()  # raises DocgenError before anything is written
    names = file_names(f"{plan.name}-任务进展" for plan in plans)
    documents: dict[str, bytes] = {}
    told = []
    for plan, each in zip(plans, stands, strict=True):
        name = names[f"{plan.name}-任务进展"]
        for ending, data in _outputs(plan, each, on, formats, report):
            if ending == ".docx":
                documents[name] = data
            if ending[1:] in formats:
                told.append(_written(folder / f"{name}{ending}", data, report, force=force))
    if "png" in formats and documents:
        told += _pictures(documents, folder, report, force=force)
    return told


def _outputs(
    plan: Plan, stands: Sequence[Stand], on: date, formats: Sequence[str], report: Report
) -> Iterator[tuple[str, bytes]]:
    document, title = plan.loaded.document, f"{plan.title.removesuffix('任务')}任务进展"
    year = plan.year or on.year
    if {"docx", "png"} & set(formats):
        origin = Origin(document.at)
        tree = progress_tree(title, stands, year, on, origin, document.org)
        data = TurnedPages(plan.loaded.workspace, report).docx(tree)
        if data is not None:
            yield ".docx", data
    if "svg" in formats:
        from docgen.tasks.picture import progress_svg

        yield ".svg", progress_svg(title, stands, year, on)


def _pictures(
    documents: dict[str, bytes], folder: Path, report: Report, *, force: bool
) -> list[dict[str, str]]:
    from docgen.render.paged import paged_outputs
    from docgen.write import remove_pages

    told = []
    pages = dict.fromkeys(documents, 0)
    for name, ending, data in paged_outputs(documents, ["png"], report):
        told.append(_written(folder / f"{name}{ending}", data, report, force=force))
        pages[name] += 1
    for name, count in pages.items():
        if count:
            remove_pages(folder / name, count)
    return told


def _written(path: Path, data: bytes, report: Report, *, force: bool) -> dict[str, str]:
    written = write(path, data, report, force=force)
    return {"path": shown(path), "status": written.status, "told": written_line(written)}
