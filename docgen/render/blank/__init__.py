"""A template from nothing: page, styles and tags as a profile asks.

Takes a kind and a profile, gives the bytes of a .docx; ``make templates`` writes those of the
standard to ``templates/``, ``docgen templates new`` one that an office edits further. Built on
a base of our own: python-docx's carries 438 KB of old styles, theme fonts that override named
ones, and a thumbnail.
"""

from __future__ import annotations

import re

from docgen.base.errors import DocgenError
from docgen.model.profile import Profile
from docgen.render.blank.kinds import KINDS, Layout
from docgen.render.blank.styles import styles_xml
from docgen.render.blank.xml import HEAD, NS, RELATIONS
from docgen.render.package import pack, write_package
from docgen.render.properties import CORE, template_core

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Spaces that a profile has made negative, which OOXML forbids (ECMA-376-1 22.9.2.14).
_NEGATIVE = re.compile(r'w:(?:before|after|footer|line|space)="-\d+"')
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def make_template(kind: str, profile: Profile) -> bytes:
    """Return the template of a kind; the same bytes every time.

    Raises DocgenError for a profile whose distances leave no room for what stands there.
    """
    return packed(KINDS[kind](profile), kind, profile)


def packed(layout: Layout, kind: str, profile: Profile) -> bytes:
    """Return a template with these pages, for a kind of document."""
    texts = {
        "[Content_Types].xml": _content_types(layout),
        "_rels/.rels": _package_relations(),
        "word/_rels/document.xml.rels": _document_relations(layout),
        "word/document.xml": _document(layout),
        "word/styles.xml": styles_xml(profile, official=layout.official),
        "word/settings.xml": _settings(),
        **{f"word/{name}.xml": story for name, story in layout.stories.items()},
    }
    for xml in texts.values():
        negative = _NEGATIVE.search(xml)
        if negative:
            raise DocgenError("F009", reason=negative[0])
    parts = {name: (HEAD + xml).encode() for name, xml in texts.items()}
    parts[CORE] = template_core(kind)
    return write_package(pack(name, content) for name, content in parts.items())


def _kind_of(story: str) -> str:
    return story.rstrip("0123456789")


def _content_types(layout: Layout) -> str:
    parts = [("styles", "styles"), ("settings", "settings")]
    parts += [(name, _kind_of(name)) for name in layout.stories]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
        f'<Override PartName="/{CORE}" ContentType="{_CORE_TYPE}"/>{overrides}</Types>'
    )


def _package_relations() -> str:
    document = ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml")
    return _relations(
        [document, ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", CORE)]
    )


def _document_relations(layout: Layout) -> str:
    stories = [
        (
            f"rIdStory{name.removeprefix(_kind_of(name))}",
            f"{RELATIONS}/{_kind_of(name)}",
            f"{name}.xml",
        )
        for name in layout.stories
    ]
    fixed = [
        ("rId1", f"{RELATIONS}/styles", "styles.xml"),
        ("rId2", f"{RELATIONS}/settings", "settings.xml"),
    ]
    return _relations([*fixed, *stories])


def _relations(targets: list[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _document(layout: Layout) -> str:
    inside = "".join(layout.paragraphs) + layout.section
    return f"<w:document {NS}><w:body>{inside}</w:body></w:document>"


def _settings() -> str:
    office = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {NS}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        # A typed line break in justified text must not stretch the line before it.
        "<w:compat><w:doNotExpandShiftReturn/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
