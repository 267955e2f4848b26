"""Awkward text comes out as it went in, or is refused; it is never dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Workspace
from docgen.build import Build
from docgen.render.package import read_package
from docgen.render.reading import read_texts

# What a text (a Jinja text) can hold as typed.
TEXTS = {
    "ampersand": "R&D投入",
    "tag": "<b>粗体</b>",
    "title-in-brackets": "《<政府工作报告>重点工作分工方案》",
    "entity": "&amp; &lt;政府&gt; &#65;",
    "xml-injection": "</w:t></w:r></w:p><w:p><w:r><w:t>另一段",
    "cdata": "]]><![CDATA[x]]>",
    "quotes": "“内外‘双引’号”\"'",
    "dashes": "——……·×～",
    "placeholders": "*同志、**同志、××局、大×",
    "numbered": "1. 不是列表 - 也不是",
    "emoji": "笑😀，家👨‍👩‍👧",
    "rare-names": "镕喆堃珺昇垚𠮷",
    "compatibility": "\uf900\ufa0e",
    "bidi": "甲\u202e乙\u202c丙",
    "no-break-space": "甲\u00a0乙",
    "single-braces": "{x} } {",
    "docxtpl-escapes": "甲{_乙_}丙",
    "percent": "100%以上",
    "backslashes": "C:\\新建\\n",
    "long": "字" * 4000,
}
# What only a fact can: there it is printed as typed.
FACTS = {
    **TEXTS,
    "expression": "{{ x }}",
    "statement": "{% if x %}",
    "comment": "{# x #}",
    "docxtpl-braces": "{_{ x }_}",
    "template-tag": "{%p for x in y %}",
}


def speech(**fields: str) -> str:
    """Return a speech as YAML; JSON strings are YAML's double-quoted ones."""
    given = {"title": "标题", "opening": "正文。", **fields}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in given.items()]
    return "kind: speech\n" + "\n".join(lines) + "\n"


def built(folder: Path) -> bytes:
    result = Build().build([folder / "documents"])
    assert list(result.report) == []
    [output] = result.outputs
    return output.written.path.read_bytes()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_comes_out_as_typed(workspace: Workspace, text: str) -> None:
    folder = workspace({"documents/a.yaml": speech(opening=text)})
    assert read_texts(built(folder))[-1] == text


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_fact_comes_out_as_typed_and_is_never_a_template(workspace: Workspace, fact: str) -> None:
    document = speech() + f"speaker: {{name: {json.dumps(fact, ensure_ascii=False)}}}\n"
    folder = workspace({"documents/a.yaml": document})
    assert fact in read_texts(built(folder))


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_fact_used_in_a_text_is_not_rendered_again(workspace: Workspace, fact: str) -> None:
    document = speech(opening="{{ speaker.name }}", closing="完。")
    document += f"speaker: {{name: {json.dumps(fact, ensure_ascii=False)}}}\n"
    assert read_texts(built(workspace({"documents/a.yaml": document}))).count(fact) == 2


@pytest.mark.parametrize("fact", ["R&D <b>", "《<报告>》", "“引”", "镕喆堃"])
def test_a_table_and_the_properties_hold_it_too(workspace: Workspace, fact: str) -> None:
    quoted = json.dumps(fact, ensure_ascii=False)
    document = (
        f"kind: annual-plan\nyear: 2026\norg: {quoted}\ntask_table: true\n"
        f"sections: [{{title: 一, tasks: [{{title: 甲, owner: {quoted}}}]}}]\n"
    )
    data = built(workspace({"documents/a.yaml": document}))
    assert read_texts(data).count(fact) == 2
    core = read_package(data)["docProps/core.xml"].decode()
    assert fact.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in core


def test_line_breaks_and_tabs_are_word_s_own(workspace: Workspace) -> None:
    folder = workspace({"documents/a.yaml": 'kind: speech\ntitle: 题\nopening: "甲\\n乙\\t丙"\n'})
    data = built(folder)
    assert read_texts(data)[-1] == "甲\n乙\t丙"
    document = read_package(data)["word/document.xml"].decode()
    assert "<w:br/>" in document
    assert "<w:tab/>" in document


@pytest.mark.parametrize("escape", ["\\0", "\\x07", "\\x0b", "\\uFFFE", "\\ud800", "\\x1f"])
def test_what_word_cannot_hold_is_refused_with_its_place(workspace: Workspace, escape: str) -> None:
    document = f'kind: speech\ntitle: 题\nopening: "甲{escape}乙"\n'
    result = Build().build([workspace({"documents/a.yaml": document})])
    [diagnostic] = result.report
    assert diagnostic.code == "S005"
    assert diagnostic.place.line == 3
    assert result.outputs == []
