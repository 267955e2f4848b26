"""Titles break as an office would break them; whatever comes in, the lines hold.

The table is tests/cases/title-lines.txt; the rest are properties of titles put together at
random, from fixed seeds, out of the words of titles.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.language import title_words as module
from docgen.language.title_breaks import break_costs
from docgen.language.title_lines import is_hourglass, title_lines
from docgen.language.title_widths import Widths

TABLE = Path(__file__).parent / "cases" / "title-lines.txt"
WORDS = Path(module.__file__).with_name("title_words.txt")
LIMIT = 20


class Row(NamedTuple):
    title: str
    accepted: list[list[str]]
    names: list[str]


def read_table() -> Iterator[Row]:
    row = None
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.strip(" ") or line.startswith(("#", "==")):
            continue
        typed = line.strip(" ")
        if not line.startswith(" "):
            row = Row(typed.replace("|", ""), [typed.split("|")], [])
            yield row
        elif typed.startswith("（名："):
            assert row
            row.names.extend(typed[len("（名：") : -len("）")].split("、"))
        else:
            assert row
            row.accepted.append(typed.split("|"))


# What follows a title is read before the row is used: so a list, not an iterator.
ROWS = list(read_table())


def widths_of(lines: list[str]) -> list[float]:
    return [Widths(line).of(0, len(line)) for line in lines]


@pytest.mark.parametrize("row", ROWS, ids=[row.title for row in ROWS])
def test_an_office_accepts_the_breaks(row: Row) -> None:
    assert title_lines(row.title, row.names) in row.accepted


@pytest.mark.parametrize("row", ROWS, ids=[row.title for row in ROWS])
def test_the_table_keeps_its_own_rules(row: Row) -> None:
    for lines in row.accepted:
        widths = widths_of(lines)
        assert "".join(lines) == row.title
        assert max(widths) <= LIMIT
        assert not is_hourglass(widths)
        assert (len(lines) == 1) == (widths_of([row.title])[0] <= LIMIT)
        assert_well_cut(lines)


def test_the_table_is_long_and_names_no_title_twice() -> None:
    assert len(ROWS) >= 80
    assert [title for title, n in Counter(row.title for row in ROWS).items() if n > 1] == []


NOT_FIRST = tuple("的和及与、，。：；》〉”’）】〕")
NOT_LAST = tuple("《〈“‘（【〔")


def assert_well_cut(lines: list[str]) -> None:
    assert [line for line in lines[1:] if line.startswith(NOT_FIRST)] == []
    assert [line for line in lines[:-1] if line.endswith(NOT_LAST)] == []
    assert [line for line in lines if len(line.strip()) == 1 and len(lines) > 1] == []


def ends_of(lines: list[str]) -> set[int]:
    """Return where in the title the lines end, its own end left out."""
    return set(itertools.accumulate(map(len, lines[:-1])))


# Widths and limits

WIDTHS = {
    "twenty Han": ("档" * 20, 20, 1),
    "twenty-one Han": ("档" * 21, 20, 2),
    "a blank at the end": ("档" * 20 + "\u3000", 20, 1),
    "digits": ("1" * 31, 20, 1),
    "too many digits": ("1" * 32, 20, 2),
    "capitals": ("A" * 28, 20, 1),
    "too many capitals": ("A" * 29, 20, 2),
    "other letters": ("a" * 40, 20, 1),
    "too many letters": ("a" * 41, 20, 2),
    "full-width quotation marks": ("“档案”" * 5, 20, 1),
    "another limit": ("全市档案工作会议主持词", 10, 2),
    "a measured limit": ("档" * 20, 20.1, 1),
}


@pytest.mark.parametrize(("title", "limit", "count"), WIDTHS.values(), ids=WIDTHS)
def test_how_much_a_line_holds(title: str, limit: float, count: int) -> None:
    assert len(title_lines(title, limit=limit)) == count


# Rules on made-up titles


def classes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in WORDS.read_text("utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]").split()[0], [])
        elif not line.startswith("#"):
            words += line.split()
    return found


CLASSES = classes()
PLACES = ["示例市", "示例区", "江临县", "青禾镇", "云岭州"]
PEOPLE = ["欧阳示例", "买买提·示例", "示例和", "关于仁"]
ORGANS = ["示例和美建设集团", "示例市第三人民医院", "青禾及云岭联络处", "新的社会阶层人士联谊会"]
WHOLE = ["2026年", "2026年12月31日", "12月31日", "第十四次", "第三届", "20次", "“十四五”", "77周年"]


class MadeUp(NamedTuple):
    title: str
    names: list[str]
    whole: list[str]  # dates, numbers and brackets; names stand in their own list


def made_up(seed: int) -> MadeUp:
    """Return a title of words in an order that could be, and what in it must stay whole."""
    some = random.Random(seed)

    def of(*kinds: str) -> str:
        return some.choice([word for kind in kinds for word in CLASSES[kind] if len(word) > 1])

    place, person, organ = some.choice(PLACES), some.choice(PEOPLE), some.choice(ORGANS)
    dated = some.choice(WHOLE)
    bracket = f"《{some.choice(PLACES)}{of('noun')}{of('head')}》"
    title = some.choice(
        [
            f"{organ}关于{of('verb')}{dated}{of('noun')}{of('head')}的{of('kind')}",
            f"{place}{of('organ')}关于{of('verb')}{bracket}{of('noun')}{of('head')}的{of('kind')}",
            f"在{place}{dated}{of('noun')}{of('head')}暨{of('noun')}{of('head')}上的讲话",
            f"{of('attribute')}{of('noun')}{of('head')}、{organ}{of('noun')}{of('head')}传达提纲",
            f"{of('verb')}{of('noun')}和{of('noun')}{of('head')}及{person}先进事迹{dated}报告会议程",
            f"{place}{organ}{dated}{of('adverb')}{of('verb')}{of('noun')}与{of('noun')}{of('kind')}",
        ]
    )
    return MadeUp(title, [place, person, organ], [dated, bracket])


SEEDS = range(400)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_lines_of_a_made_up_title(seed: int) -> None:
    title, names, whole = made_up(seed)
    lines = title_lines(title, names)
    assert "".join(lines) == title
    assert max(widths_of(lines)) <= LIMIT
    assert_well_cut(lines)
    for kept in (*names, *whole):
        start = title.find(kept)
        inside = set(range(start + 1, start + len(kept))) if start >= 0 else set()
        assert not inside & ends_of(lines), (lines, kept)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_hourglass_only_where_nothing_else_is_left(seed: int) -> None:
    title, names, _ = made_up(seed)
    lines = title_lines(title + "征求意见座谈会发言提纲", names)
    if not is_hourglass(widths_of(lines)):
        return
    costs = break_costs("".join(lines), names, LIMIT)
    places = [place for place in range(1, len(costs) - 1) if costs[place] < 30]
    for ends in itertools.combinations(places, len(lines) - 1):
        cuts = [0, *ends, len(costs) - 1]
        other = widths_of(["".join(lines)[a:b] for a, b in itertools.pairwise(cuts)])
        assert max(other) > LIMIT or min(other) < 4 or is_hourglass(other), (lines, ends)


def test_a_title_breaks_the_same_way_every_time() -> None:
    titles = [made_up(seed) for seed in SEEDS[:50]]
    once = [title_lines(title, names) for title, names, _ in titles]
    module.lexicon.cache_clear()
    assert [title_lines(title, names[::-1]) for title, names, _ in titles] == once


NAMES = {
    "a person": ("关于表彰先进工作者司马长风同志优秀事迹的通报", "司马长风"),
    "a person with 和": ("关于开展向优秀共产党员示例和同志学习活动的决定", "示例和同志"),
    "a name with a dot": ("关于追授阿卜杜拉·示例同志全市优秀共产党员称号的决定", "阿卜杜拉·示例"),
    "an organ with blanks": (
        "关于商请支持 示例 集团 有限公司新馆建设资金有关事宜的函",
        "示例 集团 有限公司",
    ),
    "a name in Latin": (
        "关于同意设立Sample Data Exchange Center Company的批复",
        "Sample Data Exchange",
    ),
}


@pytest.mark.parametrize(("title", "name"), NAMES.values(), ids=NAMES)
def test_a_name_stays_whole(title: str, name: str) -> None:
    lines = title_lines(title, [name])
    assert len(lines) > 1
    assert any(name in line for line in lines)


def test_the_longest_of_names_counts() -> None:
    title = "在全市示例家园关于幸福生活主题展览开幕式上的致辞"
    names = ["示例家园", "示例家园关于幸福生活"]
    for given in (names, names[::-1]):
        assert any(names[1] in line for line in title_lines(title, given))


NEVER = {
    "a place and its organ": "示例市‖财政局",
    "an organ's own name and its end": "示例市综合‖执法‖协调‖办公室关于执法检查的通知",
    "an organ of words in no list": "示例市规划‖展示‖处关于布展的通知",
    "a party committee": "中共‖示例‖市委‖办公室",
    "a number in a name": "市委第五‖巡察组、示例市‖第三‖中学",
    "a remark": "管理办法‖（试行）",
    "an organ shortened": "党‖（工）‖委",
    "a bracket": "关于《档案‖工作‖规定》",
    "a bracket in a bracket": "《〈档案‖工作‖规定〉‖释义》",
    "a party congress": "党的‖二十届‖四中‖全会",
    "a year and a half": "2026年‖上半年",
}


@pytest.mark.parametrize("marked", NEVER.values(), ids=NEVER)
def test_where_no_line_ends(marked: str) -> None:
    pieces = marked.split("‖")
    costs = break_costs("".join(pieces), [], LIMIT)
    places = itertools.accumulate(map(len, pieces[:-1]))
    assert [pieces[n] for n, place in enumerate(places) if costs[place] < 250] == []


def test_a_known_word_is_seen_between_unknown_ones() -> None:
    assert break_costs("湖畔工作碧波", [], LIMIT)[len("湖畔工作")] < 250


def test_a_single_character_in_no_word_is_hardly_parted_from_its_neighbour() -> None:
    assert break_costs("关于公布竞赛榜的通知", [], LIMIT)[len("关于公布竞赛")] > 15


def test_the_name_decides() -> None:
    title, name = "示例市档案馆馆藏家书关于故乡的记忆展览开幕式主持词", "家书关于故乡的记忆"
    assert not any(name in line for line in title_lines(title))
    assert any(name in line for line in title_lines(title, [name]))


# Texts that nobody should write

HOSTILE = {
    "nothing": "",
    "a blank": " ",
    "blanks": "\u3000" * 60,
    "emoji": "😀" * 60,
    "families": "👨\u200d👩\u200d👧" * 30,
    "flags": "🇨🇳" * 30,
    "accents": "e\u0301" * 90,
    "Latin in one word": "x" * 500,
    "Latin words": "official documents from facts " * 18,
    "digits": "1234567890" * 50,
    "unknown Han": "囗" * 500,
    "rare Han": "𠮷" * 50,
    "words": "工作会议精神" * 80,
    "the same notice, over and over": "示例市档案局关于做好2026年度档案工作的通知" * 22,
    "opening brackets": "《" * 90,
    "closing brackets": "》" * 90,
    "brackets never closed": "关于印发《示例市“十五五《档案（事业发展规划征求意见稿的通知",
    "brackets crossed": "关于印发《示例市“十五五》档案”事业（发展《规划）征求意见》稿的通知",
    "stops": "、" * 70,
    "of": "的" * 70,
    "besides": "暨" * 70,
    "lone surrogates": "\ud800档案" * 20,
    "line breaks": "在会议上的\n讲话\r\n" * 10,
    "a name as long as a title": "示例" * 40,
}


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("limit", [20, 20.1, 7, 2])
def test_any_text_gets_lines(title: str, limit: float) -> None:
    lines = title_lines(title, ["", "示", title], limit)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert max(widths_of(lines)) <= limit
    assert all(lines) or lines == [""]


CLUSTERS = {
    "an accent": "e\u0301",
    "a family": "👨\u200d👩\u200d👧",
    "a flag": "🇨🇳",
    "a skin": "👍🏽",
    "a variant": "葛\U000e0100",
}


@pytest.mark.parametrize("cluster", CLUSTERS.values(), ids=CLUSTERS)
def test_what_is_seen_as_one_character_stays_one(cluster: str) -> None:
    lines = title_lines(cluster * 45)
    assert len(lines) > 1
    assert all(len(line) % len(cluster) == 0 for line in lines)


def test_a_break_takes_the_place_of_a_blank_between_latin_words_only() -> None:
    latin = title_lines("Measures for the Administration of Official Documents")
    assert latin == [line.strip() for line in latin]
    assert " ".join(latin) == "Measures for the Administration of Official Documents"
    han = "示例市档案局 示例市教育局 示例市文化广电和旅游局关于开放日活动的通知"
    assert "".join(title_lines(han)) == han


def test_a_bracket_longer_than_a_line_breaks_inside_where_the_sense_does() -> None:
    title = "关于印发《示例市推进政府职能转变和优化营商环境三年行动实施方案》的通知"
    assert "|".join(title_lines(title)) == (
        "关于印发《示例市推进政府职能转变和|优化营商环境三年行动实施方案》的通知"
    )


def test_no_word_stands_in_two_classes() -> None:
    words = Counter(word for words in CLASSES.values() for word in words)
    assert [word for word, n in words.items() if n > 1] == []


def test_the_words_are_read_only_for_a_title_longer_than_a_line() -> None:
    module.lexicon.cache_clear()
    title_lines("在全市档案工作会议上的讲话")
    assert module.lexicon.cache_info().misses == 0
    title_lines("在全市档案工作会议暨全市老干部工作会议上的讲话")
    assert module.lexicon.cache_info().misses == 1
