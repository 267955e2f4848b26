"""版头 and 版记 of what is sent out (通知, 函): the words that its template prints under a name.

Takes a document and a draft, gives `Named`; what is not in the form of GB/T 9704-2012 7.2 is
reported, and printed as typed.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank, lacking
from docgen.language.document_numbers import corrected, is_proper
from docgen.model.document import Document
from docgen.model.official import Issued
from docgen.model.tree import Named, Origin
from docgen.model.values import BLANK

# 条例 第九条（四）: 紧急程度; telegrams have words of their own, which are not printed on paper.
_URGENCIES = ("特急", "加急")
# 密级 and the 保密期限 after ★ (7.2.2).
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+(?:年|个月|日|天)|长期))?")
# 7.2.1: the copy number has six digits.
_COPY_NUMBER = re.compile(r"[0-9]{6}")
# What the right form is shown with where the typed one cannot be read.
_EXAMPLE = "××发〔2026〕8号"


def told(document: Document, name: str, draft: Draft) -> Named:
    """Return a fact of a document under its own name, as typed."""
    draft.used.note(document, name)
    return Named(name, getattr(document, name), Origin(document.where(name)))


def required(document: Document, name: str, what: Words, draft: Draft) -> Named:
    """Return a fact that an office expects; where it is not given, a blank, which is reported."""
    if getattr(document, name):
        return told(document, name, draft)
    lacking(draft, "C030", document, Words(f"{what.zh}（{name}）", f"{what.en} ({name})"))
    return Named(name, blank(what.zh), Origin(document.where(name)))


def mark(document: Issued, draft: Draft, ending: str = "") -> Named:
    """Return 发文机关标志: the one given, else the office's name and `ending` (文件)."""
    if document.mark or not document.org:
        return required(document, "mark", Words("发文机关标志", "a mark"), draft)
    return Named("mark", document.org + ending, Origin(document.where("org")))


def number(document: Issued, draft: Draft) -> Named:
    """Return 发文字号."""
    typed = BLANK.sub("", document.number)
    if typed == document.number != "" and not is_proper(typed):
        right = corrected(typed) or _EXAMPLE
        draft.report.add("C042", document.where("number"), number=typed, right=right)
    return required(document, "number", Words("发文字号", "a document number"), draft)


def copy_number(document: Issued, draft: Draft) -> Named:
    """Return 份号, which a classified document must have (条例 第九条（一）)."""
    if document.secrecy and not document.copy_number:
        draft.report.add("C040", document.where("secrecy"), secrecy=document.secrecy)
        return Named("copy_number", blank("份号"), Origin(document.where("secrecy")))
    typed = document.copy_number
    if typed and not (_COPY_NUMBER.fullmatch(typed) or BLANK.search(typed)):
        draft.report.add("C044", document.where("copy_number"), number=typed)
    return told(document, "copy_number", draft)


def secrecy(document: Issued, draft: Draft) -> Named:
    """Return 密级和保密期限."""
    typed = document.secrecy
    if typed and not (_SECRECY.fullmatch(typed) or BLANK.search(typed)):
        draft.report.add("C043", document.where("secrecy"), secrecy=typed)
    return told(document, "secrecy", draft)


def urgency(document: Issued, draft: Draft) -> Named:
    """Return 紧急程度."""
    typed = document.urgency
    if typed and not (typed in _URGENCIES or BLANK.search(typed)):
        draft.report.add("C041", document.where("urgency"), urgency=typed)
    return told(document, "urgency", draft)


def addressee(document: Issued, draft: Draft, *, expected: bool) -> Named:
    """Return 主送机关 without its colon, which the template prints."""
    if not document.addressee and expected:
        return required(document, "addressee", Words("主送机关", "an addressee"), draft)
    given = told(document, "addressee", draft)
    return given._replace(value=document.addressee.rstrip("：: "))
