"""任务进展 as a page: a line that counts, the table with its chart, the latest notes.

Takes how tasks stand, gives a tree that is printed on turned pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from docgen.model.tree import Block, Grid, Origin, Paragraph, Role, Run, Tree
from docgen.tasks.gantt import DUE, GROUNDS, LATE, MONTHS, months
from docgen.tasks.planned import PlannedTask
from docgen.tasks.status import STATES, Stand, day_words, summary
from docgen.tasks.turned_page import turned_tree

_HEAD = ("序号", "任务", "牵头单位", "完成时限", "状态")
_WIDTHS = (22, 100, 58, 50, 34)
_MONTH = 17  # in the same parts
_NOTES = ("序号", "任务", "日期", "进展")
_NOTE_WIDTHS = (20, 120, 60, 264)


def progress_tree(
    title: str, stands: Sequence[Stand], year: int, on: date, origin: Origin, org: str = ""
) -> Tree:
    """Return the page of how tasks stand on a day."""
    said = Paragraph(Role.BODY, (Run(summary(stands)),), origin)
    blocks: list[Block] = [said, _chart(stands, year, on, origin), _legend(origin)]
    notes = [each for each in stands if _latest(each, on)]
    if notes:
        blocks += [Paragraph(Role.BODY, (Run("最新进展："),), origin), _notes(notes, on, origin)]
    return turned_tree(title, [f"（截至{day_words(on)}）"], blocks, origin, org=org)


def _chart(stands: Sequence[Stand], year: int, on: date, origin: Origin) -> Grid:
    rows, shades = [], {}
    for at, each in enumerate(stands):
        drawn = months(each, year, on)
        rows.append((*_cells(each, year), *(month.mark for month in drawn)))
        for column, month in enumerate(drawn, start=len(_HEAD)):
            if month.ground:
                shades[at, column] = GROUNDS[month.ground]
    head = (*_HEAD, *(str(number) for number in range(1, MONTHS + 1)))
    origins = (origin, *(Origin(each.task.place) for each in stands))
    return Grid(head, tuple(rows), origins, _WIDTHS + (_MONTH,) * MONTHS, shades=shades)


def _cells(each: Stand, year: int) -> tuple[str, ...]:
    task = each.task
    return (task.label, task.title, task.owner, due_words(task, year), state_words(each))


def due_words(task: PlannedTask, year: int) -> str:
    """Return a task's deadline as a chart of that year has it: 6月30日."""
    # 2026年底 and 2026年第四季度 are words of their own: only a month may stand without its year.
    return re.sub(rf"{year}年(?=\d{{1,2}}月)", "", task.due)


def state_words(each: Stand) -> str:
    """Return how a task stands: 逾期, 已完成（晚）."""
    return STATES[each.state].zh + ("（晚）" if each.late else "")


def _legend(origin: Origin) -> Paragraph:
    marks = {DUE: "完成时限", "●": "完成的月份", LATE: "逾期"}
    told = "　".join(f"{mark} {words}" for mark, words in marks.items())
    grounds = "底色由浅到深：长期任务，计划办理，已完成，逾期。"
    return Paragraph(Role.TABLE_CELL, (Run(f"{told}　　{grounds}"),), origin)


def _latest(each: Stand, on: date) -> tuple[str, str] | None:
    """Return the day and the words of the last note that was there on a day."""
    notes = [note for note in each.task.progress if note.day is None or note.day <= on]
    return (notes[-1].on, notes[-1].words) if notes else None


def _notes(stands: Sequence[Stand], on: date, origin: Origin) -> Grid:
    rows = []
    for each in stands:
        day, words = _latest(each, on) or ("", "")
        rows.append((each.task.label, each.task.title, day, words))
    origins = (origin, *(Origin(each.task.place) for each in stands))
    return Grid(_NOTES, tuple(rows), origins, _NOTE_WIDTHS)
