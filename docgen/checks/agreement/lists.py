"""X034, X035, X037, X038: the tasks and decisions of files, beside each other.

Takes the items of a document with its sources, or the plans and tables of a run; adds to a report.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.checks.agreement.deadlines import LIMIT, last_day
from docgen.checks.agreement.listed import Item, items_of, tasks_of
from docgen.checks.agreement.shared import line_of, warn
from docgen.language.recognise_names import may_be_one
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.values import BLANK, Blank, When
from docgen.source.loader import Loaded


def check_texts(items: list[Item], year: int, report: Report) -> None:
    """Warn of a decision or task whose own text gives it longer than its due."""
    for item in items:
        text = item.record.text
        fact = last_day(item.record.due, year)
        for limit in LIMIT.findall(text.source) if text and fact else ():
            said = last_day(limit, year)
            if said and fact and said > fact:
                where = line_of(item.record.where("due"))
                facts = {"words": limit, "item": item.title, "fact": str(item.record.due)}
                report.add("X035", text.place if text else item.record.at, where=where, **facts)


def check_same_tasks(items: list[Item], year: int, report: Report) -> None:
    """Report tasks of one title or one id with another owner or due."""
    first: dict[str, Item] = {}
    for item in items:
        keys = _keys(item)
        other = next((first[key] for key in keys if key in first), None)
        for key in keys:
            first.setdefault(key, item)
        if other is not None and other.record.at != item.record.at:
            _judge_pair(item, other, year, report)


def check_listed(loaded: Loaded, report: Report) -> None:
    """Warn of a table's own tasks that its plan does not have."""
    table, plan = loaded.document, loaded.plan
    if not isinstance(table, TaskTable) or plan is None:
        return
    planned = items_of(tasks_of(plan))
    known = {key for item in planned for key in _keys(item)}
    for item in items_of(task for task in table.tasks if not task.from_):
        if not known & _keys(item):
            warn(report, "X037", item.record.at, item=item.title,
                 where=line_of(table.where("plan")))  # fmt: skip


def check_lists(documents: Iterable[Loaded], org: str, report: Report) -> None:
    """Warn of a plan and a table of one year and unit (`org` where they name none), of which
    neither names the other, that give a task another owner or due."""
    lists: dict[tuple[str, int], list[list[Item]]] = {}
    for loaded in documents:
        document, year = loaded.document, _year_of(loaded)
        if isinstance(document, AnnualPlan | TaskTable) and loaded.plan is None and year:
            lists.setdefault((document.org or org, year), []).append(items_of(tasks_of(loaded)))
    for (_, year), found in lists.items():
        _compare_lists(found, year, report)


def _year_of(loaded: Loaded) -> int:
    year, date = getattr(loaded.document, "year", None), loaded.document.date
    if isinstance(year, int):
        return year
    return date.start.year if isinstance(date, When) else 0


def _compare_lists(lists: list[list[Item]], year: int, report: Report) -> None:
    first: dict[str, Item] = {}
    for items in lists:
        for item in items:
            other = first.get(item.title)  # ids are each document's own
            if other is not None and other.record.at != item.record.at:
                _judge_pair(item, other, year, report, "X038")
        for item in items:
            first.setdefault(item.title, item)


def _keys(item: Item) -> set[str]:
    return {item.title, getattr(item.record, "id", "")} - {""}


def _judge_pair(item: Item, other: Item, year: int, report: Report, code: str = "X034") -> None:
    ours, theirs = item.record, other.record
    if ours.owner and theirs.owner and not may_be_one(ours.owner, theirs.owner):
        _contradicts(item, other, "owner", Words("牵头单位", "owner"), code, report)
    if ours.due and theirs.due and _other_due(ours.due, theirs.due, year):
        _contradicts(item, other, "due", Words("完成时限", "due date"), code, report)


def _other_due(
    ours: When | Blank | str | None, theirs: When | Blank | str | None, year: int
) -> bool:
    if BLANK.search(str(ours)) or BLANK.search(str(theirs)):
        return False
    mine, yours = last_day(ours, year), last_day(theirs, year)
    if mine is None or yours is None:
        return str(ours) != str(theirs)
    return mine != yours


def _contradicts(
    item: Item, other: Item, name: str, what: Words, code: str, report: Report
) -> None:
    place: Place = item.record.where(name)
    where = line_of(other.record.where(name))
    facts = {"words": str(getattr(item.record, name)), "fact": str(getattr(other.record, name))}
    report.add(code, place, item=item.title, what=what, where=where, **facts)
