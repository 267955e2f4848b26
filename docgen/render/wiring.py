"""The parts every document has, written into a template's content types and relationships.

docgen writes docProps/core.xml and docProps/custom.xml itself; a template made elsewhere
may have neither, or a thumbnail that would show another document. The origins of paragraphs
(render/provenance.py) are a custom XML part, which the document is related to.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any, NamedTuple

from lxml import etree

from docgen.render.package import Packed, pack
from docgen.render.properties import CORE, CUSTOM
from docgen.render.provenance import NAMESPACE, is_provenance
from docgen.render.xml import parse_xml

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# ECMA-376-1 15.2.5: a custom XML part may be anywhere; Word puts it into customXml/.
_CUSTOM_XML, _XML = f"{_OFFICE}/customXml", "application/xml"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# ECMA-376-1 22.5.2.1: tells the parts of one file apart. Any would do, but always the same.
_ITEM_ID = "{6B1F2C64-2E0B-4E63-9B3D-5D8A41C7F0A9}"
_NUMBERED = re.compile(r"customXml/item(?:Props)?(\d+)\.xml")
_DOCUMENT_RELS = "word/_rels/document.xml.rels"
_NO_RELS = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELS}"/>'.encode()
_WANTED = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_RELS}/metadata/core-properties",
    ),
    CUSTOM: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OFFICE}/custom-properties",
    ),
}


def wire(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with core and custom properties declared, and without a thumbnail."""
    types = parse_xml(parts["[Content_Types].xml"])
    rels = parse_xml(parts["_rels/.rels"])
    kept = dict(parts)
    for rel in list(rels):
        if rel.get("Type", "").endswith("/thumbnail"):
            kept.pop(rel.get("Target", "").lstrip("/"), None)
            rels.remove(rel)
    for name, (content_type, relation) in _WANTED.items():
        _declare_type(types, name, content_type)
        _declare_relation(rels, name, relation)
    kept["[Content_Types].xml"] = _written(types)
    kept["_rels/.rels"] = _written(rels)
    return kept


class Wired(NamedTuple):
    """What a part for the origins changes in a document: its `name`, and the parts that point
    to it; `without` are the same in a document that has none."""

    name: str
    parts: tuple[Packed, ...]
    without: tuple[Packed, ...]


def wire_provenance(parts: dict[str, bytes]) -> tuple[dict[str, bytes], Wired]:
    """Return `parts` but those that would point to the origins, and these.

    A template that was itself built by docgen brings no origins of another document along.
    """
    kept = _without_old(parts)
    taken = {number for name in kept for number in _NUMBERED.findall(name)}
    number = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
    name = f"customXml/item{number}.xml"
    types = kept.pop("[Content_Types].xml")
    rels = kept.pop(_DOCUMENT_RELS, _NO_RELS)
    without = pack("[Content_Types].xml", types), pack(_DOCUMENT_RELS, rels)
    root, listed = parse_xml(rels), parse_xml(types)
    _declare_relation(root, f"../{name}", _CUSTOM_XML, only=False)
    # What has no type of its own has that of its ending.
    if not any(each.get("ContentType") == _XML and _is_for_xml(each) for each in listed):
        _declare_type(listed, name, _XML)
    _declare_type(listed, f"customXml/itemProps{number}.xml", _PROPERTIES_TYPE)
    made = {"[Content_Types].xml": _written(listed), _DOCUMENT_RELS: _written(root)}
    made |= _properties(number)
    return kept, Wired(name, tuple(pack(*part) for part in made.items()), without)


def _properties(number: str) -> dict[str, bytes]:
    """Return the properties of the origins' part: without them LibreOffice drops it."""
    rels = parse_xml(_NO_RELS)
    _declare_relation(rels, f"itemProps{number}.xml", f"{_CUSTOM_XML}Props")
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return {
        f"customXml/itemProps{number}.xml": _written(parse_xml(properties.encode())),
        f"customXml/_rels/item{number}.xml.rels": _written(rels),
    }


def _is_for_xml(default: Any) -> bool:
    return str(default.get("Extension", "")).lower() == "xml"


def _without_old(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return parts without the origins that an earlier build wrote, and what belongs to them."""
    old = {name for name, content in parts.items() if is_provenance(content)}
    kept = {name: content for name, content in parts.items() if name not in old}
    for name in sorted(old):
        folder, own = posixpath.split(name)
        rels = f"{folder}/_rels/{own}.rels"
        targets = parse_xml(kept.pop(rels, _NO_RELS))
        old |= {posixpath.join(folder, str(rel.get("Target", ""))) for rel in targets}
    kept = {name: content for name, content in kept.items() if name not in old}
    return kept if not old else {**kept, **_unlisted(kept, old)}


def _unlisted(parts: dict[str, bytes], gone: set[str]) -> dict[str, bytes]:
    """Return the two parts that list others, without those that are `gone`."""
    types = parse_xml(parts["[Content_Types].xml"])
    rels = parse_xml(parts.get(_DOCUMENT_RELS, _NO_RELS))
    for each in list(types):
        if each.get("PartName", "/").lstrip("/") in gone:
            types.remove(each)
    for rel in list(rels):
        target = posixpath.normpath(posixpath.join("word", rel.get("Target", "")))
        if target.lstrip("/") in gone:
            rels.remove(rel)
    return {"[Content_Types].xml": _written(types), _DOCUMENT_RELS: _written(rels)}


def _declare_type(types: Any, name: str, content_type: str) -> None:
    if not any(override.get("PartName") == f"/{name}" for override in types):
        etree.SubElement(
            types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type
        )


def _declare_relation(rels: Any, name: str, relation: str, *, only: bool = True) -> None:
    for rel in rels if only else ():
        if rel.get("Type") == relation:
            rel.set("Target", name)
            return
    taken = {rel.get("Id") for rel in rels}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(rels, f"{{{_RELS}}}Relationship", Id=free, Type=relation, Target=name)


def _written(root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
