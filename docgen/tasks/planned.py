"""A task of a plan in the words that are printed of it.

Takes a task's record and what renders its texts, gives a `PlannedTask`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from docgen.base.place import Place
from docgen.compose.texts import Texts
from docgen.compose.titles import cited
from docgen.language.deadlines import Deadline, deadline
from docgen.language.punctuation import bare
from docgen.library.directory import in_full
from docgen.model.keys import Record
from docgen.model.parts import Task
from docgen.model.plan import Planned
from docgen.model.values import BLANK, Blank, When
from docgen.source.loader import Loaded

# What stands between units that are named together, and what is said of one: （牵头）.
_BETWEEN = re.compile(r"[、，,；;\s]+")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")


class Note(NamedTuple):
    """How far a task has come, on a day (``""``: it is not told)."""

    on: str
    words: str
    day: date | None = None


class PlannedTask(NamedTuple):
    """A task of a plan in the words that are printed: its number in the plan, the section it
    stands in (``""``: in none), units in full; the single units that lead it (`leads`) and that
    only take part in it (`assists`); and its record."""

    number: int
    section: str
    title: str
    text: str
    owner: str
    partners: tuple[str, ...]
    due: str
    deadline: Deadline | None
    measure: str
    source: str
    status: str
    done_on: date | None
    progress: tuple[Note, ...]
    task: Task
    leads: tuple[str, ...] = ()
    assists: tuple[str, ...] = ()
    restarts: bool = False  # whether each section begins with 1 again

    @property
    def label(self) -> str:
        """Return the number that tells the task from all others of the plan: 3, 二-3."""
        within = f"{self.section.partition('、')[0]}-" if self.restarts else ""
        return f"{within}{self.number}"

    @property
    def id(self) -> str:
        return self.task.id

    @property
    def place(self) -> Place:
        return self.task.at


def units_in(words: str) -> list[str]:
    """Return the units that an ``owner:`` names, without what is said of them in brackets; a
    blank is none."""
    named = [_ASIDE.sub("", each) for each in _BETWEEN.split(BLANK.sub("", words))]
    return list(dict.fromkeys(each for each in named if each))


def planned_task(
    number: int, planned: Planned, sign: str, texts: Texts, loaded: Loaded, year: int | None
) -> PlannedTask:
    task, section, source = planned
    said = [words for words, _ in texts.body(task)]
    title = bare(texts.heading(task)) or (bare(said[0]) if said else "")
    heading = bare(texts.field(section, "title")) if section else ""
    units = [unit_of(task, f"partners[{at}]", each, loaded, texts)
             for at, each in enumerate(task.partners)]  # fmt: skip
    leads = _units([task.owner], loaded, texts)
    assists = _units(task.partners, loaded, texts)
    return PlannedTask(
        number=number,
        section=sign + heading,
        title=title.replace("\n", ""),
        text="\n".join(said),
        owner=unit_of(task, "owner", task.owner, loaded, texts),
        partners=tuple(units),
        due="" if task.due is None else str(task.due),
        deadline=_deadline(task, year),
        measure=task.measure,
        source=task.source or (cited(source) if source else ""),
        status=task.status.code if task.status else "",
        done_on=_day(task.done_on),
        progress=tuple(
            Note(str(each.date or ""), each.text, _day(each.date)) for each in task.progress
        ),
        task=task,
        leads=leads,
        assists=tuple(each for each in assists if each not in leads),
    )


def _units(named: Iterable[str], loaded: Loaded, texts: Texts) -> tuple[str, ...]:
    """Return single units, each by one name however it was called."""
    units = [unit for words in named for unit in units_in(words)]
    if loaded.directory is not None:
        day = texts.document.date
        units = [loaded.directory.full_name(unit, day) or unit for unit in units]
    return tuple(dict.fromkeys(units))


def unit_of(task: Record, name: str, words: str, loaded: Loaded, texts: Texts) -> str:
    if loaded.directory is None or not words:
        return words
    day = texts.document.date
    return in_full(words, loaded.directory, day, task.where(name), texts.report)


def _deadline(task: Task, year: int | None) -> Deadline | None:
    try:
        return deadline(task.due, year)
    except ValueError:  # told by `check_tasks`
        return None


def _day(when: When | Blank | None) -> date | None:
    if not isinstance(when, When):
        return None
    day = when.end or when.start
    return date(day.year, day.month, day.day or 1)
