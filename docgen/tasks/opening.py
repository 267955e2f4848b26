"""A file that should be a workbook → openpyxl's, once it is known to be safe to open.

Takes a path, gives the workbook, or None after reporting what the file is instead: another
program's format, encrypted, damaged, or one that would fill the memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.source.workspace import shown

if TYPE_CHECKING:
    from openpyxl import Workbook

# A workbook of ten thousand tasks is 3 MB, and 20 MB of XML.
MAX_BYTES = 20 * 1024 * 1024
MAX_INFLATED = 96 * 1024 * 1024
MAX_PARTS = 1_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
# Streams of an OLE file, in UTF-16: what Office encrypts into, and the old .xls's own.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E|<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")

_SAVE_AS = Words("在 Excel 或 WPS 里另存为 .xlsx。", "Save it as .xlsx in Excel or WPS.")
_KINDS = {
    "old": Words("旧版的 .xls（或 WPS 的 .et）", "an old .xls (or WPS's .et)"),
    "encrypted": Words("加了密码的工作簿", "protected by a password"),
    "ods": Words("OpenDocument 表格（.ods）", "an OpenDocument sheet (.ods)"),
    "binary": Words("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"),
    "word": Words("Word 文件（.docx）", "a Word document (.docx)"),
    "plan": Words("计划一类的文件（YAML、Markdown）", "a file such as a plan (YAML, Markdown)"),
    "text": Words("文字文件（.csv 一类）", "a text file (such as .csv)"),
    "other": Words("不是工作簿的文件", "no workbook"),
    "damaged": Words("损坏的工作簿", "a damaged workbook"),
    "entities": Words("带 DTD 的 XML，正常的工作簿没有", "XML with a DTD, which no workbook has"),
}
_PLANS = (".yaml", ".yml", ".md")
_REMEDIES = {
    "plan": Words(
        "先写表格，再写计划：docgen tasks import 表格.xlsx 计划.yaml。",
        "First the workbook, then the plan: docgen tasks import TABLE.xlsx PLAN.yaml.",
    ),
    "encrypted": Words("打开它，去掉密码，再保存。", "Open it, remove the password, save it."),
    "damaged": Words(
        "在 Excel 或 WPS 里打开、修复、另存；或者重新导出。",
        "Open and repair it in Excel or WPS, or export it anew.",
    ),
}
# zipfile tells a damaged file in each of these ways; openpyxl adds those of its own parsing.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError,
)  # fmt: skip


class Opened(NamedTuple):
    """A workbook with its formulas, and how to open it with what they gave when it was saved."""

    book: Workbook
    results: Callable[[], Workbook | None]


def open_workbook(path: Path, report: Report) -> Opened | None:
    """Return a file as a workbook."""
    place = Place(shown(path))
    try:
        if path.stat().st_size > MAX_BYTES:
            report.add("S092", place, what=_size(path.stat().st_size, MAX_BYTES))
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        report.add("S001", place)
        return None
    except OSError as exc:
        report.add("S002", place, reason=exc.strerror or str(exc))
        return None
    if not _safe(data, place, report):
        return None
    return _opened(data, place, report)


def is_plan(path: Path, report: Report) -> bool:
    """Whether a file that should be a workbook is a plan, which is reported."""
    found = path.suffix.lower() in _PLANS
    if found:
        _refuse("plan", Place(shown(path)), report)
    return found


def _opened(data: bytes, place: Place, report: Report) -> Opened | None:
    import warnings

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    def opened(*, results: bool) -> Workbook:
        with warnings.catch_warnings():
            # openpyxl warns of parts that it drops (charts, drawings): none of them are tasks.
            warnings.simplefilter("ignore")
            return load_workbook(
                io.BytesIO(data), data_only=results, keep_links=False, rich_text=not results
            )

    def results() -> Workbook | None:
        try:
            return opened(results=True)
        except _DAMAGE:
            return None  # what a formula gave is only quoted

    try:
        return Opened(opened(results=False), cache(results))
    except (*_DAMAGE, InvalidFileException):
        _refuse("damaged", place, report)
        return None


def _safe(data: bytes, place: Place, report: Report) -> bool:
    """Whether a file's bytes are a workbook's, and no more of them than memory can hold."""
    kind = _kind_of(data)
    if kind:
        _refuse(kind, place, report)
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _sound(package, place, report)
    except _DAMAGE:
        _refuse("damaged", place, report)
        return False


def _kind_of(data: bytes) -> str:
    """Return what a file is that is no zip; ``""``: it is one."""
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in data else "old"
    if data.startswith(b"PK\x03\x04"):
        return ""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")  # UTF-16
    return "other" if b"\0" in data[:4096] and not wide else "text"


def _sound(package: zipfile.ZipFile, place: Place, report: Report) -> bool:
    parts = package.infolist()
    # zipfile reads no more of a part than it says of its size, so the sum can be trusted.
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or size > MAX_INFLATED:
        report.add("S092", place, what=_size(size, MAX_INFLATED))
        return False
    names = {part.filename for part in parts}
    kind = _kind_inside(names)
    if kind:
        _refuse(kind, place, report)
        return False
    if any(part.flag_bits & 1 for part in parts):
        _refuse("encrypted", place, report)
        return False
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(package.read(part)):
            _refuse("entities", place, report)
            return False
    return True


def _kind_inside(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return ""
    if "xl/workbook.bin" in names:
        return "binary"
    if "word/document.xml" in names:
        return "word"
    if "content.xml" in names:
        return "ods"
    # Some programs call it otherwise: it is enough that something of a workbook is there.
    return "" if any(name.startswith("xl/") for name in names) else "other"


def _refuse(kind: str, place: Place, report: Report) -> None:
    report.add("S091", place, kind=_KINDS[kind], remedy=_REMEDIES.get(kind, _SAVE_AS))


def _size(size: int, limit: int) -> Words:
    many, most = f"{size / 1024 / 1024:.0f} MB", f"{limit // 1024 // 1024} MB"
    return Words(f"{many}，最多 {most}", f"{many}, at most {most}")
