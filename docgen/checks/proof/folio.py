"""Page numbers: ``— 1 —``, 7 mm below the 版心, odd pages right and even pages left (7.5).

Takes pages; gives the `Folio` of each page that has one and reports what leaves the profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from docgen.base.diagnostics import Words
from docgen.checks.proof.lines import Line, read_lines
from docgen.checks.proof.printed import Page
from docgen.checks.proof.sheet import Sheet, mm
from docgen.checks.proof.verdict import Verdict, one_place, said_pages

_DASH = "—"  # 一字线; other dashes are told as another form
_FORM = re.compile(f"{_DASH}(\\d+){_DASH}")
_NUMBER = re.compile(r"\d+")
_LONGEST = 12  # characters: 第1页　共12页; what is longer is no page number
_SIDE_TOLERANCE = 1.0  # mm
_MIDDLE = 10.0  # mm from the middle of the type area within which a number is centred

_SIDES = {
    "right": Words("右侧", "on the right"),
    "left": Words("左侧", "on the left"),
    "middle": Words("居中", "centred"),
}


class Folio(NamedTuple):
    """A page's number as it is printed; lengths in millimetres."""

    page: int
    number: int
    is_formed: bool  # with a dash on either side
    text: str
    below: float  # the dash's centre below the lower edge of the type area
    side: str  # left, middle, right
    aside: float  # from the type area's edge on that side


def read_folios(pages: Sequence[Page], verdict: Verdict, *, mirrored: bool = False) -> list[Folio]:
    """Return the page numbers that stand where an upright page has them (8: a landscape page
    has its own there too, turned)."""
    found = []
    for page in pages:
        sheet = page.sheet.turned() if page.sheet.is_landscape else page.sheet
        line = _turned_line(sheet) if page.sheet.is_landscape else _line(page)
        sides = ("page.left", "page.right")
        if mirrored and page.number % 2 == 0:
            sides = ("page.right", "page.left")
        found += [_folio(sheet, line, verdict, *sides)] if line is not None else []
    return found


def judge_folios(
    folios: Sequence[Folio], pages: Sequence[Page], verdict: Verdict, *, letter: bool
) -> None:
    """Report missing, misplaced and misformed page numbers."""
    _judge_presence(folios, pages, verdict, letter=letter)
    _judge_form(folios, verdict)
    distant = [f for f in folios if not verdict.allows("page_number.distance", f.below)]
    verdict.lengths("F219", "page_number.distance", ((f.page, f.below) for f in distant))
    _judge_side(folios, verdict)
    numbered = {folio.page for folio in folios}
    turned = {page.number for page in pages if page.sheet.is_landscape} - numbered
    if turned:
        verdict.note("F222", pages=said_pages(turned))


def _line(page: Page) -> Line | None:
    """Return the line below the type area that has the page's number."""
    foot = page.sheet.height - page.area.bottom
    below = [
        line
        for line in page.margin
        if line.baseline > foot and _NUMBER.search(line.text) and len(line.text) <= _LONGEST
    ]
    formed = [line for line in below if _FORM.fullmatch(line.text)]
    return next(iter(formed or below), None)


def _turned_line(sheet: Sheet) -> Line | None:
    lines = read_lines(sheet.characters, sheet.number)
    return next((line for line in lines if _FORM.fullmatch(line.text)), None)


def _folio(sheet: Sheet, line: Line, verdict: Verdict, left_key: str, right_key: str) -> Folio:
    profile = verdict.profile
    formed = _FORM.fullmatch(line.text)
    number = _NUMBER.search(line.text)
    dashes = [char.ink.middle for char in line.characters if char.text == _DASH]
    middle = fmean(dashes or [line.ink.middle])
    foot = sheet.height - profile.pt("page.bottom")
    left = mm(line.face.left) - profile.mm(left_key)
    right = mm(sheet.width - line.face.right) - profile.mm(right_key)
    if abs(left - right) / 2 < _MIDDLE:
        side, aside = "middle", (left - right) / 2
    else:
        side, aside = ("left", left) if left < right else ("right", right)
    value = int(number[0]) if number else 0
    return Folio(sheet.number, value, bool(formed), line.text, mm(middle - foot), side, aside)


def _judge_presence(
    folios: Sequence[Folio], pages: Sequence[Page], verdict: Verdict, *, letter: bool
) -> None:
    numbered = {folio.page for folio in folios}
    bare = [
        page.number
        for page in pages
        if page.text and page.number not in numbered and not page.sheet.is_landscape
    ]
    first_is_bare = letter and not verdict.profile.switch("letter.first_page_number")
    if first_is_bare and 1 in numbered:
        verdict.find("F224", "letter.first_page_number")
    missing = [number for number in bare if number != 1 or not first_is_bare]
    if missing:
        verdict.find("F218", "page_number.form", pages=said_pages(missing))


def _judge_form(folios: Sequence[Folio], verdict: Verdict) -> None:
    wrong: list[tuple[int, object]] = [
        (f.page, _NUMBER.sub("1", f.text, count=1)) for f in folios if not f.is_formed
    ]
    verdict.grouped("F221", "page_number.form", wrong)
    # They start where the first page says, and go on without a gap through the attachments.
    start = folios[0].number - folios[0].page if folios else 0
    astray = [f for f in folios if f.number - f.page != start]
    if astray:
        first = astray[0]
        verdict.find(
            "F225",
            "page_number.form",
            pages=said_pages([first.page]),
            measured=first.number,
            expected=first.page + start,
        )


def _judge_side(folios: Sequence[Folio], verdict: Verdict) -> None:
    profile = verdict.profile
    centred = profile.word("page_number.position") == "居中"
    cell = profile.pt("page_number.size") * profile.number("page_number.offset")
    astray: dict[str, list[tuple[int, object]]] = {}
    offset: list[tuple[int, float]] = []
    for folio in folios:
        wanted = "middle" if centred else "right" if folio.number % 2 else "left"
        aside = 0.0 if centred else mm(cell)
        if folio.side != wanted:
            astray.setdefault(wanted, []).append((folio.page, _SIDES[folio.side]))
        elif abs(folio.aside - aside) > _SIDE_TOLERANCE:
            offset.append((folio.page, folio.aside))
    for wanted, pages in astray.items():
        verdict.grouped("F220", "page_number.position", pages, expected=_SIDES[wanted])
    if centred:
        verdict.lengths("F223", "page_number.position", offset, expected="0")
    else:
        verdict.lengths("F223", "page_number.offset", offset, expected=one_place(mm(cell)))


def sides(folios: Iterable[Folio]) -> dict[str, list[int]]:
    """Return side → the pages whose number stands there."""
    by_side: dict[str, list[int]] = {}
    for folio in folios:
        by_side.setdefault(folio.side, []).append(folio.page)
    return by_side
