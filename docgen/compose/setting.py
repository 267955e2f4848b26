"""Where a text is said: in a document of which kind, and at which level.

Takes a document and its sources, gives a `Setting`, which warns of a snippet that may not be
said there. A level that is not certain is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from docgen.base.diagnostics import Report, clipped
from docgen.base.place import Place
from docgen.model.documents import Document, Speech
from docgen.model.library import Snippet
from docgen.model.sources import Source
from docgen.model.terms import RANK, Term

_LOWEST = max(RANK.values())

# The ranks that the name of an organ tells: a 市 may be a province's, a prefecture's or a
# county's; whoever writes for a level may also write for the own unit.
_ORGANS = {
    "自治区": {"province"}, "省": {"province"}, "州": {"city"}, "盟": {"city"},
    "市": {"province", "city", "county"}, "县": {"county"}, "区": {"county"}, "旗": {"county"},
    "镇": {"township"}, "乡": {"township"}, "街道": {"township"},
}  # fmt: skip
# 社区, 新区, 开发区, 园区 and 校区 are no 区 of this kind.
_ORGAN = re.compile(
    r"(自治区|省|市|州|盟|县|(?<![社新发园校])区|旗|镇|乡|街道)"
    r"(?=党?委|党?工委|纪委|人民政府|政府|人大|政协|办事处)"
)


class Level(NamedTuple):
    """The ranks that a place may have (none: unknown), and the words that say so."""

    ranks: frozenset[int] = frozenset()
    said_by: str = ""


class Setting(NamedTuple):
    """The kind of a document, its level, and the level of each of its sources, by file."""

    kind: Term
    level: Level
    sources: Mapping[str, Level]

    def judge(self, snippet: Snippet, place: Place, report: Report) -> None:
        """Warn of a snippet that is not for this kind, or not for the level of the text at
        `place`."""
        card = snippet.card
        if card.kinds and self.kind.code not in {kind.code for kind in card.kinds}:
            kinds = "、".join(str(kind) for kind in card.kinds)
            report.add("N015", place, id=snippet.label, kinds=kinds, kind=str(self.kind))
        level = self.sources.get(place.file, self.level)
        codes = {getattr(each, "code", "") for each in card.levels}  # a blank has none
        ranks = {RANK[code] for code in codes if code}
        if ranks and level.ranks and not ranks & level.ranks:
            levels = "、".join(str(each) for each in card.levels)
            here = clipped(level.said_by, 20)
            report.add("N016", place, id=snippet.label, levels=levels, here=here)


def setting_of(document: Document, sources: Mapping[str, Source]) -> Setting:
    """Return the setting of a document's texts and of the texts in its sources."""
    told = {source.at.file: _of_source(source) for source in sources.values()}
    return Setting(document.kind, _of_document(document, sources), told)


def _of_document(document: Document, sources: Mapping[str, Source]) -> Level:
    """Return the level of a document: that of its organ; a speech may also be written for the
    speaker's or for that of the meeting; else it is at or below all that it passes on."""
    names = [_of_organ(document.org)]
    if isinstance(document, Speech):
        occasion = sources.get(document.occasion)
        names.append(_of_organ(document.speaker.post if document.speaker else ""))
        names.append(_of_source(occasion) if occasion else Level())
    told = [level for level in names if level.ranks]
    if told:
        return Level(frozenset().union(*(level.ranks for level in told)), told[-1].said_by)
    levels = [level for level in map(_of_source, sources.values()) if level.ranks]
    if not levels:
        return Level()
    lowest = max(levels, key=lambda level: max(level.ranks))
    return Level(frozenset(range(max(lowest.ranks), _LOWEST + 1)), lowest.said_by)


def _of_source(source: Source) -> Level:
    if not isinstance(source.level, Term):
        return Level()
    return Level(frozenset({RANK[source.level.code]}), source.title)


def _of_organ(name: str) -> Level:
    """Return the level of the organs in a unit's or a post's name: 中共示例县委, 镇党委书记."""
    codes = {code for found in _ORGAN.findall(name) for code in _ORGANS[found]}
    return Level(frozenset(RANK[code] for code in codes | {"unit"}), name) if codes else Level()
