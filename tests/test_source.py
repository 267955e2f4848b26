"""What is typed is what is read: encodings, line ends, scalars, two languages, places."""

from __future__ import annotations

import codecs
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.build import Build
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Record, table
from docgen.model.library import Origin, Param, Sample, Settings, SnippetCard, Window
from docgen.model.meeting_papers import HostWords
from docgen.model.meeting_parts import AgendaItem, Attendee, Contact, Decision, Reply
from docgen.model.official import Attachment
from docgen.model.parts import (
    Person,
    PlanItem,
    PlanSection,
    Point,
    Progress,
    Section,
    Speaker,
    Table,
    Task,
)
from docgen.model.sources import SOURCES, Spirit
from docgen.source.nodes import Mapping, Scalar, scalars
from docgen.source.yaml import parse_mapping

LANGUAGES = Path(__file__).parent / "cases" / "two-languages"

SPEECH = """kind: speech
date: 2026-03-01
salutation: 同志们
opening: 今天讲{{ count }}点，
  GB/T 9704 要照办。
sections:
  - 提高认识
  - title: 抓好落实
    points: [“三是”要改, ××同志——讲, 𠮷镕喆]
"""

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16 little-endian": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 big-endian": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "GB18030": lambda text: text.encode("gb18030"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "mixed line ends": lambda text: text.replace("\n", "\r\n", 3).encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "everything of Windows": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
    "UTF-16 and CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
}
MARKDOWN = "---\nkind: speech\n---\n今天讲：\n\n# 提高认识\n\n要认识到位。\n"

AS_TYPED = [
    "09:30", "0123", "08", "010", "1.10", "2.10", "1e3", "0x1F", "1_000", "+5", ".5", "1.",
    "no", "yes", "on", "off", "true", "False", "y", "n", "2026-02-08", "2026-02-08 10:00:00",
    "NaN", ".inf", "=", "nil", "None", "无", "a:b", "12:30:45", "8%", "50%", "A&B", "a*b",
    "“甲”", "（一）", "a#b", "？", "~甲", "-1", "--", "...甲", "<b>", "C:\\new", "http://a.cn/b",
]  # fmt: skip
IN_QUOTES = {"'~'": "~", '"null"': "null", "''": "", '""': "", "'# 甲'": "# 甲", "'*'": "*"}
NOTHING = ["", "~", "null", "# 说明", "~ # 说明"]


def built(root: Path, output: str) -> dict[str, bytes]:
    """Return the .docx files of a workspace, without the origins, which name keys as they were
    typed; nothing may be wrong with it."""
    result = Build().build([root], output=Path(output), strip=True)
    assert [f"{d.place}: {d.code}" for d in result.report] == []
    return {path.name: path.read_bytes() for path in Path(output).rglob("*.docx")}


def parsed(text: str) -> Mapping:
    report = Report()
    root = parse_mapping(text, Place("a.yaml", 1, 1), report)
    assert root is not None
    assert len(report) == 0
    return root


@pytest.mark.parametrize("text", [SPEECH, MARKDOWN], ids=["yaml", "md"])
@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_every_encoding_reads_the_same(
    text: str, encode: Callable[[str], bytes], workspace: Workspace
) -> None:
    name = "a.yaml" if text is SPEECH else "a.md"
    root = workspace({f"documents/{name}": text})
    plain = built(root / "documents", "plain")
    (root / "documents" / name).write_bytes(encode(text))
    assert built(root / "documents", "other") == plain


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_scalar_is_the_text_typed(typed: str) -> None:
    assert parsed(f"key: {typed}\n").get("key").text == typed  # type: ignore[union-attr]


@pytest.mark.parametrize(("typed", "text"), IN_QUOTES.items())
def test_quotes_make_text_of_anything(typed: str, text: str) -> None:
    node = parsed(f"key: {typed}\n").get("key")
    assert isinstance(node, Scalar)
    assert (node.text, node.null) == (text, False)


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_is_nothing(typed: str) -> None:
    node = parsed(f"key: {typed}\n").get("key")
    assert isinstance(node, Scalar)
    assert node.null


def test_facts_are_printed_as_typed(workspace: Workspace) -> None:
    rows = ", ".join(f"['{typed}', {typed}]" for typed in ("09:30", "0123", "no", "08", "1.10"))
    root = workspace({"documents/a.yaml": f"kind: speech\nsections: [{{title: 表, table: {{rows: "
                      f"[{rows}]}}}}]\n"})  # fmt: skip
    Build().build([root], output=Path("out"), formats=["txt"])
    told = Path("out/a.txt").read_text("utf-8").splitlines()[2:]
    assert told == ["09:30\t09:30", "0123\t0123", "no\tno", "08\t08", "1.10\t1.10"]


# -- two languages -------------------------------------------------------------------------


@pytest.fixture
def two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(LANGUAGES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_either_language_gives_the_same_bytes(two_languages: Path) -> None:
    english = built(two_languages / "english", "from-english")
    sets = ("01-notice", "02-agenda", "03-hosting", "04-minutes", "05-briefing", "06-table")
    alone = ("outline", "plan", "speech", "joint", "letter", "table")
    assert set(english) == {f"{name}.docx" for name in (*alone, *sets)}
    assert built(two_languages / "chinese", "from-chinese") == english


def test_languages_may_be_mixed_in_one_file(two_languages: Path) -> None:
    documents = two_languages / "english" / "documents"
    english = built(two_languages / "english", "from-english")
    speech = documents / "speech.yaml"
    speech.write_text(speech.read_text("utf-8").replace("speaker:", "讲话人:"), encoding="utf-8")
    assert built(two_languages / "english", "mixed") == english


def test_the_two_languages_are_tried_on_every_key() -> None:
    """A new key goes into tests/cases/two-languages, in both."""
    records: list[type[Record]] = [
        *DOCUMENTS.values(), *SOURCES.values(), Person, Speaker, Spirit, Point, Section, Table,
        Task, PlanItem, PlanSection, SnippetCard, Window, Origin, Param, Sample, Settings,
        AgendaItem, Attendee, Contact, Decision, Reply, Progress, Attachment, HostWords,
    ]  # fmt: skip
    for language in ("english", "chinese"):
        files = (path for path in (LANGUAGES / language).rglob("*.*") if path.is_file())
        typed = set(re.findall(r"([\w]+):", "\n".join(path.read_text("utf-8") for path in files)))
        keys = [key for cls in records for key in table(cls).values()]
        names = [{key.name} if language == "english" else {key.zh, *key.also} for key in keys]
        assert [each for each in names if not each & typed] == []


# -- places --------------------------------------------------------------------------------

PLACED = """kind: speech   # 文种
speaker: {name: 𠮷××, post: 市长}
sections:
  - title: 认识
    points:
    - 要点一
    -   text: '要点
          二'
        points: [甲, "乙"]
closing: >
  再见
"""


def test_every_value_knows_its_line_column_and_path() -> None:
    found = [
        f"{node.place.line}:{node.place.column} {node.place.key} {node.text}"
        for node in scalars(parsed(PLACED))
    ]
    assert found == [
        "1:7 kind speech",
        "2:17 speaker.name 𠮷××",
        "2:28 speaker.post 市长",
        "4:12 sections[0].title 认识",
        "6:7 sections[0].points[0] 要点一",
        "7:15 sections[0].points[1].text 要点二",
        "9:18 sections[0].points[1].points[0] 甲",
        "9:21 sections[0].points[1].points[1] 乙",
        "10:10 closing 再见",
    ]


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_places_are_the_same_in_every_encoding(
    encode: Callable[[str], bytes], workspace: Workspace
) -> None:
    root = workspace({"documents/a.yaml": ""})
    faulty = SPEECH + "date: 2026-13-01\nclosing: 再见\n"
    (root / "documents/a.yaml").write_bytes(encode(faulty))
    (fault,) = Build().build([root]).report
    assert (fault.code, str(fault.place)) == ("S021", "documents/a.yaml:10:1")


def test_all_faults_of_a_file_are_told_at_once(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": """kind: speech
date: 2026-02-30
speeker: 王××
speaker: {name: 王××, job: 市长}
series: 一二三
run_in: 也许
opening: {text: 好}
sections:
  - points: {text: 甲}
closing: "{{ nobody }}"
"""})  # fmt: skip
    found = [
        f"{d.place.line}:{d.place.column} {d.code}" for d in Build().build([root]).report.sorted()
    ]
    assert found == [
        "2:7 S025",
        "3:1 S020",
        "4:22 S020",
        "5:9 S027",
        "6:9 S028",
        "7:10 S023",
        "7:11 S020",
        "9:5 S023",
        "9:13 S028",
        "10:10 C002",
    ]
