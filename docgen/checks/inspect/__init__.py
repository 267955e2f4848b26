"""``docgen inspect``: the format of any .docx against a profile.

Takes the bytes of a file, adds a diagnostic for each cause of a deviation; see `inspect_format`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.checks.inspect.compare import Comparison
from docgen.checks.inspect.findings import Findings
from docgen.checks.inspect.footers import check_page_numbers
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.kinds import is_statutory, kind_of_title, named_kind
from docgen.checks.inspect.opened import Opened, opened
from docgen.checks.inspect.sections import check_sections
from docgen.checks.inspect.titles import check_title
from docgen.checks.inspect.wording import check_words
from docgen.model.profile import Profile


class Inspection(NamedTuple):
    """What was looked at: the kind (``""``: unknown), whether the standard binds it, how many
    paragraphs of each role, how many paragraphs were judged."""

    kind: str
    statutory: bool
    roles: Mapping[str, int]
    checked: int


def inspect_format(
    data: bytes, profile: Profile, place: Place, report: Report, kind: str = ""
) -> Inspection | None:
    """Report where a .docx leaves the profile; None where it is no .docx, which is reported."""
    found = opened(data, place, report)
    if found is None:
        return None
    inspection, findings = judge(found, profile, place, kind)
    report.extend(findings.diagnostic(finding) for finding in findings.all())
    return inspection


def judge(
    found: Opened, profile: Profile, place: Place, kind: str = ""
) -> tuple[Inspection, Findings]:
    """Return all findings on an opened .docx, and what was looked at."""
    judged = Judged(found, profile)
    kind = judged.kind = _kind(judged, kind)
    findings = Findings(place, profile, statutory=is_statutory(kind))
    check_sections(judged, findings)
    Comparison(judged, findings).compare()
    check_words(judged, findings)
    check_title(judged, findings)
    check_page_numbers(judged, findings)
    roles = Counter(p.role for p in judged.paragraphs if p.role and not p.blank)
    return Inspection(kind, findings.statutory, dict(roles), sum(roles.values())), findings


def _kind(judged: Judged, given: str) -> str:
    """Return the document's kind: the one given, else docgen's own property, else by title."""
    named = named_kind(given) or named_kind(judged.opened.subject)
    if named:
        return named
    official = bool(judged.in_role("number", "addressee"))
    return kind_of_title(judged.title, official=official)
