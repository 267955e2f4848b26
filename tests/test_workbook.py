"""A plan's tasks as a workbook and back: equal, or refused with the cell named."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.source.edits import Addition, Change
from docgen.source.nodes import Mapping
from docgen.source.patch import patched
from docgen.source.scalars import scalar
from docgen.tasks.columns import COLUMNS, rows_of
from docgen.tasks.importing import Import, read_import
from docgen.tasks.loading import Plan, load
from docgen.tasks.workbook import export

PLAN = "documents/plan-2026.yaml"
BOOK = "tasks.xlsx"
SIMPLE = """\
# 这一行注释要留着
kind: annual-plan   # 这一句也是
org: 示例市档案局
year: 2026
sections:
  - title: 守住安全底线
    tasks:
      - title: 排查库房隐患   # 汛期前
        text: 汛期前检查一遍，
          逐项销号。
        owner: 馆藏科
        partners: [办公室, 信息科]
        due: 2026-06-30
        id: T-01
      - {title: 完善数据备份, owner: '信息科', due: 9月底前, id: "07"}
      - 办好开放活动

      - title: 推行代查代寄
        id: T-04
        partners:
          - 办公室
          - 信息科
        status: doing
        progress:
          - {date: 2026-03-01, text: 开通热线}
          - 试办一个月
  - title: 服务群众
    tasks:
      - title: 编研一部史料
        id: T-05
        due: 长期坚持
"""
CHINESE = """\
文种: 工作要点
单位: 示例市档案局
年度: 2026
部分:
- 标题: 守住安全底线
  任务:
  - 任务: 排查库房隐患
    牵头单位: 馆藏科
    完成时限:
  - 任务: 完善数据备份
    责任单位: 信息科
    状态: 推进中
"""


def plan_of(report: Report | None = None) -> Plan:
    found = Report() if report is None else report
    plan = load(PLAN, found)
    assert plan, [d.message("zh") for d in found]
    return plan


def exported() -> bytes:
    report = Report()
    data = export(plan_of(), report)
    assert data is not None, [d.message("zh") for d in report]
    return data


def edit(change: Callable[[Any], object], data: bytes | None = None) -> None:
    """Export the plan, let a person change the sheet, save it."""
    book = openpyxl.load_workbook(io.BytesIO(data or exported()), rich_text=True)
    change(book["任务"])
    book.save(BOOK)


def take(*, partial: bool = False) -> tuple[Import | None, list[str]]:
    """Import the workbook; return it and ``code place`` of what was found."""
    report = Report()
    found = read_import(Path(BOOK), plan_of(), report, partial=partial)
    said = [f"{d.code} {d.place.file.removeprefix(BOOK).removeprefix(':')}" for d in report]
    return found, [words.strip() for words in said]


def content(found: Import | None) -> str:
    assert found
    assert found.content is not None
    return found.content.decode()


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines that differ, old and new (an added line: nothing before it)."""
    import difflib

    old, new = before.split("\n"), after.split("\n")
    found = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(("\n".join(old[a:b]).strip(), "\n".join(new[c:d]).strip()))
    return found


# -- the workbook itself ------------------------------------------------------------------------


def test_the_same_plan_gives_the_same_bytes(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    assert exported() == exported()
    names = zipfile.ZipFile(io.BytesIO(exported())).infolist()
    assert {each.date_time for each in names} == {(1980, 1, 1, 0, 0, 0)}


def test_the_sheet_is_ready_to_be_filled_in_and_printed(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    book: Any = openpyxl.load_workbook(io.BytesIO(exported()))
    sheet = book["任务"]
    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    assert sheet["D2"].value == "排查库房隐患"
    assert sheet["M5"].value == "2026-03-01 开通热线\n试办一个月"
    assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert "进行中" in sheet.data_validations.dataValidation[0].formula1
    assert book["docgen"].sheet_state == "veryHidden"


@pytest.mark.parametrize("words", ["=1+1", "+甲", "-乙", "@丙", "=HYPERLINK('x')", "_x000D_"])
def test_no_text_becomes_a_formula(workspace: Workspace, words: str) -> None:
    workspace({PLAN: SIMPLE.replace("排查库房隐患 ", f"{scalar(words)} ")})
    cell: Any = openpyxl.load_workbook(io.BytesIO(exported()))["任务"]["D2"]
    assert cell.data_type == "s"
    edit(lambda sheet: None)
    assert content(take()[0]) == Path(PLAN).read_text("utf-8")


def test_nothing_of_the_machine_is_in_it(workspace: Workspace) -> None:
    root = workspace({PLAN: SIMPLE})
    parts = zipfile.ZipFile(io.BytesIO(exported()))
    whole = b"".join(parts.read(name) for name in parts.namelist())
    assert str(root).encode() not in whole
    assert b"modified" not in parts.read("docProps/core.xml")


def test_a_text_that_no_cell_holds_is_not_exported(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE.replace("逐项销号。", "销" * 33_000)})
    report = Report()
    assert export(plan_of(), report) is None
    assert [(d.code, d.place.line) for d in report] == [("S095", 9)]


# -- the round trip -----------------------------------------------------------------------------

AWKWARD = [
    "R&D", "<甲>", "'引'\"号\"", "〔待填：名称〕", "{{ year }}年", "“甲”", "=1+1", "😀表情𠀀",
    "二\n行", "  前有空格", "后有空格  ", "\n".join(f"第{n}行" for n in range(20)), "a: b",
    "甲 # 乙", "*强调", "@某", "- 项", "07", "1e3", "yes", "null", "~", "2026-01-01", "46203",
    "|", ">", "%", "[甲]", "{甲", "甲，乙", "？", "\\n", "_x000D_", "12:30", "０７", "\u3000缩进",
    "a\u00a0b", "段一\n\n段二", "#", "'", "制\t表",
]  # fmt: skip


def awkward_plan(count: int = 300) -> str:
    """Return a plan whose values are as awkward as values can be, in every style of YAML."""
    lines = ["kind: annual-plan", "year: 2026", "org: 示例市档案局", "sections:"]
    for n in range(count):
        if n % 60 == 0:
            lines += [f"  - title: 第{n // 60}部分", "    tasks:"]
        words = AWKWARD[n % len(AWKWARD)]
        safe = words.replace("{{ year }}", "{{ '{{' }}")
        pad = "        "
        lines.append(f"      - title: {scalar(f'任务{n}{safe}', column=8)}")
        lines.append(f"{pad}text: {scalar(f'{safe}·{n}', column=8, style='|' if n % 3 else '')}")
        lines.append(f"{pad}owner: {scalar(words, column=8, style=chr(34) if n % 2 else '')}")
        lines.append(f"{pad}measure: {scalar(words, column=8)}")
        partners = ", ".join(scalar(f"单位{n}{words}", flow=True) for _ in range(n % 3 + 1))
        lines.append(f"{pad}partners: [{partners}]")
        lines.append(f"{pad}due: {scalar(f'{n % 12 + 1}月底前', column=8)}")
        lines.append(f"{pad}progress:")
        lines.append(f"{pad}  - {{date: 2026-03-01, text: {scalar(words, flow=True)}}}")
        lines.append(f"{pad}  - {scalar(f'又{words}', column=10)}")
        if n % 2:
            lines.append(f"{pad}id: T-{n:03d}")
    return "\n".join(lines) + "\n"


def test_300_awkward_tasks_come_back_as_they_went(workspace: Workspace) -> None:
    workspace({PLAN: awkward_plan()})
    edit(lambda sheet: None)
    found, said = take()
    assert said == []
    assert found
    assert found.told == []
    assert content(found) == awkward_plan()


def test_twenty_edits_are_twenty_changes_and_nothing_else(workspace: Workspace) -> None:
    workspace({PLAN: awkward_plan()})
    rows = rows_of(plan_of())
    wanted: dict[str, str] = {}

    def change(sheet: Any) -> None:
        for at, line in enumerate(range(2, 302, 15)):
            column = "DEFHIJ"[at % 6]
            key = {"D": "title", "E": "text", "F": "owner", "H": "due", "I": "measure",
                   "J": "source"}[column]  # fmt: skip
            words = (
                f"新{AWKWARD[at]}新" if key not in ("title", "text") else f"新写{at}: # “甲”\n乙"
            )
            sheet[f"{column}{line}"].value = words
            sheet[f"{column}{line}"].data_type = "s"
            wanted[f"任务!{column}{line}"] = words

    edit(change)
    found, said = take()
    assert said == []
    assert found
    assert {told.cell: told.new for told in found.told} == wanted
    assert len(wanted) == 20
    Path(PLAN).write_bytes(found.content or b"")
    again = rows_of(plan_of())
    keys = {"D": "title", "E": "text", "F": "owner", "H": "due", "I": "measure", "J": "source"}
    differing = {
        f"任务!{column}{line}": now.cells[key]
        for line, (now, was) in enumerate(zip(again, rows, strict=True), start=2)
        for column, key in keys.items()
        if now.cells[key] != was.cells[key]
    }
    assert differing == wanted
    last, _ = take()
    assert last
    assert last.told == []


@pytest.mark.slow
def test_ten_thousand_rows(workspace: Workspace) -> None:
    tasks = "".join(f"      - 第{n}项任务\n" for n in range(10_000))
    workspace({PLAN: SIMPLE.split("      - title")[0] + tasks})
    edit(lambda sheet: sheet["K9000"].__setattr__("value", "已完成"))
    found, said = take()
    assert said == []
    assert found
    assert [told.cell for told in found.told] == ["任务!K9000"]


# -- what one edit becomes in the file ------------------------------------------------------------

FLOW = """- {title: 完善数据备份, owner: '信息科', due: 9月底前, id: "07"}"""
EDITS: list[tuple[str, object, list[tuple[str, str]]]] = [
    ("F2", "档案科", [("owner: 馆藏科", "owner: 档案科")]),
    ("D2", "排查: # 隐患", [
        ("- title: 排查库房隐患   # 汛期前", "- title: '排查: # 隐患'   # 汛期前")]),
    ("G2", "办公室、财务科", [("partners: [办公室, 信息科]", "partners: [办公室, 财务科]")]),
    ("G2", "办公室", [("partners: [办公室, 信息科]", "partners: [办公室]")]),
    ("G5", "办公室，财务科", [("- 信息科", "- 财务科")]),
    ("H2", datetime.datetime(2026, 7, 1), [("due: 2026-06-30", "due: 2026-07-01")]),
    ("H2", "2026/7/1", [("due: 2026-06-30", "due: 2026-07-01")]),
    ("H2", "2026.7.1", [("due: 2026-06-30", "due: 2026-07-01")]),
    ("H2", "46204", [("due: 2026-06-30", "due: 2026-07-01")]),
    ("H2", 46204, [("due: 2026-06-30", "due: 2026-07-01")]),
    ("H2", "２０２６年７月", [("due: 2026-06-30", "due: 2026年7月")]),
    ("H2", "长期", [("due: 2026-06-30", "due: 长期")]),
    ("H2", "", [("due: 2026-06-30", "due:")]),
    ("H2", "2026/6/30", []),
    ("H2", datetime.datetime(2026, 6, 30), []),
    ("D2", "排查库房隐患 \n\t", []),
    ("E2", "汛期前检查一遍，逐项销号。\r\n", []),
    ("A3", 7, []),
    ("A3", 7.0, []),
    ("K5", "推进中", []),
    ("K2", "已完成", [("", "status: done")]),
    ("K5", "办结", [("status: doing", "status: done")]),
    ("L2", "2026.5.1", [("", "done_on: 2026-05-01")]),
    ("I2", 95, [("", "measure: '95'")]),
    ("F3", "甲, 乙", [
        (FLOW, FLOW.replace("信息科", "甲, 乙"))]),
    ("I3", "备份成功", [
        (FLOW, FLOW.replace("}", ", measure: 备份成功}"))]),
    ("F4", "办公室", [("- 办好开放活动", "- text: 办好开放活动\n        owner: 办公室")]),
    ("M5", "2026-03-01 开通热线\n试办一个月\n2026/4/2 全面推开", [
        ("", "- date: 2026-04-02\n            text: 全面推开")]),
    ("M5", "2026-03-01 开通热线\n试办两个月", [("- 试办一个月", "- 试办两个月")]),
    ("M5", "2026-03-02 开通热线\n试办一个月", [
        ("- {date: 2026-03-01, text: 开通热线}", "- {date: 2026-03-02, text: 开通热线}")]),
    ("M2", "2026-04-01 查完", [
        ("", "progress:\n          - date: 2026-04-01\n            text: 查完")]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value", "wanted"), EDITS, ids=lambda each: str(each)[:20])
def test_one_edit_changes_one_value(
    workspace: Workspace, cell: str, value: object, wanted: list[tuple[str, str]]
) -> None:
    workspace({PLAN: SIMPLE})
    edit(lambda sheet: sheet[cell].__setattr__("value", value))
    found, said = take()
    assert said == []
    assert changed(SIMPLE, content(found)) == wanted


def test_a_chinese_file_stays_chinese(workspace: Workspace) -> None:
    workspace({PLAN: CHINESE})

    def change(sheet: Any) -> None:
        sheet["H2"], sheet["F3"], sheet["K3"], sheet["A2"] = "8月底前", "技术科", "完成", "T-1"
        sheet["M3"] = "2026-05-01 备份一次"

    edit(change)
    found, _ = take()
    assert changed(CHINESE, content(found)) == [
        ("完成时限:", "完成时限: 8月底前\n    编号: T-1"),
        ("责任单位: 信息科\n    状态: 推进中",
         "责任单位: 技术科\n    状态: 已完成\n"
         "    进展:\n    - 日期: 2026-05-01\n      进展: 备份一次"),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "utf-8"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_encoding_and_line_ends_stay(workspace: Workspace, encoding: str, end: str) -> None:
    workspace({PLAN: ""})
    Path(PLAN).write_bytes(SIMPLE.replace("\n", end).encode(encoding))
    edit(lambda sheet: sheet["M2"].__setattr__("value", "2026-04-01 查完"))
    found, said = take()
    assert said == []
    assert found
    text = (found.content or b"").decode(encoding)
    assert text.count("\n") == text.count(end) == SIMPLE.count("\n") + 3
    assert (found.content or b"")[:2] == SIMPLE.encode(encoding)[:2]


def test_rows_may_change_places(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})

    def change(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        rows.sort(key=lambda row: row[3] or "")
        for line, row in enumerate(rows, start=2):
            for at, value in enumerate(row, start=1):
                sheet.cell(line, at).value = value
        sheet.insert_rows(4, 2)
        sheet.row_dimensions[3].hidden = True

    edit(change)
    found, said = take()
    assert said == []
    assert content(found) == SIMPLE


def test_new_rows_go_to_the_end_of_their_section(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})

    def change(sheet: Any) -> None:
        sheet.append([None, None, "守住安全底线", "新任务", "内容", "办公室", "甲、乙", "2026/8/1"])
        sheet.append(
            ["T-09", None, "二、服务群众", "又一项", None, None, None, None, None, None, "未启动"]
        )

    edit(change)
    found, said = take()
    assert said == []
    assert changed(SIMPLE, content(found)) == [
        ("", "- title: 新任务\n        text: 内容\n        owner: 办公室\n"
             "        partners: [甲, 乙]\n        due: 2026-08-01"),
        ("", "- id: T-09\n        title: 又一项\n        status: planned"),
    ]  # fmt: skip
    Path(PLAN).write_text(content(found), "utf-8")
    again, said = take()
    assert (said, again and again.told) == ([], [])  # the same workbook once more


def test_both_changed_is_a_conflict(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(lambda sheet: sheet["F2"].__setattr__("value", "档案科"))
    Path(PLAN).write_text(SIMPLE.replace("owner: 馆藏科", "owner: 办公室"), "utf-8")
    report = Report()
    found = read_import(Path(BOOK), plan_of(), report)
    assert found
    assert found.content is None
    (only,) = report
    assert (only.code, only.place.file) == ("X090", f"{BOOK}:任务!F2")
    assert all(word in only.message("zh") for word in ("馆藏科", "档案科", "办公室", f"{PLAN}:11"))


def test_both_changed_alike_or_elsewhere_is_none(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(lambda sheet: sheet["F2"].__setattr__("value", "档案科"))
    now = SIMPLE.replace("owner: 馆藏科", "owner: 档案科").replace("长期坚持", "9月底前")
    now = now.replace(
        "    tasks:\n      - title: 排", "    tasks:\n      - 插在前面的\n      - title: 排"
    )
    Path(PLAN).write_text(now, "utf-8")
    found, said = take()
    assert said == []
    assert content(found) == now


# -- refused, with the cell named -----------------------------------------------------------------


def cells(**values: object) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        for name, value in values.items():
            sheet[name].value = value

    return change


def merged(area: str, **values: object) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        cells(**values)(sheet)
        sheet.merge_cells(area)

    return change


def _error(sheet: Any) -> None:
    sheet["F2"].value = "#N/A"
    sheet["F2"].data_type = "e"


def _repeat(sheet: Any) -> None:
    sheet.append([cell.value for cell in sheet[4]])


REFUSALS: list[tuple[str, Callable[[Any], object], list[str]]] = [
    ("formula", cells(F2="=A1&B1"), ["S096 任务!F2"]),
    ("error", _error, ["S096 任务!F2"]),
    ("boolean", cells(I2=True), ["S096 任务!I2"]),
    ("a day among words", cells(A2=datetime.datetime(2026, 3, 1)), ["S096 任务!A2"]),
    ("a time of day", cells(H2=datetime.time(9, 30)), ["S096 任务!H2"]),
    ("no such day", cells(H2="2026/2/30"), ["S096 任务!H2"]),
    ("a month as a number", cells(H2=2026.1), ["S096 任务!H2"]),
    ("a day as a number", cells(H2=20260701), ["X096 任务!H2"]),
    ("a year as a number", cells(H2=2026), ["X096 任务!H2"]),
    ("a day without its year", cells(H2="7/1"), ["X096 任务!H2"]),
    ("a day with a dot", cells(H2="７．1"), ["X096 任务!H2"]),
    ("a day as figures", cells(L2="20260701"), ["X096 任务!L2"]),
    ("a month done as a number", cells(L2=2026.1), ["S096 任务!L2"]),
    ("no such day in words", cells(H2="2026年2月30日"), ["X096 任务!H2"]),
    ("too many figures", cells(I2=12345678901234567890), ["S096 任务!I2"]),
    ("merged across", merged("F2:G2"), ["S097 任务!F2:G2"]),
    ("merged names", merged("D2:D3"), ["S097 任务!D2:D3"]),
    ("unknown status", cells(K2="快了"), ["X096 任务!K2"]),
    ("no day done", cells(L2="上周"), ["X096 任务!L2"]),
    ("renamed column", cells(F1="负责的"), ["S094 任务!F1", "S099 任务"]),
    ("column twice", cells(N1="责任单位"), ["S094 任务!N1"]),
    ("column without a name", cells(N3="备注"), ["S094 任务!N1"]),
    ("id twice", cells(A5="T-01"), ["X094 任务!A5", "X094 任务!A5"]),
    ("id changed", cells(A2="T-99"), ["X094 任务!A2"]),
    ("another section", cells(C2="服务群众"), ["X097 任务!C2"]),
    ("new in no section", cells(D7="新任务"), ["X097 任务!7"]),
    ("new in an unknown one", cells(D7="新任务", C7="第九部分"), ["X097 任务!C7"]),
    ("new without words", cells(C7="服务群众", F7="办公室"), ["X096 任务!7"]),
    ("a task emptied", cells(D2=None, E2=None), ["X096 任务!D2"]),
    ("a row gone", lambda sheet: sheet.delete_rows(4), ["X092 任务"]),
    ("a row repeated", _repeat, ["X091 任务!7"]),
    ("rewritten", cells(D4="写成别的", E4="全都不一样了", F4="某某"), ["X091 任务!4"]),
    ("several at once", cells(F2="=1", K3="快了", L4="x"),
     ["S096 任务!F2", "X096 任务!K3", "X096 任务!L4"]),
    ("no headings", lambda sheet: sheet.delete_rows(1), ["S093 任务"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "wanted"), [each[1:] for each in REFUSALS],
                         ids=[each[0] for each in REFUSALS])  # fmt: skip
def test_what_cannot_be_placed_is_refused(
    workspace: Workspace, change: Callable[[Any], object], wanted: list[str]
) -> None:
    workspace({PLAN: SIMPLE})
    edit(change)
    found, said = take()
    assert said == wanted
    assert found is None or found.content is None


def test_a_formula_is_told_with_its_last_result(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(cells(F2="=A1&B1"))
    parts = zipfile.ZipFile(BOOK)
    whole = {name: parts.read(name) for name in parts.namelist()}
    sheet = whole["xl/worksheets/sheet1.xml"]
    sheet, count = re.subn(
        rb"(<c [^>]*)><f>(A1[^<]*)</f>(<v></v>|<v/>)", rb'\1 t="str"><f>\2</f><v>X9</v>', sheet
    )
    assert count == 1
    with zipfile.ZipFile(BOOK, "w") as made:
        for name, data in (whole | {"xl/worksheets/sheet1.xml": sheet}).items():
            made.writestr(name, data)
    report = Report()
    read_import(Path(BOOK), plan_of(), report)
    assert [("=A1&B1" in d.message("zh"), "X9" in d.message("zh")) for d in report] == [
        (True, True)
    ]


ONE_UNIT = SIMPLE.replace("'信息科'", "馆藏科")
MERGES: list[tuple[str, str, str, list[str], list[str]]] = [
    # Excel keeps the first value only: certain where the others were the same, or nothing.
    ("the same", ONE_UNIT, "F2:F3", [], ["F2", "F3"]),
    ("nothing below", SIMPLE, "F3:F4", [], ["F3", "F4"]),
    ("others below", SIMPLE, "F2:F3", ["S097 任务!F2:F3"], []),
    ("others far below", ONE_UNIT, "F2:F5", [], ["F2", "F3", "F4", "F5"]),
    ("other days", SIMPLE, "H2:H3", ["S097 任务!H2:H3"], []),
]


@pytest.mark.parametrize(("plan", "area", "refused", "taken"), [each[1:] for each in MERGES],
                         ids=[each[0] for each in MERGES])  # fmt: skip
def test_cells_merged_down_a_column_are_each_row_s_where_nothing_was_lost(
    workspace: Workspace, plan: str, area: str, refused: list[str], taken: list[str]
) -> None:
    workspace({PLAN: plan})
    words = "综合科" if area[0] == "F" else "2026-12-31"
    edit(merged(area, **{area.split(":")[0]: words}))
    found, said = take()
    assert said == refused
    assert found
    if taken:
        assert [(told.cell, told.new) for told in found.told] == [
            (f"任务!{cell}", words) for cell in taken
        ]
    else:
        assert found.content is None


def test_a_merge_that_throws_days_away_is_refused_though_the_first_is_unchanged(
    workspace: Workspace,
) -> None:
    workspace({PLAN: SIMPLE})
    edit(merged("F2:F3"))
    found, said = take()
    assert said == ["S097 任务!F2:F3"]
    assert found
    assert found.content is None


def test_a_deleted_column_is_refused_or_left_alone(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(lambda sheet: (sheet.delete_cols(7), sheet["F3"].__setattr__("value", "技术科")))
    found, said = take()
    assert said == ["S099 任务"]
    assert found
    assert found.content is None
    found, said = take(partial=True)
    assert said == []
    assert found
    assert ([told.new for told in found.told], found.absent) == (["技术科"], ("配合单位",))


# -- lists with comments --------------------------------------------------------------------------

LISTED = """\
kind: annual-plan
year: 2026
org: 示例市档案局
sections:
  - title: 守住安全底线
    tasks:
      - title: 排查库房隐患
        partners: # 会签的
          - 甲科
          # 乙科要年底才成立
          - 乙科 # 暂定
          - "丁科"
        progress:
          - 开通热线
          # 下面的要核实
          - {date: 2026-04-01, text: 试办一个月} # 只在城区
          - 全面推开
        id: T-01
"""
# A whole number: the line of the comment for which the change is refused.
LISTS: list[tuple[str, str, list[tuple[str, str]] | int]] = [
    ("G2", "甲科、乙科、丁科、丙科", [("", "- 丙科")]),
    ("G2", "甲科、丙科、乙科、丁科", [("", "- 丙科")]),
    ("G2", "戊科、甲科、乙科、丁科", [("", "- 戊科")]),
    ("G2", "甲科、乙科", [('- "丁科"', "")]),
    ("G2", "乙科、丁科", [("- 甲科", "")]),
    ("G2", "丙科、乙科、丁科", [("- 甲科", "- 丙科")]),
    ("G2", "甲科、丁科", 10),
    ("G2", "甲科、丙科、丁科", 10),
    ("G2", "丙科", 10),
    ("G2", "", 10),
    ("M2", "开通热线\n2026-04-01 试办一个月\n2026-05-01 查访\n全面推开", [
        ("", "- date: 2026-05-01\n            text: 查访")]),
    ("M2", "开通热线\n2026-04-01 试办一个月", [("- 全面推开", "")]),
    ("M2", "开通热线\n2026-04-01 试办两个月\n全面推开", [
        ("- {date: 2026-04-01, text: 试办一个月} # 只在城区",
         "- {date: 2026-04-01, text: 试办两个月} # 只在城区")]),
    ("M2", "开通热线\n2026-04-02 试办一个月\n全面推开", [
        ("- {date: 2026-04-01, text: 试办一个月} # 只在城区",
         "- {date: 2026-04-02, text: 试办一个月} # 只在城区")]),
    ("M2", "开通热线\n2026-04-01 全都换了话\n全面推开", 15),
    ("M2", "开通热线\n全面推开", 15),
    ("M2", "", 15),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value", "wanted"), LISTS, ids=lambda each: str(each)[:20])
def test_a_list_is_changed_item_by_item_and_keeps_its_comments(
    workspace: Workspace, cell: str, value: str, wanted: list[tuple[str, str]] | int
) -> None:
    workspace({PLAN: LISTED})
    edit(cells(**{cell: value}))
    report = Report()
    found = read_import(Path(BOOK), plan_of(), report)
    if isinstance(wanted, int):  # the line of a comment that would belong to nobody
        assert [(d.code, d.place.line) for d in report] == [("S090", wanted)]
        assert found
        assert found.content is None
        return
    assert not list(report)
    assert changed(LISTED, content(found)) == wanted


def test_a_comment_above_the_only_item_keeps_it(workspace: Workspace) -> None:
    above = "\n          # 会签的\n          - 办公室"
    workspace({PLAN: SIMPLE.replace(" [办公室, 信息科]", above)})
    edit(cells(G2=None))
    found, said = take()
    assert said == [f"S090 {PLAN}"]
    assert found
    assert found.content is None


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 1, 0), (0, 2, 1)])
def test_notes_in_another_order_lose_no_comment(workspace: Workspace, order: list[int]) -> None:
    workspace({PLAN: LISTED})
    notes = ["开通热线", "2026-04-01 试办一个月", "全面推开"]
    edit(cells(M2="\n".join(notes[at] for at in order)))
    found, said = take()
    assert found
    if found.content is None:
        assert said == [f"S090 {PLAN}"]
        return
    text = content(found)
    assert "# 下面的要核实\n          - {date: 2026-04-01, text: 试办一个月} # 只在城区\n" in text


@pytest.mark.parametrize(
    "text", ["|  # 待定稿\n          汛期前查。", ">-  # 待定稿\n          汛期前查。"]
)
def test_a_comment_behind_the_mark_of_a_block_is_not_lost(workspace: Workspace, text: str) -> None:
    workspace({PLAN: LISTED.replace("        id: T-01", f"        text: {text}\n        id: T-01")})
    edit(cells(E2="汛期后查。"))
    found, said = take()
    assert found is None or found.content is None or "# 待定稿" in content(found)
    assert said or "# 待定稿" in content(found)


@pytest.mark.parametrize(("old", "new", "wanted"), [
    ("单个", "另一个", "partners: 另一个"), ("单个", "甲、乙", "partners: [甲, 乙]"),
    ("", "甲", "partners: 甲"), ("单个  # 暂定", "另一个", "partners: 另一个  # 暂定"),
    ("'单个'", "另一个", "partners: '另一个'"), ("单个", "", "partners:"),
])  # fmt: skip
def test_one_unit_without_a_list_stays_so(
    workspace: Workspace, old: str, new: str, wanted: str
) -> None:
    plan = SIMPLE.replace("[办公室, 信息科]", old)
    workspace({PLAN: plan})
    edit(cells(G2=new))
    found, said = take()
    assert said == []
    assert changed(plan, content(found)) == [(f"partners: {old}".strip(), wanted)]


# -- what only looks like a value -----------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["{{", "{{ nobody }}", "甲 }}", "{% if %}", "｛｛ year ｝｝", "{{ 1/0 }}"]
)
@pytest.mark.parametrize("cell", ["D2", "E2", "D7"])
def test_a_text_that_no_plan_could_print_is_refused(
    workspace: Workspace, words: str, cell: str
) -> None:
    workspace({PLAN: SIMPLE})
    edit(cells(**({cell: words} | ({"C7": "服务群众"} if cell == "D7" else {}))))
    found, said = take()
    assert found
    assert found.content is None
    assert [each.split()[1] for each in said] == [f"任务!{cell}"]
    assert said[0].startswith("C00")


def test_a_text_with_a_fact_of_the_plan_is_taken(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(cells(D2="排查{{ year }}年的隐患"))
    assert "title: 排查{{ year }}年的隐患" in content(take()[0])


@pytest.mark.parametrize(("shown_as", "refused"), [
    ('0.00" 万元"', True), ("0.00万元", True), ("[$¥-804]#,##0", True), ("0!.0,", True),
    ("General", False), ("#,##0.00_);[Red](#,##0.00)", False), ("0.00", False), ("0%", False),
    ("[$-804]0.00", False),
])  # fmt: skip
def test_a_unit_that_only_a_format_shows_is_not_lost(
    workspace: Workspace, shown_as: str, refused: bool
) -> None:
    workspace({PLAN: SIMPLE})

    def change(sheet: Any) -> None:
        sheet["I2"].value, sheet["I2"].number_format = 12.5, shown_as

    edit(change)
    found, said = take()
    assert said == (["S096 任务!I2"] if refused else [])
    assert found


def _struck(sheet: Any) -> None:
    sheet["F2"].font = Font(strike=True)


def _part_struck(sheet: Any) -> None:
    sheet["F2"].value = CellRichText("馆", TextBlock(InlineFont(strike=True), "藏"), "科")


@pytest.mark.parametrize("change", [_struck, _part_struck])
def test_words_struck_through_do_not_stand(
    workspace: Workspace, change: Callable[[Any], object]
) -> None:
    workspace({PLAN: SIMPLE})
    edit(change)
    found, said = take()
    assert said == ["S096 任务!F2"]
    assert found
    assert found.content is None


def _command(*arguments: str) -> Any:
    from click.testing import CliRunner

    from docgen.cli import cli

    return CliRunner().invoke(cli, ["tasks", "import", *arguments])


def test_the_files_in_the_wrong_order_are_told(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(lambda sheet: None)
    result = _command(PLAN, BOOK)
    assert result.exit_code == 1
    assert "S091" in result.output
    assert "先写表格，再写计划" in result.output


def test_what_the_table_does_not_hold_is_told(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})

    def change(sheet: Any) -> None:
        del sheet.parent["docgen"]
        sheet.delete_rows(4)

    edit(change)
    result = _command(BOOK, PLAN)
    assert result.exit_code == 0
    assert "没有改动；表里没有的没有动：1项任务" in result.output


def test_comments_and_other_sheets_are_not_taken(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})

    def change(sheet: Any) -> None:
        sheet["F2"].comment = Comment("要换人", "某人")
        sheet.parent.create_sheet("草稿")["A1"] = "=1"

    edit(change)
    found, said = take()
    assert said == ["S098 任务!F2"]
    assert content(found) == SIMPLE


def test_rich_text_is_its_words(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    rich = CellRichText("馆", TextBlock(InlineFont(b=True), "藏"), "科")
    edit(lambda sheet: sheet["F2"].__setattr__("value", rich))
    found, said = take()
    assert said == []
    assert content(found) == SIMPLE


def test_shared_strings_are_read_alike(workspace: Workspace) -> None:
    """Excel and WPS keep words in a part of their own, runs, phonetics and all."""
    plan = SIMPLE.replace("馆藏科", "ABC")
    workspace({PLAN: plan})
    parts = zipfile.ZipFile(io.BytesIO(exported()))
    whole = {name: parts.read(name).decode() for name in parts.namelist()}
    sheet = whole["xl/worksheets/sheet1.xml"]
    assert "<is><t>ABC</t></is>" in sheet
    whole["xl/worksheets/sheet1.xml"] = sheet.replace(
        't="inlineStr"><is><t>ABC</t></is>', 't="s"><v>0</v>'
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    whole["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{main}"><si><r><t>AB</t></r><r><rPr><b/></rPr><t>C_x000D_</t></r>'
        '<rPh sb="0" eb="1"><t>guan</t></rPh></si></sst>'
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
    if "sharedStrings" not in whole["[Content_Types].xml"]:
        listed = whole["[Content_Types].xml"].replace("</Types>", f"{override}</Types>")
        whole["[Content_Types].xml"] = listed
    with zipfile.ZipFile(BOOK, "w") as made:
        for name, text in whole.items():
            made.writestr(name, text)
    found, said = take()
    assert said == []
    assert content(found) == plan


def test_what_a_snippet_says_is_changed_there(workspace: Workspace) -> None:
    snippet = "---\ntitle: 开放\nuse: point\nsource: {nature: 自拟}\n---\n向公众开放。\n"
    plan = SIMPLE.replace("- 办好开放活动", "- {title: 办好开放活动, snippet: own/open}")
    workspace({PLAN: plan, "snippets/own/open.md": snippet})
    edit(cells(E4="向公众开放一天。", F4="办公室"))
    found, said = take()
    assert said == ["X093 任务!E4"]
    edit(cells(F4="办公室"))
    found, said = take()
    assert said == []
    assert "snippet: own/open, owner: 办公室}" in content(found)


MEETING = """\
kind: meeting
title: 全市档案工作会议
level: city
date: 2026-02-08
tasks:
  - {title: 建好新馆, owner: 市档案局}
"""


def test_a_task_of_a_meeting_is_changed_there(workspace: Workspace) -> None:
    plan = SIMPLE.replace("- 办好开放活动", "- from: city.yaml")
    workspace({PLAN: plan, "meetings/city.yaml": MEETING})
    edit(cells(F4="市建设局"))
    report = Report()
    read_import(Path(BOOK), plan_of(), report)
    assert [(d.code, "meetings/city.yaml:6" in d.message("zh")) for d in report] == [("X093", True)]


def test_a_meeting_s_own_tasks_go_round(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE, "meetings/city.yaml": MEETING})
    plan = load("meetings/city.yaml", Report())
    assert plan
    data = export(plan, Report())
    edit(lambda sheet: (sheet["K2"].__setattr__("value", "完成"),
                        sheet.append([None, None, None, "另一项"])), data)  # fmt: skip
    report = Report()
    found = read_import(Path(BOOK), plan, report)
    assert not list(report)
    assert changed(MEETING, content(found)) == [
        ("- {title: 建好新馆, owner: 市档案局}",
         "- {title: 建好新馆, owner: 市档案局, status: done}\n  - title: 另一项"),
    ]  # fmt: skip


def test_a_workbook_of_another_plan_is_refused(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE, "documents/plan-2025.yaml": SIMPLE.replace("2026", "2025")})
    edit(lambda sheet: None)
    report = Report()
    other = load("documents/plan-2025.yaml", Report())
    assert other
    assert read_import(Path(BOOK), other, report) is None
    assert [d.code for d in report] == ["X098"]


def test_a_part_of_the_rows_with_partial(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    edit(lambda sheet: (sheet.delete_rows(4, 9), sheet["K2"].__setattr__("value", "完成")))
    assert take()[1] == ["X092 任务"] * 3
    found, said = take(partial=True)
    assert said == []
    assert found
    assert (len(found.told), found.left) == (1, 3)


def by_hand(*rows: list[object]) -> None:
    book: Any = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(BOOK)


def test_a_table_made_by_hand(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    by_hand(
        ["任务进展情况表"], ["任务", "编号", "状态", "牵头单位"],
        ["名称写得不一样", "T-01", "完成", None], ["办好开放活动", None, None, "办公室"],
    )  # fmt: skip
    found, said = take()
    assert said == []
    assert found
    assert [(t.cell, t.column, t.new) for t in found.told] == [
        ("Sheet!A3", "任务", "名称写得不一样"), ("Sheet!C3", "状态", "完成"),
        ("Sheet!D4", "牵头单位", "办公室"),
    ]  # fmt: skip


def test_a_table_made_by_hand_with_an_unknown_task(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    by_hand(["任务", "状态"], ["从没有过的任务", "完成"])
    assert take()[1] == ["X091 Sheet!2"]


def test_a_plan_in_markdown_is_not_changed(workspace: Workspace) -> None:
    workspace(
        {"documents/plan.md": "---\nkind: annual-plan\nyear: 2026\n---\n# 部分\n## 任务\n做。\n"}
    )
    plan = load("documents/plan.md", Report())
    assert plan
    data = export(plan, Report())
    Path(BOOK).write_bytes(data or b"")
    report = Report()
    assert read_import(Path(BOOK), plan, report) is None
    assert [d.code for d in report] == ["S090"]


# -- files that are no workbook --------------------------------------------------------------------


def _zip(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), data)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
FILES = [
    ("old", OLE, "S091", "另存为 .xlsx"),
    ("encrypted", OLE + "EncryptedPackage".encode("utf-16-le"), "S091", "密码"),
    ("csv", "编号,任务\n1,甲\n".encode("gb18030"), "S091", ".csv"),
    ("empty", b"", "S091", ".csv"),
    ("ods", _zip(content_xml=b"<x/>", mimetype=b"ods"), "S091", ".ods"),
    ("word", _zip(word__document_xml=b"<x/>"), "S091", ".docx"),
    ("binary", _zip(xl__workbook_bin=b"x"), "S091", ".xlsb"),
    ("zip", _zip(a_txt=b"x"), "S091", "不是工作簿"),
    ("cut", b"PK\x03\x04rest", "S091", "损坏"),
    ("hollow", _zip(xl__workbook_xml=b"<x/>"), "S091", "损坏"),
    ("entities", _zip(xl__workbook_xml=ENTITIES), "S091", "DTD"),
    ("bomb", _zip(xl__workbook_xml=b"<x/>", xl__a_xml=b" " * (97 << 20)), "S092", "MB"),
    ("many", _zip(**{f"xl__s{n}_xml": b"" for n in range(1_001)}), "S092", "MB"),
]


@pytest.mark.parametrize(("data", "code", "words"), [each[1:] for each in FILES],
                         ids=[each[0] for each in FILES])  # fmt: skip
def test_what_is_no_workbook_is_called_what_it_is(
    workspace: Workspace, data: bytes, code: str, words: str
) -> None:
    workspace({PLAN: SIMPLE})
    Path(BOOK).write_bytes(data)
    report = Report()
    assert read_import(Path(BOOK), plan_of(), report) is None
    assert [d.code for d in report] == [code]
    (only,) = report
    assert words in only.message("zh") + only.hint("zh")


def test_a_cut_off_workbook_never_crashes(workspace: Workspace) -> None:
    workspace({PLAN: SIMPLE})
    data = exported()
    for part in range(1, 40):
        Path(BOOK).write_bytes(data[: len(data) * part // 40])
        report = Report()
        assert read_import(Path(BOOK), plan_of(), report) is None
        assert [d.code for d in report] == ["S091"]


# -- any words at all ----------------------------------------------------------------------------

WORDS = st.text(
    st.one_of(
        st.sampled_from(list("甲乙，。：；、“”（）{}[]:#&*!|>'\"%@`,-?=+ \n\t~\\_x0D.\u3000")),
        st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() and "{{" not in text and "{%" not in text and "{#" not in text)


@settings(max_examples=60, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(owner=WORDS, title=WORDS, partner=WORDS, note=WORDS)
def test_any_words_go_into_the_plan_or_are_refused(
    workspace: Workspace, owner: str, title: str, partner: str, note: str
) -> None:
    from docgen.tasks.comparing_cells import tidy

    workspace({PLAN: SIMPLE})

    def change(sheet: Any) -> None:
        for name, words in (("F2", owner), ("D3", title), ("G5", partner), ("M2", note)):
            sheet[name].value = words
            sheet[name].data_type = "s"

    try:
        edit(change)
    except openpyxl.utils.exceptions.IllegalCharacterError:
        return
    found, said = take()
    if found is None or found.content is None:
        assert said
        return
    Path(PLAN).write_bytes(found.content)
    rows = rows_of(plan_of())
    assert tidy(rows[0].cells["owner"]) == tidy(_read_back(owner))
    assert tidy(rows[1].cells["title"]) == tidy(_read_back(title))
    assert take()[0].told == []  # type: ignore[union-attr]


def _read_back(words: str) -> str:
    from docgen.tasks.cells import unescaped

    return unescaped(words)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(text=WORDS, style=st.sampled_from(["", "'", '"', "|", ">"]), flow=st.booleans())
def test_every_spelling_reads_back(text: str, style: str, flow: bool) -> None:
    from docgen.source.yaml import parse

    written = scalar(text, style=style, column=4, flow=flow, lines=True)
    whole = f"{{k: {written}, z: z}}" if flow else f"a:\n    k: {written}\n    z: z"
    report = Report()
    root = parse(whole, Place("f", 1, 1), report)
    assert isinstance(root, Mapping)
    inner = root if flow else root.pairs[0][1]
    assert isinstance(inner, Mapping)
    assert inner.pairs[0][1].text == text  # type: ignore[union-attr]


NAMES = ["title", "text", "owner", "due", "measure"]
STYLES = st.sampled_from(["", "'", '"', "|", ">"])
WRITTEN = st.dictionaries(st.sampled_from(NAMES), st.tuples(WORDS, STYLES), min_size=1)
PUTS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([*NAMES, "status", "partners"]), WORDS),
    min_size=1, max_size=5, unique_by=lambda put: put[:2],
)  # fmt: skip


def _yaml(tasks: list[tuple[dict[str, tuple[str, str]], bool]]) -> str:
    """Return tasks in braces or on lines, in every style of scalars, with comments."""
    lines = ["kind: annual-plan  # c", "sections:", "  - title: x", "    tasks:"]
    for task, flow in tasks:
        if flow:
            pairs = (f"{key}: {scalar(w, style=s, flow=True)}" for key, (w, s) in task.items())
            lines.append(f"      - {{{', '.join(pairs)}}}  # 留着")
            continue
        written = (
            f"{key}: {scalar(w, style=s, column=8, lines=True)}" for key, (w, s) in task.items()
        )
        lines += ["      - " + "\n        ".join(written), "        # 也留着"]
    return "\n".join(lines) + "\n"


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(tasks=st.lists(st.tuples(WRITTEN, st.booleans()), min_size=1, max_size=4), puts=PUTS)
def test_any_change_of_any_file_is_made_exactly(
    tasks: list[tuple[dict[str, tuple[str, str]], bool]], puts: list[tuple[int, str, str]]
) -> None:
    """`patched` itself reads what it made again and refuses any other result."""
    source = _yaml(tasks)
    changes: list[Change | Addition] = [
        Change(("sections", 0, "tasks", at), key, [words] if key == "partners" else words)
        for at, key, words in puts
        if at < len(tasks)
    ]
    changes.append(Addition(("sections", 0, "tasks"), {"title": puts[0][2], "owner": "乙"}))
    report = Report()
    made = patched(source.encode(), changes, Place("f", 1, 1), report)
    assert list(report) == []
    assert made is not None
    assert made.decode().count("留着") == source.count("留着")
