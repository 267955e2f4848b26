"""``docgen snippets add``: a passage of a file becomes a snippet that gives it back exactly."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from click.testing import CliRunner, Result

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.build import Build
from docgen.checks.adopting import gives_back
from docgen.cli import cli
from docgen.compose.snippet_texts import SnippetTexts
from docgen.library.adopting import Known, Passage, adopt
from docgen.library.adopting.proposals import proposals
from docgen.library.adopting.saving import save_new
from docgen.library.snippets import Snippets
from docgen.model.terms import USES
from docgen.source.workspace import find_workspace

PEOPLE = "people: [{name: 何××, aliases: 何局长}]\n"
ORGS = """
orgs:
  - {name: 示例市档案局, short: 市档案局, parent: 示例市}
  - {name: 示例市, level: city}
"""
SPEECH = """
kind: speech
title: 在全市档案工作会议上的讲话
org: 示例市甲区档案局
date: 2026-03-01
speaker: {name: 王××, post: 局长}
opening:
  - 今天的会，主要任务是部署{{ count }}项工作。
  - 下面，我讲{{ count }}点意见。
sections:
  - title: 守住底线
    lead: 安全是档案工作的命根子。
    points:
      - title: 排查库房
        text: 3月底前，甲区档案局要把库房看一遍，6月30日前由王××同志验收。

          看过的逐间签字。
      - 讲清为什么要查。
  - title: 服务群众
    points: [{snippet: closing/call}]
closing: 同志们，散会！
"""
MEETING = """
kind: 会议
名称: 全省档案工作会议
级别: 省
时间: 2026-02-06
地点: 示例省会议中心
主持人: {姓名: 周××}
精神:
  - 内容: 要抓好{{ count }}个方面，{{ 来源.地点 }}就是样子。
    要点: [甲。, 乙。]
任务:
  - {任务: 检查, 内容: 请省档案馆和周××同志在示例省会议中心碰头。, 牵头单位: 省档案馆}
"""
FILES = {
    "docgen.yaml": "", "people.yaml": PEOPLE, "orgs.yaml": ORGS,
    "documents/speech.yaml": SPEECH, "meetings/province.yaml": MEETING,
}  # fmt: skip


def add(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["snippets", "add", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def added(*arguments: str, id: str = "own/new") -> dict[str, Any]:
    """Return a snippet's front matter, with its body, after adding it."""
    result = add(*arguments, "--id", id)
    assert result.exit_code == 0, result.output
    _, front, body = Path("snippets", f"{id}.md").read_text("utf-8").split("---\n", 2)
    return {**yaml.safe_load(front), "body": body}


def printed(root: Path, id: str, **given: str) -> str:
    report = Report()
    snippets = Snippets(find_workspace(root, report))
    words = SnippetTexts(snippets, {}, report).words(id, given, "", Place("here"), None)[1]
    assert list(report) == []
    return words


# -- what is proposed -------------------------------------------------------------------------

KNOWN = Known(
    frozenset({"何××", "何局长"}),
    frozenset({"示例市档案局", "示例市甲县档案局", "市档案馆", "市委"}),
    frozenset({"省会议中心"}),
).with_places()

PROPOSED = [
    ("2026年3月1日开会", "day=2026年3月1日"),
    ("3月1日至3日、4月上旬、5月底前", "day=3月1日至3日 day=4月上旬 day=5月底"),
    ("2026年3月1日至4月2日", "day=2026年3月1日至4月2日"),
    ("二〇二六年三月一日", "day=二〇二六年三月一日"),
    ("2026年要办12件事，12个月办完，占30%", "year=2026年"),
    ("〔2026〕3号文件第3条", ""),
    ("看《2026年3月1日示例市档案局通知》", ""),
    ("示例市档案局要会同市档案馆", "unit=示例市档案局 unit=市档案馆"),
    ("市档案局和甲县档案局、县档案局", "unit=市档案局 unit=甲县档案局 unit=县档案局"),
    ("示例市、示例市甲县、甲县的同志", "place=示例市 place=示例市甲县 place=甲县"),
    ("请市委和市委办公室的同志来", "unit=市委"),
    ("何××同志，即何局长，在省会议中心", "person=何×× person=何局长 place=省会议中心"),
    ("没有什么可换的。", ""),
    # A place with what follows it is an organ's name, known or not.
    ("示例市委办公室和中共示例市委", "unit=示例市委办公室 unit=中共示例市委"),
    ("示例市人大常委会、甲县民政局", "unit=示例市人大常委会 unit=甲县民政局"),
    ("示例市要求各县档案局照办", "place=示例市 unit=县档案局"),
    ("示例市的档案局", "place=示例市"),
    # The range as it is called there; terms in days.
    ("全市上下、全县和全市场", "scope=全市 scope=全县"),
    ("4天内办完，15个工作日内报", "days=4 workdays=15"),
    ("第3天、2.5天、04天、全省", "scope=全省"),
]


@pytest.mark.parametrize(("text", "expected"), PROPOSED)
def test_dates_places_and_names_are_proposed(text: str, expected: str) -> None:
    found = [f"{span.kind}={span.value}" for span in proposals(text, KNOWN)]
    assert " ".join(found) == expected


def test_one_value_is_one_parameter_and_another_of_its_kind_a_second() -> None:
    text = "3月1日，示例市档案局开会；4月1日，示例市档案局再开。3月1日的不算。"
    made = adopt(Passage((text, "示例市档案局定。"), "通知", USES["point"]), "", KNOWN)
    told = [(each.name, each.type, each.value, each.times) for each in made.proposed]
    assert told == [
        ("day", "text", "3月1日", 2),
        ("unit", "org", "示例市档案局", 3),
        ("day_2", "text", "4月1日", 1),
    ]


@pytest.mark.parametrize(
    ("date", "type"),
    [
        ("2026年3月1日", "date"),
        ("2026年3月", "date"),
        ("2026年03月1日", "text"),
        ("3月1日", "text"),
    ],
)
def test_a_date_is_one_only_where_it_is_printed_as_it_was_typed(date: str, type: str) -> None:
    made = adopt(Passage((f"{date}开会",), "", USES["point"]), "", Known())
    assert [each.type for each in made.proposed] == [type]
    assert gives_back(made, Passage((f"{date}开会",), "", USES["point"]))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("今天，我们开会。", "我们开会"),
        ("同志们：今天，库房要看一遍。", "库房要看一遍"),
        ("今天，散会。", "今天"),
        ("3月1日，请照办。", "请照办"),
    ],
)
def test_the_first_clause_that_says_something_is_the_title(text: str, title: str) -> None:
    assert adopt(Passage((text,), "", USES["point"]), "", KNOWN).title == title


# -- and given back ---------------------------------------------------------------------------

AWKWARD = [
    "{{ x }}", "{% if x %}{% endif %}", "{# 说明 #}", "}}", "%}", "#}", "{", "}", "{{{", "}}}",
    "{{}}", "｛｛ x ｝｝", "｛%", "%｝", "# 标题", "## 标题", "#标题", "---", "- 一、",
    "甲: 乙 # 丙", "'甲'", '"甲"', "甲\\n乙", "C:\\x7b", "*同志", "null", "~", "true",
    "R&D <b>", "甲\n乙", "甲\n\n\n乙", "甲\t乙", "甲  乙", "{2026年3月1日}", "{何××}",
    "{{何××}}", "}何××{", "2026年3月1日", "〔待填：数字〕", "“甲”——乙……", "甲\u2028乙",
    "甲\x85乙", "甲\ufeff乙", "😀𠮷", '{{ "{{" }}', "{% raw %}{{ x }}{% endraw %}", "100%{",
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words_are_given_back(text: str) -> None:
    for paragraphs in ((text,), ("前一段。", text), (text, f"后一段{text}。")):
        passage = Passage(paragraphs, text, USES["paragraph"], heading=text)
        assert gives_back(adopt(passage, "", KNOWN), passage)


def test_anything_is_given_back() -> None:
    pieces = [*AWKWARD, *"{}{}%#｛｝\\\"' :甲。", "示例市档案局", "何××", "2026年3月", "\n"]
    dice = random.Random(20260301)
    for _ in range(150):
        count = dice.randrange(1, 4)
        words = ("".join(dice.choices(pieces, k=dice.randrange(1, 9))) for _ in range(count))
        paragraphs = tuple(each.strip() or "甲" for each in words)
        passage = Passage(paragraphs, "某文", USES["point"])
        assert gives_back(adopt(passage, "", KNOWN), passage), paragraphs


def test_a_snippet_that_gives_something_else_is_found_out() -> None:
    passage = Passage(("甲 {{ x }}",), "某文", USES["point"])
    made = adopt(passage, "", KNOWN)
    assert not gives_back(made._replace(content=made.content.replace('"{{"', '"{"')), passage)
    other = Passage(("乙",), "某文", USES["point"])
    assert not gives_back(made, other)


# -- from each kind of file -------------------------------------------------------------------


def test_a_point_of_a_document(workspace: Workspace) -> None:
    root = workspace(FILES)
    made = added("documents/speech.yaml", "--key", "sections[0].points[0]")
    first = "{{ day }}前，{{ unit }}要把库房看一遍，{{ day_2 }}前由{{ person }}同志验收。"
    assert made["body"] == f"{first}\n\n看过的逐间签字。\n"
    said = "3月底前，甲区档案局要把库房看一遍，6月30日前由王××同志验收。"
    assert made == {
        "title": "排查库房", "use": "point", "heading": "排查库房", "body": made["body"],
        "params": {
            "day": {"default": "3月底", "doc": "日期"},
            "unit": {"type": "org", "default": "甲区档案局", "doc": "单位"},
            "day_2": {"default": "6月30日", "doc": "日期"},
            "person": {"type": "person", "default": "王××", "doc": "人"},
        },
        "source": {"nature": "自拟", "title": "在全市档案工作会议上的讲话"},
        "samples": [{"expect": f"{said}\n\n看过的逐间签字。"}],
    }  # fmt: skip
    said = printed(root, "own/new", unit="市档案馆", person="李××", day="4月")
    assert said.startswith("4月前，市档案馆要把库房看一遍，6月30日前由李××同志验收。")
    assert Build().check([root]).report.failed is False


def test_the_snippet_can_be_used_at_once(workspace: Workspace) -> None:
    point = "points: [{snippet: own/new, with: {unit: 乙区档案局}}]"
    again = f"kind: speech\nsections: [{{title: 再讲, {point}}}]\n"
    root = workspace({**FILES, "documents/again.yaml": again})
    added("documents/speech.yaml", "--key", "sections[0].points[0]")
    (output,) = Build().build([root / "documents" / "again.yaml"], formats=["txt"]).outputs
    assert "3月底前，乙区档案局要把库房看一遍" in output.written.path.read_text("utf-8")


KEYS = [
    ("closing", "同志们，散会！", "closing"),
    ("结尾", "同志们，散会！", "closing"),
    ("sections[0].lead", "安全是档案工作的命根子。", "transition"),
    ("部分[0].导语[0]", "安全是档案工作的命根子。", "transition"),
    ("sections[0].points[1]", "讲清为什么要查。", "point"),
    ("部分[0].要点[1].正文", "讲清为什么要查。", "point"),
    ("opening", "今天的会，主要任务是部署两项工作。\n\n下面，我讲两点意见。", "opening"),
    ("opening[1]", "下面，我讲两点意见。", "opening"),
]


@pytest.mark.parametrize(("key", "text", "use"), KEYS)
def test_a_key_is_in_either_language(workspace: Workspace, key: str, text: str, use: str) -> None:
    workspace(FILES)
    made = added("documents/speech.yaml", "--key", key)
    assert made["samples"] == [{"expect": text}]
    assert made["use"] == use


def test_a_source_and_what_its_texts_work_out(workspace: Workspace) -> None:
    workspace(FILES)
    made = added("meetings/province.yaml", "--key", "spirit[0]")
    assert made["samples"] == [{"expect": "要抓好两个方面，示例省会议中心就是样子。"}]
    assert made["params"] == {"place": {"default": "示例省会议中心", "doc": "地方"}}
    assert made["source"] == {"nature": "自拟", "title": "全省档案工作会议"}
    task = added("meetings/province.yaml", "--key", "任务[0].内容", id="own/task")
    assert task["body"] == "请{{ unit }}和{{ person }}同志在{{ place }}碰头。\n"


def test_what_cannot_be_worked_out_keeps_its_braces_and_is_told(workspace: Workspace) -> None:
    workspace({"docgen.yaml": "", "documents/a.yaml": "kind: speech\nclosing: 共{{ 几 }}条。\n"})
    result = add("documents/a.yaml", "--id", "own/new")
    assert "documents/a.yaml:2:10: warning N064" in result.output
    assert printed(Path(), "own/new") == "共{{ 几 }}条。"


def test_a_markdown_document_by_paragraph_or_line(workspace: Workspace) -> None:
    front = "---\nkind: speech\ndate: 2026-03-01\n---\n开场的话。\n\n"
    text = f"{front}# 一\n\n## 甲\n\n正文\n一段。\n\n又一段。\n"
    workspace({"docgen.yaml": "", "documents/a.md": text})
    assert added("documents/a.md", "--paragraph", "3")["samples"] == [{"expect": "又一段。"}]
    made = added("documents/a.md", "--lines", "9-14", id="own/lines")
    assert made["samples"] == [{"expect": "正文一段。\n\n又一段。"}]
    assert made["heading"] == "甲"


TEXT = "工作情况\n\n　　2026年3月1日，何局长到会。\n　　第二段折成\n两行\n　　{{ 第三段 }}\n"


@pytest.mark.parametrize(
    ("option", "value", "text"),
    [
        ("--paragraph", "1", "工作情况"),
        ("--paragraph", "2", "2026年3月1日，何局长到会。"),
        ("--paragraph", "3", "第二段折成两行"),
        ("--paragraph", "4", "{{ 第三段 }}"),
        ("--lines", "3-5", "2026年3月1日，何局长到会。\n\n第二段折成两行"),
        ("--lines", "5", "两行"),
    ],
)
def test_a_plain_text(workspace: Workspace, option: str, value: str, text: str) -> None:
    root = workspace({**FILES, "notes/a.txt": TEXT})
    made = added("notes/a.txt", option, value)
    assert made["samples"] == [{"expect": text}]
    assert made["source"]["title"] == "工作情况"
    assert printed(root, "own/new") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_plain_text_in_any_encoding(workspace: Workspace, encoding: str) -> None:
    root = workspace(FILES)
    (root / "a.txt").write_bytes("何局长到会。\r\n".encode(encoding))
    assert added("a.txt")["samples"] == [{"expect": "何局长到会。"}]


def test_a_paragraph_of_a_docx_as_why_counts_them(workspace: Workspace) -> None:
    root = workspace(FILES)
    (output,) = Build().build([root / "documents"]).outputs
    told = CliRunner().invoke(
        cli, ["snippets", "why", str(output.written.path), "--output-format", "json"]
    )
    paragraphs = json.loads(told.output)["paragraphs"]
    wanted = next(each for each in paragraphs if "验收" in each["text"])
    made = added(str(output.written.path), "--paragraph", str(wanted["paragraph"]))
    assert made["samples"] == [{"expect": wanted["text"]}]
    assert made["source"]["title"] == "在全市档案工作会议上的讲话"


def test_a_docx_from_elsewhere_goes_into_the_workspace_one_is_in(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = workspace(FILES)
    document = docx.Document()
    for text in ("关于开会的通知", "", "　　市档案局：请于3月1日到会。", "散会。"):
        document.add_paragraph(text)
    away = tmp_path_factory.mktemp("away") / "通知.docx"
    document.save(str(away))
    made = added(str(away), "--paragraph", "2")
    assert made["body"] == "{{ unit }}：请于{{ day }}到会。\n"
    assert made["source"]["title"] == "关于开会的通知"
    assert (root / "snippets/own/new.md").exists()
    assert not list(away.parent.rglob("*.md"))


# -- what is said, and what is never done -----------------------------------------------------


def test_it_says_what_it_proposed(workspace: Workspace) -> None:
    workspace({**FILES, "a.txt": "市档案局3月1日开会，市档案局记录。\n"})
    result = add("a.txt", "--id", "own/new", "--use", "段落", "--title", "开会")
    assert result.output.splitlines() == [
        "own/new  段落  开会",
        "  unit  单位  市档案局（2处）",
        "  day  日期  3月1日",
        "已写入 snippets/own/new.md",
    ]
    told = json.loads(
        add("a.txt", "--id", "own/other", "--force", "--output-format", "json").output
    )
    assert told["written"] is True
    assert [each["name"] for each in told["params"]] == ["unit", "day"]
    assert told["content"] == Path("snippets/own/other.md").read_text("utf-8")


def test_a_dry_run_writes_nothing(workspace: Workspace) -> None:
    root = workspace({**FILES, "a.txt": "市档案局开会。\n"})
    result = add("a.txt", "--id", "own/new", "--dry-run")
    assert result.exit_code == 0
    assert "{{ unit }}开会。" in result.output
    assert not (root / "snippets").exists()


@pytest.mark.parametrize("id", ["own/there", "closing/call", "别名在此", "own/versions"])
def test_nothing_that_is_there_is_written_over(workspace: Workspace, id: str) -> None:
    card = "---\ntitle: 已有\nuse: point\n{}---\n已有的话。\n"
    own = {
        "snippets/own/there.md": card.format("aliases: [别名在此]\n"),
        "snippets/own/versions@2.md": card.format(""),
    }
    root = workspace({**FILES, **own, "a.txt": "别的话。\n"})
    result = add("a.txt", "--id", id)
    assert result.exit_code == 2
    assert "error N061" in result.output
    files = {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.md")
    }
    assert files == own


def test_a_file_that_has_come_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "own" / "new.md"
    save_new(path, "own/new", "甲\n")
    with pytest.raises(DocgenError, match="own/new"):
        save_new(path, "own/new", "乙\n")
    assert path.read_text("utf-8") == "甲\n"


@pytest.mark.parametrize(
    "id", ["", "../a", "own/../a", "/a", "own/a.md@2", "own//a", "a b", "own/README", ".a"]
)
def test_an_id_that_cannot_be_one_is_refused(workspace: Workspace, id: str) -> None:
    root = workspace({**FILES, "a.txt": "别的话。\n"})
    result = add("a.txt", "--id", id)
    assert result.exit_code == 2
    assert "error N062" in result.output
    assert not list(root.rglob("*.md"))


REFUSED = [
    (["documents/speech.yaml"], "N060"),
    (["documents/speech.yaml", "--paragraph", "99"], "N063"),
    (["documents/speech.yaml", "--key", "结为"], "N063"),
    (["documents/speech.yaml", "--key", ""], "N060"),
    (["documents/speech.yaml", "--key", "sections"], "N066"),
    (["documents/speech.yaml", "--lines", "1-2"], "N063"),
    (["documents/speech.yaml", "--lines", "甲"], "N067"),
    (["documents/speech.yaml", "--lines", "9-3"], "N067"),
    (["documents/speech.yaml", "--use", "要典", "--paragraph", "1"], "N051"),
    (["empty.txt"], "N063"),
    (["picture.png"], "N065"),
    (["documents"], "N065"),
    (["absent.txt"], "W010"),
    (["broken.docx"], "F102"),
    (["broken.yaml"], "S008"),
]


@pytest.mark.parametrize(("arguments", "code"), REFUSED, ids=[" ".join(a) for a, _ in REFUSED])
def test_what_cannot_be_is_told_and_nothing_written(
    workspace: Workspace, arguments: list[str], code: str
) -> None:
    more = {"empty.txt": "\n", "picture.png": "", "broken.docx": "文字", "broken.yaml": "kind: ["}
    root = workspace({**FILES, **more})
    for speech in ("zh", "en"):
        result = CliRunner().invoke(
            cli, ["snippets", "add", *arguments, "--id", "own/new"], env={"DOCGEN_LANG": speech}
        )
        assert f"error {code}" in result.output
        assert result.exit_code == (1 if code in ("F102", "S008") else 2)
    assert not list(root.rglob("*.md"))


LONG = (
    "库房要一间一间看，柜门要一扇一扇开，潮了的当天搬出来晾，晾不干的送去修，"
    "修不好的写清楚放在哪里、谁看过、几时再看，看的人签字，签字的人记住自己看过什么。"
)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (LONG, "100%"),
        (f"各位，{LONG}完了。", "100%"),
        (LONG[:40] + "后面的话完全是另外的意思，同前面没有一点关系，读来读去也读不出来。", "52%"),
    ],
)
def test_what_the_library_has_already_is_not_added_again(
    workspace: Workspace, text: str, share: str
) -> None:
    card = "---\ntitle: 看库房\nuse: point\n---\n短的。\n\n# long\n{}\n"
    root = workspace({**FILES, "snippets/own/there.md": card.format(LONG), "a.txt": f"{text}\n"})
    result = add("a.txt", "--id", "own/new")
    assert result.exit_code == 2
    assert "error N069: 这段话片段库里已经有了：own/there（看库房）" in result.output
    assert share in result.output
    assert not (root / "snippets/own/new.md").exists()
    assert add("a.txt", "--id", "own/new", "--force").exit_code == 0


def test_the_same_short_passage_is_not_added_twice(workspace: Workspace) -> None:
    workspace({**FILES, "a.txt": "市档案局3月1日开会。\n", "b.txt": "市档案局4月1日开会。\n"})
    assert add("a.txt", "--id", "own/a").exit_code == 0
    assert "N069" in add("a.txt", "--id", "own/b").output
    assert "N069" in add("b.txt", "--id", "own/b").output  # only the date is another


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2.二十届四中全会", "二十届四中全会"),
        ("一、守住底线", "守住底线"),
        ("（三）服务群众", "服务群众"),
        ("①抓好培训", "抓好培训"),
        ("三是看一遍", "看一遍"),
        ("2.5倍以上", "2.5倍以上"),
        ("2.", "2."),
    ],
)
def test_the_number_of_a_paragraph_is_not_taken(
    workspace: Workspace, typed: str, text: str
) -> None:
    root = workspace(FILES)
    document = docx.Document()
    document.add_paragraph(typed)
    document.save(str(root / "a.docx"))
    made = added("a.docx")
    assert made["samples"] == [{"expect": text}]
    assert made["title"] == text


def test_a_document_s_sources_are_those_of_its_own_workspace(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    speech = SPEECH.replace("title: 在全市档案工作会议上的讲话", "occasion: province.yaml")
    workspace({**FILES, "documents/speech.yaml": speech})
    home = tmp_path_factory.mktemp("home")
    (home / "docgen.yaml").write_text("org: 示例县档案局\n", encoding="utf-8")
    arguments = ["documents/speech.yaml", "--key", "closing", "-w", str(home)]
    result = add(*arguments, "--id", "own/new")
    assert "S035" not in result.output
    front = (home / "snippets/own/new.md").read_text("utf-8")
    assert "title: 在全省档案工作会议上的讲话" in front


def test_a_paragraph_that_was_printed_from_a_snippet_says_so(workspace: Workspace) -> None:
    root = workspace(FILES)
    (output,) = Build().build([root / "documents"]).outputs
    path = str(output.written.path)
    told = json.loads(
        CliRunner().invoke(cli, ["snippets", "why", path, "--output-format", "json"]).output
    )["paragraphs"]
    number = next(str(each["paragraph"]) for each in told if "closing/call" in str(each))
    result = add(path, "--paragraph", number, "--id", "own/new")
    assert (result.exit_code, "N070" in result.output) == (2, True)
    assert "closing/call@1" in result.output
    assert not (root / "snippets").exists()
    assert add(path, "--paragraph", number, "--id", "own/new", "--force").exit_code == 0


@pytest.mark.parametrize("key", ["sections[1].points[0]", "部分[1].要点[0].片段"])
def test_a_key_that_is_a_snippet_names_it(workspace: Workspace, key: str) -> None:
    root = workspace(FILES)
    result = add("documents/speech.yaml", "--key", key, "--id", "own/new")
    assert (result.exit_code, "N070" in result.output) == (2, True)
    assert "closing/call" in result.output
    assert not (root / "snippets").exists()


def test_whose_words_a_docx_or_txt_has_is_left_to_be_said(workspace: Workspace) -> None:
    workspace({**FILES, "来文.txt": "库房要一间一间看。\n"})
    made = added("来文.txt")
    assert made["source"] == {"nature": "〔待填：原文、转述或自拟〕", "title": "来文"}
    assert Build().check([Path()]).report.failed is False


def test_a_file_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own" / "new.md"
    with pytest.raises(UnicodeEncodeError):
        save_new(path, "own/new", "甲\udcff")
    assert list(tmp_path.rglob("*.md")) == []

    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    save_new(path, "own/new", "甲\n")
    with pytest.raises(DocgenError, match="own/new"):
        save_new(path, "own/new", "乙\n")
    assert [file.read_text("utf-8") for file in path.parent.iterdir()] == ["甲\n"]


def test_bytes_that_are_no_text_are_refused(workspace: Workspace) -> None:
    root = workspace({**FILES, "a.txt": "别的话。\n"})
    for option in ("--title", "--key", "--use"):
        result = add("a.txt", "--id", "own/new", option, "\udcff")
        assert (result.exit_code, "N068" in result.output) == (2, False)
    assert not (root / "snippets").exists()


def test_an_id_needs_a_topic(workspace: Workspace) -> None:
    root = workspace({**FILES, "a.txt": "别的话。\n"})
    result = add("a.txt", "--id", "xy")
    assert (result.exit_code, "error N062" in result.output) == (2, True)
    assert "类别/名称" in result.output
    assert not (root / "snippets").exists()


def test_what_there_is_to_choose_from_is_listed(workspace: Workspace) -> None:
    workspace(FILES)
    lines = add("documents/speech.yaml", "--id", "own/new").output.splitlines()
    assert [line.split()[0] for line in lines[:-2]] == [str(n) for n in range(1, 8)]
    assert "sections[0].points[0].text" in lines[3]
    assert "3月底前，甲区档案局" in lines[3]


def test_the_nearest_key_is_named(workspace: Workspace) -> None:
    workspace(FILES)
    told = add("documents/speech.yaml", "--key", "closin", "--id", "own/new").output
    assert "是不是“closing”？" in told


def test_the_same_passage_gives_the_same_file(workspace: Workspace) -> None:
    root = workspace(FILES)
    contents = set()
    for seed in "012":
        command = [
            sys.executable, "-m", "docgen", "snippets", "add", "documents/speech.yaml",
            "--key", "sections[0].points[0]", "--id", f"own/{seed}", "--force",
        ]  # fmt: skip
        subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        contents.add((root / f"snippets/own/{seed}.md").read_bytes())
    assert len(contents) == 1
