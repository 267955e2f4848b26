"""A plan's tasks → a workbook (.xlsx), the same bytes for the same plan.

The sheet 任务 holds what a person edits, every cell as text; a sheet that is not shown holds what
was exported, so that an import can tell what was changed since (docgen/tasks/importing.py).
"""

from __future__ import annotations

import io
import re
from copy import copy
from typing import TYPE_CHECKING, Any

from docgen.base.diagnostics import Report
from docgen.model.terms import TASK_STATUS
from docgen.tasks.columns import BASE_SHEET, COLUMNS, HEADINGS, SHEET, TaskRow, rows_of
from docgen.tasks.loading import Plan

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# What a cell can hold (Excel specifications and limits: 32,767 characters).
MAX_CELL = 32_767
VERSION = "1"
# Where a sheet's base begins, below what it is and of which plan.
BASE_HEAD = 3
# ECMA-376 22.9.2.19 (ST_Xstring): _x000D_ in a cell means a character; these words are escaped.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD_FILL, _GRID = "D9D9D9", "808080"  # grey prints alike in black and white
_CREATED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def export(plan: Plan, report: Report) -> bytes | None:
    """Return a plan's tasks as a workbook, or None after reporting what no cell can hold."""
    from openpyxl import Workbook

    rows = rows_of(plan)
    if not _fit(rows, report):
        return None
    book = Workbook()
    sheet: Any = book.active
    _fill(sheet, rows)
    _lay_out(sheet, len(rows), plan)
    _remember(book, rows, plan_name(plan))
    return _packed(book)


def plan_name(plan: Plan) -> str:
    """Return what a workbook calls the plan that it is of: nothing of the machine."""
    member = plan.loaded.member
    return plan.loaded.path.name + (f"#{member}" if member else "")


def _fit(rows: list[TaskRow], report: Report) -> bool:
    before = len(report)
    for row in rows:
        for key, words in row.cells.items():
            if len(_escaped(words)) > MAX_CELL:
                place = row.task.where(key)
                report.add("S095", place, column=HEADINGS[key], length=len(words), limit=MAX_CELL)
    return len(report) == before


def _fill(sheet: Worksheet, rows: list[TaskRow]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    sheet.title = SHEET
    side = Side("thin", _GRID)
    border = Border(side, side, side, side)
    middle = Alignment("center", "center", wrap_text=True)
    bold, grey = Font(bold=True), PatternFill("solid", _HEAD_FILL)
    for at, column in enumerate(COLUMNS, start=1):
        head: Any = sheet.cell(1, at)
        _write(head, column.heading)
        head.font, head.fill, head.border, head.alignment = bold, grey, border, middle
    pattern: Any = sheet.cell(2, 1)
    pattern.border, pattern.alignment = border, Alignment(vertical="top", wrap_text=True)
    for line, row in enumerate(rows, start=2):
        for at, column in enumerate(COLUMNS, start=1):
            cell: Any = sheet.cell(line, at)
            # Setting each property of each cell would take as long as all the rest.
            cell._style = copy(pattern._style)
            _write(cell, row.cells[column.key])


def _write(cell: Any, words: str) -> None:
    """Write words as words: never a formula, a number or a day."""
    cell.value = _escaped(words) or None
    cell.number_format = "@"
    if words:
        cell.data_type = "s"
    if words[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True  # as if typed with ' before it


def _escaped(words: str) -> str:
    return _ESCAPE.sub("_x005F_", words).replace("\r", "_x000D_")


def _lay_out(sheet: Any, count: int, plan: Plan) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for at, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{count + 1}"
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", 9  # ECMA-376 18.3.1.63: 9 is A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    # In a header & begins a code, && is the character (ECMA-376 18.3.1.46).
    sheet.oddHeader.center.text = plan.title.replace("\n", "").replace("&", "&&")
    sheet.oddFooter.center.text = "&P / &N"
    words = ",".join(term.zh for term in TASK_STATUS.terms)
    choice = DataValidation("list", f'"{words}"', allow_blank=True, showErrorMessage=True)
    at = [column.key for column in COLUMNS].index("status") + 1
    choice.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{count + 200}")
    sheet.add_data_validation(choice)


def _remember(book: Workbook, rows: list[TaskRow], name: str) -> None:
    """Write down what was exported: each row with the path of keys that leads to its task."""
    sheet: Any = book.create_sheet(BASE_SHEET)
    sheet.sheet_state = "veryHidden"
    keys = [column.key for column in COLUMNS]
    table = [["docgen-tasks", VERSION], ["plan", name], ["path", *keys]]
    table += [[row.path, *(row.cells[key] for key in keys)] for row in rows]
    for line, values in enumerate(table, start=1):
        for at, words in enumerate(values, start=1):
            _write(sheet.cell(line, at), words)


def _packed(book: Workbook) -> bytes:
    """Return a workbook's bytes without the clock: openpyxl writes the time of saving."""
    from zipfile import ZipFile

    from openpyxl.writer.excel import ExcelWriter

    from docgen.render.package import pack, read_package, write_package

    book.properties.creator = "docgen"
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        ExcelWriter(book, archive).save()
    parts = read_package(made.getvalue())
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = _CREATED.sub(b"", core)
    return write_package(pack(name, content) for name, content in parts.items())
