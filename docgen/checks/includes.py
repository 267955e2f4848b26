"""Snippets that include others: what they name is there, and nothing runs in a circle.

Takes the snippets of a library; reports what ``{{ snippet("id", unit="…") }}`` asks for in
vain, whether or not any document comes by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import nodes

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.compose.snippet_texts import report_circle, variant_of
from docgen.language.jinja import TEXT
from docgen.library.aliases import ids_meant, report_unknown
from docgen.library.params import report_missing, report_undeclared
from docgen.library.snippets import Snippets, window
from docgen.model.library import Snippet
from docgen.model.values import Text

_CALLED = {"snippet", "片段"}


class Include(NamedTuple):
    """One call of a snippet in another's text, as far as it is written out there."""

    place: Place
    reference: str
    variant: str | None
    given: tuple[str, ...]


def check_includes(
    library: list[Snippet], judged: list[Snippet], snippets: Snippets, report: Report
) -> None:
    """Report what the `judged` of a library include in vain: what is not there, parameters they
    lack, circles; and others that include one of the judged."""
    mine = {snippet.label for snippet in judged}
    targets: dict[str, list[Snippet]] = {}
    for snippet in library:
        own = snippet.label in mine
        for text in snippet.variants.values():
            for include in includes(text):
                found = _targets(include, snippet, snippets, report if own else Report())
                targets.setdefault(snippet.label, []).extend(found)
                for each in found:
                    if own or each.label in mine:
                        _check_call(include, each, report)
    named = {each.label: each for found in [library, *targets.values()] for each in found}
    edges = {label: [each.label for each in found] for label, found in targets.items()}
    for circle in circles(edges):
        if not mine.isdisjoint(circle):
            report_circle([named[label] for label in circle], report)


def includes(text: Text) -> Iterator[Include]:
    """Yield the snippets that a text includes by a written-out id."""
    if not any(f"{name}(" in text.source.replace(" ", "") for name in _CALLED):
        return
    try:
        tree = TEXT.parse(text.source)
    except Exception:  # a text that cannot be read is told elsewhere
        return
    for call in tree.find_all(nodes.Call):
        words = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
        by_name = isinstance(call.node, nodes.Name) and call.node.name in _CALLED
        if by_name and words and len(words) == len(call.args):
            yield _include(call, [str(each) for each in words], text.place)


def _include(call: nodes.Call, words: list[str], place: Place) -> Include:
    by_name = {pair.key: pair.value for pair in call.kwargs}
    named = by_name.pop("variant", None)
    variant: str | None = words[1] if len(words) > 1 else ""
    if named is not None:
        variant = str(named.value) if isinstance(named, nodes.Const) else None
    return Include(place, words[0], variant, tuple(by_name))


def _targets(
    include: Include, snippet: Snippet, snippets: Snippets, report: Report
) -> list[Snippet]:
    """Return the versions that an include may mean on a day when its snippet is said."""
    ids = ids_meant(include.reference, snippets)
    if not ids:
        report_unknown(include.reference, snippets, include.place, report)
    if len(ids) != 1:
        return []  # that an alias is ambiguous is told where it is declared
    versions = snippets.versions(ids[0], Report())
    pinned = include.reference.strip().partition("@")[2]
    if pinned:
        found = [each for each in versions if str(each.version) == pinned]
        if not found:
            report_unknown(include.reference, snippets, include.place, report)
        return found
    return [each for each in versions if _on_one_day(snippet, each)]


def _check_call(include: Include, target: Snippet, report: Report) -> None:
    if include.variant is not None:
        variant_of(target, include.variant, include.place, report)
    report_undeclared(target, include.given, lambda _: include.place, report)
    report_missing(target, include.given, include.place, report)


def _on_one_day(one: Snippet, other: Snippet) -> bool:
    """Whether there is a day in the windows of both."""
    (first, last), (start, end) = window(one), window(other)
    return max(first, start) <= min(last, end)


def circles(edges: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Yield the circles of a graph, each once: the names along it."""
    done: set[str] = set()
    for start in sorted(edges):
        way: list[str] = [start]
        ahead = [iter(edges[start])]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                done.add(way.pop())
            elif step in way:
                yield way[way.index(step) :]
            elif step not in done and step in edges:
                way.append(step)
                ahead.append(iter(edges[step]))
