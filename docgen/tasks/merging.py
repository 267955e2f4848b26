"""The rows of a workbook against the plan: what was changed, what is new, what cannot be.

Takes a `Table`, the plan's rows and a `Report`; gives `Merged`. Three ways: what was exported, what
the workbook says now, what the plan says now. Only what somebody changed in the workbook alone is
taken; every refusal names its cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docgen.base.diagnostics import Report, Words, clipped
from docgen.base.place import Place
from docgen.tasks.columns import HEADINGS, KEYS, TaskRow
from docgen.tasks.comparing_cells import problem, same
from docgen.tasks.row_matching import rows_matched
from docgen.tasks.sheet import Cell, SheetRow, Table

_QUOTED = 40


class Cellwise(NamedTuple):
    """One cell's change: of which task, in which column, from what to what."""

    row: TaskRow
    key: str
    old: str
    new: Cell


class New(NamedTuple):
    """A row that is a new task: the title of its section, its cells."""

    section: str
    cells: Mapping[str, Cell]
    place: Place


class Merged(NamedTuple):
    """`left`: how many tasks of the plan the workbook does not hold; `absent`: the headings of the
    columns that it does not."""

    changes: list[Cellwise]
    new: list[New]
    left: int
    absent: tuple[str, ...] = ()


def merge(
    table: Table, rows: Sequence[TaskRow], report: Report, *, partial: bool = False
) -> Merged:
    """Return what a workbook changes. `partial`: tasks that it does not hold are left alone."""
    return _Merge(table, rows, report, partial).merged()


class _Merge:
    def __init__(
        self, table: Table, rows: Sequence[TaskRow], report: Report, partial: bool
    ) -> None:
        self.table, self.rows, self.report, self.partial = table, rows, report, partial
        self.base = table.base.rows if table.base else None
        self.changes: list[Cellwise] = []
        self.new: list[New] = []
        self.here: dict[int, int] = {}
        self.first: dict[str, str] = {}  # merged cells → what their first row was

    def merged(self) -> Merged:
        known = self.base if self.base is not None else [_named(row) for row in self.rows]
        typed = [self._typed(row, known) for row in self.table.rows]
        self._refuse_doubles(typed)
        place = "number" if self.base is not None else "-"
        pairs = rows_matched(typed, known, place)
        here = self.here = self._current()
        for at, row in enumerate(self.table.rows):
            if at not in pairs:
                self._unmatched(at, typed, known, pairs)
                continue
            base = known[pairs[at]] if self.base is not None else None
            current = here.get(pairs[at])
            if current is None:
                self._vanished(row, base or {})
            else:
                self._compare(row, base, self.rows[current])
        missing = self._missing(known, typed, pairs, here)
        for heading in self.table.absent if not self.partial else ():
            self.report.add("S099", self.table.place, column=heading)
        return Merged(self.changes, self.new, missing, self.table.absent)

    def _current(self) -> dict[int, int]:
        """Return index of what was exported → index of the plan's task that it is now."""
        if self.base is None:
            return {at: at for at in range(len(self.rows))}
        now = [{**row.cells, "path": row.path} for row in self.rows]
        return rows_matched(self.base, now, "path")

    def _typed(self, row: SheetRow, known: Sequence[Mapping[str, str]]) -> dict[str, str]:
        """Return a row's texts; an id that became a number (7) as it was exported (07)."""
        texts = {key: cell.text for key, cell in row.cells.items()}
        cell = row.cells.get("id")
        if cell is not None and cell.number:
            ids = [each.get("id", "") for each in known]
            equal = [id for id in ids if same("id", cell.text, id, number=True)]
            texts["id"] = equal[0] if equal else cell.text
        return texts

    # -- rows -----------------------------------------------------------------------------------

    def _refuse_doubles(self, typed: Sequence[Mapping[str, str]]) -> None:
        first: dict[str, Place] = {}
        for row, texts in zip(self.table.rows, typed, strict=True):
            id = texts.get("id", "").strip()
            if id and id in first:
                what = Words(f"编号“{id}”在 {first[id].key} 已经有了",
                             f"the id '{id}' stands at {first[id].key} already")  # fmt: skip
                self.report.add("X094", row.cells["id"].place, what=what)
            elif id:
                first[id] = row.cells["id"].place

    def _unmatched(
        self, at: int, typed: Sequence[Mapping[str, str]],
        known: Sequence[Mapping[str, str]], pairs: Mapping[int, int],
    ) -> None:  # fmt: skip
        """Report a row that is no task of the plan, or note it as a new one."""
        row, texts = self.table.rows[at], typed[at]
        if row.unclear:
            return  # first that has to be mended
        label = clipped(texts.get("title") or texts.get("text") or texts.get("id", ""), _QUOTED)
        stood = {each.get("number", ""): i for i, each in enumerate(known)}
        base = stood.get(texts.get("number", ""))
        if self.base is None:
            what = Words("计划里没有这个编号，也没有这个名称的任务",
                         "the plan has no task of this id or name")  # fmt: skip
            self.report.add("X091", row.place, task=label, what=what)
        elif base is not None and base not in pairs.values():
            self._replaced(row, texts, known[base], label)
        elif self._is_there(row, texts, label):
            pass
        elif self._repeats(at, typed):
            what = Words("这一行和另一行一样", "it repeats another row")
            self.report.add("X091", row.place, task=label, what=what)
        else:
            self._noted_new(row)

    def _replaced(
        self, row: SheetRow, texts: Mapping[str, str], base: Mapping[str, str], label: str
    ) -> None:
        old, new = base.get("id", ""), texts.get("id", "").strip()
        if old and new and old != new:
            self.report.add("X094", row.cells["id"].place, what=_renamed(old, new))
            return
        was = clipped(base.get("title") or base.get("text", ""), _QUOTED)
        number = base.get("number", "")
        what = Words(f"序号{number}原来是“{was}”，改得认不出了",
                     f"number {number} was '{was}' and cannot be told any more")  # fmt: skip
        self.report.add("X091", row.place, task=label, what=what)

    def _is_there(self, row: SheetRow, texts: Mapping[str, str], label: str) -> bool:
        """Whether a new row is a task that the plan was given since, perhaps by this workbook."""
        exported = set(self.here.values())
        for at, task in enumerate(self.rows):
            if at in exported or not self._means(texts, task):
                continue
            other = [
                key for key, cell in row.cells.items()
                if key in KEYS and cell.text.strip()
                and not same(key, cell.text, task.cells[key], number=cell.number)
            ]  # fmt: skip
            if other:
                what = Words(f"计划里已经有这条任务（{task.place}），写的不一样",
                             f"the plan has this task ({task.place}) in other words")  # fmt: skip
                self.report.add("X091", row.place, task=label, what=what)
            return True
        return False

    def _means(self, texts: Mapping[str, str], task: TaskRow) -> bool:
        if texts.get("id") and task.cells["id"]:
            return same("id", texts["id"], task.cells["id"])
        keys = ("title", "text") if not texts.get("title") else ("title",)
        there = same("section", texts.get("section", ""), task.cells["section"])
        return there and all(same(key, texts.get(key, ""), task.cells[key]) for key in keys)

    def _repeats(self, at: int, typed: Sequence[Mapping[str, str]]) -> bool:
        mine = [typed[at].get(key, "").strip() for key in ("title", "text")]
        return any(
            other != at and mine == [texts.get(key, "").strip() for key in ("title", "text")]
            for other, texts in enumerate(typed)
        )

    def _noted_new(self, row: SheetRow) -> None:
        if not (row.text("title").strip() or row.text("text").strip()):
            what = Words("新的一行没有写任务", "a new row without a task")
            self.report.add("X096", row.place, column=HEADINGS["title"], what=what)
            return
        cells = {key: cell for key, cell in row.cells.items() if cell.text.strip()}
        for key, cell in cells.items():
            self._judge(key, cell)
        self.new.append(New(row.text("section").strip(), cells, row.place))

    def _vanished(self, row: SheetRow, base: Mapping[str, str]) -> None:
        """Report changes of a task that the plan has no more; unchanged, it is let go."""
        changed = [
            cell for key, cell in row.cells.items()
            if key in KEYS and not same(key, cell.text, base.get(key, ""), number=cell.number)
        ]  # fmt: skip
        if changed:
            label = clipped(base.get("title") or base.get("text", ""), _QUOTED)
            what = Words("导出以后，计划里这条任务没有了", "the plan has no such task any more")
            self.report.add("X091", row.place, task=label, what=what)

    def _missing(
        self, known: Sequence[Mapping[str, str]], typed: Sequence[Mapping[str, str]],
        pairs: Mapping[int, int], here: Mapping[int, int],
    ) -> int:  # fmt: skip
        """Report tasks that were exported and have no row any more."""
        if self.base is None:
            return len(known) - len(pairs)
        numbers = {texts.get("number", "") for at, texts in enumerate(typed) if at not in pairs}
        lost = [
            at for at, base in enumerate(known)
            if at not in pairs.values() and at in here and base.get("number") not in numbers
        ]  # fmt: skip
        for at in lost if not self.partial else ():
            base = known[at]
            label = clipped(base.get("title") or base.get("text", ""), _QUOTED)
            self.report.add("X092", self.table.place, number=base.get("number", ""), task=label)
        return len(lost)

    # -- cells ------------------------------------------------------------------------------------

    def _compare(self, row: SheetRow, base: Mapping[str, str] | None, task: TaskRow) -> None:
        self._refuse_move(row, (base or task.cells).get("section", ""), task)
        for key in KEYS:
            cell, now = row.cells.get(key), task.cells[key]
            if cell is None:
                continue
            if base is None and not cell.text.strip():
                continue  # in a table made by hand an empty cell says nothing
            was = now if base is None else base.get(key, "")
            if base is not None and not self._spreads(key, cell, was):
                continue
            if same(key, cell.text, was, number=cell.number):
                continue
            if same(key, cell.text, now, number=cell.number):
                continue
            if base is None and key == "title" and same(key, cell.text, _named(task)[key]):
                continue
            if self._may_change(key, cell, was, now, task):
                self.changes.append(Cellwise(task, key, now, cell))
        self._refuse_empty(row, task)

    def _spreads(self, key: str, cell: Cell, was: str) -> bool:
        """Whether merged cells may be each row's: merging keeps the first and throws away what
        the others were, which must have been the same, or nothing."""
        first = self.first.setdefault(cell.area, was) if cell.area else was
        if not was or same(key, was, first) or same(key, was, cell.text):
            return True
        sheet, _, _ = cell.place.key.rpartition("!")
        file, _, _ = cell.place.file.rpartition("!")
        place = Place(f"{file}!{cell.area}", key=f"{sheet}!{cell.area}")
        self.report.add("S097", place, range=cell.area)
        return False

    def _may_change(self, key: str, cell: Cell, was: str, now: str, task: TaskRow) -> bool:
        before = len(self.report)
        if key in task.locked:
            column, why = HEADINGS[key], task.locked[key]
            self.report.add("X093", cell.place, column=column, why=why)
        elif not same(key, was, now):
            self.report.add(
                "X090", cell.place, column=HEADINGS[key], was=_quoted(was),
                theirs=_quoted(cell.text), ours=_quoted(now), at=str(task.task.where(key)),
            )  # fmt: skip
        elif key == "id" and was:
            self.report.add("X094", cell.place, what=_renamed(was, cell.text))
        else:
            self._judge(key, cell)
        return len(self.report) == before

    def _judge(self, key: str, cell: Cell) -> None:
        what = problem(key, cell.text) if key in KEYS else None
        if what is not None:
            self.report.add("X096", cell.place, column=HEADINGS[key], what=what)

    def _refuse_empty(self, row: SheetRow, task: TaskRow) -> None:
        """Report a task that is left without words."""
        new = {each.key: each.new.text.strip() for each in self.changes if each.row is task}
        left = [new.get(key, task.cells[key]) for key in ("title", "text")]
        if not any(left) and not task.task.snippet:
            what = Words("清空以后这条任务就没有字了", "without it the task has no words")
            place = next(row.cells[key].place for key in ("title", "text") if key in new)
            self.report.add("X096", place, column=HEADINGS["title"], what=what)

    def _refuse_move(self, row: SheetRow, was: str, task: TaskRow) -> None:
        cell = row.cells.get("section")
        if cell is None or not cell.text.strip() or same("section", cell.text, was):
            return
        if not same("section", cell.text, task.cells["section"]):
            what = Words(f"任务不能在表格里换部分，它原来在“{was}”",
                         f"a task cannot move to another section; it is in '{was}'")  # fmt: skip
            self.report.add("X097", cell.place, what=what)


def _named(row: TaskRow) -> dict[str, str]:
    """Return a task's texts as a table made by hand knows it: without a name by its words."""
    return {**row.cells, "title": row.cells["title"] or row.cells["text"]}


def _renamed(old: str, new: str) -> Words:
    return Words(f"编号由“{old}”改成了“{new}”", f"the id '{old}' became '{new}'")


def _quoted(words: str) -> Words:
    shown = clipped(words.replace("\n", " "), _QUOTED)
    return Words(f"“{shown}”" if words else "空的", f"'{shown}'" if words else "nothing")
