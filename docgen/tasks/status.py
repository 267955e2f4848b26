"""How a plan's tasks stand on a day: done, due, overdue, under way, not begun.

Takes tasks and a day, gives each its `State`; and counts, of all or of each unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from docgen.model.terms import Term, Vocabulary
from docgen.tasks.planned import PlannedTask

# In the order in which they ask for attention.
STATES = Vocabulary(
    "state",
    Term("overdue", "逾期"),
    Term("due", "到期"),
    Term("doing", "进行中"),
    Term("planned", "未启动"),
    Term("done", "已完成"),
    Term("stopped", "已取消"),
)
# In the order in which they are told.
TOLD = ("done", "due", "overdue", "doing", "planned")
# Days before its last in which a task counts as due: reports are monthly.
WITHIN = 30


class Stand(NamedTuple):
    """A task and how it stands; `days` to its last day (negative: since), None where it has
    none or is done; `late`: it was done after its last day."""

    task: PlannedTask
    state: str
    days: int | None = None
    late: bool = False


def stand(task: PlannedTask, on: date, within: int = WITHIN) -> Stand:
    """Return how a task stands on a day. What was done later was not done then."""
    last = task.deadline.last if task.deadline and not task.deadline.standing else None
    if task.status == "stopped":
        return Stand(task, "stopped")
    if task.status == "done" and not (task.done_on and task.done_on > on):
        return Stand(task, "done", late=bool(last and task.done_on and task.done_on > last))
    days = (last - on).days if last else None
    if last and last < on:
        return Stand(task, "overdue", days)
    if last and last <= on + timedelta(days=within):
        return Stand(task, "due", days)
    return Stand(task, "doing" if _is_begun(task, on) else "planned", days)


def _is_begun(task: PlannedTask, on: date) -> bool:
    if task.status in ("doing", "done"):
        return True
    if any(note.day is None or note.day <= on for note in task.progress):
        return True
    # What is done all year is under way, unless it is said not to be.
    return bool(task.deadline and task.deadline.standing) and task.status != "planned"


def counted(stands: Iterable[Stand]) -> Counter[str]:
    """Return how many tasks are in each state."""
    return Counter(each.state for each in stands)


def counted_by_unit(stands: Iterable[Stand]) -> dict[str, Counter[str]]:
    """Return how many of the tasks that each unit leads are in each state; ``""``: of none."""
    found: dict[str, Counter[str]] = {}
    for each in stands:
        for unit in each.task.leads or ("",):
            found.setdefault(unit, Counter())[each.state] += 1
    return found


def summary(stands: Sequence[Stand]) -> str:
    """Return the one line that says how many tasks stand how."""
    counts = counted(stands)
    parts = [f"{STATES[state].zh}{counts[state]}项" for state in TOLD]
    parts += [f"已取消{counts['stopped']}项"] * bool(counts["stopped"])
    return f"共{len(stands)}项任务：{'，'.join(parts)}。"


def day_words(on: date) -> str:
    """Return the day of a report: 2026年9月1日."""
    return f"{on.year}年{on.month}月{on.day}日"


def by_urgency(stands: Iterable[Stand]) -> list[Stand]:
    """Return tasks by state, the most pressing first; of one state, by their last day."""
    order = [term.code for term in STATES.terms]
    far = 10**6  # days; what has no last day comes last
    return sorted(
        stands,
        key=lambda each: (order.index(each.state), far if each.days is None else each.days),
    )
