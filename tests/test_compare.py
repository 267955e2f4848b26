"""Two plans side by side: tasks kept, changed, dropped, new; paragraphs taken over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import task_years
from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.cli import cli
from docgen.tasks.comparing import Comparison, compared
from docgen.tasks.loading import load
from docgen.tasks.matching import likeness

LONG = (
    "逐家检查县直单位的归档情况，重点看会议记录、项目资料和电子文件是否齐全，当场指出问题，一个月后再看一遍，"
    "连续两年整改不到位的在全县范围内通报，检查结果按单位列表，年底作为评先评优的依据，"
    "好的做法和没有做到的地方各写三条。"
)
OTHER = (
    "办好老年大学，把课堂开到社区去，让住得远的老同志少跑路，课程表由学员自己商量着定，"
    "教师从本地的退休教师和手艺人里请，教室用现成的会议室和文化站，不另外花钱盖房子，秋天以前全部开课。"
)
OLD = f"""kind: annual-plan
year: 2025
org: 示例县档案局
sections:
  - title: 抓好归档
    lead: {LONG}
    tasks:
      - {{title: 检查归档情况, id: A-1, owner: 县档案局, due: 6月30日前, measure: 全部检查}}
      - {{title: 登记重点工程档案, owner: 县档案馆, due: 2025-09-30}}
      - {{title: 编好年鉴, owner: 县档案馆, due: 10月底前}}
      - {{title: 排查2025年库房安全隐患, owner: 县档案局, partners: [县财政局]}}
      - {{title: 推行代查代寄服务, id: A-9, owner: 县档案馆, due: 长期}}
"""
NEW = f"""kind: annual-plan
year: 2026
org: 示例县档案局
sections:
  - title: 抓好归档
    lead: {LONG.replace("一个月后", "两个月后").replace("全县", "全市")}
    tasks:
      - {{title: 检查归档情况, id: A-1, owner: 县档案馆, due: 8月底前, measure: 全部检查}}
      - {{title: 登记重点工程档案, owner: 县档案馆, due: 2026-09-30}}
      - {{title: 排查2026年库房安全隐患, owner: 县档案局, partners: [县财政局, 县消防救援大队]}}
  - title: 服务群众
    tasks:
      - {{title: 全面推行代查代寄服务, owner: 县档案馆, due: 长期}}
      - {{title: 建数字档案室, id: A-9, owner: 县数据局}}
"""


def comparison(workspace: Workspace, old: str = OLD, new: str = NEW, **more: str) -> Comparison:
    workspace({"documents/old.yaml": old, "documents/new.yaml": new} | more)
    report = Report()
    plans = [load(f"documents/{name}.yaml", report) for name in ("old", "new")]
    one, other = plans
    assert one is not None, [each.message("en") for each in report]
    assert other is not None, [each.message("en") for each in report]
    return compared(one, other)


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, ["compare", *arguments], env=environment)


def changes(found: Comparison) -> dict[str, list[tuple[str, str, str]]]:
    """Return the new title of each task that is kept → what is changed of it."""
    return {each.pair.new.title: [tuple(c) for c in each.changes] for each in found.kept}


# -- tasks ---------------------------------------------------------------------------------------


def test_tasks_are_kept_changed_dropped_and_new(workspace: Workspace) -> None:
    found = comparison(workspace)
    assert changes(found) == {
        "检查归档情况": [("owner", "县档案局", "县档案馆"), ("due", "6月30日前", "8月底前")],
        "登记重点工程档案": [],  # the same day, a year later
        "排查2026年库房安全隐患": [
            # The year moved on; that is no change.
            ("partners", "县财政局", "县财政局、县消防救援大队"),
        ],
        "全面推行代查代寄服务": [
            ("title", "推行代查代寄服务", "全面推行代查代寄服务"),
            ("section", "抓好归档", "服务群众"),
        ],
    }
    assert [task.title for task in found.dropped] == ["编好年鉴"]
    assert [task.title for task in found.added] == ["建数字档案室"]


def test_how_tasks_were_matched_is_told(workspace: Workspace) -> None:
    by = {each.pair.new.title: each.pair.by for each in comparison(workspace).kept}
    assert by == {
        "检查归档情况": "id",
        "登记重点工程档案": "title",
        "排查2026年库房安全隐患": "title",
        "全面推行代查代寄服务": "alike",
    }


def test_within_a_year_the_id_decides(workspace: Workspace) -> None:
    found = comparison(workspace, OLD.replace("year: 2025", "year: 2026"))
    assert changes(found)["建数字档案室"][0] == ("title", "推行代查代寄服务", "建数字档案室")


def test_a_plan_is_the_same_as_itself(workspace: Workspace) -> None:
    found = comparison(workspace, NEW, NEW)
    assert not any(each.changes for each in found.kept)
    assert (found.dropped, found.added) == ((), ())


DUES = [
    ("6月30日前", "6月30日前", True),
    ("2025-06-30", "2026-06-30", True),
    ("2025年6月30日前", "6月底前", True),
    ("2月底前", "2月28日前", True),
    ("长期", "长期坚持", True),
    ("6月30日前", "7月31日前", False),
    ("2025-06-30", "2027-06-30", False),
    ("长期", "年底前", False),
    ("视情况", "视进度", False),
]


@pytest.mark.parametrize(("old", "new", "same"), DUES)
def test_a_deadline_moves_with_the_year(
    old: str, new: str, same: bool, workspace: Workspace
) -> None:
    plans = [
        f"kind: annual-plan\nyear: {year}\nsections:\n"
        f"- title: 甲\n  tasks: [{{title: 办事, due: {due}}}]\n"
        for year, due in ((2025, old), (2026, new))
    ]
    (kept,) = comparison(workspace, *plans).kept
    assert ([change.field for change in kept.changes] == []) is same


LIKENESSES = [
    ("推行代查代寄服务", "全面推行代查代寄服务", 0.8, 1.0),
    ("开展2025年检查", "开展2026年检查", 1.0, 1.0),
    ("编好年鉴", "建数字档案室", 0.0, 0.0),
    ("甲", "甲", 1.0, 1.0),
    ("2025", "2026", 0.0, 0.0),
    ("", "", 1.0, 1.0),
]


@pytest.mark.parametrize(("one", "other", "least", "most"), LIKENESSES)
def test_how_much_of_two_titles_is_the_same(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= likeness(one, other) <= most
    assert likeness(one, other) == likeness(other, one)


def test_a_year_of_tasks_is_matched_one_to_one(workspace: Workspace) -> None:
    old = task_years.plan().replace("2026", "2025").replace("id: T-", "id: S-")
    new = task_years.plan().replace("推进", "深入推进")
    found = comparison(workspace, old, new)
    assert len(found.kept) == 300
    titles = {each.pair.new.title: each.pair.old.title for each in found.kept}
    assert all(old == new.replace("深入", "") for new, old in titles.items())
    assert (found.dropped, found.added) == ((), ())


# -- paragraphs ----------------------------------------------------------------------------------


def test_a_paragraph_taken_over_nearly_unchanged_is_told(workspace: Workspace) -> None:
    (reused,) = comparison(workspace).reused
    assert 0.6 < reused.share < 1
    assert (reused.old.origin.place.line, reused.new.origin.place.line) == (6, 6)


def test_other_words_are_not_taken_over(workspace: Workspace) -> None:
    assert comparison(workspace, NEW.replace(LONG, OTHER), OLD.replace(LONG, OTHER)).reused == ()


def test_a_formula_is_too_short_to_be_taken_over(workspace: Workspace) -> None:
    short = "要提高认识，加强领导，压实责任，确保各项任务落到实处、见到实效。"
    plans = [OLD.replace(LONG, short), OLD.replace(LONG, short)]
    assert comparison(workspace, *plans).reused == ()


def test_what_the_library_gave_is_not_counted(workspace: Workspace) -> None:
    snippet = f"---\ntitle: 归档\nuse: paragraph\n---\n{LONG}\n"
    plans = [text.replace(f"lead: {LONG}", "lead: {snippet: own/a}") for text in (OLD, OLD)]
    found = comparison(workspace, *plans, **{"snippets/own/a.md": snippet})
    assert (found.reused, found.snippets) == ((), 2)


def test_documents_without_tasks_are_compared_by_their_paragraphs(workspace: Workspace) -> None:
    speech = "kind: speech\ntitle: 讲话\nopening: {}\n"
    found = comparison(workspace, speech.format(LONG), speech.format(LONG + "谢谢。"))
    assert [each.share for each in found.reused] == [1.0]
    output = run("documents/old.yaml", "documents/new.yaml").output
    assert "任务" not in output
    assert "documents/old.yaml:3 → documents/new.yaml:3  100%" in output


# -- on the terminal -----------------------------------------------------------------------------


def test_it_is_told_on_the_terminal(workspace: Workspace) -> None:
    comparison(workspace)
    result = run("documents/old.yaml", "documents/new.yaml")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "A  documents/old.yaml  示例县档案局2025年工作要点  5项任务"
    assert "任务：延续4项（其中有改动3项），没有再列1项，新增1项。" in lines
    at = lines.index("  1 → 1  检查归档情况（编号相同）")
    assert lines[at + 1 : at + 3] == [
        "      牵头单位：县档案局 → 县档案馆",
        "      完成时限：6月30日前 → 8月底前",
    ]
    assert "没有再列：" in lines
    assert "  3  编好年鉴（县档案馆）" in lines
    assert "段落：B 有1段与 A 基本相同：" in lines


def test_it_is_told_in_english(workspace: Workspace) -> None:
    comparison(workspace)
    output = run("documents/old.yaml", "documents/new.yaml", DOCGEN_LANG="en").output
    assert "Tasks: 4 kept (3 of them changed), 1 dropped, 1 new." in output
    assert "(same id)" in output


def test_it_is_told_as_json(workspace: Workspace) -> None:
    comparison(workspace)
    result = run("documents/old.yaml", "documents/new.yaml", "--output-format", "json")
    found: Any = json.loads(result.stdout)
    assert [len(found[name]) for name in ("kept", "changed", "dropped", "new_tasks")] == [
        1,
        3,
        1,
        1,
    ]
    assert found["changed"][0]["changes"]["owner"] == ["县档案局", "县档案馆"]
    assert found["paragraphs"][0]["old"] == "documents/old.yaml:6"


def test_long_texts_are_quoted_where_they_differ(workspace: Workspace) -> None:
    head = "kind: annual-plan\nyear: 2026\nsections:\n- title: 甲\n"
    task = head + "  tasks: [{{title: 办事, text: {}}}]\n"
    old, new = task.format(f"“{LONG}”"), task.format(f"“{LONG}”").replace("各写三条", "各写五条")
    comparison(workspace, old, new)
    (line,) = [x for x in run("documents/old.yaml", "documents/new.yaml").output.splitlines()
               if x.strip().startswith("内容：")]  # fmt: skip
    assert "三条" in line
    assert "五条" in line
    assert len(line) < 100


@pytest.mark.parametrize(("names", "code", "status"), [
    (("documents/old.yaml", "nowhere.yaml"), "W010", 2),
    (("documents/bad.yaml", "documents/new.yaml"), "S020", 1),
])  # fmt: skip
def test_what_cannot_be_read_is_said(
    names: tuple[str, str], code: str, status: int, workspace: Workspace
) -> None:
    comparison(workspace, **{"documents/bad.yaml": OLD + "nobody: 谁\n"})
    result = run(*names)
    assert result.exit_code == status
    assert code in result.output
    assert "Traceback" not in result.output
    assert not Path("build").exists()
