"""Document, sources and snippets → the Document tree. One module per kind.

Takes a `Loaded` document and the library, gives a `Composed`; every fault of the texts is
reported at its place.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from docgen.base.diagnostics import Report
from docgen.compose.asking import asking, refuse_topics
from docgen.compose.draft import Draft, one_line, typed_lines
from docgen.compose.of_meeting import tell_lacking, with_meeting
from docgen.compose.texts import Texts
from docgen.compose.titles import in_lines
from docgen.compose.used import Used, unused
from docgen.language.jinja import Scope
from docgen.library.snippets import Snippets
from docgen.model.documents import Document
from docgen.model.keys import spellings
from docgen.model.tree import Named, Paragraph, Role, Run, Tree
from docgen.model.values import Text, When
from docgen.source.loader import Loaded

# Kind → the module here that composes it, imported when it is first needed. A new kind is one
# module and one line.
COMPOSERS = {
    "transmission-outline": "transmission_outline",
    "speech": "speech",
    "annual-plan": "annual_plan",
    "notice": "notice",
    "agenda": "agenda",
    "hosting-script": "hosting_script",
    "minutes": "minutes",
    "briefing": "briefing",
    "task-table": "task_table",
    "letter": "letter",
}

_AUTOMATIC = {"auto", "自动", ""}


class Composed(NamedTuple):
    """The document, its tree, what a template may name, and what of the files was printed."""

    document: Document
    tree: Tree
    scope: Scope
    used: Used


def compose(loaded: Loaded, snippets: Snippets, report: Report) -> Composed:
    """Return the composed document."""
    document = _with_settings(loaded)
    module: Any = import_module(f"docgen.compose.{COMPOSERS[document.kind.code]}")
    document = with_meeting(document, loaded.sources)
    document = _with_passages(document, loaded, snippets, module, report)
    used = Used()
    texts = Texts(document, loaded.sources, snippets, report, used)
    settings = loaded.workspace.settings
    draft = Draft(document, texts, settings, loaded.directory, loaded.plan)
    title = _titler(document, draft, module.automatic_title)
    texts.automatic["title"] = lambda: one_line(title())
    words = in_lines(title(), loaded)
    headline = Paragraph(Role.TITLE, (Run(words),), texts.origin(document, "title"))
    front = (headline, *module.byline(document, draft))
    module.compose(document, draft)
    # Official documents have a head and a foot, which the template prints.
    named = module.named(document, draft) if hasattr(module, "named") else ()
    tree = _tree(document, front, draft, tuple(named))
    tell_lacking(draft)
    scope = _template_scope(texts, tree)
    # A speech prints its organisation nowhere, but the file's properties name it.
    used.note(document, "template", "org")
    return Composed(document, tree, scope, used)


def report_leftovers(composed: Composed, report: Report) -> None:
    """Report what a document without errors leaves out: everything, or single values."""
    document = composed.document
    if not composed.tree.blocks:
        report.add("C015", document.at)
    own = document.at.file
    for place in (p for p in unused(document, composed.used) if p.file == own):
        report.add("C012", place, kind=str(document.kind))


def _with_settings(loaded: Loaded) -> Document:
    """Return the document with what it leaves to the workspace's settings."""
    settings = loaded.workspace.settings
    if loaded.document.org or not settings.org:
        return loaded.document
    marks = {**loaded.document.marks, "org": settings.where("org")}
    return loaded.document.but(org=settings.org, marks=marks)


def _with_passages(
    document: Document, loaded: Loaded, snippets: Snippets, module: Any, report: Report
) -> Document:
    """Return the document with the passages that it leaves to the library."""
    for source in loaded.sources.values():
        refuse_topics(source, report)
    if not any(asking(document)):
        return document
    from docgen.compose.topics import with_passages  # most documents leave nothing

    def write(texts: Texts) -> None:
        module.compose(document, Draft(document, texts, loaded.workspace.settings))

    return with_passages(document, loaded.sources, snippets, write, report)


def _titler(
    document: Document, draft: Draft, automatic: Callable[[Any, Draft], str]
) -> Callable[[], str]:
    """Return what gives the title: the written one, rendered, or the one the sources give."""
    written = document.title
    if isinstance(written, Text) and written.source.strip() not in _AUTOMATIC:
        return lambda: typed_lines(draft.texts.field(document, "title"))
    draft.used.note(document, "title")
    return lambda: automatic(document, draft)


def _tree(
    document: Document, front: tuple[Paragraph, ...], draft: Draft, named: tuple[Named, ...]
) -> Tree:
    date = document.date.start.iso if isinstance(document.date, When) else ""
    return Tree(
        kind=document.kind.code,
        front=front,
        blocks=tuple(draft.blocks),
        title=one_line(front[0].text),
        org=document.org,
        date=date,
        named=named,
    )


def _template_scope(texts: Texts, tree: Tree) -> Scope:
    """Return what a template may name: fields and sources, and the tree's own title and lines."""
    lines = tuple(paragraph.text for paragraph in tree.front[1:])
    named: dict[str, Any] = dict.fromkeys(("title", "标题"), tree.front[0].text)
    scope: Scope = {**texts.scope}
    words = {each.name: each.value for each in tree.named}
    spelled = spellings(type(texts.document)).items()
    named |= {word: words[name] for word, name in spelled if name in words}
    scope |= {name: (lambda value=value: value) for name, value in named.items()}  # type: ignore[misc]
    scope |= dict.fromkeys(("byline", "题注"), lambda: lines)
    return scope
