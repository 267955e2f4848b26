"""What each paragraph is: title, 主送, a heading, the date …

Takes the paragraphs of the body, sets the `role` of each: by the name of its style (docgen's
own, Word's common ones), else by what it says and where it stands. ``""``: not recognised, and
then not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from docgen.checks.inspect.colours import is_red
from docgen.checks.inspect.marks import level_of, stands_alone
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.role_patterns import (
    ATTACHMENT,
    ATTENDANCE,
    CONTENTS,
    CONTENTS_LINE,
    COPIES,
    DATE,
    IMPRINT,
    ISSUE,
    NAMES,
    NOTE_LABEL,
    NUMBER,
    NUMBERED,
    ORGANS,
    SALUTATION,
    SECRECY,
    TAG,
    role_by_name,
)


class Roles:
    """Gives the paragraphs of one document their roles."""

    def __init__(
        self,
        paragraphs: list[Paragraph],
        align: Callable[[Paragraph], str],
        size: Callable[[Paragraph], float],
        colour: Callable[[Paragraph], str],
    ) -> None:
        self._all = [p for p in paragraphs if not p.blank]
        self._body = [p for p in self._all if p.where == "body"]
        self._align, self._size, self._colour = align, size, colour

    def settle(self) -> None:
        """Set the role of every paragraph that can be recognised."""
        for paragraph in self._all:
            paragraph.role = self._by_style(paragraph)
        self._left_in_text()
        for paragraph in self._all:
            if paragraph.where == "cell" and not paragraph.role:
                paragraph.role = _in_cell(paragraph)
        self._front()
        for index, paragraph in enumerate(self._body):
            paragraph.role = paragraph.role or self._by_content(index, paragraph)
        self._signature()

    def _by_style(self, paragraph: Paragraph) -> str:
        name = paragraph.style.name if paragraph.style else ""
        role = role_by_name(name)
        level = level_of(paragraph.shown)
        if TAG.fullmatch(paragraph.shown):
            return "tag"
        if CONTENTS.match(name) or CONTENTS_LINE.search(paragraph.text):
            return "contents"
        if paragraph.where == "cell" and role not in ("table", "table_head", "imprint", "mark"):
            return ""
        if role.startswith("heading_") and name not in NAMES:
            # Word's own heading styles are taken for anything; the mark tells what it is.
            heading = f"heading_{level}" if stands_alone(paragraph.shown) else "body"
            return heading if level else ""
        if role == "title" and name not in NAMES and level:
            return ""
        return role

    def _left_in_text(self) -> None:
        """Recognise headings that were left in the style of the text, where the document's
        others of their level have their own."""
        used = {paragraph.role for paragraph in self._all}
        for paragraph in self._all:
            role = f"heading_{level_of(paragraph.shown)}"
            if paragraph.role == "body" and role in used & {"heading_1", "heading_2"}:
                paragraph.role = role if stands_alone(paragraph.shown) else "body"

    # the front: all above the text

    def _front(self) -> None:
        """Recognise the head, the title and the lines under it."""
        titles = [p for p in self._body if p.role == "title"]
        start = self._body.index(titles[-1]) + 1 if titles else self._head()
        if not titles:
            start = self._title(start)
        start = self._bylines(start)
        self._addressed(start)

    def _bylines(self, start: int) -> int:
        """Recognise the lines under the title: centred, or short and above a salutation or a
        date in brackets; return where they end."""
        lines = self._body[start : start + 4]
        ends = [n for n, each in enumerate(lines) if _closes_byline(each.shown)]
        for index, paragraph in enumerate(lines):
            above = bool(ends) and index <= ends[-1] and len(paragraph.shown) <= 30
            named = above and not re.search("[。：:；]", paragraph.shown)
            if paragraph.role not in ("", "byline") or level_of(paragraph.shown):
                return start + index
            if not paragraph.role:
                if not (named or self._is_byline(paragraph)):
                    return start + index
                paragraph.role = "byline"
        return start + len(lines)

    def _head(self) -> int:
        """Recognise what stands above the title; return where that ends."""
        for index, paragraph in enumerate(self._body):
            role = paragraph.role or self._head_role(paragraph)
            if role not in ("copy_number", "secrecy", "mark", "number", "line", "signer"):
                return index
            paragraph.role = role
        return 0

    def _head_role(self, paragraph: Paragraph) -> str:
        text = paragraph.shown
        if re.fullmatch(r"\d{6}", text):
            return "copy_number"
        if SECRECY.fullmatch(text):
            return "secrecy"
        if (NUMBER.search(text) or ISSUE.fullmatch(text)) and len(text) < 60:
            return "number" if not text.endswith("。") else ""
        if "\t" in paragraph.text and DATE.search(text[-14:]):
            return "line"  # who issues a briefing, and when
        if len(text) > 40 or self._align(paragraph) not in ("center", "distribute"):
            return ""
        large = self._size(paragraph) >= 24  # a title has 22 pt
        if large and (text.endswith("文件") or is_red(self._colour(paragraph))):
            return "mark"
        return ""

    def _title(self, start: int) -> int:
        """Recognise the title from `start` on; return where it ends."""
        for index, paragraph in enumerate(self._body[start : start + 5], start=start):
            if not self._may_be_title(paragraph, index == start):
                return index
            paragraph.role = "title"
            above = self._body[start]
            if self._size(paragraph) < self._size(above):
                paragraph.role = ""
                return index
        return min(start + 5, len(self._body))

    def _may_be_title(self, paragraph: Paragraph, first: bool) -> bool:
        text = paragraph.shown
        if paragraph.role or level_of(text) or len(text) > 90 or DATE.search(text[-12:]):
            return False
        if text.endswith(("。", "；", "：", ":", "，")) and not first:
            return False
        centred = self._align(paragraph) in ("center", "distribute")
        return centred or (first and len(text) <= 60 and not text.endswith(("。", "：", ":")))

    def _is_byline(self, paragraph: Paragraph) -> bool:
        text = paragraph.shown
        bracketed = text.startswith(("（", "(")) and text.endswith(("）", ")"))
        centred = self._align(paragraph) == "center"
        return len(text) <= 30 and (centred or (bracketed and bool(DATE.search(text))))

    def _addressed(self, start: int) -> None:
        """Recognise the first paragraph of the text as addressees or as a salutation."""
        paragraph = self._body[start] if start < len(self._body) else None
        if paragraph is None or paragraph.role or level_of(paragraph.shown):
            return
        text = paragraph.shown
        if SALUTATION.fullmatch(text) and len(text) <= 40:
            paragraph.role = "salutation"
        elif (text.endswith(("：", ":")) and len(text) <= 150) or (
            ORGANS.search(text + "，") and len(text) <= 60 and not re.search("[。；]", text)
        ):
            paragraph.role = "addressee"

    # the text and what follows it

    def _by_content(self, index: int, paragraph: Paragraph) -> str:
        text = paragraph.shown
        above = self._body[index - 1].role if index else ""
        if ATTACHMENT.fullmatch(text):
            return "attachment"
        if above == "attachment" or (
            above == "attachment_title" and self._align(paragraph) == "center"
        ):
            return "attachment_title" if len(text) <= 60 and not level_of(text) else "body"
        if NOTE_LABEL.match(text) or (above == "attachment_note" and NUMBERED.match(text)):
            return "attachment_note"
        if IMPRINT.match(text) or (len(self._body) - index <= 5 and COPIES.match(text)):
            return "imprint"
        if ATTENDANCE.match(text):
            return "attendance"
        if DATE.fullmatch(text) and above != "title":
            return "date"
        if above == "date" and text.startswith(("（", "(")) and text.endswith(("）", ")")):
            return "note"
        level = level_of(text)
        if level and stands_alone(text):
            return f"heading_{level}"
        return "" if self._align(paragraph) == "center" else "body"

    def _signature(self) -> None:
        """Recognise the paragraph above the date as the signature."""
        for above, paragraph in pairwise(self._body):
            if paragraph.role != "date" or above.role not in ("body", ""):
                continue
            text = above.shown
            if len(text) <= 30 and not re.search("[。；：！？，]", text) and not level_of(text):
                above.role = "signature"
        for above, paragraph in reversed(list(pairwise(self._body))):
            joint = paragraph.role == "signature" and above.role == "body"
            if joint and len(above.shown) <= 30 and self._align(above) == "right":
                above.role = "signature"  # offices that sign together


def _closes_byline(text: str) -> bool:
    bracketed = text.startswith(("（", "(")) and text.endswith(("）", ")"))
    salutation = bool(SALUTATION.fullmatch(text)) and len(text) <= 40
    return salutation or (bracketed and bool(DATE.search(text)))


def _in_cell(paragraph: Paragraph) -> str:
    if IMPRINT.match(paragraph.shown):
        return "imprint"
    if NUMBER.match(paragraph.shown) or paragraph.shown.startswith("签发人"):
        return ""
    return "table_head" if paragraph.in_head else "table"
