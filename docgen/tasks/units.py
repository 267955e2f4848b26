"""The units that have a plan's tasks: who leads what, who takes part in what.

Takes tasks, gives each unit's own; first those that lead any, in the order of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from docgen.tasks.planned import PlannedTask


class UnitTasks(NamedTuple):
    """A unit, the tasks it leads and those it takes part in."""

    unit: str
    leads: tuple[PlannedTask, ...]
    partners: tuple[PlannedTask, ...]


def by_unit(tasks: Iterable[PlannedTask]) -> list[UnitTasks]:
    """Return every unit's tasks, each in the order of the plan."""
    leads: dict[str, list[PlannedTask]] = {}
    partners: dict[str, list[PlannedTask]] = {}
    for task in tasks:
        for unit in task.leads:
            leads.setdefault(unit, []).append(task)
        for unit in task.assists:
            partners.setdefault(unit, []).append(task)
    units = dict.fromkeys((*leads, *partners))
    return [UnitTasks(u, tuple(leads.get(u, ())), tuple(partners.get(u, ()))) for u in units]
