"""What a .docx says of its paragraphs is what the Document tree says: file, key and snippets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from docgen.base.diagnostics import Report
from docgen.base.han import FORBIDDEN
from docgen.checks.origins import read_origins
from docgen.compose import compose
from docgen.jobs import Job, find_jobs
from docgen.library.snippets import Snippets
from docgen.model.tree import Tree
from docgen.render.provenance import hash_of, versioned
from docgen.render.renderer import Renderer
from docgen.source.loader import Loader

EXAMPLES = ROOT / "examples"
JOBS = find_jobs([EXAMPLES], None, Report())

# Text, file, key, snippets with versions.
Row = tuple[str, str, str, tuple[str, ...]]


def told_by(tree: Tree, root: Path) -> Iterator[Row]:
    for paragraph in tree.paragraphs():
        if paragraph.text:
            origin = paragraph.origin
            file = Path(origin.place.file).resolve().relative_to(root).as_posix()
            labels = tuple(versioned(label) for label in origin.snippets)
            yield tight(paragraph.text), file, origin.place.key, labels


def tight(text: str) -> str:
    assert not FORBIDDEN.search(text)
    return "".join(text.split()).replace("\u3000", "")


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.target.name + "-" + job.path.stem)
def test_the_rows_of_every_example_are_its_tree_s(job: Job) -> None:
    report = Report()
    loaded = Loader(report).document(job.path, job.workspace, *job[3:])
    assert loaded is not None
    composed = compose(loaded, Snippets(job.workspace), report)
    assert not report.failed
    ((_, data),) = Renderer(report).outputs(loaded, composed, ["docx"])
    origins = read_origins(data, job.target, report)
    assert origins is not None
    rows: list[Row] = []
    for told in origins.paragraphs:
        assert told.row is not None, told.text
        rows.append((tight(told.text), told.row.file, told.row.key, told.row.snippets))
    wanted = list(told_by(composed.tree, job.workspace.root.resolve()))
    # A template prints more than the tree where a document has a head; never in another order.
    printed = iter(rows)
    assert [row for row in wanted if row not in printed] == []
    assert any(labels for *_, labels in wanted) == any(row[3] for row in rows)


def test_most_examples_have_words_of_snippets() -> None:
    texts = [job.path.read_text("utf-8") for job in JOBS]
    assert sum("snippet" in text or "片段" in text for text in texts) > len(JOBS) / 2


def test_the_paragraphs_of_a_long_document_do_not_share_a_hash() -> None:
    assert len({hash_of(f"第{number}段") for number in range(5000)}) == 5000
