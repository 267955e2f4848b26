"""A workspace's directory looked at as a whole: who overlaps with whom, who outlasts their unit.

Takes a `Directory`; what each file says wrongly by itself was told where it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from docgen.base.diagnostics import Report
from docgen.model.directory import Directory
from docgen.model.listed import FOREVER, ListedOrg, ListedPerson, Tenure, last_day
from docgen.model.terms import RANK, Term
from docgen.model.values import Blank, When

# Posts that one person holds at a time: the first of an organ. A 副 has colleagues, and 书记 is
# the first of a secretariat too (省委书记处书记), as 主任 is a rank of advisers.
_SOLE = re.compile(
    r"(?:省长|市长|州长|盟长|县长|区长|旗长|乡长|镇长|局长|厅长|部长|院长|校长|馆长|秘书长"
    r"|党委书记|党组书记|党支部书记|[省市州盟县区旗]委书记|办公室主任|办公厅主任|委员会主任)$"
)
_SHARED = re.compile(r"副|助理|原|代|书记处|名誉")

_Held = tuple[ListedPerson, Tenure]


def check_directory(directory: Directory, report: Report) -> None:
    """Report terms that cannot both be true, and units that stand above their own superiors."""
    held: dict[tuple[str, str], list[_Held]] = {}
    for person in directory.people:
        for tenure in person.posts:
            for post in tenure.post.split("、"):
                unit = directory.full_name(tenure.org, "") or tenure.org
                held.setdefault((unit, post.strip()), []).append((person, tenure))
            _check_end(person, tenure, directory, report)
    for (unit, post), holders in held.items():
        _check_holders(f"{unit}{post}", post, holders, report)
    _check_levels(directory, report)


def _check_holders(title: str, post: str, holders: list[_Held], report: Report) -> None:
    sole = _SOLE.search(post) and not _SHARED.search(post)
    for (person, one), (other, second) in combinations(holders, 2):
        if not _overlap(one, second):
            continue
        line = one.where("post").line
        if person.name == other.name:
            report.add("S066", second.where("post"), name=person.name, title=title, line=line)
        elif sole:
            report.add(
                "S067", second.where("post"),
                name=other.name, title=title, other=person.name, line=line,
            )  # fmt: skip


def _overlap(one: Tenure, other: Tenure) -> bool:
    """Whether two terms certainly have more than a day in common: who hands over on the day,
    or in the month, in which the other takes over does not overlap."""
    starts = (_latest_start(one.from_), _latest_start(other.from_))
    ends = (_earliest_end(one.to), _earliest_end(other.to))
    return max(starts) < min(ends)


def _latest_start(when: When | Blank | None) -> str:
    if not isinstance(when, When):
        return ""  # always has been
    day = when.start
    return day.iso if day.day else f"{day.iso[:8]}31"


def _earliest_end(when: When | Blank | None) -> str:
    return (when.end or when.start).iso if isinstance(when, When) else FOREVER


def _check_end(person: ListedPerson, tenure: Tenure, directory: Directory, report: Report) -> None:
    """Warn of a post that is held longer than its unit is there."""
    org = directory.org(tenure.org, tenure.from_)
    if org is None or org.until is None or last_day(tenure.to) <= last_day(org.until):
        return
    place = tenure.where("to" if tenure.gives("to") else "org")
    report.add("S069", place, name=person.name, org=org.name, until=org.until)


def _check_levels(directory: Directory, report: Report) -> None:
    for org, above in _pairs(directory):
        own, higher = _rank(org.level), _rank(above.level)
        if own is not None and higher is not None and own < higher:
            report.add(
                "S070", org.where("level"),
                name=org.name, level=org.level, parent=above.name, above=above.level,
            )  # fmt: skip


def _pairs(directory: Directory) -> Iterator[tuple[ListedOrg, ListedOrg]]:
    """Yield each unit with the one it belongs to."""
    for org in directory.orgs:
        above = directory.org(org.parent, "") if org.parent else None
        if above is not None:
            yield org, above


def _rank(level: Term | Blank | None) -> int | None:
    return RANK[level.code] if isinstance(level, Term) else None
