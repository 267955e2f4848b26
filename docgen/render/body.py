"""The Document tree's blocks → WordprocessingML.

Styles are found by name in the template; their ids change with every program that saves it.
Lengths are in twips (1/20 pt).
"""

from __future__ import annotations

import re
from itertools import cycle
from typing import NamedTuple

from docgen.model.tree import Block, Face, Grid, Paragraph, Role, Run
from docgen.render.xml import escaped, with_breaks

# Latin letters, digits and ASCII marks: what an office sets in Times New Roman. Not × and ÷.
_WESTERN = re.compile(r"([!-~À-ÖØ-öø-ɏ]+(?: +[!-~À-ÖØ-öø-ɏ]+)*)")

# Width of one character cell of 3号 text: 320 less the 5 that make 28 to a line (4.1).
CELL = 315
# A line of text, exact (4.1).
_LINE = 579
# Width of the type area: 11906 − 1588 − 1474 (GB/T 9704-2012 5.2.1).
TYPE_AREA = 8844

WESTERN = "西文"

_SIGNATURES = (Role.SIGNATURE, Role.SEALED_SIGNATURE)
_DATES = (Role.DATE, Role.SEALED_DATE)
_SIGNING = (Role.ATTACHMENT_NOTE, *_SIGNATURES)
# A sealed date stands 4 cells from the right (7.3.5.1).
_SEALED = 4
_CLOSED = "</w:t></w:r>"
_NUMBERED = re.compile(r"(?:附件[：:])?\d+[.．]")

# The signature must not stand on a page alone (7.3.5.5), so the text before it is kept with it.
# LibreOffice then moves that paragraph whole: one longer than this stays, and so does the only
# one, since page one must show text (7.3.3).
_MOVABLE = 12


class Body:
    """What ``{{p body }}`` prints: XML, and nothing a template could take apart; false where a
    document has no text."""

    __slots__ = ("_xml",)

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def __html__(self) -> str:
        return self._xml

    def __bool__(self) -> bool:
        return bool(self._xml)


# Roles of the template's own paragraphs, and those that only some kinds have.
_SELDOM = {
    Role.TITLE, Role.BYLINE, Role.ADDRESSEE, Role.SEALED_SIGNATURE, Role.SEALED_DATE, Role.NOTE,
    Role.ATTENDANCE,
}  # fmt: skip


class Styles(NamedTuple):
    """The template's styles: name → id, for paragraphs and for characters; and the Latin face."""

    paragraphs: dict[str, str]
    characters: dict[str, str]
    western: str = ""
    width: int = TYPE_AREA  # of the type area, in twips

    def missing(self) -> list[str]:
        """Return the names of the styles that docgen needs and the template lacks."""
        wanted = [role.value for role in Role if role not in _SELDOM]
        lacking = [name for name in wanted if name not in self.paragraphs]
        faces = [face.value for face in Face if face not in (Face.PLAIN, Face.LABEL)]
        return lacking + [name for name in (*faces, WESTERN) if name not in self.characters]

    def missing_for(self, blocks: tuple[Block, ...]) -> list[str]:
        """Return the names of styles that these blocks need and the template lacks: those that
        few kinds use, and so not every template has."""
        roles = {block.role for block in blocks if isinstance(block, Paragraph)}
        lacking = [role.value for role in roles if role.value not in self.paragraphs]
        labelled = Role.ATTENDANCE in roles and Face.LABEL.value not in self.characters
        return sorted(lacking) + [Face.LABEL.value] * labelled


class BodyWriter:
    """Writes blocks in the styles of one template."""

    def __init__(self, styles: Styles) -> None:
        self._styles = {name: escaped(id) for name, id in styles.paragraphs.items()}
        self._faces = {name: escaped(id) for name, id in styles.characters.items()}
        self._latin = f'<w:rStyle w:val="{self._faces.get(WESTERN, "")}"/>'
        font = escaped(styles.western or "Times New Roman")
        self._width = styles.width
        self._opened: dict[Face, tuple[str, str]] = {}
        self._latin_font = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'

    def write(self, blocks: tuple[Block, ...]) -> Body:
        """Return the blocks as XML."""
        xml = []
        first = next((block for block in blocks if _is_body(block)), None)
        neighbours = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        for previous, block, following in neighbours:
            if isinstance(block, Grid):
                xml.append(self._grid(block))
                if not isinstance(following, Paragraph):
                    xml.append(self._after_table())
            elif block.role in _SIGNATURES:
                xml.append(self._paragraph(block, _signature_place(block, previous, blocks)))
            elif block.role in _DATES:
                xml.append(self._paragraph(block, self._date_place(block, blocks)))
            elif block.role is Role.ATTENDANCE:
                xml.append(self._paragraph(block, _attendance_place(previous)))
            elif block.role is Role.ATTACHMENT_NOTE:
                xml.append(self._paragraph(block, _note_place(block, previous), keep=True))
            else:
                next_role = following.role if isinstance(following, Paragraph) else None
                signs = next_role in _SIGNING
                if block is first and next_role is Role.ATTACHMENT_NOTE:
                    signs = False  # page one shows text, however many attachments are named
                at_most = 2 if block is first else _MOVABLE
                xml.append(self._paragraph(block, keep=signs and _lines(block) <= at_most))
        return Body("".join(xml))

    def _paragraph(self, paragraph: Paragraph, place: str = "", *, keep: bool = False) -> str:
        style = self._styles[paragraph.role.value]
        flow = "<w:keepNext/>" * keep + "<w:pageBreakBefore/>" * paragraph.new_page
        if paragraph.role is Role.ATTACHMENT_TITLE:
            # A title's digits keep its face, as {{ title }} does in the template.
            runs = f"{self._openings(Face.PLAIN)[0]}{escaped(paragraph.text)}{_CLOSED}"
        else:
            runs = "".join([self._run(run) for run in paragraph.runs])
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flow}{place}</w:pPr>{runs}</w:p>'

    def _run(self, run: Run) -> str:
        """Return a run, its Latin letters and digits in runs of their own.

        Only Latin stretches hold what XML escapes; what it forbids was refused where the text
        was read or rendered.
        """
        plain, latin = self._openings(run.face)
        # Split at a group: what stands between the Latin stretches, and they, in turn.
        pieces = _WESTERN.split(run.text)
        if len(pieces) == 1:
            xml = f"{plain}{pieces[0]}{_CLOSED}"
        else:
            pieces[1::2] = map(escaped, pieces[1::2])
            faces = cycle((plain, latin))
            xml = "".join([f + p + _CLOSED for f, p in zip(faces, pieces, strict=False) if p])
        return with_breaks(xml) if "\n" in run.text or "\t" in run.text else xml

    def _openings(self, face: Face) -> tuple[str, str]:
        """Return how a run in `face` begins, and a Latin one in it."""
        if face not in self._opened:
            own = f'<w:rStyle w:val="{self._faces[face.value]}"/>' if face else ""
            self._opened[face] = (
                _opened(own),
                _opened(own + self._latin_font if own else self._latin),
            )
        return self._opened[face]

    def _date_place(self, date: Paragraph, blocks: tuple[Block, ...]) -> str:
        if date.role is Role.SEALED_DATE:
            return _right(_SEALED)
        signature = next(
            (b for b in blocks if isinstance(b, Paragraph) and b.role is Role.SIGNATURE), None
        )
        if signature is None:
            return _right(2)
        gap = _cells(signature.text) - _cells(date.text)
        return _right(max(gap, 2))

    def _grid(self, grid: Grid) -> str:
        parts = grid.widths or (1,) * len(grid.head)
        widths = [self._width * part // sum(parts) for part in parts]
        cols = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = ""
        if any(grid.head):
            head = self._row(grid.head, widths, Role.TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>")
        rows = "".join(
            self._row(row, widths, Role.TABLE_CELL, "<w:cantSplit/>", grid.shades_of(at))
            for at, row in enumerate(grid.rows)
        )
        return f"<w:tbl>{_table(self._width)}<w:tblGrid>{cols}</w:tblGrid>{head}{rows}</w:tbl>"

    def _row(
        self,
        cells: tuple[str, ...],
        widths: list[int],
        role: Role,
        kind: str,
        shades: tuple[str, ...] = (),
    ) -> str:
        xml = [f"<w:tr><w:trPr>{kind}</w:trPr>"]
        shades = shades or ("",) * len(cells)
        for cell, width, shade in zip(cells, widths, shades, strict=True):
            # A column of numbers stands in the middle, and so does the mark of a shaded cell.
            middle = '<w:jc w:val="center"/>' if cell.isdecimal() or shade else ""
            paragraph = self._paragraph(Paragraph(role, (Run(cell),)), middle)
            ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
            xml.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}'
                f'<w:vAlign w:val="center"/></w:tcPr>{paragraph}</w:tc>'
            )
        return "".join(xml) + "</w:tr>"

    def _after_table(self) -> str:
        """Word wants a paragraph after a table; this one takes no room on the page."""
        style = self._styles[Role.BODY.value]
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        )


def _table(width: int) -> str:
    """Return the properties of a table as wide as the type area."""
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def _opened(properties: str) -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">'


def _is_body(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.BODY


def _lines(paragraph: Paragraph) -> int:
    """Return how many lines of 28 cells a paragraph takes, about."""
    return -(-(round(_cells(paragraph.text)) + 2) // 28)


def _cells(text: str) -> float:
    """Return a text's width in character cells; Latin takes half a cell."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _attendance_place(previous: Block | None) -> str:
    """Return the blank line that stands above the first of those present, below the text
    (10.3)."""
    below_text = isinstance(previous, Paragraph) and previous.role is not Role.ATTENDANCE
    return f'<w:spacing w:before="{_LINE}"/>' if below_text else ""


def _note_place(note: Paragraph, previous: Block | None) -> str:
    """Return where an 附件说明 stands that is one of several (7.3.4): the numbers below each
    other, further lines below the name's first character, no blank line between."""
    numbered = _NUMBERED.match(note.text)
    if not isinstance(previous, Paragraph) or previous.role is not Role.ATTACHMENT_NOTE:
        return f'<w:ind w:left="{6 * CELL}" w:hanging="{4 * CELL}"/>' if numbered else ""
    left, hanging = (6, 1) if numbered else (5, 0)
    spacing = '<w:spacing w:before="0"/>'
    return f'{spacing}<w:ind w:left="{left * CELL}" w:hanging="{hanging * CELL}"/>'


def _signature_place(
    signature: Paragraph, previous: Block | None, blocks: tuple[Block, ...]
) -> str:
    """Return where a 署名 stands, one of several below the others without a blank line."""
    after = blocks[blocks.index(signature) :]
    date = next((b for b in after if isinstance(b, Paragraph) and b.role in _DATES), None)
    follows = isinstance(previous, Paragraph) and previous.role in _SIGNATURES
    spacing = '<w:spacing w:before="0"/>' if follows else ""
    return spacing + (_right(_signature_gap(signature, date)) if date else _right(2))


def _signature_gap(signature: Paragraph, date: Paragraph) -> float:
    """Return the cells right of a 署名.

    GB/T 9704-2012 7.3.5.1: a sealed one is centred on its date. 7.3.5.2: an unsealed one stands
    2 cells from the right, the date's first character 2 cells right of its first; a longer date
    stands 2 cells from the right itself.
    """
    if date.role is Role.SEALED_DATE:
        return max(0, _SEALED + (_cells(date.text) - _cells(signature.text)) / 2)
    return max(2, 4 + _cells(date.text) - _cells(signature.text))


def _right(cells: float) -> str:
    chars, twips = round(cells * 100), round(cells * CELL)
    return f'<w:ind w:rightChars="{chars}" w:right="{twips}"/>'
