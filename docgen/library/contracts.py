"""What a template of a kind may name: its contract, a YAML file beside the shipped template.

Kinds with a record (model/documents.py) need none. For the others the contract names and
types every value, and gives a minimal and a full context: templates are tried and measured
with them, and whatever composes such a document later must give the same names.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place
from docgen.library.shipped import shipped
from docgen.model.keys import Record, fact, switch, term
from docgen.model.terms import Term, Vocabulary
from docgen.model.tree import Block, Face, Paragraph, Role, Run, Tree
from docgen.source.nodes import Mapping, Node, Scalar, Sequence
from docgen.source.schema import read_record
from docgen.source.text import read_text
from docgen.source.yaml import parse_mapping

NAME_TYPES = Vocabulary(
    "type",
    Term("text", "文字"),
    Term("list", "列表"),
    Term("records", "记录"),
    Term("body", "正文"),
)
# What is no context in a contract's file.
_OTHER = ("kind", "names")


class ContractName(Record, zh="模板里的名字", shorthand="doc"):
    type: Term | None = term("类型", NAME_TYPES, "不写就是文字")
    zh: str = fact("中文名", "模板里也可以用的中文名", required=True)
    doc: str = fact("说明", "印什么", required=True)
    required: bool | None = switch("必填", "一定会有")
    fields: str = fact("栏目", "记录里各栏的名字，空格分开")


class Item:
    """One record of a context: its fields, and nothing else."""

    def __init__(self, fields: dict[str, object]) -> None:
        self.__dict__.update(fields)


class Contract(NamedTuple):
    """The names of a kind's templates, and the contexts they are tried with."""

    kind: str
    names: dict[str, ContractName]
    contexts: dict[str, dict[str, Any]]

    def given(self) -> list[str]:
        """Return every name a template may use, English and Chinese."""
        return [*self.names, *(name.zh for name in self.names.values())]

    def scope(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return every name → its value; what `given` leaves out is empty."""
        values = {name: given.get(name, _EMPTY[_type(card)]) for name, card in self.names.items()}
        return values | {card.zh: values[name] for name, card in self.names.items()}

    def tree(self, given: dict[str, Any]) -> Tree:
        """Return values as the Document tree that the body is written from."""
        title = given.get("title", "")
        lines = [Paragraph(Role.BYLINE, (Run(line),)) for line in given.get("byline", ())]
        front = (Paragraph(Role.TITLE, (Run(title),)), *lines)
        return Tree(self.kind, front, tuple(given.get("body", ())), title.replace("\n", ""))


_EMPTY: dict[str, Any] = {"text": "", "list": (), "records": (), "body": ()}


def _type(card: ContractName) -> str:
    return card.type.code if card.type else "text"


@cache
def contract(kind: str) -> Contract | None:
    """Return the contract of a kind, or None where its record is one.

    Raises DocgenError for a damaged installation.
    """
    path = shipped("templates") / f"{kind}.yaml"
    if not path.is_file():
        return None
    report, place = Report(), Place(path.name, 1, 1)
    text = read_text(path, place, report)
    root = parse_mapping(text, place, report) if text else None
    found = _contract(kind, root, report) if root else None
    if found is None or len(report):
        raise DocgenError("T004", Place(path.as_posix()))
    return found


def _contract(kind: str, root: Mapping, report: Report) -> Contract:
    named = root.get("names")
    pairs = named.pairs if isinstance(named, Mapping) else []
    cards = {key.text: read_record(node, ContractName, report) for key, node in pairs}
    names = {name: card for name, card in cards.items() if card is not None}
    contexts = {
        key.text: _context(node, names) for key, node in root.pairs if key.text not in _OTHER
    }
    return Contract(kind, names, contexts)


def _context(node: Node | None, names: dict[str, ContractName]) -> dict[str, Any]:
    pairs = node.pairs if isinstance(node, Mapping) else []
    unknown = [key.text for key, _ in pairs if key.text not in names]
    if unknown:
        raise DocgenError("T004", NOWHERE, name=unknown[0])
    return {key.text: _value(value, _type(names[key.text])) for key, value in pairs}


def _value(node: Node, type: str) -> Any:
    if type == "text":
        return node.text.replace("|", "\n") if isinstance(node, Scalar) else ""
    items = node.items if isinstance(node, Sequence) else [node]
    if type == "list":
        return tuple(item.text for item in items if isinstance(item, Scalar))
    if type == "records":
        return tuple(_item(item) for item in items if isinstance(item, Mapping))
    return tuple(_block(item) for item in items if isinstance(item, Mapping))


def _item(node: Mapping) -> Item:
    return Item(
        {key.text: _value(value, "list" if isinstance(value, Sequence) else "text")
         for key, value in node.pairs}
    )  # fmt: skip


def _block(node: Mapping) -> Block:
    """Return ``公文正文: ……`` as a paragraph in that role; 出席：in its own face."""
    (role, value), *_ = node.pairs
    text = value.text if isinstance(value, Scalar) else ""
    runs: tuple[Run, ...] = (Run(text),)
    if role.text == Role.ATTENDANCE:
        label, colon, names = text.partition("：")
        runs = (Run(label + colon, Face.LABEL), Run(names))
    return Paragraph(Role(role.text), runs, new_page=role.text == Role.ATTACHMENT_LABEL)
