"""What follows the text of an official document: 附件说明, 署名, 成文日期, 附注, 附件.

GB/T 9704-2012 7.3.4 to 7.3.7. Takes a document and a draft, adds to the draft.
"""

from __future__ import annotations

from docgen.base.diagnostics import Words
from docgen.compose.attachments import announce, append
from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.compose.sentence import person
from docgen.model.meeting_parts import Contact
from docgen.model.official import Issued, Notice
from docgen.model.tree import Origin, Role

# Who signs: a name and where it is given.
Signature = tuple[str, Origin]


def close(document: Issued, draft: Draft) -> None:
    """Add the closing words and all that follows the text; report that there is no text."""
    draft.say(draft.texts.passages(document, "closing"))
    if not draft.blocks:
        draft.report.add("C015", document.at)
    announce(document, draft)
    _sign(document, draft)
    _note(document, draft)
    append(document, draft)


def _sign(document: Issued, draft: Draft) -> None:
    """Add 署名 and 成文日期 (7.3.5): joint documents are signed by each office, the host first."""
    draft.used.note(document, "sealed", "date")
    sealed = document.sealed
    for name, origin in _signatures(document, draft):
        draft.add(Role.SEALED_SIGNATURE if sealed else Role.SIGNATURE, name, origin)
    date = str(document.date or blank("日期"))
    role = Role.SEALED_DATE if sealed else Role.DATE
    draft.add(role, date, Origin(document.where("date")))


def _signatures(document: Issued, draft: Draft) -> list[Signature]:
    joint = document.joint if isinstance(document, Notice) else ()
    if joint:
        if document.org and document.org not in joint:
            draft.report.add("C046", document.where("joint"), org=document.org)
        return [(each, Origin(document.where(f"joint[{i}]"))) for i, each in enumerate(joint)]
    if not document.org:
        lacking(draft, "C030", document, Words("发文单位（org）", "its office (org)"))
    return [(document.org or blank("发文单位"), Origin(document.where("org")))]


def _note(document: Issued, draft: Draft) -> None:
    """Add 附注 (7.3.6): whom to call."""
    meeting = meeting_of(document, draft.texts.sources)
    contact = document.contact or (meeting.contact if meeting else None)
    if contact is None:
        return
    draft.used.note(contact, "name", "post", "org", "phone")
    phone = f"，联系电话：{contact.phone}" if contact.phone else ""
    words = f"（联系人：{_called(contact)}{phone}）"
    draft.add(Role.NOTE, words, Origin(contact.at))


def _called(contact: Contact) -> str:
    """Return unit, post and name as one; a post that names the unit says it already."""
    unit = "" if contact.post.startswith(contact.org) else contact.org
    return unit + person(contact)
