"""The units that a task names → as they are printed.

Takes the words of an ``owner:`` or one of ``partners:``, gives them with every short name that
orgs.yaml knows uniquely written in full; a unit it does not know is told with the nearest.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.model.directory import Directory
from docgen.model.listed import ListedOrg, last_day
from docgen.model.values import Blank, When
from docgen.source.directory import some_of, unit_names

_BETWEEN = re.compile(r"([、，,；;\s]+)")

# What names no single unit, and is not looked up: 各科室, 有关单位, 本单位, 县教育局等,
# 按职责分工, ××局, 〔待填〕, 市委办公室（牵头）.
_GENERAL = re.compile(r"各|有关|相关|其他|其它|^[全本按]|等$|所属|单位$|部门$|[×*〔（(]|[xX]{2}")


def in_full(
    words: str, directory: Directory, day: When | Blank | None, place: Place, report: Report
) -> str:
    """Return the units that `words` name, in full; `place` is theirs, `day` the document's."""
    if not directory.lists_orgs:
        return words
    whole = directory.orgs_called(words, day)
    pieces = [words] if whole else _BETWEEN.split(words)
    named = pieces[::2]
    pieces[::2] = [_one(name, directory, day, place, report) for name in named]
    return "".join(pieces)


def _one(
    name: str, directory: Directory, day: When | Blank | None, place: Place, report: Report
) -> str:
    found = directory.orgs_called(name, day)
    if len(found) == 1:
        _check_time(name, found[0], directory, day, place, report)
        return found[0].name
    if found:
        report.add("S063", place, name=name, owners=some_of([org.name for org in found]))
    elif name and not _GENERAL.search(name) and directory.person(name) is None:
        known = suggestion(name, unit_names(directory), limit=8)
        report.add("S062", place, name=name, known=known)
    return name


def _check_time(
    name: str,
    org: ListedOrg,
    directory: Directory,
    day: When | Blank | None,
    place: Place,
    report: Report,
) -> None:
    """Warn of a unit that is no more on the document's day, with what it is called since."""
    if isinstance(day, When) and last_day(org.until) < day.start.iso:
        new = directory.full_name(org.next, day) or org.next
        after = Words(f"现在叫“{new}”。", f"It is called '{new}' now.") if new else Words("", "")
        report.add("S068", place, name=name, until=org.until, day=day, after=after)
