"""Characters and names of WordprocessingML."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from markupsafe import Markup, escape

from docgen.base.han import FORBIDDEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# No DTD is read, no entity resolved, nothing recovered: a part is well-formed or refused.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

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
    wrong = FORBIDDEN.search(text)
    if wrong:
        raise BadCharacterError(wrong.group())
    return _BREAKS.sub(lambda match: _INSIDE[match.group()], str(escape(text)))


def markup(text: str) -> Markup:
    """Return text as XML that is not escaped again."""
    return Markup(text_xml(text))
