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

_NAMES = {
    "公文标题": "title", "题注": "byline", "称呼": "salutation", "公文正文": "body",
    "一级标题": "heading_1", "二级标题": "heading_2", "三级标题": "heading_3",
    "四级标题": "heading_4", "附件说明": "attachment_note", "署名": "signature",
    "成文日期": "date", "附件标签": "attachment", "附件标题": "attachment_title",
    "表格表头": "table_head", "表格文字": "table", "份号": "copy_number", "密级": "secrecy",
    "密级和保密期限": "secrecy", "紧急程度": "secrecy", "密级和紧急程度": "secrecy",
    "发文机关标志": "mark", "发文字号": "number", "红线": "line", "签发人": "signer",
    "主送机关": "addressee", "附注": "note", "版记": "imprint", "抄送机关": "imprint",
    "印发机关": "imprint", "出席人员": "attendance", "页码": "page_number",
}  # fmt: skip
_COMMON = {"title": "title", "标题": "title", "subtitle": "byline", "副标题": "byline"}
_HEADING = re.compile(r"(?:heading|标题) ?([1-4])", re.IGNORECASE)
_BRACKETED = re.compile(r"（[^）]*）$")

DATE = re.compile(
    r"(?:(?:19|20)\d\d|[一二][〇○零Oo0九一二三四五六七八]{3})\s*[年./-]\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}\s*[日号]?"
)
NUMBER = re.compile(
    r"[\u4e00-\u9fff×]{2,12}\s?[〔\[［【(（﹝]\s*\d{2,4}\s*[〕\]］】)）﹞]\s*第?\s*\d+\s*号"
)
_ISSUE = re.compile(
    r"[（〔]?(?:总?第\d+期)[）〕]?|[〔\[［【(（]\s*\d{2,4}\s*[〕\]］】)）]\s*第?\s*\d+\s*号"
)
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★.*)?|特急|加急|特提|平急")
NOTE_LABEL = re.compile(r"附\s?件\s?[:：]")
ATTACHMENT = re.compile(r"附\s?件\s?[0-9０-９一二三四五六七八九十]*")
_ATTENDANCE = re.compile(
    r"(?:出席|请假|列席|参加|主持|记录|时\s*间|地\s*点)(?:人员?|同志|单位)?[:：]"
)
_IMPRINT = re.compile(r"(?:抄送|分送|抄报)[:：]|.*\d日印发$")
_COPIES = re.compile(r"[报送发][:：]|[（(]?共印\d+份")
# A table of contents is nobody's text: its styles in Word, its lines with a page number.
_CONTENTS = re.compile(r"(?:toc|目录|table of)\b", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"[^\s\d]\s*\t\s*\d{1,3}\s*$")
# A tag of a template, which is gone with its paragraph.
_TAG = re.compile(r"(?:\{[%#].*[%#]\}\s*)+", re.DOTALL)
_NUMBERED = re.compile(r"\d{1,2}[.．、]")
_SALUTATION = re.compile(
    r".*(?:同志|先生|女士|朋友|代表|委员|来宾|领导|主席|主任|书记)们?[：:]$|各位.*[：:]$"
)
_ORGANS = re.compile(r"(?:单位|部门|局|委|办|厅|部|府|县|市|区|乡镇|街道|公司|支部|院|校)[，、）]")


def role_by_name(name: str) -> str:
    """Return the role that a style's name says, ``""`` for one that says none."""
    plain = _BRACKETED.sub("", name)  # 署名（盖章）, 发文机关标志（长）
    found = _NAMES.get(plain) or _COMMON.get(name.lower())
    if found:
        return found
    match = _HEADING.fullmatch(name)
    return f"heading_{match[1]}" if match else ""


def heading_style(paragraph: Paragraph) -> int:
    """Return the level of docgen's own heading style that a paragraph has, 0 without one."""
    name = paragraph.style.name if paragraph.style else ""
    role = _NAMES.get(name, "")
    return int(role[-1]) if role.startswith("heading_") else 0


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
        if _TAG.fullmatch(paragraph.shown):
            return "tag"
        if _CONTENTS.match(name) or _CONTENTS_LINE.search(paragraph.text):
            return "contents"
        if paragraph.where == "cell" and role not in ("table", "table_head", "imprint", "mark"):
            return ""
        if role.startswith("heading_") and name not in _NAMES and level:
            return f"heading_{level}" if stands_alone(paragraph.shown) else "body"
        if role == "title" and name not in _NAMES and level:
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
        if _SECRECY.fullmatch(text):
            return "secrecy"
        if (NUMBER.search(text) or _ISSUE.fullmatch(text)) and len(text) < 60:
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
        if _SALUTATION.fullmatch(text) and len(text) <= 40:
            paragraph.role = "salutation"
        elif (text.endswith(("：", ":")) and len(text) <= 150) or (
            _ORGANS.search(text + "，") and len(text) <= 60 and not re.search("[。；]", text)
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
        if NOTE_LABEL.match(text) or (above == "attachment_note" and _NUMBERED.match(text)):
            return "attachment_note"
        if _IMPRINT.match(text) or (len(self._body) - index <= 5 and _COPIES.match(text)):
            return "imprint"
        if _ATTENDANCE.match(text):
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
    salutation = bool(_SALUTATION.fullmatch(text)) and len(text) <= 40
    return salutation or (bracketed and bool(DATE.search(text)))


def _in_cell(paragraph: Paragraph) -> str:
    if _IMPRINT.match(paragraph.shown):
        return "imprint"
    if NUMBER.match(paragraph.shown) or paragraph.shown.startswith("签发人"):
        return ""
    return "table_head" if paragraph.in_head else "table"
