"""The properties of a document: what it is (core), and docgen's digest over it (custom).

Never the tool's defaults: title, organisation and the document's date, nothing of the clock.
"""

from __future__ import annotations

import hashlib
import re

from docgen.model.terms import DOCUMENT_KINDS
from docgen.model.tree import Tree
from docgen.render.package import Packed, digest_of
from docgen.render.xml import escaped

CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
DIGEST = "docgen.digest"

_CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CORE_NS = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_SUBJECT = re.compile(rb"<dc:subject>([^<]*)</dc:subject>")
_TYPES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_VALUE = re.compile(
    rb'(<(?:\w+:)?property\b[^>]*\bname="docgen\.digest"[^>]*>\s*<(?:\w+:)?lpwstr>)([0-9a-f]*)'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def template_core(kind: str) -> bytes:
    """Return docProps/core.xml for a template: its kind, which Word and WPS keep."""
    words = DOCUMENT_KINDS[kind]
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE_NS}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{words}模板</dc:title><dc:subject>{words}</dc:subject>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def kind_in(core: bytes | None) -> str:
    """Return the kind that a docProps/core.xml names as its subject, or ``""``."""
    match = _SUBJECT.search(core) if core else None
    word = match[1].decode("utf-8", "replace") if match else ""
    kind = DOCUMENT_KINDS.find(word)
    return kind.code if kind else ""


def core_xml(tree: Tree) -> bytes:
    """Return docProps/core.xml for a document."""
    # A document without a date has no date here either; Word asks only for well-formed ones.
    day = f"{tree.date}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    org = _one_line(tree.org)
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE_NS}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_one_line(tree.title)}</dc:title>"
        f"<dc:subject>{DOCUMENT_KINDS[tree.kind]}</dc:subject>"
        f"<dc:creator>{org}</dc:creator><dc:language>zh-CN</dc:language>"
        f"<cp:lastModifiedBy>{org}</cp:lastModifiedBy>{dates if tree.date else ''}"
        "</cp:coreProperties>"
    ).encode()


def _one_line(words: str) -> str:
    """Return words as a property holds them: on one line, escaped."""
    return escaped(" ".join(words.split()))


def custom_xml(template: bytes | None) -> bytes:
    """Return docProps/custom.xml with an empty digest: the template's own properties and ours."""
    ours = (
        f'<property xmlns="{_CUSTOM_NS}" xmlns:vt="{_TYPES_NS}" fmtid="{_FMTID}" pid="%d" '
        f'name="{DIGEST}"><vt:lpwstr></vt:lpwstr></property>'
    )
    if template is None:
        start = f'{_HEAD}<Properties xmlns="{_CUSTOM_NS}">'
        return (start + ours % 2 + "</Properties>").encode()
    if _VALUE.search(template):
        return blanked(template)
    pids = [int(pid) for pid in re.findall(rb'\bpid="(\d+)"', template)]
    made = (ours % (max(pids, default=1) + 1)).encode()
    # <Properties …/> holds nothing yet.
    template = re.sub(rb"<((?:\w+:)?Properties)\b([^>]*)/>", rb"<\1\2></\1>", template)
    return re.sub(rb"(</(?:\w+:)?Properties>\s*$)", lambda m: made + m.group(1), template)


def blanked(custom: bytes) -> bytes:
    """Return docProps/custom.xml with the digest's value taken out."""
    return _VALUE.sub(rb"\1", custom)


def sealed(custom: bytes, digest: str) -> bytes:
    """Return docProps/custom.xml with the digest's value put in."""
    return _VALUE.sub(lambda match: match.group(1) + digest.encode(), custom)


def digest_for(parts: list[Packed], custom: bytes) -> str:
    """Return the digest of a document: over all its parts, the custom one without its value."""
    own = hashlib.sha256(custom).digest()
    return digest_of([*((part.name, part.digest) for part in parts), (CUSTOM, own)])


def is_as_written(parts: dict[str, bytes]) -> bool:
    """Whether every part of a .docx is what docgen wrote; False for anybody else's."""
    custom = parts.get(CUSTOM)
    match = _VALUE.search(custom) if custom is not None else None
    if custom is None or match is None:
        return False
    contents = {**parts, CUSTOM: blanked(custom)}
    digests = [(name, hashlib.sha256(content).digest()) for name, content in contents.items()]
    return digest_of(digests).encode() == match.group(2)
