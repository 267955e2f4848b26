"""Where the text must stand: body on page one, never a page with a signature alone, the
imprint (版记) at the foot of the last page (7.3.3, 7.3.5.5, 7.4.1).

Takes pages; gives the `Ending` that was measured and reports what is not in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.checks.proof.grid import ABOVE_BASELINE, SAME_SIZE
from docgen.checks.proof.lines import DATE
from docgen.checks.proof.printed import Page, Printed
from docgen.checks.proof.sheet import mm
from docgen.checks.proof.verdict import Verdict, one_place, said_pages

# 抄送 and 印发 (7.4), 报 送 发 and the copies of a briefing.
_IMPRINT = re.compile(r"(?:抄送|[报送发])[：:]|.*日印发$|（共印.*份）$")
# The list of attachments and a note in brackets belong to the sign-off, not to the text.
_NO_TEXT = re.compile(r"附件[：:\d]|[（(].*[）)]$")
_RULE_LENGTH = 100.0  # mm; an imprint's rules are as wide as the 版心


class Ending(NamedTuple):
    """How a document ends."""

    has_text: bool  # some page has body text
    starts_on_first: bool  # page one has
    dates: tuple[int, ...]  # pages with a date of issue
    alone: tuple[int, ...]  # those without any body text above it
    imprint: int  # the page of the imprint; 0: there is none
    imprint_off: float  # mm by which its last line lies below (above: negative) the 版心's foot
    pages: int


def read_ending(pages: Sequence[Page], verdict: Verdict) -> Ending:
    """Measure where body text, dates and the imprint stand."""
    size = verdict.profile.pt("body.size")
    bodies = {page.number: [p for p in page.body if _is_body(p, page, size)] for page in pages}
    dates: list[int] = []
    alone: list[int] = []
    for page in pages:
        for date in (p for p in page.text if _is_date(p, page)):
            dates.append(page.number)
            if not any(p.line.baseline < date.line.baseline for p in bodies[page.number]):
                alone.append(page.number)
    imprint = [page for page in pages if _imprint(page)]
    off = _off_foot(imprint[-1], verdict) if imprint else 0.0
    first = bool(pages) and bool(bodies[1])
    numbers = tuple(dates), tuple(alone)
    at = imprint[-1].number if imprint else 0
    return Ending(any(bodies.values()), first, *numbers, at, off, len(pages))


def judge_ending(ending: Ending, verdict: Verdict) -> None:
    """Report what is not in its place."""
    if ending.has_text and not ending.starts_on_first:
        verdict.find("F230", "body.first_page")
    if ending.alone:
        verdict.find("F231", "signature.not_alone", pages=said_pages(ending.alone))
    if ending.imprint and ending.imprint != ending.pages:
        pages = said_pages([ending.imprint])
        verdict.find("F232", "imprint.bottom", pages=pages, expected=ending.pages)
    elif ending.imprint and not verdict.allows("imprint.bottom", ending.imprint_off):
        off = one_place(abs(ending.imprint_off))
        code = "F233" if ending.imprint_off < 0 else "F234"
        verdict.find(code, "imprint.bottom", pages=said_pages([ending.imprint]), measured=off)


def _is_body(printed: Printed, page: Page, size: float) -> bool:
    """Whether a line is body text: of its size, running on or indented by two cells. A row
    of a table is content as well."""
    of, line = printed.of, printed.line
    if of is None or of.in_box or line.is_red:
        return False
    if of.in_table:
        return True
    if abs(line.size - size) > SAME_SIZE or _NO_TEXT.match(of.text):
        return False
    indent = (line.face.left - page.area.left) / size
    if not printed.starts:
        return abs(indent) < 0.5 and not of.text.endswith(("：", ":"))
    return 1.2 < indent < 2.8 and not page.is_centred(line)


def _is_date(printed: Printed, page: Page) -> bool:
    """Whether a line is the date of issue: a date and nothing else, on the right."""
    on_the_right = printed.line.face.left > page.sheet.width * 0.4
    return on_the_right and bool(DATE.fullmatch(printed.line.text))


def _imprint(page: Page) -> list[Printed]:
    """Return the imprint's lines, those too that have slipped below the text area."""
    lines = [*page.body, *map(Printed, page.margin)]
    return [p for p in lines if _IMPRINT.match(p.of.text if p.of else p.line.text)]


def _off_foot(page: Page, verdict: Verdict) -> float:
    """Return how far the imprint's last rule (its last line's box, where it has no rules)
    lies below the lower edge of the type area."""
    foot = page.sheet.height - verdict.profile.pt("page.bottom")
    start = _imprint(page)[0].line.face.top - 20
    bars = [
        bar.box.middle
        for bar in page.bars(red=False)
        if bar.box.top > start and mm(bar.box.width) > _RULE_LENGTH
    ]
    last = _imprint(page)[-1]
    height = last.of.exact if last.of is not None and last.of.exact else 1.3 * last.line.size
    box = last.line.baseline + (1 - ABOVE_BASELINE) * height
    return mm((max(bars) if bars else box) - foot)
