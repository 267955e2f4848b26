"""The pieces that a template's parts are written with: paragraphs, runs, text boxes.

Lengths in twips (1/20 pt) but those of drawings, which are in EMU (1/12700 pt).
"""

from __future__ import annotations

EMU_A_TWIP = 635

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = _R
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NS = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)

# Of a paragraph that must be there and takes no room on the page.
NO_ROOM = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def text(words: str, properties: str = "") -> str:
    """Return a run of words; ``\\t`` is a tab."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = words.split("\t")
    pieces = [f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in parts]
    return f"<w:r>{rpr}{'<w:tab/>'.join(pieces)}</w:r>" if words else ""


def in_face(style: str) -> str:
    """Return the run properties of a character style."""
    return f'<w:rStyle w:val="{style}"/>'


def paragraph(style: str, inside: str = "", properties: str = "") -> str:
    """Return a paragraph in a style; `inside` is words or runs."""
    runs = inside if inside.startswith("<") else text(inside)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def when(condition: str, *inside: str, otherwise: tuple[str, ...] = ()) -> str:
    """Return paragraphs that are printed where the condition holds, else `otherwise`."""
    other = tag("else") + "".join(otherwise) if otherwise else ""
    return tag(f"if {condition}") + "".join(inside) + other + tag("endif")


def each(names: str, *inside: str) -> str:
    """Return paragraphs that are repeated: ``each("line in byline", …)``."""
    return tag(f"for {names}") + "".join(inside) + tag("endfor")


def tag(words: str) -> str:
    """Return a tag in a paragraph of its own, which disappears with it."""
    escaped = words.replace("<", "&lt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{{%p {escaped} %}}</w:t></w:r></w:p>'


def tabs(*stops: tuple[str, int]) -> str:
    """Return tab stops: (``left`` or ``right``, twips from the left edge of the type area)."""
    made = "".join(f'<w:tab w:val="{side}" w:pos="{at}"/>' for side, at in stops)
    return f"<w:tabs>{made}</w:tabs>"


def field(code: str, shown: str) -> str:
    """Return a field with its last result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{text(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(
    name: str,
    inside: str,
    size: tuple[int, int],
    place: str,
    *,
    box: str,
) -> str:
    """Return a run with an anchored text box without frame or insets.

    `size` is width and height in twips; `place` the positions and the wrapping; `box` what
    the text in it does (DrawingML bodyPr). The box fits its text: LibreOffice forgets the place
    of one that does not.
    """
    cx, cy = (length * EMU_A_TWIP for length in size)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place[: place.index("<wp:wrap")]}'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'{place[place.index("<wp:wrap") :]}<wp:docPr id="1" name="{name}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" {box}>'
        "<a:spAutoFit/></wps:bodyPr></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def positions(horizontal: tuple[str, str], vertical: tuple[str, str], wrap: str) -> str:
    """Return where a drawing stands: (relative to, ``left``/``bottom`` … or EMU) twice, and how
    text goes round it."""

    def one(axis: str, relative: str, at: str) -> str:
        word = f"<wp:posOffset>{at}</wp:posOffset>" if at.lstrip("-").isdigit() else ""
        word = word or f"<wp:align>{at}</wp:align>"
        return f'<wp:position{axis} relativeFrom="{relative}">{word}</wp:position{axis}>'

    return one("H", *horizontal) + one("V", *vertical) + f"<wp:{wrap}/>"
