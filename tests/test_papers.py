"""主持词, 纪要 and 任务分解表, from whatever facts their meeting or plan has.

Each case is a workspace, tests/cases/papers/<case>; its golden says what was built, as text,
and what was told. The goldens are meant to be read aloud.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, Workspace, assert_golden
from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.build import Build, Result
from docgen.compose.draft import Draft
from docgen.compose.host_words import Call, words_for
from docgen.compose.meeting_facts import purpose_of, side_by_side
from docgen.compose.minutes import part_of_day
from docgen.compose.texts import Texts
from docgen.compose.used import Used
from docgen.library.snippets import Snippets
from docgen.model.documents import HostingScript
from docgen.model.library import Settings
from docgen.model.meeting_parts import AgendaItem
from docgen.model.parts import Person
from docgen.model.sources import Meeting
from docgen.model.terms import DOCUMENT_KINDS
from docgen.model.values import Text
from docgen.render.package import read_package
from docgen.render.provenance import is_provenance, read_rows
from docgen.render.reading import read_texts
from docgen.source.workspace import find_workspace
from test_template import libreoffice

CASES = Path(__file__).parent / "cases" / "papers"
GOLDENS = Path(__file__).parent / "golden" / "papers"


def built(folder: Path, output: Path, *formats: str) -> Result:
    result = Build().build([folder], output=output, formats=formats)
    assert result.crashes == []
    return result


def told(result: Result) -> list[str]:
    return [f"{d.severity.word} {d.code} {d.message('zh')}" for d in result.report.sorted()]


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_reads_well(case: str, tmp_path: Path) -> None:
    result = built(CASES / case, tmp_path, "txt", "docx")
    pieces = []
    for path in sorted(tmp_path.rglob("*.txt")):
        pieces.append(f"=== {path.relative_to(tmp_path).as_posix()}\n{path.read_text('utf-8')}")
    assert_golden(GOLDENS / f"{case}.txt", "\n".join([*pieces, *told(result)]) + "\n")


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_paragraph_says_where_it_came_from(case: str, tmp_path: Path) -> None:
    built(CASES / case, tmp_path, "docx")
    for path in tmp_path.rglob("*.docx"):
        parts = read_package(path.read_bytes())
        [rows] = [read_rows(part) for part in parts.values() if is_provenance(part)]
        assert rows
        assert all(row.file.endswith((".yaml", ".md")) and row.key for row in rows)


def test_a_plan_and_its_table_are_one_list(tmp_path: Path) -> None:
    built(CASES / "table-of-a-plan", tmp_path, "txt")

    def rows(name: str) -> list[list[str]]:
        lines = (tmp_path / f"{name}.txt").read_text("utf-8").split("\n")
        return [line.split("\t") for line in lines if re.match(r"\d+\t", line)]

    assert rows("table")[:3] == rows("plan")
    assert len(rows("plan")) == 3


def test_the_docx_prints_each_row_once(tmp_path: Path) -> None:
    """The rows stand in the tree, and the template prints them from its own names."""
    built(CASES / "table-of-a-plan", tmp_path, "docx")
    texts = read_texts((tmp_path / "table.docx").read_bytes())
    assert texts.count("完成2026年数字化200万页") == 1
    assert texts.count("全省档案工作会议") == 1
    assert texts.count("任务来源") == 1
    own = read_texts((tmp_path / "table-finance.docx").read_bytes())
    assert "任务来源" not in own
    assert own[:3] == [
        "示例市档案局\n2026年工作任务分解表（市财政局）",
        "示例市档案局",
        "（2026年2月20日）",
    ]


def test_an_office_s_own_template_without_the_rows_prints_the_table(workspace: Workspace) -> None:
    plain = (ROOT / "templates" / "speech.docx").read_bytes()
    root = workspace({"documents/t.yaml": "kind: task-table\nyear: 2026\ntasks: [{title: 扫描}]\n"})
    (root / "templates").mkdir()
    (root / "templates" / "task-table.docx").write_bytes(plain)
    built(root, root / "out", "docx")
    assert "扫描" in read_texts((root / "out" / "t.docx").read_bytes())


@pytest.mark.parametrize(
    ("time", "part"),
    [
        ("9:00", "上午"), ("15:00", "下午"), ("19:30", "晚上"), ("下午2:30", "下午"),
        ("早上8点", "上午"), ("２０：００", "晚上"), ("2:30", ""), ("", ""), ("会后", ""),
        ("26:00", ""),
    ],
)  # fmt: skip
def test_the_part_of_the_day(time: str, part: str) -> None:
    assert part_of_day(time) == part


# Title, post and name of who has the floor → what the host says.
CALLS = [
    ("市水利局通报情况", "市水利局局长", "郑××", "请市水利局局长郑××同志通报情况"),
    ("市委组织部部署工作", "市委组织部部长", "周××", "请市委组织部部长周××同志部署工作"),
    ("郑××同志作情况说明", "", "郑××", "请郑××同志作情况说明"),
    ("郑××局长讲话", "市水利局局长", "郑××", "请市水利局局长郑××同志讲话"),
    ("传达会议精神", "副市长", "陈××", "请副市长陈××同志传达会议精神"),
    ("市委办通报情况", "市档案局局长", "赵××", "市委办通报情况，请市档案局局长赵××同志通报"),
    # What the title does not say, nobody is asked to do.
    ("审议工作方案", "市司法局局长", "赵××", "审议工作方案"),
    ("市工会工作", "市工会主席", "赵××", "市工会工作"),
    ("表彰先进", "副市长", "陈××", "表彰先进"),
    ("做好防汛工作", "副市长", "陈××", "做好防汛工作"),
    ("审议工作安排", "副市长", "陈××", "审议工作安排"),
    ("分组讨论《教育工作报告》", "副市长", "陈××", "分组讨论《教育工作报告》"),
    ("学习“作风建设报告”", "副市长", "陈××", "学习“作风建设报告”"),
    ("宣读《表彰决定》", "副市长", "陈××", "请副市长陈××同志宣读《表彰决定》"),
    ("作《年度工作报告》", "市长", "陈××", "请市长陈××同志作《年度工作报告》"),
    (
        "听取《规划》编制情况",
        "市规划局局长",
        "周××",
        "听取《规划》编制情况，请市规划局局长周××同志汇报",
    ),
    ("研究经费，市财政局汇报", "", "周××", "研究经费，市财政局汇报，请周××同志汇报"),
    ("讨论发言", "", "周××", "讨论发言，请周××同志发言"),
    ("通报情况", "", "市档案局", "请市档案局通报情况"),
    ("总结去年工作", "市府办主任", "吴××", "由我总结去年工作"),
]


def a_draft() -> Draft:
    report, used = Report(), Used()
    document, found = HostingScript(kind=DOCUMENT_KINDS["hosting-script"]), Settings()
    library = Snippets(find_workspace(CASES, report))
    return Draft(document, Texts(document, {}, library, report, used), found)


@pytest.mark.parametrize(("title", "post", "name", "said"), CALLS)
def test_what_a_speaker_does_comes_from_the_title(
    title: str, post: str, name: str, said: str
) -> None:
    item = AgendaItem(title=title, presenter=Person(name=name, post=post), at=Place("m.yaml"))
    host = Person(name="吴××", post="市府办主任")
    assert words_for(Call(item, 1, 1, host), a_draft()) == [f"下面，{said}。"]


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""), (["甲"], "甲"), (["甲", "乙"], "甲、乙"),
        (["常委、秘书长甲", "乙"], "常委、秘书长甲，乙"),
        (["常委、秘书长甲，兼", "乙"], "常委、秘书长甲，兼；乙"),
    ],
)  # fmt: skip
def test_names_stand_side_by_side(names: list[str], joined: str) -> None:
    assert side_by_side(names) == joined


@pytest.mark.parametrize(
    ("typed", "purpose"),
    [
        ("总结工作。", "总结工作"), ("主要任务是总结工作", "总结工作"),
        ("会议主要任务是：总结工作。", "总结工作"), ("议题是总结工作", "总结工作"),
        ("这次会议的主要任务是，总结工作；", "总结工作"), ("主要任务：总结工作", "总结工作"),
        ("分解主要任务是重点", "分解主要任务是重点"), ("任务分解", "任务分解"),
    ],
)  # fmt: skip
def test_a_main_task_is_said_once(typed: str, purpose: str) -> None:
    meeting = Meeting(purpose=Text(typed, Place("m.yaml")), at=Place("m.yaml"))
    assert purpose_of(meeting, a_draft()) == purpose


def test_what_lacks_is_told_once_for_a_paper(workspace: Workspace) -> None:
    root = workspace({"meetings/m.yaml": BARE})
    result = Build().build([root / "meetings/m.yaml"])
    found = [(d.code, d.message("en")) for d in result.report if d.code in ("C030", "C031")]
    assert len(found) == len(set(found)) == 11
    assert (
        "C030",
        "missing in agenda: the agenda; 〔待填〕 is printed",
    ) in found
    assert sum(code == "C030" for code, _ in found) == 7


BARE = (
    "kind: meeting\ntitle: 碰头会\nlevel: unit\ndocuments:\n  notice:\n  agenda:\n"
    "  hosting-script:\n  speech:\n  minutes:\n  briefing:\n  task-table:\n  letter:\n"
)


# Longer than a page.
LONG = (40, 160)


def _tasks(*, long: bool) -> str:
    """Return 300 tasks of uneven lengths; with `long`, two of them are longer than a page."""
    lines = []
    for number in range(1, 301):
        size = 2600 if long and number in LONG else (number * 37) % 180
        words = f"任务{number:03d}始" + "办好这件事" * (size // 5) + f"终{number:03d}"
        partners = "、".join(f"示例市第{at}局" for at in range(number % 6)) or "无"
        lines.append(
            f"      - {{title: {words}, owner: 示例市第{number % 60}局, partners: {partners}, "
            f"due: {number % 12 + 1}月底前, measure: {'完成' * (number % 23 + 1)}}}"
        )
    return "\n".join(lines) + "\n"


BIG = {
    "table": "kind: task-table\nyear: 2026\norg: 示例市档案局\ntasks:\n",
    "plan": "kind: annual-plan\nyear: 2026\norg: 示例市档案局\ntask_table: true\nsections:\n"
    "  - title: 全年任务\n    tasks:\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("kind", list(BIG))
def test_three_hundred_tasks_break_well(kind: str, long: bool, workspace: Workspace) -> None:
    """The heading on every page, every task once, no row torn unless longer than a page."""
    tasks = _tasks(long=long)
    root = workspace({"documents/t.yaml": BIG[kind] + tasks})
    built(root, root / "out", "docx")
    profile = (root / "profile").as_uri()
    subprocess.run(
        [libreoffice(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(root), str(root / "out" / "t.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    pages = _pages(root / "t.pdf")
    first = next(at for at, page in enumerate(pages) if "序号" in page)
    pages = pages[first:]
    heading = ("序号", "牵头单位", "配合单位", "完成时限", "完成标志")
    assert len(pages) > 20
    assert all(word in page for page in pages for word in heading)
    for number in range(1, 301):
        begun = [at for at, page in enumerate(pages) if f"任务{number:03d}始" in page]
        ended = [at for at, page in enumerate(pages) if f"终{number:03d}" in page]
        assert len(begun) == len(ended) == 1
        assert begun == ended or (long and number in LONG)
    # Nothing is lost; a word that a page ends in is in two pieces.
    printed = "".join(pages).count("办好这件事")
    assert tasks.count("办好这件事") - 40 <= printed <= tasks.count("办好这件事")


def _pages(path: Path) -> list[str]:
    import pypdfium2

    pages = pypdfium2.PdfDocument(path)
    return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pages]
