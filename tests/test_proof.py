"""The real page: what `proof` measures, what it finds on spoiled pages, and nothing on sound ones.

All pages of the table are printed by LibreOffice in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import foreign_docx
from docgen.base.catalogue import Severity
from docgen.base.diagnostics import Diagnostic, Report
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE
from docgen.build import Build
from docgen.checks.proof import Proof, proof
from docgen.checks.proof.manuscript import Area, Manuscript, Paragraph
from docgen.checks.proof.printed import read_pages
from docgen.checks.proof.sheet import Box, Character, Colour, Font, Sheet
from docgen.checks.specimen import contract_sample
from docgen.checks.templates import sample
from docgen.library.contracts import contract
from docgen.library.profiles import find_profile, standard
from docgen.model import tree
from docgen.render.docx import render_docx
from docgen.render.office import need_office
from docgen.render.package import pack, read_package, write_package
from docgen.render.renderer import Renderer
from docgen.source.workspace import Workspace
from specimens import HAN, XIAOBIAOSONG, Sample, changed, run
from test_template import libreoffice

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow

_PAGE, _LINE = 22, 28
BLACK = Colour(0, 0, 0)
_LOWER = 'w:vAnchor="page" w:y="14000"'
_RED = '<w:color w:val="FF0000"/>'
_SETTINGS = "word/settings.xml"


def filler(page: Sample, lines: int, keep: bool = False) -> str:
    """Return one paragraph of so many full lines."""
    return page.body(HAN * (lines * _LINE - 2), keep=keep)


def signed(page: Sample) -> str:
    right = '<w:ind w:rightChars="200" w:right="630"/>'
    return (
        page.paragraph("")
        + page.paragraph("示例市人民政府", align="right", indent=right)
        + page.paragraph("2026年3月9日", align="right", indent=right)
    )


def notice(page: Sample, *, lines: int = 50, more: str = "") -> str:
    """Return a title, addressees, `lines` of text, and a signature: 22 lines to a page."""
    return (
        page.paragraph("关于开展春季检查的通知", align="center", size=44, font=XIAOBIAOSONG)
        + page.paragraph("")
        + page.paragraph("各区县人民政府：")
        + filler(page, lines - 1)
        + page.body("请各单位照此办理。")
        + signed(page)
        + more
    )


def frame(xml: str) -> str:
    """Return paragraphs put into a frame on the foot of the text area."""
    place = '<w:framePr w:w="8844" w:wrap="notBeside" w:hAnchor="margin" w:xAlign="center" '
    return xml.replace("<w:pPr>", f'<w:pPr>{place}w:vAnchor="margin" w:yAlign="bottom"/>')


def imprint(page: Sample) -> str:
    return page.paragraph("抄送：示例市委办公室。", size=28) + page.paragraph(
        "示例市人民政府办公室　　2026年3月9日印发", size=28
    )


def red_head(page: Sample, *, above: int = 1796, below: int = 8) -> str:
    """Return a head: its mark so many twips below the text area's top, the line so many
    points below the number's."""
    mark = run("示例市人民政府文件", font=XIAOBIAOSONG, size=92, more=_RED)
    spacing = f'<w:spacing w:before="{above}" w:line="1200" w:lineRule="exact"/>'
    number = page.paragraph("示府发〔2026〕3号", align="center")
    border = f'<w:bottom w:val="single" w:sz="12" w:space="{below}" w:color="FF0000"/>'
    number = number.replace("<w:widowControl", f"<w:pBdr>{border}</w:pBdr><w:widowControl", 1)
    marked = f'<w:p><w:pPr>{spacing}<w:jc w:val="center"/></w:pPr>{mark}</w:p>'
    return marked + page.paragraph("") * 2 + number + page.paragraph("") * 2


def table(rows: int) -> str:
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p>{run(HAN * 4)}</w:p></w:tc>'
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    row = f"<w:tr>{cell * 2}</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{row * rows}</w:tbl>"


def section_break(page: Sample) -> str:
    return f"<w:p><w:pPr>{page.section()}</w:pPr></w:p>"


class Story(NamedTuple):
    """A document, and the codes of what is found on its pages (missing fonts apart)."""

    document: bytes
    found: set[str]


def sound() -> Iterator[tuple[str, bytes]]:
    page = Sample()
    yield "a notice of three pages", page.document(notice(page))
    yield "one short page", page.document(notice(page, lines=3))
    yield "a red head", page.document(red_head(page), notice(page, lines=45))
    yield "an imprint on the foot", page.document(notice(page, more=frame(imprint(page))))
    wide = changed(page.document(notice(page)), HAN * 40, "“" + "国，" * 20, "word/document.xml")
    yield "marks that move characters", wide
    headed = filler(page, 21) + page.body("一、标题", keep=True) + filler(page, 30)
    yield "a heading that moved on", page.document(headed)
    kept = filler(page, 15) + page.body(HAN * (8 * _LINE - 2), keep=True) + signed(page)
    yield "a last paragraph that stays with the signature", page.document(kept)
    tabled = filler(page, 5) + table(3) + filler(page, 40)
    yield "a table between lines", page.document(tabled)
    numbered = page.document(notice(page, lines=70))
    mirror = changed(numbered, "<w:evenAndOddHeaders/>", "<w:mirrorMargins/><w:evenAndOddHeaders/>",
                     _SETTINGS)  # fmt: skip
    yield "margins that change sides", mirror
    end = page.paragraph("").replace("</w:pPr>", '</w:pPr><w:r><w:br w:type="page"/></w:r>')
    ended = page.document(filler(page, 5), end, filler(page, 30))
    yield "a page that was ended by hand", ended
    latin = page.body("GB/T 9704-2012 Official format " * 60)
    yield "nothing but Latin", page.document(latin)


def spoiled() -> Iterator[tuple[str, bytes, set[str]]]:
    page = Sample()
    high = Sample(number_before=59)
    yield "a page number 3.5 mm too high", high.document(notice(high)), {"F219"}
    right = Sample(sides=("right", "right"))
    yield "all page numbers on the right", right.document(notice(right)), {"F220"}
    middle = Sample(sides=("center", "center"))
    yield "page numbers centred", middle.document(notice(middle)), {"F220"}
    bare = Sample(number=False)
    yield "no page numbers", bare.document(notice(bare)), {"F218"}
    worded = Sample(number_form=("第", "页"))
    yield "page numbers in words", worded.document(notice(worded)), {"F221"}
    flush = changed(page.document(notice(page)), 'w:right="280"', 'w:right="0"', "word/odd.xml")
    yield "page numbers on the very edge", flush, {"F223"}
    moved = Sample(left=1701, right=1361)
    yield "everything 2 mm to the right", moved.document(notice(moved)), {"F215", "F223"}
    low = Sample(top=2268, bottom=1814)
    yield "text 3 mm lower", low.document(notice(low)), {"F215", "F219"}
    narrow = Sample(left=1985)
    yield "a left margin of 35 mm", narrow.document(notice(narrow)), {"F215", "F210", "F223"}
    loose = Sample(line=600)
    yield "one page, 30 pt lines", loose.document(notice(loose, lines=4)), {"F214"}
    alone = filler(page, _PAGE) + signed(page)
    yield "a signature alone", page.document(alone), {"F231"}
    crowd = page.paragraph("示例县人民政府，" * 76 + "各部门：") + filler(page, 30)
    yield "no text on page one", page.document(crowd), {"F230"}
    yield "an imprint in the flow", page.document(notice(page, more=imprint(page))), {"F233"}
    early = imprint(page) + filler(page, 30)
    yield "an imprint on page one of two", page.document(early), {"F232"}
    lowered = red_head(page, above=1300)
    yield "a mark 26 mm down", page.document(lowered, notice(page, lines=45)), {"F226"}
    far = red_head(page, below=20)
    yield "a red line 8 mm down", page.document(far, notice(page, lines=45)), {"F227"}
    tofu = page.document(notice(page, more=page.body("姓名\U0010fffd字")))
    yield "a glyph that no font has", tofu, {"F237"}
    whole = filler(page, 15) + page.body(HAN * (8 * _LINE - 2), keep=True) + filler(page, 30)
    yield "a whole paragraph kept with the next", page.document(whole), {"F213"}
    size = 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'
    american = changed(page.document(notice(page)), *size)
    yield "American paper", american, {"F217", "F210", "F213", "F215"}
    again = section_break(page) + filler(page, 30)
    restarted = page.document(filler(page, 30), again)
    restarted = changed(restarted, "<w:docGrid", '<w:pgNumType w:start="1"/><w:docGrid')
    yield "page numbers that start again", restarted, {"F225"}
    turned = Sample(landscape=True, top=1588, right=850, bottom=1474, left=850, number=False)
    wide = turned.document(table(3).replace("4000", "7500"))
    yield "a landscape table beyond its area", wide, {"F239", "F222"}
    close = Sample(spacing=-20)
    yield "characters set too close", close.document(filler(close, 60)), {"F210"}
    odd = page.body(HAN * 110).replace('<w:spacing w:val="-5"/>', "")
    yield "one paragraph set wider", page.document(filler(page, 20), odd), {"F211"}
    wide = Sample(spacing=0)
    yield "short lines set too wide", wide.document(wide.body(HAN * 20)), {"F212"}
    low = frame(imprint(page)).replace('w:vAnchor="margin" w:yAlign="bottom"', _LOWER)
    yield "an imprint below the text area", page.document(notice(page, more=low)), {"F234"}
    yield "an empty page", page.document("<w:p/>"), {"F206"}


STORIES = {
    **{name: Story(document, set()) for name, document in sound()},
    **{name: Story(document, found) for name, document, found in spoiled()},
}


@cache
def measured() -> dict[str, tuple[Proof, Report]]:
    libreoffice()
    pdfs = need_office().to_pdf({name: story.document for name, story in STORIES.items()})
    return {name: judged(story.document, pdfs[name]) for name, story in STORIES.items()}


def judged(document: bytes, pdf: bytes, **how: bool) -> tuple[Proof, Report]:
    report = Report()
    return proof(document, pdf, standard(), NOWHERE, report, **how), report


def codes(report: Report) -> set[str]:
    """Return what was found, but for the fonts that this machine does not have."""
    return {found.code for found in report} - {"F235", "F236"}


@pytest.mark.parametrize("name", STORIES)
def test_what_is_wrong_on_the_page_is_found_and_nothing_else(name: str) -> None:
    assert codes(measured()[name][1]) == STORIES[name].found


def one(name: str, code: str) -> Diagnostic:
    return next(found for found in measured()[name][1] if found.code == code)


def test_a_finding_says_the_page_the_measure_and_the_clause() -> None:
    high = one("a page number 3.5 mm too high", "F219")
    assert high.severity is Severity.ERROR
    assert high.message("zh").startswith("第1—3页：页码在版心下 3.")
    assert high.message("zh").endswith("应为 7 毫米（GB/T 9704 7.5 规）")
    side = one("all page numbers on the right", "F220").message("zh")
    assert side == "第2页：页码右侧，应为左侧（GB/T 9704 7.5 规）"
    lines = one("a whole paragraph kept with the next", "F213")
    assert lines.message("zh") == "第1页：每页15行，应为22行（GB/T 9704 5.2.3 一般）"
    assert lines.severity is Severity.WARNING


def test_practice_is_judged_by_practice() -> None:
    name = "a page number 3.5 mm too high"
    document = STORIES[name].document
    pdf = need_office().to_pdf({name: document})[name]
    (found,) = [d for d in judged(document, pdf, statutory=False)[1] if d.code == "F219"]
    assert found.severity is Severity.WARNING
    assert "GB/T" not in found.message("zh") + found.message("en")


def test_the_figures_of_a_sound_page() -> None:
    measures = measured()["a notice of three pages"][0]
    assert {page.lines for page in measures.grid.pages} == {22}
    assert set(measures.grid.counts) == {28}
    assert measures.grid.pitches == pytest.approx([15.75] * len(measures.grid.pitches), abs=0.1)
    assert measures.grid.line_pitch == pytest.approx(28.95, abs=0.02)
    assert [folio.side for folio in measures.folios] == ["right", "left", "right"]
    below = [folio.below for folio in measures.folios]
    assert below == pytest.approx([7.0] * 3, abs=0.5)
    second = measures.margins[1]
    edges = [second.left, second.right, second.top, second.bottom]
    assert edges == pytest.approx([28, 26, 37, 35], abs=0.5)
    assert measures.ending.dates == (3,)
    assert measures.as_dict()["lines"] == {"1": 22, "2": 22}
    shown = {figure.key: figure.value for figure in measures.figures()}
    assert shown["chars"].startswith("28×")
    assert shown["lines"] == "22×2"


def test_the_head_and_the_imprint_of_sound_pages() -> None:
    head = measured()["a red head"][0].head
    assert head is not None
    assert not head.is_letter
    assert head.mark_top == pytest.approx(35, abs=1)
    assert head.line_below == pytest.approx(4, abs=0.5)
    ending = measured()["an imprint on the foot"][0].ending
    assert ending.imprint == ending.pages
    assert ending.imprint_off == pytest.approx(0, abs=1)


def test_a_heading_that_moved_on_leaves_21_lines() -> None:
    grid = measured()["a heading that moved on"][0].grid
    assert [page.lines for page in grid.pages] == [21, 22]


def test_glyphs_from_another_font_are_told(tmp_path: Path) -> None:
    """Where the stand-in for 仿宋 has them all, nothing is."""
    page = Sample()
    document = page.document(notice(page, more=page.body("负责人为镕字辈。")))
    pdf = need_office().to_pdf({"rare": document})["rare"]
    measures, report = judged(document, pdf)
    drawn = "FandolFang-Regular" in measures.glyphs.fonts
    assert set(measures.glyphs.borrowed) == ({"镕"} if drawn else set())
    assert ("F238" in {found.code for found in report}) is drawn


@pytest.mark.parametrize(
    ("change", "page"),
    [
        ("page_number: {position: 居中}", Sample(sides=("center", "center"))),
        ("page: {margins: 补偿}", Sample(line=592, top=1960, bottom=1847, grid="")),
    ],
)
def test_a_house_profile_rules_what_is_right(change: str, page: Sample, tmp_path: Path) -> None:
    libreoffice()
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "own.yaml").write_text(f"extends: gbt9704\n{change}\n", "utf-8")
    report = Report()
    profile = find_profile("own", Workspace(tmp_path), NOWHERE, report)
    assert profile is not None
    document = page.document(notice(page))
    pdf = need_office().to_pdf({"own": document})["own"]
    proof(document, pdf, profile, NOWHERE, report)
    assert codes(report) == set()
    assert codes(judged(document, pdf)[1]) != set()


def test_what_cannot_be_read_is_never_a_pass() -> None:
    page = Sample().document(Sample().plain(10))
    for document, pdf, code in [(b"PK", b"", "F203"), (page, b"no pdf", "F205")]:
        with pytest.raises(DocgenError) as caught:
            judged(document, pdf)
        assert caught.value.diagnostic.code == code


def test_a_line_that_only_resembles_a_later_one_does_not_lead_astray() -> None:
    """A mark that the text does not hold is the signature's words, at the end of the text."""
    office, first = "示例市人民政府办公室", "开头的一段话到这里为止"
    words = [first, *(f"第{n}段话说的是别的事情" for n in range(20)), office]
    fixed = (frozenset[int](), False, False, False, False, 28.95)
    area = Area(595, 842, 100, 70, 100, 80, False)
    text = Manuscript(tuple(Paragraph(word, *fixed) for word in words), (area,), (), (), False)
    sheet = Sheet(1, 595, 842, [*typed(office, 150), *typed(first, 180), *typed(words[1], 210)])
    (page,) = read_pages([sheet], text)
    assert [printed.paragraph for printed in page.body] == [-1, 0, 1]


def typed(text: str, baseline: float) -> Iterator[Character]:
    for n, char in enumerate(text):
        box = Box(80 + 16 * n, baseline - 14, 96 + 16 * n, baseline + 2)
        yield Character(char, box.left, baseline, box, box, 16, Font("", True, None), BLACK)


@cache
def examples() -> dict[str, tuple[Proof, Report]]:
    """Build the example documents and measure them."""
    from tempfile import TemporaryDirectory

    libreoffice()
    with TemporaryDirectory() as name:
        Build().build([ROOT / "examples"], output=Path(name))
        built = sorted(Path(name).rglob("*.docx"))
        documents = {str(path.relative_to(name)): path.read_bytes() for path in built}
    pdfs = need_office().to_pdf(documents)
    return {name: judged(document, pdfs[name]) for name, document in documents.items()}


def test_every_example_document_is_set_by_the_standard() -> None:
    assert len(examples()) >= 8
    found = {name: codes(report) for name, (_, report) in examples().items()}
    assert {name: some for name, some in found.items() if some} == {}


def test_example_lines_hold_28_characters_and_pages_22_lines() -> None:
    for name, (measures, _) in examples().items():
        grid = measures.grid
        assert grid.counts.most_common(1)[0][0] == 28, name
        assert grid.pitches == pytest.approx([15.75] * len(grid.pitches), abs=0.1), name
        short = {page.lines for page in grid.pages if not page.kept}
        assert short <= {22}, name


@cache
def templates() -> dict[str, tuple[Proof, Report]]:
    """Print every shipped template with its minimal and its full context, and with a probe of
    nothing but Hanzi, and measure the pages."""
    libreoffice()
    documents = dict(printed_templates())
    pdfs = need_office().to_pdf(documents)
    return {name: judged(document, pdfs[name]) for name, document in documents.items()}


def printed_templates() -> Iterator[tuple[str, bytes]]:
    probe = tuple(tree.Paragraph(tree.Role.BODY, (tree.Run(HAN * 333),)) for _ in range(6))
    for path in sorted((ROOT / "templates").glob("*.docx")):
        report = Report()
        template = Renderer(report).template(path, path.stem)
        assert template is not None
        for mode in ("minimal", "full"):
            made, scope = (
                contract_sample(path.stem, mode)
                if contract(path.stem)
                else sample(path.stem, mode, Workspace(ROOT))
            )
            for name, blocks in ((mode, made.blocks), (f"{mode} probe", probe)):
                document = render_docx(made._replace(blocks=blocks), scope, template, report)
                assert document is not None
                yield f"{path.stem} {name}", document
        assert list(report) == []


def test_every_template_is_set_by_the_standard() -> None:
    assert len(templates()) >= 40
    found = {name: codes(report) for name, (_, report) in templates().items()}
    assert {name: some for name, some in found.items() if some} == {}


def test_probe_pages_hold_22_lines_of_28_characters_none_excepted() -> None:
    for name, (measures, _) in templates().items():
        if not name.endswith("probe") or name.startswith("task-table"):
            continue  # a table's text is set smaller, and its pages are turned
        assert set(measures.grid.counts) == {28}, name
        assert {page.lines for page in measures.grid.pages} == {22}, name


def test_red_heads_and_letters_of_the_templates() -> None:
    kinds = {}
    for name, (measures, _) in templates().items():
        if measures.head is not None:
            kinds[name.split()[0]] = measures.head
    assert {"notice", "minutes", "briefing", "letter"} <= set(kinds)
    assert {name for name, head in kinds.items() if head.is_letter} == {"letter"}
    assert kinds["letter"].second_line == pytest.approx(20, abs=0.5)
    assert all(head.mark_top and head.line_below for head in kinds.values())


# What is changed in a letter, and what is then found.
LETTERS = {
    "no first page of its own": ("(<w:titlePg)/>", r'\1 w:val="0"/>', {"F224"}),
    "its mark 10 mm higher": (r"(positionV.*?posOffset>)\d+", r"\g<1>632505", {"F226"}),
    "its line further down": (r'(thickThinSmallGap.*?w:space=)"\d+', r'\1"28', {"F227"}),
    "its lower line higher": (r'(w:footer=)"\d+', r'\1"1417', {"F228"}),
    "its line 165 mm long": (r'(extent cx=)"\d+', r'\1"5940000', {"F229"}),
}


@cache
def letters() -> dict[str, Report]:
    libreoffice()
    sound = dict(printed_templates())["letter full"]
    documents = {name: replaced(sound, old, new) for name, (old, new, _) in LETTERS.items()}
    pdfs = need_office().to_pdf(documents)
    return {name: judged(document, pdfs[name])[1] for name, document in documents.items()}


def replaced(document: bytes, old: str, new: str) -> bytes:
    """Return a .docx with a pattern replaced in the one part that has it."""
    parts = {name: part.decode() for name, part in read_package(document).items()}
    (story,) = (name for name in parts if re.search(old, parts[name]))
    parts[story] = re.sub(old, new, parts[story], count=1)
    return write_package(pack(name, part.encode()) for name, part in parts.items())


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_wrong_with_a_letter_is_found(name: str) -> None:
    assert LETTERS[name][2] <= codes(letters()[name])


def test_a_landscape_page_s_number_is_where_upright_pages_have_it() -> None:
    measures = templates()["task-table full"][0]
    assert [folio.page for folio in measures.folios] == list(range(1, measures.pages + 1))
    below = [folio.below for folio in measures.folios]
    assert below == pytest.approx([7] * measures.pages, abs=0.5)


FOREIGN = ("python_docx", "wps", "with_text_boxes", "with_tables", "with_tracked_changes",
           "with_comments", "with_automatic_numbers", "with_footnotes", "with_theme_fonts",
           "with_content_controls", "with_formulas", "with_several_sections")  # fmt: skip


def test_anybody_s_files_are_measured() -> None:
    libreoffice()
    documents = {name: getattr(foreign_docx, name)() for name in FOREIGN}
    pdfs = need_office().to_pdf(documents)
    for name, document in documents.items():
        measures, report = judged(document, pdfs[name])
        assert measures.pages >= 1
        # None of them has page numbers; all of them have Word's own margins.
        assert {"F218", "F215"} <= codes(report), name
        for found in report:
            assert "{" not in found.message("zh") + found.message("en") + found.hint("zh"), name
