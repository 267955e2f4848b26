"""The pages of every template and example, measured on the PDF that LibreOffice makes.

Every document goes through one run of LibreOffice. `UPDATE_PAGES=1` writes the figures into
docs/format.md, with LibreOffice's version.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT
from docgen.base.diagnostics import Report
from docgen.base.place import NOWHERE, Place
from docgen.build import Build
from docgen.checks.proof import Proof, proof
from docgen.checks.specimen import contract_sample
from docgen.library.contracts import contract
from docgen.library.profiles import standard
from docgen.model.documents import DOCUMENTS
from docgen.model.tree import Block, Paragraph, Role, Run
from docgen.render.blank import make_template
from docgen.render.blank.kinds import KINDS
from docgen.render.docx import render_docx
from docgen.render.office import need_office
from docgen.render.package import pack, read_package, write_package
from docgen.render.template import Template, compile_template
from test_template import example, libreoffice

pytestmark = pytest.mark.slow

EXAMPLES = sorted(
    path
    for folder in ("retired-cadres", "archives", "lines-of-work", "ten-occasions", "year-round")
    for path in (ROOT / "examples" / folder / "documents").iterdir()
)
CONTRACTS = sorted(set(KINDS) - set(DOCUMENTS))
STATUTORY = {"notice", "minutes", "letter"}
# Han that no rule of line breaking moves: what a probe page is filled with.
PROBE = "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少"
# How many lines of text a notice has, so that its end meets the foot of a page in every way.
LENGTHS = range(1, 34)
FIGURES = ROOT / "docs" / "format.md"


def contexts(kind: str) -> list[str]:
    agreed = contract(kind)
    assert agreed is not None
    return list(agreed.contexts)


def called(path: Path) -> str:
    return f"example {path.parts[-3]}/{path.stem}"


class Printed(NamedTuple):
    """What was measured of one document, and what was found wrong."""

    proof: Proof
    found: list[str]


def template(kind: str) -> Template:
    report = Report()
    made = compile_template(make_template(kind, standard()), Place(kind), report, kind)
    assert made is not None, list(report)
    return made


def rendered(kind: str, context: str = "full", blocks: tuple[Block, ...] | None = None) -> bytes:
    """Return a kind's example or context as .docx, with other blocks in its body if given."""
    tree, scope = example(kind) if kind in DOCUMENTS else contract_sample(kind, context)
    tree = tree if blocks is None else tree._replace(blocks=blocks)
    report = Report()
    data = render_docx(tree, scope, template(kind), report)
    assert list(report) == []
    assert data is not None
    return data


def probe() -> tuple[Block, ...]:
    """Return four pages of plain Hanzi in paragraphs of eleven full lines."""
    text = (PROBE * 20)[: 28 * 11 - 2]
    return tuple(Paragraph(Role.BODY, (Run(text),)) for _ in range(8))


def of_length(lines: int) -> tuple[Block, ...]:
    """Return text of so many lines, in paragraphs of five, signed."""
    counts = [5] * (lines // 5) + [lines % 5] * bool(lines % 5)
    texts = [(PROBE * 8)[: 28 * count - 2] for count in counts]
    signed = ((Role.SIGNATURE, "示例市人民政府"), (Role.DATE, "2026年3月9日"))
    ends = (Paragraph(role, (Run(words),)) for role, words in signed)
    return (*(Paragraph(Role.BODY, (Run(text),)) for text in texts), *ends)


def built(path: Path, folder: Path) -> bytes:
    result = Build().build([path], output=folder)
    assert not result.report.failed
    return (folder / f"{path.stem}.docx").read_bytes()


@cache
def printed_documents() -> dict[str, Printed]:
    """Print everything in one run and measure it."""
    libreoffice()
    import tempfile

    documents = {f"probe {kind}": rendered(kind, blocks=probe()) for kind in KINDS}
    for kind in CONTRACTS:
        documents |= {f"{kind} {context}": rendered(kind, context) for context in contexts(kind)}
    documents |= {f"length {n}": rendered("notice", blocks=of_length(n)) for n in LENGTHS}
    with tempfile.TemporaryDirectory() as name:
        for path in EXAMPLES:
            documents[called(path)] = built(path, Path(name, path.parts[-3]))
    pdfs = need_office().to_pdf(documents)
    return {name: measured(name, documents[name], pdf) for name, pdf in pdfs.items()}


def measured(name: str, document: bytes, pdf: bytes) -> Printed:
    report = Report()
    kind = name.removeprefix("probe ").split()[0]
    statutory = kind in STATUTORY or name.startswith("length")
    found = proof(document, pdf, standard(), NOWHERE, report, statutory=statutory)
    told = [f"{d.code} {d.message('zh')}" for d in report if d.severity.word != "info"]
    return Printed(found, told)


ALL = [
    *(f"probe {kind}" for kind in KINDS),
    *(f"{kind} {context}" for kind in CONTRACTS for context in contexts(kind)),
    *(f"length {n}" for n in LENGTHS),
    *(called(path) for path in EXAMPLES),
]


@pytest.mark.parametrize("kind", KINDS)
def test_probe_pages_have_28_characters_and_22_lines_without_exception(kind: str) -> None:
    grid = printed_documents()[f"probe {kind}"].proof.grid
    assert len(grid.lines) >= 60
    assert set(grid.counts) == {28}
    assert {page.lines for page in grid.pages[1:]} == {22}
    assert len(grid.pages) >= 3


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_found_on_a_page_of_ours(name: str) -> None:
    assert printed_documents()[name].found == []


@pytest.mark.parametrize("path", EXAMPLES, ids=called)
def test_an_example_s_lines_and_pages(path: Path) -> None:
    """Other counts than 28 only where a mark, a dash or Latin stands on the line; fewer lines
    only where a heading went with its text."""
    grid = printed_documents()[called(path)].proof.grid
    assert all(abs(pitch - 15.75) <= 0.1 for pitch in grid.pitches)
    assert grid.counts.most_common(1)[0][0] == 28
    assert {line.cells for line in grid.lines if line.is_han} <= {28}
    for page in grid.pages:
        assert 22 - page.kept <= page.lines <= 22


@pytest.mark.parametrize("name", ALL)
def test_margins_and_page_numbers(name: str) -> None:
    proof = printed_documents()[name].proof
    for page in proof.margins:
        for edge, wanted in (("left", 28), ("right", 26), ("top", 37), ("bottom", 35)):
            at = page.of(edge)
            assert at is None or abs(at - wanted) <= 1, (page.page, edge)
    first = 2 if name.startswith(("letter", "probe letter")) else 1
    assert [folio.page for folio in proof.folios] == list(range(first, proof.pages + 1))
    for folio in proof.folios:
        assert folio.number == folio.page
        assert abs(folio.below - 7) <= 0.5
        assert folio.side == ("right" if folio.page % 2 else "left")


@pytest.mark.parametrize("name", [name for name in ALL if "letter" in name])
def test_a_letter_s_head(name: str) -> None:
    head = printed_documents()[name].proof.head
    assert head is not None
    assert head.is_letter
    assert head.mark_top == pytest.approx(30, abs=1)
    assert head.line_below == pytest.approx(4, abs=0.5)
    assert head.second_line == pytest.approx(20, abs=0.5)
    assert head.line_length == pytest.approx(170, abs=1)


HEADED = [
    n for n in ALL if n.startswith("length") or {"notice", "minutes", "briefing"} & {*n.split()}
]


@pytest.mark.parametrize("name", HEADED)
def test_a_red_head(name: str) -> None:
    head = printed_documents()[name].proof.head
    assert head is not None
    assert head.mark_top == pytest.approx(35, abs=1)
    assert head.line_below == pytest.approx(4, abs=0.5)
    assert head.line_length == pytest.approx(156, abs=1)


@pytest.mark.parametrize("name", [n for n in HEADED if "minimal" not in n])
def test_the_imprint_stands_on_the_foot_of_the_last_page(name: str) -> None:
    """However long the text is: the last page may be nearly full, or hold nothing else."""
    proof = printed_documents()[name].proof
    assert proof.ending.imprint == proof.pages
    assert abs(proof.ending.imprint_off) <= 1


def test_a_missing_line_is_told_and_a_wide_one_makes_no_letter() -> None:
    """A red head without its line; a notice whose margins are wrong stays a notice."""
    libreoffice()
    sound = rendered("notice", "minimal")
    spoiled = {
        "no line": changed(sound, "<w:pBdr>", "</w:pBdr>"),
        "margin": sound_with(sound, 'w:left="1587"', 'w:left="850"'),
    }
    pdfs = need_office().to_pdf(spoiled)
    found = {name: measured("notice", spoiled[name], pdf).found for name, pdf in pdfs.items()}
    assert [told.split()[0] for told in found["no line"]] == ["F241"]
    assert not [told for told in found["margin"] if told.startswith(("F224", "F226"))]


def changed(document: bytes, start: str, end: str) -> bytes:
    """Return a document without what stands between two marks of its body."""
    text = read_package(document)["word/document.xml"].decode()
    return sound_with(document, text[text.index(start) : text.index(end) + len(end)], "")


def sound_with(document: bytes, old: str, new: str) -> bytes:
    parts = read_package(document)
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new).encode()
    return write_package(pack(name, content) for name, content in parts.items())


def test_the_figures_in_the_documentation() -> None:
    """docs/format.md has every document's figures, of the LibreOffice that measured them."""
    table = figures()
    text = FIGURES.read_text("utf-8")
    start, end = "<!-- pages -->\n", "<!-- /pages -->"
    before, rest = text.split(start)
    written, after = rest.split(end)
    if os.environ.get("UPDATE_PAGES"):
        FIGURES.write_text(before + start + table + end + after, "utf-8")
        written = table
    version = f"LibreOffice {need_office().version}"
    if version not in written:
        pytest.skip(f"NOT COMPARED: the figures are of another version than {version}")
    assert written == table


def figures() -> str:
    """Return the table of what was measured, one row a document."""
    rows = [
        f"量的是 LibreOffice {need_office().version} 排出的 PDF。\n",
        "| 文件 | 页 | 满行（字数×行） | 满页（行×页） | 字距 pt | 左 | 右 | 上 | 下 | "
        "页码 | 标志 | 红线 | 版记 |",
        "|" + " --- |" * 13,
    ]
    for name in ALL:
        if not name.startswith("length"):
            rows.append(row(name, printed_documents()[name].proof))
    return "\n".join(rows) + "\n"


def row(name: str, proof: Proof) -> str:
    counts = "，".join(f"{n}×{c}" for n, c in sorted(proof.grid.counts.items())) or "—"
    lines = Counter(page.lines for page in proof.grid.pages)
    pages = "，".join(f"{n}×{c}" for n, c in sorted(lines.items())) or "—"
    edges = [
        spread([at for page in proof.margins if (at := page.of(edge)) is not None])
        for edge in ("left", "right", "top", "bottom")
    ]
    numbers = spread([folio.below for folio in proof.folios])
    head, ending = proof.head, proof.ending
    marks = [head.mark_top, head.line_below] if head else [None, None]
    marks.append(ending.imprint_off if ending.imprint else None)
    ends = ["—" if at is None else f"{at:.1f}" for at in marks]
    cells = [name, str(proof.pages), counts, pages, spread(proof.grid.pitches, 2), *edges, numbers]
    cells += ends
    return "| " + " | ".join(cells) + " |"


def spread(values: list[float] | tuple[float, ...], digits: int = 1) -> str:
    if not values:
        return "—"
    low, high = (f"{each:.{digits}f}" for each in (min(values), max(values)))
    return low if low == high else f"{low}～{high}"
