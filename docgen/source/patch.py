"""Single values of a YAML file changed in place: every other byte stays.

Takes a file's bytes and the changes; gives the new bytes, which were read again and hold exactly
the old values with these changes, or None after reporting that it cannot be done.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.source.edits import Addition, Change, edits_for
from docgen.source.list_edits import CommentError, Edit, Kept
from docgen.source.nodes import Node, Scalar
from docgen.source.nodes import Sequence as Items
from docgen.source.spans import Span, Step, comments, spans
from docgen.source.text import decode
from docgen.source.yaml import parse_mapping

_WORDS = {
    "encoding": Words("它的编码不能原样写回去", "its encoding cannot be written back as it was"),
    "shape": Words("这里的写法太特别", "it is written in an unusual way here"),
    "reading": Words(
        "改过之后读出来的不是要写的", "what it then says is not what was to be written"
    ),
    "comments": Words("改了就丢了注释", "a comment would be lost"),
    "comment": Words(
        "这一行的注释说的是哪一项，改了就分不清了",
        "the comment on this line might then belong to something else",
    ),
}


def patched(
    data: bytes, changes: Iterable[Change | Addition], place: Place, report: Report
) -> bytes | None:
    """Return a file with its changes; None, and reported, where it cannot be made certain."""
    changes = list(changes)
    mark, encoding = _encoding(data)
    raw = data[len(mark) :].decode(encoding, "replace")
    if mark + raw.encode(encoding, "replace") != data:
        report.add("S090", place, reason=_WORDS["encoding"])
        return None
    quiet = Report()
    text = decode(data, place, quiet)
    root = parse_mapping(text, place, quiet) if text is not None else None
    if text is None or root is None:
        report.extend(quiet)
        return None
    try:
        wanted = _with(_plain(root), changes)
        old = spans(text)
        edits = edits_for(text, root, old, changes)
    except (KeyError, IndexError, TypeError):  # a path that the file has otherwise
        report.add("S090", place, reason=_WORDS["shape"])
        return None
    except CommentError as found:
        line, column = text.count("\n", 0, found.at) + 1, found.at - text.rfind("\n", 0, found.at)
        report.add("S090", Place(place.file, line, column), reason=_WORDS["comment"])
        return None
    again, made = Report(), _applied(text, edits)
    new = parse_mapping(made, place, again)
    if new is None or _plain(new) != wanted or len(again) > len(quiet):
        report.add("S090", place, reason=_WORDS["reading"])
        return None
    if _commented(text, old) != _commented(made, spans(made)):
        report.add("S090", place, reason=_WORDS["comments"])
        return None
    return mark + _applied_raw(raw, text, edits).encode(encoding)


def _commented(text: str, top: Span) -> list[str]:
    return [words for _, words in comments(text, top)]


def _encoding(data: bytes) -> tuple[bytes, str]:
    """Return a file's byte order mark and encoding, as source/text.py reads it."""
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF8, "utf-8"),
    ):
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "gb18030"
    return b"", "utf-8"


def _applied(text: str, edits: list[Edit]) -> str:
    made, at = "", 0
    for edit in edits:
        made += text[at : edit.start] + edit.words
        at = edit.end
    return made + text[at:]


def _applied_raw(raw: str, text: str, edits: list[Edit]) -> str:
    """Apply edits whose positions count every line end as one character, as `text` has them."""
    if raw == text:
        return _applied(text, edits)
    folded = raw.replace("\r\n", "\n")
    double: list[int] = []  # where in `folded` a line end was two characters
    at = raw.find("\r\n")
    while at >= 0:
        double.append(at - len(double))
        at = raw.find("\r\n", at + 2)
    end = "\r\n" if len(double) * 2 > folded.count("\n") else "\n"

    def there(index: int) -> int:
        return index + bisect_left(double, index)

    return _applied(raw, [
        Edit(there(edit.start), there(edit.end), edit.words.replace("\n", end)) for edit in edits
    ])  # fmt: skip


# -- what the file says, without places ---------------------------------------------------------


class _Pairs(list[list[Any]]):
    """A mapping's keys and values in the order of the file."""


def _plain(node: Node) -> Any:
    """Return what a node says: text, None, a list, or pairs."""
    if isinstance(node, Scalar):
        return None if node.null else node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return _Pairs([key.text, _plain(value)] for key, value in node.pairs)


def _with(plain: Any, changes: list[Change | Addition]) -> Any:
    """Return what a file says once it is changed."""
    for change in changes:
        if isinstance(change, Addition):
            _at(plain, change.path).append(_said(change.item))
            continue
        holder = _at(plain, change.path)
        if isinstance(holder, str):
            holder = _Pairs([[change.shorthand, holder]])
            _store(_at(plain, change.path[:-1]), change.path[-1], holder)
        _store(holder, change.key, _said(change.value))
    return plain


def _at(plain: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        if isinstance(step, int):
            plain = plain[step]
        else:
            plain = next(pair[1] for pair in plain if pair[0] == step)
    return plain


def _store(holder: Any, key: Step, value: Any) -> None:
    if isinstance(key, int):
        holder[key] = value
        return
    for pair in holder:
        if pair[0] == key:
            pair[1] = _in_shape(value, pair[1])
            return
    if value is not None:  # nothing, under a key that is not there, is what it was
        holder.append([key, value])


def _in_shape(value: Any, old: Any) -> Any:
    """Return a new value as it is written for the old one: a single word that stood without a
    list stays so; an item that stays is what it was."""
    if not isinstance(value, list) or isinstance(value, _Pairs):
        return value
    if not isinstance(old, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    return [old[item] if isinstance(item, Kept) else item for item in value]


def _said(value: Any) -> Any:
    """Return a value as reading gives it."""
    if isinstance(value, Kept):
        return value
    if isinstance(value, str):
        return value or None
    if isinstance(value, dict):
        return _Pairs([key, _said(each)] for key, each in value.items())
    return [_said(item) for item in value] if value else None
