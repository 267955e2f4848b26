"""Templates as people type them: what prints, and what is told before anything is printed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.build import Build
from docgen.library.shipped import shipped
from docgen.render.package import pack, read_package, write_package
from docgen.render.reading import read_texts
from docgen.render.template import compile_template
from docgen.render.xml import parse_xml

# A paragraph is its text; a list is its runs; a tuple is a table row of cells.
Line = str | list[str] | tuple[str, ...]

BODY = "{{p body }}"
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
TABLE = "<w:tbl><w:tblPr/><w:tblGrid>{}</w:tblGrid>{}</w:tbl>"

SPEECH = """kind: speech
title: 讲话
speaker: {name: 王××, post: 市长}
date: 2026-03-01
opening: 我来了。
sections:
  - {title: 甲, points: [{title: 乙, text: 办。}]}
  - {title: 丙}
"""


def paragraph(line: str | list[str]) -> str:
    runs = [line] if isinstance(line, str) else line
    return f"<w:p>{''.join(RUN.format(escape(run)) for run in runs)}</w:p>"


def each(loop: str, inside: str) -> str:
    return f"{{% for {loop} %}}{inside}{{% endfor %}}"


def xml(lines: list[Line]) -> str:
    """Return paragraphs, and the rows between them as tables."""
    made, rows, columns = "", "", ""
    for line in [*lines, ""]:
        if isinstance(line, tuple):
            rows += f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in line)}</w:tr>"
            columns = '<w:gridCol w:w="2000"/>' * len(line)
            continue
        made += TABLE.format(columns, rows) if rows else ""
        made, rows = made + paragraph(line), ""
    return made


def template(lines: list[Line], footer: str = "") -> bytes:
    """Return the shipped speech template with other paragraphs in it."""
    parts = read_package((shipped("templates") / "speech.docx").read_bytes())
    body = parts["word/document.xml"].decode()
    start, end = body.index("<w:body>") + len("<w:body>"), body.index("<w:sectPr")
    parts["word/document.xml"] = (body[:start] + xml(lines) + body[end:]).encode()
    foot = parts["word/footer1.xml"].decode()
    parts["word/footer1.xml"] = re.sub("(?=</w:ftr>)", paragraph(footer), foot).encode()
    return write_package(pack(name, content) for name, content in parts.items())


def found(lines: list[Line], kind: str = "", footer: str = "") -> list[str]:
    """Return the codes of all that is wrong with a template (used for `kind`)."""
    report = Report()
    made = compile_template(template(lines, footer), Place("t.docx"), report)
    if made is not None and kind:
        made.check_names(kind, report)
    return sorted(diagnostic.code for diagnostic in report)


# -- what prints ---------------------------------------------------------------------------

REST = ["我来了。", "一、甲", "（一）乙", "办。", "二、丙"]
SECTIONS = ["{%p for s in sections %}", "{{ s.title }}", "{%p endfor %}"]
PRINTS: dict[str, tuple[list[Line], list[str]]] = {
    "the body": ([BODY], REST),
    "the body in Chinese": (["{{p 正文 }}"], REST),
    "the body close to its braces": (["{{p body}}"], REST),
    "fields": (["{{ title }}（{{ date }}）", BODY], ["讲话（2026年3月1日）", *REST]),
    "fields in Chinese": (["{{ 标题 }}（{{ 日期 }}）", BODY], ["讲话（2026年3月1日）", *REST]),
    "parts of a field": (["{{ speaker.post }}{{ 讲话人.姓名 }}", BODY], ["市长王××", *REST]),
    "the whole document": (["{{ document.title }}{{ 文件.文种 }}", BODY], ["讲话讲话稿", *REST]),
    "a code": (["{{ kind.code }}", BODY], ["speech", *REST]),
    "split runs": ([["{", "{ ti", "tle }", "}"], ["{{p", " bo", "dy }}"]], ["讲话", *REST]),
    "split statements": ([["{% if ti", "tle %}有{% en", "dif %}"], BODY], ["有", *REST]),
    "curly quotes": (["{{ date|default(“无”) }}{{ ‘甲’ }}", BODY], ["2026年3月1日甲", *REST]),
    "quotes in the text": (["“{{ title }}”", BODY], ["“讲话”", *REST]),
    "a loop over paragraphs": ([*SECTIONS, BODY], ["甲", "丙", *REST]),
    "a loop in a line": (
        [each("s in sections", "{{ loop.index }}{{ s.title }}"), BODY],
        ["1甲2丙", *REST],
    ),
    "a loop in Chinese": (
        ["{%p for 部 in 部分 %}", "{{ 部.标题 }}", "{%p endfor %}", BODY], ["甲", "丙", *REST],
    ),
    "a loop in a loop": (
        [each("s in sections", each("p in s.points", "{{ p.text }}")), BODY],
        ["办。", *REST],
    ),
    "rows": (
        [("{%tr for s in sections %}", ""), ("{{ s.title }}", "{{ s.points|length }}"),
         ("{%tr endfor %}", ""), "", BODY],
        ["甲", "1", "丙", "0", *REST],
    ),
    "cells": (
        [("{%tc for s in sections %}", "{{ s.title }}", "{%tc endfor %}"), "", BODY],
        ["甲", "丙", *REST],
    ),
    "a choice": (
        ["{%p if org %}", "{{ org }}", "{%p else %}", "没有单位", "{%p endif %}", BODY],
        ["没有单位", *REST],
    ),
    "a choice of three": (
        ["{% if org %}一{% elif date %}二{% else %}三{% endif %}", BODY], ["二", *REST],
    ),
    "a value set": (["{% set n = sections|length %}{{ n }}个部分", BODY], ["2个部分", *REST]),
    "a remark": (["{# 说明 #}{{ title }}", BODY], ["讲话", *REST]),
    "filters": (["{{ date|中文日期 }}{{ 2|cn_count }}", BODY], ["2026年3月1日两", *REST]),
    "single braces": (["{甲} } { 50% %", BODY], ["{甲} } { 50% %", *REST]),
    "full-width single braces": (["｛甲｝100％", BODY], ["｛甲｝100％", *REST]),
    "marks of XML": (["R&D <甲> {{ title }}", BODY], ["R&D <甲> 讲话", *REST]),
    "texts as they come out": (["{{ opening }}", BODY], ["我来了。", *REST]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "texts"), PRINTS.values(), ids=PRINTS)
def test_a_template_prints(lines: list[Line], texts: list[str], workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH, "templates/note.txt": ""})
    (root / "templates" / "speech.docx").write_bytes(template(lines))
    result = Build().build([root])
    assert [d.message("zh") for d in result.report] == []
    assert read_texts(result.outputs[0].written.path.read_bytes()) == texts


@pytest.mark.parametrize("name", ["简版", "简版.docx"])
def test_a_document_may_name_its_template(name: str, workspace: Workspace) -> None:
    document = SPEECH + f"template: {name}\n"
    root = workspace({"documents/a.yaml": document, "templates/note.txt": ""})
    (root / "templates" / "简版.docx").write_bytes(template(["简版", BODY]))
    (output,) = Build().build([root]).outputs
    assert read_texts(output.written.path.read_bytes()) == ["简版", *REST]


def test_tags_in_a_footer_print(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH, "templates/note.txt": ""})
    made = template([BODY], "{{ title }}，{% for s in sections %}{{ s.title }}{% endfor %}")
    (root / "templates" / "speech.docx").write_bytes(made)
    (output,) = Build().build([root]).outputs
    with zipfile.ZipFile(output.written.path) as package:
        footer = parse_xml(package.read("word/footer1.xml"))
    assert "".join(footer.itertext()).endswith("讲话，甲丙")


# -- what is told --------------------------------------------------------------------------

FAULTS: dict[str, tuple[list[Line], list[str]]] = {
    "full-width braces": (["｛｛ title ｝｝", BODY], ["T010"]),
    "full-width braces twice": (["｛｛ title ｝｝", "｛% if title %｝", BODY], ["T010", "T010"]),
    "braces not closed": (["{{ title", BODY], ["T011"]),
    "a statement not closed": (["{% if title", BODY], ["T011"]),
    "a remark not closed": (["{# 说明", BODY], ["T011"]),
    "closed in the next paragraph": (["{{ title", "}}", BODY], ["T011", "T012"]),
    "closed by one brace": (["{{ title }", BODY], ["T011"]),
    "braces not opened": (["title }}", BODY], ["T012"]),
    "text beside a paragraph tag": (["甲{%p if title %}", "{%p endif %}", BODY], ["T013"]),
    "text beside the body": (["正文：{{p body }}"], ["T013"]),
    "two bodies": ([BODY, BODY], ["T014"]),
    "a body in a loop": (["{%p for s in sections %}", BODY, "{%p endfor %}"], ["T014"]),
    "three bodies": ([BODY, BODY, BODY], ["T014", "T014"]),
    "a loop without its end": ([BODY, "{%p for s in sections %}"], ["T015"]),
    "an if without its end": ([BODY, "{%p if title %}"], ["T015"]),
    "two without their ends": ([BODY, "{% if title %}{% for s in sections %}"], ["T015", "T015"]),
    "a loop closed as an if": ([BODY, "{% for s in sections %}{% endif %}"], ["T015", "T020"]),
    "an if left open in a loop": (
        ["{% for s in sections %}{% if s.title %}{% endfor %}", BODY], ["T015"],
    ),
    "a row tag outside a table": (["{%tr for s in sections %}", "{%tr endfor %}", BODY],
                                  ["T016", "T016"]),
    "a percent sign in a tag": (["{%p if 5 % 2 %}", "{%p endif %}", BODY], ["T017"]),
    "a body that is no paragraph": (["{{ body }}"], ["T018"]),
    "an unknown tag": (["{% wenn title %}", BODY], ["T019"]),
    "a tag of Jinja's that is not ours": (["{% include 'a' %}", BODY], ["T019"]),
    "an end without its beginning": (["{%p endif %}", BODY], ["T020"]),
    "an else without its if": (["{% else %}", BODY], ["T020"]),
    "no expression": (["{{ title + }}", BODY], ["T021"]),
    "nothing between braces": (["{{ }}", BODY], ["T021"]),
    "no condition": (["{% if %}甲{% endif %}", BODY], ["T021"]),
    "an unknown filter": (["{{ date|datum }}", BODY], ["T022"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "codes"), FAULTS.values(), ids=FAULTS)
def test_a_template_s_fault_is_told(lines: list[Line], codes: list[str]) -> None:
    assert found(lines) == codes


@pytest.mark.parametrize(("lines", "codes"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_in_split_runs_too(lines: list[Line], codes: list[str]) -> None:
    assert found([list(line) for line in lines]) == codes


# docxtpl puts these into the part as they are, in place of the run, paragraph, row or cell.
RAW: dict[str, list[Line]] = {
    "a run": ["{{r title }}", BODY],
    "a paragraph": ["{{p title }}", BODY],
    "a row": [("{{tr title }}",), BODY],
    "a cell": [("{{tc title }}",), BODY],
}


@pytest.mark.parametrize("lines", RAW.values(), ids=RAW)
def test_a_tag_that_would_print_outside_any_run_is_told(lines: list[Line]) -> None:
    assert found(lines) != []


def test_a_fault_in_a_table_and_in_a_footer_is_told() -> None:
    assert found([("甲", "{{ title"), BODY], footer="title }}") == ["T011", "T012"]


def test_all_faults_are_told_at_once() -> None:
    lines = [
        "｛｛甲",
        "{{ title",
        "title }}",
        "{% wenn %}",
        "{% endfor %}",
        "{{ date|datum }}",
        BODY,
    ]
    codes = found([*lines, "甲{%p if title %}"], footer="{% if title %}")
    assert codes == ["T010", "T011", "T012", "T013", "T015", "T015", "T019", "T020", "T022"]


def test_a_spot_is_said_as_word_shows_it() -> None:
    report = Report()
    compile_template(template(["", ("甲", "乙{{ title"), BODY]), Place("t.docx"), report)
    (fault,) = report
    assert "第3段（表1第1行）“乙{{ title”" in fault.message("zh")
    assert "body, paragraph 3 (table 1, row 1) '乙{{ title'" in fault.message("en")


# -- names ---------------------------------------------------------------------------------

OUTLINE, PLAN = "transmission-outline", "annual-plan"
SPIRIT = each("会 in 来源", "{{ 会.名称 }}" + each("点 in 会.精神", "{{ 点.内容 }}"))
POINTS = each("s in sections", each("p in s.points", "{{ p.points[0].text }}{{ loop.index }}"))
KNOWN: list[tuple[str, list[Line]]] = [
    ("speech", ["{{ title }}{{ 标题 }}{{ 题目 }}"]),
    ("speech", ["{{ speaker.name }}{{ 讲话人.姓名 }}{{ speaker.职务 }}{{ 讲话者.post }}"]),
    ("speech", [POINTS]),
    ("speech", ["{{ sections[0].标题 }}{{ 部分|length }}{{ document.speaker.name }}"]),
    ("speech", ["{% set 谁 = speaker %}{{ 谁.name }}"]),
    ("speech", [each("line in byline", "{{ line }}"), "{{ 题注|length }}"]),
    (OUTLINE, [each("s in sources", "{{ s.title }}{{ s.by }}{{ s.number }}{{ s.level.code }}")]),
    (OUTLINE, [SPIRIT]),
    (PLAN, [each("s in sections", each("t in s.tasks", "{{ t.牵头单位 }}{{ t.due }}"))]),
    (PLAN, ["{{ year }}{{ 年度 }}{{ org }}"]),
]
UNKNOWN: list[tuple[str, list[Line], list[str]]] = [
    ("speech", ["{{ titel }}"], ["titel"]),
    ("speech", ["{{ titel }}{{ 职务 }}", "{{ titel }}"], ["titel", "titel", "职务"]),
    ("speech", ["{{ speaker.nmae }}"], ["nmae"]),
    ("speech", [each("s in sections", "{{ s.titel }}")], ["titel"]),
    ("speech", [each("s in sections", each("p in s.points", "{{ p.txt }}"))], ["txt"]),
    ("speech", ["{%p for s in sections %}", "{{ s.titel }}", "{%p endfor %}"], ["titel"]),
    ("speech", [each("s in sections", "甲") + "{{ s.title }}"], ["s"]),
    ("speech", ["{{ sections[0].titel }}"], ["titel"]),
    ("speech", ["{{ document.year }}{{ year }}"], ["year", "year"]),
    ("speech", ["{% if speeker %}{{ title }}{% endif %}"], ["speeker"]),
    (OUTLINE, [each("s in sources", "{{ s.titel }}")], ["titel"]),
    (OUTLINE, [each("会 in 来源", "{{ 会.题 }}"), "{{ speaker.name }}"], ["speaker", "题"]),
    (PLAN, [each("s in sections", "{{ s.points|length }}")], ["points"]),
]


@pytest.mark.parametrize(("kind", "lines"), KNOWN)
def test_known_names_pass(kind: str, lines: list[Line]) -> None:
    assert found([*lines, BODY], kind) == []


@pytest.mark.parametrize(("kind", "lines", "names"), UNKNOWN)
def test_unknown_names_are_told_all_at_once(kind: str, lines: list[Line], names: list[str]) -> None:
    report = Report()
    made = compile_template(template([*lines, BODY]), Place("t.docx"), report)
    assert made is not None
    assert not made.check_names(kind, report)
    assert sorted(str(diagnostic.facts["name"]) for diagnostic in report) == sorted(names)


@pytest.mark.parametrize("kind", ["speech", OUTLINE, PLAN])
def test_the_shipped_templates_know_their_names(kind: str) -> None:
    report = Report()
    data = Path(shipped("templates") / f"{kind}.docx").read_bytes()
    made = compile_template(data, Place("t.docx"), report)
    assert made is not None
    assert made.check_names(kind, report)
    assert len(report) == 0
