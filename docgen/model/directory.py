"""The people and units that a workspace lists, as they are on a day.

Takes the records of ``people.yaml`` and ``orgs.yaml`` (listed.py); gives posts, orders of
precedence, full names, the units under a unit, and the names that nobody may correct.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import inf

from docgen.model.listed import (
    ALWAYS,
    FOREVER,
    ListedOrg,
    ListedPerson,
    Tenure,
    first_day,
    last_day,
)
from docgen.model.values import Day, When

# A place in a list: what `order` says, then the line in the file; after all of them what is
# not listed.
Rank = tuple[float, float]
_LAST: Rank = (inf, inf)


class Directory:
    """The people and units of one workspace. A day is a `When`, a `Day` or ISO; without one
    only what has no end counts."""

    def __init__(
        self,
        people: Iterable[ListedPerson] = (),
        orgs: Iterable[ListedOrg] = (),
        *,
        lists_orgs: bool = True,
    ) -> None:
        self.people, self.orgs = tuple(people), tuple(orgs)
        self.lists_orgs = lists_orgs  # whether there is an orgs.yaml at all
        self._people = _called({each.name: each for each in reversed(self.people)}, self.people)
        self._orgs = {each.name: each for each in reversed(self.orgs)}
        self._short: dict[str, list[ListedOrg]] = {}
        for org in self.orgs:
            for short in dict.fromkeys(org.short):
                self._short.setdefault(short, []).append(org)

    # -- people --------------------------------------------------------------------------

    def person(self, name: str) -> ListedPerson | None:
        """Return the one person of this name, or who alone is called so."""
        return self._people.get(name.strip())

    def posts_of(self, name: str, day: object) -> tuple[Tenure, ...]:
        """Return the posts that a person holds on a day, as they are listed."""
        person, on = self.person(name), _iso(day)
        return tuple(each for each in person.posts if holds(each, on)) if person else ()

    def post_of(self, name: str, day: object) -> str:
        """Return what a person is on a day, each unit said once: 示例市档案局局长、党组书记.

        ``""`` for nobody's post.
        """
        told: dict[str, list[str]] = {}
        for held in self.posts_of(name, day):
            unit = self.full_name(held.org, day) or held.org
            said = any(held.post.startswith(each) for each in (unit, held.org) if each)
            told.setdefault("" if said else unit, []).append(held.post)
        return "、".join(unit + "、".join(posts) for unit, posts in told.items())

    # -- units ---------------------------------------------------------------------------

    def org(self, name: str, day: object) -> ListedOrg | None:
        """Return the unit of this full name; else the one that alone has this short name on
        that day (or, if none has it then, alone ever had it)."""
        found = self.orgs_called(name, day)
        return found[0] if len(found) == 1 else None

    def orgs_called(self, name: str, day: object) -> list[ListedOrg]:
        """Return the units that a name may mean on a day, several where it is ambiguous."""
        name = name.strip()
        if name in self._orgs:
            return [self._orgs[name]]
        called = self._short.get(name, [])
        on = _iso(day)
        return [org for org in called if self.exists(org, on)] or called

    def full_name(self, name: str, day: object) -> str:
        """Return the full name of the one unit that a name means on a day, or ``""``."""
        org = self.org(name, day)
        return org.name if org else ""

    def exists(self, org: ListedOrg, day: object) -> bool:
        """Whether a unit is there, under this name, on a day."""
        first, last = self.window(org)
        on = _iso(day)
        return last == FOREVER if not on else first <= on <= last

    def window(self, org: ListedOrg) -> tuple[str, str]:
        """Return the first and last day of a unit's name; one that follows another and does
        not say from when begins where that ends."""
        begun = first_day(org.from_) if org.from_ else self._begun.get(org.name, ALWAYS)
        return begun, last_day(org.until)

    def meet(self, one: ListedOrg, other: ListedOrg) -> bool:
        """Whether there is a day on which two units are there."""
        first, last = self.window(one)
        begun, ended = self.window(other)
        return max(first, begun) <= min(last, ended)

    @cached_property
    def _begun(self) -> dict[str, str]:
        ends: dict[str, str] = {}
        for org in self.orgs:
            if org.next and org.until:
                end = last_day(org.until) + "+"  # after the whole of that day
                ends[org.next] = min(ends.get(org.next, end), end)
        return ends

    def units_of(self, parent: str, day: object = "") -> list[ListedOrg]:
        """Return the units right below a place or unit on a day, in their order."""
        above = self.org(parent, day)
        names = {parent, *((above.name, *above.short) if above else ())}
        found = [org for org in self.orgs if org.parent in names and self.exists(org, day)]
        return sorted(found, key=lambda org: self._org_ranks[org.name])

    # -- both ----------------------------------------------------------------------------

    def in_order(self, names: Iterable[str], day: object = "") -> list[str]:
        """Return people or units in the order in which they are named on a day: by what their
        post then, else they themselves say, then as listed; who is not listed comes last."""
        return sorted(names, key=lambda name: self._rank(name, day))

    def _rank(self, name: str, day: object) -> Rank:
        person = self.person(name)
        if person is None:
            org = self.org(name, day)
            return self._org_ranks[org.name] if org else _LAST
        by_post = min((_whole(each.order) for each in self.posts_of(name, day)), default=inf)
        own = _whole(person.order) if by_post == inf else by_post
        return own, self._places[person.name]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {person.name: at for at, person in reversed(list(enumerate(self.people)))}

    @cached_property
    def _org_ranks(self) -> dict[str, Rank]:
        listed = reversed(list(enumerate(self.orgs)))
        return {org.name: (_whole(org.order), at) for at, org in listed}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        found = {name for each in self.people for name in (each.name, *each.aliases)}
        found |= {name for each in self.orgs for name in (each.name, *each.short)}
        return tuple(sorted(name for name in found if len(name) > 1))

    def names(self) -> tuple[str, ...]:
        """Return every name that no rule may correct and no line may break: people and units,
        in full and as they are called."""
        return self._names

    def names_in(self, text: str) -> list[str]:
        """Return those of `names` that a text has in it."""
        return [name for name in self._names if name in text]


def holds(tenure: Tenure, day: object) -> bool:
    """Whether a post is held on a day."""
    first, last = first_day(tenure.from_), last_day(tenure.to)
    on = _iso(day)
    return last == FOREVER if not on else first <= on <= last


def _called(
    named: dict[str, ListedPerson], people: Iterable[ListedPerson]
) -> dict[str, ListedPerson]:
    """Return name → person, with the other names that only one person is called by."""
    called: dict[str, list[ListedPerson]] = {}
    for person in people:
        for alias in dict.fromkeys(person.aliases):
            called.setdefault(alias, []).append(person)
    return {alias: people[0] for alias, people in called.items() if len(people) == 1} | named


def _iso(day: object) -> str:
    """Return a day as ISO, ``""`` for none: of a span the first, of a month too."""
    if isinstance(day, When | Day):
        return day.start.iso if isinstance(day, When) else day.iso
    return day if isinstance(day, str) else ""


def _whole(order: str) -> float:
    return int(order) if order.isascii() and order.isdigit() else inf
