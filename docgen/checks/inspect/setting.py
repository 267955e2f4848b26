"""Properties set where the schema wants them (ECMA-376-1, wml.xsd: children have an order).

Takes an element and a property, changes the element in place.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from docgen.checks.inspect.units import attribute, child, number
from docgen.render.xml import W

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
    "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView "
    "trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle "
    "defaultTableStyle evenAndOddHeaders",
    "p": "pPr",
    "r": "rPr",
    "pBdr": "top left bottom right between bar",
}  # fmt: skip
_PLACES = {
    parent: {f"{W}{name}": place for place, name in enumerate(names.split())}
    for parent, names in _ORDERS.items()
}


def ensured(parent: Any, name: str) -> Any:
    """Return the child of a name, made at its place in the schema's order where it is missing."""
    found = child(parent, name)
    if found is not None:
        return found
    places = _PLACES[etree.QName(parent).localname]
    own = places[f"{W}{name}"]
    after = [node for node in parent if places.get(node.tag, 10_000) < own]
    made = parent.makeelement(f"{W}{name}", {}, parent.nsmap)
    parent.insert(parent.index(after[-1]) + 1 if after else 0, made)
    return made


def put(element: Any, **values: object) -> None:
    """Set attributes; None takes one away."""
    for name, value in values.items():
        if value is not None:
            element.set(f"{W}{name}", str(value))
        elif element.get(f"{W}{name}") is not None:
            del element.attrib[f"{W}{name}"]


def set_font(holder: Any, family: str) -> None:
    """Set the font of Han; a theme's would beat it."""
    fonts = ensured(ensured(holder, "rPr"), "rFonts")
    put(fonts, eastAsia=family, eastAsiaTheme=None)


def set_western(holder: Any, family: str) -> None:
    """Set the font of Latin letters and digits alone."""
    put(ensured(ensured(holder, "rPr"), "rFonts"), ascii=family, asciiTheme=None)


def set_hint(holder: Any) -> None:
    """Let the marks that Chinese shares with Latin be set in the font of Han."""
    put(ensured(ensured(holder, "rPr"), "rFonts"), hint="eastAsia")


def set_page_break(holder: Any) -> None:
    """Let a paragraph begin a page."""
    put(ensured(ensured(holder, "pPr"), "pageBreakBefore"), val=None)


def set_border(holder: Any, side: str, **values: object) -> None:
    """Change a border of a paragraph: its ``sz``, ``space`` or ``color``."""
    border = ensured(ensured(ensured(holder, "pPr"), "pBdr"), side)
    put(border, **values)
    if border.get(f"{W}val") is None:
        put(border, val="single")


def set_latin(holder: Any, family: str) -> None:
    """Set the font of Latin letters, digits and the marks they share with Chinese."""
    fonts = ensured(ensured(holder, "rPr"), "rFonts")
    put(fonts, ascii=family, hAnsi=family, asciiTheme=None, hAnsiTheme=None)


def set_size(holder: Any, points: float) -> None:
    """Set the type size."""
    for name in ("sz", "szCs"):
        put(ensured(ensured(holder, "rPr"), name), val=round(points * 2))


def set_bold(holder: Any, bold: bool) -> None:
    """Set or take away bold."""
    put(ensured(ensured(holder, "rPr"), "b"), val=None if bold else "0")


def set_colour(holder: Any, colour: str) -> None:
    """Set the colour of text."""
    found = ensured(ensured(holder, "rPr"), "color")
    put(found, val=colour, themeColor=None, themeTint=None, themeShade=None)


def set_spacing(holder: Any, twips: int) -> None:
    """Set the character spacing."""
    put(ensured(ensured(holder, "rPr"), "spacing"), val=twips)


def set_scale(holder: Any) -> None:
    """Set characters as wide as they are."""
    put(ensured(ensured(holder, "rPr"), "w"), val=100)


def set_line(holder: Any, twips: int) -> None:
    """Set an exact line pitch."""
    put(ensured(ensured(holder, "pPr"), "spacing"), line=twips, lineRule="exact")


def set_gap(holder: Any, side: str, twips: int) -> None:
    """Set the space before or after a paragraph."""
    spacing = ensured(ensured(holder, "pPr"), "spacing")
    put(spacing, **{side: twips, f"{side}Lines": None, f"{side}Autospacing": None})


def set_align(holder: Any, align: str) -> None:
    """Set the alignment."""
    put(ensured(ensured(holder, "pPr"), "jc"), val=align)


def set_first(holder: Any, cells: float, twips: int) -> None:
    """Set the first line's indent: Word takes the cells, LibreOffice the twips."""
    indent = ensured(ensured(holder, "pPr"), "ind")
    put(indent, hanging=None, hangingChars=None)
    put(indent, firstLineChars=round(cells * 100), firstLine=twips)


def set_side(holder: Any, side: str, cells: float, twips: int) -> None:
    """Set the ``left`` or ``right`` indent."""
    other = {"left": "start", "right": "end"}[side]
    indent = ensured(ensured(holder, "pPr"), "ind")
    put(indent, **{other: None, f"{other}Chars": None})
    hanging = number(attribute(indent, "hangingChars"))
    if side == "left" and (hanging or attribute(indent, "hanging")):
        # Word counts leftChars without the hanging cells beside it.
        inside = None if hanging is None else round(cells * 100 - hanging)
        put(indent, leftChars=inside, left=twips)
        return
    put(indent, **{f"{side}Chars": round(cells * 100), side: twips})
