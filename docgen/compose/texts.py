"""Texts → plain text, each rendered exactly once.

Takes the texts and snippet references of a document and its sources; gives their words.
A text may use the document's facts, its sources, counts, other texts and snippets; a
circle among them is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.compose.rendering import render
from docgen.compose.setting import setting_of
from docgen.compose.snippet_texts import SnippetTexts
from docgen.compose.used import Used
from docgen.compose.view import View
from docgen.language.jinja import Scope
from docgen.language.numbers import Count
from docgen.library.snippets import Snippets
from docgen.model.documents import AnnualPlan, Document, Speech, TransmissionOutline
from docgen.model.keys import Record, spellings, table
from docgen.model.library import Snippet
from docgen.model.parts import Passage, PlanSection, Point, Section, SnippetRef
from docgen.model.sources import Source
from docgen.model.tree import Origin
from docgen.model.values import Text

# The paragraphs of a passage, each with where it came from.
Said = list[tuple[str, Origin]]
# Snippets by label, each with the words it gave.
Taken = list[tuple[str, str]]


def paragraphs_of(text: str) -> list[str]:
    """Return a rendered text's paragraphs: an empty line divides them."""
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n\s*", text) if part.strip()]


class Texts:
    """Renders the texts of one document and its sources."""

    def __init__(
        self,
        document: Document,
        sources: Mapping[str, Source],
        snippets: Snippets,
        report: Report,
        used: Used,
    ) -> None:
        self.document, self.sources = document, sources
        self.report, self.used = report, used
        self.automatic: dict[str, Callable[[], str]] = {}
        self.counted: int | None = None  # what the document's texts stand over, if it is no list
        self._done: dict[Place, str] = {}
        self._open: list[Place] = []
        self._made_of: dict[Place, Taken] = {}
        self._scope = self._scope_of(document)
        setting = setting_of(document, sources)
        self.snippets = SnippetTexts(snippets, self._scope, report, setting)

    # -- what composers ask for ----------------------------------------------------------

    def field(self, record: Record, name: str) -> str:
        """Return a text field's words, ``""`` where it is absent."""
        self.used.note(record, name)
        value = getattr(record, table(type(record))[name].attribute)
        if not isinstance(value, Text):
            return ""
        return self._text(value, record)

    def passages(self, record: Record, name: str) -> Said:
        """Return the paragraphs of a field that holds texts and snippet references."""
        self.used.note(record, name)
        found: Said = []
        for passage in getattr(record, name):
            found += self._passage(passage, record)
        return found

    def body(self, record: Any) -> Said:
        """Return the paragraphs of a point or task: its own text, or its snippet's."""
        self.used.note(record, "text", "snippet")
        if record.gives("snippet"):
            self.used.note(record, "with", "variant")
            if record.text is not None:
                self.report.add("C009", record.where("snippet"))
            return self._snippet_words(record, record)
        if record.text is None:
            return []
        return self._text_words(record.text, record)

    def heading(self, record: Any) -> str:
        """Return a point's or task's heading: its title, else its snippet's ``heading``."""
        title = self.field(record, "title")
        if title or not record.snippet:
            return title
        snippet = self._snippet_of(record)
        return snippet.card.heading if snippet else ""

    def origin(self, record: Record, name: str) -> Origin:
        """Return where the words of a text field came from, once they are rendered."""
        return Origin(record.where(name)).along(self._labels(record, name))

    def headed(self, record: Any) -> Origin:
        """Return where a point or task came from, with the snippets its heading is made of."""
        labels = self._labels(record, "title")
        if not self.field(record, "title") and record.snippet:
            snippet = self._snippet_of(record)
            labels = [snippet.label] if snippet and snippet.card.heading else []
        return Origin(record.at).along(labels)

    def view(self, record: Record) -> View:
        """Return a record as texts and templates see it."""
        return View(record, self._show)

    @property
    def scope(self) -> Scope:
        """What a template sees: the document's fields by either name, and its sources."""
        return self._scope

    # -- how it is done ------------------------------------------------------------------

    def _snippet_of(self, record: Any) -> Snippet | None:
        place, day = record.where("snippet"), self._day(record)
        return self.snippets.library.find(record.snippet, day, place, self.report)

    def _labels(self, record: Record, name: str) -> list[str]:
        text = getattr(record, table(type(record))[name].attribute)
        taken = self._made_of.get(text.place, []) if isinstance(text, Text) else []
        return [label for label, _ in taken]

    def _words(self, text: str, origin: Origin, taken: Taken) -> Said:
        paragraphs = paragraphs_of(text)
        return [(each, origin.along(_in(each, taken, paragraphs))) for each in paragraphs]

    def _text_words(self, text: Text, record: Record) -> Said:
        words = self._text(text, record)
        return self._words(words, Origin(text.place), self._made_of.get(text.place, []))

    def _passage(self, passage: Passage, record: Record) -> Said:
        if isinstance(passage, Text):
            return self._text_words(passage, record)
        return self._snippet_words(passage, record)

    def _snippet_words(self, ref: SnippetRef | Point, record: Record) -> Said:
        place = ref.where("snippet")
        if not ref.gives("snippet"):
            return []  # its absence was reported where it was read
        day, before = self._day(record), len(self.snippets.taken)
        given = dict(ref.with_)
        label, text = self.snippets.words(ref.snippet, given, ref.variant, place, day, ref.where)
        return self._words(text, Origin(place, label), self.snippets.taken[before + 1 :])

    def _text(self, text: Text, record: Record) -> str:
        taken = self.snippets.taken
        if text.place in self._done:
            taken += self._made_of[text.place]  # for the text that names this one
            return self._done[text.place]
        if text.place in self._open:
            self.report.add("C008", text.place)
            return ""
        self._open.append(text.place)
        before = len(taken)
        try:
            words = render(text, self._scope_for(record, text.place), self.report)
        finally:
            self._open.pop()
        self._done[text.place], self._made_of[text.place] = words, taken[before:]
        return words

    def _scope_for(self, record: Record, place: Place) -> Scope:
        """Return what a text of `record` sees; a source's text sees the source as ``source``."""
        scope = self._scope | self.snippets.calls(place, self._day(record))
        source = self._source_of(place)
        if source is not None:
            scope |= dict.fromkeys(("source", "来源"), partial(self.view, source))
        counted = _counted(record, self.sources)
        if record is self.document and self.counted is not None:
            counted = self.counted
        if counted is not None:
            scope |= dict.fromkeys(("count", "数量"), partial(Count, counted))
        return scope

    def _scope_of(self, document: Document) -> Scope:
        fields = {
            name: partial(self._show, document, field)
            for name, field in spellings(type(document)).items()
        }
        whole = dict.fromkeys(("document", "文件"), partial(self.view, document))
        sources = dict.fromkeys(("sources", "来源"), self._source_views)
        return {**fields, **whole, **sources}

    def _source_views(self) -> tuple[View, ...]:
        return tuple(self.view(source) for source in self.sources.values())

    def _source_of(self, place: Place) -> Source | None:
        own = self.document.at.key  # a paper in a meeting's set stands in its source's file
        if own and place.key.startswith(own):
            return None
        return next((s for s in self.sources.values() if s.at.file == place.file), None)

    def _day(self, record: Record) -> object:
        """Return the date by which a record's phrasing is chosen: a source's is its own."""
        source = self._source_of(record.at)
        return source.date if source is not None else self.document.date

    def _show(self, record: Record, name: str) -> object:
        """Return one field's value as texts and templates see it."""
        key = table(type(record))[name]
        automatic = self.automatic.get(name) if record is self.document else None
        if automatic is not None:
            return automatic()
        value = getattr(record, key.attribute)
        if key.shape == "text":
            return self.field(record, name) if value is not None else None
        if key.shape == "passages":
            return "\n\n".join(text for text, _ in self.passages(record, name)) if value else None
        # A record or a list of them is not printed by being named; its fields are.
        if isinstance(value, Record):
            return self.view(value)
        if key.shape == "records":
            return tuple(self.view(each) for each in value)
        self.used.note(record, name)
        return value if value != "" else None


def _in(paragraph: str, taken: Taken, paragraphs: list[str]) -> list[str]:
    """Return the labels of the snippets that have words in one of a text's paragraphs.

    Words that are found in none, since a filter changed them, may be in any.
    """
    if not taken or len(paragraphs) == 1:
        return [label for label, _ in taken]
    pieces = [(label, paragraphs_of(words)) for label, words in taken]
    return [
        label
        for label, parts in pieces
        if any(part in paragraph for part in parts)
        or not any(part in each for part in parts for each in paragraphs)
    ]


def _counted(record: Record, sources: Mapping[str, Source]) -> int | None:
    """Return how many items the list has that a record's texts stand over; None: no list."""
    if isinstance(record, Speech | AnnualPlan):
        return len(record.sections)
    if isinstance(record, TransmissionOutline):
        return len(sources)
    if isinstance(record, PlanSection):
        taken = [sources[item.from_].tasks for item in record.tasks if item.from_ in sources]
        own = [item for item in record.tasks if not item.from_]
        return len(own) + sum(len(tasks) for tasks in taken)
    if isinstance(record, Section | Point):
        return len(record.points)
    return None
