"""How a plan's tasks stand, as lines on a terminal: a count, then a row for each task or unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.base.locale import say
from docgen.cli.columns import columns
from docgen.tasks.loading import Plan
from docgen.tasks.progress_page import due_words
from docgen.tasks.status import (
    STATES,
    TOLD,
    Stand,
    by_urgency,
    counted,
    counted_by_unit,
    day_words,
    summary,
)

_ENGLISH = {
    "overdue": "overdue", "due": "due", "doing": "under way", "planned": "not begun",
    "done": "done", "stopped": "stopped",
}  # fmt: skip
_HEAD = (
    ("序号", "no."), ("任务", "task"), ("牵头单位", "owner"), ("完成时限", "due"),
    ("状态", "state"), ("说明", "remarks"),
)  # fmt: skip


def told(plan: Plan, stands: Sequence[Stand], on: date, *, by_owner: bool) -> Iterator[str]:
    """Yield the lines of one plan."""
    yield plan.title
    yield _summary(stands, on)
    yield ""
    if by_owner:
        yield from columns(_unit_rows(stands), numbers=frozenset(range(1, len(STATES.terms) + 1)))
    else:
        rows = [_row(each, plan.year or on.year, on) for each in by_urgency(stands)]
        head = [say(*words) for words in _HEAD]
        yield from columns([head, *rows], numbers=frozenset({0}))
    yield ""


def _summary(stands: Sequence[Stand], on: date) -> str:
    counts = counted(stands)
    states = [*TOLD, *(["stopped"] if counts["stopped"] else [])]
    parts = ", ".join(f"{counts[state]} {_ENGLISH[state]}" for state in states)
    return say(
        f"截至{day_words(on)}，{summary(stands)}", f"{on.isoformat()}: {len(stands)} tasks, {parts}"
    )


def _row(each: Stand, year: int, on: date) -> tuple[str, ...]:
    task = each.task
    return (task.label, task.title, task.owner, due_words(task, year), _state(each),
            _remark(each, on))  # fmt: skip


def _state(each: Stand) -> str:
    late = say("（晚）", " (late)") if each.late else ""
    return say(STATES[each.state].zh, _ENGLISH[each.state]) + late


def _remark(each: Stand, on: date) -> str:
    """Return what there is to say of a task in short: how long it has, what was done last."""
    notes = [note for note in each.task.progress if note.day is None or note.day <= on]
    parts = [_days(each), notes[-1].words if notes else ""]
    return say("；", "; ").join(part for part in parts if part)


def _days(each: Stand) -> str:
    done, days = each.task.done_on, each.days
    if each.state == "done" and done:
        return say(f"{done.month}月{done.day}日完成", f"done on {done.isoformat()}")
    if each.state == "overdue" and days is not None:
        return say(f"超过{-days}天", f"{-days} days over")
    if each.state == "due" and days is not None:
        return say(f"还有{days}天", f"{days} days left") if days else say("今天到期", "due today")
    return ""


def _unit_rows(stands: Sequence[Stand]) -> list[tuple[str, ...]]:
    by_unit = counted_by_unit(stands)
    states = [*TOLD, *(["stopped"] if counted(stands)["stopped"] else [])]
    head = [say(STATES[state].zh, _ENGLISH[state]) for state in states]
    rows = [(say("牵头单位", "owner"), say("任务", "tasks"), *head)]
    for unit, counts in by_unit.items():
        numbers = [counts.total(), *(counts[state] for state in states)]
        rows.append((unit or say("（没有写）", "(none)"), *map(str, numbers)))
    return rows
