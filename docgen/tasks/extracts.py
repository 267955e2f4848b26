"""Each unit's own tasks as a page: those it leads and those it takes part in, apart.

Takes a unit's tasks, gives a tree that is printed on turned pages. Numbers are those of the plan,
so that a unit and who follows up speak of the same task.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docgen.language.numbering import mark
from docgen.model.tree import Block, Grid, Origin, Paragraph, Role, Run, Tree
from docgen.tasks.loading import Plan
from docgen.tasks.planned import PlannedTask
from docgen.tasks.turned_page import turned_tree
from docgen.tasks.units import UnitTasks


class _Column(NamedTuple):
    heading: str
    name: str
    width: int


# A column that no task of the table fills is left out.
_COLUMNS = (
    _Column("序号", "number", 3),
    _Column("部分", "section", 8),
    _Column("任务", "title", 10),
    _Column("内容", "text", 18),
    _Column("牵头单位", "owner", 7),
    _Column("配合单位", "partners", 8),
    _Column("完成时限", "due", 7),
    _Column("完成标志", "measure", 8),
    _Column("任务来源", "source", 6),
)


def extract(own: UnitTasks, plan: Plan) -> Tree:
    """Return the page of one unit's tasks."""
    origin = Origin(plan.loaded.document.at)
    parts = [
        ("牵头的任务", own.leads, {"owner"} if _alone(own) else set()),
        ("配合的任务", own.partners, set[str]()),
    ]
    blocks: list[Block] = [Paragraph(Role.BODY, (Run(_counts(own)),), origin)]
    for number, (heading, tasks, left_out) in enumerate((p for p in parts if p[1]), start=1):
        words = f"{mark('section', number)}{heading}（{len(tasks)}项）"
        blocks.append(Paragraph(Role.HEADING_1, (Run(words),), origin))
        blocks.append(tasks_grid(tasks, origin, left_out))
    return turned_tree(f"{own.unit}任务清单", [f"（{plan.title}）"], blocks, origin, org=own.unit)


def _alone(own: UnitTasks) -> bool:
    """Whether the unit leads all its tasks alone: then the column would say its name only."""
    return all(task.owner == own.unit for task in own.leads)


def _counts(own: UnitTasks) -> str:
    told = [f"牵头{len(own.leads)}项"] * bool(own.leads)
    told += [f"配合{len(own.partners)}项"] * bool(own.partners)
    return f"{own.unit}{'，'.join(told)}。序号与原件一致。"


def tasks_grid(tasks: Sequence[PlannedTask], origin: Origin, left_out: Iterable[str] = ()) -> Grid:
    """Return a table of tasks, with the columns that any of them fills."""
    rows = [[_cell(task, column.name) for column in _COLUMNS] for task in tasks]
    kept = [
        at
        for at, column in enumerate(_COLUMNS)
        if column.name not in left_out and any(row[at] for row in rows)
    ]
    return Grid(
        tuple(_COLUMNS[at].heading for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        (origin, *(Origin(task.place) for task in tasks)),
        tuple(_COLUMNS[at].width for at in kept),
    )


def _cell(task: PlannedTask, name: str) -> str:
    value = getattr(task, name)
    if name == "text" and value == task.title:
        return ""
    return "、".join(value) if isinstance(value, tuple) else str(value)
