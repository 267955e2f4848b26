"""Findings in a profile's name: its clause and strength cited, the severity following from it.

Takes a profile and a report; `Verdict.find` adds a diagnostic. A kind outside the 15 statutory
ones is judged by practice: never an error, and never in the standard's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from docgen.base.catalogue.entry import Severity
from docgen.base.diagnostics import Diagnostic, Report, Words
from docgen.base.place import Place
from docgen.checks.grounds import ground_of, severity_of
from docgen.model.profile import Profile

_SAME_LENGTH = 0.3  # mm


@dataclass(frozen=True)
class Verdict:
    """What findings are judged by, and where they go."""

    profile: Profile
    place: Place
    report: Report
    statutory: bool = True

    def find(self, code: str, key: str, **facts: object) -> None:
        """Report that a page leaves parameter `key` of the profile."""
        parameter = self.profile[key]
        grade = severity_of(parameter, statutory=self.statutory)
        ground = ground_of(parameter, self.profile, statutory=self.statutory)
        facts = {"expected": _in_words(parameter.shown), **facts, "ground": ground}
        self.report.extend([Diagnostic(code, self.place, facts, grade)])

    def note(self, code: str, grade: Severity | None = None, **facts: object) -> None:
        """Report what no parameter of the profile rules."""
        self.report.extend([Diagnostic(code, self.place, facts, grade)])

    def grouped(
        self, code: str, key: str, measured: Iterable[tuple[int, object]], **facts: object
    ) -> None:
        """Report pages that leave `key`, given as (page, what was measured): those of one
        measure together."""
        by_measure: dict[object, list[int]] = defaultdict(list)
        for page, measure in measured:
            by_measure[measure].append(page)
        for measure, pages in by_measure.items():
            self.find(code, key, pages=said_pages(pages), measured=measure, **facts)

    def lengths(
        self, code: str, key: str, measured: Iterable[tuple[int, float]], **facts: object
    ) -> None:
        """Report pages on which a length in millimetres leaves `key`; those of about the same
        length together."""
        groups: list[list[tuple[int, float]]] = []
        for page, length in sorted(measured, key=lambda item: item[1]):
            if not groups or length - groups[-1][-1][1] > _SAME_LENGTH:
                groups.append([])
            groups[-1].append((page, length))
        for group in groups:
            middle = one_place(median(length for _, length in group))
            self.grouped(code, key, ((page, middle) for page, _ in group), **facts)

    def allows(self, key: str, measured_mm: float) -> bool:
        """Whether a length is within its parameter's tolerance."""
        return abs(measured_mm - self.profile.mm(key)) <= self.tolerance_mm(key)

    def tolerance_mm(self, key: str) -> float:
        tolerance = self.profile[key].tolerance
        return tolerance.mm if tolerance is not None else 0.0


def _in_words(value: str) -> Words:
    """Return a value as messages name it: its unit in their language."""
    return Words(value.replace("mm", "毫米").replace("pt", "磅"), value)


def said_pages(pages: Iterable[int]) -> Words:
    """Return pages as a message names them: 第1—3、5页."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    zh = "、".join(f"{run[0]}—{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    en = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return Words(f"第{zh}页", f"page {en}")


def one_place(amount: float) -> str:
    """Return a measured length as it is printed: 6.9, 28, 28.5."""
    return f"{round(amount, 1):g}"
