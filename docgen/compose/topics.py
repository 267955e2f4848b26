"""Points that name a topic: the library chooses their passage.

Takes a document and the library, gives the document with a snippet in the place of every
topic. The choice is the same on every run, and no passage comes twice in a document.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.compose.setting import setting_of
from docgen.compose.snippet_texts import SnippetTexts
from docgen.compose.texts import Taken, Texts
from docgen.compose.topic_faults import USED, nearest_tags, reason_of, told
from docgen.compose.used import Used
from docgen.library.snippets import Snippets
from docgen.library.topics import Topic, is_passage, passages_named, passages_saying
from docgen.model.documents import Document
from docgen.model.keys import Record, table
from docgen.model.library import Snippet
from docgen.model.parts import Point
from docgen.model.sources import Source
from docgen.model.values import BLANK, Text

R = TypeVar("R", bound=Record)

# A topic that only texts have is served after those that names have.
_LAST = sys.maxsize
_BETWEEN = re.compile(r"[\s、，,]+")


def asking(record: Record) -> Iterator[Point]:
    """Yield the points of a record that name a topic, in the order of the file."""
    if isinstance(record, Point) and record.gives("topic"):
        yield record
    for key in table(type(record)).values():
        if key.shape == "records":
            for part in getattr(record, key.attribute):
                yield from asking(part)


def refuse_topics(source: Source, report: Report) -> None:
    """Report topics in a source: it says what was said, and that nobody can choose."""
    for point in asking(source):
        report.add("C023", point.where("topic"))


def with_passages(
    document: Document,
    sources: Mapping[str, Source],
    library: Snippets,
    write: Callable[[Texts], None],
    report: Report,
) -> Document:
    """Return the document with a snippet in each of its points that name a topic.

    It is written once without them (by `write`), to know the passages it has of its own.
    """
    texts = Texts(document, sources, library, Report(), Used())
    write(texts)
    chooser = _Chooser(texts, report)
    chooser.choose(asking(document))
    return chooser.filled(document)


class _Trial(NamedTuple):
    """A snippet tried in a point: the passages it brings, and why it cannot stand there."""

    passages: set[str]
    reason: Words | None


class _Chooser:
    """Chooses for the points of one document.

    The points with the fewest passages are served first, so that 下访, on which there is one,
    does not go away empty because 作风, on which there are many, took it.
    """

    def __init__(self, texts: Texts, report: Report) -> None:
        self.texts, self.report = texts, report
        self.library = texts.snippets.library
        self.setting = setting_of(texts.document, texts.sources)
        self._used = self._passages(texts.snippets.taken)
        self._chosen: dict[Place, Snippet] = {}

    def choose(self, points: Iterable[Point]) -> None:
        """Choose a snippet for each of the points, as far as there are any."""
        asked = [(point, topic) for point in points if (topic := self._topic(point))]
        named = [(passages_named(topic, self.library), topic, point) for point, topic in asked]
        for passages, topic, point in sorted(named, key=lambda each: len(each[0]) or _LAST):
            snippet = self._first(passages, topic, point)
            if snippet is not None:
                place = point.where("topic")
                words, title = " ".join(point.topic), snippet.card.title
                self.report.add("C024", place, topic=words, id=snippet.label, title=title)
                self._chosen[place] = snippet

    def filled(self, record: R) -> R:
        """Return a record with the snippets chosen for its points, and for those below them."""
        made: Any = record
        if isinstance(record, Point) and record.gives("topic"):
            made = self._point(record)
        keys = [key.attribute for key in table(type(record)).values() if key.shape == "records"]
        parts = {name: tuple(map(self.filled, getattr(made, name))) for name in keys}
        filled: R = made.but(**parts)
        return filled

    def _topic(self, point: Point) -> Topic | None:
        """Return what a point asks for; None where it asks for nothing that can be chosen."""
        topic = " ".join(point.topic)
        if point.gives("text") or point.gives("snippet"):
            self.report.add("C022", point.where("topic"))
            return None
        words = [word for word in _BETWEEN.split(topic) if word]
        if not words or BLANK.search(topic):
            return None
        day, level_known = self.texts.document.date, bool(self.setting.level.ranks)
        return Topic(words, point.variant, day, level_known)

    def _point(self, point: Point) -> Point:
        """Return a point with the snippet chosen for it; with the blank that its topic is."""
        place = point.where("topic")
        snippet = self._chosen.get(place)
        if snippet is not None:
            variant = self._variant(snippet, point)
            marks = {**point.marks, "snippet": place}
            return point.but(snippet=snippet.id, variant=variant, marks=marks)
        blank = "".join(BLANK.findall(" ".join(point.topic)))
        if blank and point.text is None:
            return point.but(text=Text(blank, place), marks={**point.marks, "text": place})
        return point

    def _first(self, named: list[Snippet], topic: Topic, point: Point) -> Snippet | None:
        """Return the first of the passages on a topic that can stand in `point`, or None after
        reporting."""
        failed: list[tuple[Snippet, Words]] = []
        for snippet in self._candidates(named, topic):
            trial = self._tried(snippet, point)
            if trial.reason is None:
                self._used |= trial.passages
                return snippet
            failed.append((snippet, trial.reason))
        self._report_none(topic.words, failed, point)
        return None

    def _candidates(self, named: list[Snippet], topic: Topic) -> Iterator[Snippet]:
        yield from named
        yield from passages_saying(topic, self.library)  # only then are all files read

    def _tried(self, snippet: Snippet, point: Point) -> _Trial:
        """Render a snippet where nobody sees it: what would be told of it speaks against it."""
        trial = SnippetTexts(self.library, self.texts.scope, Report(), self.setting)
        variant = point.variant if point.variant in snippet.variants else ""
        place, day = point.where("topic"), self.texts.document.date
        trial.words(snippet.id, dict(point.with_), variant, place, day)
        passages = self._passages(trial.taken)
        against = [each for each in trial.report if each.severity.word != "info"]
        if passages & self._used:
            return _Trial(passages, USED)
        return _Trial(passages, reason_of(against[0]) if against else None)

    def _passages(self, taken: Taken) -> set[str]:
        """Return the ids of the passages among snippets; a phrase may come as often as it is
        due."""
        ids = {label.partition("@")[0] for label, _ in taken}
        cards = {id: self.library.versions(id, Report()) for id in ids}
        return {id for id, versions in cards.items() if any(is_passage(v.card) for v in versions)}

    def _variant(self, snippet: Snippet, point: Point) -> str:
        """Return the variant that was asked for, or ``""`` after telling that there is none."""
        if point.variant in snippet.variants:
            return point.variant
        known = [name for name in snippet.variants if name]
        none = Words("它没有变体。", "It has none.")
        hint = suggestion(point.variant, known) if known else none
        place = point.where("variant")
        self.report.add("C025", place, id=snippet.label, variant=point.variant, known=hint)
        return ""

    def _report_none(
        self, words: list[str], failed: list[tuple[Snippet, Words]], point: Point
    ) -> None:
        place, topic = point.where("topic"), " ".join(words)
        if failed:
            self.report.add("C021", place, topic=topic, tried=told(failed))
            return
        self.report.add("C020", place, topic=topic, known=nearest_tags(words, self.library))
