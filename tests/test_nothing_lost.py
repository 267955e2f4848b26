"""Change one character of any value in any example: the document changes, or it was reported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from docgen.base.diagnostics import Report
from docgen.build import Build
from docgen.compose import compose
from docgen.library.snippets import Snippets
from docgen.render.renderer import Renderer
from docgen.source.loader import Loader
from docgen.source.nodes import Mapping, Node, Scalar, Sequence, scalars
from docgen.source.workspace import find_workspace, shown
from test_examples import DOCUMENTS, EXAMPLES

_RENDERER = Renderer(Report())


class ChangedLoader(Loader):
    """Reads files with one character of one value changed."""

    def __init__(self, report: Report, target: Scalar | None = None) -> None:
        super().__init__(report)
        self.target = target
        self.read: dict[str, Mapping] = {}

    def root(self, path: Path) -> Mapping | None:
        root = super().root(path)
        if root is None:
            return None
        self.read[root.place.file] = root
        if self.target and self.target.place.file == root.place.file:
            replace(root, self.target)
        return root


def replace(node: Node, target: Scalar) -> None:
    """Put the changed value where `target` stands."""
    if isinstance(node, Mapping):
        for index, (key, value) in enumerate(node.pairs):
            if is_target(value, target):
                node.pairs[index] = (key, changed(target))
            else:
                replace(value, target)
    elif isinstance(node, Sequence):
        for index, value in enumerate(node.items):
            if is_target(value, target):
                node.items[index] = changed(target)
            else:
                replace(value, target)


def is_target(node: Node, target: Scalar) -> bool:
    return isinstance(node, Scalar) and node.place == target.place and node.text == target.text


def changed(scalar: Scalar) -> Scalar:
    """Return the value with one character replaced, outside any tag where there is one."""
    text = scalar.text
    outside = text.rfind("}}") + 2 if "}}" in text[:-2] else 0
    index = next((i for i in range(outside, len(text)) if text[i].isalnum()), 0)
    other = "丁" if text[index] != "丁" else "丙"
    if text[index].isascii():
        other = "7" if text[index] != "7" else "3"
    return Scalar(text[:index] + other + text[index + 1 :], scalar.place, False, scalar.block)


def build(path: Path, target: Scalar | None = None) -> tuple[bytes, Report, ChangedLoader]:
    report = Report()
    found = find_workspace(path, report)
    loader = ChangedLoader(report, target)
    loaded = loader.document(path, found)
    data = b""
    if loaded is not None:
        made = compose(loaded, Snippets(found), report)
        data = b"".join(data for _, data in _RENDERER.outputs(loaded, made, ["docx"]))
    return data, report, loader


@cache
def unused() -> frozenset[tuple[str, str]]:
    """Return the values that building all examples reports as not used."""
    report = Build().check([EXAMPLES / "retired-cadres", EXAMPLES / "archives"]).report
    return frozenset((d.place.file, d.place.key) for d in report if d.code in ("C012", "C013"))


def is_unused(target: Scalar) -> bool:
    key = target.place.key
    return any(
        file == target.place.file and (key == path or key.startswith((f"{path}.", f"{path}[")))
        for file, path in unused()
    )


def shows(path: Path, before: bytes, target: Scalar) -> bool:
    """Whether a change of this value changes the document, or is told."""
    data, report, _ = build(path, target)
    return data != before or any(d.place.file == target.place.file for d in report)


def values(root: Mapping) -> Iterator[Scalar]:
    return (scalar for scalar in scalars(root) if scalar.text and not scalar.null)


@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.relative_to(EXAMPLES).as_posix())
def test_no_value_of_a_document_is_silently_left_out(path: Path) -> None:
    before, _, loader = build(path)
    own = list(values(loader.read[shown(path)]))
    assert own
    assert [str(target.place) for target in own if not shows(path, before, target)] == []


@pytest.mark.slow
def test_no_value_of_a_source_is_silently_left_out() -> None:
    """A source serves several documents: its value must show in one, or be reported."""
    seen: dict[tuple[str, str], bool] = {}
    for path in DOCUMENTS:
        before, _, loader = build(path)
        sources = [root for root in loader.read.values() if root.place.file != shown(path)]
        for target in (target for root in sources for target in values(root)):
            key = (target.place.file, target.place.key)
            if not seen.get(key):
                seen[key] = is_unused(target) or shows(path, before, target)
    assert seen
    assert [key for key, found in seen.items() if not found] == []
