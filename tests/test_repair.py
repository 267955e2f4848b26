"""What a template's loops and conditions leave behind is mended; what breaks a file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Workspace
from docgen.build import Build
from docgen.library.shipped import shipped
from docgen.render.package import pack, read_package, write_package
from docgen.render.reading import read_texts
from docgen.render.xml import W, parse_xml

SPEECH = "kind: speech\ntitle: 题\nopening: 文。\nsections: [{title: 甲}, {title: 乙}]\n"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def template(body: str) -> bytes:
    """Return the shipped speech template with `body` before its first paragraph."""
    parts = read_package((shipped("templates") / "speech.docx").read_bytes())
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = document.replace("<w:body>", f"<w:body>{body}", 1).encode()
    return write_package(pack(name, part) for name, part in parts.items())


def built(body: str, workspace: Workspace) -> tuple[list[str], Path | None]:
    """Return the codes of building a speech with the template, and the file it made."""
    root = workspace({"documents/a.yaml": SPEECH, "templates/.keep": ""})
    (root / "templates" / "speech.docx").write_bytes(template(body))
    result = Build().build([root / "documents"])
    codes = [d.code for d in result.report]
    return codes, result.outputs[0].written.path if result.outputs else None


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: str, columns: int = 1) -> str:
    grid = '<w:gridCol w:w="4000"/>' * columns
    made = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl><w:p/>"


def document_of(path: Path | None) -> object:
    assert path is not None
    return parse_xml(read_package(path.read_bytes())["word/document.xml"])


def test_repeated_cells_widen_the_grid(workspace: Workspace) -> None:
    row = "".join(
        map(CELL.format, ("{%tc for s in sections %}", "{{ s.title }}", "{%tc endfor %}"))
    )
    codes, path = built(table(row, columns=1), workspace)
    assert codes == []
    root = document_of(path)
    assert len(root.findall(f".//{W}gridCol")) == 2  # type: ignore[attr-defined]


def test_a_cell_that_a_condition_empties_keeps_a_paragraph(workspace: Workspace) -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>".format(
        "".join(map(paragraph, ("{%p if closing %}", "有", "{%p endif %}")))
    )
    codes, path = built(table(cell), workspace)
    assert codes == []
    [cell_made] = document_of(path).iter(f"{W}tc")  # type: ignore[attr-defined]
    assert cell_made.find(f"{W}p") is not None


def test_bookmarks_and_drawings_in_a_loop_stay_single(workspace: Workspace) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="m"/><w:bookmarkEnd w:id="1"/>'
    inline = f'<wp:inline xmlns:wp="{_WP}"><wp:docPr id="7" name="p"/></wp:inline>'
    drawing = f"<w:r><w:drawing>{inline}</w:drawing></w:r>"
    body = paragraph("{%p for s in sections %}") + f"<w:p>{mark}{drawing}</w:p>"
    codes, path = built(body + paragraph("{%p endfor %}"), workspace)
    assert codes == []
    root = document_of(path)
    assert len(list(root.iter(f"{W}bookmarkStart"))) == 1  # type: ignore[attr-defined]
    assert [d.get("id") for d in root.iter(f"{{{_WP}}}docPr")] == ["1", "2"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<w:p><w:bookmarkStart w:id="1" w:name="{{ title }}"/></w:p>', "T024"),
        ("<w:p><w:r><w:instrText>TITLE {{ title }}</w:instrText></w:r></w:p>", "T024"),
        (table(CELL.format("{%tr for s in sections %}") + CELL.format("表头"), columns=2), "T013"),
        (paragraph("{% set b = [body] %}{{ b|first }}"), "T018"),
    ],
    ids=["a bookmark's name", "a field's code", "text beside a row's tag", "the body in a set"],
)
def test_what_would_break_or_lose_something_is_refused(
    body: str, code: str, workspace: Workspace
) -> None:
    codes, path = built(body, workspace)
    assert code in codes
    assert path is None


def test_a_template_without_the_body_writes_nothing(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH, "templates/.keep": ""})
    parts = read_package((shipped("templates") / "speech.docx").read_bytes())
    document = parts["word/document.xml"].decode().replace("{{p body }}", "正文")
    parts["word/document.xml"] = document.encode()
    made = write_package(pack(name, part) for name, part in parts.items())
    (root / "templates" / "speech.docx").write_bytes(made)
    result = Build().build([root])
    assert [d.code for d in result.report] == ["T041"]
    assert result.outputs == []
    assert len(result.refused) == 1


@pytest.mark.parametrize("title", ["甲\t乙", "甲|乙", "Annual Work | Plan"])
def test_properties_are_one_sound_line(title: str, workspace: Workspace) -> None:
    document = f'kind: speech\ntitle: "{title}"\norg: "某\\n局"\nopening: 文。\n'.replace(
        "\t", "\\t"
    )
    result = Build().build([workspace({"documents/a.yaml": document})])
    [output] = result.outputs
    parts = read_package(output.written.path.read_bytes())
    root = parse_xml(parts["docProps/core.xml"])
    assert "\n" not in "".join(root.itertext())
    assert read_texts(output.written.path.read_bytes())[-1] == "文。"


def test_multiplication_signs_keep_the_chinese_face(workspace: Workspace) -> None:
    """× stands for what is masked; it is set full width like the characters beside it."""
    root = workspace({"documents/a.yaml": "kind: speech\ntitle: 题\nopening: 刘××说R×D÷2。\n"})
    [output] = Build().build([root]).outputs
    document = read_package(output.written.path.read_bytes())["word/document.xml"].decode()
    assert '<w:rStyle w:val="Western"/></w:rPr><w:t xml:space="preserve">R</w:t>' in document
    assert not [run for run in document.split("<w:r>") if "Western" in run and "×" in run]
