"""Templates: made repeatably, and still good after another program has saved them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.checks.specimen import contract_sample, specimen
from docgen.checks.templates import check_template
from docgen.compose import compose
from docgen.language.jinja import Scope
from docgen.library.contracts import contract
from docgen.library.profiles import find_profile, standard
from docgen.library.snippets import Snippets
from docgen.library.templates import template_files
from docgen.model.terms import DOCUMENT_KINDS
from docgen.model.tree import Paragraph, Role, Run, Tree
from docgen.render import blank
from docgen.render.blank.kinds import KINDS
from docgen.render.body import BodyWriter
from docgen.render.docx import render_docx
from docgen.render.package import read_package
from docgen.render.reading import read_paragraphs
from docgen.render.template import Template, compile_template
from docgen.source.loader import Loader
from docgen.source.workspace import Workspace, find_workspace

EXAMPLE = {
    "transmission-outline": "retired-cadres/documents/outline.yaml",
    "speech": "retired-cadres/documents/city-speech.yaml",
    "annual-plan": "retired-cadres/documents/plan-2026.yaml",
}
# The others are papers of this meeting's set, by their kinds' Chinese names.
SET = "one-meeting/meetings/flood-2026.yaml"
# Kinds whose template prints more than every document has: a file says what.
CONTRACTS = sorted(kind for kind in KINDS if contract(kind))
each_kind = pytest.mark.parametrize("kind", sorted(KINDS))


def read(data: bytes) -> Template:
    report = Report()
    template = compile_template(data, Place("template.docx"), report)
    assert list(report) == []
    assert template is not None
    return template


def make_template(kind: str) -> bytes:
    return blank.make_template(kind, standard())


def example(kind: str) -> tuple[Tree, Scope]:
    report = Report()
    path = ROOT / "examples" / EXAMPLE.get(kind, SET)
    found = find_workspace(path, report)
    member = "" if kind in EXAMPLE else DOCUMENT_KINDS[kind].zh
    loaded = Loader(report).document(path, found, member)
    assert loaded is not None
    composed = compose(loaded, Snippets(found), report)
    return composed.tree, composed.scope


def paragraphs(data: bytes, kind: str) -> list[tuple[str, str]]:
    """Return (style, text) of the kind's example, or of its contract's full context, printed."""
    report = Report()
    tree, scope = example(kind) if kind in EXAMPLE else contract_sample(kind, "full")
    printed = render_docx(tree, scope, read(data), report)
    assert list(report) == []
    assert printed is not None
    return read_paragraphs(printed)


@each_kind
def test_the_shipped_template_is_what_the_code_makes(kind: str) -> None:
    """`make templates` writes them; whoever changes one changes the code that makes it."""
    shipped = read_package((ROOT / "templates" / f"{kind}.docx").read_bytes())
    assert shipped == read_package(make_template(kind))


@each_kind
def test_it_prints_made_up_documents_of_every_sort(kind: str) -> None:
    report = Report()
    check_template(read(make_template(kind)), kind, Workspace(Path()), report)
    assert list(report) == []


@each_kind
def test_its_settings_are_those_of_the_standard(kind: str) -> None:
    parts = read_package(make_template(kind))
    document = parts["word/document.xml"].decode()
    styles = parts["word/styles.xml"].decode()
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in document
    assert 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"' in document
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in document
    assert "<w:evenAndOddHeaders/>" in parts["word/settings.xml"].decode()
    # LibreOffice reads the twips, Word the characters; theme fonts would beat the named ones.
    assert styles.count("w:firstLineChars=") == styles.count("w:firstLine=")
    assert "leftChars" not in styles  # beside hangingChars, Word reads it otherwise
    assert "Theme" not in styles
    assert [styles.count(f'<w:outlineLvl w:val="{level}"/>') for level in range(4)] == [1] * 4


def test_docxtpl_patches_without_an_object() -> None:
    """The pinned docxtpl's patch_xml uses nothing of its object; a new version may."""
    from docxtpl import DocxTemplate

    split = "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ x }}</w:t></w:r></w:p>"
    assert "{{ x }}" in DocxTemplate.patch_xml(None, split)


def test_a_workspace_s_own_template_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "speech.docx").write_bytes(b"")
    (own / "~$speech.docx").write_bytes(b"")
    files = template_files(Workspace(tmp_path))
    assert files["speech"] == own / "speech.docx"
    assert set(files) == set(KINDS)


def libreoffice() -> str:
    """Return the soffice program; where it must be there (in CI), its absence is a failure."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and os.environ.get("DOCGEN_REQUIRE_LIBREOFFICE"):
        pytest.fail("LibreOffice must be installed for this run")
    if found is None:
        pytest.skip("NOT TESTED: LibreOffice is not installed")
    return found


@pytest.mark.slow
@each_kind
def test_a_template_that_libreoffice_saved_prints_the_same(kind: str, tmp_path: Path) -> None:
    """LibreOffice renames every style id and splits runs; styles are found by name."""
    source = tmp_path / "in" / f"{kind}.docx"
    source.parent.mkdir()
    source.write_bytes(make_template(kind))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [libreoffice(), f"-env:UserInstallation={profile}", "--headless",
         "--convert-to", "docx", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    saved = (tmp_path / f"{kind}.docx").read_bytes()
    before, after = read(make_template(kind)).styles, read(saved).styles
    assert before.paragraphs["公文正文"] != after.paragraphs["公文正文"]
    assert paragraphs(saved, kind) == paragraphs(make_template(kind), kind)


def test_a_contract_names_what_its_template_names() -> None:
    """Every name of a contract is printed or asked for by the shipped template, and no other."""
    assert CONTRACTS
    for kind in CONTRACTS:
        agreed = contract(kind)
        assert agreed is not None
        named = {name for part in read(make_template(kind)).parts for name in part.code.names}
        assert named == set(agreed.names), kind


@pytest.mark.parametrize("kind", CONTRACTS)
@pytest.mark.parametrize("mode", ["minimal", "full"])
def test_a_contract_names_what_the_composer_gives(kind: str, mode: str) -> None:
    """Every name, and in every document: what it has not is empty."""
    agreed = contract(kind)
    assert agreed is not None
    composed = compose(
        specimen(kind, mode, Workspace(Path())), Snippets(Workspace(Path())), Report()
    )
    given = {each.name for each in composed.tree.named}
    assert given == set(agreed.names) - {"title", "byline", "body"}
    required = {name for name, card in agreed.names.items() if card.required} & given
    empty = {each.name for each in composed.tree.named if not each.value}
    assert not required & empty


def test_a_contract_s_full_context_gives_every_name() -> None:
    """Only what excludes something else may be missing: joint documents have another mark."""
    for kind in CONTRACTS:
        agreed = contract(kind)
        assert agreed is not None
        left_out = set(agreed.names) - set(agreed.contexts["full"])
        assert left_out <= {"joint", "signers"}, kind


def test_a_house_profile_changes_the_template_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "house.yaml").write_text(
        "extends: gbt9704\nfonts: {fangsong: 仿宋}\npage: {margins: 补偿}\n"
        "page_number: {position: 居中}\ntext: {latin: 仿宋}\n",
        "utf-8",
    )
    report = Report()
    house = find_profile("house", Workspace(tmp_path), Place("x"), report)
    assert list(report) == []
    assert house is not None
    parts = read_package(blank.make_template("notice", house))
    styles, document = (parts[f"word/{name}.xml"].decode() for name in ("styles", "document"))
    assert "仿宋_GB2312" not in styles
    assert "Times New Roman" not in styles.split("西文")[1].split("</w:style>")[0]
    assert 'w:top="1960"' in document
    assert 'w:linePitch="592"' in document
    assert '<w:jc w:val="center"/>' in parts["word/footer1.xml"].decode()


# What stands at the end: (signatures, date, sealed) and the cells right of each.
SIGNED = {
    "a short name": (["示例市档案局"], "2026年3月9日", False, [4, 2]),
    "a long name": (["示例市人力资源和社会保障局办公室"], "2026年3月9日", False, [2, 10]),
    "sealed, centred on the date": (["示例市档案局"], "2026年3月9日", True, [4, 4]),
    "sealed, longer than the date": (["示例市人民政府办公室"], "2026年3月9日", True, [2, 4]),
    "two, sealed": (["示例市档案局", "示例市教育局"], "2026年3月9日", True, [4, 4, 4]),
}


@pytest.mark.parametrize("case", SIGNED)
def test_signature_and_date_stand_where_the_standard_has_them(case: str) -> None:
    """7.3.5.1 and 7.3.5.2: the cells that are left empty on the right."""
    names, date, sealed, wanted = SIGNED[case]
    roles = (Role.SEALED_SIGNATURE, Role.SEALED_DATE) if sealed else (Role.SIGNATURE, Role.DATE)
    blocks = (*((roles[0], name) for name in names), (roles[1], date))
    template = read(make_template("notice"))
    paragraphs = tuple(Paragraph(role, (Run(words),)) for role, words in blocks)
    xml = BodyWriter(template.styles).write(paragraphs).__html__()
    right = [int(chars) / 100 for chars in re.findall(r'w:rightChars="(\d+)"', xml)]
    assert right == pytest.approx(wanted, abs=0.01)


def test_several_attachments_stand_below_each_other() -> None:
    """7.3.4: no blank line between them, each number below the first."""
    words = ("附件：1.甲", "2.乙", "3.丙")
    paragraphs = tuple(Paragraph(Role.ATTACHMENT_NOTE, (Run(text),)) for text in words)
    xml = BodyWriter(read(make_template("notice")).styles).write(paragraphs).__html__()
    starts = [
        int(left) - int(hanging)
        for left, hanging in re.findall(r'w:left="(\d+)" w:hanging="(\d+)"', xml)
    ]
    assert starts == [2 * 315, 5 * 315, 5 * 315]
    assert xml.count('w:before="0"') == 2


@pytest.mark.parametrize(("following", "kept"), [("附件说明", False), ("署名", True)])
def test_the_only_line_of_text_stays_on_page_one(following: str, kept: bool) -> None:
    """A signature keeps it; a list of attachments may be long, and would take it along."""
    blocks = tuple(
        Paragraph(role, (Run(words),))
        for role, words in ((Role.BODY, "甲。"), (Role(following), "乙"))
    )
    xml = BodyWriter(read(make_template("notice")).styles).write(blocks).__html__()
    assert ("<w:keepNext/>" in xml.split("</w:p>")[0]) == kept


EXTREME = {
    "page_number: {distance: 1 mm}": "F009",
    "head: {mark_size: 100 pt}": "F009",
    "letter: {second_line: 34.9 mm}": "F009",
    "fonts: {fangsong: 'A&B<c>\"d'}": "",
    "body: {indent: 0字}": "",
}


@pytest.mark.parametrize("text", EXTREME)
def test_a_profile_s_extremes_make_a_sound_template_or_none(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "house.yaml").write_text(f"extends: gbt9704\n{text}\n", "utf-8")
    report = Report()
    house = find_profile("house", Workspace(tmp_path), Place("x"), report)
    assert house is not None, list(report)
    codes = set()
    for kind in KINDS:
        try:
            read(blank.make_template(kind, house))
        except DocgenError as exc:
            codes.add(exc.diagnostic.code)
    assert codes == ({EXTREME[text]} if EXTREME[text] else set())
