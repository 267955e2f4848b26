"""``docgen snippets search``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.base.locale import say
from docgen.cli.options import (
    WORDS,
    existing_folder,
    known_terms,
    output_format,
    print_value,
    translated,
    workspace_option,
)
from docgen.source.root import shown

if TYPE_CHECKING:
    from docgen.base.diagnostics import Diagnostic
    from docgen.library.search import Found, Hit, Query
    from docgen.model.terms import Vocabulary

_REASONS = {
    "title": ("标题", "title"),
    "alias": ("别名", "alias"),
    "heading": ("小标题", "heading"),
    "tag": ("标签", "tag"),
    "id": ("编号", "id"),
    "term": ("用途或范围", "use or scope"),
    "body": ("正文", "text"),
}
_NOTES = {"some": "N054", "near": "N055"}


@click.command("search", help=say("按词找片段，最合适的在前。", "Find snippets, the best first."))
@click.argument("words", nargs=-1, type=WORDS)
@click.option(
    "--use", multiple=True, type=WORDS, help=say("用途，如 要点、结尾。", "Use, such as point.")
)
@click.option(
    "--level", multiple=True, type=WORDS, help=say("哪一级可用，如 市。", "Level, such as city.")
)
@click.option("--kind", multiple=True, type=WORDS, help=say("哪个文种可用。", "Kind of document."))
@click.option("--tag", multiple=True, type=WORDS, help=say("有这个标签。", "Has this tag."))
@click.option(
    "--on", default="", type=WORDS, metavar="DATE", help=say("这一天可用。", "Valid on this day.")
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 100_000),
              help=say("最多列几条。", "How many to list."))  # fmt: skip
@workspace_option
@output_format
@translated
def snippets_search(
    words: tuple[str, ...], workspace: str, output_format: str, limit: int, **asked: Any
) -> None:
    from docgen.library.search import search
    from docgen.library.search.folders import library_folders

    query = _query(words, limit, **asked)
    folders = library_folders(existing_folder(workspace))
    found = search(folders, query)
    notes = _notes(found, query)
    (_print_json if output_format == "json" else _print_found)(found, notes, folders)


def _query(
    words: tuple[str, ...],
    limit: int,
    use: tuple[str, ...],
    level: tuple[str, ...],
    kind: tuple[str, ...],
    tag: tuple[str, ...],
    on: str,
) -> Query:
    """Return what was asked for. Raises DocgenError for a value that there is not."""
    from docgen.library.search import Query
    from docgen.library.search.normal_form import normal

    words = tuple(word for typed in words for word in typed.split() if normal(word))
    tag = tuple(each for each in tag if normal(each))
    if not (words or use or level or kind or tag or on):
        from docgen.base.errors import DocgenError

        raise DocgenError("N050")
    asked = Query(words, tags=tag, limit=limit)
    if use or level or kind:
        from docgen.model.terms import DOCUMENT_KINDS, LEVELS, USES

        asked = asked._replace(
            uses=_codes("--use", use, USES),
            levels=_codes("--level", level, LEVELS),
            kinds=_codes("--kind", kind, DOCUMENT_KINDS),
        )
    return asked._replace(day=_day(on)) if on else asked


def _codes(option: str, words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    from docgen.base.errors import DocgenError

    terms = [vocabulary.find(word) for word in words]
    for word, term in zip(words, terms, strict=True):
        if term is None:
            known = known_terms(word, vocabulary)
            raise DocgenError("N051", option=option, value=word, known=known)
    return tuple(term.code for term in terms if term)


def _day(words: str) -> str:
    """Return a date as typed in ISO; a month stands for its first day, as in a document."""
    from docgen.base.errors import DocgenError
    from docgen.source.dates import parse_day

    try:
        day = parse_day(words)
    except ValueError:
        day = None
    if day is None:
        raise DocgenError("N052", words=words)
    return day.iso


def _notes(found: Found, query: Query) -> list[Diagnostic]:
    """Return what there is to say about a search besides its hits."""
    if found.share == "all" and found.hits and not found.unread:
        return []
    from docgen.base.diagnostics import Diagnostic
    from docgen.base.place import NOWHERE, Place

    facts = {"words": " ".join((*query.words, *query.tags))}
    notes = []
    if not found.hits:
        notes.append(Diagnostic("N053", NOWHERE, facts))
    elif found.share in _NOTES:
        notes.append(Diagnostic(_NOTES[found.share], NOWHERE, facts))
    if found.unread:
        place = Place(shown(found.unread[0]))
        notes.append(Diagnostic("N056", place, {"count": len(found.unread)}))
    return notes


def _print_found(found: Found, notes: list[Diagnostic], folders: list[Path]) -> None:
    for hit in found.hits:
        click.echo(_told(hit, folders))
    left = found.total - len(found.hits)
    if left:
        click.echo(say(f"还有{left}条，加 --limit 看更多", f"{left} more; see --limit"), err=True)
    if notes:
        from docgen.cli.reporting import print_diagnostics

        print_diagnostics(notes, err=True)


def _window(hit: Hit) -> str:
    """Return when a snippet may be said: one that may not on the day says so first."""
    if hit.state == "expired":
        return say(f"已过期（止 {hit.last}）", f"expired (until {hit.last})")
    if hit.state == "future":
        return say(f"未到期（起 {hit.first}）", f"not valid yet (from {hit.first})")
    return f"{hit.first}～{hit.last}" if hit.first or hit.last else ""


def _told(hit: Hit, folders: list[Path]) -> str:
    from docgen.library.search.excerpt import excerpt

    places = dict.fromkeys(place for found in hit.reasons.values() for place in found)
    reason = say("、", ", ").join(say(*_REASONS[place]) for place in _REASONS if place in places)
    around = excerpt(hit.file, list(hit.reasons), folders)
    head = "  ".join(filter(None, (hit.label, hit.use_word, hit.title, _window(hit))))
    return head + "\n  " + "  ".join(part for part in (reason, around) if part)


def _print_json(found: Found, notes: list[Diagnostic], folders: list[Path]) -> None:
    diagnostics = []
    if notes:
        from docgen.cli.reporting import as_json

        diagnostics = [as_json(note) for note in notes]
    results = [_described(hit, folders) for hit in found.hits]
    told = {"total": found.total, "matched": found.share, "results": results}
    print_value({**told, "diagnostics": diagnostics})


def _described(hit: Hit, folders: list[Path]) -> dict[str, Any]:
    from docgen.library.search.excerpt import excerpt

    return {
        "id": hit.label,
        "title": hit.title,
        "use": hit.use,
        "tags": hit.tags,
        "levels": hit.levels,
        "kinds": hit.kinds,
        "valid": {"from": hit.first or None, "to": hit.last or None},
        "next": hit.next or None,
        "state": hit.state,
        "reasons": hit.reasons,
        "excerpt": excerpt(hit.file, list(hit.reasons), folders),
        "file": shown(hit.file),
    }
