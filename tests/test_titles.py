"""Titles: built from the sources, or written, with breaks where the writer put them."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Workspace
from docgen.build import Build
from docgen.compose.titles import spirit_of, transmission_title
from docgen.model.sources import Instruction, Meeting, Policy, Source
from docgen.model.tree import Role
from docgen.render.reading import read_paragraphs

LEADERS = "省委主要负责同志指示"


def meetings(*titles: str) -> list[Source]:
    return [Meeting(title=title) for title in titles]


TITLES: dict[str, tuple[list[Source], str]] = {
    "one meeting": (meetings("全省档案工作会议"), "全省档案工作会议精神传达提纲"),
    "two levels of one meeting": (
        meetings("全国档案局长会议", "全省档案局长会议"),
        "全国、全省档案局长会议精神传达提纲",
    ),
    "three levels of one meeting": (
        meetings("全国档案局长会议", "全省档案局长会议", "全市档案局长会议"),
        "全国、全省、全市档案局长会议精神传达提纲",
    ),
    "two levels of two meetings": (
        meetings("全国组织部长会议", "全国档案局长会议", "全省组织部长会议", "全省档案局长会议"),
        "全国、全省组织部长会议、档案局长会议精神传达提纲",
    ),
    "an autonomous region": (
        meetings("全国档案局长会议", "全区档案局长会议"),
        "全国、全区档案局长会议精神传达提纲",
    ),
    "a meeting that is missing at one level": (
        meetings("全国组织部长会议", "全国档案局长会议", "全省档案局长会议"),
        "全国组织部长会议、全国档案局长会议、全省档案局长会议精神传达提纲",
    ),
    "other meetings at each level": (
        meetings("全国组织部长会议", "全省档案局长会议"),
        "全国组织部长会议、全省档案局长会议精神传达提纲",
    ),
    "two meetings at one level": (
        meetings("全省组织部长会议", "全省档案局长会议"),
        "全省组织部长会议、全省档案局长会议精神传达提纲",
    ),
    "meetings without a level in their names": (
        meetings("市委常委会会议", "市政府常务会议"),
        "市委常委会会议、市政府常务会议精神传达提纲",
    ),
    "only some with a level": (
        meetings("全省档案局长会议", "市委常委会会议"),
        "全省档案局长会议、市委常委会会议精神传达提纲",
    ),
    "a title that says spirit": (meetings("全省档案工作会议精神"), "全省档案工作会议精神传达提纲"),
    "an instruction": ([Instruction(title=LEADERS)], f"{LEADERS}精神传达提纲"),
    "an instruction and meetings": (
        [Instruction(title=LEADERS), *meetings("全国档案局长会议", "全省档案局长会议")],
        f"{LEADERS}精神及全国、全省档案局长会议精神传达提纲",
    ),
    "a policy": ([Policy(title="档案工作规定")], "《档案工作规定》精神传达提纲"),
    "a policy with its marks": ([Policy(title="《档案工作规定》")], "《档案工作规定》精神传达提纲"),
    "a meeting and a policy": (
        [*meetings("全省档案工作会议"), Policy(title="档案工作规定")],
        "全省档案工作会议精神及《档案工作规定》精神传达提纲",
    ),
}

SPEECH = "kind: speech\ntitle: {title}\n{more}opening: 我来了。\n"
PLAN = """kind: annual-plan
year: 2026
org: 市档案局
{more}sections: [{{title: 一, tasks: [办]}}]
"""
MEETING = "kind: meeting\nlevel: city\ntitle: 全市档案工作会议\n"


@pytest.mark.parametrize(("sources", "title"), TITLES.values(), ids=TITLES)
def test_the_title_of_an_outline(sources: list[Source], title: str) -> None:
    assert transmission_title(sources) == title


def test_what_is_passed_on_of_a_source() -> None:
    assert spirit_of(Policy(title="档案工作规定")) == "《档案工作规定》精神"
    assert spirit_of(Meeting(title="全省档案工作会议精神")) == "全省档案工作会议精神"


def built_title(root: Path) -> str:
    """Return the title of the workspace's only document; nothing may be wrong with it."""
    result = Build().build([root])
    assert [d.code for d in result.report] == []
    (output,) = result.outputs
    paragraphs = read_paragraphs(output.written.path.read_bytes())
    return "\n".join(text for style, text in paragraphs if style == Role.TITLE)


SPEECHES = {
    "a meeting's file": ("auto", "occasion: city.yaml\n", "在全市档案工作会议上的讲话"),
    "a meeting by name": ("自动", "occasion: 老干部座谈会\n", "在老干部座谈会上的讲话"),
    "not even a title": ("", "occasion: 老干部座谈会\n", "在老干部座谈会上的讲话"),
    "no occasion": ("auto", "", "讲话"),
    "a written title": ("在座谈会上的讲话", "", "在座谈会上的讲话"),
    "breaks": ("在全市档案工作会议上的|讲话", "", "在全市档案工作会议上的\n讲话"),
    "breaks with blanks": ("在会议上的 | 讲话", "", "在会议上的\n讲话"),
    "two breaks": ("在|会议上的|讲话", "", "在\n会议上的\n讲话"),
    "a break at the end": ("在会议上的讲话|", "", "在会议上的讲话"),
    "lines of a block": ("|\n  在会议上的\n  讲话", "", "在会议上的\n讲话"),
    "a folded title": (">\n  在全市会议上的\n  讲话", "", "在全市会议上的讲话"),
}


@pytest.mark.parametrize(("typed", "more", "title"), SPEECHES.values(), ids=SPEECHES)
def test_the_title_of_a_speech(typed: str, more: str, title: str, workspace: Workspace) -> None:
    document = SPEECH.format(title=typed, more=more)
    root = workspace({"documents/a.yaml": document, "meetings/city.yaml": MEETING})
    assert built_title(root) == title


PLANS = {
    "automatic": ("", "市档案局2026年工作要点"),
    "written": ("title: 市档案局|2026年工作要点\n", "市档案局\n2026年工作要点"),
    "a text": ("title: '{{ org }}{{ 年度 }}年要点'\n", "市档案局2026年要点"),
    "a blank": ("title: 〔待填：标题〕\n", "〔待填：标题〕"),
}


@pytest.mark.parametrize(("more", "title"), PLANS.values(), ids=PLANS)
def test_the_title_of_a_plan(more: str, title: str, workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": PLAN.format(more=more)})
    assert built_title(root) == title


def test_the_unit_of_the_workspace_signs_a_plan_that_names_none(workspace: Workspace) -> None:
    document = PLAN.replace("org: 市档案局\n", "").format(more="")
    root = workspace({"documents/a.yaml": document, "docgen.yaml": "org: 县档案局\n"})
    assert built_title(root) == "县档案局2026年工作要点"


def test_a_title_is_one_line_in_texts(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": SPEECH.format(title="在会议上的|讲话", more="")
               + "closing: 以上是《{{ title }}》。\n"})  # fmt: skip
    result = Build().build([Path("documents")], formats=["txt"])
    told = result.outputs[0].written.path.read_text("utf-8")
    assert told.splitlines() == ["在会议上的", "讲话", "我来了。", "以上是《在会议上的讲话》。"]
