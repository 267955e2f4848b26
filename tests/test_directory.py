"""people.yaml and orgs.yaml: posts and units on a day, in order, in full; and what uses them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.build import Build
from docgen.checks.directory import check_directory
from docgen.model.directory import Directory
from docgen.model.keys import Record, table
from docgen.model.values import Day, When
from docgen.source.directory import read_directory
from docgen.source.workspace import DIRECTORY_FILES, document_files, find_workspace

PEOPLE = """
people:
  - name: 高××
    order: 2
    posts:
      - {post: 副馆长, org: 市档案馆, from: 2019-03-01, to: 2024-08-31}
      - {post: 馆长, org: 市档案馆, from: 2024-09}
  - name: 何××
    aliases: [何局长, 老何]
    order: 3
    posts:
      - {post: 局长, org: 市档案局, from: 2021-06-01, order: 1}
      - {post: 党组书记, org: 市档案局, from: 2021-06-01, order: 1}
      - {post: 示例市委副秘书长, org: 示例市委, from: 2022-01-01, to: 2023-12-31}
  - name: 马××
  - {name: 罗××, order: 10}
"""
ORGS = """
orgs:
  - {name: 示例市, level: city}
  - {name: 示例市档案局, short: [市档案局, 档案局], level: city, parent: 示例市, order: 3}
  - {name: 示例市档案馆, short: 市档案馆, parent: 示例市, order: 12}
  - name: 示例市文化局
    short: 市文化局
    parent: 示例市
    order: 1
    until: 2019-02-28
    next: 示例市文化和旅游局
  - {name: 示例市文化和旅游局, short: [市文化局, 市文旅局], parent: 示例市, order: 1}
  - {name: 示例市数据局, parent: 示例市, order: 2, from: 2024-01-01}
  - {name: 示例市甲县档案局, short: 县档案局, parent: 示例市甲县}
  - {name: 示例市乙县档案局, short: 县档案局, parent: 示例市乙县}
"""
CHINESE = {
    "people": "人员", "orgs": "单位", "name": "姓名", "aliases": "别名", "order": "排序",
    "posts": "任职", "post": "职务", "org": "单位", "from": "起", "to": "止", "short": "简称",
    "level": "级别", "parent": "上级", "until": "止", "next": "改称",
}  # fmt: skip


def directory_in(root: Path) -> Directory:
    report = Report()
    found = read_directory(find_workspace(root, report), report)
    assert found is not None
    return found


@pytest.fixture
def directory(workspace: Workspace) -> Directory:
    return directory_in(workspace({"people.yaml": PEOPLE, "orgs.yaml": ORGS}))


# -- posts and order on a day ---------------------------------------------------------------

POSTS = [
    ("高××", "2019-02-28", ""),
    ("高××", "2019-03-01", "示例市档案馆副馆长"),
    ("高××", "2024-08-31", "示例市档案馆副馆长"),
    ("高××", "2024-09-01", "示例市档案馆馆长"),
    ("高××", "2099-01-01", "示例市档案馆馆长"),
    ("高××", "", "示例市档案馆馆长"),
    ("何××", "2021-05-31", ""),
    ("何××", "2021-12-31", "示例市档案局局长、党组书记"),
    ("何局长", "2023-12-31", "示例市档案局局长、党组书记、示例市委副秘书长"),
    ("老何", "2024-01-01", "示例市档案局局长、党组书记"),
    ("马××", "2024-01-01", ""),
    ("无此人", "2024-01-01", ""),
]


@pytest.mark.parametrize(("name", "day", "post"), POSTS)
def test_a_post_is_that_of_the_day(directory: Directory, name: str, day: str, post: str) -> None:
    assert directory.post_of(name, day) == post


def test_a_day_may_be_a_date_of_a_document(directory: Directory) -> None:
    day = Day(2024, 8, 31)
    assert directory.post_of("高××", day) == "示例市档案馆副馆长"
    assert directory.post_of("高××", When(day)) == "示例市档案馆副馆长"
    assert [held.post for held in directory.posts_of("高××", When(day))] == ["副馆长"]


def test_people_stand_in_the_order_of_their_posts_then_their_own_then_the_list(
    directory: Directory,
) -> None:
    named = ["外人甲", "罗××", "马××", "何局长", "高××", "外人乙"]
    after = ["何局长", "高××", "罗××", "马××", "外人甲", "外人乙"]
    assert directory.in_order(named, "2022-01-01") == after
    before = ["高××", "何局长", "罗××", "马××", "外人甲", "外人乙"]
    assert directory.in_order(named, "2020-01-01") == before


def test_units_stand_in_their_order_which_is_a_number(directory: Directory) -> None:
    named = ["市档案馆", "别的单位", "示例市档案局", "市文旅局"]
    assert directory.in_order(named) == ["市文旅局", "示例市档案局", "市档案馆", "别的单位"]


# -- names on a day -------------------------------------------------------------------------

NAMES = [
    ("市档案局", "2026-01-01", "示例市档案局"),
    ("档案局", "", "示例市档案局"),
    ("示例市档案局", "1990-01-01", "示例市档案局"),
    ("市文化局", "2019-02-28", "示例市文化局"),
    ("市文化局", "2019-03-01", "示例市文化和旅游局"),
    ("市文化局", "", "示例市文化和旅游局"),
    ("市文旅局", "2010-01-01", "示例市文化和旅游局"),
    ("县档案局", "2026-01-01", ""),
    ("市财政局", "2026-01-01", ""),
]


@pytest.mark.parametrize(("name", "day", "full"), NAMES)
def test_a_short_name_means_the_unit_of_the_day(
    directory: Directory, name: str, day: str, full: str
) -> None:
    assert directory.full_name(name, day) == full


def test_the_units_of_a_place_are_those_of_the_day(directory: Directory) -> None:
    def units(day: str) -> list[str]:
        return [org.name for org in directory.units_of("示例市", day)]

    rest = ["示例市档案局", "示例市档案馆"]
    assert units("2019-02-28") == ["示例市文化局", *rest]
    assert units("2019-03-01") == ["示例市文化和旅游局", *rest]
    assert units("2023-12-31") == units("2019-03-01")
    assert units("2024-01-01") == ["示例市文化和旅游局", "示例市数据局", *rest]


def test_every_name_is_among_those_that_nobody_corrects(directory: Directory) -> None:
    names = directory.names()
    assert {"何××", "老何", "何局长", "示例市文化局", "市文旅局", "县档案局"} <= set(names)
    assert list(names) == sorted(set(names))
    assert directory.names_in("请老何到市文旅局开会") == ["市文旅局", "老何"]


# -- the files ------------------------------------------------------------------------------


def test_either_language_lists_the_same(workspace: Workspace) -> None:
    def translated(text: str) -> str:
        return re.sub(r"(\w+)(?=:)", lambda match: CHINESE[match[1]], text)

    root = workspace({
        "english/people.yaml": PEOPLE, "english/orgs.yaml": ORGS,
        "chinese/people.yaml": translated(PEOPLE),
        "chinese/orgs.yaml": translated(ORGS).replace("姓名", "名称"),
    })  # fmt: skip
    english, chinese = directory_in(root / "english"), directory_in(root / "chinese")
    assert _values(*english.people) == _values(*chinese.people)
    assert _values(*english.orgs) == _values(*chinese.orgs)
    assert english.orgs


def _values(*records: Record) -> list[dict[str, object]]:
    return [
        {name: _plain(getattr(each, key.attribute)) for name, key in table(type(each)).items()}
        for each in records
    ]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_values(each)[0] if isinstance(each, Record) else each for each in value]
    return value


def test_nothing_but_comments_lists_nobody(workspace: Workspace) -> None:
    root = workspace({"people.yaml": "# 以后再写\n", "orgs.yaml": "\n"})
    report = Report()
    found = read_directory(find_workspace(root, report), report)
    assert list(report) == []
    assert found is not None
    assert (found.people, found.orgs, found.lists_orgs) == ((), (), False)


def test_a_list_of_people_is_no_document_but_a_document_may_be_called_so(
    workspace: Workspace,
) -> None:
    speech = "kind: speech\nclosing: 再见\n"
    root = workspace({
        "docgen.yaml": "", "people.yaml": PEOPLE, "orgs.yaml": ORGS,
        "documents/people.yaml": speech, "below/docgen.yaml": "", "below/people.yaml": PEOPLE,
    })  # fmt: skip
    assert list(document_files(root)) == [root / "documents" / "people.yaml"]
    assert list(document_files(root / "documents")) == [root / "documents" / "people.yaml"]


def test_without_them_nothing_is_read_and_each_is_looked_for_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = "kind: speech\nclosing: 再见\n"
    root = workspace({"docgen.yaml": "", **{f"documents/{n}.yaml": speech for n in "abc"}})
    looked: list[str] = []
    is_file = Path.is_file
    monkeypatch.setattr(
        Path, "is_file", lambda path: looked.append(path.name) or is_file(path)  # type: ignore[func-returns-value]
    )  # fmt: skip
    assert len(Build().build([root]).outputs) == 3
    assert [looked.count(name) for name in DIRECTORY_FILES] == [1, 1]
    code = (
        f"from docgen.build import Build; import sys; Build().build([{str(root)!r}]);"
        "sys.exit(any('directory' in name or 'listed' in name for name in sys.modules"
        " if name.startswith('docgen')))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_short_name_of_very_many_is_told_at_each_with_a_few_of_the_others(
    workspace: Workspace,
) -> None:
    orgs = "".join(
        f"  - {{name: 示例{n}县档案局, short: [{n}县档案局, 县局]}}\n" for n in range(900)
    )
    root = workspace({"orgs.yaml": f"orgs:\n{orgs}"})
    report = Report()
    found = read_directory(find_workspace(root, report), report)
    assert found is not None
    assert len(found.orgs) == 900
    assert {each.code for each in report} == {"S061"}
    assert len(report) == 900
    assert max(len(each.message("zh")) for each in report) < 80


TERMS = [
    ("局长", "to: 2024-03-01", "局长", "from: 2024-03-01", ""),
    ("局长", "to: 2024-03-02", "局长", "from: 2024-03-01", "S067"),
    ("局长", "to: 2024-03-31", "局长", "from: 2024-03", ""),
    ("局长", "to: 2024-03", "局长", "from: 2024-03-20", ""),
    ("局长", "to: 2024-04", "局长", "from: 2024-03", "S067"),
    ("局长", "to: 2024-03", "局长", "to: 2020-01-01", "S067"),
    ("局长", "to: 2024-03", "副局长", "from: 2020-01-01", ""),
    ("副局长", "from: 2020-01-01", "副局长", "from: 2020-01-01", ""),
    ("党组书记、局长", "from: 2020-01-01", "局长", "from: 2021-01-01", "S067"),
    ("一级调研员", "from: 2020-01-01", "一级调研员", "from: 2021-01-01", ""),
]


@pytest.mark.parametrize(("post", "term", "other", "second", "code"), TERMS)
def test_two_people_hold_one_post_only_when_they_hand_it_over(
    workspace: Workspace, post: str, term: str, other: str, second: str, code: str
) -> None:
    people = (
        f"people:\n  - {{name: 何××, posts: [{{post: {post}, org: 市档案局, {term}}}]}}\n"
        f"  - {{name: 高××, posts: [{{post: {other}, org: 示例市档案局, {second}}}]}}\n"
    )
    root = workspace({"people.yaml": people, "orgs.yaml": ORGS.replace("县", "区")})
    report = Report()
    check_directory(directory_in(root), report)
    assert [each.code for each in report] == ([code] if code else [])


# -- the tasks of a document ----------------------------------------------------------------

PLAN = """
kind: annual-plan
year: 2026
org: 示例市档案局
date: {date}
sections:
  - title: 守住底线
    tasks:
      - title: 排查库房
        text: 排查库房隐患
        owner: {owner}
        partners: [{partners}]
"""


def planned(
    write: Workspace,
    owner: str,
    partners: str = "市档案馆",
    date: str = "2026-02-01",
    orgs: str = ORGS,
) -> tuple[str, list[str]]:
    """Return the text of a plan, and what is told of it: place and code."""
    plan = PLAN.replace("{owner}", owner).replace("{partners}", partners).replace("{date}", date)
    files = {"people.yaml": PEOPLE, "documents/plan.yaml": plan} | (
        {"orgs.yaml": orgs} if orgs else {}
    )
    root = write(files)
    result = Build().build([root / "documents"], formats=["txt"])
    told = [f"{d.code} {d.place.key}" for d in result.report if d.place.file.startswith("doc")]
    return result.outputs[0].written.path.read_text("utf-8"), told


OWNERS = [
    ("市档案局", "示例市档案局", ""),
    ("示例市档案局", "示例市档案局", ""),
    ("市档案局、市文旅局", "示例市档案局、示例市文化和旅游局", ""),
    ("'市档案局，市文旅局'", "示例市档案局，示例市文化和旅游局", ""),
    ("市文化局", "示例市文化和旅游局", ""),
    ("示例市文化局", "示例市文化局", "S068"),
    ("县档案局", "县档案局", "S063"),
    ("市档案居", "市档案居", "S062"),
    ("各县档案局", "各县档案局", ""),
    ("有关单位", "有关单位", ""),
    ("〔待填：牵头股室〕", "〔待填：牵头股室〕", ""),
    ("××局", "××局", ""),
    ("按职责分工", "按职责分工", ""),
    ("何局长", "何局长", ""),
    ("黄局长", "黄局长", "S062"),
]


@pytest.mark.parametrize(("typed", "printed", "code"), OWNERS)
def test_the_owner_of_a_task_is_printed_in_full(
    workspace: Workspace, typed: str, printed: str, code: str
) -> None:
    text, told = planned(workspace, typed)
    assert f"（牵头单位：{printed}；配合单位：示例市档案馆）" in text
    assert told == ([f"{code} sections[0].tasks[0].owner"] if code else [])


def test_the_table_of_tasks_names_units_in_full_too(workspace: Workspace) -> None:
    plan = PLAN.replace("{owner}", "市档案局").replace("{partners}", "市文旅局")
    plan = plan.replace("date: {date}", "task_table: true")
    root = workspace({"orgs.yaml": ORGS, "documents/plan.yaml": plan})
    (output,) = Build().build([root / "documents"], formats=["txt"]).outputs
    assert "\t示例市档案局\t示例市文化和旅游局" in output.written.path.read_text("utf-8")


def test_each_partner_is_told_at_its_own_place(workspace: Workspace) -> None:
    text, told = planned(workspace, "市档案局", "市档案居, 市文旅局, 市档案管")
    assert "配合单位：市档案居、示例市文化和旅游局、市档案管" in text
    assert told == [f"S062 sections[0].tasks[0].partners[{index}]" for index in (0, 2)]


def test_the_nearest_unit_is_named(workspace: Workspace) -> None:
    plan = (
        PLAN.replace("{owner}", "市文旅居").replace("{partners}", "").replace("{date}", "2026-02")
    )
    root = workspace({"orgs.yaml": ORGS, "documents/plan.yaml": plan})
    report = Build().build([root / "documents"]).report
    (fault,) = (d for d in report if d.place.file == "documents/plan.yaml")
    assert fault.code == "S062"
    assert "市文旅局" in fault.hint("zh")
    assert fault.severity.word == "warning"


def test_the_name_is_that_of_the_document_s_day(workspace: Workspace) -> None:
    text, told = planned(workspace, "市文化局", date="2019-02-28")
    assert "牵头单位：示例市文化局；" in text
    assert told == []


def test_without_a_list_of_units_nothing_is_completed_or_told(workspace: Workspace) -> None:
    text, told = planned(workspace, "市档案居", "市文旅局", orgs="")
    assert "牵头单位：市档案居；配合单位：市文旅局" in text
    assert told == []


def test_a_faulty_list_is_told_and_the_documents_are_built(workspace: Workspace) -> None:
    plan = (
        PLAN.replace("{owner}", "市档案局").replace("{partners}", "").replace("{date}", "2026-02")
    )
    root = workspace({"orgs.yaml": "orgs: [{name: ]", "documents/plan.yaml": plan})
    result = Build().build([root / "documents"], formats=["txt"])
    assert [d.place.file for d in result.report if d.severity.word == "error"] == ["orgs.yaml"]
    assert "牵头单位：市档案局" in result.outputs[0].written.path.read_text("utf-8")


# -- titles ---------------------------------------------------------------------------------


def test_a_listed_name_is_not_broken_in_a_title(workspace: Workspace) -> None:
    name = "乡村建设发展服务联合体"
    title = f"在{name}成立十周年座谈会上的讲话"
    speech = f"kind: speech\ntitle: {title}\ndate: 2026-02-01\nclosing: 再见\n"

    def lines(**more: str) -> list[str]:
        root = workspace({"docgen.yaml": "", "documents/a.yaml": speech, **more})
        written = Build().build([root / "documents"], formats=["txt"], force=True).outputs[0]
        text = written.written.path.read_text("utf-8")
        return text.split("（")[0].strip().split("\n")

    assert not any(name in line for line in lines())
    assert any(name in line for line in lines(**{"orgs.yaml": f"orgs: [{name}]\n"}))
