"""What stands on the pages of each kind of document, from its first line to its last.

Gives, for a kind and a profile, the body of word/document.xml with its tags. A new kind is
one function and a line in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from docgen.model.profile import Profile
from docgen.render.blank.head import issue_line, plain_mark, red_head
from docgen.render.blank.imprint import imprint, listed, printed
from docgen.render.blank.letter import letter_footer, letter_top
from docgen.render.blank.page import (
    footer_distance,
    landscape,
    number_footer,
    portrait,
    turned_footer,
)
from docgen.render.blank.task_table import task_rows
from docgen.render.blank.xml import NO_ROOM, each, paragraph, tabs, when

BODY = paragraph("Body", "{{p body }}")
_BLANK = paragraph("Body")
_TITLE = paragraph("Title", "{{ title }}")
_BYLINE = each("line in byline", paragraph("Byline", "{{ line }}"))


class Layout(NamedTuple):
    """The parts of one kind's template: the paragraphs, the last section's properties, headers
    and footers by name; whether it needs the styles of official documents."""

    paragraphs: tuple[str, ...]
    section: str
    stories: dict[str, str]
    official: bool = False


def _references(*stories: tuple[str, str, int]) -> str:
    return "".join(
        f'<w:{story}Reference w:type="{kind}" r:id="rIdStory{number}"/>'
        for story, kind, number in stories
    )


_ODD_EVEN = _references(("footer", "default", 1), ("footer", "even", 2))


def _numbered(profile: Profile) -> dict[str, str]:
    return {
        "footer1": number_footer(profile, "right"),
        "footer2": number_footer(profile, "left"),
    }


def _upright(profile: Profile, *paragraphs: str, official: bool = False) -> Layout:
    section = portrait(profile, _ODD_EVEN)
    return Layout(paragraphs, section, _numbered(profile), official)


def _white(profile: Profile) -> Layout:
    """讲话稿, 主持词, 传达提纲, 议程: title, the lines under it, text."""
    return _upright(profile, _TITLE, _BYLINE, _BLANK, BODY)


def _plan(profile: Profile) -> Layout:
    """工作要点: title and text; signed at its end."""
    return _upright(profile, _TITLE, _BLANK, BODY)


def _notice(profile: Profile) -> Layout:
    """通知: the whole official form, 7.2 to 7.4."""
    return _upright(
        profile,
        *red_head(profile),
        _TITLE,
        _BLANK,
        when("addressee", paragraph("Addressee", "{{ addressee }}：")),
        BODY,
        when("copies_to or printer", _official_imprint(profile)),
        official=True,
    )


def _official_imprint(profile: Profile) -> str:
    """版记: 主送 where the first page had no room for it, 抄送, 印发 (7.4)."""
    return imprint(
        profile,
        (
            ("copies_to", listed(profile, "抄送", "{{ copies_to|join('，') }}")),
            ("printer", printed(profile, "{{ printer }}", "{{ printed_on }}印发")),
        ),
    )


def _minutes(profile: Profile) -> Layout:
    """纪要 (10.3): ×××纪要, its number, the red line; those present in the text."""
    return _upright(
        profile,
        *plain_mark(profile),
        paragraph("DocumentNumber", "{{ number }}"),
        *issue_line(profile),
        _TITLE,
        _BLANK,
        BODY,
        when("copies_to or printer", _official_imprint(profile)),
        official=True,
    )


def _briefing(profile: Profile) -> Layout:
    """简报: name, number, who issues it and when; 报, 送, 发 and the copies at the end (惯)."""
    rows = tuple(
        (name, listed(profile, label, f"{{{{ {name}|join('，') }}}}"))
        for name, label in (("report_to", "报"), ("send_to", "送"), ("issue_to", "发"))
    )
    last = ("copies", printed(profile, "", "（共印{{ copies }}份）"))
    return _upright(
        profile,
        *plain_mark(profile),
        paragraph("DocumentNumber", "第{{ number }}期"),
        *issue_line(profile),
        _TITLE,
        _BLANK,
        BODY,
        when("report_to or send_to or issue_to or copies", imprint(profile, (*rows, last))),
        official=True,
    )


def _letter(profile: Profile) -> Layout:
    """函 in the form of a letter (10.1): two red double lines on the first page, no number."""
    down = profile.twips("letter.second_line")
    room = profile.twips("page.bottom") - down
    after = footer_distance(profile) - down
    references = _references(
        ("footer", "first", 3), ("footer", "default", 1), ("footer", "even", 2),
    )  # fmt: skip
    section = portrait(profile, references, footer=down, extra="<w:titlePg/>")
    stories = {
        "footer1": number_footer(profile, "right", after=after),
        "footer2": number_footer(profile, "left", after=after),
        "footer3": letter_footer(profile, room),
    }
    stops = tabs(("right", profile.twips("page.area_width")))
    paragraphs = (
        letter_top(profile, "{{ copy_number }}\t{{ number }}", stops + '{}<w:jc w:val="left"/>'),
        when("secrecy", paragraph("Secrecy", "{{ secrecy }}")),
        when("urgency", paragraph("Secrecy", "{{ urgency }}")),
        _BLANK,
        _BLANK,
        _TITLE,
        _BLANK,
        when("addressee", paragraph("Addressee", "{{ addressee }}：")),
        BODY,
        when(
            "copies_to",
            imprint(
                profile,
                (("copies_to", listed(profile, "抄送", "{{ copies_to|join('，') }}")),),
                ruled=False,
            ),
        ),
    )
    return Layout(paragraphs, section, stories, official=True)


def _task_table(profile: Profile) -> Layout:
    """任务分解表: what it says of itself upright, the table on pages that are turned."""
    turned = _references(("footer", "default", 3), ("footer", "even", 4))
    stories = _numbered(profile) | {
        "footer3": turned_footer(profile, "right"),
        "footer4": turned_footer(profile, "left"),
    }
    upright = portrait(profile, _ODD_EVEN)
    paragraphs = (
        when(
            "body",
            _TITLE,
            _BYLINE,
            _BLANK,
            BODY,
            # LibreOffice drops an empty paragraph before a section break when it saves.
            paragraph("Body", "{# 分节符：下面是横排的表 #}", NO_ROOM + upright),
        ),
        _TITLE,
        when("not body", _BYLINE),
        _BLANK,
        task_rows(profile),
        paragraph(
            "TableCell", "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        ),
    )
    return Layout(paragraphs, landscape(profile, turned), stories)


def turned(profile: Profile) -> Layout:
    """Turned pages with a title, the lines under it and a body: tables docgen makes of tasks."""
    stories = {
        "footer1": turned_footer(profile, "right"),
        "footer2": turned_footer(profile, "left"),
    }
    return Layout((_TITLE, _BYLINE, _BLANK, BODY), landscape(profile, _ODD_EVEN), stories)


KINDS: dict[str, Callable[[Profile], Layout]] = {
    "transmission-outline": _white,
    "speech": _white,
    "annual-plan": _plan,
    "hosting-script": _white,
    "agenda": _white,
    "task-table": _task_table,
    "notice": _notice,
    "minutes": _minutes,
    "briefing": _briefing,
    "letter": _letter,
}
