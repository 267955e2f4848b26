"""What a reference to a snippet means where it is no id: an alias, or something misspelt.

Takes the library and the words of a reference, gives ids; only the files whose front matter
has the words in it are parsed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.library.snippet_file import front_matter
from docgen.model.keys import table
from docgen.model.library import SnippetCard

if TYPE_CHECKING:
    from docgen.library.snippets import Snippets

_FAR = "No id is near it."


def ids_called(alias: str, snippets: Snippets) -> list[str]:
    """Return the ids of the snippets that have this alias."""
    return sorted({each.id for each in snippets.mentioning(alias) if alias in each.card.aliases})


def ids_meant(reference: str, snippets: Snippets) -> list[str]:
    """Return the id that a reference means; none where there is none such, several where it is
    an alias of several."""
    id = reference.strip().partition("@")[0]
    return [id] if snippets.files(id) else ids_called(id, snippets)


def id_called(reference: str, snippets: Snippets, place: Place, report: Report) -> str:
    """Return the id of the one snippet with this alias (``alias@2`` too), or ``""`` after
    reporting."""
    alias = reference.partition("@")[0]
    ids = ids_called(alias, snippets)
    if len(ids) > 1:
        report.add("N014", place, alias=alias, ids="、".join(ids))
    elif not ids:
        report_unknown(reference, snippets, place, report)
    return ids[0] if len(ids) == 1 else ""


def report_unknown(reference: str, snippets: Snippets, place: Place, report: Report) -> None:
    """Report an id or alias that there is not, with the nearest there are."""
    report.add("N001", place, id=reference, known=nearest_known(reference, snippets))


def nearest_known(reference: str, snippets: Snippets) -> Words:
    """Return what a reference that means nothing probably should be: an id, an alias, or the
    id of the snippet with that title."""
    titles = _titles(snippets)
    holders = snippets.mentioning(*table(SnippetCard)["aliases"].names())
    aliases = {alias for each in holders for alias in each.card.aliases}
    known = [
        *snippets.ids(),
        *sorted(aliases),
        *(title for title in titles if title not in aliases),
    ]
    near = [(titles.get(name, ""), name) for name in _nearest(_id(reference), known)]
    if not near:
        return Words("", _FAR)
    zh = "、".join(f"“{id}”（{name}）" if id else f"“{name}”" for id, name in near)
    en = ", ".join(f"'{id}' ({name})" if id else f"'{name}'" for id, name in near)
    return Words(f"是不是{zh}？", f"Did you mean {en}?")


def _id(reference: str) -> str:
    return reference.strip().partition("@")[0]


def _titles(snippets: Snippets) -> dict[str, str]:
    """Return title → id; of the files that have it, the first by id."""
    keys = "|".join(table(SnippetCard)["title"].names())
    line = re.compile(rf"^(?:{keys})[ \t]*:[ \t]*(.+)$", re.MULTILINE)
    found: dict[str, str] = {}
    for id in snippets.ids():
        for path in snippets.files(id).values():
            title = line.search(front_matter(path))
            if title:
                found.setdefault(title[1].strip(" \t\r\"'"), id)
    return found


def _nearest(id: str, names: list[str]) -> list[str]:
    """Return the names that an id is probably meant to be: those without its topic first, then
    those that begin with it or have it in them."""
    from difflib import get_close_matches  # only a run with faults needs it

    if id in names:  # only its version is not there
        return [id]
    below = [name for name in names if name.endswith(f"/{id}")]
    close = get_close_matches(id, names, n=3, cutoff=0.75)
    inside = [name for name in names if id in name] if len(id) > 2 and not id.isascii() else []
    inside.sort(key=len)
    return list(dict.fromkeys([*below, *close, *inside]))[:3]


def predecessor(id: str, day: str, snippets: Snippets) -> str:
    """Return the snippet that was valid on a day and that this one followed, by either's word,
    or ``""``."""
    from docgen.library.snippets import holds

    own = snippets.versions(id, Report())
    names = {id, *(alias for each in own for alias in each.card.aliases)}
    old = [name for each in own for name in each.card.supersedes]
    earlier = [each for name in old for known in ids_meant(name, snippets)
               for each in snippets.versions(known, Report())]  # fmt: skip
    earlier += [
        each
        for each in snippets.mentioning(*names)
        if each.card.valid and each.card.valid.next.partition("@")[0] in names
    ]
    return next((each.label for each in earlier if each.id != id and holds(each, day)), "")


def successor(id: str, snippets: Snippets) -> str:
    """Return the snippet that says it supersedes this one, or ``""``."""
    own = snippets.versions(id, Report())
    names = {id, *(alias for each in own for alias in each.card.aliases)}
    for each in snippets.mentioning(*names):
        if names & {reference.partition("@")[0] for reference in each.card.supersedes}:
            return each.label
    return ""
