"""The text of a .docx, paragraph by paragraph, as docgen's checks and tests read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.render.package import read_package
from docgen.render.spots import FALLBACK
from docgen.render.template import read_styles
from docgen.render.xml import W, parse_xml

_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}


def read_paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Return (style name, text) of every paragraph of the body, those of table cells and text
    boxes among them; what an mc:Fallback repeats is left out."""
    parts = read_package(data)
    styles = read_styles(parts.get("word/styles.xml", b"")).paragraphs
    names = {id: name for name, id in styles.items()}
    body = parse_xml(parts["word/document.xml"]).find(f"{W}body")
    paragraphs = (p for p in body.iter(f"{W}p") if next(p.iterancestors(FALLBACK), None) is None)
    return [(names.get(_style(p), ""), "".join(_text(p))) for p in paragraphs]


def read_texts(data: bytes) -> list[str]:
    """Return the text of every paragraph of the body that has one."""
    return [text for _, text in read_paragraphs(data) if text]


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _text(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not paragraph:
            continue  # of a text box in it
        for node in run:
            if node.tag == f"{W}t":
                yield node.text or ""
            elif node.tag in _BREAKS:
                yield _BREAKS[node.tag]
