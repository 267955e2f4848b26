"""Chinese numbers, dates and marks, and the filters that texts use."""

from __future__ import annotations

import pytest

from docgen.language import punctuation
from docgen.language.filters import FILTERS
from docgen.language.jinja import render_text
from docgen.language.numbering import mark, series_at
from docgen.language.numbers import Count, cn_number
from docgen.model.parts import Person
from docgen.model.values import Day, When
from docgen.source.dates import parse_when

TO_TWENTY = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十"
TO_NINE = "一 二 三 四 五 六 七 八 九"
NUMBERS = {
    **dict(enumerate(TO_TWENTY.split(), start=1)),
    **{100 + n: f"一百零{digit}" for n, digit in enumerate(TO_NINE.split(), start=1)},
    **{1000 + n: f"一千零{digit}" for n, digit in enumerate(TO_NINE.split(), start=1)},
    100: "一百", 110: "一百一十", 1000: "一千", 1010: "一千零一十", 1019: "一千零一十九",
    0: "零", 21: "二十一", 30: "三十", 99: "九十九", 111: "一百一十一", 120: "一百二十",
    200: "二百", 222: "二百二十二", 999: "九百九十九", 1100: "一千一百", 1101: "一千一百零一",
    2002: "二千零二", 2020: "二千零二十", 2026: "二千零二十六", 9999: "九千九百九十九",
    10_000: "10000",
}  # fmt: skip

COUNTS = {1: "一", 2: "两", 3: "三", 10: "十", 12: "十二", 20: "二十", 22: "二十二"}

A_DAY = Day(2026, 2, 8)
DATES = {
    "2026年2月8日": When(A_DAY),
    "2026年12月31日": When(Day(2026, 12, 31)),
    "2026年3月": When(Day(2026, 3)),
    "2026年2月8日至9日": When(A_DAY, Day(2026, 2, 9)),
    "2026年2月8日至3月1日": When(A_DAY, Day(2026, 3, 1)),
    "2026年2月8日至2027年2月8日": When(A_DAY, Day(2027, 2, 8)),
    "2026年2月至3月": When(Day(2026, 2), Day(2026, 3)),
    "2026年12月至2027年1月": When(Day(2026, 12), Day(2027, 1)),
}
TYPED_DATES = {
    "2026-02-08": "2026年2月8日",
    "2026-2-8": "2026年2月8日",
    "2026年2月8日": "2026年2月8日",
    "2026年02月08日": "2026年2月8日",
    " 2026-02-08 ": "2026年2月8日",
    "2026-02": "2026年2月",
    "2026年3月": "2026年3月",
    "2024-02-29": "2024年2月29日",
}
NO_DATES = ["2026", "2026年", "2月8日", "26-2-8", "2026.2.8", "2026/2/8", "近日", "", "三月"]


@pytest.mark.parametrize(("number", "words"), NUMBERS.items())
def test_a_number_is_read_in_chinese(number: int, words: str) -> None:
    assert cn_number(number) == words


@pytest.mark.parametrize(("number", "words"), COUNTS.items())
def test_a_count_is_said_before_a_measure_word(number: int, words: str) -> None:
    assert (str(Count(number)), Count(number).digits) == (words, str(number))


@pytest.mark.parametrize(("words", "when"), DATES.items())
def test_a_date_prints_as_offices_write_it(words: str, when: When) -> None:
    assert str(when) == words


@pytest.mark.parametrize(("typed", "words"), TYPED_DATES.items())
def test_a_date_may_be_typed_in_many_ways(typed: str, words: str) -> None:
    assert str(parse_when(typed)) == words


@pytest.mark.parametrize("typed", NO_DATES)
def test_other_words_are_no_date(typed: str) -> None:
    assert parse_when(typed) is None


@pytest.mark.parametrize("typed", ["2026-02-30", "2026年13月1日", "2025-02-29", "2026-00"])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        parse_when(typed)


# -- marks ---------------------------------------------------------------------------------

# A heading as typed, alone on its line, and with its text behind it.
HEADINGS = [
    ("提高站位", "提高站位", "提高站位。"),
    ("提高站位。", "提高站位", "提高站位。"),
    ("提高站位：", "提高站位", "提高站位。"),
    ("提高站位；", "提高站位", "提高站位。"),
    ("提高站位，", "提高站位", "提高站位。"),
    ("提高站位.", "提高站位", "提高站位。"),
    ("提高站位。 ", "提高站位", "提高站位。"),
    ("怎么办？", "怎么办？", "怎么办？"),
    ("干起来！", "干起来！", "干起来！"),
    ("喊响“我先上！”", "喊响“我先上！”", "喊响“我先上！”"),
    ("学好“三个文件”", "学好“三个文件”", "学好“三个文件”。"),
    ("落实《意见》", "落实《意见》", "落实《意见》。"),
    ("抓好试点（第一批）", "抓好试点（第一批）", "抓好试点（第一批）。"),
    ("升级到v2.0", "升级到v2.0", "升级到v2.0。"),
]
LEADS = [
    ("要抓好两件事", "要抓好两件事："),
    ("要抓好两件事：", "要抓好两件事："),
    ("要抓好两件事。", "要抓好两件事。"),
    ("怎么办？", "怎么办？"),
    ("一句话——", "一句话——"),
    ("有话说……", "有话说……"),
    ("就是“三是”", "就是“三是”："),
    ("他说：“干。”", "他说：“干。”"),
    ("（见附件）", "（见附件）："),
    ("", ""),
]
SALUTATIONS = [
    ("同志们", "同志们："), ("同志们：", "同志们："), ("同志们:", "同志们:"),
    ("同志们，", "同志们："), ("各位老领导、同志们", "各位老领导、同志们："),
]  # fmt: skip
LISTS = [
    ([], ""),
    (["甲"], "甲。"),
    (["甲", "乙", "丙"], "甲；乙；丙。"),
    (["甲。", "乙；", "丙。"], "甲；乙；丙。"),
    (["学“三是”。", "用"], "学“三是”；用。"),
    (["为什么干", "怎么干？"], "为什么干；怎么干？"),
]
MARKS = {
    "section": ["一、", "二、", "十二、"],
    "paren": ["（一）", "（二）", "（十二）"],
    "arabic": ["1.", "2.", "12."],
    "paren-arabic": ["（1）", "（2）", "（12）"],
    "yao": ["一要", "二要", "十二要"],
    "shi": ["一是", "二是", "十二是"],
    "none": ["", "", ""],
}


@pytest.mark.parametrize(("typed", "alone", "followed"), HEADINGS)
def test_a_heading_takes_the_mark_of_its_place(typed: str, alone: str, followed: str) -> None:
    assert punctuation.bare(typed) == alone
    assert punctuation.stopped(typed) == followed


@pytest.mark.parametrize(("typed", "led"), LEADS)
def test_words_before_a_list_get_a_colon_where_they_have_no_mark(typed: str, led: str) -> None:
    assert punctuation.lead_in(typed) == led


@pytest.mark.parametrize(("typed", "said"), SALUTATIONS)
def test_a_salutation_ends_in_one_colon(typed: str, said: str) -> None:
    assert punctuation.colon(typed) == said


@pytest.mark.parametrize(("items", "said"), LISTS)
def test_items_in_one_sentence(items: list[str], said: str) -> None:
    assert punctuation.join_inline(items) == said


@pytest.mark.parametrize(("series", "marks"), MARKS.items())
def test_the_marks_of_a_series(series: str, marks: list[str]) -> None:
    assert [mark(series, number) for number in (1, 2, 12)] == marks


def test_each_level_has_its_marks_and_below_the_fourth_none() -> None:
    levels = ["一、", "（一）", "1.", "（1）", ""]
    assert [mark(series_at(level), 1) for level in (1, 2, 3, 4, 5)] == levels


# -- filters -------------------------------------------------------------------------------

PEOPLE = (Person(name="张××", post="市长"), Person(name="李××"), Person(post="秘书长"))
FILTERED = [
    ("{{ day|cn_date }}", "2026年2月8日"),
    ("{{ '2026-02-08'|cn_date }}", "2026年2月8日"),
    ("{{ '8月底前'|cn_date }}", "8月底前"),
    ("{{ 15|cn_number }}", "十五"),
    ("{{ '15'|cn_number }}", "十五"),
    ("{{ two|cn_number }}", "二"),
    ("{{ 2|cn_count }}", "两"),
    ("{{ two }}点、{{ two.digits }}", "两点、2"),
    ("{{ units|names }}", "市档案局、市财政局"),
    ("{{ people|names }}", "市长张××、李××、秘书长"),
    ("{{ units|length }}", "2"),
]
NAMES = {"cn_date": "中文日期", "cn_number": "中文数字", "cn_count": "数量", "names": "名单"}
SCOPE = {
    "day": lambda: When(A_DAY),
    "two": lambda: Count(2),
    "units": lambda: ("市档案局", "市财政局"),
    "people": lambda: PEOPLE,
}


@pytest.mark.parametrize(("text", "said"), FILTERED)
def test_a_filter_in_a_text(text: str, said: str) -> None:
    assert render_text(text, dict(SCOPE)) == said


@pytest.mark.parametrize(("text", "said"), FILTERED)
def test_a_filter_by_its_chinese_name(text: str, said: str) -> None:
    for english, chinese in NAMES.items():
        text = text.replace(f"|{english} ", f"|{chinese} ")
    assert render_text(text, dict(SCOPE)) == said


def test_every_filter_has_two_names() -> None:
    assert {FILTERS[english] is FILTERS[chinese] for english, chinese in NAMES.items()} == {True}
    assert set(FILTERS) == {*NAMES, *NAMES.values()}


# -- texts are plain -----------------------------------------------------------------------


AS_TYPED = [
    "R&D <b>《报告》</b>",
    "*重点* **更重** 1. - #",
    "50% {甲} }",
    "“引”——…",
    "𠮷😀\\n",
    "甲\n乙\n",
]


@pytest.mark.parametrize("text", AS_TYPED)
def test_a_text_without_tags_comes_out_as_typed(text: str) -> None:
    assert render_text(text, {}) == text
    assert render_text("{{ two }}" + text, dict(SCOPE)) == "两" + text
