"""Deviations, gathered by what is wrong and by the place it comes from.

Takes each deviation as it is met, gives one `Finding` for each cause: one value in one style is
reported once, however many paragraphs show it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docgen.base.catalogue.entry import Severity
from docgen.base.diagnostics import Diagnostic, Words, clipped
from docgen.base.place import Place
from docgen.checks.grounds import ground_of, severity_of
from docgen.checks.inspect.levels import Carrier
from docgen.model.profile import Parameter, Profile

_SAMPLE = 16

# A change of the document that mends one deviation.
Mend = Callable[[], None]


@dataclass(eq=False)
class Deviation:
    """One thing that is not as the profile has it."""

    code: str
    parameter: Parameter
    carrier: Carrier
    found: Words
    wanted: Words
    subject: Any = None  # the paragraph, for counting
    sample: str = ""
    number: int = 0
    unit: str = "段"
    mend: Mend | None = None
    property: str = ""  # what groups parameters of several roles: font, size, pitch …
    style: Words | None = None  # the name of the paragraph's style
    name: Words | None = None  # of what is wrong, where the parameter's says less


@dataclass(eq=False)
class Finding:
    """All deviations of one cause."""

    deviations: list[Deviation] = field(default_factory=list)

    @property
    def first(self) -> Deviation:
        """The deviation that speaks for all: of the text, else of what there is most of."""
        keys = [deviation.parameter.key for deviation in self.deviations]
        body = [each for each in self.deviations if each.parameter.key.startswith("body.")]
        common = max(dict.fromkeys(keys), key=keys.count)
        return body[0] if body else self.deviations[keys.index(common)]

    @property
    def count(self) -> int:
        """How many paragraphs show it."""
        return len({id(each.subject) for each in self.deviations})

    @property
    def mendable(self) -> bool:
        """Whether every one of them can be mended."""
        return all(deviation.mend is not None for deviation in self.deviations)


class Findings:
    """Gathers deviations; gives diagnostics in order of weight."""

    def __init__(self, place: Place, profile: Profile, *, statutory: bool) -> None:
        self._place, self._profile, self.statutory = place, profile, statutory
        self._found: dict[tuple[str, str], Finding] = {}

    def add(self, deviation: Deviation) -> None:
        """Take one more deviation."""
        direct = deviation.carrier.kind in ("run", "paragraph")
        # One style may be wrong for several roles, but then in the same way.
        shared = deviation.property and f"{deviation.property}: {deviation.wanted.zh}"
        subject = deviation.parameter.key if direct or not shared else shared
        key = (subject, deviation.carrier.key)
        self._found.setdefault(key, Finding()).deviations.append(deviation)

    def all(self) -> list[Finding]:
        """Return the findings, gravest first; of the same weight in the order met."""
        return sorted(self._found.values(), key=lambda each: -self.severity(each))

    def severity(self, finding: Finding) -> Severity:
        """Return how grave a finding is: by the strength of its parameter; practice binds
        no kind but by custom."""
        return severity_of(finding.first.parameter, statutory=self.statutory)

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Return a finding as a diagnostic."""
        first = finding.first
        facts = {
            "parameter": first.parameter.key,
            "carrier": self._carrier(finding),
            "count": finding.count,
            "sample": _quoted(first),
            "name": _name(finding),
            "found": _joined([each.found for each in finding.deviations]),
            "wanted": first.wanted,
            "ground": ground_of(first.parameter, self._profile, statutory=self.statutory),
            "extent": _extent(finding),
        }
        return Diagnostic(first.code, self._place, facts, self.severity(finding))

    def _carrier(self, finding: Finding) -> Words:
        carrier = finding.first.carrier
        styles = list(dict.fromkeys(each.style for each in finding.deviations if each.style))
        if carrier.kind != "unset" or not styles:
            return Words(carrier.zh, carrier.en)
        first, count = styles[0], len(styles)
        zh = f"样式“{first.zh}”" + (f"等{count}个样式" if count > 1 else "")
        en = f"style '{first.en}'" + (f" and {count - 1} more" if count > 1 else "")
        return Words(f"{zh}（没有设置）", f"{en} (not set)")


def _joined(words: list[Words]) -> Words:
    several = list(dict.fromkeys(words))[:3]
    return Words("、".join(w.zh for w in several), ", ".join(w.en for w in several))


def _name(finding: Finding) -> Words:
    """Return what is wrong: both spaces of one style are one thing."""
    first = finding.first
    keys = {each.parameter.key for each in finding.deviations}
    if keys == {"text.space_before", "text.space_after"}:
        return Words("段前、段后距", "space before and after paragraphs")
    return first.name or Words(first.parameter.zh, first.parameter.en)


def _quoted(deviation: Deviation) -> str:
    return clipped(" ".join(deviation.sample.replace("\n", "").split()), _SAMPLE)


def _extent(finding: Finding) -> Words:
    first, count = finding.first, finding.count
    if not first.sample:
        return Words("", "")
    quoted = _quoted(first)
    where = f"第{first.number}段" if first.number else ""
    here = f"paragraph {first.number}" if first.number else "it says"
    quote = f"{where}：{quoted}" if where else quoted
    if count == 1:
        return Words(f"。见“{quote}”", f"; {here}: “{quoted}”")
    return Words(
        f"。涉及{count}{first.unit}，如“{quote}”", f"; {count} paragraphs, e.g. {here}: “{quoted}”"
    )
