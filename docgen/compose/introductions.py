"""How a host opens a meeting: what it is for, who has come, what is on its agenda.

Takes a 主持词 and its meeting, adds to the draft.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.host_words import comrade, is_same
from docgen.compose.meeting_facts import in_rank, purpose_of, title_of
from docgen.compose.of_meeting import blank, lacking
from docgen.compose.texts import Said
from docgen.language.numbering import mark
from docgen.language.numbers import Count
from docgen.language.punctuation import bare, join_inline
from docgen.model.documents import HostingScript
from docgen.model.meeting_parts import Attendee
from docgen.model.parts import Person
from docgen.model.sources import Meeting
from docgen.model.tree import Origin, Role
from docgen.model.values import When


def open_meeting(
    document: HostingScript, meeting: Meeting, host: Person | None, draft: Draft
) -> None:
    """Add the opening words; those that are typed replace what is built of the meeting's name
    and of who has come."""
    typed = draft.texts.passages(document, "opening")
    background = draft.texts.passages(document, "background")
    if typed:
        draft.say([*typed, *background])
    else:
        _say_what_for(background, meeting, draft)
        _introduce(meeting, host, draft)
    _announce_agenda(meeting, draft)


def _say_what_for(background: Said, meeting: Meeting, draft: Draft) -> None:
    """现在开会。今天，我们召开……，主要任务是：…… A background stands between the two."""
    said = any("主要任务" in text for text, _ in background)
    purpose = purpose_of(meeting, draft)
    origin = Origin(meeting.where("purpose")).along(draft.texts.origin(meeting, "purpose").snippets)
    if not (purpose or background):
        lacking(draft, "C030", meeting, Words("主要任务（purpose）", "its main task (purpose)"))
        purpose = blank("会议的主要任务")
    several = isinstance(meeting.date, When) and meeting.date.end not in (None, meeting.date.start)
    start = "现在开会。" + ("这次会议是" if several else "今天，我们召开")
    task = "" if said or not purpose else f"主要任务是：{purpose}。"
    title = title_of(meeting, draft)
    if background or not task:
        draft.add(Role.BODY, f"{start}{title}。", Origin(meeting.where("title")))
        draft.say(background)
        if task:
            draft.add(Role.BODY, f"会议的{task}", origin)
    else:
        draft.add(Role.BODY, f"{start}{title}，{task}", origin)


def _introduce(meeting: Meeting, host: Person | None, draft: Draft) -> None:
    """Name those who have come, in order of precedence; a host does not introduce himself."""
    here = _people(meeting, draft)
    for each in here:
        draft.used.note(each, "name", "post", "org")  # the host's own are said elsewhere
    people = [each for each in here if not _is_host(each, host, here)]
    others = [each for each in meeting.present if not _is_host(each, host, here)]
    told = [f"出席今天会议的有：{_all_of(people, draft)}。"] if people else []
    if meeting.scope and not others:  # those who were asked to come
        start = "参加会议的还有" if people else "参加今天会议的有"
        draft.used.note(meeting, "scope")
        told.append(f"{start}：{_scope(meeting)}。")
    if not (told or here):
        lacking(draft, "C030", meeting, Words("出席人员（present）", "who has come (present)"))
        told = [f"出席今天会议的有：{blank('出席人员')}。"]
    observers = in_rank(meeting.observers, meeting, draft)
    if observers:
        told.append(f"列席会议的有：{_all_of(observers, draft)}。")
    names = ("present", "speakers", "scope")
    where = next((name for name in names if getattr(meeting, name)), "present")
    if told:
        draft.add(Role.BODY, "".join(told), Origin(meeting.where(where)))


def _is_host(who: Person, host: Person | None, here: Sequence[Person]) -> bool:
    """Whether one of those who have come is the host; a name without its post is the host's
    where no other of that name is."""
    if is_same(who, host):
        return True
    alone = not any(is_same(each, host) for each in here)
    return alone and host is not None and who.name == host.name and not who.post


def _scope(meeting: Meeting) -> str:
    groups = [each.rstrip("；;。") for each in meeting.scope]
    return ("；" if any("，" in each for each in groups) else "，").join(groups)


def _all_of(people: Sequence[Person], draft: Draft) -> str:
    told = [_introduced(each, draft) for each in people]
    return ("；" if any("，" in words for words in told) else "，").join(told)


def _people(meeting: Meeting, draft: Draft) -> list[Person]:
    """Return those present and those who speak, each once."""
    listed: list[Person] = list(meeting.present)
    known = [(each.name, each.post) for each in listed]
    others: list[Person] = [
        each
        for each in meeting.speakers
        if (each.name, each.post) not in known
        and not (not each.post and any(each.name == name for name, _ in known))
    ]
    return in_rank([*others, *listed], meeting, draft)


def _introduced(who: Person, draft: Draft) -> str:
    words = comrade(who, draft)
    if not isinstance(who, Attendee):
        return words
    draft.used.note(who, "org")
    return words if who.post.startswith(who.org) else who.org + words


def _announce_agenda(meeting: Meeting, draft: Draft) -> None:
    """会议有三项议程：一是……；二是……。"""
    origin = Origin(meeting.where("agenda"))
    items = [bare(item.title) for item in meeting.agenda]
    for item in meeting.agenda:
        draft.used.note(item, "title")
    if not items:
        lacking(draft, "C030", meeting, Words("议程（agenda）", "the agenda"))
        draft.add(Role.BODY, f"会议的议程是：{blank('各项议程')}。", origin)
    elif len(items) == 1:
        draft.add(Role.BODY, f"会议只有一项议程：{items[0]}。", origin)
    else:
        listed = [mark("shi", number) + words for number, words in enumerate(items, start=1)]
        draft.add(Role.BODY, f"会议有{Count(len(items))}项议程：{join_inline(listed)}", origin)
