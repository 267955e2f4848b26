"""What a reference to a snippet means where it is no id: an alias, or something misspelt.

Takes the library and the words of a reference, gives ids; only the files whose front matter
has the words in it are parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
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
    holders = snippets.mentioning(*table(SnippetCard)["aliases"].names())
    aliases = {alias for each in holders for alias in each.card.aliases}
    near = _nearest(reference.strip().partition("@")[0], [*snippets.ids(), *sorted(aliases)])
    zh = "是不是" + "、".join(f"“{name}”" for name in near) + "？" if near else ""
    en = "Did you mean " + ", ".join(f"'{name}'" for name in near) + "?" if near else _FAR
    report.add("N001", place, id=reference, known=Words(zh, en))


def _nearest(id: str, names: list[str]) -> list[str]:
    """Return the names that an id is probably meant to be: those without its topic first."""
    from difflib import get_close_matches  # only a run with faults needs it

    if id in names:  # only its version is not there
        return [id]
    below = [name for name in names if name.endswith(f"/{id}")]
    close = get_close_matches(id, names, n=3, cutoff=0.75)
    return list(dict.fromkeys([*below, *close]))[:3]


def successor(id: str, snippets: Snippets) -> str:
    """Return the snippet that says it supersedes this one, or ``""``."""
    own = snippets.versions(id, Report())
    names = {id, *(alias for each in own for alias in each.card.aliases)}
    for each in snippets.mentioning(*names):
        if names & {reference.partition("@")[0] for reference in each.card.supersedes}:
            return each.label
    return ""
