"""Who gives the speech of a meeting's set: whom the meeting's facts name, and their post.

Takes a speech and its meeting, gives the speech with its speaker. Who of several speaks, nobody
can know: then it has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from docgen.language.punctuation import bare
from docgen.model.document import Document
from docgen.model.parts import Person, Speaker
from docgen.model.sources import Meeting

D = TypeVar("D", bound=Document)

_SPEECH = "讲话"


def with_speaker(document: D, meeting: Meeting) -> D:
    """Return a speech with the meeting's one speaker; a typed one without a post with the post
    that the meeting gives."""
    typed: Speaker | None = getattr(document, "speaker", None)
    if typed is None or not (typed.name or typed.post):
        speakers = _speakers(meeting)
        if len(speakers) != 1:
            return document
        who = speakers[0]
        marks = {**document.marks, "speaker": who.at}
        return document.but(speaker=_as_speaker(who), marks=marks)
    posts = _posts(typed.name, meeting)
    if typed.post or len(posts) != 1:
        return document
    return document.but(speaker=typed.but(post=posts.pop()))


def _speakers(meeting: Meeting) -> list[Person]:
    """Return who makes a speech there: as its speakers, else by its agenda."""
    listed: list[Person] = [who for who in meeting.speakers if _SPEECH in (who.role or _SPEECH)]
    if listed:
        return listed
    items = (item for item in meeting.agenda if bare(item.title).endswith(_SPEECH))
    return [item.presenter for item in items if item.presenter is not None]


def _as_speaker(who: Person) -> Speaker:
    """Return a person as who speaks: what else they did there is said elsewhere."""
    marks = {name: place for name, place in who.marks.items() if name in ("name", "post")}
    return Speaker(name=who.name, post=who.post).but(at=who.at, marks=marks)


def _posts(name: str, meeting: Meeting) -> set[str]:
    """Return the posts that the meeting gives a name; of two of one name there are two."""
    return {who.post for who in _people(meeting) if who.name == name and who.post}


def _people(meeting: Meeting) -> Iterator[Person]:
    presenters = (item.presenter for item in meeting.agenda)
    groups: tuple[Iterable[Person | None], ...] = (
        meeting.speakers, (meeting.host,), presenters, meeting.present,
    )  # fmt: skip
    for group in groups:
        yield from (who for who in group if who is not None)
