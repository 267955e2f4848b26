"""No file that a person edited is ever lost, and no file is written for nothing."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from conftest import Workspace
from docgen.build import Build, Result
from docgen.render.package import read_package
from docgen.render.reading import read_texts

FIRST = "kind: speech\ntitle: 讲话\norg: 市档案局\nopening: 第一稿。\n"
SECOND = FIRST.replace("第一稿", "第二稿")
THIRD = FIRST.replace("第一稿", "第三稿")

Content = dict[str, bytes]


@pytest.fixture
def root(workspace: Workspace) -> Path:
    """A workspace whose document has been built once, as docx, txt and md."""
    root = workspace({"documents/a.yaml": FIRST})
    build(FIRST)
    return root / "build"


def build(document: str, *, force: bool = False) -> Result:
    Path("documents/a.yaml").write_text(document, encoding="utf-8")
    return Build().build([Path("documents")], formats=["docx", "txt", "md"], force=force)


def codes(result: Result) -> list[str]:
    return [diagnostic.code for diagnostic in result.report]


def statuses(result: Result) -> list[str]:
    return [output.written.status for output in result.outputs]


def files(folder: Path) -> list[str]:
    """Return the names of the files in a folder that a person sees."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def texts(path: Path) -> list[str]:
    """Return the paragraphs of a .docx below its title."""
    return read_texts(path.read_bytes())[1:]


def zipped(parts: Content, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def changed(path: Path, name: str, old: str, new: str) -> bytes:
    """Return a .docx with one thing replaced in one of its parts."""
    parts = read_package(path.read_bytes())
    before = parts[name].decode()
    assert old in before
    return zipped({**parts, name: before.replace(old, new, 1).encode()})


# -- what is ours is overwritten -----------------------------------------------------------


def test_a_document_that_is_the_same_is_not_written_again(root: Path) -> None:
    for path in root.iterdir():
        os.utime(path, (1, 1))
    result = build(FIRST)
    assert statuses(result) == ["unchanged"] * 3
    assert {path.stat().st_mtime for path in root.iterdir()} == {1}


def test_docgen_overwrites_its_own_silently(root: Path) -> None:
    for document in (SECOND, THIRD, FIRST, THIRD):
        result = build(document)
        assert (codes(result), statuses(result)) == ([], ["written"] * 3)
    assert texts(root / "a.docx") == ["第三稿。"]
    assert (root / "a.txt").read_text("utf-8") == "讲话\n第三稿。\n"
    assert files(root) == ["a.docx", "a.md", "a.txt"]


def test_nothing_temporary_is_left(root: Path) -> None:
    build(SECOND)
    build(SECOND, force=True)
    hidden = [path.name for path in root.iterdir() if path.name.startswith(".")]
    assert hidden == [".docgen-digests.json"]


def test_a_file_that_was_deleted_is_made_again(root: Path) -> None:
    for path in root.glob("a.*"):
        path.unlink()
    assert (codes(build(SECOND)), files(root)) == ([], ["a.docx", "a.md", "a.txt"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_an_office_can_read_what_is_written(root: Path) -> None:
    plain = root / "plain"
    plain.touch()
    assert (root / "a.docx").stat().st_mode == plain.stat().st_mode


# -- what a person did is kept -------------------------------------------------------------


def with_python_docx(edit: Callable[[docx.document.Document], object]) -> Callable[[Path], bytes]:
    def saved(path: Path) -> bytes:
        document = docx.Document(str(path))
        edit(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return saved


def added_part(path: Path) -> bytes:
    return zipped({**read_package(path.read_bytes()), "word/comments.xml": b"<a/>"})


def part_taken_out(path: Path) -> bytes:
    parts = read_package(path.read_bytes())
    return zipped({name: part for name, part in parts.items() if name != "word/footer1.xml"})


def part_renamed(path: Path) -> bytes:
    parts = read_package(path.read_bytes())
    return zipped({name.replace("footer2", "footer3"): part for name, part in parts.items()})


def cut_short(path: Path) -> bytes:
    return path.read_bytes()[:-30]


def digest_taken_out(path: Path) -> bytes:
    parts = read_package(path.read_bytes())
    return zipped({name: part for name, part in parts.items() if name != "docProps/custom.xml"})


CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
EDITS: dict[str, Callable[[Path], bytes]] = {
    "a word of the body": lambda path: changed(path, "word/document.xml", "第一稿", "定稿"),
    "the footer": lambda path: changed(path, "word/footer1.xml", "—", "-"),
    "a style": lambda path: changed(path, "word/styles.xml", "黑体", "宋体"),
    "the settings": lambda path: changed(path, "word/settings.xml", "zh-CN", "zh-TW"),
    "the title among the properties": lambda path: changed(path, CORE, "讲话", "报告"),
    "a property of its own": lambda path: changed(
        path, CUSTOM, "</Properties>", '<property name="密级">秘密</property></Properties>'
    ),
    "the digest": lambda path: changed(path, CUSTOM, "<vt:lpwstr>", "<vt:lpwstr>0"),
    "a part added": added_part,
    "a part taken out": part_taken_out,
    "a part renamed": part_renamed,
    "the digest taken out": digest_taken_out,
    "saved by another program": with_python_docx(lambda document: None),
    "a paragraph added": with_python_docx(lambda document: document.add_paragraph("还有一句。")),
    "a header written": with_python_docx(
        lambda document: document.sections[0].header.add_paragraph("内部材料")
    ),
    "an author given": with_python_docx(
        lambda document: setattr(document.core_properties, "author", "王××")
    ),
    "a document of somebody else's": lambda path: zipped({"word/document.xml": b"<a/>"}),
    "no zip file at all": lambda path: "不是 Word 文件".encode(),
    "an empty file": lambda path: b"",
    "cut short": cut_short,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_document_is_kept(edit: Callable[[Path], bytes], root: Path) -> None:
    edited = edit(root / "a.docx")
    assert edited != (root / "a.docx").read_bytes()
    (root / "a.docx").write_bytes(edited)
    result = build(SECOND)
    assert (codes(result), statuses(result)) == (["W001"], ["kept", "written", "written"])
    assert (root / "a.docx").read_bytes() == edited
    assert texts(root / "a.new.docx") == ["第二稿。"]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_kept_even_if_the_source_is_the_same(
    edit: Callable[[Path], bytes], root: Path
) -> None:
    edited = edit(root / "a.docx")
    (root / "a.docx").write_bytes(edited)
    assert codes(build(FIRST)) == ["W001"]
    assert (root / "a.docx").read_bytes() == edited


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_packing_a_document_anew_loses_nothing(method: int, root: Path) -> None:
    path = root / "a.docx"
    parts = read_package(path.read_bytes())
    path.write_bytes(zipped(parts, method))
    result = build(SECOND)
    kept = path if codes(result) else None
    assert kept is None or read_package(kept.read_bytes()) == parts
    assert texts(result.outputs[0].written.path.with_name("a.new.docx" if kept else "a.docx")) == [
        "第二稿。"
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("edited", ["人改的。\n", ""], ids=["edited", "emptied"])
def test_an_edited_text_is_kept(name: str, edited: str, root: Path) -> None:
    (root / name).write_text(edited, encoding="utf-8")
    result = build(SECOND)
    assert codes(result) == ["W001"]
    assert (root / name).read_text("utf-8") == edited
    stem, ending = name.split(".")
    assert "第二稿。" in (root / f"{stem}.new.{ending}").read_text("utf-8")


@pytest.mark.parametrize("damage", ["lost", "not JSON", "[]", "{}"])
def test_texts_are_kept_when_the_digests_are_lost(damage: str, root: Path) -> None:
    digests = root / ".docgen-digests.json"
    digests.unlink() if damage == "lost" else digests.write_text(damage)
    result = build(SECOND)
    assert statuses(result) == ["written", "kept", "kept"]
    assert (root / "a.txt").read_text("utf-8") == "讲话\n第一稿。\n"
    assert codes(build(SECOND)) == ["W001", "W001"]


@pytest.mark.parametrize("name", ["a.docx", "a.txt"])
def test_somebody_else_s_file_is_kept(name: str, workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": FIRST, f"build/{name}": "别人的。"}) / "build"
    assert codes(build(FIRST)) == ["W001"]
    assert (root / name).read_text("utf-8") == "别人的。"


# -- the new one lies beside it ------------------------------------------------------------


def test_the_new_one_is_written_again_as_the_source_changes(root: Path) -> None:
    (root / "a.docx").write_bytes(b"edited")
    for document in (SECOND, SECOND, THIRD):
        assert codes(build(document)) == ["W001"]
    assert texts(root / "a.new.docx") == ["第三稿。"]
    assert files(root) == ["a.docx", "a.md", "a.new.docx", "a.txt"]


def test_an_edited_new_one_is_kept_too(root: Path) -> None:
    (root / "a.docx").write_bytes(b"edited")
    build(SECOND)
    (root / "a.new.docx").write_bytes(b"edited too")
    build(SECOND)
    build(THIRD)
    assert (root / "a.docx").read_bytes() == b"edited"
    assert (root / "a.new.docx").read_bytes() == b"edited too"
    assert texts(root / "a.new-2.docx") == ["第三稿。"]
    assert files(root) == ["a.docx", "a.md", "a.new-2.docx", "a.new.docx", "a.txt"]


def test_an_edited_new_text_is_kept_too(root: Path) -> None:
    (root / "a.txt").write_text("edited")
    build(SECOND)
    (root / "a.new.txt").write_text("edited too")
    build(THIRD)
    assert (root / "a.new.txt").read_text() == "edited too"
    assert (root / "a.new-2.txt").read_text("utf-8") == "讲话\n第三稿。\n"


def test_force_overwrites_and_keeps_a_backup(root: Path) -> None:
    for number, edited in enumerate((b"edited", b"edited again"), start=1):
        (root / "a.docx").write_bytes(edited)
        result = build(SECOND, force=True)
        assert codes(result) == ["W004"]
        assert texts(root / "a.docx") == ["第二稿。"]
        backups = {path.read_bytes() for path in root.glob("a.bak-*.docx")}
        assert len(backups) == number
        assert edited in backups


def test_force_makes_no_backup_of_docgen_s_own(root: Path) -> None:
    assert codes(build(SECOND, force=True)) == []
    assert files(root) == ["a.docx", "a.md", "a.txt"]


def test_a_file_in_the_way_of_the_folder_is_told(root: Path) -> None:
    Path("out").write_text("a file")
    result = Build().build([Path("documents")], output=Path("out"))
    assert (codes(result), statuses(result)) == (["W003"], ["failed"])
    assert Path("out").read_text() == "a file"


def test_a_folder_in_the_way_is_told(root: Path) -> None:
    (root / "a.docx").unlink()
    (root / "a.docx").mkdir()
    result = build(SECOND)
    assert (codes(result), statuses(result)) == (["W003"], ["failed", "written", "written"])
