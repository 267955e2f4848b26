"""A workbook → the rows of tasks that stand in it, and what it was exported from.

Takes openpyxl's workbooks (docgen/tasks/opening.py), gives a `Table`; each cell that cannot be
read for certain is reported by its name, ``FILE.xlsx:任务!F12``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.base.diagnostics import Report, Words, clipped, suggestion
from docgen.base.place import Place
from docgen.tasks.cells import Said, said, unescaped
from docgen.tasks.columns import BASE_SHEET, COLUMNS, HEADINGS, KNOWN, SHEET
from docgen.tasks.opening import Opened

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# A hand-made table may have a title and notes above its headings.
_HEAD_WITHIN = 10
# A year's tasks of a whole province are fewer; what has more rows is something else.
MAX_ROWS = 20_000


class Cell(NamedTuple):
    """`area`: the merged cells of one column that it is one of, ``F2:F5``."""

    text: str
    number: bool
    place: Place
    area: str = ""


class SheetRow(NamedTuple):
    """A row of the sheet: the cells that its columns hold, by key; `unclear`: the keys whose cells
    were reported already."""

    line: int
    cells: Mapping[str, Cell]
    place: Place
    unclear: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        cell = self.cells.get(key)
        return cell.text if cell else ""


class Base(NamedTuple):
    """What was exported: of which plan, and each row's text by key, with ``path``."""

    plan: str
    rows: list[dict[str, str]]


class Table(NamedTuple):
    """`absent`: the headings of columns that were exported and are not there."""

    rows: list[SheetRow]
    keys: tuple[str, ...]
    base: Base | None
    place: Place
    absent: tuple[str, ...] = ()


def read_table(opened: Opened, file: str, report: Report, *, told: Report) -> Table | None:
    """Return the tasks of a workbook, or None: no sheet holds any. `told` takes what only has to
    be said."""
    sheet = _sheet(opened.book, file, report)
    if sheet is None:
        return None
    return _Reader(sheet, opened, file, report, told).table()


def _sheet(book: Workbook, file: str, report: Report) -> Worksheet | None:
    """Return the sheet that holds the tasks: the one called so, or the only one to be seen."""
    sheets = {sheet.title.strip(): sheet for sheet in book.worksheets}
    seen = [s for s in book.worksheets if s.sheet_state == "visible" and s.title != BASE_SHEET]
    sheet = sheets.get(SHEET) or (seen[0] if len(seen) == 1 else None)
    if sheet is None:
        names = "、".join(each.title for each in seen)
        what = Words(f"有几张工作表（{names}），没有叫“{SHEET}”的",
                     f"several sheets ({names}), and none is called {SHEET}")  # fmt: skip
        report.add("S093", Place(file), what=what)
    return sheet


class _Reader:
    def __init__(
        self, sheet: Worksheet, opened: Opened, file: str, report: Report, told: Report
    ) -> None:
        self.sheet, self.opened, self.book = sheet, opened, opened.book
        self.file, self.report, self.told = file, report, told
        # Only cells that are there: a sheet may be formatted down to its millionth row.
        self.lines: dict[int, dict[int, Any]] = {}
        self.merged: set[tuple[int, int]] = set()  # cells of areas that were reported
        self.areas: dict[tuple[int, int], str] = {}  # cells of areas down one column
        fonts: Any = getattr(self.book, "_fonts", ())
        self.struck = {at for at, font in enumerate(fonts) if font.strike}
        for (line, column), cell in sheet._cells.items():
            if cell.value is not None or getattr(cell, "comment", None):
                self.lines.setdefault(line, {})[column] = cell

    def table(self) -> Table | None:
        place = Place(f"{self.file}:{self.sheet.title}")
        if len(self.lines) > MAX_ROWS:
            count = len(self.lines)
            what = Words(f"{count}行，最多{MAX_ROWS}行", f"{count} rows, at most {MAX_ROWS}")
            self.report.add("S092", place, what=what)
            return None
        head = self._head()
        if head is None:
            what = Words("前几行里没有“任务”这一栏的标题", "no heading 任务 in its first rows")
            self.report.add("S093", place, what=what)
            return None
        columns = self._columns(head)
        self._refuse_merges(head, columns)
        base = _base(self.book)
        absent = _absent(set(columns.values())) if base is not None else ()
        rows = [self._row(line, columns) for line in sorted(self.lines) if line > head]
        told = [row for row in rows if row is not None]
        return Table(told, tuple(columns.values()), base, place, absent)

    def _head(self) -> int | None:
        """Return the line of the headings: the first that names the tasks and one thing more."""
        for line in range(1, _HEAD_WITHIN + 1):
            found = {KNOWN.get(_heading(cell)) for cell in self.lines.get(line, {}).values()}
            if found - {None} and ("title" in found or "id" in found) and len(found - {None}) > 1:
                return line
        return None

    def _columns(self, head: int) -> dict[int, str]:
        """Return column → key, of the headings; report those that mean nothing or one twice."""
        found: dict[int, str] = {}
        filled = {at for line, cells in self.lines.items() if line > head for at in cells}
        for at, cell in sorted(self.lines[head].items()):
            words = _heading(cell)
            key = KNOWN.get(words)
            if key in found.values():
                first = next(each for each, known in found.items() if known == key)
                other = self._place(head, first).key
                self.report.add("S094", self._place(head, at), what=Words(
                    f"“{words}”有两栏，另一栏在 {other}", f"'{words}' stands twice, see {other}"),
                    known=_DELETE)  # fmt: skip
            elif key is not None:
                found[at] = key
            elif words and at in filled:
                known = suggestion(words, [column.heading for column in COLUMNS], limit=13)
                what = Words(
                    f"不认识“{words}”这一栏，改名或删掉它",
                    f"unknown column '{words}': rename or delete it",
                )
                self.report.add("S094", self._place(head, at), what=what, known=known)
        for at in sorted(filled - set(self.lines[head])):
            what = Words("这一栏没有标题", "this column has no heading")
            self.report.add("S094", self._place(head, at), what=what, known=_DELETE)
        return found

    def _refuse_merges(self, head: int, columns: Mapping[int, str]) -> None:
        """Unfold cells merged down one column; report those merged across columns."""
        for area in self.sheet.merged_cells.ranges:
            left, top, right, bottom = area.bounds
            if bottom <= head or not any(left <= at <= right for at in columns):
                continue
            if left == right and top > head and columns.get(left) not in ("id", "number", "title"):
                cell = self.lines.get(top, {}).get(left)
                for line in range(top, bottom + 1) if cell is not None else ():
                    if line in self.lines:
                        self.lines[line][left] = cell
                        self.areas[line, left] = str(area.coord)
                continue
            self.merged.update((line, at) for line in range(top, bottom + 1) if line in self.lines
                               for at in columns if left <= at <= right)  # fmt: skip
            self.report.add("S097", self._at(area.coord), range=area.coord)

    def _row(self, line: int, columns: Mapping[int, str]) -> SheetRow | None:
        cells: dict[str, Cell] = {}
        unclear = {key for at, key in columns.items() if (line, at) in self.merged}
        for at, cell in self.lines[line].items():
            key = columns.get(at)
            if key is None or key in unclear:
                continue
            place = self._place(line, at)
            comment = getattr(cell, "comment", None)
            if comment is not None and cell.row == line:
                self.told.add("S098", place, words=clipped(str(comment.text).strip(), 30))
            read = self._said(cell, key)
            if read.fault is not None and key != "number":
                self.report.add("S096", place, column=HEADINGS[key], what=read.fault)
                unclear.add(key)
            elif read.text.strip():
                cells[key] = Cell(read.text, read.number, place, self.areas.get((line, at), ""))
        if not (set(cells) | unclear) - {"number"}:
            return None
        for at, key in columns.items():
            if key not in unclear:
                cells.setdefault(key, Cell("", False, self._place(line, at)))
        return SheetRow(line, cells, self._at(str(line)), frozenset(unclear))

    def _said(self, cell: Any, key: str) -> Said:
        if cell.value is None:
            return Said()
        struck = self._struck(cell)
        if struck:
            words = clipped(struck.strip(), 20)
            return Said(fault=Words(
                f"有划掉的字“{words}”：不要的就删掉，要的去掉删除线，不办的任务把状态改为“已取消”",
                f"has words struck through, '{words}': delete them or take the line away; a task "
                "that is given up has the status 已取消"))  # fmt: skip
        last: Any = None
        results = self.opened.results() if cell.data_type == "f" else None
        if results is not None:
            last = results[self.sheet.title][cell.coordinate].value
        return said(cell, last, key, self.book.epoch)

    def _struck(self, cell: Any) -> str:
        """Return what is struck through in a cell."""
        style = getattr(cell, "_style", None)
        if style is not None and style.fontId in self.struck:
            return str(cell.value)
        parts = cell.value if isinstance(cell.value, list) else ()  # rich text: runs
        return "".join(
            each.text for each in parts if getattr(getattr(each, "font", None), "strike", False)
        )

    def _place(self, line: int, at: int) -> Place:
        from openpyxl.utils import get_column_letter

        return self._at(f"{get_column_letter(at)}{line}")

    def _at(self, name: str) -> Place:
        return Place(f"{self.file}:{self.sheet.title}!{name}", key=f"{self.sheet.title}!{name}")


_DELETE = Words(
    "删掉多余的那一栏，或给它写上标题。", "Delete the one too many, or give it a heading."
)


def _heading(cell: Any) -> str:
    value = cell.value
    rich = isinstance(value, list)
    return "".join(str(value).split()) if rich or isinstance(value, str) else ""


def _absent(keys: set[str]) -> tuple[str, ...]:
    """Return the headings of the columns that were exported and are not there."""
    return tuple(each.heading for each in COLUMNS if each.key not in (*keys, "number"))


def _base(book: Workbook) -> Base | None:
    """Return what a workbook was exported from; None where it was made by hand."""
    if BASE_SHEET not in book.sheetnames:
        return None
    lines = [
        [unescaped(str(value)) if isinstance(value, str | list) else "" for value in line]
        for line in book[BASE_SHEET].iter_rows(values_only=True)
    ]
    if len(lines) < 3 or lines[0][:1] != ["docgen-tasks"] or lines[1][:1] != ["plan"]:
        return None
    keys = lines[2]
    return Base(lines[1][1], [dict(zip(keys, line, strict=True)) for line in lines[3:]])


def unmatched(rows: Iterable[SheetRow], known: Iterable[int]) -> list[SheetRow]:
    """Return the rows whose line is not among `known`."""
    lines = set(known)
    return [row for row in rows if row.line not in lines]
