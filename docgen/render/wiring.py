"""The parts every document has, written into a template's content types and relationships.

docgen writes docProps/core.xml and docProps/custom.xml itself; a template made elsewhere
may have neither, or a thumbnail that would show another document.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from docgen.render.properties import CORE, CUSTOM
from docgen.render.xml import parse_xml

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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


def _declare_type(types: Any, name: str, content_type: str) -> None:
    if not any(override.get("PartName") == f"/{name}" for override in types):
        etree.SubElement(
            types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type
        )


def _declare_relation(rels: Any, name: str, relation: str) -> None:
    for rel in rels:
        if rel.get("Type") == relation:
            rel.set("Target", name)
            return
    taken = {rel.get("Id") for rel in rels}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(rels, f"{{{_RELS}}}Relationship", Id=free, Type=relation, Target=name)


def _written(root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
