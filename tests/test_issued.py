"""通知, 函 and 简报: what their pages say, from files; each golden is a page read from its top.

A golden begins with what was found wrong; then every paragraph with its style.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import Workspace, assert_golden
from docgen.base.catalogue import CATALOGUE
from docgen.base.diagnostics import Diagnostic, Report
from docgen.base.place import Place
from docgen.build import Build
from docgen.checks.inspect import inspect_format
from docgen.compose import compose
from docgen.language.document_numbers import corrected, is_proper
from docgen.library.profiles import standard
from docgen.library.snippets import Snippets
from docgen.render.reading import read_paragraphs
from docgen.source.loader import Loader
from docgen.source.workspace import find_workspace

CASES = Path(__file__).parent / "cases" / "issued"
NAMES = sorted(path.name for path in (CASES / "documents").iterdir())
each_case = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the cases, as the current folder."""
    shutil.copytree(CASES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outputs(document: Path, formats: tuple[str, ...]) -> tuple[list[Path], list[Diagnostic]]:
    result = Build().build([document], formats=formats)
    return [output.written.path for output in result.outputs], list(result.report)


def told(found: list[Diagnostic]) -> list[str]:
    return [f"{d.code} {d.severity.word} {d.place}: {d.message('zh')}" for d in found]


@each_case
def test_the_page_reads_as_it_did(name: str, cases: Path) -> None:
    [docx], found = outputs(cases / "documents" / name, ("docx",))
    lines = [f"[{style}] {text}" for style, text in read_paragraphs(docx.read_bytes()) if text]
    assert_golden(
        CASES / "expected" / f"{Path(name).stem}.txt", "\n".join([*told(found), *lines, ""])
    )


@each_case
def test_plain_text_has_the_words_of_the_page(name: str, cases: Path) -> None:
    """In the order of the page; what stands at a page's left and right is one line in both."""
    docx, plain = outputs(cases / "documents" / name, ("docx", "txt"))[0]
    page = [tight(text) for _, text in read_paragraphs(docx.read_bytes()) if tight(text)]
    text = tight(plain.read_text("utf-8"))
    at = 0
    for words in page:
        assert words in text[at:], words
        at = text.index(words, at)


def tight(text: str) -> str:
    return "".join(text.split())


NUMBERS = {
    "示府办发〔2026〕8号": "",
    "示档函〔2026〕120号": "",
    "示府发[2026]3号": "示府发〔2026〕3号",
    "示府发(2026)3号": "示府发〔2026〕3号",
    "示府发（2026）3号": "示府发〔2026〕3号",
    "示府发【2026】3号": "示府发〔2026〕3号",
    "示府发〔2026〕第3号": "示府发〔2026〕3号",
    "示府发〔2026〕03号": "示府发〔2026〕3号",
    "示府发〔2026〕3": "示府发〔2026〕3号",
    "示府发〔２０２６〕３号": "示府发〔2026〕3号",
    "示府发 〔2026〕 3 号": "示府发〔2026〕3号",
    "示府发2026年3号": "示府发〔2026〕3号",
    "示府发字〔2026〕第3号": "示府发〔2026〕3号",
    "〔2026〕3号": "××发〔2026〕3号",
    "示府发〔26〕3号": "?",
    "示府发3号": "?",
    "三号文件": "?",
}


@pytest.mark.parametrize("typed", NUMBERS)
def test_a_document_number_has_one_form(typed: str) -> None:
    right = NUMBERS[typed]
    assert is_proper(typed) == (right == "")
    assert corrected(typed) == {"": typed, "?": ""}.get(right, right)


@each_case
def test_every_paragraph_and_name_knows_where_it_came_from(name: str, cases: Path) -> None:
    path, report = cases / "documents" / name, Report()
    found = find_workspace(path, report)
    loaded = Loader(report).document(path, found)
    assert loaded is not None
    tree = compose(loaded, Snippets(found), report).tree
    origins = [paragraph.origin for paragraph in tree.paragraphs()]
    origins += [each.origin for each in tree.named if each.words]
    for place in (origin.place for origin in origins):
        assert place.file.endswith((".yaml", ".md"))
        assert place.line
        assert place.key


@each_case
def test_what_is_built_is_in_the_official_format(name: str, cases: Path) -> None:
    [docx], found = outputs(cases / "documents" / name, ("docx",))
    if found:
        return  # printed as typed, faults and all
    report = Report()
    inspection = inspect_format(docx.read_bytes(), standard(), Place(docx.name), report)
    assert inspection is not None
    assert told(list(report)) == []


SET = """
kind: meeting
title: 全市档案工作会议
level: city
org: 示例市档案局
date: 2026-03-12
time: 9:00
place: 市档案馆
scope: 各区县档案局局长
reply: 3月9日前
documents:
  notice: {date: 2026-03-02, number: 示档发〔2026〕6号, addressee: 各区县档案局}
  letter:
    title: 关于商请派员授课的函
    date: 2026-03-02
    number: 示档函〔2026〕4号
    addressee: 示例大学
    opening: 请派员授课。
  简报: {名称: 档案工作简报, 期号: 1, 日期: 2026-03-13}
"""


def test_a_set_gives_them_from_one_meeting(workspace: Workspace) -> None:
    root = workspace({"meetings/m.yaml": SET})
    paths, found = outputs(root / "meetings/m.yaml", ("docx",))
    assert [path.name for path in paths] == ["notice.docx", "letter.docx", "简报.docx"]
    assert [diagnostic.code for diagnostic in found] == ["C031"]  # what was said is not known yet
    notice = [text for _, text in read_paragraphs(paths[0].read_bytes())]
    assert "示例市档案局文件" in notice
    assert "2026年3月12日（星期四）9:00。" in notice
    assert "请于3月9日前报送参会人员名单。" in notice


def test_a_blank_stops_the_final_build(workspace: Workspace) -> None:
    root = workspace({"meetings/m.yaml": SET.replace("示档发〔2026〕6号", "〔待填：文号〕")})
    result = Build().build([root / "meetings/m.yaml"], final=True)
    stopped = [(d.code, d.place.line) for d in result.report if d.code == "C014"]
    assert ("C014", 12) in stopped
    assert [output.job.member for output in result.outputs] == ["letter"]


def test_messages_quote_what_was_typed_in_english_too() -> None:
    facts = {"number": "示府发[2026]03号", "right": "示府发〔2026〕3号"}
    said = Diagnostic("C042", Place("a.yaml", 1, 1), facts).message("en")
    assert said == "the document number '示府发[2026]03号' should read '示府发〔2026〕3号'"
    assert all(CATALOGUE[f"C04{n}"].severity.word != "error" for n in range(8))
