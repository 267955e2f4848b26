"""What docgen says of snippets: superseded ones, windows to come, places of faults, `show`,
whose snippets `check` judges."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT, Workspace
from docgen.build import Build
from docgen.cli import cli
from docgen.library import superseding

SPEECH = "kind: speech\ntitle: 讲话\n"
DATED = SPEECH + "date: 2026-03-01\n"
LONG = (
    "老同志的事一件一件记在台账上，办成一件划去一件，月底由科长逐户回访，"
    "问一问办得好不好、还差什么，回访结果写进下个月的安排，贴在活动室墙上。"
)


def snippet(body: str, card: str = "") -> str:
    return f"---\ntitle: 片段\nuse: point\n{card}---\n{body}\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def told(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--output-format", "json").stdout)


def faults(root: Path, *, check: bool = False) -> list[tuple[str, str, str]]:
    """Return code, place and words of everything told of the documents (or the workspace)."""
    build = Build()
    result = build.check([root]) if check else build.build([root], formats=["txt"])
    return [(d.code, str(d.place), d.message("zh") + d.hint("zh")) for d in result.report]


# -- superseded ----------------------------------------------------------------------------

OLD = {"snippets/t/old.md": snippet("旧话。", "aliases: [老话]\n")}
BUILT_WITH = {
    "superseded": ("t/old", {"t/new": "supersedes: [t/old]\n"}, ["t/new"]),
    "in Chinese": ("t/old", {"t/new": "取代: t/old\n"}, ["t/new"]),
    "by its alias": ("t/old", {"t/new": "supersedes: [老话]\n"}, ["t/new"]),
    "asked for by its alias": ("老话", {"t/new": "supersedes: [t/old]\n"}, ["t/new"]),
    "this version": ("t/old", {"t/new": "supersedes: [t/old@1]\n"}, ["t/new"]),
    "another version": ("t/old", {"t/new": "supersedes: [t/old@2]\n"}, []),
    "from another folder": ("t/old", {"other/new": "supersedes: [t/old]\n"}, ["other/new"]),
    "from the day on": (
        "t/old", {"t/new": "supersedes: [t/old]\nvalid: {from: 2026-03-01}\n"}, ["t/new"]
    ),
    "not before its day": (
        "t/old", {"t/new": "supersedes: [t/old]\nvalid: {from: 2026-03-02}\n"}, []
    ),
    "no longer": ("t/old", {"t/new": "supersedes: [t/old]\nvalid: {to: 2026-02-28}\n"}, []),
    "another one": ("t/old", {"t/new": "supersedes: [t/ol]\n"}, []),
    "only spoken of": ("t/old", {"t/new": "tags: [supersedes, t/old]\n"}, []),
}  # fmt: skip


@pytest.mark.parametrize("case", BUILT_WITH)
@pytest.mark.parametrize("many", [2000, 0])
def test_a_superseded_snippet_is_told_where_it_is_asked_for(
    case: str, many: int, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(superseding, "_MANY", many)
    reference, cards, by = BUILT_WITH[case]
    if not many and any(not id.startswith("t/") for id in cards):
        by = []  # a large library is looked through only in the snippet's own folder
    root = workspace({
        **OLD, "documents/a.yaml": f"{DATED}opening: {{snippet: {reference}}}\n",
        **{f"snippets/{id}.md": snippet("新话。", card) for id, card in cards.items()},
    })  # fmt: skip
    found = faults(root)
    assert [code for code, _, _ in found] == ["N029"] * len(by)
    for (_, place, words), new in zip(found, by, strict=True):
        assert place == "documents/a.yaml:4:20"
        assert f"“t/old”已被“{new}”取代" in words


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_what_supersedes_is_found_in_every_encoding(encoding: str, workspace: Workspace) -> None:
    root = workspace({**OLD, "documents/a.yaml": DATED + "opening: {snippet: t/old}\n"})
    new = snippet("新话。", "取代: t/old\n").encode(encoding)
    (root / "snippets/t/new.md").write_bytes(new)
    assert [code for code, _, _ in faults(root)] == ["N029"]


def test_a_long_front_matter_is_read_to_its_end(workspace: Workspace) -> None:
    card = f"members: [{'，' * 3000}]\nsupersedes: t/old\n".replace("，", "甲、")
    root = workspace({
        **OLD, "snippets/t/new.md": snippet("新话。", card),
        "documents/a.yaml": DATED + "opening: {snippet: t/old}\n",
    })  # fmt: skip
    assert [code for code, _, _ in faults(root)] == ["N029"]


def test_who_supersedes_may_quote_what_it_supersedes(workspace: Workspace) -> None:
    new = snippet("{{ snippet('t/old') }}再加一句。", "supersedes: [t/old]\n")
    root = workspace({
        **OLD, "snippets/t/new.md": new, "documents/a.yaml": DATED + "opening: {snippet: t/new}\n"
    })  # fmt: skip
    assert faults(root) == []


def test_a_document_without_a_date_is_warned_by_what_always_holds(workspace: Workspace) -> None:
    document = {"documents/a.yaml": SPEECH + "opening: {snippet: t/old}\n"}
    new = "supersedes: [t/old]\n"
    root = workspace({**OLD, **document, "snippets/t/new.md": snippet("新。", new)})
    assert [code for code, _, _ in faults(root)] == ["N029"]
    workspace({"snippets/t/new.md": snippet("新。", new + "valid: {from: 2020-01-01}\n")})
    assert faults(root) == []


# -- a window to come ----------------------------------------------------------------------


def test_a_day_before_the_first_window_is_told_since_when(workspace: Workspace) -> None:
    root = workspace({
        "snippets/t/a.md": snippet("甲。", "valid: {from: 2024-01-01, to: 2024-12-31}\n"),
        "snippets/t/a@2.md": snippet("乙。", "valid: {from: 2025-01-01, next: t/z}\n"),
        "snippets/t/z.md": snippet("丙。"),
        "documents/a.yaml": SPEECH + "date: 2023-12-31\nopening: {snippet: t/a}\n",
    })  # fmt: skip
    ((code, _, words),) = faults(root)
    assert code == "N045"
    assert "t/a 2024-01-01～2024-12-31；t/a@2 2025-01-01～" in words
    assert "它从 2024-01-01 起才能用。核对" in words
    assert "接替" not in words


EARLIER = {
    "it superseded": ("supersedes: [t/before]\n", "valid: {to: 2023-12-31}\n", "t/before"),
    "led to it": ("", "valid: {to: 2023-12-31, next: t/a}\n", "t/before"),
    "had ended too": ("supersedes: [t/before]\n", "valid: {to: 2023-05-31}\n", ""),
    "has nothing to do with it": ("", "valid: {to: 2023-12-31}\n", ""),
}


@pytest.mark.parametrize("case", EARLIER)
def test_what_held_before_is_named(case: str, workspace: Workspace) -> None:
    card, before, then = EARLIER[case]
    root = workspace({
        "snippets/t/a.md": snippet("甲。", card + "valid: {from: 2024-01-01}\n"),
        "snippets/t/before.md": snippet("先前的。", before),
        "documents/a.yaml": SPEECH + "date: 2023-06-01\nopening: {snippet: t/a}\n",
    })  # fmt: skip
    ((code, _, words),) = faults(root)
    assert code == "N045"
    assert ("那时用的是 t/before。" in words) == bool(then)


def test_between_two_windows_the_next_of_the_earlier_is_named(workspace: Workspace) -> None:
    root = workspace({
        "snippets/t/a.md": snippet("甲。", "valid: {to: 2025-12-31, next: t/b}\n"),
        "snippets/t/a@2.md": snippet("乙。", "valid: {from: 2027-01-01, next: t/c}\n"),
        "snippets/t/b.md": snippet("丙。"), "snippets/t/c.md": snippet("丁。"),
        "documents/a.yaml": DATED + "opening: {snippet: t/a}\n",
    })  # fmt: skip
    ((code, _, words),) = faults(root)
    assert (code, "接替它的是 t/b；" in words) == ("N002", True)


# -- faults stand where they are -----------------------------------------------------------


def test_a_circle_is_told_at_the_call(workspace: Workspace) -> None:
    root = workspace({
        "snippets/t/a.md": snippet("甲。\n\n先说 {{ snippet(\n'乙说') }}"),
        "snippets/t/b.md": snippet("乙{{ 片段('t/a@1') }}", "aliases: [乙说]\n"),
        "documents/a.yaml": DATED + "opening: {snippet: t/b}\n",
    })  # fmt: skip
    assert [(code, place) for code, place, _ in faults(root)] == [
        ("N007", "snippets/t/a.md:7:7"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("valid: {to: 2026-12-31}\n", "tags: [甲]\nvalid: {from: 2026-01-01}\n", "a@2.md:5:8"),
        ("tags: [甲]\nvalid: {to: 2026-12-31}\n", "", "a.md:5:8"),
        ("", "", "a@2.md:1:1"),
    ],
)
def test_an_overlap_is_told_at_the_window(
    first: str, second: str, place: str, workspace: Workspace
) -> None:
    root = workspace({
        "snippets/t/a.md": snippet("甲。", first), "snippets/t/a@2.md": snippet("乙。", second),
        "documents/a.yaml": DATED + "opening: {snippet: t/a}\n",
    })  # fmt: skip
    assert [(c, at) for c, at, _ in faults(root)] == [("N003", f"snippets/t/{place}")]


@pytest.mark.parametrize("lock", ["verbatim: false\n", ""])
def test_a_digest_that_locks_nothing_is_told(lock: str, workspace: Workspace) -> None:
    card = lock + "digest: 60fed227aa194452\n"
    root = workspace({"snippets/t/a.md": snippet("甲。", card), "documents/a.yaml": ""})
    found = [(d["code"], d["severity"], d["line"]) for d in told("snippets", "check")["diagnostics"]
             if d["code"] != "N028"]  # fmt: skip
    assert found == [("N046", "warning", 4 + bool(lock))]
    assert root


# -- whose snippets are judged -------------------------------------------------------------


def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> None:
    """Ship these files."""
    for name, content in files.items():
        path = tmp_path / "shipped" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr("docgen.library.snippets.shipped", lambda _: tmp_path / "shipped")


FAULTY = {
    "s/a.md": snippet("{{ snippet('s/none') }}", "supersedes: [s/gone]\naliases: [同名]\n"),
    "s/b.md": snippet(LONG, "aliases: [同名]\nparams: {x: 甲}\n"),
    "s/c.md": snippet(LONG),
    "s/d.md": snippet("丁。", "samples: [{expect: 戊。}]\n"),
    "s/e.md": "没有说明\n",
}


def test_only_own_snippets_are_judged(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library(tmp_path, monkeypatch, FAULTY)
    document = {"ws/documents/a.yaml": DATED + "opening: 好。\n"}
    root = workspace({"ws/snippets/t/a.md": snippet("甲。"), **document})
    monkeypatch.chdir(root / "ws")
    found = told("snippets", "check")
    assert [d["code"] for d in found["diagnostics"]] == ["N028"]
    assert found["snippets"] == 1
    assert faults(root / "ws", check=True) == []
    whole = told("snippets", "check", "--shipped")
    codes = sorted(d["code"] for d in whole["diagnostics"])
    assert codes == ["N001", "N001", "N012", "N014", "N014", "N019", "N028", "N057", "S029"]


def test_the_library_is_judged_where_it_is_the_workspace(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({f"ws/snippets/{name}": content for name, content in FAULTY.items()})
    monkeypatch.setattr("docgen.library.snippets.shipped", lambda _: root / "ws/snippets")
    monkeypatch.chdir(root / "ws")
    codes = {d["code"] for d in told("snippets", "check")["diagnostics"]}
    assert codes >= {"N001", "N012", "N014", "N019", "N057", "S029"}


def test_what_concerns_an_own_snippet_is_told_at_it(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library(tmp_path, monkeypatch, {
        "s/a.md": snippet(LONG, "aliases: [同名]\n"),
        "s/b.md": snippet(LONG + "这一段更长，也自带，" + LONG[::-1]),
        "s/c.md": snippet("丙{{ snippet('s/d') }}"), "s/d.md": snippet("丁。"),
    })  # fmt: skip
    root = workspace({
        "ws/snippets/t/a.md": snippet(LONG + "自己的更长。"),
        "ws/snippets/t/b.md": snippet(LONG, "aliases: [同名]\n"),
        "ws/snippets/s/d.md": snippet("{{ snippet('s/c') }}"),
        "ws/documents/a.yaml": DATED,
    })  # fmt: skip
    monkeypatch.chdir(root / "ws")
    found = [d for d in told("snippets", "check")["diagnostics"] if d["code"] != "N028"]
    places = {(d["code"], d["file"]) for d in found}
    assert {("N014", "snippets/t/b.md"), ("N057", "snippets/t/b.md")} <= places
    assert "N007" in {code for code, _ in places}
    near = [d for d in found if d["code"] == "N058"]
    assert {d["file"] for d in near} <= {"snippets/t/a.md", "snippets/t/b.md"}


def test_a_shipped_twin_is_told_at_the_own_longer_one(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library(tmp_path, monkeypatch, {"s/a.md": snippet(LONG)})
    more = LONG + "自己的还多写了一句，比自带的长。"
    root = workspace({"ws/snippets/a.md": snippet(more), "ws/documents/a.yaml": DATED})
    monkeypatch.chdir(root / "ws")
    found = [d for d in told("snippets", "check")["diagnostics"] if d["code"] == "N058"]
    assert [(d["file"], "“s/a”" in d["message"]) for d in found] == [("snippets/a.md", True)]


def test_what_expires_is_listed_with_what_follows(workspace: Workspace) -> None:
    workspace({
        "snippets/t/a.md": snippet("甲。", "valid: {to: 2026-06-30}\n"),
        "snippets/t/b.md": snippet("乙。", "valid: {to: 2026-06-30, next: t/c}\n"),
        "snippets/t/c.md": snippet("丙。"),
        "documents/a.yaml": DATED + "opening: [{snippet: t/a}, {snippet: t/b}, {snippet: t/c}]\n",
    })  # fmt: skip
    ran = run("snippets", "check", "--expiring", "60", "--on", "2026-06-01")
    assert "片段“t/a”到 2026-06-30 为止，没有接替它的" in ran.output
    assert "片段“t/b”到 2026-06-30 为止，接替它的是“t/c”" in ran.output
    assert "“phrase/campaign-2026”到 2026-07-31 为止" in ran.output  # a shipped one
    quiet = run("snippets", "check", "--on", "2026-06-30").output
    assert ("t/a" in quiet, "t/b" in quiet) == (True, False)
    assert "t/a" not in run("snippets", "check", "--on", "2026-06-01").output


# -- show ----------------------------------------------------------------------------------

CARD = """\
heading: 小题
tags: [甲类]
aliases: [甲说]
supersedes: [t/old]
levels: [市]
kinds: [讲话稿]
members: [一, 二]
frame: [抓好]
wrong: [抓坏]
valid: {from: 2024-01-01, to: 2027-12-31, next: t/c}
source: {title: 示例意见, number: 示办〔2024〕1号, date: 2024-01-01, nature: 原文}
params:
  unit: {type: org, required: true, doc: 由谁来做}
  pace: {choices: [快, 慢], default: 快}
digest: abc
samples: [{with: {unit: 示例局, pace: 慢}, expect: 示例局慢办。}]
"""


@pytest.mark.parametrize("shipped", [(), ("--shipped",)])
def test_check_has_nothing_to_say_of_an_empty_workspace(
    shipped: tuple[str, ...], workspace: Workspace
) -> None:
    """Neither of its snippets, which there are not, nor of those that everybody has."""
    workspace({"docgen.yaml": "org: 示例局\n"})
    found = told("snippets", "check", "--on", "2026-03-01", *shipped)
    assert found["diagnostics"] == []
    assert (found["snippets"] > 0) == bool(shipped)


def test_nobody_is_told_of_faults_that_everybody_has(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = snippet(LONG * 2, "valid: {to: 2026-03-01}\n")
    workspace({
        "ws/docgen.yaml": "org: 示例局\n", "all/snippets/t/a.md": text,
        "all/snippets/t/b.md": text, "all/snippets/t/c.md": snippet("{{ 丁"),
    })  # fmt: skip
    monkeypatch.setattr("docgen.library.snippets.shipped", lambda name: tmp_path / "all" / name)
    asked = ("snippets", "check", "-w", "ws", "--on", "2026-03-01")
    assert told(*asked)["diagnostics"] == []
    codes = {each["code"] for each in told(*asked, "--shipped")["diagnostics"]}
    assert codes == {"C001", "N027", "N057"}


def test_no_number_of_days_is_too_many(workspace: Workspace) -> None:
    workspace({"docgen.yaml": "org: 示例局\n"})
    ran = run("snippets", "check", "--expiring", "99999999")
    assert (ran.exit_code, "不大于 36500" in ran.output) == (2, True)
    assert run("snippets", "check", "--expiring", "30", "--on", "9999-12-31").exit_code == 0


def test_show_tells_all_that_a_snippet_says(workspace: Workspace) -> None:
    workspace({
        "snippets/t/a.md": snippet("{{ unit }}{{ pace }}办。", CARD), "documents/a.yaml": "",
        "snippets/t/old.md": snippet("旧。"), "snippets/t/c.md": snippet("丙。"),
    })  # fmt: skip
    lines = run("snippets", "show", "t/a").output.splitlines()
    assert set(lines) >= {
        "小标题: 小题", "标签: 甲类", "别名: 甲说", "取代: t/old", "适用级别: 市",
        "适用文种: 讲话稿", "成员: 一、二", "搭配: 抓好", "误写: 抓坏",
        "有效期: 2024-01-01～2027-12-31", "过期后用: t/c",
        "出处: 示例意见，示办〔2024〕1号，2024年1月1日，原文", "原文锁定: 否，校验 abc",
        "  unit  单位  必填  由谁来做", "  pace  选项  默认“快”  选项：快、慢",
        "  unit=示例局  pace=慢  → 示例局慢办。", "文件: snippets/t/a.md",
    }  # fmt: skip
    (found,) = told("snippets", "show", "t/a")
    assert found["source"] == {
        "title": "示例意见", "number": "示办〔2024〕1号",
        "date": "2024-01-01", "nature": "verbatim",
    }  # fmt: skip
    assert found["params"]["unit"] == {
        "type": "org", "required": True, "default": None, "choices": [], "doc": "由谁来做",
    }  # fmt: skip
    assert (found["levels"], found["kinds"]) == (["city"], ["speech"])
    assert (found["aliases"], found["supersedes"]) == (["甲说"], ["t/old"])
    given = {"unit": "示例局", "pace": "慢"}
    assert found["samples"] == [{"with": given, "variant": None, "expect": "示例局慢办。"}]
    assert "有效期: 不限" in run("snippets", "show", "t/c").output


def test_every_shipped_snippet_can_be_shown() -> None:
    assert len(told("snippets", "list", "-w", str(ROOT))) > 150


ASKED = {
    "an id": ("own/a", ["own/a", "own/a@2"]),
    "a version": ("own/a@2", ["own/a@2"]),
    "an alias": ("甲说", ["own/a", "own/a@2"]),
    "a version of an alias": ("甲说@2", ["own/a@2"]),
    "the first of an alias": ("甲说@1", ["own/a"]),
}


@pytest.mark.parametrize(("asked", "labels"), ASKED.values(), ids=ASKED)
def test_show_means_what_a_document_means(
    asked: str, labels: list[str], workspace: Workspace
) -> None:
    workspace({
        "snippets/own/a.md": snippet("甲。", "aliases: [甲说]\nvalid: {to: 2025-12-31}\n"),
        "snippets/own/a@2.md": snippet("乙。", "aliases: [甲说]\nvalid: {from: 2026-01-01}\n"),
        "documents/a.yaml": "",
    })  # fmt: skip
    assert [each["id"] for each in told("snippets", "show", asked)] == labels


NEAR = {
    "an id": ("own/branh", "是不是“own/branch”？"),
    "an alias": ("两个抓紧", "是不是“两个抓实”？"),
    "a title": ("支部台帐怎么记", "是不是“own/branch”（支部台账怎么记）？"),
    "some words of a title": ("支部台账", "是不是“own/branch”（支部台账怎么记）？"),
    "a version": ("own/branch@7", "是不是“own/branch”？"),
    "nothing near": ("风马牛不相及", "用 docgen snippets search"),
}


@pytest.mark.parametrize(("asked", "hint"), NEAR.values(), ids=NEAR)
@pytest.mark.parametrize("command", ["show", "used"])
def test_only_what_is_near_is_named(
    command: str, asked: str, hint: str, workspace: Workspace
) -> None:
    card = "aliases: [两个抓实]\n"
    text = snippet("甲。", card).replace("title: 片段", "title: 支部台账怎么记")
    workspace({"snippets/own/branch.md": text, "documents/a.yaml": DATED + "opening: 好。\n"})
    ran = run("snippets", command, asked)
    assert ran.exit_code == 2
    assert f"hint: {hint}" in ran.output


def test_an_ambiguous_alias_is_told(workspace: Workspace) -> None:
    text = snippet("甲。", "aliases: [同名]\n")
    workspace({"snippets/own/a.md": text, "snippets/own/b.md": text, "documents/a.yaml": ""})
    ran = run("snippets", "show", "同名")
    assert (ran.exit_code, "N014" in ran.output, "own/a、own/b" in ran.output) == (2, True, True)
