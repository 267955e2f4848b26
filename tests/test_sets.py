"""成套文件: the papers that one meeting file asks for, built, checked and told of one by one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import Workspace
from docgen.base.errors import DocgenError
from docgen.build import Build, Result
from docgen.cli import cli
from docgen.render.reading import read_texts
from docgen.source.workspace import shown

MEETING = """kind: meeting
title: 全市档案工作会议
level: city
org: 示例市档案局
date: 2026-03-12
time: 9:00
place: 三楼会议室
host: {name: 李××, post: 局长}
purpose: 部署全年工作
scope: [各县档案局局长]
agenda: [通报去年情况]
present: [{name: 王××, post: 副市长}]
spirit: [家底要清。]
decisions: [{text: 汛期前查一遍库房。, owner: 市档案局, due: 6月底前}]
tasks: [{title: 查库房, owner: 市档案局, due: 6月底前}]
reply: {by: 2026-03-09, to: 办公室}
"""
NOTICE = "  notice: {date: 2026-03-05, number: 示档发〔2026〕3号, addressee: 各县档案局}\n"
AGENDA = "  agenda:\n"


def asking(papers: str, meeting: str = MEETING) -> dict[str, str]:
    """Return the files of a workspace with one meeting that asks for these papers."""
    return {"meetings/m.yaml": f"{meeting}documents:\n{papers}"}


def paths(result: Result) -> list[str]:
    return [shown(output.written.path) for output in result.outputs]


def told(result: Result, *, infos: bool = False) -> list[str]:
    """Return what was found as ``line:column code``, in the order of the file."""
    found = [d for d in result.report.sorted() if infos or d.severity.word != "info"]
    return [f"{d.place.line}:{d.place.column} {d.code}" for d in found]


def texts(result: Result, name: str) -> list[str]:
    """Return the paragraphs of the output called `name`."""
    (path,) = [o.written.path for o in result.outputs if o.written.path.stem == name]
    return [text for text in read_texts(path.read_bytes()) if text]


def lines(papers: str, workspace: Workspace, name: str, meeting: str = MEETING) -> list[str]:
    workspace(asking(papers, meeting))
    result = Build().build([Path("meetings/m.yaml")])
    assert not result.report.failed
    return texts(result, name)


# -- which files, and where they go --------------------------------------------------------

TARGETS = {
    "the meeting's file": (["meetings/m.yaml"], None, "build/m/"),
    "the meeting's file, into a folder": (["meetings/m.yaml"], "out", "out/"),
    "the workspace": (["."], None, "build/m/"),
    "the workspace, into a folder": (["."], "out", "out/m/"),
    "its meetings": (["meetings"], None, "build/m/"),
    "its meetings, into a folder": (["meetings"], "out", "out/m/"),
    "both, each once": ([".", "meetings/m.yaml"], None, "build/m/"),
}


@pytest.mark.parametrize("case", TARGETS)
def test_a_set_goes_into_a_folder_called_as_its_meeting(case: str, workspace: Workspace) -> None:
    asked, output, folder = TARGETS[case]
    workspace(asking(NOTICE + AGENDA))
    result = Build().build(map(Path, asked), output=Path(output) if output else None)
    assert told(result) == []
    assert paths(result) == [f"{folder}notice.docx", f"{folder}agenda.docx"]


def test_documents_and_sets_are_built_together(workspace: Workspace) -> None:
    workspace(asking(AGENDA) | {"documents/a.yaml": "kind: speech\nopening: 好。\n"})
    assert set(paths(Build().build([Path()]))) == {"build/a.docx", "build/m/agenda.docx"}


def test_a_meeting_beside_its_documents_has_its_set_too(workspace: Workspace) -> None:
    """Without folders: the smallest workspace there is."""
    workspace({"m.yaml": f"{MEETING}documents:\n{AGENDA}"})
    assert paths(Build().build([Path()])) == ["build/m/agenda.docx"]


def test_a_meeting_that_asks_for_nothing_is_a_source(workspace: Workspace) -> None:
    workspace({"meetings/m.yaml": MEETING, "documents/a.yaml": "kind: speech\nopening: 好。\n"})
    assert paths(Build().build([Path()])) == ["build/a.docx"]


def test_a_second_run_changes_nothing(workspace: Workspace) -> None:
    workspace(asking(NOTICE + AGENDA))
    Build().build([Path()])
    assert {o.written.status for o in Build().build([Path()]).outputs} == {"unchanged"}


def test_two_papers_of_one_kind(workspace: Workspace) -> None:
    """Each under a name of its own; only one of them may leave its kind to its name."""
    papers = (
        "  notice: {date: 2026-03-05, number: 示档发〔2026〕3号, addressee: 各县档案局}\n"
        "  给企业的通知: {kind: 通知, date: 2026-03-06, number: 示档发〔2026〕4号, "
        "addressee: 各企业, scope: ''}\n"
    ).replace(", scope: ''", "")
    workspace(asking(papers))
    result = Build().build([Path("meetings/m.yaml")])
    assert told(result) == []
    assert paths(result) == ["build/m/notice.docx", "build/m/给企业的通知.docx"]
    assert "各县档案局：" in texts(result, "notice")
    assert "各企业：" in texts(result, "给企业的通知")


LANGUAGES = {
    "English": (MEETING, "documents:\n  minutes: {date: 2026-03-14, number: 〔2026〕2号}\n"),
    "Chinese kind": (MEETING, "documents:\n  纪要: {日期: 2026-03-14, 期号: 〔2026〕2号}\n"),
    "another name of the kind": (
        MEETING, "成套文件:\n  会议纪要: {成文日期: 2026年3月14日, 文号: 〔2026〕2号}\n",
    ),
    "a name of its own": (
        MEETING, "documents:\n  x: {文种: 纪要, date: 2026-03-14, number: 〔2026〕2号}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LANGUAGES)
def test_a_set_may_be_asked_for_in_either_language(case: str, workspace: Workspace) -> None:
    meeting, asked = LANGUAGES[case]
    workspace({"meetings/m.yaml": meeting + asked})
    result = Build().build([Path("meetings/m.yaml")])
    assert told(result) == []
    (output,) = result.outputs
    assert output.job.member == asked.split("\n")[1].split(":")[0].strip()
    printed = read_texts(output.written.path.read_bytes())
    assert "全市档案工作会议纪要" in printed
    assert "〔2026〕2号" in printed


# -- what a paper takes from its meeting ---------------------------------------------------


def test_a_paper_may_take_everything_from_the_meeting(workspace: Workspace) -> None:
    """An empty value asks for the paper, and no more."""
    assert lines(AGENDA, workspace, "agenda") == [
        "全市档案工作会议议程",
        "（2026年3月12日）",
        "时　间：2026年3月12日（星期四）9:00",
        "地　点：三楼会议室",
        "主持人：局长李××",
        "参加人员：各县档案局局长",
        "一、通报去年情况",
    ]


DATES = {
    # of the day itself: the meeting's
    "agenda": ("agenda:", "（2026年3月12日）"),
    "hosting-script": ("hosting-script:", "（2026年3月12日）"),
    "speech": ("speech: {opening: 好。}", "（2026年3月12日）"),
    # written before or after it: nobody knows when
    "notice": ("notice:", "〔待填：日期〕"),
    "letter": ("letter: {opening: 好。}", "〔待填：日期〕"),
    # given
    "outline, given": ("transmission-outline: {date: 2026-03-13}", "（2026年3月13日）"),
    "notice, given": ("notice: {date: 2026-03-05}", "2026年3月5日"),
}


@pytest.mark.parametrize("case", DATES)
def test_each_paper_has_its_own_date(case: str, workspace: Workspace) -> None:
    asked, date = DATES[case]
    assert date in lines(f"  {asked}\n", workspace, asked.split(":")[0])


@pytest.mark.parametrize("kind", ["minutes", "briefing"])
def test_what_is_issued_later_waits_for_its_date(kind: str, workspace: Workspace) -> None:
    head = next(text for text in lines(f"  {kind}:\n", workspace, kind) if "示例市档案局\t" in text)
    assert "〔待填：日期〕" in head


@pytest.mark.parametrize("kind", ["task-table", "transmission-outline"])
def test_a_table_and_an_outline_may_go_undated(kind: str, workspace: Workspace) -> None:
    assert not any("待填" in text for text in lines(f"  {kind}:\n", workspace, kind))


def test_a_meeting_of_several_days_dates_its_papers_by_the_first(workspace: Workspace) -> None:
    several = MEETING.replace("date: 2026-03-12", "date: {from: 2026-03-12, to: 2026-03-13}")
    assert lines(AGENDA, workspace, "agenda", several)[1] == "（2026年3月12日）"


def test_phrases_follow_the_paper_s_date_not_the_meeting_s(workspace: Workspace) -> None:
    """One set, two wordings: a notice before a phrase's change, minutes after it."""
    old = "---\ntitle: 提法\nuse: phrase\nvalid: {to: 2026-03-10}\n---\n旧提法\n"
    new = "---\ntitle: 提法\nuse: phrase\nvalid: {from: 2026-03-11}\n---\n新提法\n"
    said = "'{{ snippet(\"own/p\") }}。'"
    papers = f"  speech: {{opening: {said}}}\n  letter: {{date: 2026-03-05, opening: {said}}}\n"
    workspace(asking(papers) | {"snippets/own/p.md": old, "snippets/own/p@2.md": new})
    result = Build().build([Path("meetings/m.yaml")])
    assert "新提法。" in texts(result, "speech")
    assert "旧提法。" in texts(result, "letter")


UNITS = {
    "the paper's own": ("org: 市委办公室", "", "市委办公室"),
    "the meeting's": ("", "", "示例市档案局"),
}


@pytest.mark.parametrize("case", UNITS)
def test_a_paper_s_unit(case: str, workspace: Workspace) -> None:
    own, settings, unit = UNITS[case]
    files = asking(f"  notice: {{{own}}}\n") | ({"docgen.yaml": settings} if settings else {})
    workspace(files)
    result = Build().build([Path("meetings/m.yaml")])
    assert f"{unit}文件" in texts(result, "notice")


def test_the_outline_of_a_set_passes_its_meeting_on(workspace: Workspace) -> None:
    written = lines("  transmission-outline: {tasks: show}\n", workspace, "transmission-outline")
    assert written[0] == "全市档案工作会议精神传达提纲"
    assert "一、全市档案工作会议精神" in written
    assert "会议部署了一项任务：" in written


def test_an_outline_may_name_more_sources(workspace: Workspace) -> None:
    """Given, its sources are not implied: the meeting is one of them only where it is named."""
    other = "kind: meeting\ntitle: 全省档案工作会议\nlevel: province\nspirit: [要快。]\n"
    papers = "  transmission-outline: {sources: [above, m]}\n"
    workspace(asking(papers) | {"meetings/above.yaml": other})
    result = Build().build([Path("meetings/m.yaml")])
    assert texts(result, "transmission-outline")[0].replace("\n", "") == (
        "全省、全市档案工作会议精神传达提纲"
    )


def test_a_paper_may_be_about_another_meeting(workspace: Workspace) -> None:
    other = MEETING.replace("全市档案工作会议", "全市档案座谈会").replace("org:", "form:")
    papers = "  agenda: {meeting: other}\n"
    workspace(asking(papers) | {"meetings/other.yaml": other})
    result = Build().build([Path("meetings/m.yaml")])
    assert texts(result, "agenda")[0] == "全市档案座谈会议程"


def test_a_document_of_its_own_is_about_a_meeting_too(workspace: Workspace) -> None:
    """The same paper in documents/, which names the meeting, says the same."""
    alone = {"documents/agenda.yaml": "kind: agenda\nmeeting: m\n"}
    workspace(asking(AGENDA) | alone)
    result = Build().build([Path()])
    first, second = (read_texts(o.written.path.read_bytes()) for o in result.outputs)
    assert first == second


def test_a_paper_without_its_meeting(workspace: Workspace) -> None:
    """An agenda in documents/ must say of what."""
    workspace({"documents/a.yaml": "kind: agenda\n"})
    assert told(Build().build([Path()])) == ["1:1 S023"]


# -- what is wrong is told once, where it is -----------------------------------------------

WRONG: dict[str, tuple[str, list[str], list[str]]] = {
    # the papers, what is told below the meeting's 17 lines, which papers are written
    "a kind that nobody knows": ("  沙龙: {}\n  agenda:\n", ["18:3 S041"], ["agenda"]),
    "a kind that nobody knows, said inside": (
        "  甲: {kind: 沙龙}\n  agenda:\n", ["18:13 S041"], ["agenda"],
    ),
    "a source's kind": ("  甲: {kind: meeting}\n  agenda:\n", ["18:13 S041"], ["agenda"]),
    "a name with a slash": ("  上/下: {kind: agenda}\n  agenda:\n", ["18:3 S040"], ["agenda"]),
    "a name that climbs": ("  ../甲: {kind: agenda}\n  agenda:\n", ["18:3 S040"], ["agenda"]),
    "a name that Windows refuses": (
        '  "甲:乙": {kind: agenda}\n  agenda:\n', ["18:3 S040"], ["agenda"],
    ),
    "a name that is hidden": ("  .甲: {kind: agenda}\n  agenda:\n", ["18:3 S040"], ["agenda"]),
    "words for a paper": ("  notice: 请来开会\n  agenda:\n", ["18:11 S028"], ["agenda"]),
    "a list for a paper": ("  notice: [甲, 乙]\n  agenda:\n", ["18:11 S028"], ["agenda"]),
    "a key that the kind has not": (
        "  agenda: {speaker: 李××}\n  hosting-script:\n", ["18:12 S020"], ["hosting-script"],
    ),
    "a text that cannot be rendered": (
        "  agenda: {opening: '{{ nobody }}'}\n  hosting-script:\n", ["18:21 C002"],
        ["hosting-script"],
    ),
    "two papers with faults": (
        "  agenda: {opening: '{{ nobody }}'}\n  hosting-script: {closng: 散会}\n",
        ["18:21 C002", "19:20 S020"], [],
    ),
    "another meeting that is not there": (
        "  agenda: {meeting: nowhere}\n  hosting-script:\n", ["18:21 S035"], ["hosting-script"],
    ),
    "a value that the paper does not print": (
        "  speech: {opening: 好。, speaker: {name: 李××, post: 局长, role: 讲话}}\n",
        ["18:62 C012"], ["speech"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("asked", ["meetings/m.yaml", "."])
def test_a_fault_of_one_paper_stops_no_other(case: str, asked: str, workspace: Workspace) -> None:
    papers, wanted, written = WRONG[case]
    workspace(asking(papers))
    result = Build().build([Path(asked)])
    own = [each for each in told(result) if not each.endswith("C031")]
    assert own == wanted
    assert [Path(path).stem for path in paths(result)] == written
    asked_for = len([line for line in papers.splitlines() if line.startswith("  ")])
    assert len(result.refused) == asked_for - len(written)


OF_ALL = {
    "a key that a meeting has not": ("nobody: 谁\n", ["17:1 S020"]),
    "no such day": ("absent: [{name: 孙××, psot: 局长}]\n", ["17:22 S020"]),
    "a fault of YAML": ("notes: {{ 甲 }}\n", ["17:8 S012"]),
}


@pytest.mark.parametrize("case", OF_ALL)
def test_a_fault_of_the_meeting_is_told_once_and_stops_the_set(
    case: str, workspace: Workspace
) -> None:
    typed, wanted = OF_ALL[case]
    workspace(asking(NOTICE + AGENDA, MEETING + typed))
    result = Build().build([Path("meetings/m.yaml")])
    assert told(result) == wanted
    assert paths(result) == []
    assert result.refused


def test_a_fault_of_a_meeting_does_not_stop_other_meetings(workspace: Workspace) -> None:
    files = asking(AGENDA) | {"meetings/n.yaml": f"{MEETING}nobody: 谁\ndocuments:\n{AGENDA}"}
    workspace(files)
    assert paths(Build().build([Path()])) == ["build/m/agenda.docx"]


CLASHES = {
    "a document": (AGENDA, {"documents/m/agenda.yaml": "kind: speech\nopening: 好。\n"}),
    "two that differ in case only": ("  agenda:\n  Agenda: {kind: agenda}\n", {}),
}


@pytest.mark.parametrize("case", CLASHES)
def test_two_for_one_output_are_told_before_any_work(case: str, workspace: Workspace) -> None:
    papers, files = CLASHES[case]
    workspace(asking(papers) | files)
    result = Build().build([Path()])
    assert [d.code for d in result.report] == ["W002"]
    assert paths(result) == []


def test_a_paper_asked_for_twice(workspace: Workspace) -> None:
    workspace(asking("  agenda:\n  agenda: {opening: 好。}\n"))
    result = Build().build([Path("meetings/m.yaml")])
    assert "S021" in [d.code for d in result.report] or len(paths(result)) == 1


def test_a_path_inside_a_set_is_no_path(workspace: Workspace) -> None:
    workspace(asking(AGENDA))
    with pytest.raises(DocgenError):
        Build().build([Path("meetings/m.yaml/agenda")])


# -- what is missing, and what is left over ------------------------------------------------


def missing(papers: str, workspace: Workspace, meeting: str) -> list[tuple[str, str]]:
    workspace(asking(papers, meeting))
    report = Build().build([Path("meetings/m.yaml")]).report
    return [(d.code, d.message("zh")) for d in report if d.code in ("C030", "C031")]


def test_what_an_office_expects_is_a_blank_and_a_warning(workspace: Workspace) -> None:
    bare = "kind: meeting\ntitle: 碰头会\nlevel: unit\n"
    found = missing("  notice:\n", workspace, bare)
    assert {code for code, _ in found} == {"C030"}
    parts = "".join(message for _, message in found)
    for part in (
        "会议日期",
        "会议地点",
        "参会范围",
        "报名的办法",
        "发文字号",
        "主送机关",
        "发文单位",
    ):
        assert part in parts
    printed = texts(Build().build([Path("meetings/m.yaml")]), "notice")
    assert sum(text.count("〔待填") for text in printed) >= 8


def test_what_comes_with_the_meeting_is_a_blank_and_no_warning(workspace: Workspace) -> None:
    """Before it was held nobody knows who came and what was decided: nothing is invented."""
    before = "\n".join(
        line
        for line in MEETING.splitlines()
        if not line.startswith(("present", "spirit", "decisions", "tasks"))
    )
    papers = (
        "  minutes: {date: 2026-03-14, number: 〔2026〕2号}\n"
        "  briefing: {date: 2026-03-13, mark: 简报, number: 3, copies: 9}\n  task-table:\n"
    )
    found = missing(papers, workspace, before + "\n")
    assert {code for code, _ in found} == {"C031"}
    result = Build().build([Path("meetings/m.yaml")])
    assert "〔待填：议定事项〕" in texts(result, "minutes")
    assert "出席：〔待填：出席人员〕" in texts(result, "minutes")
    assert "〔待填：会议精神〕" in texts(result, "briefing")


def test_a_final_set_refuses_the_papers_with_blanks_only(workspace: Workspace) -> None:
    workspace(asking("  agenda:\n  notice:\n"))
    result = Build().build([Path("meetings/m.yaml")], final=True)
    assert {d.code for d in result.report if d.severity.word == "error"} == {"C014"}
    assert paths(result) == ["build/m/agenda.docx"]


def test_facts_that_no_paper_prints_are_told(workspace: Workspace) -> None:
    """Of a folder, where all papers are seen; an agenda alone prints no decisions."""
    workspace(asking(AGENDA))
    found = Build().build([Path()]).report
    keys = {d.place.key.split("[")[0].split(".")[0] for d in found if d.code == "C013"}
    assert keys == {"purpose", "present", "spirit", "decisions", "tasks", "reply"}
    assert [d.code for d in Build().build([Path("meetings/m.yaml")]).report] == []


# -- the command line ----------------------------------------------------------------------


def run(*words: str, language: str = "zh") -> tuple[int, str]:
    result = CliRunner(env={"DOCGEN_LANG": language}).invoke(cli, words)
    return result.exit_code, result.output


def test_check_tries_every_paper_and_writes_nothing(workspace: Workspace) -> None:
    workspace(asking(NOTICE + AGENDA))
    status, output = run("check", ".")
    assert status == 0
    assert "检查了2个文件" in output
    assert not Path("build").exists()
    status, output = run("check", "meetings/m.yaml")
    assert (status, "检查了2个文件" in output) == (0, True)


def test_the_json_names_the_paper(workspace: Workspace) -> None:
    workspace(asking(NOTICE + AGENDA))
    _, output = run("build", "meetings/m.yaml", "--output-format", "json")
    whole: dict[str, Any] = json.loads(output)
    outputs = whole["outputs"]
    assert [each["member"] for each in outputs] == ["notice", "agenda"]
    assert {each["source"] for each in outputs} == {"meetings/m.yaml"}
    assert outputs[1]["path"] == "build/m/agenda.docx"


def test_the_words_name_the_paper_that_was_not_built(workspace: Workspace) -> None:
    workspace(asking("  notice: {numbr: 3}\n  agenda:\n"))
    status, output = run("build", "meetings/m.yaml")
    assert status == 1
    assert "meetings/m.yaml（notice）  有错误，没有生成" in output
    assert "build/m/agenda.docx  已生成" in output


def test_the_minutes_of_a_set_s_speech_stand_beside_it(workspace: Workspace) -> None:
    words = "这件事要办好。" * 40
    workspace(asking(f"  agenda:\n  speech: {{minutes: 1, opening: {words}}}\n"))
    _, output = run("build", "meetings/m.yaml")
    first, second = (line for line in output.splitlines() if line.startswith("build/"))
    assert "分钟" not in first
    assert "约1分钟" in second


def test_before_the_meeting_an_outline_says_what_is_still_to_come(workspace: Workspace) -> None:
    workspace(
        {
            "meetings/m.yaml": "kind: meeting\ntitle: 碰头会\nlevel: unit\ndate: 2026-03-12\n"
            "documents:\n  transmission-outline:\n"
        }
    )
    result = Build().build([Path("meetings/m.yaml")], final=True)
    assert "C014" in [diagnostic.code for diagnostic in result.report]
    assert "C031" in [diagnostic.code for diagnostic in result.report]
    assert not list(Path().rglob("*.docx"))
