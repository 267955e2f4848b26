"""Several values in one cell: units parted by 、, notes of progress each on a line.

Takes values, gives a cell's text; and the other way about. A note is a line that begins with its
day; a line that begins with a blank goes on with the note above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.model.parts import Progress

_PARTS = re.compile(r"[、，,；;]")
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|年(\d{1,2})月(?:(\d{1,2})日)?)")
_NOTE = re.compile(
    rf"(?P<day>{_DAY.pattern})(?:[ \t\u3000]*[:：，]|[ \t\u3000]+)[ \t\u3000]*(?P<words>.*)"
)
_FURTHER = "\u3000\u3000"
_FIGURES = str.maketrans("０１２３４５６７８９／．－", "0123456789/.-")


def units(names: Iterable[str]) -> str:
    """Return units as they stand in a cell: each on a line where a name holds a 、 itself."""
    names = list(names)
    apart = any(_PARTS.search(name) for name in names)
    return "\n".join(names) + ("\n" if len(names) == 1 and apart else "") if apart else (
        "、".join(names)
    )  # fmt: skip


def parted(cell: str) -> tuple[str, ...]:
    """Return the units that stand in a cell."""
    found = cell.split("\n") if "\n" in cell else _PARTS.split(cell)
    return tuple(name.strip() for name in found if name.strip())


def told(notes: Iterable[Progress]) -> str:
    """Return notes of progress as they stand in a cell."""
    from docgen.tasks.columns import note_of

    lines: list[str] = []
    for note in notes:
        day, words = note_of(note)
        first, *further = words.split("\n")
        lines.append(f"{day} {first}" if day else first)
        lines += [_FURTHER + line for line in further]
    return "\n".join(lines)


def noted(cell: str) -> list[tuple[str, str]]:
    """Return the notes that stand in a cell, each with its day (``2026-03-01``, or ``""``)."""
    found: list[tuple[str, str]] = []
    for line in cell.split("\n"):
        if line[:1] in (" ", "\t", "\u3000") and found:
            day, words = found[-1]
            further = line.removeprefix(_FURTHER) if line.startswith(_FURTHER) else line.strip()
            found[-1] = (day, f"{words}\n{further}")
        elif line.strip():
            found.append(_note(line))
    return [(day, words.rstrip()) for day, words in found]


def _note(line: str) -> tuple[str, str]:
    match = _NOTE.fullmatch(line.rstrip())
    day = iso_day(match["day"]) if match else ""
    return (day, match["words"]) if match and day else ("", line.rstrip())


def plain_figures(words: str) -> str:
    """Return words with full-width figures made plain: ２０２６年６月 is 2026年6月."""
    return words.translate(_FIGURES)


def iso_day(words: str) -> str:
    """Return a day or month as ``2026-06-30`` or ``2026-06``, in whatever way it is typed;
    ``""``: it is none."""
    import datetime

    match = _DAY.fullmatch(plain_figures(words).replace(" ", "").strip())
    if match is None:
        return ""
    year, month, day = match[1], match[2] or match[4], match[3] or match[5]
    try:
        datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
