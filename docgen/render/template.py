"""A template compiled once: docxtpl's tag language on our own Jinja environment.

Takes the bytes of a .docx, gives a `Template` that renders in a fraction of the time that
opening it takes; everything wrong in it is reported, at its part and paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError
from lxml import etree

from docgen.base.diagnostics import Report, Words, clipped, suggestion
from docgen.base.place import Place
from docgen.language.jinja import (
    Compiled,
    compiled,
    environment,
    fault_of,
    printable,
)
from docgen.render.body import WESTERN, Body, Styles
from docgen.render.names import given_names, unknown_names
from docgen.render.package import DamagedError, Packed, pack, read_package
from docgen.render.precheck import Precheck
from docgen.render.properties import CORE, CUSTOM, custom_xml, kind_in
from docgen.render.spots import Spot, is_rendered, part_words, spots_of
from docgen.render.wiring import Wired, wire, wire_provenance
from docgen.render.xml import BadCharacterError, ForbiddenDoctypeError, W, markup, parse_xml

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

DOCUMENT = "word/document.xml"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", DOCUMENT)

# What a loop repeats or a condition empties to the file's harm (render/repair.py).
_REPEATED = ("<w:tbl>", "<wp:docPr", "<w:bookmarkStart")

# Private-use characters around a paragraph's number while docxtpl rearranges the source.
_OPEN, _CLOSE = "\ue000", "\ue001"
_STARTS = re.compile(r"<w:(?:p|tr|tc)(?=[ >/])")
_NUMBER = re.compile(f"\n{_OPEN}(\\d+){_CLOSE}")
# Word's paragraph ids repeat when a loop repeats the paragraph; Word makes new ones itself.
_IDS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')

_FAULTS = {
    "unknown": "T030",
    "empty": "T031",
    "record": "T032",
    "forbidden": "T033",
    "failed": "T034",
    "filter": "T021",
    "syntax": "T021",
}


def _finalize(value: object) -> Any:
    return value if isinstance(value, Body) else markup(printable(value))


PART = environment(xml=True, finalize=_finalize)


class Part(NamedTuple):
    """One part with tags: its compiled source and, line by line, the paragraph it came from."""

    name: str
    source: str
    code: Compiled
    lines: tuple[int, ...]
    spots: tuple[Spot, ...]
    repeats: bool  # holds tables, drawings or bookmarks, which loops leave in disorder

    @property
    def filename(self) -> str:
        return f"<docgen:{self.name}>"

    def spot(self, line: int) -> Spot:
        """Return the paragraph that a line of the compiled source came from."""
        number = self.lines[min(line, len(self.lines)) - 1] if self.lines else 1
        return self.spots[max(number, 1) - 1]


@dataclass(frozen=True, eq=False)
class Template:
    """A compiled template: parts with tags, parts that never change but for whether the
    origins of paragraphs go in (`wired`), its styles."""

    place: Place
    parts: tuple[Part, ...]
    fixed: tuple[Packed, ...]
    wired: Wired
    custom: bytes
    styles: Styles
    has_body: bool
    kind: str = ""  # of document, as its properties have it
    checked: dict[str, bool] = field(default_factory=dict)

    def check_names(self, kind: str, report: Report) -> bool:
        """Report every name that a document of `kind` does not give; return whether all are
        known."""
        known_before = len(report)
        for part in self.parts:
            for name, line, known in unknown_names(PART.parse(part.source), kind):
                spot = part.spot(line).words()
                hint = suggestion(name, known, limit=16)
                report.add("T030", self.place, spot=spot, name=name, known=hint)
        return len(report) == known_before

    def explain(self, exc: Exception, part: Part, report: Report) -> None:
        """Report why rendering `part` failed, at its paragraph."""
        fault = fault_of(exc, part.filename)
        spot = part.spot(fault.line).words()
        if isinstance(exc, BadCharacterError):
            report.add("T035", self.place, spot=spot, char=str(exc))
            return
        hint = suggestion(fault.name, fault.known)
        facts: dict[str, object] = {"name": fault.name, "known": hint, "reason": fault.reason}
        report.add(_FAULTS[fault.kind], self.place, spot=spot, tag="", **facts)


def compile_template(data: bytes, place: Place, report: Report, kind: str = "") -> Template | None:
    """Return the template in `data`, or None after reporting all that is wrong with it.

    `kind` is what it is wanted for: with other faults, unknown names are told too; in a
    template without, `check_names` finds them.
    """
    before = len(report)
    parts = _parts_of(data, place, report)
    if parts is None:
        return None
    roots = {name: parse_xml(parts[name]) for name in sorted(parts) if is_rendered(name)}
    check = Precheck(PART, place, report)
    spots = {name: spots_of(name, root) for name, root in roots.items()}
    for name in roots:
        check.part(spots[name])
    check.finish()
    styles = read_styles(parts.get("word/styles.xml", b""))
    styles = styles._replace(width=_type_area(roots[DOCUMENT]) or styles.width)
    for missing in styles.missing() if check.bodies else []:
        report.add("T040", place, style=missing)
    if len(report) > before:
        if kind:
            check.names(list(given_names(kind)))
        return None
    tagged = [name for name in roots if any("{" in spot.text for spot in spots[name])]
    for name, root in roots.items():
        _only_in_text(name, root, place, report)
    if len(report) > before:
        return None
    made = [_part(name, roots[name], spots[name], place, report) for name in tagged]
    custom = custom_xml(parts.pop(CUSTOM, None))
    fixed, wired = wire_provenance(
        wire({name: part for name, part in parts.items() if name not in (*tagged, CORE)})
    )
    return Template(
        place=place,
        parts=tuple(part for part in made if part is not None),
        fixed=tuple(pack(name, fixed[name]) for name in sorted(fixed)),
        wired=wired,
        custom=custom,
        styles=styles,
        has_body=bool(check.bodies),
        kind=kind_in(parts.get(CORE)),
    )


def _parts_of(data: bytes, place: Place, report: Report) -> dict[str, bytes] | None:
    try:
        parts = read_package(data)
    except DamagedError:
        report.add("T002", place, reason=_what_it_is(data))
        return None
    for name in _NEEDED:
        if name not in parts:
            report.add("T002", place, reason=Words(f"缺少 {name}", f"{name} is missing"))
            return None
    return parts if _are_sound(parts, place, report) else None


def _what_it_is(data: bytes) -> Words:
    """Return in plain words what a file is that is no .docx."""
    if not data:
        return Words("文件是空的", "the file is empty")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Words("这是旧版的 .doc 文件", "this is an old .doc file")
    return Words("它不是压缩包，或已损坏", "it is no zip file, or damaged")


def _are_sound(parts: dict[str, bytes], place: Place, report: Report) -> bool:
    """Whether every XML part can be read; each that cannot is reported."""
    faulty = []
    for name in sorted(parts):
        if name.endswith((".xml", ".rels")):
            try:
                root = parse_xml(parts[name])
            except etree.XMLSyntaxError:
                faulty.append(name)
                continue
            except ForbiddenDoctypeError:
                faulty.append(f"{name}, DOCTYPE")
                continue
            if name == DOCUMENT and root.find(f"{W}body") is None:
                faulty.append(name)
    for name in faulty:
        report.add("T003", place, reason=name)
    return not faulty


def _only_in_text(part: str, root: Any, place: Place, report: Report) -> None:
    """Report tags where Word keeps no text (bookmark names, field codes, alternative texts)."""
    found = [
        value
        for node in root.iter()
        for value in (*node.attrib.values(), "" if node.tag == f"{W}t" else node.text or "")
        if "{{" in value or "{%" in value
    ]
    zh, en = part_words(part)
    for value in found:
        shown = clipped(value, 40)
        report.add("T024", place, part=Words(zh, en), tag=shown)


def _part(name: str, root: Any, spots: list[Spot], place: Place, report: Report) -> Part | None:
    source, lines = _numbered(etree.tostring(root, encoding="unicode"))
    try:
        code = compiled(PART, source, f"<docgen:{name}>")
    except (SyntaxError, RecursionError) as exc:
        # Python's own limits on what Jinja makes: too many loops in loops, too long a chain.
        report.add("T021", place, spot=spots[0].words(), tag="", reason=fault_of(exc).reason)
        return None
    except TemplateSyntaxError as exc:
        number = lines[min(exc.lineno, len(lines)) - 1]
        spot = spots[max(number, 1) - 1].words()
        report.add("T021", place, spot=spot, tag="", reason=fault_of(exc).reason)
        return None
    return Part(
        name, source, code, tuple(lines), tuple(spots), any(mark in source for mark in _REPEATED)
    )


def _numbered(xml: str) -> tuple[str, list[int]]:
    """Return the patched source and, for each of its lines, the number of its paragraph.

    The numbers are put in front of every paragraph, row and cell before docxtpl patches the
    source and taken out after: what it deletes takes its text along, but not the mark before it.
    """
    count = 0

    def number(match: re.Match[str]) -> str:
        nonlocal count
        is_paragraph = match.group() == "<w:p"
        count += is_paragraph
        return f"\n{_OPEN}{count if is_paragraph else count + 1}{_CLOSE}{match.group()}"

    xml = _IDS.sub("", xml.replace("\n", " "))
    patched = _patch()(None, _STARTS.sub(number, xml))
    lines = [1, *(int(found) for found in _NUMBER.findall(patched))]
    # A line end in a comment counts for Jinja's line numbers and prints nothing.
    return HEAD + _NUMBER.sub("{#\n#}", patched), lines


@cache
def _patch() -> Any:
    # docxtpl brings python-docx along; it is imported when the first template is compiled.
    from docxtpl import DocxTemplate

    # patch_xml uses nothing of its object (0.20); a test holds that.
    return DocxTemplate.patch_xml


def _type_area(document: Any) -> int:
    """Return the width of the first section's type area in twips, 0 where it is not given."""
    size, margins = (next(document.iter(f"{W}{tag}"), None) for tag in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return 0
    given = (size.get(f"{W}w"), margins.get(f"{W}left"), margins.get(f"{W}right"))
    if not all(each and each.isdecimal() for each in given):
        return 0
    whole, left, right = map(int, given)
    return whole - left - right


def read_styles(content: bytes) -> Styles:
    """Return a template's styles by name, from word/styles.xml."""
    found: dict[str, dict[str, str]] = {"paragraph": {}, "character": {}}
    western = ""
    for style in parse_xml(content).iter(f"{W}style") if content else ():
        name = style.find(f"{W}name")
        kind = found.get(style.get(f"{W}type", ""))
        if kind is None or name is None:
            continue
        if style.get(f"{W}styleId"):
            kind[name.get(f"{W}val")] = style.get(f"{W}styleId")
        fonts = style.find(f"{W}rPr/{W}rFonts")
        if name.get(f"{W}val") == WESTERN and fonts is not None:
            western = fonts.get(f"{W}ascii", "")
    return Styles(found["paragraph"], found["character"], western)
