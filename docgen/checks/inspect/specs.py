"""Which parameters of the profile a paragraph is judged by, for every role.

Gives `SPECS`: role → `Spec`.
"""

from __future__ import annotations

from typing import NamedTuple

HEADINGS = ("heading_1", "heading_2", "heading_3", "heading_4")


class Spec(NamedTuple):
    """Which parameters a role has: `group` names most; of `text` those all text shares."""

    group: str
    named: dict[str, str]
    text: tuple[str, ...] = ()


_PITCHED = ("pitch", "spacing")
_TEXT = ("pitch", "spacing", "before", "after")
# Where an empty line may be space of the paragraph's own: in whole lines, or only before it.
_FRONT = ("pitch", "spacing", "gaps")
_LAST = ("pitch", "spacing", "after")


def _of(group: str, properties: str, text: tuple[str, ...] = _PITCHED, **other: str) -> Spec:
    named = {name: f"{group}.{name}" for name in properties.split()}
    return Spec(group, named | other, text)


SPECS: dict[str, Spec] = {
    "title": _of("title", "font size bold align pitch", ("gaps",)),
    "attachment_title": _of("title", "font size bold align pitch", ("gaps",)),
    "byline": _of("byline", "font size align", ("pitch", "gaps")),
    "addressee": _of("addressee", "font size", _FRONT),
    "salutation": _of("salutation", "font size", _FRONT),
    "body": _of("body", "font size bold align", _TEXT),
    **{role: _of(role, "font size bold", _TEXT, align="body.align") for role in HEADINGS},
    "attachment_note": _of("attachment_note", "font size", _LAST),
    "signature": _of("signature", "font size", _LAST),
    "date": _of("date", "font size", _FRONT),
    "note": _of("note", "font size", _FRONT),
    "attachment": _of("attachment", "", (), font="attachment.label_font",
                      size="attachment.label_size"),
    "table_head": _of("table", "size", (), font="table.head_font"),
    "table": _of("table", "font size", ()),
    "copy_number": _of("head", "", (), size="head.copy_number_size"),
    "secrecy": _of("head", "", (), font="head.secrecy_font", size="head.secrecy_size"),
    "mark": _of("head", "", (), font="head.mark_font", size="head.mark_size",
                colour="head.mark_colour", align="head.mark_align"),
    "number": _of("head", "", (), font="head.number_font", size="head.number_size"),
    "imprint": _of("imprint", "font size", ()),
    "attendance": _of("body", "", _PITCHED, size="attendance.size"),
}  # fmt: skip
