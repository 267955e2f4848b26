"""How a paragraph's role shows: in the name of its style, in what it says.

Gives the role that a style's name says, and the patterns of texts that are certainly one thing.
"""

from __future__ import annotations

import re

from docgen.checks.inspect.paragraphs import Paragraph

NAMES = {
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
ISSUE = re.compile(
    r"[（〔]?(?:总?第\d+期)[）〕]?|[〔\[［【(（]\s*\d{2,4}\s*[〕\]］】)）]\s*第?\s*\d+\s*号"
)
SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★.*)?|特急|加急|特提|平急")
NOTE_LABEL = re.compile(r"附\s?件\s?[:：]")
ATTACHMENT = re.compile(r"附\s?件\s?[0-9０-９一二三四五六七八九十]*")
ATTENDANCE = re.compile(
    r"(?:出席|请假|列席|参加|主持|记录|时\s*间|地\s*点)(?:人员?|同志|单位)?[:：]"
)
IMPRINT = re.compile(r"(?:抄送|分送|抄报)[:：]|.*\d日印发$")
COPIES = re.compile(r"[报送发][:：]|[（(]?共印\d+份")
# A table of contents is nobody's text: its styles in Word, its lines with a page number.
CONTENTS = re.compile(r"(?:toc|目录|table of)\b", re.IGNORECASE)
CONTENTS_LINE = re.compile(r"[^\s\d]\s*\t\s*\d{1,3}\s*$")
# A tag of a template, which is gone with its paragraph.
TAG = re.compile(r"(?:\{[%#].*[%#]\}\s*)+", re.DOTALL)
NUMBERED = re.compile(r"\d{1,2}[.．、]")
SALUTATION = re.compile(
    r".*(?:同志|先生|女士|朋友|代表|委员|来宾|领导|主席|主任|书记)们?[：:]$|各位.*[：:]$"
)
ORGANS = re.compile(r"(?:单位|部门|局|委|办|厅|部|府|县|市|区|乡镇|街道|公司|支部|院|校)[，、）]")


def role_by_name(name: str) -> str:
    """Return the role that a style's name says, ``""`` for one that says none."""
    plain = _BRACKETED.sub("", name)  # 署名（盖章）, 发文机关标志（长）
    found = NAMES.get(plain) or _COMMON.get(name.lower())
    if found:
        return found
    match = _HEADING.fullmatch(name)
    return f"heading_{match[1]}" if match else ""


def heading_style(paragraph: Paragraph) -> int:
    """Return the level of docgen's own heading style that a paragraph has, 0 without one."""
    name = paragraph.style.name if paragraph.style else ""
    role = NAMES.get(name, "")
    return int(role[-1]) if role.startswith("heading_") else 0
