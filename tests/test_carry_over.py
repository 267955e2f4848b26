"""Next year's plan from what this year's left unfinished; and the commands on workbooks."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.cli import cli
from docgen.tasks.columns import rows_of
from docgen.tasks.loading import Plan, load
from test_workbook import WORDS, awkward_plan

PLAN = "documents/plan-2026.yaml"
NEXT = "documents/plan-2027.yaml"
SOURCE = """\
kind: annual-plan
org: 示例市档案局
year: 2026
date: 2026-02-26
guiding: 今年的总体思路。
numbering: restart
task_table: true
sections:
  - title: 守住安全底线
    lead: 今年的导语。
    tasks:
      - {id: T-01, title: 排查库房隐患, owner: 馆藏科, partners: [办公室], due: 2026-06-30,
         measure: 隐患销号, status: doing, progress: [{date: 2026-03-01, text: 查了一半}]}
      - {id: T-02, title: 完善数据备份, due: 9月底前, status: done}
      - {id: T-03, title: 巡查库房, due: 长期坚持, source: 市委常委会}
      - {id: T-04, title: 建好新馆, due: 2028-06, status: planned}
  - title: 服务群众
    tasks:
      - {title: 办好开放活动, status: stopped}
  - title: 抓好落实
    tasks:
      - from: city.yaml
      - 开展年终检查
"""
MEETING = """\
kind: meeting
title: 全市档案工作会议
level: city
date: 2026-02-08
tasks:
  - {title: 整理民国档案, owner: 市档案馆, due: 12月底前}
  - {title: 已经办完的, status: done}
"""
WANTED = """\
# 2027年的计划，先列2026年没有完成的任务；〔待填：…〕是要补写的。
kind: annual-plan
org: 示例市档案局
year: 2027
date: 〔待填：成文日期〕
guiding: 〔待填：总体思路〕
numbering: restart
task_table: true
sections:
  - title: 守住安全底线
    tasks:
      # 2026年第1项，原定2026年6月30日；进行中
      # 最后的进展：2026年3月1日 查了一半
      - id: T-01
        title: 排查库房隐患
        owner: 馆藏科
        partners: [办公室]
        measure: 隐患销号
        due: 〔待填：完成时限〕
        status: doing
      # 2026年第3项，原定长期坚持；没有记状态
      - id: T-03
        title: 巡查库房
        source: 市委常委会
        due: 长期坚持
      # 2026年第4项，原定2028年6月；未启动
      - id: T-04
        title: 建好新馆
        due: 2028年6月
        status: planned
  - title: 抓好落实
    tasks:
      # 2026年第1项，原定12月底前；没有记状态
      - title: 整理民国档案
        owner: 市档案馆
        source: 全市档案工作会议
        due: 〔待填：完成时限〕
      # 2026年第3项，没有定时限；没有记状态
      - text: 开展年终检查
        due: 〔待填：完成时限〕
"""


CHINESE = """\
文种: 工作要点
年度: 2026
部分:
- 标题: 甲
  任务:
  - {任务: 乙, 状态: 进行中}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["tasks", *arguments], catch_exceptions=False)


def plan_in(file: str) -> Plan:
    report = Report()
    plan = load(file, report)
    assert plan, [d.message("zh") for d in report]
    return plan


@pytest.fixture
def year(workspace: Workspace) -> Path:
    return workspace({PLAN: SOURCE, "meetings/city.yaml": MEETING})


def test_the_unfinished_go_over(year: Path) -> None:
    result = run("carry-over", PLAN, "--to", "2027", "-o", NEXT)
    assert result.exit_code == 0
    assert "转入5项，已完成2项，已取消1项" in result.output
    assert "没有剩下任务的部分：服务群众" in result.output
    assert Path(NEXT).read_text("utf-8") == WANTED
    assert Path(PLAN).read_text("utf-8") == SOURCE
    plan_in(NEXT)


def test_no_file_is_overwritten(year: Path) -> None:
    Path(NEXT).write_text("我写的", "utf-8")
    result = run("carry-over", PLAN, "--to", "2027", "-o", NEXT)
    assert result.exit_code == 2
    assert "X099" in result.output
    assert Path(NEXT).read_text("utf-8") == "我写的"


@pytest.mark.parametrize("to", ["2026", "2025"])
def test_only_to_a_later_year(year: Path, to: str) -> None:
    result = run("carry-over", PLAN, "--to", to, "-o", NEXT)
    assert result.exit_code == 2
    assert "X095" in result.output
    assert not Path(NEXT).exists()


def test_a_chinese_plan_goes_over_in_chinese(workspace: Workspace) -> None:
    workspace({PLAN: CHINESE})
    run("carry-over", PLAN, "--to", "2027", "-o", NEXT)
    lines = Path(NEXT).read_text("utf-8").split("\n")[1:]
    assert lines == [
        "文种: 工作要点", "年度: 2027", "日期: 〔待填：成文日期〕",
        "总体思路: 〔待填：总体思路〕", "部分:",
        "  - 标题: 甲", "    任务:", "      # 2026年第1项，没有定时限；进行中", "      - 任务: 乙",
        "        完成时限: 〔待填：完成时限〕", "        状态: 进行中", "",
    ]  # fmt: skip


def test_awkward_words_go_over_as_they_are(workspace: Workspace) -> None:
    workspace({PLAN: awkward_plan()})
    assert "转入300项" in run("carry-over", PLAN, "--to", "2027", "-o", NEXT).output
    old, new = rows_of(plan_in(PLAN)), rows_of(plan_in(NEXT))
    keys = ("id", "section", "title", "text", "owner", "partners", "measure")
    assert [[row.cells[key] for key in keys] for row in new] == [
        [row.cells[key] for key in keys] for row in old
    ]


@settings(max_examples=40, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(words=WORDS)
def test_any_words_go_over(workspace: Workspace, words: str) -> None:
    from docgen.source.scalars import scalar
    from docgen.tasks.carry_over import carry_over

    workspace({PLAN: "kind: annual-plan\nyear: 2026\nsections:\n  - title: 甲\n    tasks:\n"
                     f"      - title: 乙\n        owner: {scalar(words, column=8)}\n"
                     f"        progress: [{scalar(words, flow=True)}]\n"})  # fmt: skip
    plan = plan_in(PLAN)
    Path(NEXT).write_text(carry_over(plan, 2027).text, "utf-8")
    (task,) = plan_in(NEXT).tasks
    assert task.task.owner == plan.tasks[0].task.owner


def test_tasks_of_a_meeting_become_a_table(year: Path) -> None:
    run("carry-over", "meetings/city.yaml", "--to", "2027", "-o", "documents/table.yaml")
    plan = plan_in("documents/table.yaml")
    assert [task.title for task in plan.tasks] == ["整理民国档案"]
    assert str(plan.loaded.document.kind) == "任务分解表"


# -- export and import, as commands -----------------------------------------------------------


def edited(**values: object) -> None:
    book = openpyxl.load_workbook("tasks.xlsx")
    for name, value in values.items():
        book["任务"][name] = value
    book.save("tasks.xlsx")


def test_export_edit_import(year: Path) -> None:
    result = run("export", PLAN, "-o", "tasks.xlsx")
    assert result.exit_code == 0
    assert result.output.endswith("tasks.xlsx  已生成  8项任务\n")
    edited(K4="完成", F4="技术科")
    result = run("import", "tasks.xlsx", PLAN, "--dry-run")
    assert (result.exit_code, Path(PLAN).read_text("utf-8")) == (0, SOURCE)
    assert "任务!F4  巡查库房  牵头单位：空 → 技术科" in result.output
    assert "会有2处改动，没有写" in result.output
    result = run("import", "tasks.xlsx", PLAN)
    assert "已写入2处改动" in result.output
    new = SOURCE.replace("source: 市委常委会}", "source: 市委常委会, owner: 技术科, status: done}")
    assert Path(PLAN).read_text("utf-8") == new
    (backup,) = Path("documents").glob("*.bak-*")
    assert backup.read_text("utf-8") == SOURCE
    assert run("import", "tasks.xlsx", PLAN).output == f"{PLAN}  没有改动\n"
    assert len(list(Path("documents").glob("*.bak-*"))) == 1


def test_one_refusal_and_nothing_is_written(year: Path) -> None:
    run("export", PLAN, "-o", "tasks.xlsx")
    edited(K4="完成", K2="快了")
    result = run("import", "tasks.xlsx", PLAN)
    assert result.exit_code == 1
    assert "tasks.xlsx:任务!K2: error X096" in result.output
    assert "没有写" in result.output
    assert Path(PLAN).read_text("utf-8") == SOURCE
    assert not list(Path("documents").glob("*.bak-*"))


def test_an_edited_workbook_is_not_exported_over(year: Path) -> None:
    run("export", PLAN, "-o", "tasks.xlsx")
    edited(K4="完成")
    mine = Path("tasks.xlsx").read_bytes()
    result = run("export", PLAN, "-o", "tasks.xlsx")
    assert "有人改过，已保留" in result.output
    assert Path("tasks.xlsx").read_bytes() == mine
    assert Path("tasks.new.xlsx").exists()


def test_results_for_programs(year: Path) -> None:
    told = json.loads(run("export", PLAN, "-o", "tasks.xlsx", "--output-format", "json").output)
    assert (told["path"], told["status"], told["tasks"]) == ("tasks.xlsx", "written", 8)
    edited(K4="完成")
    result = run("import", "tasks.xlsx", PLAN, "--dry-run", "--output-format", "json")
    told = json.loads(result.output)
    assert told["status"] == "dry-run"
    assert told["changes"] == [
        {"cell": "任务!K4", "task": "巡查库房", "column": "状态", "old": "", "new": "完成"}
    ]
    result = run("carry-over", PLAN, "--to", "2027", "-o", NEXT, "--output-format", "json")
    told = json.loads(result.output)
    assert (told["carried"], told["done"], told["stopped"]) == (5, 2, 1)


def test_a_file_that_changes_meanwhile_is_left_alone(year: Path) -> None:
    from docgen.base.errors import DocgenError
    from docgen.tasks.saving import save_changed

    with pytest.raises(DocgenError):
        save_changed(Path(PLAN), b"something else", b"new")
    assert Path(PLAN).read_text("utf-8") == SOURCE


def test_the_backup_is_no_document(year: Path) -> None:
    from docgen.source.workspace import document_files

    run("export", PLAN, "-o", "tasks.xlsx")
    edited(K4="完成")
    run("import", "tasks.xlsx", PLAN)
    assert [path.name for path in document_files(Path())] == ["plan-2026.yaml"]


def test_the_workbook_opens_as_one(year: Path) -> None:
    run("export", PLAN)
    data = Path("build/plan-2026.xlsx").read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["任务"].max_row == 9


def test_words_that_count_from_last_year_do_not_go_over(workspace: Workspace) -> None:
    """次年2月 in the plan of 2026 is February 2027; in that of 2027 it would be a year late."""
    plan = SOURCE.replace("9月底前, status: done", "11月至次年2月")
    workspace({PLAN: plan, "meetings/city.yaml": MEETING})
    assert run("carry-over", PLAN, "--to", "2027", "-o", NEXT).exit_code == 0
    written = Path(NEXT).read_text("utf-8")
    assert "due: 11月至次年2月" not in written
    assert "原定11月至次年2月" in written
