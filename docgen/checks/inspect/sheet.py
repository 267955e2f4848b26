"""The styles of a document, and what they are based on.

Takes word/styles.xml (or nothing), gives a `Sheet`: styles by id, each with the chain it
inherits from, and the document defaults.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen.base.diagnostics import Words
from docgen.render.xml import W

# Word's own names of a style in a Chinese document; the file has the English one.
SHOWN = {"normal": "正文", "title": "标题", "subtitle": "副标题", "body text": "正文文本",
         "footer": "页脚", "header": "页眉", "list paragraph": "列出段落", "page number": "页码",
         **{f"heading {level}": f"标题 {level}" for level in range(1, 10)}}  # fmt: skip


class Style(NamedTuple):
    """One style; `base` is the id of the style that it is based on."""

    id: str
    name: str
    kind: str
    base: str
    element: Any

    @property
    def shown(self) -> str:
        """The name as Word shows it in Chinese."""
        return SHOWN.get(self.name.lower(), self.name)

    @property
    def words(self) -> Words:
        """The name as Word shows it in either language."""
        return Words(self.shown, self.name)


class Sheet:
    """The styles of one document."""

    def __init__(self, root: Any | None) -> None:
        self.root = root
        self.styles: dict[tuple[str, str], Style] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[tuple[str, str], tuple[Style, ...]] = {}
        for element in root.iter(f"{W}style") if root is not None else ():
            self._take(element)
        find = (lambda path: None) if root is None else root.find
        self.run_defaults = find(f"{W}docDefaults/{W}rPrDefault")
        self.paragraph_defaults = find(f"{W}docDefaults/{W}pPrDefault")

    def _take(self, element: Any) -> None:
        name, base = element.find(f"{W}name"), element.find(f"{W}basedOn")
        style = Style(
            element.get(f"{W}styleId", ""),
            name.get(f"{W}val", "") if name is not None else "",
            element.get(f"{W}type", "paragraph"),
            base.get(f"{W}val", "") if base is not None else "",
            element,
        )
        self.styles.setdefault((style.kind, style.id), style)
        if element.get(f"{W}default") in ("1", "true", "on"):
            self._defaults.setdefault(style.kind, style.id)

    def chain(self, kind: str, id: str) -> tuple[Style, ...]:
        """Return a style and those it is based on, nearest first; the default one of its kind
        where there is none of that id."""
        if (kind, id) not in self.styles:
            id = self._defaults.get(kind, "")
        if (kind, id) not in self._chains:
            self._chains[kind, id] = tuple(self._follow(kind, id))
        return self._chains[kind, id]

    def _follow(self, kind: str, id: str) -> list[Style]:
        found: list[Style] = []
        while (kind, id) in self.styles and self.styles[kind, id] not in found:
            found.append(self.styles[kind, id])
            id = found[-1].base
        return found
