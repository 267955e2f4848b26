"""Snippets → their words: the right version, its parameters filled in, its includes too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import TemplateSyntaxError

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.compose.rendering import render
from docgen.compose.setting import Setting
from docgen.language.jinja import Scope, callable_in_texts, printable
from docgen.language.numbers import Count
from docgen.library.params import Items, parameter_values
from docgen.library.snippets import Snippets
from docgen.model.library import Snippet
from docgen.model.values import Text, When
from docgen.source.text import read_text


class SnippetTexts:
    """Renders the snippets of one library; their texts see `scope` and their parameters.

    `setting`: where they are said; None where nobody says them, as in a sample.
    """

    def __init__(
        self, library: Snippets, scope: Scope, report: Report, setting: Setting | None = None
    ) -> None:
        self.library, self.scope, self.report, self.setting = library, scope, report, setting
        self._open: list[Snippet] = []
        self._asked = Place("")  # where the outermost of them is asked for
        self.taken: list[tuple[str, str]] = []  # (label, words) of all so far, includes after

    def words(
        self,
        reference: str,
        given: Mapping[str, object],
        variant: str,
        place: Place,
        day: object,
        where: Callable[[str], Place] | None = None,
    ) -> tuple[str, str]:
        """Return (label, words) of the snippet that `reference` means on `day`.

        `given` are its parameters. Faults are reported at `place`, where it is asked for;
        those of a parameter at ``where("with.name")``.
        """
        snippet = self.library.find(reference, day, place, self.report)
        if snippet is None:
            return reference, ""
        if snippet in self._open:
            report_circle(self._open[self._open.index(snippet) :], self.report)
            return snippet.label, ""
        self._judge(snippet, place, day)
        text = variant_of(snippet, variant, place, self.report)
        at = _at(where, place)
        values = parameter_values(snippet, given, place, at, self.report)
        if text is None:
            return snippet.label, ""
        own: Scope = {name: partial(_same, value) for name, value in values.items()}
        self._open.append(snippet)
        before = len(self.taken)
        try:
            scope = self.scope | self.calls(text.place, day) | own
            words = render(text, scope, self.report)
        finally:
            self._open.pop()
        self.taken.insert(before, (snippet.label, words))
        return snippet.label, words

    def calls(self, place: Place, day: object) -> Scope:
        """Return what lets a text at `place` say ``{{ snippet("id", unit="…") }}``."""
        return dict.fromkeys(("snippet", "片段"), lambda: self._call(place, day))

    def _call(self, place: Place, day: object) -> Callable[..., str]:
        @callable_in_texts
        def snippet(*named: str, **words: object) -> str:
            if not 1 <= len(named) <= 2:
                raise TemplateSyntaxError("snippet(…) wants the snippet's id", 1)
            id, variant = (*named, "")[:2]
            variant = str(words.pop("variant", variant))
            given = {name: _handed(value) for name, value in words.items()}
            return self.words(id, given, variant, place, day)[1]

        return snippet

    def _judge(self, snippet: Snippet, place: Place, day: object) -> None:
        """Warn, where the outermost snippet is asked for, of one that may not be said there, or
        that another has superseded by that day."""
        if not self._open:
            self._asked = place
        if self.setting is None:
            return
        self.setting.judge(snippet, self._asked, self.report)
        by = self.library.superseding.by(snippet, day.start.iso if isinstance(day, When) else "")
        if by is not None and by not in self._open:  # it may quote what it supersedes
            self.report.add("N029", self._asked, id=snippet.label, by=by.label)


def variant_of(snippet: Snippet, variant: str, place: Place, report: Report) -> Text | None:
    """Return the text of a variant, or None after reporting that there is none."""
    text = snippet.variants.get(variant)
    if text is None:
        known = [name for name in snippet.variants if name]
        none = Words("它没有变体。", "It has none.")
        hint = suggestion(variant, known) if known else none
        report.add("N008", place, id=snippet.label, variant=variant, known=hint)
    return text


def report_circle(circle: list[Snippet], report: Report) -> None:
    """Report snippets that include each other; the same circle the same way, wherever it is
    entered."""
    first = min(range(len(circle)), key=lambda index: circle[index].label)
    turned = [*circle[first:], *circle[: first + 1]]
    way = " → ".join(each.label for each in turned)
    report.add("N007", _call_of(turned[1], turned[0]), circle=way)


def _call_of(included: Snippet, snippet: Snippet) -> Place:
    """Return where a snippet's file calls another, as far as its id is written out there."""
    names = "|".join(map(re.escape, [included.id, *included.card.aliases]))
    call = re.compile(rf"(?:snippet|片段)\s*\(\s*[\"']\s*(?:{names})\s*(?:@\d+\s*)?[\"']")
    typed = read_text(Path(snippet.place.file), snippet.place, Report()) or ""
    found = call.search(typed)
    if found is None:
        return snippet.place
    line = typed.count("\n", 0, found.start()) + 1
    column = found.start() - typed.rfind("\n", 0, found.start())
    return Place(snippet.place.file, line, column)


def _at(where: Callable[[str], Place] | None, place: Place) -> Callable[[str], Place]:
    """Return what gives the place of a parameter; one in a call has that of the call."""
    return (lambda _: place) if where is None else (lambda name: where(f"with.{name}"))


def _same(value: object) -> object:
    return value


def _handed(value: object) -> object:
    """Return a value of a text as a parameter is given: a date, a number, words, or several."""
    if isinstance(value, Items | When | Count) or type(value) is int:
        return value
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(printable(each) for each in value)
    return printable(value)
