"""A year of tasks: how they stand, each unit's own, the pages and pictures made of them."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from lxml import etree

import task_years
from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.cli import cli
from docgen.cli.columns import cells, clipped, columns
from docgen.render.office import Office
from docgen.tasks.file_names import file_names
from docgen.tasks.gantt import GROUNDS, months
from docgen.tasks.loading import Plan, load_plan
from docgen.tasks.picture import progress_svg
from docgen.tasks.planned import units_in
from docgen.tasks.status import counted, counted_by_unit, stand
from docgen.tasks.units import by_unit
from test_template import libreoffice

PLAN = """kind: annual-plan
year: 2026
org: 示例市档案局
date: 2026-01-10
sections:
  - title: 管好档案
    tasks:
      - title: 查{{ year }}年的库房
        id: T-1
        text: 逐间检查。
        owner: 市档案馆
        partners: [市财政局, 市消防救援支队]
        due: 6月30日前
        measure: 隐患清零
      - {title: 数字化, owner: 市档案馆, due: 8月底前, status: doing}
      - {title: 异地备份, owner: 市数据局、市档案馆, due: 3月底前, status: done,
         done_on: 2026-04-20}
  - title: 用好档案
    tasks:
      - title: 开放日
        owner: 市档案局
        due: 6月9日
        progress: [{date: 2026-03-01, text: 方案已印发}, {date: 2026-08-01, text: 已办完}]
      - {title: 代查代寄, owner: 市档案馆（牵头）, partners: 市档案局, due: 长期坚持}
      - {title: 修馆志, owner: 〔待填：牵头单位〕, due: 年底前}
      - {title: 办展览, owner: 市档案局, due: 上半年, status: stopped}
      - {title: 查线索, owner: 市档案局, due: 视情况}
"""
RESTART = PLAN.replace("year: 2026\n", "year: 2026\nnumbering: restart\n")
ORGS = """orgs:
  - {name: 示例市档案馆, short: 市档案馆}
  - {name: 示例市档案局, short: [市档案局, 档案局]}
"""
MEETING = """kind: meeting
title: 全市档案工作会议
level: city
date: 2026-03-12
tasks:
  - {title: 清点库房, owner: 市档案局, due: 4月底前}
  - {title: 补齐目录, owner: 市档案馆, due: 2026-05-31, status: done, done_on: 2026-04-10}
"""


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, arguments, env=environment)


def told(*arguments: str) -> Any:
    """Return what a command prints as JSON, and only that."""
    return json.loads(run(*arguments, "--output-format", "json").stdout)


def plan_of(workspace: Workspace, text: str = PLAN, **more: str) -> Plan:
    """Return a plan that is written and read."""
    root = workspace({"documents/plan.yaml": text} | more)
    report = Report()
    found = load_plan(str(root / "documents" / "plan.yaml"), report)
    assert found is not None, [each.message("en") for each in report]
    return found


def words_of(data: bytes) -> list[list[str]]:
    """Return the rows of every table of a .docx."""
    tables = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def text_of(data: bytes) -> str:
    return "\n".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs)


# -- what is read --------------------------------------------------------------------------------


def test_a_plan_gives_its_tasks_as_they_are_printed(workspace: Workspace) -> None:
    plan = plan_of(workspace)
    assert (plan.title, plan.year) == ("示例市档案局2026年工作要点", 2026)
    assert [task.label for task in plan.tasks] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    first = plan.tasks[0]
    assert first.title == "查2026年的库房"
    assert first.section == "一、管好档案"
    assert first.text == "逐间检查。"
    assert first.partners == ("市财政局", "市消防救援支队")
    assert (first.due, first.measure, first.id) == ("6月30日前", "隐患清零", "T-1")
    assert first.place.line == 8


def test_numbers_that_begin_anew_say_their_section(workspace: Workspace) -> None:
    plan = plan_of(workspace, RESTART)
    assert [task.label for task in plan.tasks][:5] == ["一-1", "一-2", "一-3", "二-1", "二-2"]


def test_units_are_told_in_full_where_they_are_listed(workspace: Workspace) -> None:
    plan = plan_of(workspace, **{"orgs.yaml": ORGS})
    assert plan.tasks[0].owner == "示例市档案馆"
    assert plan.tasks[2].owner == "市数据局、示例市档案馆"
    assert plan.tasks[4].partners == ("示例市档案局",)


def test_a_meeting_has_tasks_too(workspace: Workspace) -> None:
    workspace({"meetings/city.yaml": MEETING})
    (found,) = told("tasks", "status", "meetings/city.yaml", "--on", "2026-05-01")["plans"]
    assert found["title"] == "全市档案工作会议任务"
    assert found["year"] == 2026
    assert [task["state"] for task in found["tasks"]] == ["overdue", "done"]


def test_a_table_has_the_tasks_of_its_plan_and_numbers_of_its_own(workspace: Workspace) -> None:
    own = "tasks:\n- {title: 加一项, owner: 市档案局}\n"
    table = f"kind: task-table\nplan: plan.yaml\nby_owner: 市档案局\n{own}"
    workspace({"documents/plan.yaml": PLAN, "documents/table.yaml": table})
    (found,) = told("tasks", "status", "documents/table.yaml", "--on", "2026-05-01")["plans"]
    tasks = [[task["number"], task["title"]] for task in found["tasks"]]
    titles = ["开放日", "代查代寄", "办展览", "查线索", "加一项"]
    assert tasks == [[str(number), title] for number, title in enumerate(titles, start=1)]
    run("tasks", "all", "documents/table.yaml", "-o", "out")
    rows = words_of(Path("out/table-任务分解表.docx").read_bytes())
    assert [row[:2] for row in rows[1:]] == tasks


def test_a_paper_of_a_set_is_named_after_its_meeting(workspace: Workspace) -> None:
    workspace({"meetings/city.yaml": MEETING + "documents:\n  任务分解表:\n    year: 2026\n"})
    (found,) = told("tasks", "status", "meetings/city.yaml#任务分解表")["plans"]
    assert len(found["tasks"]) == 2
    result = run("tasks", "status", "meetings/city.yaml#纪要")
    assert result.exit_code == 2
    assert "X081" in result.output
    assert "任务分解表" in result.output


COMMANDS = [["status"], ["by", "owner", "-o", "out"], ["all", "-o", "out"]]
FAULTS = {
    "a file there is not": ("nowhere.yaml", "W010", 2),
    "a folder": ("documents", "X087", 2),
    "no tasks": ("documents/speech.yaml", "X080", 2),
    "an impossible deadline": ("documents/impossible.yaml", "S080", 1),
    "a fault in the file": ("documents/faulty.yaml", "S020", 1),
}


@pytest.mark.parametrize(("name", "code", "status"), FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_cannot_be_read_is_said(
    command: list[str], name: str, code: str, status: int, workspace: Workspace
) -> None:
    workspace({
        "documents/speech.yaml": "kind: speech\ntitle: 讲话\nopening: 我来了。\n",
        "documents/impossible.yaml": PLAN.replace("8月底前", "13月底前"),
        "documents/faulty.yaml": PLAN + "nobody: 谁\n",
    })  # fmt: skip
    result = run("tasks", *command, name)
    assert result.exit_code == status
    assert code in result.output
    assert "Traceback" not in result.output
    assert not Path("out").exists()


# -- how they stand ------------------------------------------------------------------------------

# Task (from 1) → its state on a day.
STATES = [
    ("2026-01-15", "planned doing doing planned doing planned stopped planned"),
    ("2026-03-15", "planned doing due doing doing planned stopped planned"),
    ("2026-04-19", "planned doing overdue doing doing planned stopped planned"),
    ("2026-04-20", "planned doing done doing doing planned stopped planned"),
    ("2026-05-30", "planned doing done due doing planned stopped planned"),
    ("2026-05-31", "due doing done due doing planned stopped planned"),
    ("2026-06-09", "due doing done due doing planned stopped planned"),
    ("2026-06-10", "due doing done overdue doing planned stopped planned"),
    ("2026-06-30", "due doing done overdue doing planned stopped planned"),
    ("2026-07-01", "overdue doing done overdue doing planned stopped planned"),
    ("2026-12-31", "overdue overdue done overdue doing due stopped planned"),
    ("2027-01-01", "overdue overdue done overdue doing overdue stopped planned"),
]


@pytest.mark.parametrize(("day", "states"), STATES)
def test_how_tasks_stand_on_a_day(day: str, states: str, workspace: Workspace) -> None:
    plan = plan_of(workspace)
    on = date.fromisoformat(day)
    assert " ".join(stand(task, on).state for task in plan.tasks) == states


def test_how_long_before_a_task_is_due_may_be_said(workspace: Workspace) -> None:
    plan = plan_of(workspace)
    on = date(2026, 6, 20)
    assert stand(plan.tasks[0], on, within=9).state == "planned"
    assert stand(plan.tasks[0], on, within=10).state == "due"


def test_what_was_done_late_is_told(workspace: Workspace) -> None:
    found = stand(plan_of(workspace).tasks[2], date(2026, 7, 1))
    assert (found.state, found.late) == ("done", True)


def test_units_are_counted_by_what_they_lead(workspace: Workspace) -> None:
    stands = [stand(task, date(2026, 7, 1)) for task in plan_of(workspace).tasks]
    counts = counted_by_unit(stands)
    assert {unit: dict(each) for unit, each in counts.items()} == {
        "市档案馆": {"overdue": 1, "doing": 2, "done": 1},
        "市数据局": {"done": 1},
        "市档案局": {"overdue": 1, "stopped": 1, "planned": 1},
        "": {"planned": 1},
    }
    assert counted(stands).total() == 8


def test_status_on_a_terminal(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    result = run("tasks", "status", "documents/plan.yaml", "--on", "2026-07-01", COLUMNS="100")
    assert result.exit_code == 0
    title, counts, _, head, first, *_ = result.output.splitlines()
    assert title == "示例市档案局2026年工作要点"
    assert counts == (
        "截至2026年7月1日，共8项任务：已完成1项，到期0项，逾期2项，进行中2项，未启动2项，已取消1项。"
    )
    assert head.split() == ["序号", "任务", "牵头单位", "完成时限", "状态", "说明"]
    assert first.split() == ["4", "开放日", "市档案局", "6月9日", "逾期", "超过22天；方案已印发"]
    assert all(cells(line) <= 100 for line in result.output.splitlines()[3:])


def test_status_by_owner(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    output = run("tasks", "status", "documents/plan.yaml", "--on", "2026-07-01", "--by", "owner")
    rows = [line.split() for line in output.output.splitlines()[3:-1]]
    assert rows[0] == ["牵头单位", "任务", "已完成", "到期", "逾期", "进行中", "未启动", "已取消"]
    assert rows[1] == ["市档案馆", "4", "1", "0", "1", "2", "0", "0"]
    assert rows[-1] == ["（没有写）", "1", "0", "0", "0", "0", "1", "0"]


def test_status_in_english_says_the_same(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    output = run(
        "tasks", "status", "documents/plan.yaml", "--on", "2026-07-01", DOCGEN_LANG="en"
    ).output
    assert "2026-07-01: 8 tasks, 1 done, 0 due, 2 overdue, 2 under way, 2 not begun" in output
    assert "22 days over" in output


def test_status_as_json(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    found = told("tasks", "status", "documents/plan.yaml", "--on", "2026-07-01")
    assert found["on"] == "2026-07-01"
    (plan,) = found["plans"]
    assert plan["counts"] == {
        "overdue": 2, "due": 0, "doing": 2, "planned": 2, "done": 1, "stopped": 1,
    }  # fmt: skip
    assert plan["tasks"][0]["last"] == "2026-06-30"
    assert plan["tasks"][0]["days"] == -1
    assert [each["code"] for each in found["diagnostics"]] == ["S083"]


WRONG = [
    (["--on", "2026-02-30"], "W016"),
    (["--on", "2026-02"], "W016"),
    (["--on", "昨天"], "W016"),
    (["--format", "docx"], "X084"),
    (["-o", "out"], "X085"),
    (["--format", "dox", "-o", "out"], "X086"),
]


@pytest.mark.parametrize(("options", "code"), WRONG)
def test_a_wrong_option_is_said(options: list[str], code: str, workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    result = run("tasks", "status", "documents/plan.yaml", *options)
    assert result.exit_code == 2
    assert code in result.output
    assert not Path("out").exists()


# -- the chart -----------------------------------------------------------------------------------

# Task (from 1) on 2026-07-15: its months, - nothing, = planned, + done, ! overdue, ~ standing;
# in capitals, as D O A, where the mark of the deadline, of done, of overdue stands.
CHARTS = [
    (1, "2026-07-15", "=====DA-----"),
    (1, "2026-06-30", "=====D------"),
    (2, "2026-07-15", "=======D----"),
    (2, "2026-08-31", "=======D----"),
    (2, "2026-10-01", "=======DAA--"),
    (2, "2027-02-01", "=======DAAAA"),
    (3, "2026-07-15", "+++O--------"),
    (3, "2026-04-10", "==DA--------"),
    (4, "2026-06-20", "=====A------"),
    (5, "2026-07-15", "~~~~~~~~~~~~"),
    (6, "2026-07-15", "===========D"),
    (7, "2026-07-15", "------------"),
    (8, "2026-07-15", "------------"),
]
SIGNS = {"": "-", "span": "=", "done": "+", "overdue": "!", "standing": "~"}
MARKS = {"◆": "D", "●": "O", "▲": "A"}


@pytest.mark.parametrize(("number", "day", "drawn"), CHARTS)
def test_the_months_of_a_task(number: int, day: str, drawn: str, workspace: Workspace) -> None:
    on = date.fromisoformat(day)
    each = stand(plan_of(workspace).tasks[number - 1], on)
    found = [MARKS.get(m.mark) or SIGNS[m.ground] for m in months(each, 2026, on)]
    assert "".join(found) == drawn


def test_a_span_begins_where_it_is_told(workspace: Workspace) -> None:
    plan = plan_of(workspace, PLAN.replace("8月底前", "3月至5月").replace("6月30日前", "第四季度"))
    on = date(2026, 1, 15)
    drawn = [[month.ground for month in months(stand(t, on), 2026, on)] for t in plan.tasks[:2]]
    assert drawn[0] == [""] * 9 + ["span"] * 3
    assert drawn[1] == [""] * 2 + ["span"] * 3 + [""] * 7


def test_grounds_stay_apart_in_greys() -> None:
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    greys = sorted(grey(GROUNDS[name]) for name in GROUNDS)
    gaps = [after - before for before, after in pairwise(greys)]
    assert min(gaps) > 5


def test_the_page_is_a_word_table_with_shaded_months(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    options = ["--on", "2026-07-15", "--format", "docx,svg", "-o", "out"]
    result = run("tasks", "status", "documents/plan.yaml", *options)
    assert result.exit_code == 0
    data = Path("out/plan-任务进展.docx").read_bytes()
    document = docx.Document(io.BytesIO(data))
    assert document.sections[0].orientation == 1
    assert document.paragraphs[0].text == "示例市档案局2026年工作要点任务进展"
    assert "（截至2026年7月15日）" in text_of(data)
    assert "共8项任务：已完成1项" in text_of(data)
    rows = words_of(data)
    assert rows[0] == ["序号", "任务", "牵头单位", "完成时限", "状态", *map(str, range(1, 13))]
    assert rows[1][:5] == ["1", "查2026年的库房", "市档案馆", "6月30日前", "逾期"]
    assert rows[1][5:] == ["", "", "", "", "", "◆", "▲", "", "", "", "", ""]
    fills = re.findall(r'w:fill="(\w+)"', document.tables[0].rows[1]._tr.xml)
    assert fills == [GROUNDS["span"]] * 6 + [GROUNDS["overdue"]]
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    assert rows[-1] == ["4", "开放日", "2026年3月1日", "方案已印发"]


def test_written_twice_it_is_the_same_and_what_was_edited_is_kept(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN})
    command = ["tasks", "status", "documents/plan.yaml", "--on", "2026-07-15",
               "--format", "docx,svg", "-o", "out"]  # fmt: skip
    run(*command)
    files = {path: path.read_bytes() for path in Path("out").iterdir()}
    assert "没有变化" in run(*command).output
    assert {path: path.read_bytes() for path in Path("out").iterdir()} == files
    edited = Path("out/plan-任务进展.svg")
    edited.write_text("<svg/>", encoding="utf-8")
    assert "有人改过" in run(*command).output
    assert edited.read_text("utf-8") == "<svg/>"
    assert Path("out/plan-任务进展.new.svg").exists()


HOSTILE = "R&D <b> “引号” ' \" ]]> {% raw %}{{ 甲 }}{% endraw %} &amp; 😀 𠮷"


def test_the_picture_is_xml_whatever_the_words(workspace: Workspace) -> None:
    text = PLAN.replace("title: 数字化", f"title: {json.dumps(HOSTILE, ensure_ascii=False)}")
    plan = plan_of(workspace, text)
    stands = [stand(task, date(2026, 7, 15)) for task in plan.tasks]
    data = progress_svg(plan.title, stands, 2026, date(2026, 7, 15))
    root = etree.fromstring(data)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("font-family") == "sans-serif"
    titles = [node.text for node in root.iter("{*}title")]
    assert "R&D <b> “引号” ' \" ]]> {{ 甲 }} &amp; 😀 𠮷（市档案馆）" in titles
    assert data == progress_svg(plan.title, stands, 2026, date(2026, 7, 15))


# -- each unit's own -----------------------------------------------------------------------------


def test_each_unit_has_what_it_leads_and_what_it_takes_part_in(workspace: Workspace) -> None:
    units = {own.unit: own for own in by_unit(plan_of(workspace).tasks)}
    assert list(units) == ["市档案馆", "市数据局", "市档案局", "市财政局", "市消防救援支队"]
    assert [task.number for task in units["市档案馆"].leads] == [1, 2, 3, 5]
    assert [task.number for task in units["市档案局"].leads] == [4, 7, 8]
    assert [task.number for task in units["市档案局"].partners] == [5]
    assert units["市财政局"].leads == ()


UNITS = [
    ("市档案局", ["市档案局"]),
    ("市档案局、市财政局", ["市档案局", "市财政局"]),
    ("市档案局（牵头），市财政局；市民政局", ["市档案局", "市财政局", "市民政局"]),
    ("〔待填：牵头单位〕", []),
    ("市档案局、〔待填〕", ["市档案局"]),
    ("", []),
    ("市档案局 市档案局", ["市档案局"]),
]


@pytest.mark.parametrize(("words", "units"), UNITS)
def test_units_named_together(words: str, units: list[str]) -> None:
    assert units_in(words) == units


def test_an_extract_keeps_the_numbers_of_the_plan(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN, "orgs.yaml": ORGS})
    result = run("tasks", "by", "owner", "documents/plan.yaml", "-o", "out")
    assert result.exit_code == 0
    assert "X082" in result.output
    names = sorted(path.name for path in Path("out").iterdir())
    assert names == sorted(
        f"{unit}.docx"
        for unit in ("示例市档案馆", "示例市档案局", "市数据局", "市财政局", "市消防救援支队")
    )
    data = Path("out/示例市档案局.docx").read_bytes()
    text = text_of(data)
    assert "示例市档案局任务清单" in text
    assert "（示例市档案局2026年工作要点）" in text
    assert "一、牵头的任务（3项）" in text
    assert "二、配合的任务（1项）" in text
    rows = words_of(data)
    assert rows[0] == ["序号", "部分", "任务", "完成时限"]
    assert [row[0] for row in rows] == ["序号", "4", "7", "8", "序号", "5"]
    assert rows[4] == ["序号", "部分", "任务", "牵头单位", "配合单位", "完成时限"]
    assert rows[5][3] == "市档案馆（牵头）"  # as the plan prints it


def test_a_plan_without_units_cannot_be_parted(workspace: Workspace) -> None:
    bare = "kind: annual-plan\nyear: 2026\nsections:\n- {title: 甲, tasks: [乙]}\n"
    workspace({"documents/plan.yaml": bare})
    result = run("tasks", "by", "owner", "documents/plan.yaml", "-o", "out")
    assert result.exit_code == 2
    assert "X083" in result.output
    assert not Path("out").exists()


NAMES = [
    "市档案局", "甲/乙", "甲\\乙", "甲:乙", "..", ".", " ", "CON", "nul.txt",
    "A局", "a局", "b局", "B局",
    "局" * 200, "局" * 199 + "所", "a\nb", "末尾.", "~$局",
]  # fmt: skip


def test_names_of_files_are_fit_for_any_system() -> None:
    names = file_names(NAMES)
    made = list(names.values())
    assert len({name.casefold() for name in made}) == len(NAMES)
    for name in made:
        assert name == name.strip(" .")
        assert name
        assert len(name.encode()) < 220
        assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)
        assert not re.fullmatch(r"(con|nul)(\..*)?", name, re.IGNORECASE)
    assert names["市档案局"] == "市档案局"


def test_a_unit_called_like_a_path_stays_in_its_folder(workspace: Workspace) -> None:
    workspace({"documents/plan.yaml": PLAN.replace("市数据局", "../../市数据局")})
    run("tasks", "by", "owner", "documents/plan.yaml", "-o", "out/units")
    assert Path("out/units/市数据局.docx").exists()
    assert [path.name for path in Path("out").iterdir()] == ["units"]


# -- many ----------------------------------------------------------------------------------------


@pytest.fixture
def year(workspace: Workspace) -> str:
    workspace({"documents/plan.yaml": task_years.plan()})
    return "documents/plan.yaml"


def test_a_year_in_one_command(year: str) -> None:
    result = run("tasks", "all", year, "-o", "out")
    assert result.exit_code == 0, result.output
    assert Path("out/plan-任务.xlsx").exists()
    rows = words_of(Path("out/plan-任务分解表.docx").read_bytes())
    assert len(rows) == 301
    extracts = sorted(Path("out/各单位").glob("*.docx"))
    assert [path.stem for path in extracts] == sorted(task_years.units(60))
    titles = {task["title"] for task in task_years.tasks_of(300, 60)}
    found: list[str] = []
    for path in extracts:
        own = words_of(path.read_bytes())
        ends = [at for at, row in enumerate(own) if row[0] == "序号"]
        column = own[0].index("任务")
        found += [row[column] for row in own[1 : ends[1] if len(ends) > 1 else None]]
    # Every task is led by one unit, and stands in its list once.
    assert sorted(found) == sorted(titles)
    assert len(found) == 300


@pytest.mark.slow
def test_the_pages_of_a_year_lose_nothing(year: str) -> None:
    """The table and units' lists of one command, as they are printed: the heading on every page,
    each row whole on one page, once."""
    assert run("tasks", "all", year, "-o", "out").exit_code == 0
    units = [1, 2, 17, 30, 45, 60]
    paths = [Path("out/plan-任务分解表.docx")]
    paths += [Path(f"out/各单位/市第{unit}工作局.docx") for unit in units]
    documents = {path.stem: path.read_bytes() for path in paths}
    printed = Office(libreoffice()).to_pdf(documents)
    for name, data in documents.items():
        _rows_are_whole(data, _pages(printed[name]), name)
    table = words_of(documents["plan-任务分解表"])
    assert len(table) == 301
    assert len(_pages(printed["plan-任务分解表"])) > 10


@pytest.mark.slow
def test_the_table_that_ends_a_plan_loses_nothing(workspace: Workspace) -> None:
    plan = task_years.plan().replace("year: 2026\n", "year: 2026\ntask_table: true\n")
    workspace({"documents/plan.yaml": plan})
    assert run("build", "documents/plan.yaml", "-o", "out", "--format", "docx").exit_code == 0
    data = Path("out/plan.docx").read_bytes()
    assert len(words_of(data)) == 301
    _rows_are_whole(data, _pages(Office(libreoffice()).to_pdf({"plan": data})["plan"]), "plan")


def _rows_are_whole(data: bytes, pages: list[str], name: str) -> None:
    for table in docx.Document(io.BytesIO(data)).tables:
        head, *rows = table.rows
        assert "<w:tblHeader/>" in head._tr.xml
        heading = "".join(cell.text for cell in head.cells)
        for row in rows:
            assert "<w:cantSplit/>" in row._tr.xml
            words = re.sub(r"\s", "", "".join(cell.text for cell in row.cells))
            found = [page for page in pages for _ in range(page.count(words))]
            assert len(found) == 1, (name, words, len(found))
            assert heading in found[0], (name, words)


def _pages(pdf: bytes) -> list[str]:
    import pypdfium2

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [re.sub(r"\s|\ufffe", "", page) for page in pages]


@pytest.mark.slow
def test_the_heading_row_of_the_chart_is_on_every_page(year: str, tmp_path: Path) -> None:
    import pypdfium2

    run("tasks", "status", year, "--on", "2026-07-01", "--format", "docx", "-o", "out")
    data = Path("out/plan-任务进展.docx").read_bytes()
    pdf = Office(libreoffice()).to_pdf({"plan": data})["plan"]
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert len(pages) > 10
    for page in pages:
        assert "牵头单位" in page
    whole = re.sub(r"\s", "", "".join(pages))
    for task in task_years.tasks_of(300, 60):
        assert whole.count(task["title"]) == 1


@pytest.mark.slow
def test_pictures_of_the_pages(workspace: Workspace) -> None:
    libreoffice()
    workspace({"documents/plan.yaml": PLAN})
    options = ["--on", "2026-07-15", "--format", "png", "-o", "out"]
    result = run("tasks", "status", "documents/plan.yaml", *options)
    assert result.exit_code == 0
    names = [path.name for path in Path("out").iterdir() if not path.name.startswith(".")]
    assert sorted(names) == ["plan-任务进展-1.png", "plan-任务进展-2.png"]


# -- columns -------------------------------------------------------------------------------------


def test_columns_stand_below_each_other() -> None:
    lines = columns([["1", "档案a", "x"], ["10", "b", "y"]], numbers=frozenset({0}), width=40)
    assert lines == [" 1  档案a  x", "10  b      y"]


def test_what_has_no_room_is_clipped() -> None:
    rows = [["1", "很长很长很长很长很长很长的任务", "市档案局"]]
    (line,) = columns(rows, width=30)
    assert cells(line) <= 30
    assert "…" in line
    assert line.endswith("市档案局")
    assert clipped("档案", 4) == "档案"
    assert clipped("档案馆", 4) == "档…"


def test_a_terminal_obeys_no_task() -> None:
    assert "\x1b" not in columns([["\x1b[31m红"]], width=40)[0]


@pytest.mark.parametrize(
    ("due", "shown"),
    [("2026年6月30日", "6月30日"), ("2026年底", "2026年底"), ("2026年第四季度", "2026年第四季度"),
     ("长期", "长期"), ("2027年1月", "2027年1月")],
)  # fmt: skip
def test_a_chart_says_the_year_where_it_is_a_word_of_its_own(due: str, shown: str) -> None:
    from types import SimpleNamespace

    from docgen.tasks.progress_page import due_words

    assert due_words(SimpleNamespace(due=due), 2026) == shown  # type: ignore[arg-type]
