"""Change one character of any value in any example: the document changes, or it was reported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from docgen.base.diagnostics import Report
from docgen.build import Build
from docgen.cli.reporting import SET_KEYS
from docgen.compose import compose
from docgen.jobs import Job
from docgen.library.snippets import Snippets
from docgen.render.renderer import Renderer
from docgen.source.loader import Loader
from docgen.source.nodes import Mapping, Node, Scalar, Sequence, scalars
from docgen.source.workspace import shown
from test_examples import DOCUMENTS, WORKSPACES, called

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


def build(job: Job, target: Scalar | None = None) -> tuple[bytes, Report, ChangedLoader]:
    report = Report()
    loader = ChangedLoader(report, target)
    loaded = loader.document(job.path, job.workspace, job.member)
    data = b""
    if loaded is not None:
        made = compose(loaded, Snippets(job.workspace), report)
        data = b"".join(data for _, data in _RENDERER.outputs(loaded, made, ["docx"]))
    return data, report, loader


@cache
def unused() -> frozenset[tuple[str, str]]:
    """Return the values that building all examples reports as not used."""
    report = Build().check(WORKSPACES).report
    return frozenset((d.place.file, d.place.key) for d in report if d.code in ("C012", "C013"))


def is_unused(target: Scalar) -> bool:
    key = target.place.key
    return any(
        file == target.place.file and (key == path or key.startswith((f"{path}.", f"{path}[")))
        for file, path in unused()
    )


def shows(job: Job, before: bytes, target: Scalar) -> bool:
    """Whether a change of this value changes the document, or is told."""
    data, report, _ = build(job, target)
    return data != before or any(d.place.file == target.place.file for d in report)


def values(root: Mapping) -> Iterator[Scalar]:
    return (scalar for scalar in scalars(root) if scalar.text and not scalar.null)


def is_of_a_set(target: Scalar, member: str = "") -> bool:
    """Whether a value of a meeting's file is that of a paper: of the one called `member`."""
    return target.place.key.startswith(tuple(f"{key}{member}" for key in SET_KEYS))


@pytest.mark.slow
@pytest.mark.parametrize("job", DOCUMENTS, ids=called)
def test_no_value_of_a_document_is_silently_left_out(job: Job) -> None:
    before, _, loader = build(job)
    own = list(values(loader.read[shown(job.path)]))
    if job.member:
        own = [target for target in own if is_of_a_set(target, job.member)]
    assert own or job.member == "议程"  # which takes all from the meeting
    assert [str(target.place) for target in own if not shows(job, before, target)] == []


@pytest.mark.slow
def test_no_value_of_a_source_is_silently_left_out() -> None:
    """A source serves several documents: its value must show in one, or be reported."""
    seen: dict[tuple[str, str], bool] = {}
    for job in DOCUMENTS:
        before, _, loader = build(job)
        own = "" if job.member else shown(job.path)
        sources = [root for root in loader.read.values() if root.place.file != own]
        for target in (target for root in sources for target in values(root)):
            key = (target.place.file, target.place.key)
            if not (seen.get(key) or is_of_a_set(target)):
                seen[key] = is_unused(target) or shows(job, before, target)
    assert seen
    assert [key for key, found in seen.items() if not found] == []
