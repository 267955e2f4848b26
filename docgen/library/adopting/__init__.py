"""A passage → a snippet file, with parameters proposed for its dates, places and names.

Takes the paragraphs of a passage and what is known of its names; gives an `Adopted`: the file's
text, whose sample gives the passage back, and what was proposed. The same passage always gives
the same file.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.base.diagnostics import clipped
from docgen.library.adopting.escapes import quoted, typed
from docgen.library.adopting.proposals import Known, Proposal, Span, proposals
from docgen.model.terms import Term

__all__ = ["Adopted", "Known", "Passage", "Proposal", "adopt"]

_CLAUSE = re.compile("[，。；：！？、\n]")
_TITLE = 15  # characters of a first clause that make a name for the library
_TELLING = 4  # fewer characters name nothing: 今天, 同志们


class Passage(NamedTuple):
    """The paragraphs that become a snippet, and what their document says of them."""

    paragraphs: tuple[str, ...]
    document: str  # its title
    use: Term
    heading: str = ""
    foreign: bool = False  # of a .docx or .txt: whose words these are is not known

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


class Adopted(NamedTuple):
    """A snippet as it will stand in its file."""

    title: str
    use: Term
    content: str
    proposed: tuple[Proposal, ...]


def adopt(passage: Passage, title: str, known: Known) -> Adopted:
    """Return a passage as a snippet called `title` (``""``: its heading, or its first clause)."""
    found = [proposals(paragraph, known) for paragraph in passage.paragraphs]
    proposed = _named([span for spans in found for span in spans])
    names = {(each.kind, each.value): each.name for each in proposed}
    body = [
        _body(paragraph, spans, names)
        for paragraph, spans in zip(passage.paragraphs, found, strict=True)
    ]
    title = title.strip() or passage.heading or _first_clause(passage.text, proposed)
    content = _card(passage, title, proposed) + "\n\n".join(body) + "\n"
    return Adopted(title, passage.use, content, proposed)


def _first_clause(text: str, proposed: tuple[Proposal, ...]) -> str:
    """Return the first clause that says more than a date, a name or 今天; else the longest."""
    varying = {each.value for each in proposed}
    clauses = [each.strip() for each in _CLAUSE.split(text) if each.strip()]
    saying = [each for each in clauses if each not in varying] or clauses
    telling = [each for each in saying if len(each) >= _TELLING]
    return clipped(telling[0] if telling else max(saying, key=len), _TITLE)


def _named(spans: list[Span]) -> tuple[Proposal, ...]:
    """Return one parameter for every value, named in the order of the text: unit, unit_2."""
    values: dict[tuple[str, str], int] = {}
    for span in spans:
        values[span.kind, span.value] = values.get((span.kind, span.value), 0) + 1
    counts: dict[str, int] = {}
    proposed = []
    for (kind, value), times in values.items():
        counts[kind] = counts.get(kind, 0) + 1
        name = kind if counts[kind] == 1 else f"{kind}_{counts[kind]}"
        proposed.append(Proposal(name, kind, value, times))
    return tuple(proposed)


def _body(paragraph: str, spans: list[Span], names: dict[tuple[str, str], str]) -> str:
    """Return a paragraph as a text, with its parameters in the places of their values."""
    pieces, place = [], 0
    for span in spans:
        pieces.append(typed(paragraph[place : span.start], first=place == 0))
        pieces.append("{{ " + names[span.kind, span.value] + " }}")
        place = span.end
    return "".join([*pieces, typed(paragraph[place:], first=place == 0)])


def _card(passage: Passage, title: str, proposed: tuple[Proposal, ...]) -> str:
    lines = ["---", f"title: {quoted(title)}", f"use: {passage.use.code}"]
    if passage.heading:
        lines.append(f"heading: {quoted(passage.heading)}")
    if proposed:
        lines.append("params:")
    lines += [f"  {each.name}: {{{_declared(each)}}}" for each in proposed]
    document = f", title: {quoted(passage.document)}" if passage.document else ""
    nature = "〔待填：原文、转述或自拟〕" if passage.foreign else "自拟"
    lines += [f"source: {{nature: {nature}{document}}}", "samples:"]
    return "\n".join([*lines, f"  - expect: {quoted(passage.text)}", "---", ""])


def _declared(proposal: Proposal) -> str:
    type = f"type: {proposal.type}, " if proposal.type != "text" else ""
    return f"{type}default: {quoted(proposal.value)}, doc: {proposal.doc}"
