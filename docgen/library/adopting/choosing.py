"""Which passage of a file is meant: by its paragraph's number, by lines, or by its key.

Takes the passages of a file and what was asked for, gives those meant; what is not there is
raised as a DocgenError that says what there is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.base.diagnostics import Words, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.library.adopting.passages import Candidate, at_key, candidates_in

# Passages, and which paragraph of theirs where only one is meant.
Chosen = tuple[list[Candidate], int | None]


class Wanted(NamedTuple):
    """What was asked for; at most one of them."""

    number: int | None = None
    lines: str = ""
    key: str = ""


def chosen(candidates: list[Candidate], plain: str | None, wanted: Wanted, place: Place) -> Chosen:
    """Return the passages that are meant; `plain`: the whole text of a .txt.

    Raises DocgenError: no such (N063), no text of its own (N066), not said which (N060).
    """
    if wanted.key:
        found = at_key(candidates, wanted.key)
        if not found:
            raise _no_key(candidates, wanted.key, place)
        return found, None
    if wanted.lines:
        found = _in_lines(candidates, plain, wanted.lines, place)
        if not found:
            zh, en = f"第 {wanted.lines} 行开头的段落", f"text that begins in line {wanted.lines}"
            raise _none(candidates, Words(zh, en), place)
        return found, None
    return _numbered(candidates, wanted.number, place)


def counted(candidates: list[Candidate]) -> list[tuple[Candidate, int]]:
    """Return every paragraph: its passage, and which of that it is."""
    return [(each, at) for each in candidates for at in range(len(each.paragraphs))]


def _numbered(candidates: list[Candidate], number: int | None, place: Place) -> Chosen:
    all_ = counted(candidates)
    if number is None and len(all_) > 1:
        raise DocgenError("N060", place, count=len(all_))
    number = number or 1
    if number > len(all_):
        raise _none(candidates, Words(f"第{number}段", f"paragraph {number}"), place)
    candidate, at = all_[number - 1]
    return [candidate], at if len(candidate.paragraphs) > 1 else None


def _in_lines(
    candidates: list[Candidate], plain: str | None, lines: str, place: Place
) -> list[Candidate]:
    """Return what stands in these lines: of a plain text just these, of a document the passages
    that begin in them."""
    match = re.fullmatch(r"([0-9]{1,7})(?:[-—～~]([0-9]{1,7}))?", lines.strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 0 < first <= last:
        raise DocgenError("N067", place, words=lines)
    if plain is None:
        return [each for each in candidates if first <= each.place.line <= last]
    asked = plain.split("\n")[first - 1 : last]
    return candidates_in("\n".join(asked), place.file, first - 1)


def _no_key(candidates: list[Candidate], key: str, place: Place) -> DocgenError:
    keys = [each.place.key for each in candidates if each.place.key]
    below = [each for each in keys if each.startswith((f"{key}.", f"{key}["))]
    if below:
        return DocgenError("N066", place, key=key, known=suggestion("", below))
    return DocgenError("N063", place, what=f"“{key}”", known=suggestion(key, keys))


def _none(candidates: list[Candidate], what: Words, place: Place) -> DocgenError:
    count = len(counted(candidates))
    known = Words(f"一共{count}段。", f"It has {count} paragraphs.")
    return DocgenError("N063", place, what=what, known=known)
