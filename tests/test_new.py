"""``docgen new``: what is asked becomes a meeting's file that loads; a skeleton of any kind."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.cli import cli
from docgen.model.sources import Meeting
from docgen.model.terms import DOCUMENT_KINDS
from docgen.source.loader import Loader
from docgen.source.nodes import Scalar
from docgen.source.workspace import find_workspace
from docgen.source.yaml import parse_mapping
from docgen.starting.plain_yaml import lines, scalar
from docgen.starting.spoken_days import spoken_day

ANSWERS = """全市防汛备汛工作会议
示例市人民政府办公室
下周二
15：00
市政府第一会议室
现场会议
市政府副秘书长 吴××
副市长 陈××；市水利局局长 郑××
检查备汛: 落实责任 #1
各区县分管负责同志；市水利局
市水利局通报情况，市水利局局长 郑××，15分钟
陈××讲话，副市长 陈××

3月20日
会议科
何××
×××
"""


def new(folder: Path, *words: str, typed: str = "", language: str = "zh") -> Result:
    runner = CliRunner(env={"DOCGEN_LANG": language})
    return runner.invoke(cli, ["new", *words, "-w", str(folder)], input=typed)


def meeting_in(path: Path) -> Meeting:
    report = Report()
    source = Loader(report).source(path)
    assert [d.message("en") for d in report if d.severity.word == "error"] == []
    assert isinstance(source, Meeting)
    return source


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_answers_become_a_meeting_that_loads(tmp_path: Path, language: str) -> None:
    done = new(tmp_path, "meeting", typed=ANSWERS, language=language)
    assert done.exit_code == 0, done.output
    meeting = meeting_in(tmp_path / "meetings" / "全市防汛备汛工作会议.yaml")
    assert (meeting.title, str(meeting.level), meeting.time) == (
        "全市防汛备汛工作会议", "市", "15:00",
    )  # fmt: skip
    assert meeting.host is not None
    assert (meeting.host.post, meeting.host.name) == ("市政府副秘书长", "吴××")
    assert [who.name for who in meeting.speakers] == ["陈××", "郑××"]
    assert meeting.purpose is not None
    assert meeting.purpose.source == "检查备汛: 落实责任 #1"
    assert [(item.title, item.minutes) for item in meeting.agenda] == [
        ("市水利局通报情况", "15"), ("陈××讲话", ""),
    ]  # fmt: skip
    assert meeting.reply is not None
    assert meeting.reply.to == "会议科"
    assert meeting.contact is not None
    assert meeting.contact.phone == "×××"
    assert len(meeting.documents) == 9


def test_an_answer_that_cannot_be_read_is_asked_again(tmp_path: Path) -> None:
    done = new(tmp_path, "会议", typed=ANSWERS.replace("下周二", "2月30日\n改天\n下周二"))
    assert done.output.count("写成 2026-03-24、3月24日、下周二 这样的日子") == 2
    assert meeting_in(tmp_path / "meetings" / "全市防汛备汛工作会议.yaml").date is not None


def test_nothing_asked_leaves_blanks_and_still_loads(tmp_path: Path) -> None:
    done = new(tmp_path, "会议", "--no-input", "--name", "x", "--papers", "议程、通知")
    assert done.exit_code == 0, done.output
    meeting = meeting_in(tmp_path / "meetings" / "x.yaml")
    assert (str(meeting.date), meeting.place) == ("〔待填：会议日期〕", "〔待填：会议地点〕")
    assert meeting.documents == ("议程", "通知")


def test_answers_may_be_given_beforehand(tmp_path: Path) -> None:
    given = ("--set", "date=2026-03-24", "--set", "agenda=通报，局长 郑××，15；讲话")
    assert new(tmp_path, "会议", "--no-input", "--name", "x", *given).exit_code == 0
    meeting = meeting_in(tmp_path / "meetings" / "x.yaml")
    assert str(meeting.date) == "2026年3月24日"
    assert [item.title for item in meeting.agenda] == ["通报", "讲话"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("CON", "_CON"),
        ("...", "meeting"),
        ("a/b:c", "abc"),
        ("x.yaml", "x"),
        ("长" * 200, "长" * 63),
    ],
)
def test_a_name_is_one_that_every_system_takes(tmp_path: Path, typed: str, name: str) -> None:
    assert new(tmp_path, "会议", "--no-input", "--name", typed).exit_code == 0
    (made,) = (tmp_path / "meetings").iterdir()
    assert made.name.startswith(name)
    assert made.suffix == ".yaml"


@pytest.mark.parametrize(
    ("typed", "minutes", "post", "name"),
    [
        ("通报，局长 王××，十五分钟", "15", "局长", "王××"),
        ("通报，局长 王××，约20分", "20", "局长", "王××"),
        ("通报，局长：王××", "", "局长", "王××"),
        ("通报，王××，5", "5", "", "王××"),
    ],
)
def test_an_item_of_the_agenda_is_read(
    tmp_path: Path, typed: str, minutes: str, post: str, name: str
) -> None:
    given = ("--set", f"agenda={typed}", "--name", "x")
    assert new(tmp_path, "会议", "--no-input", *given).exit_code == 0
    (item,) = meeting_in(tmp_path / "meetings" / "x.yaml").agenda
    assert item.presenter is not None
    assert (item.minutes, item.presenter.post, item.presenter.name) == (minutes, post, name)


@pytest.mark.parametrize(
    "given", ["agenda=通报，局长 王××，很久", "agenda=通报，5，6", "host=县长张××"]
)
def test_who_and_how_long_are_not_guessed(tmp_path: Path, given: str) -> None:
    assert new(tmp_path, "会议", "--no-input", "--set", given).exit_code == 2


def test_people_may_be_parted_by_commas(tmp_path: Path) -> None:
    given = ("--set", "speakers=副市长 陈××,秘书长 王×", "--name", "x")
    assert new(tmp_path, "会议", "--no-input", *given).exit_code == 0
    meeting = meeting_in(tmp_path / "meetings" / "x.yaml")
    assert [(who.post, who.name) for who in meeting.speakers] == [
        ("副市长", "陈××"), ("秘书长", "王×"),
    ]  # fmt: skip


@pytest.mark.parametrize("hour", ["25:99", "24:00", "9:60", "早上", "9"])
def test_an_hour_that_is_none_is_refused(tmp_path: Path, hour: str) -> None:
    assert new(tmp_path, "会议", "--no-input", "--set", f"time={hour}").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [("--set", "color=red"), ("--set", "date"), ("--set", "date=改天"), ("--papers", "通告")],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = new(tmp_path, "会议", "--no-input", "--name", "x", *words)
    assert done.exit_code == 2
    assert not list(tmp_path.rglob("*.yaml"))


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    assert new(tmp_path, "通知").exit_code == 0
    file = tmp_path / "documents" / "notice.yaml"
    file.write_text("mine", encoding="utf-8")
    done = new(tmp_path, "通知")
    assert done.exit_code == 2
    assert "W017" in done.output
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", [term.code for term in DOCUMENT_KINDS.terms])
def test_a_skeleton_of_every_kind_reads_without_unknown_keys(
    tmp_path: Path, kind: str, language: str
) -> None:
    assert new(tmp_path, kind, language=language).exit_code == 0
    report = Report()
    workspace = find_workspace(tmp_path / "documents", report)
    Loader(report).document(tmp_path / "documents" / f"{kind}.yaml", workspace)
    assert [d.code for d in report] == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", "2026-03-20"), ("明天", "2026-03-21"), ("后天", "2026-03-22"),
        ("下周二", "2026-03-24"), ("本周五", "2026-03-20"), ("这周日", "2026-03-22"),
        ("下下周一", "2026-03-30"), ("下个星期天", "2026-03-29"), ("周五", "2026-03-20"),
        ("周四", "2026-03-26"), ("星期日", "2026-03-22"), ("3月24日", "2026-03-24"),
        ("3月19日", "2027-03-19"), ("2026-04-01", "2026-04-01"), ("2026年4月1日", "2026-04-01"),
        ("2026年4月", None), ("改天", None), ("", None),
    ],
)  # fmt: skip
def test_days_as_they_are_said(words: str, day: str | None) -> None:
    found = spoken_day(words, datetime.date(2026, 3, 20))  # a Friday
    assert (found.iso if found else None) == day


@pytest.mark.parametrize(
    "words",
    ["- 甲", "-甲", "甲: 乙", "甲：乙", "a #b", "*同志", "{{ x }}", "~", "null", "0123", "“甲”",
     "'", '"', "[甲]", "甲, 乙", "R&D <b>", "甲\n乙", "\\", "9:00", "…", "---"],
)  # fmt: skip
def test_every_scalar_reads_back_as_it_was(words: str) -> None:
    for text in (f"k: {scalar(words)}\n", "\n".join(lines({"l": [{"k": words, "b": "c"}]})) + "\n"):
        root = parse_mapping(text, Place("x.yaml", 1, 1), Report())
        assert root is not None, text
        found = [node.text for node in _scalars(root)]
        assert words in found, text


def _scalars(node: object) -> list[Scalar]:
    from docgen.source.nodes import scalars

    return list(scalars(node))  # type: ignore[arg-type]
