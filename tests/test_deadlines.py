"""Deadlines in the words of offices: the last day, the first, and what is no time at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Workspace
from docgen.base.diagnostics import Report
from docgen.checks.tasks import check_plan
from docgen.language.deadlines import Deadline, deadline
from docgen.model.values import Blank, Day, When
from docgen.source.loader import Loader
from docgen.source.workspace import find_workspace

TABLE = Path(__file__).parent / "cases" / "deadlines.txt"
ROWS = [
    [*line.split("|"), "", "", ""][:4]
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(words: str, year: int | None = 2026) -> list[str]:
    """Return a deadline as a row of the table has it."""
    try:
        found = deadline(words, year)
    except ValueError:
        return ["impossible", "", ""]
    if found is None:
        return ["none", "", ""]
    days = [each.isoformat() if each else "" for each in (found.last, found.first)]
    return [*days, "standing" if found.standing else ""]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_words_are_read_as_the_table_says(row: list[str]) -> None:
    words, *expected = row
    assert told(words) == expected


def test_the_table_is_long() -> None:
    assert len(ROWS) >= 60
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_full_width_figures_are_the_same(row: list[str]) -> None:
    wide = row[0].translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert told(wide) == row[1:]


def test_the_words_are_kept() -> None:
    found = deadline("８月底前", 2026)
    assert found is not None
    assert found.words == "８月底前"


DATES = [
    (When(Day(2026, 6, 30)), Deadline("2026年6月30日", date(2026, 6, 30))),
    (When(Day(2026, 2)), Deadline("2026年2月", date(2026, 2, 28), date(2026, 2, 1))),
    (When(Day(2026, 12)), Deadline("2026年12月", date(2026, 12, 31), date(2026, 12, 1))),
    (
        When(Day(2026, 3, 1), Day(2026, 5, 31)),
        Deadline("2026年3月1日至5月31日", date(2026, 5, 31), date(2026, 3, 1)),
    ),
    (Blank("〔待填〕"), None),
    (None, None),
    ("", None),
]


@pytest.mark.parametrize(("due", "expected"), DATES, ids=str)
def test_dates_and_blanks(due: When | Blank | str | None, expected: Deadline | None) -> None:
    assert deadline(due, 2026) == expected


def test_without_a_year_only_what_tells_its_own_is_a_day() -> None:
    assert told("8月底前", None) == ["none", "", ""]
    assert told("2026年8月底前", None) == ["2026-08-31", "", ""]
    assert told("长期", None) == ["", "", "standing"]
    assert told("2月29日前", None) == ["none", "", ""]
    assert told("2月30日前", None) == ["impossible", "", ""]


def test_a_leap_year_has_its_day() -> None:
    assert told("2月29日前", 2028) == ["2028-02-29", "", ""]
    assert told("2月底前", 2028) == ["2028-02-29", "", ""]


PIECES = (
    "一二三四五六七八九十〇两首0123456789０５年月日号季度半上下中旬初底末前内起至"
    "—-/.，、（）第每长期今明去国庆"
)


@settings(max_examples=600, deadline=None)
@given(st.text(st.sampled_from(PIECES), max_size=14), st.sampled_from([2026, 2028, None]))
def test_whatever_is_typed_is_a_deadline_or_none_or_impossible(
    words: str, year: int | None
) -> None:
    try:
        found = deadline(words, year)
    except ValueError:
        return
    if found is not None:
        assert found.words == words
        assert found.standing or found.last is not None
        assert not (found.first and found.last) or found.first <= found.last


# -- a plan ------------------------------------------------------------------------------------

PLAN = """kind: annual-plan
year: 2026
sections:
  - title: 抓好工作
    tasks:
      - {title: 甲, due: 13月底前}
      - {title: 乙, due: 2027年3月底前}
      - {title: 丙, due: 2025-12-31, id: T-1}
      - {title: 丁, due: 视情况而定, id: T-1}
      - {title: 戊, due: 2月30日前}
      - {title: 己, due: 8月底前, id: 〔待填〕}
      - {title: 庚, due: 〔待填：时限〕, id: 〔待填〕}
      - {title: 辛, due: 长期坚持，2027年底前总结}
      - 壬
"""


def test_a_plan_with_impossible_deadlines_is_told_where_they_are(workspace: Workspace) -> None:
    root = workspace({"documents/plan.yaml": PLAN})
    report = Report()
    space = find_workspace(root, report)
    loaded = Loader(report).document(root / "documents" / "plan.yaml", space)
    assert loaded is not None
    check_plan(loaded, report)
    found = [(each.place.line, each.code, each.severity.word) for each in report.sorted()]
    assert found == [
        (6, "S080", "error"),
        (7, "S081", "warning"),
        (8, "S082", "warning"),
        (9, "S083", "info"),
        (9, "S084", "warning"),
        (10, "S080", "error"),
    ]
