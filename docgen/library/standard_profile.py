"""The standard's own file → its parameters, and what a house profile may say of each.

Takes the root of ``profiles/gbt9704.yaml``, which is docgen's own and so only asserted to be
right (a test reads it), gives a `Standard`.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.model.profile import (
    STRENGTHS,
    Measure,
    Parameter,
    Profile,
    Value,
    parse_measure,
)
from docgen.source.nodes import Mapping, Node, Scalar, Sequence

SWITCHES = {"是": True, "true": True, "有": True, "否": False, "false": False, "无": False}


class Standard(NamedTuple):
    """The standard's profile; of a parameter that takes only some words, word → the other
    parameters that it settles; every spelling of a parameter → its key."""

    profile: Profile
    choices: dict[str, dict[str, dict[str, Value]]]
    spellings: dict[str, str]


def read_standard(root: Mapping) -> Standard:
    """Return the standard's parameters."""
    parameters: dict[str, Parameter] = {}
    choices: dict[str, dict[str, dict[str, Value]]] = {}
    for group, inside in root.pairs:
        if not isinstance(inside, Mapping):
            continue
        for name, row in inside.pairs:
            assert isinstance(row, Mapping), name.text
            key = f"{group.text}.{name.text}"
            words = row.get("choices")
            if isinstance(words, Mapping):
                choices[key] = {word.text: _settled(others) for word, others in words.pairs}
            parameters[key] = _parameter(key, row, is_choice=key in choices)
    title = _text(root, "title")
    spellings = {key: key for key in parameters} | {
        each.zh.split("（")[0]: key for key, each in parameters.items()
    }
    return Standard(Profile(_text(root, "name"), title, parameters), choices, spellings)


def _parameter(key: str, row: Mapping, *, is_choice: bool) -> Parameter:
    value = row.get("value")
    assert value is not None, key
    tolerance = _text(row, "tolerance")
    return Parameter(
        key=key,
        value=_text(row, "value") if is_choice else _value(value),
        clause=_text(row, "clause"),
        strength=STRENGTHS[_text(row, "strength")],
        zh=_text(row, "zh"),
        en=_text(row, "en"),
        tolerance=parse_measure(tolerance) if tolerance else None,
    )


def _settled(others: Node) -> dict[str, Value]:
    assert isinstance(others, Mapping)
    return {key.text: _value(value) for key, value in others.pairs}


def _value(node: Node) -> Value:
    if isinstance(node, Sequence):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    assert isinstance(node, Scalar)
    if node.text in SWITCHES:
        return SWITCHES[node.text]
    measure: Measure | None = parse_measure(node.text)
    return node.text if measure is None else measure


def _text(row: Mapping, name: str) -> str:
    node = row.get(name)
    return node.text if isinstance(node, Scalar) else ""
