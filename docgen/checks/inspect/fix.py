"""``docgen inspect --fix``: what is certain is mended, no text is changed.

Takes the bytes of a .docx, gives new bytes with what was mended and what is left. Parts that
nothing was mended in are copied byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree

from docgen.base.diagnostics import Diagnostic, Report
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place
from docgen.checks.inspect import judge
from docgen.checks.inspect.findings import Finding, Findings
from docgen.checks.inspect.opened import Opened, opened
from docgen.model.profile import Profile
from docgen.render.package import pack, write_package
from docgen.render.xml import W, parse_xml

# What is mended can bring to light what it hid (a size, then the spacing that goes with it).
_ROUNDS = 4


class Fixed(NamedTuple):
    """A mended file: its bytes, the diagnostics that are gone, those that are left."""

    data: bytes
    mended: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


def fixed(data: bytes, profile: Profile, kind: str = "", place: Place = NOWHERE) -> Fixed:
    """Return a .docx with all that is certain mended. Raises DocgenError where that would
    change a text; what is no .docx comes back as it is."""
    report = Report()
    before = opened(data, place, report)
    if before is None:
        return Fixed(data, (), tuple(report))
    parts, mended = dict(before.parts), dict[tuple[str, str], Diagnostic]()
    inspection, findings = judge(before, profile, place, kind)
    first = {_identity(finding) for finding in findings.all()}
    for _ in range(_ROUNDS):
        changed = _mend(before, findings, mended)
        if not changed:
            break
        parts |= changed
        data = write_package(pack(name, content) for name, content in parts.items())
        again = opened(data, place, report)
        assert again is not None  # it was made of sound parts
        before, (_, findings) = again, judge(again, profile, place, inspection.kind)
    left = {_identity(finding): findings.diagnostic(finding) for finding in findings.all()}
    gone = tuple(found for key, found in mended.items() if key in first - left.keys())
    return Fixed(data, gone, tuple(left.values()))


def _identity(finding: Finding) -> tuple[str, str]:
    return finding.first.parameter.key, finding.first.carrier.key


def _mend(
    found: Opened, findings: Findings, mended: dict[tuple[str, str], Diagnostic]
) -> dict[str, bytes]:
    """Mend what can be mended; return the parts that changed."""
    before = {name: _written(root) for name, root in found.trees.items()}
    for finding in findings.all():
        if not finding.mendable:
            continue
        mended.setdefault(_identity(finding), findings.diagnostic(finding))
        for deviation in finding.deviations:
            if deviation.mend is not None:
                deviation.mend()
    after = {name: _written(root) for name, root in found.trees.items()}
    changed = {name: content for name, content in after.items() if content != before[name]}
    _assert_same_texts({name: before[name] for name in changed}, changed)
    return changed


def _written(root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _assert_same_texts(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    for name, content in after.items():
        if _texts(before[name]) != _texts(content):
            raise DocgenError("F109")


def _texts(content: bytes) -> list[str]:
    """Return every text, deleted text and field code of a part."""
    tags = (f"{W}t", f"{W}delText", f"{W}instrText")
    return [node.text or "" for node in parse_xml(content).iter(*tags)]
