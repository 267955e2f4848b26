"""The names a template uses, against those its kind gives: all unknown ones at once.

Takes a parsed part and a kind, gives (name, line, known names) for each name that no
document of that kind can give.
"""

from __future__ import annotations

from jinja2 import nodes

from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Key, Record, part_of, spellings, table
from docgen.model.sources import SOURCES

# What an expression is: an item of some of these record classes, or a list of such.
Type = tuple[bool, tuple[type[Record], ...]]
Unknown = tuple[str, int, list[str]]

_SOURCES: tuple[type[Record], ...] = tuple(SOURCES.values())
_RECORD_SHAPES = {"record": False, "records": True}


def given_names(kind: str) -> dict[str, Type | None]:
    """Return what a template of `kind` may name at the top, and what each name is."""
    if kind not in DOCUMENTS:
        from docgen.library.contracts import contract  # few templates need it

        agreed = contract(kind)
        return dict.fromkeys(agreed.given()) if agreed else {}
    cls = DOCUMENTS[kind]
    fields = {name: _field_type(table(cls)[field]) for name, field in spellings(cls).items()}
    whole: Type = (False, (cls,))
    sources: Type = (True, _SOURCES)
    own = dict.fromkeys(("title", "标题", "byline", "题注", "body", "正文"))
    return {**fields, "document": whole, "文件": whole, "sources": sources, "来源": sources, **own}


def unknown_names(tree: nodes.Template, kind: str) -> list[Unknown]:
    """Return the names in `tree` that a document of `kind` does not give."""
    walker = _Walker(given_names(kind))
    walker.walk(tree)
    return walker.unknown


def _field_type(key: Key) -> Type | None:
    listed = _RECORD_SHAPES.get(key.shape)
    return None if listed is None else (listed, (part_of(key),))


class _Walker:
    """Walks a part's tree, following loops and attributes as far as their types are known."""

    def __init__(self, names: dict[str, Type | None]) -> None:
        self.names: list[dict[str, Type | None]] = [dict(names), {"loop": None}]
        self.unknown: list[Unknown] = []

    def walk(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.For):
            self._for(node)
            return
        if isinstance(node, nodes.Assign):
            self.walk(node.node)
            self._bind(node.target, None)
            return
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            self._type(node)
            return
        for child in node.iter_child_nodes():
            self.walk(child)

    def _for(self, node: nodes.For) -> None:
        listed = self._type(node.iter)
        self.names.append({})
        self._bind(node.target, (False, listed[1]) if listed and listed[0] else None)
        for child in (*([node.test] if node.test else []), *node.body, *node.else_):
            self.walk(child)
        self.names.pop()

    def _bind(self, target: nodes.Node, of: Type | None) -> None:
        for name in [target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name):
            self.names[-1][name.name] = of

    def _type(self, node: nodes.Node) -> Type | None:
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Getattr):
            return self._attribute(self._type(node.node), node.attr, node.lineno)
        if isinstance(node, nodes.Getitem):
            of = self._type(node.node)
            self.walk(node.arg)
            return (False, of[1]) if of and of[0] else None
        self.walk(node)
        return None

    def _name(self, node: nodes.Name) -> Type | None:
        for scope in reversed(self.names):
            if node.name in scope:
                return scope[node.name]
        if node.ctx == "load":
            self.unknown.append((node.name, node.lineno, list(self.names[0])))
        return None

    def _attribute(self, of: Type | None, name: str, line: int) -> Type | None:
        if of is None or of[0]:
            return None
        known = {spelling: cls for cls in of[1] for spelling in spellings(cls)}
        if name not in known:
            self.unknown.append((name, line, sorted(known)))
            return None
        cls = known[name]
        return _field_type(table(cls)[spellings(cls)[name]])
