"""``people.yaml`` and ``orgs.yaml`` of a workspace → its `Directory`.

Data come in here. Takes a workspace, gives its directory, or None where it has neither file; all
that is wrong in them is reported at its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.model.directory import Directory
from docgen.model.keys import Record
from docgen.model.listed import (
    ORGS,
    PEOPLE,
    ListedOrg,
    ListedPerson,
    Orgs,
    People,
    Tenure,
    first_day,
    last_day,
)
from docgen.model.values import Blank, When
from docgen.source.schema import read_record
from docgen.source.text import read_text
from docgen.source.workspace import Workspace, shown
from docgen.source.yaml import parse_mapping

R = TypeVar("R", bound=Record)
Listed = TypeVar("Listed", bound=ListedPerson | ListedOrg)

_PERSON, _UNIT = Words("人", "person"), Words("单位", "unit")
_MEND = {
    _PERSON: Words(
        "是同一个人就合成一项；是重名就区分开，如 李××（女）。",
        "Merge them; or tell two people of one name apart, as in 李××（女）.",
    ),
    _UNIT: Words("合成一项。", "Make one entry of them."),
}
_NUMBER = Words("一个整数，如 3", "a whole number such as 3")


_TOLD = 4  # names in one message


def read_directory(workspace: Workspace, report: Report) -> Directory | None:
    """Return the directory of a workspace; None where it lists neither people nor units."""
    people_file, orgs_file = workspace.root / PEOPLE, workspace.root / ORGS
    lists_orgs = orgs_file.is_file()
    if not lists_orgs and not people_file.is_file():
        return None
    people = _read(people_file, People, report) if people_file.is_file() else None
    orgs = _read(orgs_file, Orgs, report) if lists_orgs else None
    listed = people.people if people else ()
    units = orgs.orgs if orgs else ()
    directory = Directory(listed, units, lists_orgs=orgs is not None)
    _check_people(directory, report)
    _check_orgs(directory, report)
    return directory


def _read(path: Path, cls: type[R], report: Report) -> R | None:
    """Return the record in a file; one with nothing but comments lists nobody."""
    place = Place(shown(path), 1, 1)
    text = read_text(path, place, report)
    lines = [line.strip() for line in (text or "").split("\n")]
    if text is None or all(not line or line.startswith("#") for line in lines):
        return None
    node = parse_mapping(text, place, report)
    return read_record(node, cls, report) if node else None


# -- people -----------------------------------------------------------------------------------


def _check_people(directory: Directory, report: Report) -> None:
    _twice(directory.people, _PERSON, report)
    _shared(directory.people, "aliases", lambda one, other: True, _PERSON, report)
    for person in directory.people:
        _number(person, person.order, report)
        for tenure in person.posts:
            _number(tenure, tenure.order, report)
            _reversed(tenure, tenure.from_, tenure.to, report)
            _known(tenure, "org", tenure.org, directory, report)


def _known(
    record: Tenure | ListedOrg, key: str, name: str, directory: Directory, report: Report
) -> None:
    """Warn of a unit that is named and not listed, with the nearest that is."""
    if not name or not directory.lists_orgs or directory.orgs_called(name, ""):
        return
    known = suggestion(name, unit_names(directory), limit=8)
    report.add("S062", record.where(key), name=name, known=known)


# -- units ------------------------------------------------------------------------------------


def _check_orgs(directory: Directory, report: Report) -> None:
    _twice(directory.orgs, _UNIT, report)
    # A unit that took over the short name of the one before it shares it with nobody.
    _shared(directory.orgs, "short", directory.meet, _UNIT, report)
    for org in directory.orgs:
        _number(org, org.order, report)
        _reversed(org, org.from_, org.until, report)
        _known(org, "parent", org.parent, directory, report)
        _known(org, "next", org.next, directory, report)
        if org.next and not org.gives("until"):
            report.add("S065", org.where("next"), name=org.name, next=org.next)
    for key in ("parent", "next"):
        _circles(directory, key, report)


def _circles(directory: Directory, key: str, report: Report) -> None:
    """Report units that are above each other, or that each other is renamed to."""
    by_name = {org.name: org for org in reversed(directory.orgs)}
    for org in directory.orgs:
        way = [org]
        while (after := _named(way[-1], key, directory, by_name)) and after not in way:
            way.append(after)
        # Every unit of a circle leads back to itself: the first in the file tells it.
        if after is org and org is min(way, key=lambda each: each.at.line):
            circle = " → ".join(each.name for each in (*way, org))
            report.add("S064", org.where(key), circle=circle)


def _named(
    org: ListedOrg, key: str, directory: Directory, by_name: dict[str, ListedOrg]
) -> ListedOrg | None:
    name = getattr(org, key)
    found = directory.org(name, "") if name else None
    return by_name.get(found.name) if found else None


# -- both -------------------------------------------------------------------------------------


def unit_names(directory: Directory) -> list[str]:
    """Return every name of a unit, in full and short, for messages."""
    return [name for org in directory.orgs for name in (org.name, *org.short)]


def _twice(listed: Iterable[Listed], what: Words, report: Report) -> None:
    first: dict[str, Listed] = {}
    for each in listed:
        other = first.setdefault(each.name, each)
        if each.name and other is not each:
            facts = {"what": what, "name": each.name, "mend": _MEND[what]}
            report.add("S060", each.where("name"), line=other.where("name").line, **facts)


def _shared(
    listed: Sequence[Listed],
    key: str,
    meet: Callable[[Listed, Listed], bool],
    what: Words,
    report: Report,
) -> None:
    """Warn, wherever it is given, of a name by which several are called at one time."""
    called: dict[str, list[Listed]] = {}
    for each in listed:
        for name in {each.name, *getattr(each, key)}:
            called.setdefault(name, []).append(each)
    for one in listed:
        for index, name in enumerate(getattr(one, key)):
            others = (
                each.name for each in called[name] if each.name != one.name and meet(one, each)
            )
            if rivals := list(islice(others, _TOLD + 1)):
                place, owners = one.where(f"{key}[{index}]"), some_of([one.name, *rivals])
                report.add("S061", place, name=name, owners=owners, what=what)


def some_of(names: list[str]) -> str:
    """Return names for a message, of many the first."""
    return "、".join(names[:_TOLD]) + ("……" if len(names) > _TOLD else "")


def _number(record: ListedPerson | ListedOrg | Tenure, order: str, report: Report) -> None:
    if order and not (order.isascii() and order.isdigit()):
        found = Words(f"“{order}”", f"'{order}'")
        report.add("S028", record.where("order"), wanted=_NUMBER, found=found)


def _reversed(
    record: Tenure | ListedOrg,
    first: When | Blank | None,
    last: When | Blank | None,
    report: Report,
) -> None:
    if last_day(last) < first_day(first):
        report.add("S026", record.where("from"), start=first, end=last)
