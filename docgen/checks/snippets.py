"""The phrase library tried out: every file read, every text readable, every sample right, every
id that a snippet names there, no alias of two, no circle.

Takes the library of a workspace and judges the workspace's own snippets; `check_library` also
tells what nobody uses and what is about to expire.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.checks.includes import check_includes, circles
from docgen.compose.rendering import check_text
from docgen.compose.snippet_texts import SnippetTexts
from docgen.language.jinja import names_of
from docgen.library.aliases import ids_meant, report_unknown
from docgen.library.snippets import FOREVER, Snippets, report_overlaps, window
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import spellings
from docgen.model.library import Snippet
from docgen.model.values import Day, When
from docgen.source.workspace import Workspace

# What a snippet may name besides its parameters: the fields of whatever document takes it.
_EVERYWHERE = [
    "snippet", "片段", "document", "文件", "source", "sources", "来源",
    *(name for cls in DOCUMENTS.values() for name in spellings(cls)),
]  # fmt: skip


class Closing(NamedTuple):
    """A snippet whose window closes: its last day, and what follows it (``""``: nothing)."""

    snippet: Snippet
    day: str
    successor: str


def check_library(
    workspace: Workspace,
    report: Report,
    *,
    used: Collection[str] | None = None,
    on: datetime.date | None = None,
    days: int = 0,
    shipped: bool = False,
) -> Snippets:
    """Report what is wrong in the library of a workspace, and return it.

    `used`: the labels of the snippets that documents use, where own snippets that are not
    among them are to be told; `on`: the day from which windows that close within `days` are,
    the shipped ones' too; on the day itself only where nothing follows.
    """
    snippets = Snippets(workspace)
    check_snippets(snippets, report, shipped=shipped)
    if used is not None:
        for snippet in unused(snippets, used):
            report.add("N028", snippet.place, id=snippet.label)
    if on is not None:
        for snippet, day, after in expiring(snippets, on, days):
            place = snippet.card.valid.where("to") if snippet.card.valid else snippet.place
            if after and days:
                report.add("N044", place, id=snippet.label, day=day, next=after)
            elif not after and (days or shipped or not snippet.shipped):
                report.add("N027", place, id=snippet.label, day=day)
    return snippets


def check_snippets(snippets: Snippets, report: Report, *, shipped: bool = False) -> None:
    """Report what is wrong in any snippet of a workspace; those of the shipped library are
    somebody else's, and judged only where `shipped` says so."""
    library: list[Snippet] = []
    for id in snippets.ids():
        found = Report()
        versions = snippets.versions(id, found)
        report_overlaps(versions, found)
        if shipped or snippets.is_own(id):
            report.extend(found)
        library += versions
    judged = [snippet for snippet in library if shipped or not snippet.shipped]
    for snippet in judged:
        _check_texts(snippet, report)
        _check_successor(snippet, snippets, report)
        _check_samples(snippet, snippets, report)
    _check_aliases(library, judged, snippets, report)
    _check_superseded(judged, snippets, report)
    check_includes(library, judged, snippets, report)


def expiring(snippets: Snippets, on: datetime.date, days: int) -> list[Closing]:
    """Return the snippets whose window closes from `on` to `days` later, soonest first, each
    with what follows it: a later version, or another snippet."""
    library = list(snippets.all(Report()))
    left = (datetime.date.max - on).days
    start, end = on.isoformat(), (on + datetime.timedelta(min(days, left))).isoformat()
    replaced = {
        id: each.label
        for each in library
        for old in each.card.supersedes
        for id in ids_meant(old, snippets)
    }
    found = []
    for snippet in library:
        last = window(snippet)[1]
        if start <= last <= end and last != FOREVER[1]:
            named = snippet.card.valid.next if snippet.card.valid else ""
            after = _later(snippet, last, library) or named or replaced.get(snippet.id, "")
            found.append(Closing(snippet, last, after))
    return sorted(found, key=lambda each: (each.day, each.snippet.label))


def unused(snippets: Snippets, used: Collection[str]) -> list[Snippet]:
    """Return the workspace's own snippets of which no version is used, the first of each."""
    ids = {label.partition("@")[0] for label in used}
    own = {each.id: each for each in reversed(list(snippets.all(Report()))) if not each.shipped}
    return [own[id] for id in sorted(own) if id not in ids]


def _later(snippet: Snippet, last: str, library: list[Snippet]) -> str:
    """Return the next version of a snippet that begins after a day, or ``""``."""
    later = [each for each in library if each.id == snippet.id and window(each)[0] > last]
    return min(later, key=window).label if later else ""


def _check_texts(snippet: Snippet, report: Report) -> None:
    """Report texts that cannot be read, and parameters that none of them uses."""
    declared = [name for name, _ in snippet.card.params]
    found = Report()
    for text in snippet.variants.values():
        check_text(text, [*_EVERYWHERE, *declared], found)
    report.extend(found)
    if found.failed:
        return
    named = {name for text in snippet.variants.values() for name in names_of(text.source)}
    for name, param in snippet.card.params:
        if name not in named:
            report.add("N019", param.at, id=snippet.label, name=name)


def _check_successor(snippet: Snippet, snippets: Snippets, report: Report) -> None:
    """Report a `next` that there is not, or that ends no later than what it follows."""
    valid = snippet.card.valid
    if valid is None or not valid.next:
        return
    place = valid.where("next")
    after = _named(valid.next, snippets, place, report)
    last = window(snippet)[1]
    if after and last != FOREVER[1] and max(window(each)[1] for each in after) <= last:
        report.add("N026", place, id=snippet.label, next=valid.next, day=last)


def _named(reference: str, snippets: Snippets, place: Place, report: Report) -> list[Snippet]:
    """Return the snippets that a key names; reported where there are none."""
    ids = ids_meant(reference, snippets)
    pinned = reference.strip().partition("@")[2]
    files = [(id, version) for id in ids for version in snippets.files(id)]
    if not any(pinned in ("", str(version)) for _, version in files):
        report_unknown(reference, snippets, place, report)
        return []
    versions = (each for id in ids for each in snippets.versions(id, Report()))
    return [each for each in versions if pinned in ("", str(each.version))]


def _check_samples(snippet: Snippet, snippets: Snippets, report: Report) -> None:
    for index, sample in enumerate(snippet.card.samples):
        place = snippet.card.where(f"samples[{index}]")
        # Pinned, so that a window that is over does not hide the sample.
        reference = f"{snippet.id}@{snippet.version}"
        texts = SnippetTexts(snippets, {}, report)
        given = dict(sample.with_)
        day = _day(snippet)
        _, got = texts.words(reference, given, sample.variant, place, day, sample.where)
        if got != sample.expect:
            report.add("N012", place, id=snippet.label, got=got)


def _day(snippet: Snippet) -> When | None:
    """Return a day on which a snippet is valid, so that its includes are chosen for it."""
    first, last = window(snippet)
    if (first, last) == FOREVER:
        return None
    day = last if first == FOREVER[0] else first
    return When(Day(*map(int, day.split("-"))))


def _check_aliases(
    library: list[Snippet], judged: list[Snippet], snippets: Snippets, report: Report
) -> None:
    """Report an alias of several snippets, or that is the id of another, where it is declared."""
    owners: dict[str, set[str]] = {}
    for snippet in library:
        for alias in snippet.card.aliases:
            known = {snippet.id, alias} if snippets.files(alias) else {snippet.id}
            owners.setdefault(alias, set()).update(known)
    for snippet in judged:
        for index, alias in enumerate(snippet.card.aliases):
            if len(owners[alias]) > 1:
                place = snippet.card.where(f"aliases[{index}]")
                report.add("N014", place, alias=alias, ids="、".join(sorted(owners[alias])))


def _check_superseded(library: list[Snippet], snippets: Snippets, report: Report) -> None:
    """Report a snippet that supersedes what there is not, or, in a circle, itself."""
    edges: dict[str, list[str]] = {}
    places: dict[str, Place] = {}
    for snippet in library:
        for index, old in enumerate(snippet.card.supersedes):
            place = snippet.card.where(f"supersedes[{index}]")
            named = _named(old, snippets, place, report)
            # A version may supersede the earlier ones of its own.
            others = {each.id for each in named if each.label != snippet.label} - {snippet.id}
            itself = [each.label for each in named] == [snippet.label]
            edges.setdefault(snippet.id, []).extend([snippet.id] if itself else sorted(others))
            places.setdefault(snippet.id, place)
    for circle in circles(edges):
        first = circle.index(min(circle))
        turned = [*circle[first:], *circle[: first + 1]]
        report.add("N020", places[turned[0]], circle=" → ".join(turned))
