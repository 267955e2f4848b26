"""The columns of a workbook of tasks, and a task as its row: one text for each.

Takes a task as docgen/tasks/loading.py gives it; its own values are told as typed, so that what
comes back unchanged is equal. `locked` are cells that can be shown but not put back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from docgen.base.diagnostics import Words
from docgen.base.place import Place
from docgen.model.keys import spellings
from docgen.model.parts import Progress, Task
from docgen.model.values import When
from docgen.source.workspace import shown
from docgen.tasks.loading import Plan, PlannedTask
from docgen.tasks.notes import noted, parted, told, units

SHEET = "任务"
BASE_SHEET = "docgen"


class Column(NamedTuple):
    """Its heading, the key of a task that it holds (`number` and `section` are none), its width
    in characters."""

    heading: str
    key: str
    width: int


COLUMNS = (
    Column("编号", "id", 9),
    Column("序号", "number", 6),
    Column("部分", "section", 16),
    Column("任务", "title", 22),
    Column("内容", "text", 44),
    Column("牵头单位", "owner", 14),
    Column("配合单位", "partners", 18),
    Column("完成时限", "due", 14),
    Column("完成标志", "measure", 18),
    Column("任务来源", "source", 14),
    Column("状态", "status", 9),
    Column("完成日期", "done_on", 14),
    Column("进展", "progress", 30),
)
# What may be changed in a workbook and written back.
KEYS = tuple(column.key for column in COLUMNS if column.key not in ("number", "section"))
HEADINGS = {column.key: column.heading for column in COLUMNS}
# Every heading that means a column: those of COLUMNS and the keys' other spellings.
KNOWN: Mapping[str, str] = {
    **{word: key for word, key in spellings(Task).items() if key in HEADINGS},
    "序号": "number", "部分": "section", "number": "number", "section": "section",
}  # fmt: skip

_SNIPPET = Words("这段内容取自片段“{id}”", "it is taken from the snippet '{id}'")
_TAKEN = Words("这条任务取自 {place}", "this task is taken from {place}")
_UNSAFE = Words("它的写法在表格里分不开", "it cannot be told apart in a cell")


class TaskRow(NamedTuple):
    """A task as a row: its text in each column, why some cells cannot be put back, and where the
    task stands."""

    cells: Mapping[str, str]
    locked: Mapping[str, Words]
    place: Place
    task: Task

    @property
    def path(self) -> str:
        return self.place.key


def rows_of(plan: Plan) -> list[TaskRow]:
    """Return the rows of a plan's tasks, in the order they are printed."""
    home = _home(plan)
    return [_row(number, each, home) for number, each in enumerate(plan.tasks, start=1)]


def _home(plan: Plan) -> str:
    return shown(plan.loaded.path)


def _row(number: int, planned: PlannedTask, home: str) -> TaskRow:
    task = planned.task
    cells = {
        "id": task.id,
        "number": str(number),
        "section": planned.section,
        "title": task.title.source if task.title else planned.title if task.snippet else "",
        "text": task.text.source if task.text else planned.text if task.snippet else "",
        "owner": task.owner,
        "partners": units(task.partners),
        "due": "" if task.due is None else str(task.due),
        "measure": task.measure,
        "source": task.source or planned.source,
        "status": str(task.status or ""),
        "done_on": str(task.done_on or ""),
        "progress": told(task.progress),
    }
    return TaskRow(cells, _locked(task, cells, home), task.at, task)


def _locked(task: Task, cells: Mapping[str, str], home: str) -> dict[str, Words]:
    """Return key → why what stands in its cell cannot be put back into the plan."""
    if task.at.file != home:
        return dict.fromkeys(KEYS, _filled(_TAKEN, place=str(task.at)))
    found: dict[str, Words] = {}
    if task.snippet:
        found["text"] = _filled(_SNIPPET, id=task.snippet)
    if parted(cells["partners"]) != task.partners:
        found["partners"] = _UNSAFE
    if noted(cells["progress"]) != [note_of(each) for each in task.progress]:
        found["progress"] = _UNSAFE
    return found


def _filled(words: Words, **facts: str) -> Words:
    return Words(words.zh.format(**facts), words.en.format(**facts))


def note_of(progress: Progress) -> tuple[str, str]:
    """Return a note as its day (``2026-03-01``) and its words."""
    return _day(progress), progress.text


def _day(progress: Progress) -> str:
    when = progress.date
    if isinstance(when, When) and when.end is None:
        day = when.start
        return f"{day.year}-{day.month:02d}" + (f"-{day.day:02d}" if day.day else "")
    return str(when or "")
