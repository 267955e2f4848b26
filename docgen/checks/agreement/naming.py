"""What a name that ends in 会议 is to a meeting, and whether a bare 会议 may be another's.

Takes words of a text and the facts of a meeting.
"""

from __future__ import annotations

import re

from docgen.checks.agreement.shared import Shared
from docgen.language.recognise import days_in
from docgen.language.recognise_hours import hours_in, parts_in
from docgen.language.recognise_names import may_be_one
from docgen.language.recognise_patterns import Lazy

# “会议” without anything that says which.
_PLAIN = Lazy(
    r"(?:^|[，。；：、于将拟兹是开]|(?:本次|这次|此次|该次|今天的|全体|我们的|本))(?:会议|大会)$"
)
_THIS = Lazy(r"(?:本次|这次|此次|今天的)(?:会议|大会)$")
# What stands before a name that begins without its level: 市 in 市安全生产工作会议.
_LEVEL = Lazy(r"(?:全|我|本)?([国省市县区旗州盟乡镇局厅委办校院])$")
_LEVELS = {"central": "国", "national": "国", "province": "省区", "city": "市州盟",
           "county": "县", "district": "区旗", "township": "乡镇"}  # fmt: skip
# Of these a meeting is held that is not this one, whatever it is called.
_AGAIN = Lazy(r"再次|另行|各自|分别|先后|陆续|相继|层层|逐级|随后|继续|又")
_LATER = Lazy(r"会后|会议结束后|散会|随后|此后|之后|下一步")
_OTHERS = Lazy(
    r"上级|中央|全国|省|各(?![位项])|乡镇|部门|有关|另|此前|分别|先后|县里|市里|区里|局里|党组|支部|小组|常委会|组织"
)
_GROUND = Lazy(r"^(?:为|根据|按照|遵照|经|请|现|兹|同志们|各位)")
_OF_OURS = Lazy(
    r"在[^，。；]{2,30}$|到[^，。；]{2,24}$|请[^，。；于在到]{1,14}|"
    r"(?:经|报)[^，。；]{0,12}(?:研究|同意|批准)|本次|这次|此次|会议|大会|今天|我们|"
    r"我(?:市|县|区|局|委|办|厅|院|校|单位)?|同志|主持|准时|正式|隆重|如期|决定|定|拟|将|兹|于|也|自|"
    r"[（(）)\s“”，：:—－–-]|从|开始|在|到"
)


def relation(words: str, title: str, level: str = "") -> str:
    """Return what a name that ends in 会议 is to the meeting of this title and level: ``same``,
    ``short`` (perhaps short for it), ``this`` (这次会议), ``plain`` (会议), or ``other``."""
    at = words.find(title) if title else -1
    if at >= 0:
        return "other" if _is_of_another(words[:at], title, level) else "same"
    if title and _short_for(words, title):
        return "short"
    if _THIS.search(words):
        return "this"
    return "plain" if _PLAIN.search(words) else "other"


def _is_of_another(before: str, title: str, level: str) -> bool:
    """Whether a name is the title with another level before it: 全市安全生产会议 of a county."""
    found = None if title[:1] == "全" else _LEVEL.search(before)
    return found is not None and level in _LEVELS and found[1] not in _LEVELS[level]


def _short_for(words: str, title: str) -> bool:
    """Whether the end of `words` is the title with words left out, or brought: 全市防汛会议."""
    tails = (words[at:] for at in range(len(words) - 4))
    return any(tail[:2] == title[:2] and may_be_one(tail, title) for tail in tails)


def is_again(led: str) -> bool:
    """Whether what leads to 召开 says that it is done once more, or by several."""
    return bool(_AGAIN.search(re.split("[，；]", led)[-1]))


def is_ours(led: str, before: str, shared: Shared) -> bool:
    """Whether a bare 会议 after `led` (in its sentence) and `before` (in its paragraph) can only
    be this one: nobody else is named who might hold it, and this one is not over."""
    if _LATER.search(before) or _LATER.search(led):
        return False
    *earlier, last = re.split("[，；：]", led)
    told = (each for each in earlier if not _GROUND.match(each))
    return not any(_OTHERS.search(each) for each in told) and not _rest(last, shared)


def _rest(clause: str, shared: Shared) -> str:
    """Return what a clause has beside the day, the hour, the place and this meeting's own."""
    spans = [(said.start, said.stop) for said in days_in(clause)]
    spans += [(said.start, said.stop) for said in (*hours_in(clause), *parts_in(clause))]
    for start, stop in sorted(spans, reverse=True):
        clause = clause[:start] + clause[stop:]
    clause = re.sub(r"\d{1,2}[日号]", "", clause)
    host = shared.meeting.host
    if host is not None and host.name and host.name in clause:
        clause = clause.partition(host.name)[2]
    for words in filter(None, (shared.meeting.org, shared.meeting.place)):
        clause = clause.replace(words, "")
    return _OF_OURS.sub("", clause)


def names_it(sentence: str, shared: Shared) -> bool:
    """Whether a sentence says which meeting it is about: by its name, or 这次会议, 今天的会议."""
    title = shared.meeting.title
    at = sentence.find(title) if title else -1
    if at >= 0:
        return not _is_of_another(sentence[:at], title, shared.level)
    return bool(re.search(r"(?:本次|这次|此次|今天的|今天召开的)(?:会议|大会)", sentence))
