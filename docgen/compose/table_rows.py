"""The rows of a breakdown table: the tasks of its plan, of its meeting and its own.

Takes a 任务分解表 and its draft; gives each task in words, as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen.base.diagnostics import suggestion
from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank, meeting_of
from docgen.compose.task_facts import name_of, note_used, told, unit, units
from docgen.compose.tasks import planned_tasks, source_of
from docgen.compose.texts import Texts
from docgen.language.punctuation import bare, stopped
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.keys import spellings
from docgen.model.parts import PlanItem, Task
from docgen.model.plan import Planned
from docgen.model.tree import Origin

_BETWEEN = re.compile(r"[、，,；;\s]+")


class Row(NamedTuple):
    """One task in words; `origin` is the task's, `named` that of its name."""

    task: Task | None  # None: nobody has written it yet
    title: str
    owner: str
    partners: tuple[str, ...]
    due: str
    measure: str
    source: str
    origin: Origin
    named: Origin

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row in a table of seven columns, but for the first, its number."""
        partners = "、".join(self.partners)
        return (self.title, self.owner, partners, self.due, self.measure, self.source)

    @property
    def who(self) -> set[str]:
        """Every unit that leads or partners it."""
        return {name for each in (self.owner, *self.partners) for name in _BETWEEN.split(each)}


class Shown:
    """A row as a template sees it: ``{{ task.title }}``, ``{{ task.牵头单位 }}``."""

    __slots__ = ("_words",)

    def __init__(self, row: Row) -> None:
        words: dict[str, object] = {name: getattr(row, name) for name in _WORDS}
        kept = {name: str(getattr(row.task, name, None) or "") for name in _KEPT}
        self._words = words | kept

    def __getattr__(self, name: str) -> object:
        try:
            return self._words[spellings(PlanItem)[name]]
        except KeyError:
            raise AttributeError(name) from None

    def __str__(self) -> str:
        return ""  # the words of a row stand in its grid

    def known_names(self) -> list[str]:
        """Return the names it answers to, for messages."""
        return list(self._words)


_WORDS = ("title", "owner", "partners", "due", "measure", "source")
# What an office's own template may print besides.
_KEPT = ("id", "status", "done_on")


def rows_of(document: TaskTable, draft: Draft) -> list[Row]:
    """Return the rows of a table; of `by_owner`, those that the unit leads or partners."""
    rows = [*_planned(draft), *_own(document, draft)]
    draft.used.note(document, "by_owner")
    if not document.by_owner:
        return rows
    place = document.where("by_owner")
    name = unit(document.by_owner, place, draft)
    found = [row for row in rows if name in row.who or document.by_owner in row.who]
    if not found and rows:
        known = sorted(set().union(*(row.who for row in rows)) - {""})
        facts = {"unit": document.by_owner, "known": suggestion(document.by_owner, known)}
        draft.report.add("C052", place, **facts)
    return found


def blank_row(document: TaskTable) -> Row:
    """Return the row of a table whose tasks nobody has written yet."""
    origin = Origin(document.where("tasks"))
    return Row(None, blank("任务"), "", (), "", "", "", origin, origin)


def _planned(draft: Draft) -> Iterator[Row]:
    """Yield the tasks of the plan; their texts are the plan's, said in its words."""
    if draft.plan is None or not isinstance(draft.plan.document, AnnualPlan):
        return
    plan = draft.plan.document
    if not plan.org and draft.settings.org:
        plan = plan.but(org=draft.settings.org)
    library = draft.texts.snippets.library
    texts = Texts(plan, draft.plan.sources, library, draft.report, draft.used)
    own = Draft(plan, texts, draft.settings, draft.directory)
    for each in planned_tasks(plan, own):
        title, named = name_of(each.task, own)
        yield _row(each, title, named, source_of(each), own)


def _own(document: TaskTable, draft: Draft) -> Iterator[Row]:
    """Yield the tasks of the meeting and the table's own, with all that they say: no other
    paper has it."""
    meeting = meeting_of(document, draft.texts.sources)
    alone = meeting is not None and not (document.plan or document.tasks)
    for each in planned_tasks(document, draft):
        title, named = _name_and_text(each.task, draft)
        # A table of one meeting says so in its title.
        yield _row(each, title, named, "" if alone else source_of(each), draft)


def _name_and_text(task: Task, draft: Draft) -> tuple[str, Origin]:
    draft.require_words(task)
    name = draft.texts.heading(task)
    text = "".join(words for words, _ in draft.texts.body(task))
    if name and text:
        return stopped(name) + text, draft.texts.headed(task)
    return bare(name or text), name_of(task, draft)[1]


def _row(planned: Planned, title: str, named: Origin, source: str, draft: Draft) -> Row:
    task = planned.task
    note_used(task, draft)
    return Row(
        task=task,
        title=title,
        owner=told(task, "owner", draft),
        partners=tuple(units(task, draft)),
        due=told(task, "due", draft),
        measure=task.measure,
        source=told(task, "source", draft, source),
        origin=Origin(task.at),
        named=named,
    )
