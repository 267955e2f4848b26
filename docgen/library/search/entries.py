"""One snippet file → the row that the index keeps of it.

Takes a file, gives an `Entry`; None for a file that is no snippet docgen can read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.place import NOWHERE
from docgen.library.search.normal_form import has_main, normal, normal_body
from docgen.library.search.plain_card import plain_card
from docgen.library.snippet_file import read_snippet
from docgen.library.snippets import FOREVER, window
from docgen.model.library import Snippet, SnippetCard
from docgen.model.terms import Term
from docgen.source.text import read_text, split_front_matter


class Entry(NamedTuple):
    """What a search needs of a snippet, as the index's columns have it. Lists are joined by line
    ends. What is compared (`n_…`, `text`) is in normal form, a list with a line end before and
    after each item; `text` is the body, `body` characters long, and then all the rest of it but
    the fixed values, so that one look tells whether a word is there at all."""

    id: str
    version: int
    title: str
    use: str
    use_word: str
    heading: str
    tags: str
    aliases: str
    levels: str
    kinds: str
    first: str
    last: str
    next: str
    n_title: str
    n_heading: str
    n_tags: str
    n_aliases: str
    n_id: str
    n_terms: str
    body: int
    text: str


def read_entry(path: Path, id: str, version: int) -> Entry | None:
    """Return the entry of the snippet in `path`, or None where it cannot be read as one."""
    text = read_text(path, NOWHERE, Report())
    split = split_front_matter(text) if text else None
    if split is None:
        return None
    front, body, _ = split
    card = plain_card(front)
    if card is None:
        snippet = read_snippet(path, id, version, Report())
        card = snippet.card if snippet else None
    if card is None or not has_main(body):
        return None
    return _entry(Snippet(id, version, card, {}, NOWHERE), normal_body(body))


def _entry(snippet: Snippet, body: str) -> Entry:
    card = snippet.card
    first, last = window(snippet)
    names = normal(card.title), normal(card.heading), normal(snippet.id)
    tags, aliases = _fenced(map(normal, card.tags)), _fenced(map(normal, card.aliases))
    return Entry(
        id=snippet.id,
        version=snippet.version,
        title=card.title,
        use=getattr(card.use, "code", ""),  # not there in a file with a fault
        use_word=getattr(card.use, "zh", ""),
        heading=card.heading,
        tags="\n".join(card.tags),
        aliases="\n".join(card.aliases),
        levels=_fenced(_codes(card.levels)),
        kinds=_fenced(_codes(card.kinds)),
        first="" if first == FOREVER[0] else first,
        last="" if last == FOREVER[1] else last,
        next=card.valid.next if card.valid else "",
        n_title=names[0],
        n_heading=names[1],
        n_tags=tags,
        n_aliases=aliases,
        n_id=names[2],
        n_terms=_fenced(_term_words(card)),
        body=len(body),
        text="\n".join((body, *names, tags, aliases)),
    )


def _codes(terms: Iterable[object]) -> Iterator[str]:
    """Yield the codes of the fixed values; what is still 〔待填〕 has none."""
    return (term.code for term in terms if isinstance(term, Term))


def _fenced(items: Iterable[str]) -> str:
    joined = "\n".join(items)
    return f"\n{joined}\n" if joined else ""


def _term_words(card: SnippetCard) -> Iterator[str]:
    """Yield every spelling of the fixed values on a card."""
    for term in (card.use, *card.levels, *card.kinds):
        if isinstance(term, Term):
            yield from _spellings(term)


@cache
def _spellings(term: Term) -> tuple[str, ...]:
    return tuple(map(normal, (term.code, term.zh, *term.also)))
