"""What a YAML file holds, with the place of everything: scalars, sequences, mappings.

Every scalar is text; the schema gives it a type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.base.place import Place


@dataclass(frozen=True, eq=False)
class Scalar:
    """Text as typed, its lines folded. `null`: nothing (or ``~``, ``null``) was written."""

    text: str
    place: Place
    null: bool = False
    block: bool = False  # a | or > scalar: its text begins one line below `place`
    literal: bool = False  # a | scalar: its lines are the file's


@dataclass(eq=False)
class Sequence:
    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(eq=False)
class Mapping:
    """Pairs in the order of the file; a key may stand twice (the schema reports it)."""

    place: Place
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    flow: bool = False

    def get(self, *names: str) -> Node | None:
        """Return the value of the first key that is one of `names`."""
        return next((value for key, value in self.pairs if key.text in names), None)


Node = Scalar | Sequence | Mapping


def kind_of(root: Mapping) -> Node | None:
    """Return what a file says that it is: the value of ``kind`` (文种)."""
    return root.get("kind", "文种", "种类")


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every scalar value below `node` in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for _, value in node.pairs:
            yield from scalars(value)
