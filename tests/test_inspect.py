"""Inspecting a .docx: one cause is one finding, what harms nothing is none, nothing breaks it.

The tables are in `spoils` (our own files, made wrong in one place or changed harmlessly) and
`foreign_docx` (files that docgen did not make).
"""

from __future__ import annotations

import importlib.util
import io
import json
import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from lxml import etree

from conftest import ROOT, SHARED
from docgen.base.catalogue import Severity
from docgen.base.diagnostics import Diagnostic, Report, Words
from docgen.base.place import Place
from docgen.build import Build
from docgen.checks.inspect import inspect_format
from docgen.checks.inspect.fix import Fixed, fixed
from docgen.checks.specimen import contract_sample
from docgen.cli import cli
from docgen.library.contracts import contract
from docgen.library.profiles import standard
from docgen.render.blank.kinds import KINDS
from docgen.render.docx import render_docx
from docgen.render.package import pack, read_package, write_package
from docgen.render.reading import read_texts
from docgen.render.template import compile_template
from docgen.render.xml import parse_xml
from foreign_docx import FOREIGN, NO_DOCX, ODD, notice
from spoils import (
    HABITS,
    HARMLESS,
    SPOILS,
    Edit,
    Spoil,
    both,
    by_hand,
    changed,
    drop,
    face,
    flattened,
    in_footer,
    in_section,
    in_style,
    on_runs,
    other_names,
    put,
    two_sections,
)
from test_template import libreoffice

PLACE = Place("文件.docx")
EXAMPLES = ROOT / "examples" / "retired-cadres" / "documents"
OWN = {"speech": "city-speech.yaml", "outline": "outline.yaml", "plan": "plan-2026.yaml"}
SHIPPED = {"shipped": "notice", "minutes": "minutes", "letter": "letter"}
XSD = SHARED / "xsd" / "validate.py"

SEVERITY = {
    "must": Severity.ERROR,
    "usual": Severity.WARNING,
    "recommended": Severity.WARNING,
    "derived": Severity.WARNING,
    "allowed": Severity.INFO,
    "practice": Severity.INFO,
}
# A carrier of the table → a word that its name in Chinese must have.
CARRIERS = {
    "run": "文字自身",
    "paragraph": "段落自身",
    "style": "样式",
    "based-on style": "样式",
    "character style": "样式",
    "docDefaults": "默认",
    "theme": "主题",
    "section": "页",
    "settings": "设置",
    "numbering": "编号",
}

each_spoil = pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.name)


# -- files ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Our own files: a speech, an outline, a plan with its table, a speech in two sections; a
    red-head notice by other hands; a notice, minutes and a letter of the shipped templates."""
    output = tmp_path_factory.mktemp("built")
    Build().build([EXAMPLES / name for name in OWN.values()], output=output)
    made = {path.stem: path.read_bytes() for path in output.rglob("*.docx")}
    found = {base: made[Path(name).stem] for base, name in OWN.items()}
    halves = changed(found["speech"], two_sections)
    shipped = {base: printed(kind, "full") for base, kind in SHIPPED.items()}
    return {**found, **shipped, "halves": halves, "notice": notice()}


def printed(kind: str, context: str) -> bytes:
    """Return a shipped template printed with a context of its contract."""
    report = Report()
    data = (ROOT / "templates" / f"{kind}.docx").read_bytes()
    template = compile_template(data, Place(f"{kind}.docx"), report)
    assert template is not None
    made = render_docx(*contract_sample(kind, context), template, report)
    assert list(report) == []
    assert made is not None
    return made


def found(data: bytes, kind: str = "") -> list[Diagnostic]:
    """Return what inspecting a file finds."""
    report = Report()
    inspect_format(data, standard(), PLACE, report, kind)
    return list(report)


@pytest.fixture
def findings(spoil: Spoil, bases: dict[str, bytes]) -> list[Diagnostic]:
    """What inspecting a spoiled file finds; inspected once for all the tests that look at it."""
    if spoil.name not in _SEEN:
        _SEEN[spoil.name] = found(spoil.applied(bases[spoil.base]))
    return _SEEN[spoil.name]


_SEEN: dict[str, list[Diagnostic]] = {}


def cause(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return (parameter, carrier) of a finding."""
    carrier = diagnostic.facts["carrier"]
    assert isinstance(carrier, Words)
    return str(diagnostic.facts["parameter"]), carrier.zh


def causes(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [cause(each) for each in diagnostics]


def said(diagnostic: Diagnostic, language: str) -> str:
    return f"{diagnostic.message(language)}\n{diagnostic.hint(language)}"


def canonical(data: bytes) -> dict[str, bytes]:
    """Return a file's parts so that only what they say counts, not how it was written down."""
    parts = read_package(data)
    return {name: etree.tostring(parse_xml(part), method="c14n") for name, part in parts.items()}


def is_statutory(base: str) -> bool:
    return base in ("notice", *SHIPPED)


# -- our own files -------------------------------------------------------------------------


@pytest.mark.parametrize("base", [*OWN, *SHIPPED, "halves", "notice"])
def test_nothing_is_wrong_with_our_own(base: str, bases: dict[str, bytes]) -> None:
    assert [said(each, "zh") for each in found(bases[base])] == []


def test_nothing_is_wrong_with_any_example(tmp_path: Path) -> None:
    Build().build([ROOT / "examples"], output=tmp_path)
    files = sorted(tmp_path.rglob("*.docx"))
    assert len(files) >= 8
    assert {path.name: causes(found(path.read_bytes())) for path in files} == {
        path.name: [] for path in files
    }


@pytest.mark.parametrize(
    ("kind", "context"),
    [
        (kind, context)
        for kind in KINDS
        if (agreed := contract(kind)) is not None
        for context in agreed.contexts
    ],
)
def test_nothing_is_wrong_with_any_shipped_template(kind: str, context: str) -> None:
    assert [said(each, "zh") for each in found(printed(kind, context))] == []


OF = {
    "speech": "讲话稿", "outline": "传达提纲", "plan": "工作要点", "notice": "通知",
    "shipped": "通知", "minutes": "纪要", "letter": "函",
}  # fmt: skip


@pytest.mark.parametrize("base", OF)
def test_the_kind_is_known(base: str, bases: dict[str, bytes]) -> None:
    inspection = inspect_format(bases[base], standard(), PLACE, Report())
    assert inspection is not None
    assert (inspection.kind, inspection.statutory) == (OF[base], is_statutory(base))
    assert inspection.checked > 0


# -- spoiled in one place ------------------------------------------------------------------


def test_the_table_of_spoils_covers_what_it_must() -> None:
    carriers: dict[str, set[str]] = {}
    for spoil in SPOILS:
        assert spoil.parameter in standard()
        carriers.setdefault(spoil.parameter, set()).add(spoil.carrier)
    twice = Counter(key.split(".")[0] for key, ways in carriers.items() if len(ways) > 1)
    names = {key for key, ways in carriers.items() if len(ways) > 1}
    characters = {key for key in names if key.endswith((".font", ".size", ".bold", ".colour"))}
    assert len({spoil.name for spoil in SPOILS}) == len(SPOILS) >= 60
    assert twice.total() >= 20
    assert twice["page"] >= 6
    assert twice["page_number"] + twice["head"] >= 4
    assert len(characters - {key for key in names if key.startswith(("page", "head"))}) >= 4
    assert sum(key.endswith((".indent", ".align", ".turnover", ".pitch")) for key in names) >= 6


@each_spoil
def test_one_cause_is_one_finding(spoil: Spoil, findings: list[Diagnostic]) -> None:
    assert [key for key, _ in causes(findings)] == [spoil.parameter], causes(findings)
    [finding] = findings
    word = CARRIERS.get(spoil.carrier.removesuffix("s").removeprefix("first "), "")
    assert word in cause(finding)[1]
    assert spoil.owner in cause(finding)[1]


@each_spoil
def test_its_severity_follows_the_strength(spoil: Spoil, findings: list[Diagnostic]) -> None:
    [finding] = findings
    strict = SEVERITY[standard()[spoil.parameter].strength.code]
    expected = strict if is_statutory(spoil.base) else min(strict, Severity.WARNING)
    assert finding.severity is expected


@each_spoil
def test_it_is_said_in_both_languages(spoil: Spoil, findings: list[Diagnostic]) -> None:
    [finding] = findings
    for language in ("zh", "en"):
        assert finding.message(language)
        assert finding.hint(language)
        assert not re.search(r"[{}]|Words\(|None", said(finding, language))
    assert re.search("[一-鿿]", finding.message("zh"))
    assert finding.message("zh") != finding.message("en")
    assert int(str(finding.facts["count"])) >= 1


@each_spoil
def test_only_the_statutory_kinds_are_judged_by_the_standard(
    spoil: Spoil, findings: list[Diagnostic]
) -> None:
    [finding] = findings
    clause = standard()[spoil.parameter].clause
    for language in ("zh", "en"):
        words = said(finding, language)
        cited = bool(clause) and re.search(rf"(?<![\d.]){re.escape(clause)}(?![\d.])", words)
        if is_statutory(spoil.base):
            assert cited or not clause
        else:
            assert not cited
            assert not re.search("GB/T|9704|国标|国家标准|national standard", words)


def test_the_paragraphs_are_counted_and_the_first_is_quoted(bases: dict[str, bytes]) -> None:
    spoil = next(s for s in SPOILS if s.name.startswith("speech: text.pitch by paragraphs"))
    [finding] = found(spoil.applied(bases["speech"]))
    first = next(t for t in read_texts(bases["speech"]) if t.startswith("今天，我们召开"))
    assert int(str(finding.facts["count"])) > 20
    sample = str(finding.facts["sample"]).rstrip("…")
    assert sample
    assert first.startswith(sample)
    assert sample[:10] in finding.message("zh")
    assert str(finding.facts["count"]) in finding.message("zh")


def test_a_given_kind_comes_first(bases: dict[str, bytes]) -> None:
    spoil = next(s for s in SPOILS if s.name.startswith("speech: page.top"))
    [by_practice] = found(spoil.applied(bases["speech"]))
    [by_standard] = found(spoil.applied(bases["speech"]), "通知")
    assert by_practice.severity is Severity.WARNING
    assert by_standard.severity is Severity.ERROR
    assert "5.2.1" in by_standard.message("zh") + by_standard.hint("zh")


def spoiled(data: bytes, *starts: str) -> list[str]:
    """Return the parameters found in a file with the spoils whose names begin so."""
    chosen = [next(s for s in SPOILS if s.name.startswith(start)) for start in starts]
    return sorted(key for key, _ in causes(found(changed(data, *(s.edit for s in chosen)))))


def test_two_causes_are_two_findings(bases: dict[str, bytes]) -> None:
    """Several parameters wrong in one file, and one parameter wrong in two carriers."""
    speech = bases["speech"]
    starts = ("body.font by style", "body.size by run", "page.top by section")
    found_keys = spoiled(speech, *(f"speech: {start}" for start in starts))
    assert found_keys == ["body.font", "body.size", "page.top"]
    two = changed(
        speech, face(in_style("公文正文", "rPr"), "宋体"), face(on_runs("公文正文"), "黑体")
    )
    assert [key for key, _ in causes(found(two))] == ["body.font", "body.font"]
    assert len(set(causes(found(two)))) == 2


# -- changes that harm nothing -------------------------------------------------------------


@pytest.mark.parametrize("base", ["speech", "plan", "notice", "shipped"])
@pytest.mark.parametrize("change", HARMLESS)
def test_what_harms_nothing_is_no_finding(change: str, base: str, bases: dict[str, bytes]) -> None:
    data = changed(bases[base], HARMLESS[change])
    assert canonical(data) != canonical(bases[base])
    assert [said(each, "zh") for each in found(data)] == []


@pytest.mark.parametrize("base", OF)
def test_by_its_words_alone_a_right_file_is_right(base: str, bases: dict[str, bytes]) -> None:
    """All formatting on the paragraphs themselves, no style named."""
    data = changed(bases[base], flattened)
    assert [said(each, "zh") for each in found(data)] == []


@pytest.mark.parametrize("styled", [True, False], ids=["with styles", "by hand in Word"])
@pytest.mark.parametrize("habit", HABITS)
def test_a_right_habit_is_no_finding(habit: str, styled: bool, bases: dict[str, bytes]) -> None:
    data = changed(bases["notice"], HABITS[habit], *([] if styled else [by_hand]))
    assert [said(each, "zh") for each in found(data)] == []


@pytest.mark.slow
@pytest.mark.parametrize("base", OF)
def test_a_libreoffice_save_is_no_finding(
    base: str, bases: dict[str, bytes], tmp_path: Path
) -> None:
    assert [said(each, "zh") for each in found(saved(bases[base], tmp_path))] == []


@pytest.mark.slow
def test_a_libreoffice_save_hides_nothing(bases: dict[str, bytes], tmp_path: Path) -> None:
    starts = ("body.font by style", "text.pitch by style", "page.top by section")
    chosen = [next(s for s in SPOILS if s.name.startswith(f"speech: {start}")) for start in starts]
    data = saved(changed(bases["speech"], *(spoil.edit for spoil in chosen)), tmp_path)
    assert sorted(key for key, _ in causes(found(data))) == ["body.font", "page.top", "text.pitch"]


def saved(data: bytes, folder: Path) -> bytes:
    """Return a file after LibreOffice has opened and saved it."""
    source = folder / "in" / "file.docx"
    source.parent.mkdir()
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [libreoffice(), f"-env:UserInstallation={profile}", "--headless",
         "--convert-to", "docx", "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / "file.docx").read_bytes()


# -- files of others -----------------------------------------------------------------------

each_foreign = pytest.mark.parametrize("name", FOREIGN)


@each_foreign
def test_a_foreign_file_gives_a_handful_to_act_on(name: str) -> None:
    findings = found(FOREIGN[name]())
    assert 3 <= len(findings) <= 25
    assert len(set(causes(findings))) == len(findings)
    assert all(each.hint("zh") and each.hint("en") for each in findings)


@each_foreign
def test_its_page_text_and_title_are_judged(name: str) -> None:
    keys = {key for key, _ in causes(found(FOREIGN[name]()))}
    assert keys >= {"page.left", "page.right"}
    assert {key.split(".")[0] for key in keys} & {"body", "text", "title"}


@each_foreign
def test_the_gravest_comes_first(name: str) -> None:
    severities = [each.severity for each in found(FOREIGN[name]())]
    assert severities == sorted(severities, reverse=True)


PRACTICE = [name for name in FOREIGN if "speech" in name or name == "comments"]


@pytest.mark.parametrize("name", PRACTICE)
def test_a_foreign_speech_is_judged_by_practice(name: str) -> None:
    findings = found(FOREIGN[name]())
    assert findings
    assert all(each.severity < Severity.ERROR for each in findings)
    for each in findings:
        assert "GB/T" not in said(each, "zh") + said(each, "en")


@pytest.mark.parametrize("name", ["Word 2016", "WPS", "python-docx"])
def test_a_foreign_notice_is_judged_by_the_standard(name: str) -> None:
    inspection = inspect_format(FOREIGN[name](), standard(), PLACE, Report())
    assert inspection is not None
    assert (inspection.kind, inspection.statutory) == ("通知", True)
    assert any(each.severity is Severity.ERROR for each in found(FOREIGN[name]()))


DEFAULTS = {  # what a secretary must hear of a new file of each program
    "Word 2016": {"page.top", "page.left", "page.right", "page.bottom", "body.font",
                  "body.size", "body.indent", "text.pitch", "title.align", "page_number.form"},
    "Word 2024": {"page.top", "page.left", "page.right", "page.bottom", "body.font",
                  "body.size", "body.indent", "text.pitch", "text.space_after", "title.align"},
    "WPS": {"page.top", "page.left", "page.right", "page.bottom", "body.font",
            "body.size", "body.indent", "text.pitch", "title.align", "page_number.form"},
    "Word, with its styles": {"page.top", "body.font", "body.size", "title.font", "title.size",
                              "title.bold", "heading_1.size", "heading_1.bold"},
    "python-docx": {"page.width", "page.top", "page.left", "body.font", "body.size", "title.font",
                    "title.size", "title.align", "text.colour", "text.space_after"},
}  # fmt: skip


@pytest.mark.parametrize("name", DEFAULTS)
def test_what_is_wrong_with_a_program_s_own_document(name: str) -> None:
    keys = {key for key, _ in causes(found(FOREIGN[name]()))}
    assert keys >= DEFAULTS[name]


@pytest.mark.parametrize("name", ["Word 2016", "Word 2024", "WPS", "python-docx"])
def test_a_signature_at_the_left_is_told(name: str) -> None:
    keys = {key for key, _ in causes(found(FOREIGN[name]()))}
    assert keys & {"signature.right", "date.right"}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_breaks_nothing(name: str) -> None:
    data = ODD[name]()
    report = Report()
    inspect_format(data, standard(), PLACE, report)
    assert len(report) <= 25
    for each in report:
        assert said(each, "zh")
        assert said(each, "en")


@pytest.mark.parametrize("name", NO_DOCX)
def test_what_is_no_docx_is_told_in_one_finding(name: str) -> None:
    report = Report()
    assert inspect_format(NO_DOCX[name](), standard(), PLACE, report) is None
    [finding] = report
    assert finding.severity is Severity.ERROR
    assert finding.place == PLACE
    for language in ("zh", "en"):
        assert finding.hint(language)
        assert not re.search("zlib|BadZip|XMLSyntax|Traceback", said(finding, language))


@pytest.mark.parametrize(("name", "word"), [("an old .doc", ".docx"), ("a .wps", ".docx")])
def test_an_old_file_is_to_be_saved_as_docx(name: str, word: str) -> None:
    [finding] = found(NO_DOCX[name]())
    assert word in said(finding, "zh")
    assert word in said(finding, "en")


# -- mending -------------------------------------------------------------------------------


@cache
def validator() -> ModuleType:
    if not XSD.exists():
        pytest.skip("NOT TESTED: the schemas are not in ../shared/xsd")
    spec = importlib.util.spec_from_file_location("validate", XSD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def invalid(data: bytes, folder: Path) -> list[Any]:
    """Return what the schemas say against a file."""
    path = folder / "made.docx"
    path.write_bytes(data)
    return [each for each in validator().validate(str(path)) if not each[2].endswith("-note")]


def assert_mended(data: bytes, made: Fixed) -> None:
    """No word is changed, what is said to be mended is gone, the rest is left."""
    assert read_texts(made.data) == read_texts(data)
    assert sorted(causes(found(made.data))) == sorted(causes(made.left))
    assert not set(causes(made.mended)) & set(causes(made.left))
    assert set(causes([*made.mended, *made.left])) >= set(causes(found(data)))
    before, after = read_package(data), read_package(made.data)
    assert before.keys() == after.keys()
    for name in before:
        if not re.fullmatch(
            r"word/(document|styles|settings|numbering|header\d*|footer\d*)\.xml", name
        ):
            assert before[name] == after[name], name
    if not made.mended:
        assert before == after


@pytest.fixture
def made(spoil: Spoil, bases: dict[str, bytes]) -> Fixed:
    """A spoiled file mended; mended once for all the tests that look at it."""
    if spoil.name not in _MADE:
        _MADE[spoil.name] = fixed(spoil.applied(bases[spoil.base]), standard())
    return _MADE[spoil.name]


_MADE: dict[str, Fixed] = {}


@each_spoil
def test_what_is_certain_is_mended(spoil: Spoil, made: Fixed, bases: dict[str, bytes]) -> None:
    assert_mended(spoil.applied(bases[spoil.base]), made)
    mended = [key for key, _ in causes(made.mended)]
    # Mending one thing may uncover another of its kind: a number on its side, then its offset.
    assert {key.split(".")[0] for key in mended} <= {spoil.parameter.split(".")[0]}
    if spoil.certain is not None:
        assert mended[:1] == ([spoil.parameter] if spoil.certain else [])
        assert bool(made.left) is not spoil.certain


@each_spoil
def test_what_is_mended_is_a_sound_file(spoil: Spoil, made: Fixed, tmp_path: Path) -> None:
    assert invalid(made.data, tmp_path) == []
    assert docx.Document(io.BytesIO(made.data)).paragraphs


@pytest.mark.parametrize("base", OF)
def test_where_nothing_is_wrong_nothing_is_touched(base: str, bases: dict[str, bytes]) -> None:
    made = fixed(bases[base], standard())
    assert (made.mended, made.left) == ((), ())
    assert read_package(made.data) == read_package(bases[base])


@each_foreign
def test_a_foreign_file_is_mended_and_sound(name: str, tmp_path: Path) -> None:
    data = FOREIGN[name]()
    made = fixed(data, standard())
    assert_mended(data, made)
    assert made.mended
    assert len(made.left) < len(found(data))
    assert invalid(made.data, tmp_path) == []


@pytest.mark.parametrize("name", ODD)
def test_mending_an_odd_file_breaks_nothing(name: str) -> None:
    data = ODD[name]()
    made = fixed(data, standard())
    report = Report()
    inspect_format(made.data, standard(), PLACE, report)
    assert len(report) == len(made.left)


# -- the command line ----------------------------------------------------------------------


def run(*arguments: object, **environment: str) -> Result:
    result = CliRunner().invoke(cli, ["inspect", *map(str, arguments)], env=environment)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def files(bases: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good file, a bad one, one by practice, an old .doc and a text."""
    top = next(s for s in SPOILS if s.name.startswith("notice: page.top"))
    bold = next(s for s in SPOILS if s.name.startswith("speech: title.bold"))
    left = next(s for s in SPOILS if s.name.startswith("speech: page.left"))
    made = {
        "好.docx": bases["notice"],
        "坏.docx": top.applied(bases["notice"]),
        "讲话.docx": left.applied(bases["speech"]),
        "加粗.docx": bold.applied(bases["speech"]),
        "旧.doc": NO_DOCX["an old .doc"](),
        "文.txt": NO_DOCX["text"](),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


STATUS = {
    "a good file": (["好.docx"], 0),
    "a bad file": (["坏.docx"], 1),
    "a good and a bad one": (["好.docx", "坏.docx"], 1),
    "by practice": (["讲话.docx"], 0),
    "by practice, and it counts": (["讲话.docx", "--fail-on", "warning"], 1),
    "an info": (["加粗.docx"], 0),
    "an info that counts": (["加粗.docx", "--fail-on", "info"], 1),
    "as another kind": (["讲话.docx", "--kind", "通知"], 1),
    "no .docx": (["旧.doc"], 1),
    "a text": (["文.txt"], 1),
    "a file that is not there": (["没有.docx"], 2),
    "an unknown profile": (["好.docx", "--profile", "nope"], 2),
    "no file": ([], 2),
}


@pytest.mark.parametrize(("arguments", "status"), STATUS.values(), ids=STATUS)
def test_the_exit_status(arguments: list[str], status: int, files: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == status, result.output
    assert result.output


def test_the_last_line_counts(files: Path) -> None:
    last = run("好.docx", "坏.docx").output.splitlines()[-1]
    assert "2个文件" in last
    assert "1个错误" in last
    assert "0个警告" in last
    last = run("好.docx", "坏.docx", DOCGEN_LANG="en").output.splitlines()[-1]
    assert "2 files" in last
    assert "1 error" in last
    assert not re.search("[一-鿿]", last)


def test_a_finding_is_a_place_and_a_hint(files: Path) -> None:
    first, hint, *_ = run("坏.docx").output.splitlines()
    assert re.match(r"坏\.docx: error F1\d\d: ", first)
    assert hint.startswith("  hint: ")


def test_what_only_informs_is_told_when_asked(files: Path) -> None:
    assert "info F1" not in run("加粗.docx").output
    assert "info F1" in run("加粗.docx", "-v").output


def test_json(files: Path) -> None:
    told = json.loads(run("坏.docx", "旧.doc", "--output-format", "json").stdout)
    assert [(d["file"], d["severity"]) for d in told["diagnostics"]] == [
        ("坏.docx", "error"),
        ("旧.doc", "error"),
    ]
    assert json.loads(run("好.docx", "--output-format", "json").stdout)["diagnostics"] == []


HOUSES = {
    "margins": (
        "page: {left: 26 mm, right: 28 mm}",
        "page.left",
        put(in_section(), "pgMar", left="1474", right="1588"),
    ),
    "a font": (
        "fonts: {fangsong: 宋体}",
        "body.font",
        other_names({"仿宋_GB2312": "宋体"}),
    ),
    "a size": (
        "imprint: {size: 三号}",
        "imprint.size",
        put(in_style("版记", "rPr"), "sz", val="32"),
    ),
    "the page number": (
        "page_number: {position: 居中}",
        "page_number.position",
        both(drop(in_footer("pPr"), "ind"), put(in_footer("pPr"), "jc", val="center")),
    ),
}


@pytest.mark.parametrize(("words", "parameter", "edit"), HOUSES.values(), ids=HOUSES)
def test_a_house_profile_rules(
    words: str, parameter: str, edit: Edit, bases: dict[str, bytes], files: Path
) -> None:
    """What a house says is what its files are measured by, and the standard's is then wrong."""
    house = files / "profiles" / "house.yaml"
    house.parent.mkdir()
    house.write_text(f"extends: gbt9704\n{words}\n", encoding="utf-8")
    (files / "自家.docx").write_bytes(changed(bases["notice"], edit))
    name = standard()[parameter].zh
    told = run("自家.docx", "--profile", "house", "-v", "--output-format", "json").stdout
    messages = [d["message"] for d in json.loads(told)["diagnostics"]]
    assert not [message for message in messages if name in message]
    assert name in run("自家.docx", "-v").output
    told = run("好.docx", "--profile", "house", "-v", "--output-format", "json").stdout
    messages = [d["message"] for d in json.loads(told)["diagnostics"]]
    assert [message for message in messages if name in message]
    assert "GB/T 9704" not in next(message for message in messages if name in message)


def test_fix_writes_another_file(files: Path) -> None:
    before = (files / "坏.docx").read_bytes()
    result = run("坏.docx", "--fix", "新.docx")
    assert (files / "坏.docx").read_bytes() == before
    assert found((files / "新.docx").read_bytes()) == []
    assert "新.docx" in result.output
    assert run("新.docx").exit_code == 0
    again = run("坏.docx", "--fix", "新.docx")  # the same bytes: nothing to refuse
    assert again.exit_code == result.exit_code


@pytest.mark.parametrize("target", ["坏.docx", "./坏.docx", "好.docx"])
def test_fix_overwrites_nothing(target: str, files: Path) -> None:
    before = {path.name: path.read_bytes() for path in files.iterdir()}
    assert run("坏.docx", "--fix", target).exit_code != 0
    assert {path.name: path.read_bytes() for path in files.iterdir()} == before


def test_fix_of_what_is_no_docx_writes_nothing(files: Path) -> None:
    assert run("旧.doc", "--fix", "新.docx").exit_code == 1
    assert not (files / "新.docx").exists()


def test_a_title_in_word_s_heading_style_is_a_title(bases: dict[str, bytes]) -> None:
    """标题 1 is put on titles as on anything; the number in the text tells a heading."""
    parts = read_package(bases["notice"])
    styles = parts["word/styles.xml"].decode()
    styles = styles.replace('<w:name w:val="公文标题"', '<w:name w:val="heading 1"')
    data = write_package(
        pack(name, styles.encode() if name == "word/styles.xml" else content)
        for name, content in parts.items()
    )
    assert [said(each, "zh") for each in found(data)] == []
