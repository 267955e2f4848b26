"""What of a passage varies: dates, terms in days and 全市 by their form, places, people and units
by name.

Takes a paragraph and the names that are known, gives `Span`s in order; what stands in 《》 is
cited and stays, and so do other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.source.dates import parse_when

# A day, a month, a span of them, with or without its year, in figures or in Chinese numerals.
_ONE = r"(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[上中下]旬|[初底])?"
_CN_ONE = (
    r"(?:[〇○零一二三四五六七八九]{4}年)?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_DAY = rf"{_ONE}(?:[至到—-](?:{_ONE}|[0-9]{{1,2}}日))?|{_CN_ONE}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
_YEAR = r"[0-9]{4}年(?![0-9])|[〇○零一二三四五六七八九]{4}年(?![一二三四五六七八九十])"
_DATE = re.compile(rf"(?<![0-9])(?:(?P<day>{_DAY})|(?P<year>{_YEAR}))")
_CITED = re.compile(r"《[^》]*》")

# The places whose unit this is, the larger before the smaller, and what it is there:
# 示例市|甲县|档案局. A 社区 or 园区 is no place of this kind.
_KIND = r"(?:省|自治区|市|州|盟|县|(?<![社园校小老景库])区|旗|镇|乡|街道)"
_UNIT = re.compile(
    rf"(?:中共|中国共产党)?(?P<larger>[\u4e00-\u9fff×]{{2,6}}?{_KIND})"
    rf"(?P<smaller>(?:[\u4e00-\u9fff×]{{1,5}}?{_KIND})?)(?P<rest>[\u4e00-\u9fff]+)"
)
_KIND_OF_PLACE = re.compile(f"{_KIND}$")

# A longer name begins with this one: 县委|办公室, 市档案局|机关党委.
_GOES_ON = re.compile("办公[厅室]|组织部|宣传部|统战部|政法委|社会工作部|老干部局|党校|机关|常委会")
# A place that is known, with what follows it, is an organ's name: 示例县|委办公室, 示例市|档案局.
# Words that stand between a place and another's organ (示例市要求各县档案局) end the search.
_PARTY = "(?:中共|中国共产党)"
_OFFICE = (
    "办公[厅室]|组织部|宣传部|统战部|政法委(?:员会)?|社会工作部|老干部局|党校"
    "|[\u4e00-\u9fff]{1,4}工委"
)
_NAME = r"[^\W0-9的要各和与在把将由向对从是有全及请同到以为并等就这那]"
_ORGAN = re.compile(
    rf"(?:委(?:员会)?(?:{_OFFICE})?|(?:人民)?政府(?:办公[厅室])?|人大(?:常委会)?|政协|纪委(?:监委)?"
    rf"|{_NAME}{{1,8}}?(?:局|厅|办公[厅室]|委员会|工委|党校|档案馆|图书馆|文化馆|博物馆))"
)
# The jurisdiction as those who work in it say it, and a term in days, whose number varies.
_SCOPE = re.compile("全(?:省|自治区|市|州|盟|县|区|旗|镇|乡|街道)(?![场域级情貌民])")
_TERM = re.compile(
    r"(?<![0-9.第])(?P<number>[1-9][0-9]{0,3})(?:(?P<days>天)|(?P<workdays>个工作日))"
)
_DOCS = {
    "day": "日期", "year": "年份", "unit": "单位", "person": "人", "place": "地方",
    "scope": "范围", "days": "几天", "workdays": "几个工作日",
}  # fmt: skip
_TYPES = {"unit": "org", "person": "person", "days": "int", "workdays": "int"}


def is_place(name: str) -> bool:
    """Whether a name is that of a place with an organ of its own: 示例市, 示例县."""
    return _KIND_OF_PLACE.search(name) is not None


class Known(NamedTuple):
    """The names that a passage may have in it."""

    people: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def with_places(self) -> Known:
        """Return this with the places that units are of, and what those are called there:
        示例市甲县档案局 gives 示例市, 示例市甲县, 甲县; 甲县档案局 and 县档案局."""
        places, units = set(self.places), set(self.units)
        for match in filter(None, map(_UNIT.fullmatch, self.units)):
            larger, smaller, rest = match.group("larger", "smaller", "rest")
            kind = _KIND_OF_PLACE.search(smaller or larger)
            units.add(f"{kind[0] if kind else ''}{rest}")
            places.add(larger)
            if smaller:
                units.add(f"{smaller}{rest}")
                places |= {smaller, f"{larger}{smaller}"}
        return Known(self.people, frozenset(units), frozenset(places))


class Span(NamedTuple):
    """A stretch of a paragraph that varies: ``day``, ``year``, ``unit``, ``person``, ``place``,
    ``scope``, the number of ``days`` or ``workdays``."""

    start: int
    end: int
    kind: str
    value: str


class Proposal(NamedTuple):
    """One parameter: its name, what kind of thing it is, the original value, how often it stands
    there."""

    name: str
    kind: str
    value: str
    times: int

    @property
    def type(self) -> str:
        """The parameter's type; a date that would not be printed as it was typed is words."""
        if self.kind != "day":
            return _TYPES.get(self.kind, "text")
        return "date" if _prints_itself(self.value) else "text"

    @property
    def doc(self) -> str:
        return _DOCS[self.kind]


def proposals(paragraph: str, known: Known) -> list[Span]:
    """Return what varies in a paragraph, in order; of two that overlap the earlier, then the
    longer."""
    taken = [match.span() for match in _CITED.finditer(paragraph)]
    found: list[Span] = []
    for span in sorted(_candidates(paragraph, known), key=lambda span: (span.start, -span.end)):
        if all(span.end <= start or span.start >= end for start, end in taken):
            taken.append((span.start, span.end))
            found.append(span)
    return found


def _candidates(paragraph: str, known: Known) -> Iterator[Span]:
    for match in _DATE.finditer(paragraph):
        yield Span(*match.span(), "day" if match["day"] else "year", match[0])
    for match in _TERM.finditer(paragraph):
        yield Span(*match.span("number"), "days" if match["days"] else "workdays", match["number"])
    for match in _SCOPE.finditer(paragraph):
        yield Span(*match.span(), "scope", match[0])
    yield from _named(paragraph, known.people, "person")
    for span in _named(paragraph, known.places, "place"):
        yield span
        yield from _organ(paragraph, span)
    for span in _named(paragraph, known.units, "unit"):
        if not _GOES_ON.match(paragraph, span.end):
            yield span


def _organ(paragraph: str, place: Span) -> Iterator[Span]:
    """Yield the organ's name that a place begins, 中共 before it included."""
    rest = _ORGAN.match(paragraph, place.end) if is_place(place.value) else None
    if rest is not None:
        before = re.search(f"{_PARTY}$", paragraph[: place.start])
        start = before.start() if before else place.start
        yield Span(start, rest.end(), "unit", paragraph[start : rest.end()])


def _named(paragraph: str, names: Iterable[str], kind: str) -> Iterator[Span]:
    words = sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
    if words:
        for match in re.finditer("|".join(map(re.escape, words)), paragraph):
            yield Span(*match.span(), kind, match[0])


def _prints_itself(words: str) -> bool:
    try:
        when = parse_when(words)
    except ValueError:  # 2月30日
        return False
    return when is not None and str(when) == words
