"""Which snippets are about a topic, and which of them first.

Takes the words of a topic, gives the passages that have them all: as tags, in their names, in
their text. Those of the document's own line of work come first, those of another line last.
Files are parsed only where their front matter has the words; the texts are looked through only
after all of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.place import NOWHERE
from docgen.library.lines_of_work import lines_in, lines_of, named_in
from docgen.library.snippet_file import front_matter
from docgen.library.snippets import Snippets
from docgen.model.library import Snippet, SnippetCard
from docgen.model.terms import DOCUMENT_KINDS, LEVELS
from docgen.source.text import read_text

# What may stand in a point: a whole passage, not a phrase or somebody else's words.
_PASSAGES = ("point", "paragraph")

# How near a passage's line of work is to the document's, after the nearness of `About.fields`.
_NEUTRAL, _FOREIGN = 10, 11

# Where a word of a topic is found, the best first; the last is the text itself.
_TAG, _IN_TAG, _IN_NAME, _IN_TEXT = range(4)


class About(NamedTuple):
    """What a document is about: `fields` are the words that may tell its line of work, the
    nearest first; `words` are all that may speak for a passage."""

    fields: tuple[str, ...] = ()
    words: str = ""

    def lines(self) -> list[str]:
        """Return the lines of work that it is on, the nearest first."""
        return list(dict.fromkeys(line for each in self.fields for line in sorted(lines_in(each))))


class Topic(NamedTuple):
    """What is asked for: words, the variant and the day; `level_known`: whether levels can be
    judged; `about`: in what document."""

    words: list[str]
    variant: str
    day: object
    level_known: bool
    about: About = About()


def is_foreign(snippet: Snippet, topic: Topic) -> bool:
    """Whether a passage is on another line of work than the document."""
    return _nearness(snippet, topic) == _FOREIGN


def passages_named(topic: Topic, library: Snippets) -> list[Snippet]:
    """Return the passages that have every word of a topic in their tags and names, best first.

    The version is that of the day; the last one where none is valid on it.
    """
    rarest = max(topic.words, key=len)  # the fewer files have it, the fewer are parsed
    ids = {each.id for each in library.mentioning(rarest, inside=True)}
    return _sorted(ids, topic, library, _IN_NAME)


def passages_saying(topic: Topic, library: Snippets) -> list[Snippet]:
    """Return the passages that have every word of a topic somewhere, one at least in their text
    alone. Every file is read."""
    named = {snippet.id for snippet in passages_named(topic, library)}
    return _sorted(_ids_saying(topic.words, library) - named, topic, library, _IN_TEXT)


def is_passage(card: SnippetCard) -> bool:
    """Whether a snippet may stand as a point's text."""
    return getattr(card.use, "code", "") in _PASSAGES


def tags_of_passages(library: Snippets) -> list[str]:
    """Return the tags of all passages, the most frequent first."""
    from docgen.library.search.plain_card import plain_card  # only a topic without passages

    paths = [path for id in library.ids() for path in library.files(id).values()]
    cards = [card for path in paths if (card := plain_card(front_matter(path)))]
    count = Counter(tag for card in cards if is_passage(card) for tag in card.tags)
    return sorted(count, key=lambda tag: (-count[tag], tag))


def _sorted(ids: set[str], topic: Topic, library: Snippets, furthest: int) -> list[Snippet]:
    found = [(snippet, _reach(snippet, topic.words)) for snippet in _right(ids, topic, library)]
    near = [(snippet, reach) for snippet, reach in found if max(reach) <= furthest]
    near.sort(
        key=lambda each: (
            _nearness(each[0], topic), max(each[1]), sum(each[1]), *_order(each[0], topic),
        )
    )  # fmt: skip
    return [snippet for snippet, _ in near]


def _nearness(snippet: Snippet, topic: Topic) -> int:
    """Return how near a passage's line of work is to the document's; a topic that names a line
    asks for it."""
    lines = lines_of(snippet)
    fields = (" ".join(topic.words), *topic.about.fields)
    for distance, words in enumerate(fields):
        if any(named_in(line, words) for line in lines):
            return distance
    return _FOREIGN if lines and topic.about.lines() else _NEUTRAL


def _right(ids: set[str], topic: Topic, library: Snippets) -> Iterator[Snippet]:
    """Yield the passages among `ids`, each in the version of the day."""
    for id in ids:
        versions = library.versions(id, Report())
        snippet = library.find(id, topic.day, NOWHERE, Report()) if versions else None
        snippet = snippet or (versions[-1] if versions else None)
        if snippet is not None and is_passage(snippet.card):
            yield snippet


def _reach(snippet: Snippet, words: list[str]) -> list[int]:
    """Return for each word where it is found, beyond `_IN_TEXT` where it is not."""
    card = snippet.card
    names = (card.title, card.heading, *card.aliases)
    text = snippet.variants[""].source
    return [
        _TAG if word in card.tags
        else _IN_TAG if any(word in tag for tag in card.tags)
        else _IN_NAME if any(word in name for name in names)
        else _IN_TEXT if word in text
        else _IN_TEXT + 1
        for word in words
    ]  # fmt: skip


def _order(snippet: Snippet, topic: Topic) -> tuple[object, ...]:
    """Return what orders passages that match alike: what has more of the document's words; the
    narrower is the more to the point, but one for certain levels is a guess where the level is
    not known."""
    card = snippet.card
    kinds = len(card.kinds) or len(DOCUMENT_KINDS.terms)
    levels = len(card.levels) or len(LEVELS.terms)
    lacking = bool(topic.variant) and topic.variant not in snippet.variants
    shared = sum(tag in topic.about.words for tag in card.tags if tag not in topic.words)
    wide = levels if topic.level_known else -levels
    return lacking, -shared, kinds, wide, snippet.shipped, snippet.id


def _ids_saying(words: list[str], library: Snippets) -> set[str]:
    """Return the ids of the snippets whose file has every word somewhere."""
    return {
        id
        for id in library.ids()
        for path in library.files(id).values()
        if (text := read_text(path, NOWHERE, Report())) and all(word in text for word in words)
    }
