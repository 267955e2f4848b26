"""Changes of cells → changes of the plan's file, in the file's own spelling and language.

Takes the file's bytes and what docgen/tasks/merging.py found; gives the changes that
source/patch.py makes.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.keys import Key, Record, table
from docgen.model.parts import PlanSection, Progress, Task
from docgen.model.sources import Meeting
from docgen.model.terms import TASK_STATUS
from docgen.source.edits import Addition, Change
from docgen.source.list_edits import Kept
from docgen.source.nodes import Mapping, Node, Scalar, Sequence
from docgen.source.scalars import Pairs
from docgen.source.spans import Step, steps
from docgen.source.text import decode
from docgen.source.yaml import parse_mapping
from docgen.tasks.columns import KEYS
from docgen.tasks.comparing_cells import bare_section, same, tidy
from docgen.tasks.loading import Plan
from docgen.tasks.merging import Cellwise, New
from docgen.tasks.notes import noted, parted
from docgen.tasks.sheet import Cell

# How alike two notes of a day must be to be one that was rewritten, as with rows.
_ALIKE = 0.5


class Writer:
    """Turns changes of cells into changes of the plan's file, in the file's own spelling."""

    def __init__(self, data: bytes, place: Place, plan: Plan, report: Report) -> None:
        self.plan, self.report = plan, report
        text = decode(data, place, Report())
        root = parse_mapping(text or "", place, Report())
        if root is None:  # it was read a moment ago
            raise DocgenError("W003", place, reason="changed while it was read")
        self.root = root
        self.chinese = any(not key.text.isascii() for key, _ in root.pairs)

    def change(self, change: Cellwise) -> list[Change | Addition]:
        path = steps(change.row.path)
        holder = self._node(path)
        if change.key == "progress":
            return self._progress(change, path, holder)
        key = table(Task)[change.key]
        value: Any = self._value(change.key, change.new)
        return [Change(path, self._key(holder, key), value, self._shorthand(Task, holder))]

    def addition(self, new: New) -> list[Change | Addition]:
        """Return a new task at the end of its section (or of the tasks that have none)."""
        item: Pairs = {}
        for key in KEYS:
            cell = new.cells.get(key)
            if cell is None:
                continue
            value: Any = self._value(key, cell)
            if key == "progress":
                value = [self._note(*note) for note in noted(cell.text)]
            item[self._spelt(table(Task)[key])] = value
        place = self._place_for(new)
        if place is None:
            return []
        path, held = place
        holder = self._node(path)
        typed = self._key(holder, held)
        tasks = holder.get(typed) if isinstance(holder, Mapping) else None
        if isinstance(tasks, Sequence) and tasks.items:
            return [Addition((*path, typed), item)]
        return [Change(path, typed, [item])]

    def _place_for(self, new: New) -> tuple[tuple[Step, ...], Key] | None:
        """Return where a new task goes: the mapping, and which key of it."""
        document = self.plan.loaded.document
        if isinstance(document, AnnualPlan):
            cell = new.cells.get("section")
            titles = self._sections()
            found = [key for words, key in titles if same("section", words, new.section)]
            if len(found) == 1 and cell is not None:
                return steps(found[0]), table(PlanSection)["tasks"]
            place = cell.place if cell else new.place
            known = suggestion(bare_section(new.section), [words for words, _ in titles])
            what = Words(f"计划里没有“{new.section}”这一部分。{known.zh}".rstrip("。"),
                         f"the plan has no section '{new.section}'. {known.en}")  # fmt: skip
            none = Words("新任务没有写部分", "a new task without a section")
            self.report.add("X097", place, what=what if new.section else none)
            return None
        if document.at.file == self.root.place.file and isinstance(document, TaskTable):
            own = not self._stands_in()
            keys = table(TaskTable if own else Meeting)
            return steps(document.at.key) if own else (), keys["tasks"]
        return None

    def _stands_in(self) -> bool:
        """Whether the plan is a meeting's own tasks."""
        loaded = self.plan.loaded
        return any(loaded.document.at == source.at for source in loaded.sources.values())

    def _sections(self) -> list[tuple[str, str]]:
        """Return the sections of a plan: title as it is printed or typed, path of keys."""
        document: Any = self.plan.loaded.document
        found = {}
        for section in document.sections:
            found[section.at.key] = section.title.source if section.title else ""
        for task in self.plan.tasks:
            key = task.place.key.rpartition(".")[0]
            if key in found and task.place.file == document.at.file:
                found[key] = bare_section(task.section)
        return [(words, key) for key, words in found.items()]

    # -- values -----------------------------------------------------------------------------------

    def _value(self, key: str, cell: Cell) -> Any:
        words = tidy(cell.text)
        if key == "partners":
            return list(parted(words))
        if key == "status" and words:
            term = TASK_STATUS.find(words)
            return str(term) if self.chinese or term is None else term.code
        return words

    def _progress(
        self, change: Cellwise, path: tuple[Step, ...], holder: Node
    ) -> list[Change | Addition]:
        """Return the smallest change that makes the notes of a task those of its cell."""
        key = self._key(holder, table(Task)["progress"])
        old, new = noted(change.old), noted(tidy(change.new.text))
        node = holder.get(key) if isinstance(holder, Mapping) else None
        if not (isinstance(node, Sequence) and len(node.items) == len(old) > 0):
            value: list[Any] = [self._note(*note) for note in new]
            return [Change(path, key, value, self._shorthand(Task, holder))]
        if new[: len(old)] == old:
            return [Addition((*path, key), self._note(*note)) for note in new[len(old) :]]
        if _are_rewritten(old, new):
            return [
                each
                for at, (was, now) in enumerate(zip(old, new, strict=True))
                if was != now
                for each in self._note_changed((*path, key, at), was, now)
            ]
        return [Change(path, key, self._rearranged(old, new))]

    def _rearranged(self, old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[Any]:
        """Return the new notes; those that stay in their order as they stand."""
        made: list[Any] = [self._note(*note) for note in new]
        for a, c, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            made[c : c + size] = [Kept(a + n) for n in range(size)]
        return made

    def _note_changed(
        self, path: tuple[Step, ...], was: tuple[str, str], now: tuple[str, str]
    ) -> list[Change | Addition]:
        holder = self._node(path)
        keys = table(Progress)
        if isinstance(holder, Scalar) and not now[0]:
            return [Change(path[:-1], path[-1], now[1])]
        short = self._shorthand(Progress, holder)
        return [
            Change(path, self._key(holder, keys[name]), value, short)
            for name, before, value in (("date", was[0], now[0]), ("text", was[1], now[1]))
            if before != value
        ]

    def _note(self, day: str, words: str) -> Pairs:
        keys = table(Progress)
        dated = {self._spelt(keys["date"]): day} if day else {}
        return {**dated, self._spelt(keys["text"]): words}

    # -- where in the file ------------------------------------------------------------------------

    def _node(self, path: tuple[Step, ...]) -> Node:
        node: Any = self.root
        for step in path:
            node = node.items[step] if isinstance(step, int) else node.get(step)
        found: Node = node
        return found

    def _key(self, holder: Node, key: Key) -> str:
        """Return how a key is typed in a mapping, or would be."""
        if isinstance(holder, Mapping):
            names = key.names()
            for typed, _ in holder.pairs:
                if typed.text in names:
                    return typed.text
        return self._spelt(key)

    def _spelt(self, key: Key) -> str:
        return key.zh if self.chinese else key.name

    def _shorthand(self, cls: type[Record], holder: Node) -> str:
        """Return the key that plain words stand for, where a record is only words."""
        if not isinstance(holder, Scalar):
            return ""
        return self._spelt(table(cls)[cls.shorthand])


def _are_rewritten(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> bool:
    """Whether notes are the same ones in better words, each in its place: what is written about
    one of them stays true."""
    return len(old) == len(new) and all(
        was == now or (was not in new and now not in old and _is_rewritten(was, now))
        for was, now in zip(old, new, strict=True)
    )


def _is_rewritten(was: tuple[str, str], now: tuple[str, str]) -> bool:
    """Whether a note is another in better words, or of a better day."""
    ratio = SequenceMatcher(None, was[1], now[1], autojunk=False).ratio()
    return was[1] == now[1] or (was[0] == now[0] and ratio >= _ALIKE)
