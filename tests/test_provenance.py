"""Provenance: every paragraph of a .docx says where it came from, whatever was done to it."""

from __future__ import annotations

import copy
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from conftest import ROOT, SHARED, Workspace
from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.build import Build
from docgen.checks.origins import Origins, Told, read_origins, realigned
from docgen.cli import cli
from docgen.compose import compose
from docgen.library.snippets import Snippets
from docgen.render.docx import render_docx
from docgen.render.package import pack, read_package, write_package
from docgen.render.properties import is_as_written
from docgen.render.provenance import NAMESPACE, Row, hash_of, is_provenance
from docgen.render.reading import read_texts
from docgen.render.template import compile_template
from docgen.source.loader import Loader
from docgen.source.workspace import find_workspace
from test_examples import DOCUMENTS, EXAMPLES, called
from test_template import libreoffice

HERE = Place("a.docx")


def read(data: bytes) -> Origins:
    report = Report()
    origins = read_origins(data, HERE, report)
    assert list(report) == []
    assert origins is not None
    return origins


def built(root: Path, **options: Any) -> bytes:
    """Return the only document of a workspace, built without a word."""
    result = Build().build([root / "documents"], **options)
    assert list(result.report) == []
    (output,) = result.outputs
    return output.written.path.read_bytes()


def changed(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    """Return a .docx with other parts; None takes one out."""
    whole = {**read_package(data), **parts}
    return write_package(pack(name, part) for name, part in whole.items() if part is not None)


def part_of(data: bytes) -> str:
    (name,) = (name for name, part in read_package(data).items() if is_provenance(part))
    return name


def made_of(told: Told) -> tuple[str, str, tuple[str, ...]]:
    assert told.row is not None, told
    return told.row.file, told.row.key, told.row.snippets


def keys(origins: Origins) -> list[str]:
    return [told.row.key if told.row else told.status for told in origins.paragraphs]


def snippets(origins: Origins) -> list[tuple[str, ...]]:
    return [made_of(told)[2] for told in origins.paragraphs]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every example, built: what it is called → the .docx."""
    folder = tmp_path_factory.mktemp("built")
    result = Build().build([EXAMPLES], output=folder)
    assert not result.refused
    return {called(output.job): output.written.path for output in result.outputs}


@pytest.fixture(scope="module")
def saved(outputs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same, opened and saved by LibreOffice; two of one name never meet in a folder."""
    folder, profile = tmp_path_factory.mktemp("saved"), tmp_path_factory.mktemp("profile")
    named = {f"{number}.docx": name for number, name in enumerate(outputs)}
    for copied, name in named.items():
        shutil.copy(outputs[name], profile / copied)
    subprocess.run(
        [libreoffice(), f"-env:UserInstallation={(profile / 'user').as_uri()}", "--headless",
         "--convert-to", "docx", "--outdir", str(folder), *(str(profile / n) for n in named)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: (folder / copied).read_bytes() for copied, name in named.items()}


each_example = pytest.mark.parametrize("name", [called(job) for job in DOCUMENTS])


# -- all of every example ------------------------------------------------------------------


def assert_all_known(origins: Origins, name: str) -> None:
    """Assert that each paragraph came from a file there is, and each snippet is one."""
    root = EXAMPLES / Path(name).parts[0]
    assert origins.gone == ()
    for told in origins.paragraphs:
        file, key, labels = made_of(told)
        assert told.status == "same"
        assert (root / file).is_file()
        assert key
        for label in labels:
            id, _, version = label.partition("@")
            stem = id if version == "1" else label
            assert any((base / "snippets" / f"{stem}.md").is_file() for base in (root, ROOT))


@each_example
def test_every_paragraph_of_an_example_says_where_it_came_from(
    name: str, outputs: dict[str, Path]
) -> None:
    data = outputs[name].read_bytes()
    origins = read(data)
    assert [told.text for told in origins.paragraphs] == read_texts(data)
    assert_all_known(origins, name)


@pytest.mark.slow
@each_example
def test_it_still_does_when_libreoffice_saved_it(
    name: str, outputs: dict[str, Path], saved: dict[str, bytes]
) -> None:
    before, after = read(outputs[name].read_bytes()), read(saved[name])
    assert_all_known(after, name)
    assert [made_of(told) for told in after.paragraphs] == list(map(made_of, before.paragraphs))


# -- after edits ---------------------------------------------------------------------------

Edit = Callable[[Any], None]


def edited(data: bytes, edit: Edit) -> bytes:
    """Return a .docx after a person changed its body."""
    document = docx.Document(io.BytesIO(data))
    edit(document.element.body)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraphs(body: Any) -> list[Any]:
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = body.findall(f"{tag}p")
    return [each for each in found if "".join(t.text or "" for t in each.iter(f"{tag}t"))]


def say(paragraph: Any, words: str) -> None:
    texts = [node for node in paragraph.iter() if node.tag.endswith("}t")]
    texts[0].text = words
    for text in texts[1:]:
        text.text = ""


def three_edits(body: Any) -> None:
    """Insert after the sixth, move the eighth to the twelfth, delete the tenth."""
    p = paragraphs(body)
    new = copy.deepcopy(p[5])
    say(new, "会后又加了一段话，谁也没有写在文件里。")
    p[5].addnext(new)
    p[11].addnext(p[7])
    body.remove(p[9])


def assert_told_after_edits(data: bytes) -> None:
    before = [made_of(told) for told in read(data).paragraphs]
    after = read(edited(data, three_edits))
    wanted: list[Any] = [*before]
    moved = wanted.pop(7)
    wanted.insert(11, moved)
    wanted.remove(before[9])
    wanted.insert(6, None)
    assert [told.row and made_of(told) for told in after.paragraphs] == wanted
    assert [told.number for told in after.paragraphs if told.status == "unknown"] == [7]
    assert sum(told.status == "moved" for told in after.paragraphs) == 1
    assert [row.key for row in after.gone] == [before[9][1]]


LONG = "retired-cadres/documents/city-speech.yaml"


def test_one_inserted_one_moved_one_deleted(outputs: dict[str, Path]) -> None:
    assert_told_after_edits(outputs[LONG].read_bytes())


@pytest.mark.slow
def test_one_inserted_one_moved_one_deleted_after_libreoffice(saved: dict[str, bytes]) -> None:
    assert_told_after_edits(saved[LONG])


def rows(*texts: str) -> list[Row]:
    """Return rows whose key is their number."""
    return [Row(hash_of(text), "a.yaml", str(number)) for number, text in enumerate(texts)]


REALIGNED: dict[str, tuple[str, str, str]] = {
    # texts as built, texts now, the row (or -) of each
    "nothing changed": ("甲乙丙", "甲乙丙", "012"),
    "inserted first": ("甲乙丙", "新甲乙丙", "-012"),
    "inserted last": ("甲乙丙", "甲乙丙新", "012-"),
    "deleted": ("甲乙丙", "甲丙", "02"),
    "all deleted": ("甲乙丙", "", ""),
    "moved up": ("甲乙丙丁", "丁甲乙丙", "3012"),
    "moved down": ("甲乙丙丁", "乙丙丁甲", "1230"),
    "turned round": ("甲乙丙", "丙乙甲", "210"),
    "edited": ("甲乙丙", "甲改丙", "0-2"),
    "copied": ("甲乙丙", "甲乙丙甲", "0120"),
    "two equal ones": ("甲乙甲丙", "甲乙甲丙", "0123"),
    "the first of two equal ones deleted": ("甲乙甲丙", "乙甲丙", "123"),
    "the second of two equal ones deleted": ("甲乙甲丙", "甲乙丙", "013"),
    "one inserted between two equal ones": ("甲甲丙", "甲新甲丙", "0-12"),
    "two equal ones beside each other": ("丙甲甲丁", "丙甲甲丁", "0123"),
    "nobody's": ("甲乙", "子丑", "--"),
    "inserted, moved and deleted at once": ("甲乙丙丁戊己庚", "甲新乙丁戊丙庚", "0-13426"),
}


@pytest.mark.parametrize("case", REALIGNED)
def test_rows_are_realigned(case: str) -> None:
    before, after, wanted = REALIGNED[case]
    found = realigned(list(after), rows(*before)).paragraphs
    assert "".join(told.row.key if told.row else "-" for told in found) == wanted


def test_an_edited_paragraph_is_unknown_and_says_what_stood_there() -> None:
    found = realigned(["甲", "改", "丙"], rows("甲", "乙", "丙"))
    told = found.paragraphs[1]
    assert (told.status, told.near and told.near.key, found.gone) == ("unknown", "1", ())


def test_two_new_ones_where_one_stood_are_not_guessed_at() -> None:
    found = realigned(["甲", "新", "改", "丙"], rows("甲", "乙", "丙"))
    assert [told.near for told in found.paragraphs] == [None] * 4
    assert [row.key for row in found.gone] == ["1"]


def test_spaces_and_line_breaks_may_change() -> None:
    assert hash_of("全市老干部\n工作　会议 ") == hash_of("全市老干部工作会议")
    assert hash_of("全市") != hash_of("全省")


def test_a_long_table_of_equal_cells_is_realigned() -> None:
    texts = [text for n in range(600) for text in (str(n), "市档案局", "各区县", "2026年6月")]
    found = realigned(["新", *texts[4:]], rows(*texts))
    assert [told.row and told.row.key for told in found.paragraphs[1:]] == [
        str(number) for number in range(4, len(texts))
    ]


def test_a_long_table_of_nothing_but_equal_cells_is_realigned() -> None:
    """Words that are everywhere are no noise to be left out."""
    texts = ["是", "否"] * 150
    found = realigned(texts[1:], rows(*texts))
    assert [told.row and told.row.key for told in found.paragraphs] == [
        str(number) for number in range(1, len(texts))
    ]


def test_what_tracked_changes_took_away_does_not_count(workspace: Workspace) -> None:
    data = built(workspace({"documents/a.yaml": SPEECH + "opening: [甲乙。, 丙丁。]\n"}))
    xml = read_package(data)["word/document.xml"].decode()
    run = '<w:r><w:t xml:space="preserve">甲乙。</w:t></w:r>'
    assert run in xml
    gone = "<w:r><w:delText>旧话。</w:delText></w:r>"
    tracked = (
        f'<w:del w:id="1" w:author="a">{gone}</w:del>'
        '<w:moveFrom w:id="2" w:author="a"><w:r><w:t>走了。</w:t></w:r></w:moveFrom>'
        f'<w:ins w:id="3" w:author="a">{run}</w:ins>'
    )
    origins = read(changed(data, {"word/document.xml": xml.replace(run, tracked).encode()}))
    assert keys(origins) == ["title", "opening[0]", "opening[1]"]


# -- what a row says -----------------------------------------------------------------------

SPEECH = "kind: speech\ntitle: 讲话\n"
DATED = SPEECH + "date: 2026-03-01\n"


def snippet(body: str, card: str = "") -> str:
    return f"---\ntitle: 片段\nuse: point\n{card}---\n{body}\n"


def test_two_equal_paragraphs_keep_their_own_origins(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH + "opening: [同样。, 不同。, 同样。]\n"})
    assert keys(read(built(root))) == ["title", "opening[0]", "opening[1]", "opening[2]"]


SEVERAL: dict[str, tuple[str, list[tuple[str, ...]]]] = {
    "a reference": ("opening: {snippet: own/a}\n", [("own/a@1",)]),
    "a version": ("opening: {snippet: own/v}\n", [("own/v@2",)]),
    "in a text": ("opening: '先说{{ snippet(\"own/a\") }}再说。'\n", [("own/a@1",)]),
    "two in a text": (
        'opening: \'{{ snippet("own/a") }}{{ snippet("own/b") }}\'\n',
        [("own/a@1", "own/b@1")],
    ),
    "in a snippet": ("opening: {snippet: own/both}\n", [("own/both@1", "own/a@1", "own/b@1")]),
    "in one of two paragraphs": (
        'opening: |\n  {{ snippet("own/a") }}\n\n  没有片段。\n',
        [("own/a@1",), ()],
    ),
    "changed by a filter": (
        "opening: '{{ snippet(\"own/a\")|trim }}'\n",
        [("own/a@1",)],
    ),
    "of a text named by another": (
        "opening: '{{ snippet(\"own/a\") }}'\nclosing: '又说：{{ opening }}'\n",
        [("own/a@1",), ("own/a@1",)],
    ),
    "joined in one paragraph": (
        "sections:\n- {title: 一事, lead: 做到, series: inline, points: "
        "[{snippet: own/a}, 手写, {snippet: own/b}]}\n",
        [(), ("own/a@1", "own/b@1")],
    ),
    "heading and text": (
        "sections:\n- title: 一事\n  points:\n  - {snippet: own/headed}\n",
        [(), ("own/headed@1",), ("own/headed@1",)],
    ),
    "heading in the paragraph": (
        "sections:\n- title: 一事\n  series: arabic\n  points:\n"
        "  - {title: '{{ snippet(\"own/a\") }}', text: '{{ snippet(\"own/b\") }}'}\n",
        [(), ("own/b@1", "own/a@1")],
    ),
    "heading of a section": (
        "sections:\n- {title: '{{ snippet(\"own/a\") }}', lead: 手写。}\n",
        [("own/a@1",), ()],
    ),
}
OWN = {
    "snippets/own/a.md": snippet("抓紧办。"),
    "snippets/own/b.md": snippet("抓好办。"),
    "snippets/own/both.md": snippet('{{ snippet("own/a") }}也要{{ snippet("own/b") }}'),
    "snippets/own/headed.md": snippet("抓实办。", "heading: 抓实\n"),
    "snippets/own/v.md": snippet("旧话。", "valid: {to: 2025-12-31}\n"),
    "snippets/own/v@2.md": snippet("新话。", "valid: {from: 2026-01-01}\n"),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_every_snippet_in_a_paragraph_is_told(case: str, workspace: Workspace) -> None:
    document, wanted = SEVERAL[case]
    found = read(built(workspace({"documents/a.yaml": DATED + document, **OWN})))
    assert snippets(found)[2:] == wanted  # below the title and the date


def test_only_the_cells_with_words_of_a_snippet_are_told(workspace: Workspace) -> None:
    plan = (
        "kind: annual-plan\nyear: 2026\norg: 示例局\ndate: 2026-01-05\ntask_table: true\n"
        "sections:\n- title: 一事\n  tasks:\n"
        "  - {title: '{{ snippet(\"own/a\") }}', owner: 办公室}\n  - {title: 手写, owner: 人事处}\n"
    )
    found = read(built(workspace({"documents/a.yaml": plan, **OWN})))
    cells = {told.text: told.row for told in found.paragraphs[-6:]}
    labels = [row.snippets for row in cells.values() if row]
    assert labels == [(), ("own/a@1",), (), (), (), ()]
    assert {row.key for row in cells.values() if row} == {
        "sections[0].tasks[0]", "sections[0].tasks[1]"
    }  # fmt: skip


def test_a_template_s_own_words_are_the_template_s(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH + "org: 示例局\nopening: 正文。\n"})
    template = docx.Document(str(ROOT / "templates" / "speech.docx"))
    first = template.paragraphs[0]
    first.insert_paragraph_before("内部资料 & 注意保存")
    first.insert_paragraph_before("{{ org }}印")
    template.add_paragraph("{{ title }}")
    (root / "templates").mkdir()
    template.save(str(root / "templates" / "speech.docx"))
    found = [made_of(told)[:2] for told in read(built(root)).paragraphs]
    own = ("templates/speech.docx", "")
    title, text = ("documents/a.yaml", "title"), ("documents/a.yaml", "opening")
    assert found == [own, own, title, text, title]


# -- the part in the file ------------------------------------------------------------------


def test_nothing_of_the_machine_goes_in(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"documents/下层/a & b.yaml": SPEECH + "opening: 正文。\n"}
    data = built(workspace(files))
    part = read_package(data)[part_of(data)].decode()
    assert {made_of(told)[0] for told in read(data).paragraphs} == {"documents/下层/a & b.yaml"}
    for secret in (str(tmp_path), tmp_path.name, str(Path.home())):
        assert secret not in part
    monkeypatch.chdir(tmp_path.parent)
    assert built(tmp_path, output=tmp_path / "again") == data


def test_what_lies_outside_the_workspace_is_named_without_its_folder(
    workspace: Workspace,
) -> None:
    template = docx.Document(str(ROOT / "templates" / "speech.docx"))
    template.paragraphs[0].insert_paragraph_before("内部资料")
    root = workspace({"documents/a.yaml": SPEECH + "opening: 正文。\n"})
    out, report = io.BytesIO(), Report()
    template.save(out)
    compiled = compile_template(out.getvalue(), Place("/share/somewhere/speech.docx"), report)
    found = find_workspace(root, report)
    loaded = Loader(report).document(root / "documents/a.yaml", found)
    assert loaded is not None
    assert compiled is not None
    made = compose(loaded, Snippets(found), report)
    printed = render_docx(made.tree, made.scope, compiled, report, found.root)
    assert printed is not None
    assert made_of(read(printed).paragraphs[0])[:2] == ("speech.docx", "")


def test_the_part_is_found_under_any_name_and_in_any_encoding(workspace: Workspace) -> None:
    data = built(workspace({"documents/a.yaml": SPEECH + "opening: 正文。\n"}))
    name = part_of(data)
    part = read_package(data)[name].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert keys(read(changed(data, {name: None, "elsewhere/x.xml": part}))) == ["title", "opening"]


def test_strip_leaves_nothing_of_it(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH + "opening: 正文。\n"})
    whole = read_package(built(root))
    assert run("build", "--strip", "--force").exit_code == 0
    data = (root / "build/a.docx").read_bytes()
    parts = read_package(data)
    assert {name for name in whole if name not in parts} == {
        "customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"
    }  # fmt: skip
    assert not any(b"rovenance" in part or b"customXml" in part for part in parts.values())
    assert parts["word/document.xml"] == whole["word/document.xml"]
    assert is_as_written(parts)


def test_a_change_of_the_part_is_an_edit(workspace: Workspace) -> None:
    data = built(workspace({"documents/a.yaml": SPEECH + "opening: 正文。\n"}))
    parts = read_package(data)
    name = part_of(data)
    assert is_as_written(parts)
    assert not is_as_written({**parts, name: parts[name].replace(b"opening", b"closing")})


@pytest.mark.parametrize("strip", [False, True])
def test_both_forms_are_valid(strip: bool, workspace: Workspace) -> None:
    validator = SHARED / "xsd" / "validate.py"
    if not validator.exists():
        pytest.skip(f"NOT TESTED: no OOXML schemas at {validator}")
    root = workspace({"documents/a.yaml": SPEECH + "opening: 正文。\n"})
    assert run("build", *["--strip"] * strip).exit_code == 0
    command = [sys.executable, str(validator), str(root / "build/a.docx")]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert "0 violation(s)" in ran.stdout, ran.stdout


def test_a_built_document_as_a_template_brings_no_old_origins(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH + "opening: '{{p body }}'\n"})
    (root / "documents/a.yaml").write_text(SPEECH + "opening: 占位。\n", encoding="utf-8")
    data = built(root)
    xml = read_package(data)["word/document.xml"].decode()
    tagged = xml.replace("占位。", "{{p body }}").replace(">讲话<", ">{{ title }}<")
    (root / "templates").mkdir()
    own = changed(data, {"word/document.xml": tagged.encode()})
    (root / "templates/speech.docx").write_bytes(own)
    (root / "documents/a.yaml").write_text(SPEECH + "closing: 收尾。\n", encoding="utf-8")
    again = built(root, force=True)
    assert keys(read(again)) == ["title", "closing"]
    rels = read_package(again)["word/_rels/document.xml.rels"].decode()
    assert rels.count("customXml") == 2  # one relation: its type and its target
    assert sorted(n for n in read_package(again) if "customXml" in n) == sorted(
        n for n in read_package(data) if "customXml" in n
    )


def test_a_template_s_own_custom_part_stays(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH + "opening: 正文。\n"})
    (root / "templates").mkdir()
    shipped = (ROOT / "templates/speech.docx").read_bytes()
    own = changed(shipped, {"customXml/item1.xml": b"<theirs/>"})
    (root / "templates/speech.docx").write_bytes(own)
    data = built(root)
    assert read_package(data)["customXml/item1.xml"] == b"<theirs/>"
    assert part_of(data) == "customXml/item2.xml"


# -- why -----------------------------------------------------------------------------------


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def told(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--output-format", "json").stdout)


@pytest.fixture
def alone(workspace: Workspace, tmp_path: Path) -> Path:
    """A built file whose workspace is gone."""
    document = DATED + "opening: [手写。, {snippet: own/a}]\n"
    root = workspace({"ws/documents/a.yaml": document, "ws/docgen.yaml": "org: 示例局\n"})
    for name, content in OWN.items():
        (root / "ws" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "ws" / name).write_text(content, encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(built(root / "ws"))
    shutil.rmtree(root / "ws")
    return tmp_path / "a.docx"


def test_why_needs_no_workspace(alone: Path) -> None:
    assert run("snippets", "why", "a.docx").output.splitlines() == [
        "1  讲话  documents/a.yaml  title",
        "2  （2026年3月1日）  documents/a.yaml  date",
        "3  手写。  documents/a.yaml  opening[0]",
        "4  抓紧办。  documents/a.yaml  opening[1].snippet  own/a@1",
        "共4段：0段来历不明，生成时的段落已不见0段",
    ]


def test_why_of_one_paragraph(alone: Path) -> None:
    only = "4  抓紧办。  documents/a.yaml  opening[1].snippet  own/a@1\n"
    assert run("snippets", "why", "a.docx", "--paragraph", "4").output == only
    (paragraph,) = told("snippets", "why", "a.docx", "--paragraph", "4")["paragraphs"]
    assert paragraph == {
        "paragraph": 4, "text": "抓紧办。", "status": "same", "file": "documents/a.yaml",
        "key": "opening[1].snippet", "snippets": ["own/a@1"], "instead_of": None,
    }  # fmt: skip
    beyond = run("snippets", "why", "a.docx", "--paragraph", "5")
    assert (beyond.exit_code, "N032" in beyond.output) == (2, True)


def test_why_says_unknown_moved_and_copied(workspace: Workspace) -> None:
    document = SPEECH + "opening: [一。, 二。, 三。, 四。, {snippet: own/a}]\n"
    data = built(workspace({"documents/a.yaml": document, **OWN}))

    def edit(body: Any) -> None:
        title, _, second, *_, last = paragraphs(body)
        say(second, "改写过的。")
        last.addnext(copy.deepcopy(last))
        last.addnext(title)

    Path("a.docx").write_bytes(edited(data, edit))
    lines = run("snippets", "why", "a.docx").output.splitlines()
    assert lines[1] == "2  改写过的。  文字改过；生成时这里是：documents/a.yaml  opening[1]"
    assert lines[5] == "6  讲话  documents/a.yaml  title  （移过）"
    assert lines[6] == "7  抓紧办。  documents/a.yaml  opening[4].snippet  own/a@1  （复制）"
    assert lines[7] == "共7段：1段文字改过，0段来历不明，生成时的段落已不见0段"
    found = told("snippets", "why", "a.docx")["paragraphs"]
    statuses = [each["status"] for each in found]
    assert statuses == ["same", "unknown", "same", "same", "same", "moved", "copied"]
    assert found[1]["instead_of"]["key"] == "opening[1]"


def test_why_of_a_file_that_says_nothing(workspace: Workspace) -> None:
    workspace({})
    docx.Document().save("b.docx")
    assert [d["code"] for d in told("snippets", "why", "b.docx")["diagnostics"]] == ["N030"]
    ran = run("snippets", "why", "b.docx")
    assert (ran.exit_code, "N030" in ran.output) == (1, True)
    Path("c.docx").write_bytes(b"no zip file")
    assert run("snippets", "why", "c.docx").exit_code == 1
    assert run("snippets", "why", "nowhere.docx").exit_code == 2


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('form="1"', 'form="2"', ("是新版写的：2", "换新版的 docgen，或用 docgen build")),
        ('form="1"', "", ("已损坏", "用 docgen build")),
        (" name=", " nom=", ("已损坏", "用 docgen build")),
        (" hash=", " hasch=", ("已损坏", "用 docgen build")),
        ("own/a@1", "own/a@one", ("已损坏", "用 docgen build")),
        ("own/a@1", "own/a", ("已损坏", "用 docgen build")),
        ("own/a@1", "../a@1", ("已损坏", "用 docgen build")),
        ("</provenance>", "", ("已损坏", "用 docgen build")),
        ("<provenance ", "<!DOCTYPE provenance><provenance ", ("已损坏", "用 docgen build")),
    ],
)
def test_a_damaged_or_newer_record_is_told(
    old: str, new: str, words: tuple[str, str], alone: Path
) -> None:
    name = part_of(alone.read_bytes())
    part = read_package(alone.read_bytes())[name].decode()
    assert old in part
    alone.write_bytes(changed(alone.read_bytes(), {name: part.replace(old, new).encode()}))
    for command in ("why", "stale"):
        (fault,) = told("snippets", command, "a.docx")["diagnostics"]
        assert fault["code"] == "N031"
        assert words[0] in fault["message"]
        assert fault["hint"].startswith(words[1])


def test_one_damaged_record_does_not_end_the_run(workspace: Workspace) -> None:
    root = workspace({**FILES, "documents/b.yaml": DATED + "opening: {snippet: own/p}\n"})
    assert run("build").exit_code == 0
    data = (root / "build/a.docx").read_bytes()
    part = read_package(data)[part_of(data)].replace(b"own/p@1", b"own/p@one")
    (root / "build/a.docx").write_bytes(changed(data, {part_of(data): part}))
    found = told("snippets", "stale", "--on", "2026-07-01")
    assert [d["code"] for d in found["diagnostics"]] == ["N031", "N033"]
    assert (found["files"], found["unknown"]) == (1, 1)


def test_a_part_that_only_mentions_us_is_none_of_ours() -> None:
    assert not is_provenance(f"<a>{NAMESPACE}</a>".encode())
    assert not is_provenance(f"<a {NAMESPACE}".encode())
    assert not is_provenance(f"<a>provenance {NAMESPACE}".encode())


# -- used ----------------------------------------------------------------------------------


def test_used_says_which_documents_use_which_snippet(workspace: Workspace) -> None:
    workspace({
        "docgen.yaml": "org: 示例局\n", **OWN,
        "documents/a.yaml": DATED + "opening: [{snippet: own/both}, {snippet: own/a}]\n",
        "documents/b.yaml": DATED + "opening: '{{ snippet(\"own/a\") }}'\n",
        "documents/c.yaml": DATED + "opening: 手写。\n",
    })  # fmt: skip
    assert run("snippets", "used").output.splitlines() == [
        "own/a@1  documents/a.yaml（2段）、documents/b.yaml（1段）",
        "own/b@1  documents/a.yaml（1段）",
        "own/both@1  documents/a.yaml（1段）",
    ]
    assert run("snippets", "used", "own/b").output == "own/b@1  documents/a.yaml（1段）\n"
    assert told("snippets", "used", "own/v")["snippets"] == [{"id": "own/v", "documents": []}]
    assert run("snippets", "used", "own/v").output == "own/v  没有文件用\n"
    assert run("snippets", "used", "own/none").exit_code == 2


def test_used_knows_aliases(workspace: Workspace) -> None:
    workspace({
        "docgen.yaml": "org: 示例局\n",
        "snippets/own/a.md": snippet("甲。", "aliases: [甲说]\nvalid: {to: 2025-12-31}\n"),
        "snippets/own/a@2.md": snippet("乙。", "aliases: [甲说]\nvalid: {from: 2026-01-01}\n"),
        "documents/a.yaml": DATED + "opening: [{snippet: 甲说}]\n",
    })  # fmt: skip
    line = "own/a@2  documents/a.yaml（1段）\n"
    assert [run("snippets", "used", each).output for each in ("甲说", "甲说@2")] == [line, line]
    assert run("snippets", "used", "甲说@1").output == "own/a@1  没有文件用\n"
    assert run("snippets", "used", "甲说@3").exit_code == 2
    assert run("snippets", "used").exit_code == 0


def test_used_says_so_where_nothing_is(workspace: Workspace) -> None:
    workspace({"docgen.yaml": "org: 示例局\n"})
    assert run("snippets", "used").output == "这里没有文件用片段。\n"


def test_used_tells_the_faults_of_documents(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": DATED + "opening: [{snippet: no/such}, 手写。]\n"})
    ran = run("snippets", "used")
    assert (ran.exit_code, "N001" in ran.output) == (1, True)


# -- stale ---------------------------------------------------------------------------------

FILES = {
    "docgen.yaml": "org: 示例局\n",
    "documents/a.yaml": DATED + "opening: [手写。, {snippet: own/p}]\n",
    "snippets/own/p.md": snippet("旧提法。", "valid: {from: 2020-01-01, to: 2026-06-30}\n"),
}
CHANGES: dict[str, tuple[str, dict[str, str | None], list[tuple[str, str]]]] = {
    "on its last day": ("2026-06-30", {}, []),
    "on the day after": ("2026-07-01", {}, [("N033", "")]),
    "with a next version": (
        "2026-07-01",
        {"snippets/own/p@2.md": snippet("新。", "valid: {from: 2026-07-01}\n")},
        [("N033", "own/p@2")],
    ),
    "with another that follows": (
        "2026-07-01",
        {
            "snippets/own/q.md": snippet("新。"),
            "snippets/own/p.md": snippet("旧提法。", "valid: {to: 2026-06-30, next: own/q}\n"),
        },
        [("N033", "own/q")],
    ),
    "closed since it was built": (
        "2026-03-05",
        {"snippets/own/p.md": snippet("旧提法。", "valid: {to: 2026-03-02}\n")},
        [("N033", "")],
    ),
    "superseded": (
        "2026-03-05",
        {"snippets/own/q.md": snippet("新。", "supersedes: [own/p]\n")},
        [("N034", "own/q")],
    ),
    "superseded, but not yet": (
        "2026-03-05",
        {"snippets/own/q.md": snippet("新。", "取代: [own/p@1]\nvalid: {from: 2026-05-01}\n")},
        [],
    ),
    "removed": ("2026-03-05", {"snippets/own/p.md": None}, [("N035", "")]),
    "removed for another": (
        "2026-03-05",
        {
            "snippets/own/p.md": None,
            "snippets/own/q.md": snippet("新。", "supersedes: own/p\n"),
        },
        [("N035", "own/q")],
    ),
    "its version removed": (
        "2026-03-05",
        {"snippets/own/p.md": None, "snippets/own/p@2.md": snippet("新。")},
        [("N035", "own/p@2")],
    ),
    "renamed": (
        "2026-03-05",
        {"snippets/own/p.md": None, "snippets/own/q.md": snippet("旧提法。", "aliases: [own/p]\n")},
        [],
    ),
    "unreadable": ("2026-03-05", {"snippets/own/p.md": "---\ntitle: 片段\n"}, [("S029", "")]),
    "built long ago by a document that changed": (
        "2026-07-01",
        {"documents/a.yaml": DATED + "opening: 手写。\n"},
        [("N033", "")],
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_stale_tells_what_is_out_of_use(case: str, workspace: Workspace) -> None:
    day, changes, wanted = CHANGES[case]
    root = workspace(FILES)
    built(root)
    for name, content in changes.items():
        (root / name).unlink(missing_ok=True)
        if content is not None:
            (root / name).write_text(content, encoding="utf-8")
    found = told("snippets", "stale", "--on", day)
    said = [(d["code"], d["message"] + d["hint"]) for d in found["diagnostics"]]
    assert [code for code, _ in said] == [code for code, _ in wanted]
    for (_, words), (_, successor) in zip(said, wanted, strict=True):
        assert successor in words
    assert found["files"] == 1


def test_stale_points_at_the_paragraph(workspace: Workspace) -> None:
    built(workspace(FILES))
    ran = run("snippets", "stale", "--on", "2026年7月1日", "build/a.docx")
    line = "build/a.docx: warning N033: 第4段“旧提法。”用的片段“own/p@1”只用到 2026-06-30"
    assert ran.output.splitlines()[0] == line
    assert (ran.exit_code, ran.output.splitlines()[-1]) == (
        0, "按 2026-07-01 查了1个文件：0个错误，1个警告"
    )  # fmt: skip
    assert run("snippets", "stale", "--on", "2026-07-01", "--fail-on", "warning").exit_code == 1


PHRASE = "把服务送到老同志家门口"
EDITS = {
    "a word before it": (f"近来，{PHRASE}。", ("N033", "warning")),
    "marks in it": ("把服务“送到老同志家门口”！", ("N033", "warning")),
    "a word in it": ("把服务送到每一位老同志家门口。", ("N036", "warning")),
    "others instead": ("这句话已经不说了。", ("N041", "info")),
}


@pytest.mark.parametrize("edit", EDITS)
def test_stale_judges_an_edited_paragraph_by_what_is_left(edit: str, workspace: Workspace) -> None:
    words, wanted = EDITS[edit]
    card = "valid: {from: 2020-01-01, to: 2026-06-30}\n"
    root = workspace({**FILES, "snippets/own/p.md": snippet(f"{PHRASE}。", card)})
    data = edited(built(root), lambda body: say(paragraphs(body)[3], words))
    (root / "build/a.docx").write_bytes(data)
    found = told("snippets", "stale", "--on", "2026-07-01")["diagnostics"]
    assert [(d["code"], d["severity"]) for d in found] == [wanted]
    assert "只用到 2026-06-30" in found[0]["message"]
    assert told("snippets", "stale", "--on", "2026-06-30")["diagnostics"] == []


def test_stale_of_an_edited_paragraph_whose_snippet_is_gone(workspace: Workspace) -> None:
    root = workspace(FILES)
    data = edited(built(root), lambda body: say(paragraphs(body)[3], "旧提法，改过。"))
    (root / "build/a.docx").write_bytes(data)
    (root / "snippets/own/p.md").unlink()
    found = told("snippets", "stale", "--on", "2026-03-05")["diagnostics"]
    assert [(d["code"], d["severity"]) for d in found] == [("N036", "warning")]


def test_stale_finds_the_words_of_a_lost_paragraph_in_new_ones(workspace: Workspace) -> None:
    card = "valid: {from: 2020-01-01, to: 2026-06-30}\n"
    root = workspace({**FILES, "snippets/own/p.md": snippet(f"{PHRASE}。", card)})

    def edit(body: Any) -> None:
        last = paragraphs(body)[3]
        last.addprevious(new := copy.deepcopy(last))
        say(new, "另写的一段。")
        say(last, f"{PHRASE}，改过。")

    (root / "build/a.docx").write_bytes(edited(built(root), edit))
    found = told("snippets", "stale", "--on", "2026-07-01")["diagnostics"]
    assert [d["code"] for d in found] == ["N033"]
    assert "第5段" in found[0]["message"]


REWORDED = {
    "other words": (PHRASE, "把服务送到老干部手边", ["N042"]),
    "other marks": (PHRASE, "把服务，送到“老同志家门口”", []),
    "as it was, with a parameter": ("{{ unit }}要把事办好办实", "{{ unit }}要把事办好办实", []),
    "another condition": (PHRASE, "{% if org %}把事办好办实{% endif %}", []),
    "nothing but an include": (PHRASE, "{{ snippet('own/b') }}", []),
}


@pytest.mark.parametrize("case", REWORDED)
def test_stale_tells_a_snippet_that_was_reworded(case: str, workspace: Workspace) -> None:
    old, new, codes = REWORDED[case]
    card = "params: {unit: 各单位}\n" if "unit" in old else ""
    root = workspace({**FILES, "snippets/own/p.md": snippet(f"{old}。", card)})
    built(root)
    (root / "snippets/own/p.md").write_text(snippet(f"{new}。", card), encoding="utf-8")
    found = told("snippets", "stale", "--on", "2026-03-05")["diagnostics"]
    assert [d["code"] for d in found] == codes


def test_stale_knows_what_an_alias_superseded(workspace: Workspace) -> None:
    card = "aliases: [老话]\n"
    root = workspace({**FILES, "snippets/own/p.md": snippet("旧提法。", card)})
    built(root)
    new = snippet("新。", "supersedes: [老话]\n")
    (root / "snippets/own/q.md").write_text(new, encoding="utf-8")
    found = told("snippets", "stale", "--on", "2026-03-05")["diagnostics"]
    assert [d["code"] for d in found] == ["N034"]


def test_a_library_that_is_not_the_document_s_proves_nothing(workspace: Workspace) -> None:
    root = workspace({f"ws/{name}": content for name, content in FILES.items()})
    data = built(root / "ws")
    (root / "loose.docx").write_bytes(data)
    codes = [d["code"] for d in told("snippets", "stale", "loose.docx")["diagnostics"]]
    assert codes == ["N040"]
    by = told("snippets", "stale", "loose.docx", "-w", "ws", "--on", "2026-07-01")
    assert [d["code"] for d in by["diagnostics"]] == ["N033"]
    home = told("snippets", "stale", "ws/build", "--on", "2026-07-01")
    assert [d["code"] for d in home["diagnostics"]] == ["N033"]


@pytest.mark.parametrize("file", ["{root}/documents/a.yaml", "../ws/documents/a.yaml", "x" * 5000])
def test_a_row_that_leads_out_of_its_workspace_leads_nowhere(
    file: str, workspace: Workspace
) -> None:
    root = workspace({f"ws/{name}": content for name, content in FILES.items()})
    data = built(root / "ws")
    part = read_package(data)[part_of(data)].decode()
    name = file.format(root=root / "ws")
    wrong = part.replace('name="documents/a.yaml"', f'name="{name}"')
    assert wrong != part
    (root / "ws/loose.docx").write_bytes(changed(data, {part_of(data): wrong.encode()}))
    (root / "else").mkdir()
    found = told("snippets", "stale", "ws/loose.docx", "-w", "else")["diagnostics"]
    assert [d["code"] for d in found] == ["N040"]


def test_one_of_anything_is_in_the_singular(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")
    workspace({**FILES, "documents/a.yaml": "kind: speech\ntitle: 讲话\ndate: 2026-03-01\n"})
    assert "build/a.docx  built  2 paragraphs" in run("build").output
    said = run("snippets", "stale", "--on", "2026-03-05").output.splitlines()[-1]
    assert said == "1 file checked as of 2026-03-05: 0 errors, 0 warnings"
    said = run("snippets", "check", "--on", "2026-03-05").output.splitlines()[-1]
    assert said == "1 snippet checked: 0 errors, 0 warnings"
    workspace({"documents/a.yaml": "kind: speech\ntitle: 讲话\n"})
    assert run("snippets", "why", "build/a.docx").output.splitlines()[-1].startswith("2 paragraphs")


def test_stale_and_what_is_no_document_of_ours(workspace: Workspace) -> None:
    workspace({"docgen.yaml": "org: 示例局\n"})
    nothing = told("snippets", "stale")
    assert ([d["code"] for d in nothing["diagnostics"]], nothing["files"]) == (["N039"], 0)
    Path("build").mkdir()
    docx.Document().save("build/b.docx")
    Path("build/~$b.docx").write_bytes(b"a lock of Word's")
    for asked in (told("snippets", "stale"), told("snippets", "stale", "build/b.docx")):
        assert [(d["code"], d["severity"]) for d in asked["diagnostics"]] == [("N037", "warning")]
        assert (asked["files"], asked["unknown"]) == (0, 1)
    ran = run("snippets", "stale", "--on", "2026-07-01")
    assert "build/b.docx: warning N037" in ran.output
    assert "查了0个文件，1个查不了：" in ran.output
    assert run("snippets", "stale", "nowhere").exit_code == 2
    assert run("snippets", "stale", "--on", "去年").exit_code == 2
