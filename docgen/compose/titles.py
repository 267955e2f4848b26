"""Titles and headings built from the sources.

全国、全省组织部长会议、老干部局长会议: meetings of several levels and the same families are
said as a cross product; others are listed one by one.
"""

from __future__ import annotations

import re

from docgen.model.sources import Meeting, Policy, Source

_PREFIX = re.compile(r"(全国|全省|全市|全县|全区|全州|全盟|全旗)(.+)")


def spirit_of(source: Source) -> str:
    """Return what is passed on of one source: its heading."""
    title = source.title
    if isinstance(source, Policy) and not title.startswith("《"):
        title = f"《{title}》"
    return title if title.endswith("精神") else f"{title}精神"


def transmission_title(sources: list[Source]) -> str:
    """Return the title of the outline that passes `sources` on."""
    meetings = [source for source in sources if isinstance(source, Meeting)]
    others = [spirit_of(source) for source in sources if not isinstance(source, Meeting)]
    parts = ["、".join(others)] if others else []
    if meetings:
        names = family([meeting.title.removesuffix("精神") for meeting in meetings])
        parts.append(f"{names}精神")
    return "及".join(parts) + "传达提纲"


def family(titles: list[str]) -> str:
    """Return meetings' names as said in a title: a cross product where they are one."""
    matches = [_PREFIX.fullmatch(title) for title in titles]
    levels: dict[str, list[str]] = {}
    for match in matches:
        if match:
            levels.setdefault(match.group(1), []).append(match.group(2))
    stems = list(levels.values())
    crossed = all(matches) and len(levels) > 1 and all(each == stems[0] for each in stems)
    if not crossed:
        return "、".join(titles)
    return "、".join(levels) + "、".join(stems[0])
