"""X007, X008, X024–X028: facts that a paper gives again, beside its meeting's."""

from __future__ import annotations

from docgen.base.diagnostics import Report, Words
from docgen.checks.agreement.passages import paper_of
from docgen.checks.agreement.shared import Shared, line_of, people_of
from docgen.language.recognise_posts import same_post
from docgen.model.document import Document
from docgen.model.documents import HostingScript, Speech
from docgen.model.meeting_parts import Contact
from docgen.model.parts import Person
from docgen.model.values import BLANK, When

_OF_THE_DAY = {"agenda", "hosting-script"}
_BEFORE_IT = {"notice"}
_AFTER_IT = {"minutes", "briefing", "transmission-outline", "task-table"}


def check_date(document: Document, shared: Shared, report: Report) -> None:
    """Report a paper's own date that does not go with the meeting's day."""
    date, day = document.date, shared.day
    if not document.gives("date") or not isinstance(date, When) or day is None:
        return
    if not date.start.day or document.where("date") == shared.meeting.where("date"):
        return
    kind, typed = document.kind.code, date.start.iso
    last = (day.end or day.start).iso
    code, order = "", Words("", "")
    if kind in _OF_THE_DAY and not day.start.iso <= typed <= last:
        code = "X007"
    elif kind in _BEFORE_IT and typed > last:
        code, order = "X008", Words("会开过了才通知", "it comes after the meeting")
    elif kind in _AFTER_IT and typed < day.start.iso:
        code, order = "X008", Words("会还没有开", "it comes before the meeting")
    elif kind == "speech" and document.at.key and not day.start.iso <= typed <= last:
        code, order = "X008", Words("讲话不在开会那天", "it is not given on that day")
    if code:
        facts = {
            "words": str(date),
            "fact": str(day),
            "where": line_of(shared.meeting.where("date")),
        }
        told = {"order": order} if code == "X008" else {}
        report.add(code, document.where("date"), paper=paper_of(document), **facts, **told)


def check_host(document: Document, shared: Shared, report: Report) -> None:
    """Report a host's script whose host is another, or has another post."""
    fact = shared.meeting.host
    if not isinstance(document, HostingScript) or document.host is None or fact is None:
        return
    _judge(document.host, fact, Words("主持人", "host"), document, report)


def _judge(said: Person, fact: Person, role: Words, document: Document, report: Report) -> None:
    if not _is_given(said.name) or not _is_given(fact.name):
        return
    facts = {"where": line_of(fact.where("name"))}
    if said.name != fact.name:
        told = {"words": said.post + said.name, "fact": fact.post + fact.name, "role": role}
        report.add("X024", said.where("name"), paper=paper_of(document), **told, **facts)
    else:
        _judge_post(said, [fact], document, report)


def _judge_post(said: Person, facts: list[Person], document: Document, report: Report) -> None:
    known = [each for each in facts if each.post]
    if not said.post or not known or any(same_post(said.post, each.post) for each in known):
        return
    where = line_of(known[0].where("post"))
    told = {"name": said.name, "words": said.post, "fact": known[0].post, "where": where}
    report.add("X025", said.where("post"), paper=paper_of(document), **told)


def check_speaker(document: Document, shared: Shared, report: Report) -> None:
    """Report a speech whose speaker is not one of the meeting's, or has another post."""
    if not isinstance(document, Speech) or document.speaker is None:
        return
    said = document.speaker
    same = [each.person for each in shared.people if each.name == said.name]
    if same:
        _judge_post(said, same, document, report)
    elif shared.meeting.speakers and _is_given(said.name):
        names = "、".join(each.name for each in shared.meeting.speakers)
        where = line_of(shared.meeting.where("speakers"))
        report.add("X026", said.where("name"), words=said.name, fact=names, where=where)


def check_contact(document: Document, shared: Shared, report: Report) -> None:
    """Report a contact who is another than the meeting's, or has another number."""
    said, fact = getattr(document, "contact", None), shared.meeting.contact
    if not isinstance(said, Contact) or fact is None or document.kind.code != "notice":
        return
    other = said.name != fact.name or (said.phone and fact.phone and said.phone != fact.phone)
    if other and _is_given(said.name) and _is_given(fact.name):
        facts = {"words": said.name + said.phone, "fact": fact.name + fact.phone}
        where = line_of(fact.where("name"))
        report.add("X027", said.at, paper=paper_of(document), where=where, **facts)


def check_posts(shared: Shared, report: Report) -> None:
    """Warn of a name that has two posts in the meeting's own file."""
    first: dict[str, Person] = {}
    for person, _ in people_of(shared.meeting):
        other = first.setdefault(person.name, person)
        if other is person or not (person.post and other.post):
            continue
        if not (same_post(person.post, other.post) or same_post(other.post, person.post)):
            where = line_of(other.where("post"))
            facts = {"name": person.name, "words": person.post, "fact": other.post}
            report.add("X028", person.where("post"), where=where, **facts)


def _is_given(words: str) -> bool:
    return bool(words) and not BLANK.search(words)
