"""A document written as Markdown is the document its YAML twin is; its text is not Markdown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import Workspace
from docgen.build import Build
from docgen.model.documents import DOCUMENTS
from docgen.render.reading import read_paragraphs

TWINS = Path(__file__).parent / "cases" / "markdown"
KINDS = sorted(path.stem for path in (TWINS / "md").iterdir())

FRONT = "---\nkind: speech\ntitle: 讲话\n---\n"


def printed(document: Path) -> list[tuple[str, str]]:
    """Return (style, text) of what a document becomes; nothing may be wrong with it. (A typed
    number is printed as typed, with a warning.)"""
    result = Build().build([document])
    wrong = [d for d in result.report if d.code not in ("C013", "C017")]
    assert [f"{d.place}: {d.code}" for d in wrong] == []
    (output,) = result.outputs
    return [each for each in read_paragraphs(output.written.path.read_bytes()) if each[1]]


def below_title(body: str, workspace: Workspace) -> list[str]:
    """Return the paragraphs of a speech with this body."""
    root = workspace({"documents/a.md": FRONT + body})
    return [text for _, text in printed(root / "documents/a.md")][1:]


@pytest.mark.parametrize("name", KINDS)
def test_twins_print_the_same(name: str, tmp_path: Path) -> None:
    shutil.copytree(TWINS, tmp_path, dirs_exist_ok=True)
    from_yaml = printed(tmp_path / "yaml" / f"{name}.yaml")
    assert printed(tmp_path / "md" / f"{name}.md") == from_yaml


def test_every_kind_has_twins() -> None:
    kinds = {path.read_text("utf-8").split()[1] for path in (TWINS / "yaml").iterdir()}
    assert kinds == set(DOCUMENTS)


AS_TYPED = [
    "*重点*", "**更重**", "***同志", "2 * 3 * 4", "_下划线_", "~~删~~", "`代码`", "1. 第一",
    "1) 第一", "- 一项", "+ 一项", "* 一项", "1．第一", "> 引语", "<b>粗</b>", "<!-- 说明 -->",
    "&amp;", "&lt;", "&#20;", "R&D", "a\\*b", "C:\\new\\", "\\# 不是标题", "[链接](http://a.cn)",
    "![图](a.png)", "[x] 完成", "[1]: http://a.cn", "***", "———", "* * *", "“引号”", "#话题#",
    "#1号", "50%", "http://a.cn/b?c=1&d=2", "甲|乙", "｜甲｜", "~~~", "```", "$x^2$", ":smile:",
    "======", "甲\\", "(c) (tm)", "'a' -- \"b\"...",
]  # fmt: skip


@pytest.mark.parametrize("typed", AS_TYPED)
def test_text_comes_out_as_typed(typed: str, workspace: Workspace) -> None:
    assert below_title(f"{typed}\n", workspace) == [typed]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_text_comes_out_as_typed_between_paragraphs(typed: str, workspace: Workspace) -> None:
    body = f"甲。\n\n{typed}\n\n# 标题\n\n{typed}\n\n乙。\n"
    assert below_title(body, workspace) == ["甲。", typed, "一、标题", typed, "乙。"]


@pytest.mark.parametrize("typed", ["*重点*", "1. 第一", "R&D <b>", "C:\\new", "甲`乙`", "R&amp;D"])
def test_headings_and_cells_are_as_typed_too(typed: str, workspace: Workspace) -> None:
    body = f"# {typed}\n\n## {typed}\n\n好。\n\n| {typed} |\n|---|\n| {typed} |\n"
    assert below_title(body, workspace) == [f"一、{typed}", f"（一）{typed}", "好。", typed, typed]


SHAPES = {
    "indented by two": ("  甲。\n", ["甲。"]),
    "indented by four": ("    甲。\n", ["甲。"]),
    "indented by a tab": ("\t甲。\n", ["甲。"]),
    "indented as in print": ("　　甲。\n\n　　乙。\n", ["甲。", "乙。"]),
    "lines of Han": ("甲，\n乙。\n", ["甲，乙。"]),
    "lines of Latin": ("annual\nreport\n", ["annual report"]),
    "blanks at the end of a line": ("甲，  \n乙。\n", ["甲，乙。"]),
    "a list": ("- 甲\n- 乙\n", ["- 甲 - 乙"]),
    "several empty lines": ("甲。\n\n\n\n乙。\n", ["甲。", "乙。"]),
    "no empty line below a heading": ("# 甲\n乙。\n# 丙\n", ["一、甲", "乙。", "二、丙"]),
    "closing number signs": ("# 甲 #\n\n乙。\n", ["一、甲", "乙。"]),
    "a text with braces": ("{{ kind }}{{ 文种.code }}\n", ["讲话稿speech"]),
    "braces over two lines": ("{{ kind\n}}好\n", ["讲话稿好"]),
    "four levels": (
        "# 甲\n\n## 乙\n\n### 丙\n\n好。\n\n#### 丁\n\n行。\n",
        ["一、甲", "（一）乙", "1.丙。好。", "（1）丁。行。"],
    ),
    "a level left out": ("# 甲\n\n### 乙\n\n好。\n", ["一、甲", "（一）乙", "好。"]),
    "back to the top": (
        "# 甲\n\n## 乙\n\n好。\n\n# 丙\n\n## 丁\n\n行。\n",
        ["一、甲", "（一）乙", "好。", "二、丙", "（一）丁", "行。"],
    ),
    "headings that begin at the second level": (
        "## 甲\n\n### 乙\n\n好。\n\n## 丙\n",
        ["一、甲", "（一）乙", "好。", "二、丙"],
    ),
    "a table in a point": (
        "# 甲\n\n## 乙\n\n好。\n\n| 一 | 二 |\n|:--|--:|\n| 三 | 四 |\n",
        ["一、甲", "（一）乙", "好。", "一", "二", "三", "四"],
    ),
    "a bar in a cell": ("# 甲\n\n| 一 |\n|---|\n| 三\\|四 |\n", ["一、甲", "一", "三|四"]),
    "an empty cell": ("# 甲\n\n| 一 | 二 |\n|---|---|\n| 三 | |\n", ["一、甲", "一", "二", "三"]),
}


@pytest.mark.parametrize(("body", "paragraphs"), SHAPES.values(), ids=SHAPES)
def test_the_shape_of_a_body(body: str, paragraphs: list[str], workspace: Workspace) -> None:
    assert below_title(body, workspace) == paragraphs


@pytest.mark.parametrize(("line", "body"), [(6, "{{ nobody }}"), (8, "\n\n{{ nobody }}")])
def test_a_fault_in_the_body_has_its_line(line: int, body: str, workspace: Workspace) -> None:
    root = workspace({"documents/a.md": f"{FRONT}\n{body}\n"})
    (fault,) = Build().build([root]).report
    assert (fault.code, str(fault.place)) == ("C002", f"documents/a.md:{line}:1")
