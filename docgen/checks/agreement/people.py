"""X020–X023: names, posts and the order of people in the texts."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.base.diagnostics import Report, Words
from docgen.checks.agreement.naming import relation
from docgen.checks.agreement.passages import Passage
from docgen.checks.agreement.shared import Known, Shared, line_of, tell
from docgen.language.recognise_patterns import Lazy
from docgen.language.recognise_posts import SaidPerson, people_in, post_before, same_post
from docgen.model.values import BLANK

_MASK = Lazy(r"[×✕＊*]|某|[xX]{2}")
_INTRODUCES = Lazy(r"出席|参加(?:今天|这次|本次|会议)|到会|介绍|主席台|莅临")
_NEXT = Lazy(r"同志?[、，和及]*|[、，和及]+|同志(?:以及|还有)|，?(?:以及|还有)")
_FORMER = Lazy(r"(?:原|时任|前|曾任)$")
# 市水利局局长 may stand alone in its unit; 副市长 and 常委 are several.
_SEVERAL = Lazy(r"副|常委|委员|调研员|巡视员|同志|代表|负责")
_PART = Lazy("主持")
# A part of a meeting may have a host of its own.
_SESSION = Lazy(r"[上下]午的?会议|分组|第[一二三四]|小组|阶段|讨论|闭幕|开幕|上次|去年|主持过")
_HOSTED = Lazy(r"(?:同志)?主持(?:召开)?了?(?P<held>[^，。；]{0,30}?会议?)(?!中心|[室厅])")


def check_people(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Report wrong posts, wrong names and a wrong order in a sentence."""
    said = people_in(sentence, shared.names)
    for each in said:
        if not _judge_host(each, sentence, passage, shared, report):
            _judge(each, sentence, passage, shared, report)
    _judge_transposed(sentence, passage, shared, report)
    if _INTRODUCES.search(sentence):
        _judge_order(said, sentence, passage, shared, report)


def _judge(
    said: SaidPerson, sentence: str, passage: Passage, shared: Shared, report: Report
) -> None:
    known = shared.called(said.name)
    if _FORMER.search(sentence[: said.start]) or _FORMER.search(said.post):
        return
    if not said.post or _judge_name(said, passage, shared, report):
        return
    # Many wear one mask: it is this person where the sentence says of it what the facts do.
    masked = _MASK.search(said.name)
    meant = any(part in sentence for each in known for part in each.parts)
    agrees = any(same_post(said.post, post) for post in shared.posts_of(said.name))
    if known and (meant or not masked) and not agrees:
        _tell_post(said, known[0], passage, report)


def _tell_post(said: SaidPerson, known: Known, passage: Passage, report: Report) -> None:
    where = line_of(known.person.where("post"))
    words = said.post + said.name
    report.add("X020", passage.place, paper=passage.paper, words=words, name=said.name,
               fact=known.post, where=where)  # fmt: skip


def _judge_name(said: SaidPerson, passage: Passage, shared: Shared, report: Report) -> bool:
    """Report a name with the very post of one who alone can have it; True where it was."""
    holders = {each.name: each for each in reversed(shared.people) if each.post == said.post}
    if not holders or said.name in holders:
        return False
    alone = len(holders) == 1 and len(said.post) > 3 and not _SEVERAL.search(said.post)
    if not alone and not _hosts(said, passage, shared):
        return False
    holder = next(iter(holders.values()))
    where = line_of(holder.person.where("name"))
    report.add("X021", passage.place, paper=passage.paper, words=said.post + said.name,
               post=said.post, fact=holder.name, where=where)  # fmt: skip
    return True


def _hosts(said: SaidPerson, passage: Passage, shared: Shared) -> bool:
    """Whether a person is said to host this meeting, with the post of who does."""
    host = shared.meeting.host
    if host is None or host.post != said.post or not passage.near:
        return False
    at = passage.text.find(said.post + said.name)
    held = _HOSTED.match(passage.text, at + len(said.post + said.name))
    title = shared.meeting.title
    return held is not None and relation("，" + held["held"], title) != "other"


def _judge_host(
    said: SaidPerson, sentence: str, passage: Passage, shared: Shared, report: Report
) -> bool:
    """Report somebody else who is said to host this meeting; True where it was."""
    host = shared.meeting.host
    if host is None or host.name in ("", said.name) or BLANK.search(host.name):
        return False
    if host.post == said.post or not _PART.search(sentence) or _SESSION.search(sentence):
        return False  # the very post with another name is told of as such
    by = re.search(r"(?P<held>[^，。；]{0,30}(?:会议|大会))由$", sentence[: said.start])
    held = by or _HOSTED.match(sentence, said.stop)
    found = relation("，" + held["held"], shared.meeting.title, shared.level) if held else "other"
    if found in ("other", "short") or (found == "plain" and not passage.near):
        return False
    facts = {"role": Words("主持人", "host"), "words": said.post + said.name}
    where = line_of(host.where("name"))
    tell(report, "X024", passage.place, sure=found != "plain", paper=passage.paper, where=where,
         fact=host.post + host.name, **facts)  # fmt: skip
    return True


def _judge_transposed(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Report a name whose characters changed places, with a post that its owner has: 县长周海文
    for 周文海."""
    for each in (each for each in shared.people if len(each.name) == 3 and each.post):
        words = each.name[0] + each.name[2] + each.name[1]
        at = sentence.find(words)
        post = post_before(sentence, at) if at > 0 else ""
        if words == each.name or words in shared.names or not post:
            continue
        if same_post(post, each.post) and not _MASK.search(words):
            where = line_of(each.person.where("name"))
            report.add("X021", passage.place, paper=passage.paper, words=post + words, post=post,
                       fact=each.name, where=where)  # fmt: skip
            return


def _judge_order(
    people: list[SaidPerson], sentence: str, passage: Passage, shared: Shared, report: Report
) -> None:
    for first, second in pairwise(people):
        if not _NEXT.fullmatch(sentence[first.stop : second.start]):
            continue
        found = _misplaced(first.name, second.name, shared)
        if found:
            code, where = found
            names = {"first": first.name, "second": second.name}
            report.add(code, passage.place, paper=passage.paper, where=where, **names)
            return


def _misplaced(first: str, second: str, shared: Shared) -> tuple[str, str] | None:
    """Return the code of a wrong order, and where the right one is told."""
    directory, day = shared.directory, shared.meeting.date
    listed = [directory.person(name) for name in (first, second)] if directory else [None, None]
    if first == second:
        return None
    if directory is not None and all(listed):
        right = directory.in_order([second, first], day)
        swapped = right == [second, first] and directory.in_order([first, second], day) == right
        return ("X022", "") if swapped else None
    if any(listed):
        return None
    names = [each.name for each in shared.meeting.present]
    if names.count(first) != 1 or names.count(second) != 1:
        return None
    at = names.index(second)
    place = shared.meeting.present[at].where("name")
    return ("X023", line_of(place)) if at < names.index(first) else None
