"""A point that names a topic has its passage from the library; a speech is measured in minutes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import Workspace
from docgen.base.diagnostics import Diagnostic, Report
from docgen.build import Build
from docgen.cli import cli
from docgen.compose.speech_length import characters
from docgen.library.snippets import Snippets
from docgen.library.topics import Topic, passages_named
from docgen.source.workspace import find_workspace

# Words that no shipped snippet has: only those of a test are about bees.
TOPIC = "养蜂合作社"


def passage(
    text: str, *, tags: str = TOPIC, title: str = "名称", use: str = "point", more: str = ""
) -> str:
    return f"---\ntitle: {title}\nuse: {use}\ntags: [{tags}]\n{more}---\n{text}\n"


def speech(*points: str, more: str = "", date: str = "2026-03-01") -> str:
    listed = "".join(f"      - {point}\n" for point in points)
    head = f"kind: speech\ntitle: 讲话\n{f'date: {date}' if date else ''}\n{more}"
    return f"{head}sections:\n  - title: 养蜂\n    series: none\n    points:\n{listed}"


def printed(root: Path, document: str = "") -> list[str]:
    """Build and return the paragraphs below the heading; nothing may be wrong."""
    result = Build().build([root / document], formats=["txt"])
    assert [told(d) for d in result.report if d.severity.word != "info"] == []
    lines = result.outputs[0].written.path.read_text("utf-8").splitlines()
    return [
        line for line in lines[next(i for i, s in enumerate(lines) if "一、" in s) + 1 :] if line
    ]


def told(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place}: {diagnostic.code}: {diagnostic.message('zh')}"


def faults(root: Path) -> list[str]:
    return [told(d) for d in Build().build([root], formats=["txt"]).report if d.code != "C024"]


# -- which passage -------------------------------------------------------------------------

LIBRARY = {
    "snippets/a/text.md": passage("正文里有养蜂合作社。", tags="别的", title="正文里有"),
    "snippets/b/name.md": passage("名称里有。", tags="别的", title="办好养蜂合作社"),
    "snippets/c/part.md": passage("标签里有一部分。", tags="养蜂合作社章程"),
    "snippets/d/tag.md": passage("是标签。"),
    "snippets/e/phrase.md": passage("提法不是一段话。", use="phrase"),
    "snippets/f/closing.md": passage("结尾也不是。", use="closing"),
    "snippets/g/tag-too.md": passage("也是标签。", use="paragraph"),
}


def test_a_topic_inside_a_longer_tag_is_found(workspace: Workspace) -> None:
    root = workspace({
        "snippets/a/winter.md": passage("箱门要收窄，饲料要备足。", tags="养蜂合作社越冬管理"),
        "documents/a.yaml": speech("{topic: 越冬管理}"),
    })  # fmt: skip
    assert any("箱门要收窄" in line for line in printed(root))
    # By its tag: not only because some text has been read for it.
    library = Snippets(find_workspace(root, Report()))
    found = passages_named(Topic(["越冬管理"], "", None, level_known=False), library)
    assert [snippet.id for snippet in found] == ["a/winter"]


def test_tags_come_before_names_and_names_before_texts(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": speech(*[f"{{topic: {TOPIC}}}"] * 5), **LIBRARY})
    assert printed(root) == [
        "是标签。", "也是标签。", "标签里有一部分。", "名称里有。", "正文里有养蜂合作社。",
    ]  # fmt: skip


def test_phrases_and_closings_are_never_chosen(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": speech(*[f"{{topic: {TOPIC}}}"] * 6), **LIBRARY})
    (fault,) = faults(root)
    assert fault.startswith("documents/a.yaml:13:17: C021")


@pytest.mark.parametrize("topic", ["[养蜂合作社, 采蜜]", "养蜂合作社 采蜜", "采蜜、养蜂合作社"])
def test_every_word_has_to_match(topic: str, workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(f'{{topic: {topic}}}'),
        "snippets/a/one.md": passage("只有一个词。"),
        "snippets/b/both.md": passage("两个词都有。", tags="采蜜, 养蜂合作社"),
        "snippets/c/apart.md": passage("一个词在名称里。", title="采蜜"),
    })  # fmt: skip
    assert printed(root) == ["两个词都有。"]


def test_words_may_be_found_in_different_places(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech("{topic: 养蜂合作社 花期}", "{topic: 养蜂合作社 采蜜}"),
        "snippets/a/one.md": passage("按花期来。"),
        "snippets/b/two.md": passage("轮流来。", title="采蜜"),
    })  # fmt: skip
    assert printed(root) == ["按花期来。", "轮流来。"]


def test_the_narrower_is_more_to_the_point(workspace: Workspace) -> None:
    organ = "org: 示例市人民政府办公室\n"
    root = workspace({
        "documents/a.yaml": speech(*[f"{{topic: {TOPIC}}}"] * 4, more=organ),
        "snippets/a/any.md": passage("哪里都能用。"),
        "snippets/b/kind.md": passage("两个文种。", more="kinds: [speech, annual-plan]\n"),
        "snippets/c/kind.md": passage("一个文种。", more="kinds: [speech]\n"),
        "snippets/d/level.md": passage("两级能用。", more="levels: [city, county]\n"),
    })  # fmt: skip
    assert printed(root) == ["一个文种。", "两个文种。", "两级能用。", "哪里都能用。"]


def test_one_for_certain_levels_comes_last_where_the_level_is_not_known(
    workspace: Workspace,
) -> None:
    root = workspace({
        "documents/a.yaml": speech(*[f"{{topic: {TOPIC}}}"] * 2),
        "snippets/a/level.md": passage("乡镇能用。", more="levels: [township]\n"),
        "snippets/b/any.md": passage("哪里都能用。"),
    })  # fmt: skip
    assert printed(root) == ["哪里都能用。", "乡镇能用。"]


def test_kind_level_and_window_are_respected(workspace: Workspace) -> None:
    files = {
        "snippets/a/kind.md": passage("文种不对。", more="kinds: [annual-plan]\n"),
        "snippets/b/level.md": passage("级别不对。", more="levels: [township]\n"),
        "snippets/c/over.md": passage("过期了。", more="valid: {to: 2026-02-28}\n"),
        "snippets/d/right.md": passage("能用。", more="valid: {from: 2026-03-01}\n"),
    }
    document = speech(f"{{topic: {TOPIC}}}", more="org: 示例省人民政府办公厅\n")
    assert printed(workspace({"documents/a.yaml": document, **files})) == ["能用。"]


@pytest.mark.parametrize(
    ("date", "words"),
    [("2025-12-31", "旧。"), ("2026-01-01", "新。"), ("2026-12-31", "新。"), ("", "不管哪天。")],
)
def test_the_version_is_that_of_the_day(date: str, words: str, workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}", date=date),
        "snippets/a/old.md": passage("旧。", more="valid: {to: 2025-12-31}\n"),
        "snippets/a/old@2.md": passage("新。", more="valid: {from: 2026-01-01}\n"),
        "snippets/b/always.md": passage("不管哪天。"),
    })  # fmt: skip
    assert printed(root) == [words]


def test_it_is_the_version_of_the_day_that_has_to_match(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}"),
        "snippets/a/one.md": passage("旧。", more="valid: {to: 2025-12-31}\n"),
        "snippets/a/one@2.md": passage("新。", tags="别的", more="valid: {from: 2026-01-01}\n"),
        "snippets/b/two.md": passage("旧。", tags="别的", more="valid: {to: 2026-12-31}\n"),
        "snippets/b/two@2.md": passage("新。", more="valid: {from: 2027-01-01}\n"),
        "snippets/c/any.md": passage("别的片段。"),
    })  # fmt: skip
    assert printed(root) == ["别的片段。"]


# -- the document's own line of work -------------------------------------------------------

LINES = {
    "snippets/a/flood.md": passage("汛期的。", tags=f"{TOPIC}, 防汛应急"),
    "snippets/b/archives.md": passage("档案的。", tags=f"{TOPIC}, 档案工作"),
    "snippets/c/any.md": passage("哪里都有。"),
    "snippets/d/old.md": passage("老同志都来。"),
}


def titled(title: str, number: int, org: str = "") -> str:
    listed = ", ".join([f"{{topic: {TOPIC}}}"] * number)
    head = f"kind: speech\ntitle: {title}\ndate: 2026-03-01\n" + (f"org: {org}\n" if org else "")
    return f"{head}sections: [{{title: 养蜂, series: none, points: [{listed}]}}]\n"


@pytest.mark.parametrize(
    ("title", "org", "words"),
    [
        ("在全市档案工作会议上的讲话", "", ["档案的。", "哪里都有。"]),
        ("讲话", "示例市档案局", ["档案的。", "哪里都有。"]),
        ("在全市防汛工作会议上的讲话", "", ["汛期的。", "哪里都有。"]),
        # What it is about comes before whose it is.
        ("在防汛工作会议上的讲话", "示例市档案局", ["汛期的。", "档案的。", "哪里都有。"]),
        ("在老干部工作会议上的讲话", "", ["老同志都来。", "哪里都有。"]),
        ("讲话", "", ["汛期的。", "档案的。", "哪里都有。"]),
    ],
)
def test_passages_of_the_document_s_own_line_of_work_come_first(
    title: str, org: str, words: list[str], workspace: Workspace
) -> None:
    document = titled(title, len(words), org)
    assert printed(workspace({"documents/a.yaml": document, **LINES})) == words


def test_a_source_s_title_tells_the_line_of_work(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": "kind: transmission-outline\nsources: [m.yaml]\ndate: 2026-03-01\n"
        f"implementation: [{{topic: {TOPIC}}}]\nseries: none\n",
        "meetings/m.yaml": "kind: meeting\ntitle: 全省档案工作会议\nlevel: province\n"
        "date: 2026-02-20\nspirit: [甲。]\n",
        **LINES,
    })  # fmt: skip
    assert printed(root)[-1] == "档案的。"


def test_the_snippets_it_names_tell_the_line_of_work(workspace: Workspace) -> None:
    more = passage("写明的。", tags="档案工作")
    document = titled("讲话", 1) + "closing: {snippet: e/named}\n"
    root = workspace({"documents/a.yaml": document, "snippets/e/named.md": more, **LINES})
    assert printed(root)[0] == "档案的。"


def test_another_line_of_work_is_taken_last_and_told(workspace: Workspace) -> None:
    """Even after what only says the words: a text on archives does not belong here."""
    root = workspace({
        "documents/a.yaml": titled("在防汛工作会议上的讲话", 3),
        "snippets/a/archives.md": passage("档案的。", tags=f"{TOPIC}, 档案工作"),
        "snippets/b/saying.md": passage("也说养蜂合作社。", tags="别的"),
        "snippets/c/flood.md": passage("防汛也说养蜂合作社。", tags="别的"),
    })  # fmt: skip
    result = Build().build([root], formats=["txt"])
    text = result.outputs[0].written.path.read_text("utf-8")
    assert text.splitlines()[-3:] == ["防汛也说养蜂合作社。", "也说养蜂合作社。", "档案的。"]
    (fault,) = (told(d) for d in result.report if d.severity.word == "warning")
    assert fault.endswith(
        "C029: 主题“养蜂合作社”没有讲防汛应急的片段可用，选了讲档案工作的 a/archives（名称）"
    )


def test_a_topic_that_names_a_line_of_work_asks_for_it(workspace: Workspace) -> None:
    document = titled("在防汛工作会议上的讲话", 1).replace(TOPIC, f"{TOPIC} 档案工作")
    assert printed(workspace({"documents/a.yaml": document, **LINES})) == ["档案的。"]


def test_a_line_of_work_of_one_s_own_is_known_by_its_tag(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": titled("讲话", 1, "示例市水产养殖局"),
        "snippets/a/any.md": passage("哪里都有。"),
        "snippets/b/own.md": passage("自己的。", tags=f"{TOPIC}, 水产养殖工作"),
    })  # fmt: skip
    assert printed(root) == ["自己的。"]


def test_what_shares_more_of_the_document_s_words_comes_first(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": titled("在采蜜现场会上的讲话", 1),
        "snippets/a/any.md": passage("别的。"),
        "snippets/b/near.md": passage("近的。", tags=f"{TOPIC}, 采蜜"),
    })  # fmt: skip
    assert printed(root) == ["近的。"]


@pytest.mark.parametrize(
    ("line", "topic", "belongs"),
    [
        ("在全市档案工作会议上的讲话", "作风", "archives"),
        ("在全市防汛工作会议上的讲话", "作风", "flood"),
        ("在全市老干部工作会议上的讲话", "安全", "duty/holiday"),
        ("在全市机关党建工作会议上的讲话", "学习", "party"),
    ],
)
def test_the_shipped_passages_are_of_the_document_s_line(
    line: str, topic: str, belongs: str, workspace: Workspace
) -> None:
    root = workspace({"documents/a.yaml": titled(line, 1).replace(TOPIC, topic)})
    (chosen,) = [d.facts["id"] for d in Build().build([root]).report if d.code == "C024"]
    assert belongs in str(chosen)


# -- tasks -----------------------------------------------------------------------------------


def plan(*tasks: str, more: str = "") -> str:
    listed = "".join(f"      - {task}\n" for task in tasks)
    head = f"kind: annual-plan\ntitle: 要点\nyear: 2026\ndate: 2026-02-01\n{more}"
    return f"{head}sections:\n  - title: 养蜂\n    tasks:\n{listed}"


def test_a_task_may_name_a_topic(workspace: Workspace) -> None:
    tasks = [f"{{topic: {TOPIC}, owner: 养蜂站}}", f"{{任务: 自己的, 主题: {TOPIC}}}"]
    root = workspace({
        "documents/a.yaml": plan(*tasks),
        "snippets/a/one.md": passage("甲。", more="heading: 片段的\n"),
        "snippets/b/two.md": passage("乙。", more="heading: 片段的\n"),
    })  # fmt: skip
    assert printed(root)[:2] == ["1.片段的。甲。（牵头单位：养蜂站）", "2.自己的。乙。"]
    root = workspace({"documents/a.yaml": plan(*tasks, more="task_table: true\n")})
    assert [line for line in printed(root) if "片段的" in line][1:] == ["1\t片段的\t养蜂站"]


def test_a_task_of_a_source_may_not(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": plan("{from: m.yaml}"),
        "meetings/m.yaml": "kind: meeting\ntitle: 全省养蜂会议\nlevel: province\n"
        f"date: 2026-01-20\ntasks: [{{topic: {TOPIC}}}]\n",
        "snippets/a/one.md": passage("甲。"),
    })  # fmt: skip
    assert [fault.split(": ")[1] for fault in faults(root)] == ["C023"]


# -- never twice ---------------------------------------------------------------------------


def test_what_is_named_anywhere_in_the_document_is_not_chosen(workspace: Workspace) -> None:
    more = "opening: [\"{{ snippet('d/call') }}\", {snippet: 甲}]\nclosing: {snippet: c/last}\n"
    root = workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}", "{snippet: b/named@1}", more=more),
        "snippets/a/alias.md": passage("别名。", more="aliases: [甲]\n"),
        "snippets/b/named.md": passage("后面写明的。"),
        "snippets/c/last.md": passage("结尾写明的。"),
        "snippets/d/call.md": passage('套着的：{{ snippet("e/inner") }}'),
        "snippets/e/inner.md": passage("里面的。"),
        "snippets/f/outer.md": passage('外面套着：{{ snippet("e/inner") }}'),
        "snippets/g/left.md": passage("剩下的。"),
    })  # fmt: skip
    assert printed(root)[0] == "剩下的。"


def test_the_point_with_the_fewest_passages_is_served_first(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}", "{topic: 采蜜}"),
        "snippets/a/only.md": passage("唯一讲采蜜的。", tags="养蜂合作社, 采蜜"),
        "snippets/b/other.md": passage("讲别的。"),
    })  # fmt: skip
    assert printed(root) == ["讲别的。", "唯一讲采蜜的。"]


def test_what_is_found_in_texts_only_is_taken_last(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech("{topic: 花期很长}", f"{{topic: {TOPIC}}}"),
        "snippets/a/only.md": passage("花期很长。"),
        "snippets/b/other.md": passage("也是花期很长。", tags="别的"),
    })  # fmt: skip
    assert printed(root) == ["也是花期很长。", "花期很长。"]


def test_phrases_in_a_passage_may_come_again(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(*[f"{{topic: {TOPIC}}}"] * 2),
        "snippets/a/phrase.md": passage("提法", use="phrase", tags="别的"),
        "snippets/b/one.md": passage('甲{{ snippet("a/phrase") }}。'),
        "snippets/c/two.md": passage('乙{{ snippet("a/phrase") }}。'),
    })  # fmt: skip
    assert printed(root) == ["甲提法。", "乙提法。"]


def test_points_below_points_have_theirs_too(workspace: Workspace) -> None:
    outer = f"{{topic: {TOPIC}, series: none, points: [{{topic: {TOPIC}}}, {{text: 丙。}}]}}"
    root = workspace({
        "documents/a.yaml": speech(outer, f"{{topic: {TOPIC}}}"),
        "snippets/a/one.md": passage("甲"),
        "snippets/a/three.md": passage("乙。"),
        "snippets/a/two.md": passage("丁。"),
    })  # fmt: skip
    assert printed(root) == ["甲：", "乙。", "丙。", "丁。"]


def test_an_outline_has_its_own_passages_chosen(workspace: Workspace) -> None:
    """What it passes on of a meeting counts as used."""
    root = workspace({
        "documents/a.yaml": "kind: transmission-outline\nsources: [m.yaml]\ndate: 2026-03-01\n"
        f"implementation: [{{topic: {TOPIC}}}]\nseries: none\n",
        "meetings/m.yaml": "kind: meeting\ntitle: 全省养蜂会议\nlevel: province\n"
        "date: 2026-02-20\nspirit: [{snippet: a/said}]\n",
        "snippets/a/said.md": passage("会上说过。"),
        "snippets/b/left.md": passage("还没有说。"),
    })  # fmt: skip
    assert printed(root)[-1] == "还没有说。"


# -- parameters and variants ---------------------------------------------------------------

ASKING = {
    "snippets/a/asks.md": passage("{{ days }}天一换。", more="params: {days: {type: int}}\n"),
    "snippets/b/default.md": passage("{{ who }}来。", more="params: {who: 社员}\n"),
    "snippets/c/plain.md": passage("都行。"),
}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", ["社员来。", "都行。"]),
        (", with: {days: 3}", ["3天一换。"]),
        (", with: {who: 各村}", ["各村来。"]),
    ],
)
def test_only_what_its_parameters_allow(given: str, words: list[str], workspace: Workspace) -> None:
    points = [f"{{topic: {TOPIC}{given}}}"] * len(words)
    assert printed(workspace({"documents/a.yaml": speech(*points), **ASKING})) == words


def test_a_snippet_that_cannot_be_rendered_here_is_passed_over(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}"),
        "snippets/a/org.md": passage("{{ org }}来。"),
        "snippets/b/plain.md": passage("都行。"),
    })  # fmt: skip
    assert printed(root) == ["都行。"]


def test_the_variant_is_taken_where_there_is_one(workspace: Workspace) -> None:
    point = f"{{topic: {TOPIC}, variant: short}}"
    root = workspace({
        "documents/a.yaml": speech(point, point),
        "snippets/a/long.md": passage("只有长的。"),
        "snippets/b/both.md": passage("长的。\n\n# short\n短的。"),
    })  # fmt: skip
    result = Build().build([root], formats=["txt"])
    assert [d.code for d in result.report if d.severity.word == "warning"] == ["C025"]
    text = result.outputs[0].written.path.read_text("utf-8")
    assert text.endswith("短的。\n只有长的。\n")


def test_its_heading_stands_unless_the_point_has_one(workspace: Workspace) -> None:
    root = workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}", f"{{topic: {TOPIC}, title: 自己的}}"),
        "snippets/a/one.md": passage("甲。", more="heading: 片段的\n"),
        "snippets/b/two.md": passage("乙。", more="heading: 片段的\n"),
    })  # fmt: skip
    assert printed(root) == ["片段的。甲。", "自己的。乙。"]


def test_a_blank_topic_is_a_blank(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": speech("{topic: 〔待填：讲什么〕}")})
    assert printed(root) == ["〔待填：讲什么〕"]
    (fault,) = Build().build([root], final=True).report
    assert (fault.code, str(fault.place)) == ("C014", "documents/a.yaml:8:17")


# -- what is told --------------------------------------------------------------------------


def test_build_says_what_it_chose(workspace: Workspace) -> None:
    topics = [f"{{topic: {TOPIC}}}", f"{{topic: {TOPIC} 采蜜}}"]
    workspace({
        "documents/a.yaml": speech(*topics),
        "snippets/b/one.md": passage("甲。"),
        "snippets/a/two.md": passage("乙。", tags="养蜂合作社, 采蜜", title="轮班"),
    })  # fmt: skip
    build = [["build", "--format", "txt,md"], ["build", "-v"], ["build", "--output-format", "json"]]
    plain, verbose, whole = (CliRunner().invoke(cli, words).output for words in build)
    assert plain.splitlines() == [
        "build/a.txt  已生成  5段",
        "  选用 2 个片段：b/one、a/two",
        "build/a.md  已生成  5段",
    ]
    chose = "主题“养蜂合作社”选用了片段 b/one（名称）"
    assert f"documents/a.yaml:8:17: info C024: {chose}" in verbose
    assert chose in whole


def test_json_says_what_was_chosen_and_how_long_it_takes(workspace: Workspace) -> None:
    workspace({
        "documents/a.yaml": speech(f"{{topic: {TOPIC}}}", "{topic: 采蜜}", more="minutes: 1\n"),
        "documents/b.yaml": speech("甲。"),
        "snippets/b/one.md": passage("甲。"),
        "snippets/a/two.md": passage("乙。", tags="采蜜", title="轮班"),
    })  # fmt: skip
    told = json.loads(CliRunner().invoke(cli, ["build", "--output-format", "json"]).output)
    one, other = told["outputs"]
    assert (one["minutes"], one["characters"]) == (0, len("一养蜂甲乙"))
    assert one["chosen"] == [
        {"topic": TOPIC, "id": "b/one", "title": "名称", "foreign": False, "line": 9,
         "key": "sections[0].points[0].topic"},
        {"topic": "采蜜", "id": "a/two", "title": "轮班", "foreign": False, "line": 10,
         "key": "sections[0].points[1].topic"},
    ]  # fmt: skip
    assert (other["minutes"], other["characters"], other["chosen"]) == (None, None, [])


def test_a_document_without_topics_reads_no_snippet_it_does_not_name(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace({
        "documents/a.yaml": speech("{snippet: a/one}"),
        "snippets/a/one.md": passage("甲。"),
        "snippets/b/two.md": passage("乙。"),
    })  # fmt: skip
    opened: list[str] = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path.name) or read(path))
    assert printed(root) == ["甲。"]
    assert [name for name in opened if name.endswith(".md")] == ["one.md"]


def test_either_language_chooses_the_same(workspace: Workspace) -> None:
    documents = {
        "english/documents/a.yaml": "kind: speech\ntitle: 讲话\nminutes: 1\nsections:\n"
        f"  - {{title: 养蜂, points: [{{topic: {TOPIC}, variant: short, with: {{who: 各村}}}}]}}\n",
        "chinese/documents/a.yaml": "文种: 讲话稿\n标题: 讲话\n时长: 1\n部分:\n"
        f"  - {{标题: 养蜂, 要点: [{{主题: {TOPIC}, 变体: short, 参数: {{who: 各村}}}}]}}\n",
    }
    more = "params: {who: 社员}\n"
    library = {
        "snippets/a.md": passage("{{ who }}长。", more=more),
        "snippets/b.md": passage("{{ who }}长。\n\n# short\n{{ who }}短。", more=more),
    }
    for language in ("english", "chinese"):
        documents |= {f"{language}/{name}": text for name, text in library.items()}
    root = workspace(documents)
    results = [Build().build([root / name], formats=["txt"]) for name in ("english", "chinese")]
    english, chinese = (result.outputs[0].written.path.read_bytes() for result in results)
    assert english == chinese
    assert english.decode().endswith("各村短。\n")
    codes = [[d.code for d in result.report] for result in results]
    assert codes == [["C024", "C028"]] * 2


def test_the_shipped_library_is_good_for_every_head_of_the_work(workspace: Workspace) -> None:
    """The heads that a report on this work has, twice each, for a speech and for an outline."""
    heads = [
        "政治建设", "思想建设", "组织建设", "作用发挥", "精准服务", "信息化", "阵地建设",
        "队伍建设", "作风", "督查考核",
    ]  # fmt: skip
    points = [f"{{topic: {head}}}" for head in heads for _ in range(2)]
    root = workspace({"documents/a.yaml": speech(*points, more="org: 中共示例市委办公室\n")})
    result = Build().build([root], formats=["txt"])
    assert [told(d) for d in result.report if d.severity.word != "info"] == []
    chosen = [d.facts["id"] for d in result.report if d.code == "C024"]
    assert len(set(chosen)) == len(points)


# -- minutes -------------------------------------------------------------------------------


def timed(minutes: str, *, count: int, pace: str = "") -> dict[str, str]:
    document = f"kind: speech\ntitle: 讲话不算\nminutes: {minutes}\nopening: {'讲' * count}。\n"
    return {"documents/a.yaml": document, **({"docgen.yaml": f"pace: {pace}\n"} if pace else {})}


@pytest.mark.parametrize(
    ("minutes", "count", "pace", "code", "said"),
    [
        ("20", 4800, "", "C027", "约 20 分钟，4800 字；要求 20 分钟"),
        ("20", 4320, "", "C027", "约 18 分钟，4320 字；要求 20 分钟"),
        ("20", 4080, "", "C027", "约 17 分钟，4080 字；要求 20 分钟"),
        ("20", 4079, "", "C028", "约 17 分钟，4079 字；要求 20 分钟"),
        ("20分钟", 5520, "", "C027", "约 23 分钟，5520 字；要求 20 分钟"),
        ("20", 5521, "", "C028", "约 23 分钟，5521 字；要求 20 分钟"),
        ("3", 600, "200", "C027", "约 3 分钟，600 字；要求 3 分钟"),
        ("3", 600, "", "C028", "约 2.5 分钟，600 字；要求 3 分钟"),
    ],
)
def test_the_length_is_told_against_the_minutes(
    minutes: str, count: int, pace: str, code: str, said: str, workspace: Workspace
) -> None:
    root = workspace(timed(minutes, count=count, pace=pace))
    (found,) = Build().build([root]).report
    assert told(found) == f"documents/a.yaml:3:10: {code}: {said}"


@pytest.mark.parametrize(("minutes", "pace"), [("0", ""), ("-5", ""), ("20", "0")])
def test_a_number_that_is_none_is_told_what_to_be(
    minutes: str, pace: str, workspace: Workspace
) -> None:
    (found,) = Build().build([workspace(timed(minutes, count=10, pace=pace))]).report
    assert found.code == "C026"
    assert "要写大于 0 的整数" in found.message("zh")


def test_the_warning_says_how_many_are_too_many_or_too_few(workspace: Workspace) -> None:
    for count, advice in ((5600, "多了 800 字"), (4000, "少了 800 字")):
        (found,) = Build().build([workspace(timed("20", count=count))]).report
        assert found.hint("zh") == f"按每分钟 240 字算，{advice}。"


def test_the_line_of_the_file_says_the_minutes(workspace: Workspace) -> None:
    workspace(timed("18", count=4320))
    output = CliRunner().invoke(cli, ["build"]).output
    assert output == "build/a.docx  已生成  2段  约18分钟\n"


def test_what_is_not_spoken_does_not_count(workspace: Workspace) -> None:
    table = "    table: {head: [事项, 时间], rows: [[归档, 3月]]}\n"
    document = speech("甲乙", more="minutes: 1\nsalutation: 同志们\nclosing: 谢谢〔待填：谁〕！\n")
    root = workspace({"documents/a.yaml": document + table})
    (found,) = Build().build([root]).report
    assert found.facts["characters"] == len("同志们一养蜂甲乙谢谢")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("同志们：", 3),
        ("2026年，12.5%", 8),
        ("用WPS和Word 打开", 6),
        ("二〇二六𠮷𠀀", 6),
        ("……！", 0),
    ],
)
def test_characters(text: str, count: int) -> None:
    assert characters(text) == count


def test_a_speech_with_errors_is_not_measured(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": speech("{topic: 没有的词儿}", more="minutes: 20\n")})
    assert [fault.split(": ")[1] for fault in faults(root)] == ["C020"]
