"""Titles and headings built from the sources.

全国、全省组织部长会议、老干部局长会议: meetings of several levels and the same families are
said as a cross product; others are listed one by one.
"""

from __future__ import annotations

import re
from itertools import groupby

from docgen.base.diagnostics import Report
from docgen.base.place import NOWHERE
from docgen.model.sources import Meeting, Policy, Source
from docgen.source.loader import Loaded
from docgen.source.workspace import Workspace

_PREFIX = re.compile(r"(全国|全省|全市|全县|全区|全州|全盟|全旗)(.+)")


# What a line of a title holds: 20 characters of 2号 in 156 mm (profile: title.line_limit).
_LINE = 20


def in_lines(title: str, loaded: Loaded) -> str:
    """Return a title in lines broken by sense (7.3.1); one that was broken by hand stays."""
    limit = _limit(loaded.workspace)
    if "\n" in title or len(title) <= min(limit, _LINE):
        return title
    from docgen.language.title_lines import title_lines  # a word list; short titles need none

    lines = title_lines(title, _unbreakable(title, loaded), limit)
    # A blank at a line's end would put the line off the middle.
    return "\n".join(line.rstrip(" \u3000") for line in lines)


def _unbreakable(title: str, loaded: Loaded) -> list[str]:
    speaker = getattr(loaded.document, "speaker", None)
    own = [name for name in (loaded.document.org, speaker.name if speaker else "") if name]
    return own + (loaded.directory.names_in(title) if loaded.directory else [])


def _limit(workspace: Workspace) -> float:
    name = workspace.settings.profile
    if not name:
        return _LINE
    from docgen.library.profiles import find_profile  # its faults are told by the build

    profile = find_profile(name, workspace, NOWHERE, Report())
    return profile.number("title.line_limit") if profile else _LINE


def cited(source: Source) -> str:
    """Return a source's name as it is cited: a policy document's in 《》."""
    named = isinstance(source, Policy) and not source.title.startswith("《")
    return f"《{source.title}》" if named else source.title


def spirit_of(source: Source) -> str:
    """Return what is passed on of one source: its heading."""
    title = cited(source)
    return title if title.endswith("精神") else f"{title}精神"


def transmission_title(sources: list[Source]) -> str:
    """Return the title of the outline that passes `sources` on, in their order."""
    parts: list[str] = []
    for are_meetings, group in groupby(sources, key=lambda source: isinstance(source, Meeting)):
        if are_meetings:
            parts.append(family([each.title.removesuffix("精神") for each in group]) + "精神")
        else:
            parts += [spirit_of(each) for each in group]
    *first, last = parts or [""]
    return "、".join(first) + ("及" if first else "") + last + "传达提纲"


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
