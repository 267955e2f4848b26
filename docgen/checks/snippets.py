"""The phrase library tried out: every file read, every variant compiled, every sample right."""

from __future__ import annotations

from docgen.base.diagnostics import Report, suggestion
from docgen.compose.rendering import check_text
from docgen.compose.snippet_texts import SnippetTexts
from docgen.library.snippets import FOREVER, Snippets, report_overlaps, window
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import spellings
from docgen.model.library import Snippet
from docgen.model.values import Day, When

# What a snippet may name besides its parameters: the fields of whatever document takes it.
_EVERYWHERE = [
    "snippet", "片段", "document", "文件", "source", "sources", "来源",
    *(name for cls in DOCUMENTS.values() for name in spellings(cls)),
]  # fmt: skip


def check_snippets(snippets: Snippets, report: Report) -> None:
    """Report what is wrong in any snippet of a workspace or of the shipped library."""
    for id in snippets.ids():
        versions = snippets.versions(id, report)
        report_overlaps(versions, report)
        for snippet in versions:
            names = [*_EVERYWHERE, *(name for name, _ in snippet.card.params)]
            for text in snippet.variants.values():
                check_text(text, names, report)
            _check_successor(snippet, snippets, report)
            _check_samples(snippet, snippets, report)


def _check_successor(snippet: Snippet, snippets: Snippets, report: Report) -> None:
    valid = snippet.card.valid
    if valid is not None and valid.next and not snippets.files(valid.next.split("@")[0]):
        known = suggestion(valid.next, snippets.ids(), limit=8, cutoff=0.75)
        report.add("N001", valid.where("next"), id=valid.next, known=known)


def _check_samples(snippet: Snippet, snippets: Snippets, report: Report) -> None:
    for index, sample in enumerate(snippet.card.samples):
        place = snippet.card.where(f"samples[{index}]")
        # Pinned, so that a window that is over does not hide the sample.
        reference = f"{snippet.id}@{snippet.version}"
        texts = SnippetTexts(snippets, {}, report)
        _, got = texts.words(reference, dict(sample.with_), sample.variant, place, _day(snippet))
        if got != sample.expect:
            report.add("N012", place, id=snippet.label, got=got)


def _day(snippet: Snippet) -> When | None:
    """Return a day on which a snippet is valid, so that its includes are chosen for it."""
    first = window(snippet)[0]
    return None if first == FOREVER[0] else When(Day(*map(int, first.split("-"))))
