"""附件 of an official document: named below its text, each on a new page at its end.

GB/T 9704-2012 7.3.4 (附件说明) and 7.3.7 (附件).
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import clipped
from docgen.compose.draft import Draft, one_line, typed_lines
from docgen.language.punctuation import bare
from docgen.model.official import Attachment, Issued
from docgen.model.parts import Point
from docgen.model.tree import Origin, Role

# A number as a clerk types it before a name: 附件1：, 1.
_TYPED_NUMBER = re.compile(r"附\s*件\s*\d*\s*[：:]|\d{1,2}(?:、|[.．](?!\d))")


def announce(document: Issued, draft: Draft) -> None:
    """Add 附件说明: 附件：甲; of several 附件：1.甲, 2.乙, no mark after a name (7.3.4)."""
    several = len(document.attachments) > 1
    for number, attachment in enumerate(document.attachments, start=1):
        name = bare(one_line(_title(attachment, draft)))
        if _TYPED_NUMBER.match(name):
            draft.report.add("C017", attachment.where("title"), words=clipped(name, 12))
        sign = ("附件：" if number == 1 else "") + (f"{number}." if several else "")
        draft.add(Role.ATTACHMENT_NOTE, sign + name, draft.texts.origin(attachment, "title"))


def append(document: Issued, draft: Draft) -> None:
    """Add the attachments themselves, each on a new page (7.3.7). One that is only named lies
    in a file of its own."""
    several = len(document.attachments) > 1
    for number, attachment in enumerate(document.attachments, start=1):
        if attachment.text or attachment.points or attachment.table:
            _page(attachment, f"附件{number}" if several else "附件", draft)
        else:
            title = one_line(_title(attachment, draft))
            draft.report.add("C045", attachment.at, title=title)


def _page(attachment: Attachment, label: str, draft: Draft) -> None:
    draft.add(Role.ATTACHMENT_LABEL, label, Origin(attachment.at), new_page=True)
    origin = draft.texts.origin(attachment, "title")
    draft.add(Role.ATTACHMENT_TITLE, bare(_title(attachment, draft)), origin)
    draft.say(draft.texts.passages(attachment, "text"))
    if any(point.title or point.points for point in attachment.points):
        draft.points(tuple(map(_headed, attachment.points)), None, level=1)
    else:
        draft.points(attachment.points, None, level=3)
    draft.table(attachment.table)


def _title(attachment: Attachment, draft: Draft) -> str:
    return typed_lines(draft.texts.field(attachment, "title"))


def _headed(point: Point) -> Point:
    """Return a point of the first level, whose heading 一、 stands on a line of its own."""
    return point if point.run_in is not None else point.but(run_in=False)
