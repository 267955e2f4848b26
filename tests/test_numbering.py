"""Numbers, heading marks and counts, as they stand in the finished document."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conftest import Workspace
from docgen.build import Build
from docgen.render.reading import read_paragraphs

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "numbering.yaml").read_text("utf-8"))

ABOVE = """kind: meeting
title: 全省档案工作会议
level: province
spirit:
  - {by: 会议, verb: 强调, text: "要抓好{{ count }}个方面", points: [甲, 乙, 丙]}
  - by: 会议
    verb: 要求
    text: 有{{ count }}点
    run_in: true
    points: [{title: 甲, text: 办。}, {title: 乙, text: 快办。}]
tasks: [{title: 排查}, {title: 备份}]
"""

HEADING = """kind: speech
sections: [{{title: '{0}', points: [{{title: '{0}', run_in: {1}, text: 办。}}]}}]
"""


def printed(root: Path) -> list[str]:
    """Return "style text" of each paragraph of the only document; no error may be in it."""
    result = Build().build([root])
    assert [f"{d.place}: {d.code}" for d in result.report if d.code != "C013"] == []
    (output,) = result.outputs
    paragraphs = read_paragraphs(output.written.path.read_bytes())
    return [f"{style} {text}" for style, text in paragraphs if text]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_document_prints(case: dict[str, str], workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": case["document"], "meetings/above.yaml": ABOVE})
    assert printed(root) == case["prints"].splitlines()


@pytest.mark.parametrize("mark", ["", "。", "：", "；", "，", ".", ":"])
@pytest.mark.parametrize("run_in", [True, False], ids=["run in", "on its own line"])
def test_a_heading_ends_as_its_place_asks(mark: str, run_in: bool, workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": HEADING.format("提高站位" + mark, str(run_in).lower())})
    below = (
        ["公文正文 （一）提高站位。办。"]
        if run_in
        else ["二级标题 （一）提高站位", "公文正文 办。"]
    )
    assert printed(root)[1:] == ["一级标题 一、提高站位", *below]


@pytest.mark.parametrize("words", ["怎么办？", "干起来！"])
def test_a_question_stays_one(words: str, workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": HEADING.format(words, "true")})
    assert printed(root)[1:] == [f"一级标题 一、{words}", f"公文正文 （一）{words}办。"]
