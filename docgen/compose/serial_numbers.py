"""期号 and 份数 of what comes out in numbers: figures that have words around them in print.

An office types the figures alone or with the words; what is neither is printed as typed, and
reported.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.official_head import required, told
from docgen.language.document_numbers import is_proper
from docgen.model.documents import Briefing, Minutes
from docgen.model.official import Serial
from docgen.model.tree import Named
from docgen.model.values import BLANK

_ISSUE = re.compile(r"第?\s*(\d+)\s*期?")
_COPIES = re.compile(r"(?:共印)?\s*(\d+)\s*份?")
# How minutes are numbered besides: by the year, and 第3次, 第3号 (practice).
_OF_MINUTES = re.compile(r"〔[0-9]{4}〕[1-9][0-9]*号|第[1-9][0-9]*[次号]")

_DIGITS = Words("只写数字", "is digits only")
_NUMBERED = Words("要写成“〔2026〕12号”，或只写数字", "is written 〔2026〕12号, or is digits only")


def issue(document: Briefing, draft: Draft) -> Named:
    """Return 期号 of a briefing: the figures alone, its template says 第12期."""
    given = required(document, "number", Words("期号", "a number"), draft)
    found = _ISSUE.fullmatch(given.words)
    if found:
        return given._replace(value=_plain(found[1]))
    _report(document, given, "期号", "第12期", _DIGITS, draft)
    return given


def number_of_minutes(document: Minutes, draft: Draft) -> Named:
    """Return 期号 of minutes: 〔2026〕12号 as typed; of figures alone 第12期."""
    given = required(document, "number", Words("期号", "a number"), draft)
    found = _ISSUE.fullmatch(given.words)
    if found:
        return given._replace(value=f"第{_plain(found[1])}期")
    if not (_OF_MINUTES.fullmatch(given.words) or is_proper(given.words)):
        _report(document, given, "期号", "第12期", _NUMBERED, draft)
    return given


def copies(document: Briefing, draft: Draft) -> Named:
    """Return 份数 of a briefing: the figures alone, its template says 共印120份."""
    given = told(document, "copies", draft)
    found = _COPIES.fullmatch(given.words)
    if found:
        return given._replace(value=_plain(found[1]))
    if given.words:
        _report(document, given, "份数", "共印120份", _DIGITS, draft)
    return given


def _plain(figures: str) -> str:
    return str(int(figures))


def _report(
    document: Serial, given: Named, what: str, example: str, form: Words, draft: Draft
) -> None:
    if BLANK.search(given.words):
        return
    key, digits = Words(f"{what}（{given.name}）", given.name), re.sub(r"\D", "", example)
    facts = {"key": key, "form": form, "words": given.words, "example": example, "digits": digits}
    draft.report.add("C047", document.where(given.name), **facts)
