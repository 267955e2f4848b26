"""The breakdown table of a plan's tasks, whatever the plan is: its .docx.

Takes a `Plan`, gives what ``docgen build`` would make of a 任务分解表 that names it.
"""

from __future__ import annotations

from docgen.base.diagnostics import Report
from docgen.compose import Composed, compose
from docgen.library.snippets import Snippets
from docgen.model.documents import TaskTable
from docgen.model.terms import DOCUMENT_KINDS
from docgen.render.renderer import Renderer
from docgen.source.loader import Loaded
from docgen.tasks.loading import Plan


def table_docx(plan: Plan, report: Report) -> bytes | None:
    """Return the table as .docx, or None after reporting why not."""
    loaded, composed = _table(plan, report)
    outputs = dict(Renderer(report).outputs(loaded, composed, ["docx"]))
    return None if report.failed else outputs.get(".docx")


def _table(plan: Plan, report: Report) -> tuple[Loaded, Composed]:
    """Return the table that a plan is, or the one of its tasks."""
    loaded = plan.loaded
    if not isinstance(loaded.document, TaskTable):
        loaded = _of_plan(loaded)
    elif plan.composed is not None:
        return loaded, plan.composed
    # What is to be said of the plan was said when it was read; here its faults alone count.
    found = Report()
    composed = compose(loaded, Snippets(loaded.workspace), found)
    report.extend(each for each in found if each.severity.word == "error")
    return loaded, composed


def _of_plan(plan: Loaded) -> Loaded:
    own = plan.document
    kind = DOCUMENT_KINDS["task-table"]
    table = TaskTable(kind=kind, plan=plan.path.name, org=own.org, date=own.date)
    at = own.at
    table = table.but(at=at, marks={name: own.where(name) for name in ("org", "date")})
    return plan._replace(document=table, sources={}, member="", plan=plan)
