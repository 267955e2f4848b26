"""Quotations under lock: their source, and the digest that tells when a word was changed.

Takes a snippet with ``verbatim: true``; reports what a quotation may not be: without its
source, changed, with a parameter in it, or bound to a time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.base.diagnostics import Report, Words
from docgen.model.library import Snippet
from docgen.model.values import Text, When

_BRACES = re.compile(r"\{[{%#]")

# A quarter of a sha256: no two texts of a library share it, and a person can compare it.
_LENGTH = 16


def _whole_digest(variants: Mapping[str, Text]) -> str:
    """Return the sha256 of a snippet's words; how its lines are broken does not count."""
    import hashlib  # only quotations need it
    import unicodedata

    parts = [f"# {name}\n{_words(text)}" if name else _words(text)
             for name, text in sorted(variants.items())]  # fmt: skip
    whole = unicodedata.normalize("NFC", "\n".join(parts))
    return hashlib.sha256(whole.encode()).hexdigest()


def _words(text: Text) -> str:
    """Return a text's paragraphs, one to a line, with single blanks."""
    paragraphs = (" ".join(part.split()) for part in text.source.split("\n\n"))
    return "\n".join(part for part in paragraphs if part)


def check_verbatim(snippet: Snippet, report: Report) -> None:
    """Report what is wrong with a quotation, and a digest that locks nothing."""
    card = snippet.card
    if not card.verbatim:
        if card.digest:
            report.add("N046", card.where("digest"), id=snippet.label)
        return
    _check_source(snippet, report)
    if card.valid is not None:
        report.add("N025", card.where("valid"), id=snippet.label)
    filled = [text for text in snippet.variants.values() if _BRACES.search(text.source)]
    for text in filled:
        report.add("N024", text.place, id=snippet.label)
    if not filled:  # else its words are still to be put right
        _check_digest(snippet, report)


def _check_digest(snippet: Snippet, report: Report) -> None:
    card, whole = snippet.card, _whole_digest(snippet.variants)
    found = whole[:_LENGTH]
    if not card.digest:
        report.add("N022", card.where("verbatim"), id=snippet.label, digest=found)
    elif card.digest.strip().lower() not in (found, whole):
        place = snippet.variants[""].place
        report.add("N023", place, id=snippet.label, locked=card.digest, digest=found)


def _check_source(snippet: Snippet, report: Report) -> None:
    source = snippet.card.source
    missing = []
    if source is None or not source.title:
        missing.append(("名称（title）", "title"))
    if source is None or not isinstance(source.date, When):
        missing.append(("日期（date）", "date"))
    if source is None or source.nature is None or source.nature.code != "verbatim":
        missing.append(("性质: 原文（nature: verbatim）", "nature: verbatim"))
    if missing:
        zh, en = ("、".join(words) for words in zip(*missing, strict=True))
        place = snippet.card.where("source" if source is not None else "verbatim")
        report.add("N021", place, id=snippet.label, missing=Words(zh, en.replace("、", ", ")))
