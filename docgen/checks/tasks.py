"""What is wrong with a year's tasks: deadlines that there are not, ids given twice.

Takes a loaded plan or task table, adds to a report.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Report
from docgen.language.deadlines import Deadline, deadline
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.parts import Task
from docgen.model.plan import Planned, planned_in
from docgen.model.values import BLANK, When
from docgen.source.loader import Loaded


def year_of(loaded: Loaded) -> int | None:
    """Return the year whose tasks a plan or table holds: its own, its plan's, its date's."""
    documents = [each.document for each in (loaded, loaded.plan) if each is not None]
    told = [getattr(each, "year", None) for each in documents]
    told += [each.date.year for each in documents if isinstance(each.date, When)]
    return next((year for year in told if isinstance(year, int)), None)


def plan_tasks(loaded: Loaded) -> list[Planned]:
    """Return the tasks of the plan that a table is of."""
    plan = loaded.plan
    if plan is None or not isinstance(plan.document, AnnualPlan):
        return []
    return planned_in(plan.document, plan.sources)


def check_plan(loaded: Loaded, report: Report) -> None:
    """Report the faults of a plan's or a table's tasks; of another document there are none."""
    document = loaded.document
    if isinstance(document, AnnualPlan | TaskTable):
        planned = plan_tasks(loaded) + planned_in(document, loaded.sources)
        check_tasks([each.task for each in planned], year_of(loaded), report)


def check_tasks(tasks: Iterable[Task], year: int | None, report: Report) -> None:
    """Report the faults of tasks, each at its place."""
    first: dict[str, Task] = {}
    for task in tasks:
        _check_deadline(task, year, report)
        other = first.setdefault(task.id, task)
        if task.id and other is not task and not BLANK.fullmatch(task.id):
            report.add("S084", task.where("id"), id=task.id, line=other.where("id").line)


def _check_deadline(task: Task, year: int | None, report: Report) -> None:
    place = task.where("due")
    try:
        found = deadline(task.due, year)
    except ValueError:
        report.add("S080", place, words=str(task.due))
        return
    if found is not None and year and not found.standing:
        _check_year(found, year, task, report)
    elif found is None and isinstance(task.due, str) and task.due and not BLANK.search(task.due):
        report.add("S083", place, words=task.due)


def _check_year(found: Deadline, year: int, task: Task, report: Report) -> None:
    if found.last is not None and found.last.year != year:
        code = "S081" if found.last.year > year else "S082"
        report.add(code, task.where("due"), words=found.words, year=year)
