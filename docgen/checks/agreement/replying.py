"""X027, X036: whom the texts tell to reply to, and whom to ask."""

from __future__ import annotations

from docgen.base.diagnostics import Report
from docgen.checks.agreement.passages import Passage
from docgen.checks.agreement.shared import Shared, line_of, warn
from docgen.language.recognise_names import may_be_one
from docgen.language.recognise_patterns import Lazy
from docgen.model.values import BLANK

_TO = Lazy(
    r"(?:(?:参会|参加|出席|与会|参训|会议)[^，。；]{0,8}名单|回执|报名表)(?:[（(][^（）()]*[）)])?"
    r"(?:及[^，。；]{1,10})?(?:一并)?(?:报送?|送|传真|发送?|反馈|交)(?:至|到|给)?"
    r"(?P<to>[^，。；、（）()\s]{2,24})"
)
# What a name ends in that is surely an office's.
_OFFICE = Lazy(r"(?:局|办|室|科|处|委|部|厅|院|委员会|中心|组|股|校|政府|所|站)$")
_CONTACT = Lazy(
    r"(?<![\u4e00-\u9fff])(?:会务|会议)?联系人\s*[:：为是]*\s*(?P<name>[\u4e00-\u9fff×✕＊*]{2,4})(?=[，。；（(\s]|$)"
)
_PHONE = Lazy(
    r"(?:^|[，。；（(\s]|联系)电话\s*[:：为是]*\s*(?P<phone>[\d×✕xX＊*－—-]{5,})(?![、\d])"
)


def check_reply_to(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Warn of names that are to be sent to another office than the meeting's file says."""
    reply, found = shared.meeting.reply, list(_TO.finditer(sentence))
    if reply is None or not reply.to or BLANK.search(reply.to) or len(found) != 1:
        return
    said = found[0]["to"]
    if _OFFICE.search(said) and not may_be_one(said, reply.to):
        where = line_of(reply.where("to"))
        facts = {"words": said, "fact": reply.to, "where": where}
        warn(report, "X036", passage.place, paper=passage.paper, **facts)


def check_contact_words(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Warn of a contact, or a contact's phone, that is another than the meeting's."""
    fact = shared.meeting.contact
    names = _CONTACT.findall(sentence)
    phones = _PHONE.findall(sentence) if names or "会务" in sentence else []
    if fact is None or len(names) > 1 or len(phones) > 1:
        return
    pairs = (names, fact.name, "name"), (phones, fact.phone, "phone")
    for said, known, key in pairs:
        if said and known and not BLANK.search(known) and said[0] != known:
            where = line_of(fact.where(key))
            facts = {"words": said[0], "fact": known, "where": where}
            warn(report, "X027", passage.place, paper=passage.paper, **facts)
            return
