"""The phrase library tried out: every file read, every variant compiled, every sample right."""

from __future__ import annotations

from docgen.base.diagnostics import Report
from docgen.compose.rendering import check_syntax
from docgen.compose.snippet_texts import SnippetTexts
from docgen.library.snippets import FOREVER, Snippets, window
from docgen.model.library import Snippet
from docgen.model.values import Day, When


def check_snippets(snippets: Snippets, report: Report) -> None:
    """Report what is wrong in any snippet of a workspace or of the shipped library."""
    for id in snippets.ids():
        versions = snippets.versions(id)
        _check_windows(versions, report)
        for snippet in versions:
            for text in snippet.variants.values():
                check_syntax(text, report)
            _check_samples(snippet, snippets, report)


def _check_windows(versions: list[Snippet], report: Report) -> None:
    for index, first in enumerate(versions):
        for second in versions[index + 1 :]:
            start = max(window(first)[0], window(second)[0])
            if start <= min(window(first)[1], window(second)[1]):
                labels = f"{first.label}、{second.label}"
                report.add("N003", second.place, labels=labels, day=start)


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
