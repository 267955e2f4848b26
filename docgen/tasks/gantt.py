"""The months in which a task runs, as cells of a chart: what was planned, done, overdue.

Takes how a task stands, gives twelve `Month`s; the table in Word and the picture draw them alike.
The marks tell the same as the grounds, for who prints in black and white.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from docgen.tasks.status import Stand

MONTHS = 12
DUE, DONE, LATE = "◆", "●", "▲"
# Ground → RRGGBB, each darker than the one before it, so that they stay apart in greys.
GROUNDS = {"standing": "EFEFEF", "span": "DBE7F3", "done": "9CB9DA", "overdue": "EE9A55"}
LEGEND = (
    ("span", DUE, "计划办理，◆为完成时限"),
    ("done", DONE, "已完成，●为完成的月份"),
    ("overdue", LATE, "逾期"),
    ("standing", "", "长期任务"),
)


class Month(NamedTuple):
    """A month of a task: the kind of its ground (``""``: none) and its mark."""

    ground: str = ""
    mark: str = ""


def months(each: Stand, year: int, on: date) -> tuple[Month, ...]:
    """Return January to December of a task in `year`, as it stands on a day."""
    if each.state == "stopped":
        return (Month(),) * MONTHS
    return tuple(_month(each, year, number, on) for number in range(1, MONTHS + 1))


def _month(each: Stand, year: int, number: int, on: date) -> Month:
    here = (year, number)
    done = _month_of(each.task.done_on) if each.state == "done" else None
    limit = each.task.deadline
    last = _month_of(limit.last) if limit and not limit.standing else None
    first = _month_of(limit.first) if limit else None
    first = None if first == last else first  # a month alone is a deadline, not a stretch
    if each.state == "done" and (done or last):
        end = done or last
        if (end is not None and (first or (year, 1)) <= here <= end) or here == done:
            return Month("done", DONE if here == end else "")
        return Month()
    if limit is not None and limit.standing:
        return Month("standing") if here >= (first or here) else Month()
    if last is None:
        return Month()
    now = (on.year, on.month)
    if each.state == "overdue" and (last < here <= now or here == last == now):
        return Month("overdue", LATE)
    inside = (first or (year, 1)) <= here <= last
    return Month("span", DUE if here == last else "") if inside else Month()


def _month_of(day: date | None) -> tuple[int, int] | None:
    return (day.year, day.month) if day else None
