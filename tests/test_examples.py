"""The examples: they build clean, say what their tree says, and come out the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, SHARED, assert_golden
from docgen.base.diagnostics import Report
from docgen.build import Build
from docgen.compose import Composed, compose
from docgen.library.snippets import Snippets
from docgen.render.reading import read_paragraphs, read_texts
from docgen.render.renderer import Renderer
from docgen.source.loader import Loaded, Loader
from docgen.source.workspace import document_files, find_workspace

EXAMPLES = ROOT / "examples"
DOCUMENTS = list(document_files(EXAMPLES))
GOLDENS = ROOT / "tests" / "golden" / "examples"

each_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: path.relative_to(EXAMPLES).as_posix()
)


def composed(path: Path, loader: Loader, report: Report) -> tuple[Loaded, Composed]:
    found = find_workspace(path, report)
    loaded = loader.document(path, found)
    assert loaded is not None
    return loaded, compose(loaded, Snippets(found), report)


def rendered(path: Path) -> tuple[Composed, bytes]:
    report = Report()
    loaded, made = composed(path, Loader(report), report)
    [(_, data)] = Renderer(report).outputs(loaded, made, ["docx"])
    # What informs is no fault: which passage was chosen for a topic, how long a speech is.
    assert [each for each in report if each.severity.word != "info"] == []
    return made, data


@each_document
def test_the_text_of_the_docx_is_the_text_of_the_tree(path: Path) -> None:
    made, data = rendered(path)
    assert read_texts(data) == made.tree.texts()


@each_document
def test_every_paragraph_knows_where_it_came_from(path: Path) -> None:
    made, _ = rendered(path)
    for paragraph in made.tree.paragraphs():
        place = paragraph.origin.place
        assert place.file.endswith((".yaml", ".md"))
        assert place.line
        assert place.key


@each_document
def test_it_reads_as_it_did(path: Path) -> None:
    """The goldens are the documents as a person reads them: style and text."""
    _, data = rendered(path)
    lines = [f"[{style}] {text}".rstrip() for style, text in read_paragraphs(data)]
    name = path.relative_to(EXAMPLES).with_suffix(".txt").as_posix()
    assert_golden(GOLDENS / name.replace("documents/", ""), "\n".join(lines) + "\n")


@each_document
def test_it_is_valid_wordprocessingml(path: Path, tmp_path: Path) -> None:
    validator = SHARED / "xsd" / "validate.py"
    if not validator.exists():
        pytest.skip(f"NOT TESTED: no OOXML schemas at {validator}")
    out = tmp_path / "document.docx"
    out.write_bytes(rendered(path)[1])
    ran = subprocess.run([sys.executable, validator, out], capture_output=True, text=True)
    assert "0 violation(s)" in ran.stdout, ran.stdout


def test_the_workspace_checks_clean() -> None:
    for folder in ("retired-cadres", "archives", "lines-of-work", "ten-occasions", "year-round"):
        result = Build().check([EXAMPLES / folder])
        worse = [d for d in result.report if d.severity.word != "info"]
        assert worse == []
        assert result.documents
        assert result.templates >= 3


ENVIRONMENTS = {
    "time-zone": {"TZ": "Pacific/Auckland"},
    "locale": {"LC_ALL": "C"},
    "hash-seed": {"PYTHONHASHSEED": "4242"},
    "no-utf8": {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
}


def built(folder: Path, environment: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Build the examples in a process of their own; yield (name, bytes)."""
    command = [sys.executable, "-m", "docgen", "build", str(EXAMPLES), "-o", str(folder)]
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, **environment}, cwd=ROOT
    )
    for path in sorted(folder.rglob("*.docx")):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


@pytest.mark.slow
def test_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    first = dict(built(tmp_path / "first", {}))
    assert len(first) == len(DOCUMENTS)
    for name, environment in ENVIRONMENTS.items():
        assert dict(built(tmp_path / name, environment)) == first
