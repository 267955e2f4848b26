"""What a document is about, in its own words.

Takes a document, its sources and the snippets it names itself, gives `About`: by it the library
chooses passages of the document's own line of work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from docgen.library.lines_of_work import lines_in, lines_of
from docgen.library.topics import About
from docgen.model.documents import Document
from docgen.model.keys import Record, table
from docgen.model.library import Snippet
from docgen.model.parts import PlanSection, Point, Section, Task
from docgen.model.sources import Instruction, Source
from docgen.model.values import Text


def about(document: Document, sources: Mapping[str, Source], snippets: Iterable[Snippet]) -> About:
    """Return what a document is about: its title and what it passes on, its unit; where these
    tell no line of work its headings and topics, and then the snippets it names."""
    named = list(snippets)
    title, unit = "\n".join(_titles(document, sources)), document.org
    inner = "\n".join((*_headings(document), *_topics(document)))
    tags = "\n".join(tag for snippet in named for tag in snippet.card.tags)
    told = ((title, unit), (title, unit, inner), (title, unit, _commonest(named)))
    fields = next(filter(_tells, told), told[0])
    # A passage with another topic's word is left to that topic: topics speak for none.
    return About(fields, "\n".join((title, unit, *_headings(document), tags)))


def _tells(fields: Iterable[str]) -> bool:
    return any(map(lines_in, fields))


def _titles(document: Document, sources: Mapping[str, Source]) -> Iterator[str]:
    if isinstance(document.title, Text):
        yield document.title.source
    yield getattr(document, "occasion", "")
    for source in sources.values():
        yield source.title
        if isinstance(source, Instruction):
            yield source.subject


def _headings(document: Document) -> Iterator[str]:
    """Yield the headings of a document's sections, points and tasks."""
    for record in _parts(document):
        if isinstance(record, Section | PlanSection | Point | Task):
            yield record.title.source if isinstance(record.title, Text) else ""


def _topics(document: Document) -> Iterator[str]:
    for record in _parts(document):
        yield from getattr(record, "topic", ())


def _parts(record: Record) -> Iterator[Record]:
    """Yield a record and every record in its lists of records."""
    yield record
    for key in table(type(record)).values():
        if key.shape == "records":
            for part in getattr(record, key.attribute):
                yield from _parts(part)


def _commonest(snippets: Iterable[Snippet]) -> str:
    """Return the lines of work that most of the snippets are on."""
    count = Counter(line for snippet in snippets for line in lines_of(snippet))
    most = max(count.values(), default=0)
    return "\n".join(sorted(line for line, times in count.items() if times == most))
