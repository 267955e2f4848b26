"""The examples: they build clean, say what their tree says, and come out the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, SHARED, assert_golden
from docgen.base.diagnostics import Report
from docgen.build import Build
from docgen.compose import Composed, compose
from docgen.jobs import Job, find_jobs
from docgen.library.snippets import Snippets
from docgen.model.tree import Named
from docgen.render.reading import read_paragraphs, read_texts
from docgen.render.renderer import Renderer
from docgen.source.loader import Loaded, Loader

EXAMPLES = ROOT / "examples"
WORKSPACES = sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
# The documents, and the papers of the meetings' sets.
DOCUMENTS = find_jobs(WORKSPACES, None, Report())
GOLDENS = ROOT / "tests" / "golden" / "examples"


def called(job: Job) -> str:
    """Return what a test calls a document: its path in examples/, with its name in a set."""
    path = job.path.relative_to(EXAMPLES).as_posix()
    return f"{path}:{job.member}" if job.member else path


each_document = pytest.mark.parametrize("job", DOCUMENTS, ids=called)


def composed(job: Job, loader: Loader, report: Report) -> tuple[Loaded, Composed]:
    loaded = loader.document(job.path, job.workspace, job.member)
    assert loaded is not None
    return loaded, compose(loaded, Snippets(job.workspace), report)


def rendered(job: Job) -> tuple[Composed, bytes]:
    report = Report()
    loaded, made = composed(job, Loader(report), report)
    [(_, data)] = Renderer(report).outputs(loaded, made, ["docx"])
    # What informs is no fault: which passage was chosen for a topic, how long a speech is.
    assert [each for each in report if each.severity.word != "info"] == []
    return made, data


@each_document
def test_the_text_of_the_docx_is_the_text_of_the_tree(job: Job) -> None:
    """A template adds nothing but the head and the foot, in the words of what it was given."""
    made, data = rendered(job)
    printed = read_texts(data)
    rest = iter(printed)
    told = made.tree.texts()
    assert [text for text in told if text not in rest] == []
    words = [word for named in made.tree.named for word in words_of(named)]
    assert [word for word in words if not any(word in line for line in printed)] == []
    given = {*words, *(line.text for line in made.tree.front)}
    added = Counter(printed) - Counter(told)
    assert [line for line in added if not any(word in line for word in given)] == []
    assert bool(added) == (made.document.kind.code in WITH_HEAD)


# Kinds whose template prints more than the title, the lines under it and the body: a red head,
# an imprint; a table on pages of its own, with the title above it.
WITH_HEAD = {"notice", "letter", "minutes", "briefing", "task-table"}


def words_of(named: Named) -> list[str]:
    """Return the words under a name; a template's records are in the tree's table too."""
    values = named.value if isinstance(named.value, tuple) else (named.value,)
    return [value for value in values if isinstance(value, str) and value]


@each_document
def test_every_paragraph_knows_where_it_came_from(job: Job) -> None:
    made, _ = rendered(job)
    for paragraph in made.tree.paragraphs():
        place = paragraph.origin.place
        assert place.file.endswith((".yaml", ".md"))
        assert place.line
        assert place.key


@each_document
def test_it_reads_as_it_did(job: Job) -> None:
    """The goldens are the documents as a person reads them: style and text."""
    _, data = rendered(job)
    lines = [f"[{style}] {text}".rstrip() for style, text in read_paragraphs(data)]
    assert_golden(GOLDENS / f"{built_as(job)}.txt", "\n".join(lines) + "\n")


def built_as(job: Job) -> str:
    """Return a document's name among the outputs of all examples, without its ending."""
    return (
        job.path.relative_to(EXAMPLES).parts[0]
        + "/"
        + job.target.relative_to(job.workspace.output).as_posix()
    )


@each_document
def test_it_is_valid_wordprocessingml(job: Job, tmp_path: Path) -> None:
    validator = SHARED / "xsd" / "validate.py"
    if not validator.exists():
        pytest.skip(f"NOT TESTED: no OOXML schemas at {validator}")
    out = tmp_path / "document.docx"
    out.write_bytes(rendered(job)[1])
    ran = subprocess.run([sys.executable, validator, out], capture_output=True, text=True)
    assert "0 violation(s)" in ran.stdout, ran.stdout


def test_the_workspace_checks_clean() -> None:
    for folder in WORKSPACES:
        result = Build().check([folder])
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


# Without UTF-8 a system cannot even name the papers of a set that are called in Chinese.
NAMEABLE = {"no-utf8": [f for f in WORKSPACES if f.name != "one-meeting"]}


def built(
    folder: Path, environment: dict[str, str], workspaces: list[Path] = WORKSPACES
) -> Iterator[tuple[str, bytes]]:
    """Build the examples in processes of their own; yield (name, bytes)."""
    for each in workspaces:
        output = str(folder / each.name)
        command = [sys.executable, "-m", "docgen", "build", str(each), "-o", output]
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
        workspaces = NAMEABLE.get(name, WORKSPACES)
        folders = {folder.name for folder in workspaces}
        wanted = {path: data for path, data in first.items() if path.split("/")[0] in folders}
        assert dict(built(tmp_path / name, environment, workspaces)) == wanted
