"""How long a speech takes, against the minutes it was given.

Takes a speech whose body is written, reports its length in characters and minutes: information
where it fits, a warning where it does not.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words, clipped
from docgen.compose.draft import Draft
from docgen.model.documents import Speech
from docgen.model.keys import Record, table
from docgen.model.tree import Paragraph
from docgen.model.values import BLANK

# A practised speaker at a meeting: 240 characters a minute, unless docgen.yaml says otherwise.
PACE = 240
# A speech may be so much longer or shorter than it was given, in per cent.
_SLACK = 15

# What is said as one syllable or counted as one: a Han character (with extensions and 〇), a
# digit; a word of Latin letters.
_SPOKEN = re.compile(
    "[〇㐀-\u4dbf一-\u9fff\uf900-\ufaff\U00020000-\U0003ffff0-9０-９]|[A-Za-zＡ-Ｚａ-ｚ]+"
)
_WHOLE = re.compile(r"([1-9][0-9]{0,3})\s*(?:分钟|字)?")


def report_length(document: Speech, draft: Draft) -> None:
    """Report how long the body of a speech is; one with faults is not whole yet."""
    draft.used.note(document, "minutes")
    wanted = _whole(document, "minutes", 20, draft)
    pace = _whole(draft.settings, "pace", PACE, draft) if draft.settings.gives("pace") else PACE
    if wanted is None or pace is None or draft.report.failed:
        return
    paragraphs = [block.text for block in draft.blocks if isinstance(block, Paragraph)]
    count = sum(map(characters, paragraphs))
    surplus = count - wanted * pace
    facts = {"minutes": _minutes(count, pace), "characters": count, "wanted": wanted, "pace": pace}
    if abs(surplus) * 100 <= wanted * pace * _SLACK:
        draft.report.add("C027", document.where("minutes"), **facts)
    else:
        draft.report.add("C028", document.where("minutes"), **facts, advice=_advice(surplus))


def characters(text: str) -> int:
    """Return how many characters of a text are spoken; what is still blank is not."""
    return len(_SPOKEN.findall(BLANK.sub("", text)))


def _whole(record: Record, name: str, example: int, draft: Draft) -> int | None:
    """Return a whole number as typed, or None: it is blank, or none, and that is reported."""
    words = getattr(record, name)
    match = _WHOLE.fullmatch(words.strip())
    if match is None and not BLANK.fullmatch(words):
        key = table(type(record))[name]
        both = Words(f"{key.zh}（{name}）", f"{name} ({key.zh})")
        facts = {"key": both, "words": clipped(words, 20), "example": example}
        draft.report.add("C026", record.where(name), **facts)
    return int(match[1]) if match else None


def _minutes(count: int, pace: int) -> str:
    """Return minutes as one says them: 18, but 7.5 of a short speech."""
    minutes = count / pace
    return f"{minutes:.0f}" if minutes >= 10 else f"{minutes:.1f}".removesuffix(".0")


def _advice(surplus: int) -> Words:
    many = abs(surplus)
    if surplus < 0:
        return Words(f"少了 {many} 字", f"{many} too few")
    return Words(f"多了 {many} 字", f"{many} too many")
