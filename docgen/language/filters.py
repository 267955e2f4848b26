"""What texts and templates can do with a value: ``{{ date|cn_date }}``, ``{{ 日期|中文日期 }}``.

Gives `FILTERS`, each filter under its English and its Chinese name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docgen.language.numbers import Count, cn_number
from docgen.model.values import When


def cn_date(value: object) -> str:
    """Return a date as documents write it: 2026年2月8日; other words as they are."""
    if isinstance(value, When):
        return str(value)
    from docgen.source.dates import parse_when

    when = parse_when(str(value))
    return str(when) if when else str(value)


def as_cn_number(value: object) -> str:
    """Return a number in Chinese numerals: 15 → 十五."""
    return cn_number(_whole(value))


def as_count(value: object) -> str:
    """Return a number as said before a measure word: 2 → 两."""
    return str(Count(_whole(value)))


def names(value: Iterable[Any]) -> str:
    """Return people or units joined by 、; a person as post and name."""
    return "、".join(_name(each) for each in value)


def _name(each: Any) -> str:
    if isinstance(each, str):
        return each
    return f"{getattr(each, 'post', '') or ''}{getattr(each, 'name', '') or ''}" or str(each)


def _whole(value: object) -> int:
    if isinstance(value, Count):
        return int(value.digits)
    return int(str(value))


FILTERS: dict[str, Callable[..., str]] = {
    "cn_date": cn_date,
    "中文日期": cn_date,
    "cn_number": as_cn_number,
    "中文数字": as_cn_number,
    "cn_count": as_count,
    "数量": as_count,
    "names": names,
    "名单": names,
}
