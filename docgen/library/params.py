"""The parameters of a snippet: what a writer gives → values of the types that were declared.

Takes a snippet and what is given by name, gives name → value as the snippet's text sees it;
what is undeclared, missing or of the wrong type is reported where it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import SupportsIndex

from docgen.base.diagnostics import Report, Words, clipped, suggestion
from docgen.base.place import Place
from docgen.language.numbers import Count
from docgen.model.library import Param, Snippet
from docgen.model.values import BLANK, Day, When
from docgen.source.dates import parse_when

# The types that are words, and nothing but words.
_WORDS = ("text", "org", "person")

# More digits than any number of a document, and few enough to reckon with.
_WHOLE = re.compile(r"[0-9]{1,15}")

_ONE = Words("一个值（几个的话，类型写成列表）", "one value (for several, declare a list)")
_WANTED = {
    "date": Words("日期，如 2026-03-01、2026年3月1日", "a date such as 2026-03-01 or 2026年3月1日"),
    "int": Words("阿拉伯数字，如 12", "a whole number such as 12"),
}


class Items(str):
    """A list: whatever takes words takes it, and prints its items with 、 between them; what
    loops over it or counts it gets the items."""

    _items: tuple[str, ...]

    def __new__(cls, items: Iterable[str]) -> Items:
        given = tuple(items)
        made = super().__new__(cls, "、".join(given))
        made._items = given
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: SupportsIndex | slice) -> str:
        return Items(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __contains__(self, item: object) -> bool:
        return item in self._items


# What stands in for a value that was reported, so that the text shows its other faults.
_NEUTRAL: dict[str, object] = {"date": When(Day(2000, 1, 1)), "int": 1, "list": Items(())}


def type_of(param: Param) -> str:
    """Return the code of a parameter's type; words with choices are a choice."""
    type = param.type.code if param.type else "text"
    return "enum" if param.choices and type in _WORDS else type


def parameter_values(
    snippet: Snippet,
    given: Mapping[str, object],
    place: Place,
    where: Callable[[str], Place],
    report: Report,
) -> dict[str, object]:
    """Return name → value for every declared parameter.

    `place` is where the snippet is asked for, `where(name)` where a parameter is given.
    """
    declared = dict(snippet.card.params)
    report_undeclared(snippet, given, where, report)
    report_missing(snippet, given, place, report)
    values: dict[str, object] = {}
    for name, param in declared.items():
        value = _typed(param, given[name]) if name in given else _default(param)
        if value is None and name in given:
            _report_wrong(snippet.label, name, param, given[name], where(name), report)
        values[name] = _NEUTRAL.get(type_of(param), "") if value is None else value
    return values


def report_undeclared(
    snippet: Snippet, given: Iterable[str], where: Callable[[str], Place], report: Report
) -> None:
    """Report what is given and not declared, with the nearest that is."""
    declared = [name for name, _ in snippet.card.params]
    for name in (name for name in given if name not in declared):
        none = Words("它没有参数。", "It has none.")
        known = suggestion(name, declared) if declared else none
        report.add("N009", where(name), id=snippet.label, name=name, known=known)


def report_missing(snippet: Snippet, given: Iterable[str], place: Place, report: Report) -> None:
    """Report what must be given and is not."""
    for name, param in snippet.card.params:
        if name not in given and not param.gives("default"):
            doc = Words(f"（{param.doc}）", f" ({param.doc})") if param.doc else Words("", "")
            report.add("N010", place, id=snippet.label, name=name, doc=doc)


def check_declared(snippet: Snippet, report: Report) -> None:
    """Report parameters that are declared in contradiction, or default to what they cannot be."""
    for name, param in snippet.card.params:
        for place, reason in _contradictions(param):
            report.add("N018", place, id=snippet.label, name=name, reason=reason)
        if param.gives("default") and _default(param) is None:
            place = param.where("default")
            _report_wrong(snippet.label, name, param, param.default, place, report)


def _contradictions(param: Param) -> Iterator[tuple[Place, Words]]:
    """Yield what cannot be true together in one declaration, each with its place."""
    choice = type_of(param) == "enum"
    if param.required and param.gives("default"):
        yield param.where("required"), Words("必填的不能有默认", "required, yet with a default")
    if param.required is False and not param.gives("default"):
        yield param.where("required"), Words("不是必填的要有默认", "optional, without a default")
    if choice and not param.choices:
        yield param.where("type"), Words("没有写可以选什么", "no choices are given")
    if param.choices and not choice:
        yield param.where("choices"), Words("只有文字有选项", "only words have choices")


def _report_wrong(
    label: str, name: str, param: Param, given: object, place: Place, report: Report
) -> None:
    value = clipped(str(given if isinstance(given, str) else _joined(given)), 20)
    type = type_of(param)
    if type == "enum":
        known = suggestion(value, param.choices)
        report.add("N011", place, id=label, name=name, value=value, known=known)
    else:
        wanted = _WANTED.get(type, _ONE)
        report.add("N017", place, id=label, name=name, value=value, wanted=wanted)


def _default(param: Param) -> object:
    """Return the default as a value, None where it is wrong; an empty one is nothing, which a
    text may ask for: ``{% if due %}``."""
    return "" if not param.default and type_of(param) != "enum" else _typed(param, param.default)


def _typed(param: Param, given: object) -> object:
    """Return what is given as a value of the parameter's type, or None where it is none.

    A blank (〔待填〕) may stand for anything; nothing only where nothing is the default.
    """
    type = type_of(param)
    if isinstance(given, str) and BLANK.fullmatch(given):
        return given
    if type in ("date", "int") and given == "" and param.gives("default") and not param.default:
        return ""
    if type == "list":
        return _list(given)
    if type == "date":
        return given if isinstance(given, When) else _date(str(given))
    if type == "int":
        return given if isinstance(given, int) else _whole(given)
    if isinstance(given, tuple | Items):
        return None
    words = str(given)
    return words if type != "enum" or words in param.choices else None


def _date(words: str) -> When | None:
    try:
        return parse_when(words)
    except ValueError:  # 2月30日
        return None


def _whole(given: object) -> int | None:
    digits = given.digits if isinstance(given, Count) else str(given)
    return int(digits) if _WHOLE.fullmatch(digits) else None


def _list(given: object) -> Items:
    if isinstance(given, Items):
        return given
    items = given if isinstance(given, tuple) else str(given).split("、")
    return Items(item.strip() for item in items if item.strip())


def _joined(given: object) -> str:
    return "、".join(given) if isinstance(given, tuple) else str(given)
