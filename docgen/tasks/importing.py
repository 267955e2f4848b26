"""A workbook of tasks → the plan's files, with exactly its changes in them.

Takes the path of a workbook and a plan as it is read, gives an `Import`: the changes and the new
bytes of the files. Nothing is written here; one refusal anywhere, and there are no bytes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.compose.rendering import render
from docgen.compose.texts import Texts
from docgen.compose.used import Used
from docgen.library.snippets import Snippets
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Record
from docgen.model.sources import SOURCES
from docgen.model.terms import DOCUMENT_KINDS, SOURCE_KINDS
from docgen.model.values import Text
from docgen.source.nodes import Scalar, kind_of
from docgen.source.patch import patched
from docgen.source.schema import read_record
from docgen.source.text import decode
from docgen.source.workspace import shown
from docgen.source.yaml import parse_mapping
from docgen.tasks.columns import HEADINGS, rows_of
from docgen.tasks.comparing_cells import tidy
from docgen.tasks.loading import Plan
from docgen.tasks.merging import Cellwise, Merged, merge
from docgen.tasks.opening import open_workbook
from docgen.tasks.sheet import read_table
from docgen.tasks.workbook import plan_name
from docgen.tasks.writing_back import Writer

_TEXTS = ("title", "text")
_BRACES = re.compile(r"[{}｛｝]")


class Told(NamedTuple):
    """One line of what an import does: where in the workbook, which task, which column, from what
    to what (a new task: no column)."""

    cell: str
    task: str
    column: str
    old: str
    new: str


class Import(NamedTuple):
    """What a workbook changes, and the plan's file with it (None: refused); `left`: how many tasks
    of the plan the workbook does not hold; `absent`: the headings of the columns it does not."""

    told: list[Told]
    content: bytes | None
    left: int
    absent: tuple[str, ...] = ()


def read_import(
    workbook: Path, plan: Plan, report: Report, *, partial: bool = False
) -> Import | None:
    """Return what a workbook changes in a plan, or None after reporting why nothing can be."""
    path = plan.loaded.path
    if path.suffix.lower() == ".md":
        reason = Words("计划是用 Markdown 写的", "the plan is written in Markdown")
        report.add("S090", Place(shown(path)), reason=reason)
        return None
    opened = open_workbook(workbook, report)
    notes = Report()
    found = read_table(opened, shown(workbook), report, told=notes) if opened else None
    report.extend(notes)
    if found is None:
        return None
    if found.base is not None and found.base.plan != plan_name(plan):
        report.add("X098", found.place, plan=found.base.plan, given=plan_name(plan))
        return None
    merged = merge(found, rows_of(plan), report, partial=partial)
    _read_texts(merged, plan, report)
    return _written(merged, plan, report)


def _written(merged: Merged, plan: Plan, report: Report) -> Import:
    path = plan.loaded.path
    data, place = path.read_bytes(), Place(shown(path), 1, 1)
    writer = Writer(data, place, plan, report)
    told = [_told_change(each) for each in merged.changes]
    changes = [change for each in merged.changes for change in writer.change(each)]
    for new in merged.new:
        changes += writer.addition(new)
        told.append(Told(new.place.key, _words(new.cells, "title", "text"), "", "", new.section))
    if report.failed:
        return Import(told, None, merged.left, merged.absent)
    content = patched(data, changes, place, report) if changes else data
    if content is not None and content != data and not _still_read(content, data, place, report):
        content = None
    return Import(told, content, merged.left, merged.absent)


def _read_texts(merged: Merged, plan: Plan, report: Report) -> None:
    """Report words that the plan could not print: texts are templates ({{ }})."""
    cells = [each.new for each in merged.changes if each.key in _TEXTS]
    cells += [cell for new in merged.new for key, cell in new.cells.items() if key in _TEXTS]
    cells = [cell for cell in cells if _BRACES.search(cell.text)]
    if not cells:
        return
    library = Snippets(plan.loaded.workspace)
    texts = Texts(plan.loaded.document, plan.loaded.sources, library, Report(), Used())
    texts.automatic["title"] = lambda: plan.title
    for cell in cells:
        render(Text(cell.text, cell.place), texts.scope, report)


def _words(cells: Any, *keys: str) -> str:
    return next((cells[key].text for key in keys if key in cells), "")


def _told_change(change: Cellwise) -> Told:
    task = change.row.cells["title"] or change.row.cells["text"]
    new = tidy(change.new.text)
    return Told(change.new.place.key, task, HEADINGS[change.key], change.old, new)


def _still_read(content: bytes, before: bytes, place: Place, report: Report) -> bool:
    """Whether the changed file is read as well as the old one was; its new faults are reported."""
    known = {(d.code, d.place.key) for d in _faults(before, place)}
    new = [d for d in _faults(content, place) if (d.code, d.place.key) not in known]
    report.extend(new)
    return not any(d.severity.word == "error" for d in new)


def _faults(content: bytes, place: Place) -> Report:
    found = Report()
    text = decode(content, place, found)
    root = parse_mapping(text, place, found) if text is not None else None
    kind = kind_of(root) if root else None
    if root is not None and isinstance(kind, Scalar):
        cls = _record_of(kind.text)
        if cls is not None:
            read_record(root, cls, found)
    return found


def _record_of(kind: str) -> type[Record] | None:
    source, document = SOURCE_KINDS.find(kind), DOCUMENT_KINDS.find(kind)
    if source is not None:
        return SOURCES[source.code]
    return DOCUMENTS[document.code] if document is not None else None
