"""通知: of a meeting, built from its facts; or of anything else, as it is written."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Words
from docgen.compose import official_head as head
from docgen.compose.bodied import own_opening, tell_sections
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import title_of
from docgen.compose.meeting_notice import convened, tell_meeting
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.compose.official_foot import close
from docgen.model.documents import Notice
from docgen.model.tree import Named, Origin, Paragraph

# The cells that the template keeps for 签发人: two names of three characters, a blank between.
_PAIR = 7


def automatic_title(document: Notice, draft: Draft) -> str:
    """Return 单位＋关于召开……的通知; a joint one's offices stand in the head."""
    meeting = meeting_of(document, draft.texts.sources)
    if meeting is None:
        lacking(draft, "C030", document, Words("标题（title）", "a title (title)"))
        return blank("标题")
    org = "" if document.joint else document.org
    return f"{org}关于召开{title_of(meeting, draft)}的通知"


def byline(document: Notice, draft: Draft) -> list[Paragraph]:
    """A notice has no lines under its title."""
    return []


def compose(document: Notice, draft: Draft) -> None:
    """Write the notice's text, and what follows it."""
    draft.used.note(document, "meeting")
    meeting = meeting_of(document, draft.texts.sources)
    opening = own_opening(document, draft)
    if meeting is None:
        draft.say(opening)
        tell_sections(document, draft)
    else:
        draft.say(opening or convened(meeting, draft))
        tell_sections(document, draft, after=tell_meeting(meeting, draft))
    close(document, draft)


def named(document: Notice, draft: Draft) -> Iterable[Named]:
    """Return what the head and the foot say (7.2, 7.4)."""
    yield head.copy_number(document, draft)
    yield head.secrecy(document, draft)
    yield head.urgency(document, draft)
    yield head.told(document, "joint", draft)
    if document.joint and not document.mark:
        yield Named("mark", "文件", Origin(document.where("joint")))
    else:
        yield head.mark(document, draft, "文件")
    yield head.number(document, draft)
    draft.used.note(document, "signers")
    yield Named("signers", in_pairs(document.signers), Origin(document.where("signers")))
    about_meeting = meeting_of(document, draft.texts.sources) is not None
    yield head.addressee(document, draft, expected=about_meeting)
    yield head.told(document, "copies_to", draft)
    yield from _printed(document, draft)


def _printed(document: Notice, draft: Draft) -> Iterable[Named]:
    """Return 印发机关 and 印发日期 (7.4.3): if not given, the office, the day of the document."""
    draft.used.note(document, "printer", "printed_on")
    host = document.joint[0] if document.joint else document.org
    where = "printer" if document.printer else "joint" if document.joint else "org"
    yield Named("printer", document.printer or host, Origin(document.where(where)))
    day = document.printed_on or document.date or ""
    where = "printed_on" if document.printed_on else "date"
    yield Named("printed_on", str(day), Origin(document.where(where)))


def in_pairs(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return 签发人 as their lines: two on each, a blank of one character between, names of two
    characters as wide as those of three (7.2.6); one alone as typed. A pair with a longer name
    does not fit into its line."""
    if len(names) < 2:
        return names
    wide = [f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name for name in names]
    lines: list[str] = []
    pending = ""
    for name in wide:
        pair = f"{pending}\u3000{name}"
        if pending and len(pair) <= _PAIR:
            lines.append(pair)
            pending = ""
        else:
            lines += [pending] * bool(pending)
            pending = name
    return (*lines, *[pending] * bool(pending))
