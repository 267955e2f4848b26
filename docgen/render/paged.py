"""The printed pages of documents: .docx bytes → PDF, and a picture of each page.

One run of LibreOffice makes the PDFs of all documents; one that fails does not keep the
others from being made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.base.diagnostics import Report, Words
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE
from docgen.render.fontconfig import substitutes
from docgen.render.office import need_office
from docgen.render.package import read_package
from docgen.render.pages import page_pictures

_FONTS = re.compile(r"<w:rFonts [^>]*>")
_FAMILY = re.compile(r' w:(?:ascii|hAnsi|eastAsia)="([^"]+)"')


def paged_outputs(
    documents: Mapping[str, bytes], formats: list[str], report: Report
) -> Iterator[tuple[str, str, bytes]]:
    """Yield (document's name, ending of the file's name, bytes) for each document and format.

    Documents that cannot be printed are reported, and so are fonts that are not installed:
    the pages show others in their place. Raises DocgenError where there is no LibreOffice.
    """
    families = {name for data in documents.values() for name in _families(data)}
    _tell_stand_ins(families, report)
    for name, pdf in _pdfs(documents, report).items():
        if "pdf" in formats:
            yield name, ".pdf", pdf
        if "png" in formats:
            for number, picture in enumerate(page_pictures(pdf), start=1):
                yield name, f"-{number}.png", picture


def _pdfs(documents: Mapping[str, bytes], report: Report) -> dict[str, bytes]:
    office = need_office()
    try:
        return office.to_pdf(documents)
    except DocgenError:
        pass  # one of them: which, and why, is told when each is printed alone
    made: dict[str, bytes] = {}
    for name, data in documents.items():
        try:
            made |= office.to_pdf({name: data})
        except DocgenError as exc:
            report.extend([exc.diagnostic])
    return made


def _families(document: bytes) -> set[str]:
    styles = read_package(document).get("word/styles.xml", b"")
    fonts = _FONTS.findall(styles.decode("utf-8", "replace"))
    return {name for font in fonts for name in _FAMILY.findall(font)}


def _tell_stand_ins(families: set[str], report: Report) -> None:
    missing = substitutes(sorted(families))
    if missing:
        zh = "、".join(f"{name}（用{used or '别的字体'}）" for name, used in missing.items())
        en = ", ".join(f"{name} ({used or 'another font'})" for name, used in missing.items())
        report.add("F240", NOWHERE, fonts=Words(zh, en))
