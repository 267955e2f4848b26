"""In whose name a finding speaks, and how grave it is: the standard, a house, or practice.

Takes a parameter of a profile and whether the kind is statutory. Only a 规 of the standard is
an error, and only for one of the 15 statutory kinds; others are judged by practice, never in
the standard's name.
"""

from __future__ import annotations

from docgen.base.catalogue.entry import Severity
from docgen.base.diagnostics import Words
from docgen.model.profile import Parameter, Profile

_GRADES = {
    "must": Severity.ERROR,
    "usual": Severity.WARNING,
    "recommended": Severity.WARNING,
    "derived": Severity.WARNING,
    "allowed": Severity.INFO,
    "practice": Severity.INFO,
}


def severity_of(parameter: Parameter, *, statutory: bool) -> Severity:
    """Return how grave it is to leave a parameter."""
    grade = _GRADES[parameter.strength.code]
    return grade if statutory else min(grade, Severity.WARNING)


def ground_of(parameter: Parameter, profile: Profile, *, statutory: bool) -> Words:
    """Return what asks for a parameter's value: a clause with its strength, a house, practice."""
    face = f"fonts.{parameter.value}"
    if parameter.house or (face in profile and profile[face].house):
        return Words("单位格式", "house profile")
    if not statutory or not parameter.clause:
        return Words("办公惯例", "office practice")
    words = f"GB/T 9704 {parameter.clause}"
    return Words(f"{words} {parameter.strength.zh}", f"{words}, {parameter.strength.code}")
