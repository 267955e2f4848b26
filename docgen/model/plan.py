"""The tasks of a year's plan or of a breakdown table as one list, in the order they are printed.

Gives each task with the section it stands in and the source it was taken from; the plan's text,
its table, extracts and workbooks all take them from here, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.parts import PlanItem, PlanSection, Task
from docgen.model.sources import Source


class Planned(NamedTuple):
    """A task of a plan: `section` (None: it stands in none) and `source`, the meeting or document
    it was copied from (None: it is the plan's own)."""

    task: Task
    section: PlanSection | None = None
    source: Source | None = None


def planned_in(plan: AnnualPlan | TaskTable, sources: Mapping[str, Source]) -> list[Planned]:
    """Return the tasks of a plan; of a table those of its meeting, then its own. (Those of a
    table's plan are the plan's.)"""
    if isinstance(plan, TaskTable):
        meeting = sources.get(plan.meeting)
        tasks = meeting.tasks if meeting else ()
        return [Planned(task, None, meeting) for task in tasks] + list(
            _taken(plan.tasks, None, sources)
        )
    return [each for section in plan.sections for each in _taken(section.tasks, section, sources)]


def _taken(
    items: Iterable[PlanItem], section: PlanSection | None, sources: Mapping[str, Source]
) -> Iterable[Planned]:
    for item in items:
        source = sources.get(item.from_)
        if source is not None:
            yield from (Planned(task, section, source) for task in source.tasks)
        elif not item.from_:
            yield Planned(item, section)
