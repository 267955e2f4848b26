"""Points and tasks that name a topic: the library chooses their passage.

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
from docgen.compose.about import about
from docgen.compose.asking import Asking, asking
from docgen.compose.setting import setting_of
from docgen.compose.snippet_texts import SnippetTexts
from docgen.compose.texts import Taken, Texts
from docgen.compose.topic_faults import USED, nearest_tags, reason_of, told
from docgen.compose.used import Used
from docgen.library.lines_of_work import lines_of
from docgen.library.snippets import Snippets
from docgen.library.topics import (
    Topic,
    is_foreign,
    is_passage,
    passages_named,
    passages_saying,
)
from docgen.model.documents import Document
from docgen.model.keys import Record, table
from docgen.model.library import Snippet
from docgen.model.parts import Point, Task
from docgen.model.sources import Source
from docgen.model.values import BLANK, Text

R = TypeVar("R", bound=Record)

# A topic that only texts have is served after those that names have.
_LAST = sys.maxsize
_BETWEEN = re.compile(r"[\s、，,]+")


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
        named = self._versions(texts.snippets.taken)
        self._about = about(texts.document, texts.sources, named)
        self._chosen: dict[Place, Snippet] = {}

    def choose(self, points: Iterable[Asking]) -> None:
        """Choose a snippet for each of the points, as far as there are any."""
        asked = [(point, topic) for point in points if (topic := self._topic(point))]
        named = [(passages_named(topic, self.library), topic, point) for point, topic in asked]
        for passages, topic, point in sorted(named, key=_rarest_first):
            snippet = self._first(passages, topic, point)
            if snippet is not None:
                self._chosen[point.where("topic")] = snippet
                self._tell(snippet, topic, point.where("topic"))

    def _tell(self, snippet: Snippet, topic: Topic, place: Place) -> None:
        """Say what was chosen, and where it is on another line of work."""
        words, title = " ".join(topic.words), snippet.card.title
        facts = {"topic": words, "id": snippet.label, "title": title}
        foreign = is_foreign(snippet, topic)
        self.report.add("C024", place, **facts, foreign=foreign)
        if foreign:
            other, own = "、".join(sorted(lines_of(snippet))), "、".join(topic.about.lines())
            self.report.add("C029", place, **facts, other=other, own=own)

    def filled(self, record: R) -> R:
        """Return a record with the snippets chosen for its points, and for those below them."""
        made: Any = record
        if isinstance(record, Point | Task) and record.gives("topic"):
            made = self._point(record)
        keys = [key.attribute for key in table(type(record)).values() if key.shape == "records"]
        parts = {name: tuple(map(self.filled, getattr(made, name))) for name in keys}
        filled: R = made.but(**parts)
        return filled

    def _topic(self, point: Asking) -> Topic | None:
        """Return what a point asks for; None where it asks for nothing that can be chosen."""
        topic = " ".join(point.topic)
        if point.gives("text") or point.gives("snippet"):
            self.report.add("C022", point.where("topic"))
            return None
        words = [word for word in _BETWEEN.split(topic) if word]
        if not words or BLANK.search(topic):
            return None
        day, level_known = self.texts.document.date, bool(self.setting.level.ranks)
        return Topic(words, point.variant, day, level_known, self._about)

    def _point(self, point: Asking) -> Asking:
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

    def _first(self, named: list[Snippet], topic: Topic, point: Asking) -> Snippet | None:
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
        """Yield the passages on a topic, those of another line of work last."""
        yield from (each for each in named if not is_foreign(each, topic))
        saying = passages_saying(topic, self.library)  # only then are all files read
        yield from (each for each in saying if not is_foreign(each, topic))
        yield from (each for each in (*named, *saying) if is_foreign(each, topic))

    def _tried(self, snippet: Snippet, point: Asking) -> _Trial:
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
        return {each.id for each in self._versions(taken) if is_passage(each.card)}

    def _versions(self, taken: Taken) -> list[Snippet]:
        """Return the snippets that were taken, in all their versions."""
        ids = sorted({label.partition("@")[0] for label, _ in taken})
        return [each for id in ids for each in self.library.versions(id, Report())]

    def _variant(self, snippet: Snippet, point: Asking) -> str:
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
        self, words: list[str], failed: list[tuple[Snippet, Words]], point: Asking
    ) -> None:
        place, topic = point.where("topic"), " ".join(words)
        if failed:
            self.report.add("C021", place, topic=topic, tried=told(failed))
            return
        self.report.add("C020", place, topic=topic, known=nearest_tags(words, self.library))


def _rarest_first(asked: tuple[list[Snippet], Topic, Asking]) -> int:
    """Return what orders points: how many passages there are that may well stand there."""
    named, topic, _ = asked
    return sum(not is_foreign(each, topic) for each in named) or _LAST
