"""Snippets → their words: the right version, its parameters filled in, its includes too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jinja2 import TemplateSyntaxError

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.compose.rendering import render
from docgen.language.jinja import Scope, callable_in_texts
from docgen.library.snippets import Snippets
from docgen.model.library import Snippet
from docgen.model.values import BLANK, Text


class SnippetTexts:
    """Renders the snippets of one library; their texts see `scope` and their parameters."""

    def __init__(self, library: Snippets, scope: Scope, report: Report) -> None:
        self.library, self.scope, self.report = library, scope, report
        self._open: list[str] = []

    def words(
        self, reference: str, given: dict[str, str], variant: str, place: Place, day: object
    ) -> tuple[str, str]:
        """Return (label, words) of the snippet that `reference` means on `day`.

        `given` are its parameters; faults are reported at `place`, where it is asked for.
        """
        snippet = self.library.find(reference, day, place, self.report)
        if snippet is None:
            return reference, ""
        if snippet.label in self._open:
            circle = " → ".join([*self._open, snippet.label])
            self.report.add("N007", snippet.place, circle=circle)
            return snippet.label, ""
        text = self._variant(snippet, variant, place)
        values = self._parameters(snippet, given, place)
        if text is None:
            return snippet.label, ""
        own: Scope = {name: partial(str, value) for name, value in values.items()}
        self._open.append(snippet.label)
        try:
            scope = self.scope | self.calls(text.place, day) | own
            return snippet.label, render(text, scope, self.report)
        finally:
            self._open.pop()

    def calls(self, place: Place, day: object) -> Scope:
        """Return what lets a text at `place` say ``{{ snippet("id", unit="…") }}``."""
        return dict.fromkeys(("snippet", "片段"), lambda: self._call(place, day))

    def _call(self, place: Place, day: object) -> Callable[..., str]:
        @callable_in_texts
        def snippet(*named: str, **words: object) -> str:
            if not 1 <= len(named) <= 2:
                raise TemplateSyntaxError("snippet(…) wants the snippet's id", 1)
            id, variant = (*named, "")[:2]
            given = {name: str(value) for name, value in words.items()}
            return self.words(id, given, given.pop("variant", variant), place, day)[1]

        return snippet

    def _variant(self, snippet: Snippet, variant: str, place: Place) -> Text | None:
        text = snippet.variants.get(variant)
        if text is None:
            known = [name for name in snippet.variants if name]
            none = Words("它没有变体。", "It has none.")
            hint = suggestion(variant, known) if known else none
            self.report.add("N008", place, id=snippet.label, variant=variant, known=hint)
        return text

    def _parameters(self, snippet: Snippet, given: dict[str, str], place: Place) -> dict[str, str]:
        """Return name → value for every declared parameter; report the unknown and missing."""
        declared = dict(snippet.card.params)
        for name in (name for name in given if name not in declared):
            none = Words("它没有参数。", "It has none.")
            hint = suggestion(name, list(declared)) if declared else none
            self.report.add("N009", place, id=snippet.label, name=name, known=hint)
        values: dict[str, str] = {}
        for name, param in declared.items():
            missing = name not in given and not param.gives("default")
            if missing:
                self.report.add("N010", place, id=snippet.label, name=name, doc=param.doc or name)
            value = given.get(name, param.default or "")
            free = missing or not param.choices or BLANK.fullmatch(value)
            if not free and value not in param.choices:
                hint = suggestion(value, param.choices)
                at = place if name in given else param.where("default")
                self.report.add("N011", at, id=snippet.label, name=name, value=value, known=hint)
            values[name] = value
        return values
