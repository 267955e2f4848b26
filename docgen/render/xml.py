"""Characters and names of WordprocessingML."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from markupsafe import Markup

from docgen.base.han import FORBIDDEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# No DTD is read, no entity resolved, nothing recovered: a part is well-formed or refused.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

_SPECIAL = re.compile(f'[&<>"]|{FORBIDDEN.pattern}')
_BREAKS = re.compile(r"[\n\t]")
_INSIDE = {
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}


class ForbiddenDoctypeError(ValueError):
    """A part with a DOCTYPE, which OPC forbids (ECMA-376-2 9.1.4) and which could name files."""


class BadCharacterError(Exception):
    """A character that XML cannot hold."""

    def __init__(self, char: str) -> None:
        super().__init__(f"U+{ord(char):04X}")


def parse_xml(content: bytes) -> Any:
    """Return the root element of a part. Raises etree.XMLSyntaxError."""
    # The stubs do not know that a document always has a docinfo.
    root: Any = etree.fromstring(content, _PARSER)
    if root.getroottree().docinfo.doctype:
        raise ForbiddenDoctypeError
    return root


def text_xml(text: str) -> str:
    """Return text as the inside of a ``w:t``; line breaks and tabs become Word's own."""
    return with_breaks(escaped(text))


def escaped(text: str) -> str:
    """Return text with XML's own characters escaped. Raises BadCharacterError."""
    if _SPECIAL.search(text) is None:  # as nearly all Chinese text
        return text
    wrong = FORBIDDEN.search(text)
    if wrong:
        raise BadCharacterError(wrong.group())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def with_breaks(xml: str) -> str:
    """Return escaped text with line breaks and tabs as Word's own elements."""
    return _BREAKS.sub(lambda match: _INSIDE[match.group()], xml)


def markup(text: str) -> Markup:
    """Return text as XML that is not escaped again."""
    return Markup(text_xml(text))
