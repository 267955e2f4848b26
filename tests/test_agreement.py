"""The papers of a meeting, and a plan and its table, say the same; every difference is told."""

from __future__ import annotations

import ast
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.base.diagnostics import Diagnostic, Report, Words
from docgen.base.place import Place
from docgen.build import Build
from docgen.checks.agreement import Agreement
from docgen.checks.agreement.passages import OF_THE_MEETING, Passage
from docgen.cli import cli
from docgen.cli.checking import check_built
from docgen.compose import Composed
from docgen.jobs import find_jobs
from docgen.language.recognise import days_in
from docgen.language.recognise_hours import hours_in
from docgen.language.recognise_numbers import counts_in
from docgen.render.package import read_package
from docgen.render.xml import W
from docgen.source.loader import Loaded

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases" / "agreement"
BREAKS: list[dict[str, Any]] = yaml.safe_load((CASES / "breaks.yaml").read_text("utf-8"))
EXAMPLE: list[dict[str, Any]] = yaml.safe_load((CASES / "example_breaks.yaml").read_text("utf-8"))
EDITS: list[dict[str, Any]] = yaml.safe_load((CASES / "edits.yaml").read_text("utf-8"))
SILENT: list[dict[str, Any]] = yaml.safe_load((CASES / "silent.yaml").read_text("utf-8"))
SEEDS = ROOT.parent / "shared" / "seeds"  # real documents; not ours, and not everywhere
MEETING = "meetings/archives.yaml"


def told(path: Path, output: Path) -> list[Diagnostic]:
    """Return what is told about agreement; docgen itself did not break."""
    result = Build().build([path], output=output, formats=["txt"])  # no template is compiled
    assert not result.crashes
    return [each for each in result.report if each.code.startswith("X")]


def graded(found: Diagnostic) -> str:
    """Return a code; with w where it is no error here, only likely: X002w."""
    return found.code + "w" * (found.graded is not None and found.entry.severity.word == "error")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "one", tmp_path / "one"))


def changed(workspace: Path, case: dict[str, Any]) -> Path:
    """Change the one thing that a case changes; return the file."""
    path = workspace / case.get("file", MEETING)
    text = path.read_text("utf-8")
    assert text.count(case["from"]) == 1, f"{case['why']}: stands {text.count(case['from'])} times"
    path.write_text(text.replace(case["from"], case["to"]), "utf-8")
    return path


def test_a_set_that_agrees_is_left_in_peace(workspace: Path) -> None:
    build = Build()
    result = build.check([workspace])
    assert result.documents == 11
    assert not result.refused
    assert [each.code for each in build.report if each.code.startswith("X")] == []


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: f"{case['code']} {case['why']}")
def test_a_broken_fact_is_told_once_at_its_place(workspace: Path, case: dict[str, Any]) -> None:
    path = changed(workspace, case)
    assert_told_once(told(path, workspace / "out"), case, path)


@pytest.mark.parametrize("case", EXAMPLE, ids=lambda case: f"{case['code']} {case['why']}")
def test_the_example_is_broken_as_well(tmp_path: Path, case: dict[str, Any]) -> None:
    folder = Path(shutil.copytree(ROOT / "examples" / "one-meeting", tmp_path / "one"))
    path = changed(folder, {"file": "meetings/flood-2026.yaml", **case})
    assert_told_once(told(path, tmp_path / "out"), case, path)


def assert_told_once(found: list[Diagnostic], case: dict[str, Any], path: Path) -> None:
    mine = [each for each in found if each.code not in case.get("also", [])]
    assert [(graded(each), each.place.key) for each in mine] == [(case["code"], case["key"])]
    assert mine[0].place.file.endswith(path.name)
    assert mine[0].place.line
    assert case["paper"] in mine[0].message("zh")
    assert "{" not in mine[0].message("zh") + mine[0].message("en")
    assert "{{ count }}" in mine[0].hint("zh") or "{" not in mine[0].hint("zh")


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case["why"])
def test_what_is_about_something_else_is_left_alone(workspace: Path, case: dict[str, Any]) -> None:
    assert [each.message("zh") for each in told(changed(workspace, case), workspace)] == []


@pytest.mark.parametrize(
    "folder", sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir()), ids=lambda p: p.name
)
def test_the_examples_agree(folder: Path, tmp_path: Path) -> None:
    assert [str(each.place) + each.message("zh") for each in told(folder, tmp_path)] == []


def test_the_longest_of_nested_titles_is_meant(workspace: Path) -> None:
    meeting = workspace / MEETING
    text = meeting.read_text("utf-8").replace("title: 关于数字化经费", "title: 关于馆藏档案数字化")
    text = text.replace("11月底前必须见到结果", "10月底前必须见到结果")
    meeting.write_text(text, "utf-8")
    found = told(meeting, workspace / "out")
    assert [(each.code, each.facts["item"]) for each in found] == [
        ("X032", "完成馆藏档案数字化200万页")
    ]


def test_a_name_whose_characters_changed_places_is_told(workspace: Path) -> None:
    for path in (workspace / MEETING, workspace / "people.yaml"):
        path.write_text(path.read_text("utf-8").replace("李××", "李文海"), "utf-8")
    assert told(workspace / MEETING, workspace / "out") == []
    case = {"why": "", "from": "会议由市委副秘书长李文海", "to": "会议由市委副秘书长李海文"}
    found = told(changed(workspace, case), workspace / "out")
    assert [each.code for each in found] == ["X021"]
    assert "李海文" in found[0].message("zh")


def test_a_plan_and_a_table_of_one_year_say_the_same(workspace: Path) -> None:
    table = workspace / "documents" / "table.yaml"
    own = "tasks:\n  - {title: 培训档案数字化人员, owner: 市财政局, due: 5月底前}\n"
    text = table.read_text("utf-8").replace("plan: plan.yaml\n", own)
    table.write_text(text.replace("opening: 工作要点共列出三项任务，", "opening: "), "utf-8")
    found = [each for each in Build().check([workspace]).report if each.code.startswith("X")]
    assert [(each.code, each.severity.word) for each in found] == [("X038", "warning")]
    table.write_text(table.read_text("utf-8").replace("市财政局", "市档案局"), "utf-8")
    assert not [each for each in Build().check([workspace]).report if each.code.startswith("X")]


def test_an_outline_without_shared_words_needs_no_rules() -> None:
    script = (
        "import sys; from pathlib import Path; from docgen.build import Build\n"
        "folder = Path(sys.argv[1])\n"
        "Build().build([folder], output=folder / 'out', formats=['txt'])\n"
        "print([n for n in sys.modules if n.startswith('docgen.checks.agreement.')])"
    )
    with TemporaryDirectory() as folder:
        shutil.copytree(CASES / "quiet", folder, dirs_exist_ok=True)
        done = run(
            [sys.executable, "-c", script, folder], capture_output=True, text=True, check=True
        )
    assert set(ast.literal_eval(done.stdout)) == {
        "docgen.checks.agreement.listed", "docgen.checks.agreement.passages",
        "docgen.checks.agreement.shared",
    }  # fmt: skip


Papers = dict[str, tuple[Loaded, Composed]]


@cache
def composed_papers() -> Papers:
    """Return the nine papers of the meeting, by kind."""
    build = Build()
    jobs = find_jobs([CASES / "one" / MEETING], None, build.report)
    return {job.member: build._composed(job) or pytest.fail(job.name) for job in jobs}


@pytest.fixture
def papers() -> Papers:
    return composed_papers()


def codes_of(line: str, file: str, paper: tuple[Loaded, Composed], *, near: bool) -> list[str]:
    """Return what is told of a line that stands in a paper's own words."""
    report = Report()
    place = Place(file, 1, 1, f"{paper[0].document.at.key}.opening")
    kind = paper[0].document.kind.code
    passage = Passage(line, place, Words("", ""), own=True, near=near, kind=kind)
    Agreement(*paper, report).check_passage(passage)
    return [graded(each) for each in report]


def test_sentences_are_told_apart(papers: Papers) -> None:
    wrong = []
    rows = (CASES / "sentences.txt").read_text("utf-8").split("\n")
    for row in (row for row in rows if row and not row.startswith("#")):
        kind, sentence, *codes = row.split("\t")
        file = papers[kind][0].document.at.file
        found = codes_of(sentence, file, papers[kind], near=kind in OF_THE_MEETING)
        if found != " ".join(codes).split():
            wrong.append(f"{kind}: {sentence} {found}")
    assert len(rows) > 100
    assert "\n".join(wrong) == ""


def foreign_texts() -> Iterator[tuple[str, str, bool]]:
    """Yield texts that are about other things, with their file and what plain “会议” may mean
    there: the shipped snippets, the examples, and the seeds where they are."""
    examples = (p for p in (ROOT / "examples").rglob("*.yaml") if "one-meeting" not in p.parts)
    files = [*(ROOT / "snippets").rglob("*.md"), *examples]
    for path in [*files, *SEEDS.glob("*.txt")]:
        for line in filter(str.strip, path.read_text("utf-8").split("\n")):
            yield path.name, line, False
            if path.suffix == ".txt":  # the others have notices and scripts of their own meetings
                yield path.name, line, True


def test_texts_about_other_things_raise_no_alarm(papers: Papers) -> None:
    alarms = []
    for kind, paper in papers.items():
        for name, line, near in foreign_texts():
            # An example that opens its own meeting is about another than this indeed.
            found = {*codes_of(line, name, paper, near=near)} - (set() if near else {"X005"})
            alarms += [f"{kind} {name}: {code} {line}" for code in found]
    assert "\n".join(alarms) == ""


# -- a built .docx that somebody edited ------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace with everything built once; no test changes it."""
    folder = Path(shutil.copytree(CASES / "one", tmp_path_factory.mktemp("built") / "one"))
    assert not Build().build([folder]).refused
    return folder


def rewritten(file: Path, old: str, new: str, change: Callable[[Any], None] | None = None) -> Path:
    """Write a copy of a .docx beside it, with `new` for `old` in the first paragraph that has it
    (all its text then in one run); without the paragraph where nothing else is left. `change` is
    given the paragraph."""
    parts = read_package(file.read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    paragraphs = ([*each.iter(f"{W}t")] for each in root.iter(f"{W}p"))
    texts = next(each for each in paragraphs if old in "".join(t.text or "" for t in each))
    whole = "".join(text.text or "" for text in texts)
    for text in texts:
        text.text = ""
    texts[0].text = whole.replace(old, new, 1)
    paragraph = next(texts[0].iterancestors(f"{W}p"))
    if not texts[0].text:
        paragraph.getparent().remove(paragraph)
    elif change is not None:
        change(paragraph)
    parts["word/document.xml"] = etree.tostring(root, encoding="UTF-8", standalone=True)
    target = file.with_name(f"{file.stem}.new.docx")
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target


def test_built_papers_say_what_their_sources_say(built: Path) -> None:
    papers = [
        str(path) for path in sorted((built / "build").rglob("*.docx")) if ".new" not in path.name
    ]
    result = check_built(papers, [], None)
    assert len(papers) == result.documents == 11
    assert [each.message("zh") for each in result.report] == []


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case["why"])
def test_an_edit_that_changes_a_fact_is_told(built: Path, case: dict[str, Any]) -> None:
    edited = rewritten(built / "build" / f"{case['file']}.docx", case["from"], case["to"])
    try:
        found = list(check_built([str(edited)], [], None).report)
    finally:
        edited.unlink()
    assert [graded(each) for each in found] == ([case["code"]] if case["code"] else [])
    for words in case.get("says", []):
        assert words in found[0].message("zh")
    assert all("{" not in each.message("zh") + each.message("en") for each in found)


def written_before(paragraph: Any) -> None:
    """Put a paragraph of other words before one."""
    new = deepcopy(paragraph)
    texts = list(new.iter(f"{W}t"))
    texts[0].text = "各位代表请对号入座。"
    paragraph.addprevious(new)


def moved_down(paragraph: Any) -> None:
    """Put a paragraph below the two that follow it."""
    paragraph.getnext().getnext().addnext(paragraph)


@pytest.mark.parametrize(
    ("old", "new", "change", "codes"),
    [
        ("地　点：市政府第一会议室", "地　点：市政府第三会议室", written_before, ["X040"]),
        ("地　点：市政府第一会议室", "地　点：市政府第一会议室", written_before, []),
        ("一、市档案局通报去年工作", "一、市档案局通报去年工作", moved_down, ["X047"]),
    ],
)
def test_paragraphs_are_found_again(
    built: Path, old: str, new: str, change: Callable[[Any], None], codes: list[str]
) -> None:
    edited = rewritten(built / "build" / "archives" / "agenda.docx", old, new, change)
    try:
        found = check_built([str(edited)], [], None).report
    finally:
        edited.unlink()
    assert [each.code for each in found] == codes


def test_facts_that_the_sources_changed_since_are_stale(workspace: Path) -> None:
    Build().build([workspace])
    meeting = workspace / MEETING
    text = meeting.read_text("utf-8").replace("place: 市政府第一会议室", "place: 市政府第二会议室")
    meeting.write_text(text.replace("{name: 赵××, post", "{name: 冯××, post"), "utf-8")
    found = check_built([str(workspace / "build" / "archives" / "agenda.docx")], [], None).report
    assert [each.code for each in found] == ["X043", "X043"]
    assert ["第二会议室" in each.message("zh") for each in found] == [True, False]
    assert ["冯××" in each.message("zh") for each in found] == [False, True]


def test_of_two_alike_the_one_that_changed_is_named(workspace: Path) -> None:
    meeting = workspace / MEETING
    text = meeting.read_text("utf-8")
    meeting.write_text(text.replace("钱××, post: 示例县", "孙××, post: 示例县"), "utf-8")
    Build().build([workspace])
    meeting.write_text(text.replace("孙××, post: 示例区", "冯××, post: 示例区"), "utf-8")
    found = check_built([str(workspace / "build" / "archives" / "minutes.docx")], [], None).report
    said = [each.message("zh") for each in found]
    assert ["还是“孙××”，来源已经改成“冯××”" in words for words in said] == [True, False]
    assert ["还是“孙××”，来源已经改成“钱××”" in words for words in said] == [False, True]


def test_a_wording_that_the_sources_changed_since_is_only_mentioned(workspace: Path) -> None:
    Build().build([workspace])
    meeting = workspace / MEETING
    meeting.write_text(meeting.read_text("utf-8").replace("妥否，请函复", "当否，请函复"), "utf-8")
    found = check_built([str(workspace / "build" / "archives" / "letter.docx")], [], None).report
    assert [(each.code, each.severity.word) for each in found] == [("X044", "info")]


def test_a_docx_that_lies_elsewhere_needs_its_workspace(built: Path, tmp_path: Path) -> None:
    paper = shutil.copy(built / "build" / "table.docx", tmp_path / "sent.docx")
    assert [each.code for each in check_built([str(paper)], [], None).report] == ["X045"]
    assert [each.code for each in check_built([str(paper)], [], str(built)).report] == []


def test_a_docx_of_somebody_else_is_said_to_be_that(tmp_path: Path) -> None:
    paper = shutil.copy(ROOT / "templates" / "agenda.docx", tmp_path / "foreign.docx")
    assert [each.code for each in check_built([str(paper)], [], None).report] == ["N030"]
    (tmp_path / "text.docx").write_text("x", "utf-8")
    found = check_built([str(tmp_path / "text.docx")], [], None).report
    assert [each.code for each in found] == ["F102"]


def test_a_docx_whose_sources_are_faulty_is_not_compared(workspace: Path) -> None:
    Build().build([workspace])
    meeting = workspace / MEETING
    meeting.write_text(meeting.read_text("utf-8").replace("2026-03-12", "2026-13-12"), "utf-8")
    found = check_built([str(workspace / "build" / "archives" / "agenda.docx")], [], None).report
    assert [each.code for each in found] == ["X046"]


def test_the_command_compares_a_docx(built: Path) -> None:
    edited = rewritten(built / "build" / "archives" / "agenda.docx", "9:00", "9:30")
    try:
        done = CliRunner().invoke(cli, ["check", str(edited), "--output-format", "json"])
    finally:
        edited.unlink()
    assert done.exit_code == 1
    told = json.loads(done.output)["diagnostics"]
    assert [each["code"] for each in told] == ["X040"]


_WORDS = (CASES / "words.txt").read_text("utf-8").split()
odd_texts = st.lists(st.sampled_from([*_WORDS, "\n"]), max_size=14).map("".join)


@given(odd_texts, st.sampled_from(["notice", "hosting-script", "task-table"]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_odd(text: str, kind: str, near: bool) -> None:
    paper = composed_papers()[kind]
    codes_of(text, paper[0].document.at.file, paper, near=near)


@given(odd_texts)
@settings(max_examples=200, deadline=None)
def test_what_is_recognised_stands_in_the_text(text: str) -> None:
    found = [(each.start, each.stop, each.words) for each in days_in(text)]
    found += [(each.start, each.stop, each.words) for each in hours_in(text)]
    found += [(each.start, each.stop, each.words) for each in counts_in(text, "项")]
    assert all(text[start:stop].strip() == words for start, stop, words in found)
