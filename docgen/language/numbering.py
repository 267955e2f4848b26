"""The marks of the levels and series of a Chinese document.

GB/T 9704-2012 7.3.3: 一、 then （一） then 1. then （1）; full-width brackets without 、,
an Arabic figure with a full stop.
"""

from __future__ import annotations

from docgen.language.numbers import cn_number

# Level → the series that numbers it when the writer names none.
LEVEL_SERIES = {1: "section", 2: "paren", 3: "arabic", 4: "paren-arabic"}

# Series → the level whose style its headings take; 一要 and 一是 are text, not headings.
SERIES_LEVEL = {"section": 1, "paren": 2, "arabic": 3, "paren-arabic": 4}


def mark(series: str, number: int) -> str:
    """Return the mark of the `number`-th item (1-based) of a series, ``""`` for none."""
    numeral = cn_number(number)
    marks = {
        "section": f"{numeral}、",
        "paren": f"（{numeral}）",
        "arabic": f"{number}.",
        "paren-arabic": f"（{number}）",
        "yao": f"{numeral}要",
        "shi": f"{numeral}是",
    }
    return marks.get(series, "")


def series_at(level: int) -> str:
    """Return the series that numbers a level; below the fourth nothing is numbered."""
    return LEVEL_SERIES.get(level, "none")
