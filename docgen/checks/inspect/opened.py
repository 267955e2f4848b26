"""A .docx opened to be judged: its parts as XML, found by their relations.

Takes the bytes of a file, gives `Opened`; or None after saying in plain words what the file is
instead (an old .doc or .wps, a text, a damaged package, the strict form of the format).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.render.package import DamagedError, read_package
from docgen.render.xml import W, parse_xml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_CORE = "docProps/core.xml"
_SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"


class _UnreadableError(Exception):
    """A part that is no XML; its name."""


@dataclass(eq=False)
class Opened:
    """The parts of a .docx by name, and those that were parsed; `main` is the document's."""

    parts: dict[str, bytes]
    main: str
    trees: dict[str, Any] = field(default_factory=dict)
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)  # id → (kind, part)

    @property
    def document(self) -> Any:
        return self.trees[self.main]

    @property
    def body(self) -> Any:
        return self.document.find(f"{W}body")

    def only(self, kind: str) -> Any | None:
        """Return the root of the one part of a kind (``styles``), or None without it."""
        name = self.name_of(kind)
        return self.trees.get(name) if name else None

    def name_of(self, kind: str) -> str:
        """Return the name of the part of a kind, ``""`` without it."""
        return next((part for found, part in self.relations.values() if found == kind), "")

    def story(self, reference: Any) -> tuple[str, Any] | None:
        """Return (name, root) of the footer or header that a sectPr refers to."""
        _, part = self.relations.get(reference.get(_ID, ""), ("", ""))
        root = self.trees.get(part)
        return None if root is None else (part, root)

    @property
    def subject(self) -> str:
        """The subject among the document's properties: docgen writes the kind there."""
        try:
            found = parse_xml(self.parts[_CORE]).find(_SUBJECT)
        except (KeyError, ValueError, etree.XMLSyntaxError):
            return ""
        return (found.text or "").strip() if found is not None else ""


def opened(data: bytes, place: Place, report: Report) -> Opened | None:
    """Return a .docx opened, or None after reporting what is wrong with the file."""
    try:
        parts = read_package(data)
    except DamagedError:
        _report_no_package(data, place, report)
        return None
    main = _main_part(parts)
    if main not in parts:
        report.add("F103", place)
        return None
    found = Opened(parts, main)
    try:
        _parse(found)
    except _UnreadableError as exc:
        report.add("F104", place, part=str(exc))
        return None
    if found.document.tag.startswith(f"{{{_STRICT}}}"):
        report.add("F105", place)
        return None
    if found.document.tag != f"{W}document" or found.body is None:
        report.add("F103", place)
        return None
    return found


def _report_no_package(data: bytes, place: Place, report: Report) -> None:
    if data.startswith(_OLE):
        report.add("F101", place)
    elif data.startswith(b"PK"):
        report.add("F106", place)
    else:
        report.add("F102", place)


def _main_part(parts: dict[str, bytes]) -> str:
    for kind, target in _relations(parts, "_rels/.rels", "").values():
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _parse(found: Opened) -> None:
    """Parse the document and what the judgement needs of its relations."""
    folder, name = posixpath.split(found.main)
    found.trees[found.main] = _tree(found.parts, found.main)
    found.relations = _relations(found.parts, f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
    wanted = {"styles", "settings", "numbering", "theme", "footer", "header"}
    for kind, part in found.relations.values():
        if kind in wanted and part in found.parts and part not in found.trees:
            found.trees[part] = _tree(found.parts, part)


def _tree(parts: dict[str, bytes], name: str) -> Any:
    try:
        return parse_xml(parts[name])
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise _UnreadableError(name) from exc


def _relations(parts: dict[str, bytes], name: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return id → (last word of the type, part) of what a part is related to inside the file."""
    if name not in parts:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for relation in _tree(parts, name):
        if not isinstance(relation.tag, str) or relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        found[relation.get("Id", "")] = (kind, posixpath.normpath(whole))
    return found
