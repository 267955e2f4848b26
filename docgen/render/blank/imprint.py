"""版记: who else gets a document, who printed it and when, at its very end (GB/T 9704-2012 7.4).

Gives paragraphs with tags. Lengths in twips.
"""

from __future__ import annotations

from docgen.model.profile import Profile
from docgen.render.blank.xml import NO_ROOM, paragraph, tabs, when


def imprint(profile: Profile, rows: tuple[tuple[str, str], ...], *, ruled: bool = True) -> str:
    """Return 版记 at the bottom of the last page's type area (7.4).

    Paragraphs in one frame. A rule is a paragraph as high as the rule is thick and black all
    over: LibreOffice does not frame paragraphs with borders, and lifts a text box that grows
    with its text by 2 mm. `rows` are (condition, paragraph).
    """
    outer, inner = _rule(profile, "imprint.outer_line"), _rule(profile, "imprint.inner_line")
    inside = [outer] if ruled else []
    for number, (condition, words) in enumerate(rows, start=1):
        later = " or ".join(name for name, _ in rows[number:])
        between = [when(f"{condition} and ({later})", inner)] if later and ruled else []
        inside += [when(condition, words), *between]
    # A frame stands beside a paragraph that is not in it.
    return "".join([*inside, *([outer] if ruled else []), paragraph("Imprint", "", NO_ROOM)])


def _framed(profile: Profile) -> str:
    """Return what puts a paragraph into the frame; equal ones stand in one frame."""
    return (
        f'<w:framePr w:w="{profile.twips("page.area_width")}" w:wrap="notBeside" '
        'w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )


def _rule(profile: Profile, key: str) -> str:
    """Return a rule of 版记: 0.35 mm above and below, 0.25 mm between (7.4.1)."""
    line = f'<w:spacing w:before="0" w:after="0" w:line="{profile.twips(key)}" w:lineRule="exact"/>'
    black = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
    return paragraph("Imprint", "", _framed(profile) + black + line)


def listed(profile: Profile, label: str, value: str, *, end: str = "。") -> str:
    """Return ``抄送：甲，乙。``, its further lines below the first name (7.4.2)."""
    one = profile.twips("imprint.size")
    edge = round(profile.number("imprint.offset") * one)
    hang = (len(label) + 1) * one
    indent = f'<w:ind w:left="{edge + hang}" w:right="{edge}" w:hanging="{hang}"/>'
    return paragraph("Imprint", f"{label}：{value}{end}", _framed(profile) + indent)


def printed(profile: Profile, left: str, right: str) -> str:
    """Return one line with words one cell from either edge: 印发机关 and 印发日期 (7.4.3)."""
    one = round(profile.number("imprint.offset") * profile.twips("imprint.size"))
    stops = tabs(("right", profile.twips("page.area_width") - one))
    indent = f'<w:ind w:left="{one}"/><w:jc w:val="left"/>'
    return paragraph("Imprint", f"{left}\t{right}", _framed(profile) + stops + indent)
