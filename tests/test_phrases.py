"""The phrase book: every entry has its source, its members in order, and its wording to the day."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.base.place import NOWHERE
from docgen.build import Build
from docgen.language.numbers import cn_number
from docgen.library.shipped import shipped
from docgen.library.snippets import FOREVER, Snippets, report_overlaps, window
from docgen.model.library import Snippet
from docgen.model.values import Day, When
from docgen.source.workspace import find_workspace

INCLUDE = re.compile(r"\{\{.*?\}\}")
WINDOWS = Path(__file__).parent / "cases" / "phrase-windows.txt"
ONE_DAY = datetime.timedelta(days=1)


def library() -> Snippets:
    """Return the shipped library alone, as a workspace without snippets of its own sees it."""
    return Snippets(find_workspace(shipped("templates"), Report()))


def entries() -> list[Snippet]:
    """Return every version of every entry of the phrase book."""
    report = Report()
    found = [each for each in library().all(report) if each.id.startswith("phrases/")]
    assert list(report) == []
    return found


BOOK = entries()
VERSIONED = sorted({each.id for each in BOOK if each.version > 1})
# A year's own phrase: nothing stands between one first year of a plan and the next.
WITH_GAPS = {"phrases/plans/first-year", "phrases/plans/last-year"}

each_entry = pytest.mark.parametrize("entry", BOOK, ids=[each.label for each in BOOK])


# “迎接党的二十大” was right for a year before it: a congress is named from the day on which a
# plenum decided to hold it.
CONGRESSES = {
    "congresses/eighteenth": "2011-10-18",
    "congresses/nineteenth": "2016-10-27",
    "congresses/twentieth": "2021-11-11",
}


def source_day(entry: Snippet) -> str:
    """Return the first day of the source as an ISO date."""
    assert entry.card.source is not None
    assert isinstance(entry.card.source.date, When)
    return entry.card.source.date.start.iso


def next_day(iso: str) -> str:
    return (datetime.date.fromisoformat(iso) + ONE_DAY).isoformat()


def when(iso: str) -> When:
    return When(Day(*map(int, iso.split("-"))))


def of_id(id: str) -> list[Snippet]:
    return [each for each in BOOK if each.id == f"phrases/{id}"]


# -- every entry ---------------------------------------------------------------------------


def test_the_book_has_its_groups_and_is_not_thin() -> None:
    ids = {each.id for each in BOOK}
    assert len(ids) >= 95
    assert {id.split("/")[1] for id in ids} == {
        "sets", "congresses", "sessions", "plans", "campaigns", "titles-of-documents",
        "field", "frames",
    }  # fmt: skip


@each_entry
def test_it_is_a_phrase_with_a_dated_source(entry: Snippet) -> None:
    source = entry.card.source
    assert entry.card.use.code == "phrase"
    assert source is not None
    assert source.title
    # What the centre said is quoted or retold; the book has no wording of its own.
    assert source.nature is not None
    assert source.nature.code in ("verbatim", "retold")
    assert isinstance(source.date, When)


@each_entry
def test_it_is_not_said_before_its_source(entry: Snippet) -> None:
    """An old wording whose first day is not known is sourced by what ended it."""
    first, last = window(entry)
    if entry.id.removeprefix("phrases/") in CONGRESSES:
        assert CONGRESSES[entry.id.removeprefix("phrases/")] == first < source_day(entry)
    elif first != FOREVER[0]:
        assert source_day(entry) <= first
    elif last != FOREVER[1]:
        assert source_day(entry) == next_day(last)


@each_entry
def test_its_words_are_a_phrase_and_not_a_sentence(entry: Snippet) -> None:
    for text in entry.variants.values():
        words = INCLUDE.sub("", text.source)
        assert words == words.strip()
        assert not text.source.endswith(("。", "，", "、", "；"))
        assert not set(words) & set(",;:()[]")


@each_entry
def test_its_members_stand_in_order_in_its_words(entry: Snippet) -> None:
    if entry.card.members:
        texts = [text.source for text in entry.variants.values()]
        assert any(in_order(entry.card.members, text) for text in texts), entry.card.members


def in_order(members: tuple[str, ...], text: str) -> bool:
    for member in members:
        _, found, text = text.partition(member)
        if not found:
            return False
    return True


# id and version → the members as they must follow each other.
MEMBERS = {
    "sets/four-consciousnesses": "政治意识、大局意识、核心意识、看齐意识",
    "sets/confidences": "道路自信、理论自信、制度自信",
    "sets/confidences@2": "道路自信、理论自信、制度自信、文化自信",
    "sets/two-establishes": "确立习近平同志党中央的核心、全党的核心地位、"
    "确立习近平新时代中国特色社会主义思想的指导地位",
    "sets/five-in-one": "经济建设、政治建设、文化建设、社会建设、生态文明建设",
    "sets/four-comprehensives": "全面建成小康社会、全面深化改革、全面依法治国、全面从严治党",
    "sets/four-comprehensives@2": "全面建设社会主义现代化国家、全面深化改革、全面依法治国、"
    "全面从严治党",
    "sets/new-development-concepts@2": "创新、协调、绿色、开放、共享",
    "sets/core-values": "富强、民主、文明、和谐、自由、平等、公正、法治、爱国、敬业、诚信、友善",
    "sets/three-battles": "防范化解重大风险、精准脱贫、污染防治",
    "sets/six-stabilities": "稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期",
    "campaigns/discipline": "学纪、知纪、明纪、守纪",
    "campaigns/new-era-thought": "学思想、强党性、重实践、建新功",
    "field/four-nearby": "就近学习、就近活动、就近得到关心照顾、就近发挥作用",
    "field/six-good": "组织设置好、班子建设好、党员队伍好、学习活动好、作用发挥好、制度坚持好",
    "frames/political-line@3": "两个确立、四个意识、四个自信、两个维护",
    "frames/guiding-thought@2": "马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、"
    "科学发展观、习近平新时代中国特色社会主义思想",
    "titles-of-documents/kinds": "决议、决定、命令（令）、公报、公告、通告、意见、通知、通报、"
    "报告、请示、批复、议案、函、纪要",
}


@pytest.mark.parametrize(("label", "members"), MEMBERS.items())
def test_the_members_of_a_set_are_these_in_this_order(label: str, members: str) -> None:
    (entry,) = [each for each in BOOK if each.label == f"phrases/{label}"]
    assert "、".join(entry.card.members) == members


def test_what_is_wrong_stands_in_no_body() -> None:
    wrong = {words for each in BOOK for words in each.card.wrong}
    assert len(wrong) >= 100
    for entry in library().all(Report()):
        for text in entry.variants.values():
            assert [words for words in wrong if words in text.source] == [], entry.label
    for entry in BOOK:
        card = entry.card
        assert card.source is not None
        said = (card.title, card.source.title, *card.members, *card.aliases)
        assert [words for words in wrong for right in said if words in right] == [], entry.label


def test_an_alias_means_one_entry() -> None:
    owners: dict[str, str] = {}
    ids = set(library().ids())
    for entry in BOOK:
        for alias in entry.card.aliases:
            assert owners.setdefault(alias, entry.id) == entry.id
            assert alias not in ids


def test_what_is_superseded_is_there_and_ends() -> None:
    for entry in BOOK:
        for id in entry.card.supersedes:
            old = [each for each in BOOK if each.id == id]
            assert old
            assert all(window(each)[1] != FOREVER[1] for each in old)
            assert all(each.card.valid and each.card.valid.next == entry.id for each in old)


def test_check_finds_nothing_in_the_book(workspace: Workspace) -> None:
    assert list(Build().check([workspace({"documents/.keep": ""})]).report) == []


# -- names that follow from numbers --------------------------------------------------------


@pytest.mark.parametrize("year", range(2013, 2027))
def test_sessions_are_counted_from_the_year(year: int) -> None:
    base, term = next(each for each in ((2022, 14), (2017, 13), (2012, 12)) if year > each[0])
    term_words, ordinal = cn_number(term), cn_number(year - base)
    names = {
        f"sessions/npc-{year}": (
            f"{term_words}届全国人大{ordinal}次会议",
            f"第{term_words}届全国人民代表大会第{ordinal}次会议",
        ),
        f"sessions/cppcc-{year}": (
            f"全国政协{term_words}届{ordinal}次会议",
            f"政协第{term_words}届全国委员会第{ordinal}次会议",
        ),
    }
    # The closing day of the 2016 session of the CPPCC is not certain: it is left out.
    absent = {"sessions/cppcc-2016"}
    for id, words in names.items():
        found = of_id(id)
        assert len(found) == (id not in absent)
        for entry in found:
            assert (entry.variants[""].source, entry.variants["full"].source) == words
            assert window(entry)[0].startswith(str(year))


PLENUMS = {"eighteenth": (18, 7), "nineteenth": (19, 7), "twentieth": (20, 4)}


@pytest.mark.parametrize(("name", "numbers"), PLENUMS.items())
def test_plenums_follow_their_congress_in_order(name: str, numbers: tuple[int, int]) -> None:
    term, last = numbers
    (congress,) = of_id(f"congresses/{name}")
    assert congress.variants["full"].source == f"中国共产党第{cn_number(term)}次全国代表大会"
    days = [window(congress)[0]]
    for number in range(1, last + 1):
        (plenum,) = of_id(f"congresses/{name}-plenum-{number}")
        short = f"党的{cn_number(term)}届{cn_number(number)}中全会"
        full = f"中国共产党第{cn_number(term)}届中央委员会第{cn_number(number)}次全体会议"
        assert (plenum.variants[""].source, plenum.variants["full"].source) == (short, full)
        days.append(window(plenum)[0])
    assert days == sorted(set(days))
    assert not of_id(f"congresses/{name}-plenum-{last + 1}")


@each_entry
def test_a_meeting_has_its_name_from_its_first_day(entry: Snippet) -> None:
    if "dated" not in entry.variants:
        return
    assert entry.card.source is not None
    date = entry.card.source.date
    assert isinstance(date, When)
    if entry.id.removeprefix("phrases/") not in CONGRESSES:
        assert window(entry)[0] == date.start.iso
    assert entry.variants["dated"].source == f"{date}召开的{entry.variants[''].source}"


# -- windows -------------------------------------------------------------------------------


@pytest.mark.parametrize("id", VERSIONED)
def test_versions_touch_and_do_not_overlap(id: str) -> None:
    versions = library().versions(id, report := Report())
    report_overlaps(versions, report)
    assert list(report) == []
    assert [each.version for each in versions] == list(range(1, len(versions) + 1))
    for old, new in pairwise(versions):
        if id in WITH_GAPS:
            assert window(old)[1] < window(new)[0]
        else:
            assert next_day(window(old)[1]) == window(new)[0]


@each_entry
def test_what_follows_it_is_valid_the_day_after(entry: Snippet) -> None:
    valid = entry.card.valid
    if valid is None or not valid.next:
        return
    day = next_day(window(entry)[1])
    report = Report()
    found = library().find(valid.next, when(day), NOWHERE, report)
    assert list(report) == []
    assert found is not None
    assert found.label != entry.label


# id → first day → first words of the body from that day on; "" where nothing is valid.
WORDING: dict[str, dict[str, str]] = {
    "sets/confidences": {"2010-01-01": "坚定“三个自信”", "2016-07-01": "坚定“四个自信”"},
    "sets/new-development-concepts": {
        "2015-10-29": "创新、协调、绿色、开放、共享的发展理念",
        "2017-10-24": "创新、协调、绿色、开放、共享的新发展理念",
    },
    "plans/current-period": {
        "2016-01-01": "“十三五”时期", "2021-01-01": "“十四五”时期",
        "2026-01-01": "“十五五”时期", "2031-01-01": "",
    },
    "plans/first-year": {
        "2015-10-29": "2016年是“十三五”开局", "2017-04-01": "",
        "2020-10-29": "2021年是“十四五”开局", "2022-04-01": "",
        "2025-10-23": "2026年是“十五五”开局", "2027-04-01": "",
    },
    "plans/last-year": {
        "2019-12-01": "2020年是“十三五”规划收官", "2021-04-01": "",
        "2024-12-01": "2025年是“十四五”规划收官", "2026-04-01": "",
    },
    "campaigns/mass-line": {"2013-06-01": "扎实开展党的群众路线", "2014-11-01": "巩固拓展党的群"},
    "campaigns/three-stricts": {"2015-04-01": "扎实开展“三严三实”", "2016-01-01": "巩固拓展“三严"},
    "campaigns/two-studies": {"2016-02-01": "扎实开展“两学一做”", "2017-01-01": "推进“两学一做”"},
    "campaigns/original-aspiration": {
        "2019-05-31": "扎实开展“不忘初心、牢记使命”主题教育",
        "2020-01-09": "巩固拓展“不忘初心、牢记使命”主题教育成果",
    },
    "campaigns/party-history": {"2021-02-20": "扎实开展党史学习", "2022-01-01": "巩固拓展党史"},
    "campaigns/new-era-thought": {"2023-04-03": "扎实开展学习贯彻", "2024-02-01": "巩固拓展学习"},
    "campaigns/discipline": {"2024-04-01": "扎实开展党纪学习", "2024-08-01": "巩固拓展党纪学习"},
    "campaigns/eight-rules": {"2025-03-12": "扎实开展深入贯彻", "2025-08-01": "巩固拓展深入贯彻"},
    "campaigns/achievements": {"2026-02-24": "扎实开展树立和", "2026-08-01": "巩固拓展树立和"},
    "field/heartfelt": {"2016-12-23": "用心用情做好老干部", "2021-12-21": "用心用情、精准服务"},
    "frames/poverty": {
        "2017-07-26": "坚决打好精准脱贫", "2021-01-01": "巩固拓展脱贫攻坚成果",
        "2026-01-01": "常态化防止返贫致贫",
    },
    "frames/coronavirus": {
        "2020-02-01": "新型冠状病毒肺炎", "2022-12-26": "新型冠状病毒感染"
    },
    "frames/centenary-goal": {"2013-01-01": "“两个一百年”", "2021-07-01": "第二个百年奋斗目标"},
    "frames/rejuvenation": {
        "2022-10-22": "以中国式现代化全面推进中华民族伟大复兴",
        "2023-12-26": "以中国式现代化全面推进强国建设",
    },
}  # fmt: skip

# Old wordings whose first day is not known: they hold before their line in the table too.
OPEN_BEFORE = {"sets/confidences", "frames/coronavirus", "frames/centenary-goal"}

# The same for what one document says; these hold on every day from 2017 to 2026.
LINES: dict[str, dict[str, str]] = {
    "frames/guiding-thought": {
        "2012-11-14": "马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观。",
        "2017-10-24": "马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、"
        "习近平新时代中国特色社会主义思想。",
    },
    "frames/thought": {
        "2012-11-15": "习近平总书记系列重要讲话精神。",
        "2017-10-24": "习近平新时代中国特色社会主义思想。",
    },
    "frames/central-committee": {
        "2012-11-15": "以习近平同志为总书记的党中央。",
        "2016-10-27": "以习近平同志为核心的党中央。",
    },
    "frames/political-line": {
        "2016-01-29": "牢固树立“四个意识”。",
        "2018-09-21": "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "2021-11-11": "深刻领悟“两个确立”的决定性意义，增强“四个意识”、",
    },
    "frames/congress-spirit": {
        "2012-11-14": "党的十八大精神。",
        "2013-11-12": "党的十八大和十八届二中、三中全会精神。",
        "2014-10-23": "党的十八大和十八届三中、四中全会精神。",
        "2015-10-29": "党的十八大和十八届三中、四中、五中全会精神。",
        "2016-10-27": "党的十八大和十八届三中、四中、五中、六中全会精神。",
        "2017-10-24": "党的十九大精神。",
        "2018-01-19": "党的十九大和十九届二中全会精神。",
        "2018-02-28": "党的十九大和十九届二中、三中全会精神。",
        "2019-10-31": "党的十九大和十九届二中、三中、四中全会精神。",
        "2020-10-29": "党的十九大和十九届二中、三中、四中、五中全会精神。",
        "2021-11-11": "党的十九大和十九届历次全会精神。",
        "2022-10-22": "党的二十大精神。",
        "2023-02-28": "党的二十大和二十届二中全会精神。",
        "2024-07-18": "党的二十大和二十届二中、三中全会精神。",
        "2025-10-23": "党的二十大和二十届历次全会精神。",
    },
    "frames/development-line": {
        "2015-10-29": "贯彻创新、协调、绿色、开放、共享的",
        "2020-10-29": "立足新发展阶段、贯彻新发展理念、构建新发展格局、推动高质量发展。",
        "2022-10-22": "完整、准确、全面贯彻新发展理念，加快构建新发展格局，",
    },
    "frames/modernization-goal": {
        "2012-11-08": "全面建成小康社会。",
        "2017-10-24": "决胜全面建成小康社会。",
        "2020-10-29": "全面建设社会主义现代化国家。",
    },
    "sets/four-comprehensives#members": {
        "2015-01-01": "全面建成小康社会、全面深化改革、",
        "2020-10-29": "全面建设社会主义现代化国家、全面深化改革、",
    },
    "frames/overall-requirement": {
        "2016-02-04": "以马克思列宁主义、",
        "2017-10-24": "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的",
    },
}


def on(day: str, wording: dict[str, str]) -> str:
    """Return the words of a table's line that hold on `day`; "" before the first."""
    return next((wording[first] for first in sorted(wording, reverse=True) if first <= day), "")


def around(firsts: list[str]) -> list[str]:
    """Return the day before the last old day, the last old, the first new and the one after."""
    offsets = (-2, -1, 0, 1)
    days = [datetime.date.fromisoformat(first) for first in firsts]
    return sorted({(day + offset * ONE_DAY).isoformat() for day in days for offset in offsets})


TABLES = WORDING | LINES
BOUNDARIES = [
    (reference, day, on(day, wording))
    for reference, wording in TABLES.items()
    for day in around(list(wording))
]


def test_every_window_is_the_one_that_was_checked() -> None:
    """No window is changed by the way: each stands in the table beside its event."""
    lines = WINDOWS.read_text("utf-8").splitlines()
    checked = [line.split("\t") for line in lines if not line.startswith("#")]
    found = []
    for each in BOOK:
        assert each.card.source is not None
        bounds = zip(window(each), FOREVER, strict=True)
        days = ["-" if day == forever else day for day, forever in bounds]
        found.append([each.label.removeprefix("phrases/"), *days, each.card.source.title])
    assert sorted(found) == sorted(checked)


# What is right on a day that a narrower window would forbid.
RIGHT = [
    ("titles-of-documents/accountability-regulations", "2017-03-01"),
    ("titles-of-documents/cadre-selection-regulations", "2014-03-01"),
    ("titles-of-documents/civil-code", "2020-06-01"),
    ("titles-of-documents/document-handling", "2012-05-01"),
    ("titles-of-documents/number-form", "2010-01-01"),
    ("field/five-elders", "2005-05-01"),
    ("field/positive-energy", "2014-12-01"),
    ("frames/rule-of-law", "2013-12-01"),
    ("frames/thought", "2014-05-01"),
    ("frames/rejuvenation@2", "2024-07-18"),
    ("plans/fourteenth", "2019-11-25"),
    ("plans/fifteenth", "2025-03-01"),
    ("plans/first-year@3", "2025-12-20"),
    ("congresses/twentieth", "2022-06-01"),
    ("congresses/twentieth-plenum-4", "2025-10-20"),
]


@pytest.mark.parametrize(("label", "day"), RIGHT)
def test_no_window_forbids_what_was_right(label: str, day: str) -> None:
    (entry,) = [each for each in BOOK if each.label == f"phrases/{label}"]
    first, last = window(entry)
    assert first <= day <= last


def test_what_is_no_longer_said_ends_though_nothing_follows() -> None:
    for id in ("sets/six-stabilities", "sets/six-guarantees"):
        report = Report()
        assert library().find(f"phrases/{id}", when("2026-03-01"), NOWHERE, report) is None
        assert len(list(report)) == 1


def test_both_wordings_of_a_disputed_day_are_there() -> None:
    (entry,) = [each for each in BOOK if each.label == "phrases/frames/congress-spirit@2"]
    assert entry.variants[""].source == "党的十八大和十八届二中、三中全会精神"
    assert entry.variants["third"].source == "党的十八大和十八届三中全会精神"


def test_every_versioned_entry_is_in_a_table() -> None:
    ids = {f"phrases/{reference.partition('#')[0]}" for reference in TABLES}
    assert ids == set(VERSIONED)
    for reference, wording in TABLES.items():
        count = len([words for words in wording.values() if words])
        assert count == len(of_id(reference.partition("#")[0])), reference


@pytest.mark.parametrize(("reference", "day", "words"), BOUNDARIES)
def test_the_wording_of_the_day(reference: str, day: str, words: str) -> None:
    id, _, variant = reference.partition("#")
    report = Report()
    found = library().find(f"phrases/{id}", when(day), NOWHERE, report)
    if not words and id not in OPEN_BEFORE:
        assert found is None
        return
    assert list(report) == []
    assert found is not None
    text = found.variants[variant].source
    if "{{" not in text:  # what is included is seen in the document below
        assert f"{text}。".startswith(words)
        assert not words.endswith("。") or f"{text}。" == words


# -- one document through ten years --------------------------------------------------------


def document(day: str) -> str:
    """Return a small speech of one day, one paragraph for every line of the table."""
    paragraphs = []
    for reference in LINES:
        id, _, variant = reference.partition("#")
        named = f'"phrases/{id}"' + (f', "{variant}"' if variant else "")
        paragraphs.append(f"{{{{ snippet({named}) }}}}。")
    typed = "\n\n".join(f"  {line}" for line in paragraphs)
    return f"kind: speech\ntitle: 讲话\ndate: {day}\nopening: |\n{typed}\n"


def built(days: list[str], workspace: Workspace) -> dict[str, list[str]]:
    """Build the document once for each day; return day → its paragraphs."""
    root = workspace({f"documents/{day}.yaml": document(day) for day in days})
    result = Build().build([root / "documents"], formats=["txt"])
    assert list(result.report) == []
    outputs: list[Path] = [output.written.path for output in result.outputs]
    return {path.stem: path.read_text("utf-8").splitlines()[-len(LINES) :] for path in outputs}


def test_one_document_takes_the_right_wording_at_every_boundary(workspace: Workspace) -> None:
    firsts = {first for wording in LINES.values() for first in wording}
    days = around([first for first in firsts if "2017" <= first < "2027"])
    days = sorted({"2017-01-01", *days, "2026-12-31"})
    said = built(days, workspace)
    assert sorted(said) == days
    for day, paragraphs in said.items():
        for (id, wording), paragraph in zip(LINES.items(), paragraphs, strict=True):
            words = on(day, wording)
            whole = paragraph if words.endswith("。") else paragraph[: len(words)]
            assert (day, id, whole) == (day, id, words)


def test_the_whole_line_follows_its_parts(workspace: Workspace) -> None:
    """The overall requirement changes with what it includes, on the same days."""
    for day, paragraphs in built(["2018-09-20", "2021-11-10", "2026-06-01"], workspace).items():
        parts = dict(zip(LINES, paragraphs, strict=True))
        whole = parts["frames/overall-requirement"]
        for id in ("frames/thought", "frames/congress-spirit", "frames/political-line"):
            assert parts[id].rstrip("。") in whole, day
