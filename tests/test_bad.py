"""Every broken workspace in tests/bad/ is told in exactly the words of its expected.txt.

A story is a folder: a small workspace with one thing wrong. ``template.yaml`` describes a
broken Word template, made here from the shipped one; ``paths.txt`` names what is checked
where that is not the whole folder. ``UPDATE_BAD=1 pytest tests/test_bad.py`` writes what
docgen says now into every expected.txt: read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
import yaml
from click.testing import CliRunner

from docgen.cli import cli
from docgen.library.shipped import shipped

BAD = Path(__file__).parent / "bad"
STORIES = sorted(folder.name for folder in BAD.iterdir() if (folder / "expected.txt").exists())
if os.environ.get("UPDATE_BAD"):
    STORIES = sorted(folder.name for folder in BAD.iterdir() if folder.is_dir())

# What these tell does not stop anybody: exit status 0.
ONLY_WARNED = {
    "document-without-text",
    "hash-cuts-key-value",
    "hash-cuts-value",
    "minutes-before-the-meeting",
    "notice-without-what-an-office-expects",
    "orgs-level-above-parent",
    "orgs-of-a-task",
    "orgs-parent-unknown",
    "orgs-short-ambiguous",
    "people-alias-shared",
    "people-org-unknown",
    "people-outlasts-unit",
    "people-two-heads",
    "plan-item-from-and-text",
    "snippet-not-for-here",
    "snippet-pinned-outside-window",
    "template-no-byline",
    "template-no-title",
    "template-optional-field-unguarded",
    "value-not-printed",
}

_OWN = shutil.ignore_patterns("expected.txt", "template.yaml", "paths.txt")
_DIAGNOSTIC = re.compile(r"^(?:(\S.*?): )?(error|warning|info) ([A-Z]\d{3}): ", re.MULTILINE)


@pytest.mark.parametrize("story", STORIES)
def test_told_in_chinese(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, told = _check(story, "zh", tmp_path, monkeypatch)
    expected = BAD / story / "expected.txt"
    if os.environ.get("UPDATE_BAD"):
        expected.write_text(told, encoding="utf-8", newline="\n")
    assert told == expected.read_text(encoding="utf-8")
    assert status == (story not in ONLY_WARNED)


@pytest.mark.parametrize("story", STORIES)
def test_told_in_english(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, told = _check(story, "en", tmp_path, monkeypatch)
    expected = (BAD / story / "expected.txt").read_text(encoding="utf-8")
    assert _DIAGNOSTIC.findall(told) == _DIAGNOSTIC.findall(expected)
    assert status == (story not in ONLY_WARNED)


def test_stories_tell_something() -> None:
    silent = [s for s in STORIES if not (BAD / s / "expected.txt").read_text(encoding="utf-8")]
    assert silent == []
    assert set(STORIES) >= ONLY_WARNED


def _check(
    story: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, str]:
    """Return exit status and output, without its summary line, of ``docgen check``."""
    folder = tmp_path / story
    shutil.copytree(BAD / story, folder, ignore=_OWN)
    _make_template(BAD / story / "template.yaml", folder / "templates")
    monkeypatch.chdir(folder)
    paths = BAD / story / "paths.txt"
    asked = paths.read_text(encoding="utf-8").split() if paths.exists() else ["."]
    result = CliRunner().invoke(cli, ["check", *asked], env={"DOCGEN_LANG": language})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for own_fault in ("Traceback", "internal error", "自己出了错"):
        assert own_fault not in result.output
    *told, _ = result.output.splitlines(keepends=True)
    return result.exit_code, "".join(told)


# -- Word templates with something wrong in them ------------------------------------------


def _make_template(described: Path, folder: Path) -> None:
    """Write the template that a story's template.yaml describes, if it has one.

    ``name``: what it is called; ``paragraphs``, ``row`` (a table's cells, below them) and
    ``footer``: their texts; ``drop_styles`` and ``drop_parts``: names to leave out;
    ``break_xml`` and ``doctype``: what to do to the body's XML; ``section_in``: the paragraph
    that ends a section.
    """
    if not described.exists():
        return
    wanted = yaml.safe_load(described.read_text(encoding="utf-8"))
    with zipfile.ZipFile(shipped("templates") / "speech.docx") as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / f"{wanted['name']}.docx", "w") as package:
        for name, xml in _rewritten(parts, wanted).items():
            package.writestr(name, xml)


def _rewritten(parts: dict[str, str], wanted: dict[str, Any]) -> dict[str, str]:
    document = parts["word/document.xml"]
    start, end = document.index("<w:body>") + len("<w:body>"), document.index("<w:sectPr")
    body = _paragraphs(wanted["paragraphs"], wanted.get("section_in", 0))
    body += _table(wanted.get("row", []))
    document = document[:start] + body + document[end:]
    if wanted.get("break_xml"):
        document = document.replace("</w:body>", "")
    if wanted.get("doctype"):
        document = document.replace("<w:document", "<!DOCTYPE w:document>\n<w:document", 1)
    footer = re.sub(
        "(?=</w:ftr>)", _paragraphs(wanted.get("footer", [])), parts["word/footer1.xml"]
    )
    styles = parts["word/styles.xml"]
    for name in wanted.get("drop_styles", []):
        styles = re.sub(rf'<w:name w:val="{name}"/>', '<w:name w:val="别的样式"/>', styles)
    made = {"document": document, "footer1": footer, "styles": styles}
    whole = parts | {f"word/{name}.xml": xml for name, xml in made.items()}
    return {name: xml for name, xml in whole.items() if name not in wanted.get("drop_parts", [])}


def _paragraphs(texts: list[str], section_in: int = 0) -> str:
    """Return paragraphs; the one numbered `section_in` (from 1) ends a section."""
    written = '<w:p>{}<w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
    section = "<w:pPr><w:sectPr/></w:pPr>"
    return "".join(
        written.format(section if number == section_in else "", escape(text))
        for number, text in enumerate(texts, start=1)
    )


def _table(cells: list[str]) -> str:
    if not cells:
        return ""
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    columns = '<w:gridCol w:w="2000"/>' * len(cells)
    row = "".join(f"<w:tc>{width}{_paragraphs([cell])}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
