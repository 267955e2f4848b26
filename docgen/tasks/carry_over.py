"""A year's plan → the start of next year's: the tasks that were not finished.

Takes a `Plan` as it was read, gives the text of a new YAML file in the same language of keys, and
how many tasks went over. What was due is written down in a comment; a deadline that has passed is
left to be filled in, one without an end (长期) or in later years stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.keys import Key, Record, table
from docgen.model.parts import PlanItem, PlanSection
from docgen.model.plan import planned_in
from docgen.model.terms import DOCUMENT_KINDS
from docgen.model.values import Blank
from docgen.source import scalars
from docgen.source.scalars import Pairs
from docgen.tasks.loading import Plan, PlannedTask

_OVER = {"done", "stopped"}
_NEXT_YEAR = re.compile(r"[明次来翌]年")
_DUE, _GUIDING, _DATE = "〔待填：完成时限〕", "〔待填：总体思路〕", "〔待填：成文日期〕"
_KEPT = ("id", "title", "text", "snippet", "owner", "partners", "measure", "source")


class CarriedOver(NamedTuple):
    """Next year's plan as text; how many tasks it has, how many were done and stopped, and the
    sections that nothing is left of."""

    text: str
    carried: int
    done: int
    stopped: int
    empty: tuple[str, ...]


def carry_over(plan: Plan, year: int) -> CarriedOver:
    """Return the plan of `year` with what an earlier plan left unfinished. Raises DocgenError
    where `year` is not later."""
    if plan.year is not None and year <= plan.year:
        raise DocgenError("X095", Place(plan.file), year=year, last=plan.year, next=plan.year + 1)
    left = [task for task in plan.tasks if task.status not in _OVER]
    states = [task.status for task in plan.tasks]
    text, empty = _Writer(plan, year).text(left)
    return CarriedOver(text, len(left), states.count("done"), states.count("stopped"), empty)


class _Writer:
    def __init__(self, plan: Plan, year: int) -> None:
        self.plan, self.year = plan, year
        document: Any = plan.loaded.document
        self.document = document
        typed = self.document.where("kind").key.rpartition(".")[2] or "kind"
        planned = planned_in(document, plan.loaded.sources)
        self.sections = [each.section for each in planned]  # in the order of the plan's tasks
        if not self.document.gives("kind"):  # the tasks of a meeting
            typed = next(iter(self.document.at.key.split(".")), "")
        self.chinese = not typed.isascii()

    def text(self, left: list[PlannedTask]) -> tuple[str, tuple[str, ...]]:
        sections, empty = self._sections(left)
        document = AnnualPlan if isinstance(self.document, AnnualPlan) else TaskTable
        keys = table(document)
        lines = [self._opening(), f"{self._name(keys['kind'])}: {self._kind()}"]
        lines += self._head(keys)
        if sections and isinstance(self.document, AnnualPlan):
            lines += [f"{self._name(keys['sections'])}:", *sections]
        elif sections:
            lines += [f"{self._name(keys['tasks'])}:", *sections]
        return "\n".join(lines) + "\n", empty

    def _opening(self) -> str:
        last = self.plan.year or ""
        return f"# {self.year}年的计划，先列{last}年没有完成的任务；〔待填：…〕是要补写的。"

    def _kind(self) -> str:
        kind = DOCUMENT_KINDS["annual-plan" if self._in_sections else "task-table"]
        return str(kind) if self.chinese else kind.code

    @property
    def _in_sections(self) -> bool:
        return isinstance(self.document, AnnualPlan)

    def _head(self, keys: Any) -> Iterator[str]:
        """Yield the lines of what stays from year to year, and of what must be written anew."""
        document = self.document
        yield from self._line(keys["org"], document.org)
        yield from self._line(keys["year"], str(self.year))
        yield from self._line(keys["date"], _DATE)
        yield from self._line(keys["template"], document.template)
        if not self._in_sections:
            return
        yield from self._line(keys["guiding"], _GUIDING)
        if document.numbering is not None:
            yield from self._line(keys["numbering"], self._word(document.numbering))
        if document.task_table is not None:
            words = ("否", "是") if self.chinese else ("false", "true")
            yield f"{self._name(keys['task_table'])}: {words[document.task_table]}"

    def _line(self, key: Key, words: str) -> Iterator[str]:
        if words:
            written = words if words.isdigit() else scalars.scalar(words)
            yield f"{self._name(key)}: {written}"

    # -- tasks ----------------------------------------------------------------------

    def _sections(self, left: list[PlannedTask]) -> tuple[list[str], tuple[str, ...]]:
        """Return the lines of the tasks, section by section; and the sections without any."""
        if not self._in_sections:
            return [line for task in left for line in self._task(task, "  ")], ()
        lines: list[str] = []
        empty: list[str] = []
        for section in self.document.sections:
            tasks = [task for task in left if self._stands_in(task, section)]
            if tasks:
                lines += self._section(section, tasks)
            else:
                empty.append(section.title.source if section.title else section.at.key)
        return lines, tuple(empty)

    def _stands_in(self, task: PlannedTask, section: PlanSection) -> bool:
        return self.sections[self.plan.tasks.index(task)] is section

    def _section(self, section: PlanSection, tasks: Iterable[PlannedTask]) -> Iterator[str]:
        keys = table(PlanSection)
        title = section.title.source if section.title else ""
        yield f"  - {self._name(keys['title'])}: {scalars.scalar(title, column=4)}"
        yield f"    {self._name(keys['tasks'])}:"
        for task in tasks:
            yield from self._task(task, "      ")

    def _task(self, planned: PlannedTask, pad: str) -> Iterator[str]:
        for note in self._notes(planned):
            yield f"{pad}# {note}"
        item: Pairs = {}
        keys = table(PlanItem)
        for name in _KEPT:
            value = self._value(planned, name)
            if value:
                item[self._name(keys[name])] = value
        # With its parameters a snippet may give other words; they go over as they are.
        if planned.task.snippet and self._is_own(planned.task):
            item |= self._parameters(planned.task)
        item[self._name(keys["due"])] = self._due(planned)
        if planned.status:
            item[self._name(keys["status"])] = self._word(planned.task.status)
        column = len(pad) + 2
        yield f"{pad}- {scalars.pairs(item, column)}"

    def _is_own(self, task: Record) -> bool:
        same_file: bool = task.at.file == self.document.at.file
        return same_file

    def _value(self, planned: PlannedTask, name: str) -> Any:
        task = planned.task
        if name == "source":
            return task.source or ("" if self._is_own(task) else planned.source)
        if not self._is_own(task) and name in ("title", "text", "snippet"):
            # A source's texts and snippets see that source; here only their words are known.
            return "" if name == "snippet" else getattr(planned, name)
        value = getattr(task, name)
        if name == "partners":
            return list(value)
        return value.source if hasattr(value, "source") else value

    def _parameters(self, task: Any) -> Pairs:
        keys = table(PlanItem)
        found: Pairs = {}
        if task.with_:
            given = {name: list(v) if isinstance(v, tuple) else v for name, v in task.with_}
            found[self._name(keys["with"])] = scalars.Flow(given)
        if task.variant:
            found[self._name(keys["variant"])] = task.variant
        return found

    def _due(self, planned: PlannedTask) -> str:
        deadline, words = planned.deadline, planned.due
        if not words or isinstance(planned.task.due, Blank):
            return words or _DUE
        # 次年2月 of last year's plan is February of this one: as words it would be a year late.
        moved = _NEXT_YEAR.search(words) is not None
        if deadline and not moved and (deadline.standing or self._is_later(deadline.last)):
            return words
        return _DUE

    def _is_later(self, last: Any) -> bool:
        return last is not None and last.year >= self.year

    def _notes(self, planned: PlannedTask) -> Iterator[str]:
        """Yield what last year's plan said: when it was due, and how far it came."""
        year = f"{self.plan.year}年" if self.plan.year else "上年"
        due = f"，原定{planned.due}" if planned.due else "，没有定时限"
        state = str(planned.task.status) if planned.task.status else "没有记状态"
        yield f"{year}第{planned.number}项{due}；{state}".replace("\n", " ")
        if planned.progress:
            note = planned.progress[-1]
            yield f"最后的进展：{note.on} {note.words}".replace("\n", " ")

    # -- spelling ----------------------------------------------------------------------

    def _name(self, key: Key) -> str:
        return key.zh if self.chinese else key.name

    def _word(self, term: Any) -> str:
        return str(term) if self.chinese else str(term.code)
