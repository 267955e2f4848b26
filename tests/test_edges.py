"""Small things a clerk types, and files that lie where nobody expects them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import Workspace
from docgen.build import Build, Result
from docgen.render.reading import read_texts

MEETING = "kind: meeting\ntitle: 全省档案工作会议\nlevel: province\nspirit: [会议很重要。]\n"
OUTLINE = "kind: transmission-outline\ntitle: 提纲\nsources: {sources}\n"


def built(root: Path) -> tuple[Result, list[str]]:
    result = Build().build([root])
    texts = [read_texts(o.written.path.read_bytes()) for o in result.outputs]
    return result, [text for each in texts for text in each]


def codes(result: Result) -> list[str]:
    return [d.code for d in result.report if d.severity.word != "info"]


@pytest.mark.parametrize("key", ["series", "numbering"])
def test_a_blank_where_nothing_is_printed_is_as_if_not_given(
    key: str, workspace: Workspace
) -> None:
    speech = (
        f"kind: speech\ntitle: 题\n{key}: 〔待填〕\nsections: [{{title: 甲, points: [乙。]}}]\n"
    )
    result, texts = built(workspace({"documents/a.yaml": speech}))
    assert codes(result) == []
    assert texts[-1] == "（一）乙。"


@pytest.mark.parametrize("item", ["''", "{}", "{points: [乙]}"])
def test_an_item_without_words_is_told(item: str, workspace: Workspace) -> None:
    speech = f"kind: speech\ntitle: 题\nsections: [{{title: 甲, points: [丙。, {item}]}}]\n"
    result, _ = built(workspace({"documents/a.yaml": speech}))
    assert codes(result) == ["C016"]


@pytest.mark.parametrize("task", ["{owner: 某局}", "''"])
def test_a_task_without_words_is_told(task: str, workspace: Workspace) -> None:
    plan = f"kind: annual-plan\nyear: 2026\nsections: [{{title: 甲, tasks: [{task}]}}]\n"
    assert codes(built(workspace({"documents/a.yaml": plan}))[0]) == ["C016"]


@pytest.mark.parametrize(
    ("due", "expected"),
    [("6月31日", ["S025"]), ("13月2日", ["S025"]), ("2月29日", ["S080"]), ("8月底前", [])],
)
def test_a_day_that_no_year_has_is_told(
    due: str, expected: list[str], workspace: Workspace
) -> None:
    tasks = f"[{{title: 乙, text: 办好。, due: {due}}}]"
    plan = f"kind: annual-plan\nyear: 2026\nsections: [{{title: 甲, tasks: {tasks}}}]\n"
    assert codes(built(workspace({"documents/a.yaml": plan}))[0]) == expected


@pytest.mark.parametrize("year", ["26", "0", "99999", "二〇二六"])
def test_a_year_has_four_digits(year: str, workspace: Workspace) -> None:
    plan = f"kind: annual-plan\nyear: {year}\nsections: [{{title: 甲, tasks: [乙。]}}]\n"
    assert codes(built(workspace({"documents/a.yaml": plan}))[0]) == ["S028"]


def test_a_note_follows_a_closed_sentence(workspace: Workspace) -> None:
    tasks = "[{title: 乙, text: 分批轮训, owner: 某局}]"
    plan = f"kind: annual-plan\nyear: 2026\nsections: [{{title: 甲, tasks: {tasks}}}]\n"
    _, texts = built(workspace({"documents/a.yaml": plan}))
    assert texts[-1] == "1.乙。分批轮训。（牵头单位：某局）"


def test_one_source_is_passed_on_once(workspace: Workspace) -> None:
    document = OUTLINE.format(sources="[m.yaml, m]")
    files = {"documents/a.yaml": document, "meetings/m.yaml": MEETING}
    assert codes(built(workspace(files))[0]) == ["S038"]


def test_an_occasion_is_a_source_without_its_ending_too(workspace: Workspace) -> None:
    speech = "kind: speech\noccasion: m\nopening: 文。\n"
    files = {"documents/a.yaml": speech, "meetings/m.yaml": MEETING}
    assert built(workspace(files))[1][0] == "在全省档案工作会议上的讲话"


def test_a_meeting_is_found_before_a_document_of_its_name(workspace: Workspace) -> None:
    speech = "kind: speech\noccasion: m\nopening: 文。\n"
    files = {"documents/m.yaml": speech, "meetings/m.yaml": MEETING}
    result, texts = built(workspace(files))
    assert codes(result) == []
    assert texts[0] == "在全省档案工作会议上的讲话"


@pytest.mark.parametrize("reference", ["../m.yaml", "../../m.yaml"])
def test_a_source_outside_the_workspace_is_refused(reference: str, workspace: Workspace) -> None:
    files = {"w/documents/a.yaml": OUTLINE.format(sources=f"[{reference}]"), "w/docgen.yaml": ""}
    root = workspace({**files, "m.yaml": MEETING, "../m.yaml": MEETING})
    assert codes(built(root / "w")[0])[0] in ("S035", "S037")


@pytest.mark.parametrize("reference", ["../own/a", "/etc/a", "own/../../a", "closing/call@99999"])
def test_a_snippet_is_never_outside_the_library(reference: str, workspace: Workspace) -> None:
    speech = f"kind: speech\ntitle: 题\nopening: {{snippet: '{reference}'}}\n"
    root = workspace({"documents/a.yaml": speech, "own/a.md": "---\ntitle: 甲\n---\n乙\n"})
    assert codes(built(root / "documents")[0]) == ["N001"]


def test_settings_cannot_send_the_output_elsewhere(workspace: Workspace) -> None:
    speech = "kind: speech\ntitle: 题\nopening: 文。\n"
    root = workspace({"w/documents/a.yaml": speech, "w/docgen.yaml": "output: ../out\n"})
    result, _ = built(root / "w")
    assert codes(result) == ["W013"]
    assert not (root / "out").exists()


def test_settings_of_comments_set_nothing(workspace: Workspace) -> None:
    speech = "kind: speech\ntitle: 题\nopening: 文。\n"
    root = workspace({"documents/a.yaml": speech, "docgen.yaml": "# org: 某局\n"})
    assert codes(built(root)[0]) == []


def test_what_docgen_wrote_is_no_document(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": "kind: speech\ntitle: 题\nopening: 文。\n"})
    Build().build([root], output=root / "out", formats=["md", "docx"])
    assert codes(built(root)[0]) == []


def test_a_loop_of_links_is_one_line(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": "kind: speech\ntitle: 题\nopening: 文。\n"})
    os.symlink("b.yaml", root / "documents" / "c.yaml")
    os.symlink("c.yaml", root / "documents" / "b.yaml")
    result, texts = built(root)
    assert {d.place.file for d in result.report} == {"documents/b.yaml", "documents/c.yaml"}
    assert texts[-1] == "文。"


def test_a_linked_document_is_written_into_the_output_folder(workspace: Workspace) -> None:
    root = workspace({"elsewhere/a.yaml": "kind: speech\ntitle: 题\nopening: 文。\n"})
    (root / "w" / "documents").mkdir(parents=True)
    os.symlink(root / "elsewhere" / "a.yaml", root / "w" / "documents" / "a.yaml")
    Build().build([root / "w"], output=root / "out")
    assert [path.name for path in (root / "out").iterdir()] == ["a.docx"]


def test_damage_in_the_output_folder_is_kept(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": "kind: speech\ntitle: 题\nopening: 文。\n"})
    [output] = Build().build([root]).outputs
    whole = output.written.path.read_bytes()
    for damaged in (whole[:500], whole[:-40] + b"\0" * 40, b"PK\x03\x04" + b"\xff" * 900):
        output.written.path.write_bytes(damaged)
        result = Build().build([root])
        assert codes(result) == ["W001"]
        assert output.written.path.read_bytes() == damaged


def test_a_fault_of_our_own_stops_one_document_only(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    import docgen.build as build

    compose = build.compose

    def failing(loaded: build.Loaded, *rest: object) -> object:
        if loaded.path.name == "a.yaml":
            raise RuntimeError("坏了")
        return compose(loaded, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "compose", failing)
    speech = "kind: speech\ntitle: 题\nopening: 文。\n"
    result, texts = built(workspace({"documents/a.yaml": speech, "documents/b.yaml": speech}))
    assert codes(result) == ["W014"]
    assert texts == ["题", "文。"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("一、自己写了序号", ["C017"]),
        ("（二）自己写了序号", ["C017"]),
        ("1.自己写了序号", ["C017"]),
        ("三要三不要", []),
        ("2026年的任务", []),
        ("1.5万人的大事", []),
        ("一体推进", []),
    ],
)
def test_a_number_that_was_typed_is_told(
    title: str, expected: list[str], workspace: Workspace
) -> None:
    speech = f"kind: speech\ntitle: 题\nsections: [{{title: '{title}'}}]\n"
    assert codes(built(workspace({"documents/a.yaml": speech}))[0]) == expected


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("yao", "要做好工作。", ["C017"]),
        ("yao", "一要做好工作。", ["C017"]),
        ("yao", "做好工作。", []),
        ("shi", "是不好的。", ["C017"]),
        ("paren", "要做好工作。", []),
        ("none", "一、做好工作。", []),
    ],
)
def test_a_series_word_that_was_typed_is_told(
    series: str, text: str, expected: list[str], workspace: Workspace
) -> None:
    points = f"series: {series}, points: ['{text}']"
    speech = f"kind: speech\ntitle: 题\nsections: [{{title: 甲, {points}}}]\n"
    assert codes(built(workspace({"documents/a.yaml": speech}))[0]) == expected


def test_a_check_of_a_folder_looks_into_the_workspaces_below_it(workspace: Workspace) -> None:
    speech = "kind: speech\ntitle: 题\nopening: 文。\n"
    root = workspace(
        {
            "all/w/documents/a.yaml": speech,
            "all/w/snippets/own/a.md": "---\ntitle: 甲\nuse: point\n---\n要{{ 没有 }}。\n",
            "all/w/meetings/m.yaml": "kind: meeting\ntitle: 会\nlevel: 高\n",
        }
    )
    assert codes(Build().check([root / "all"])) == ["S027", "C002"]
