"""The papers that one meeting file asks for: 成套文件.

Takes the root of a meeting's file; gives for each name under ``documents`` the root of a document
that names the meeting as its own. A name is a kind (``notice``, 通知), or any other where the
document says its kind itself.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.filenames import file_name
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import spellings
from docgen.model.sources import Meeting
from docgen.model.terms import DOCUMENT_KINDS, Term
from docgen.source.nodes import Mapping, Node, Scalar, Sequence, kind_of

_PLANNED = tuple(word for word, name in spellings(Meeting).items() if name == "documents")
# A set is looked for in every meeting of a folder: most have none, and are not parsed for it.
MENTIONED = re.compile(rf"^[\"']?(?:{'|'.join(_PLANNED)})[\"']?\s*:", re.MULTILINE)
# Where a document of these kinds names its meeting; all others in `meeting`.
_OCCASION = {"speech": "occasion", "transmission-outline": "sources"}


def members(root: Mapping) -> list[str]:
    """Return the names of the papers that a meeting asks for, in the order of the file."""
    asked = root.get(*_PLANNED)
    return [key.text for key, _ in asked.pairs] if isinstance(asked, Mapping) else []


def member_root(root: Mapping, member: str, file: str, report: Report) -> Mapping | None:
    """Return the root of the paper called `member` of the meeting in `file`, or None after
    reporting why not."""
    asked = root.get(*_PLANNED)
    found = (
        [pair for pair in asked.pairs if pair[0].text == member]
        if isinstance(asked, Mapping)
        else []
    )
    if not found:
        return None
    key, node = found[0]
    if file_name(member) != member:  # names become the names of files
        report.add("S040", key.place, name=member)
        return None
    if isinstance(node, Scalar) and node.null:
        node = Mapping(key.place)
    if not isinstance(node, Mapping):
        wanted = Words("几个“键: 值”，或什么也不写", "a mapping of keys to values, or nothing")
        report.add("S028", node.place, wanted=wanted, found=Words("别的", "something else"))
        return None
    kind = _kind(key, node, report)
    return _complete(node, key, kind, file) if kind else None


def _kind(key: Scalar, node: Mapping, report: Report) -> Term | None:
    """Return the kind that a paper says, else the one that its name is."""
    said = kind_of(node)
    word = said if isinstance(said, Scalar) and not said.null else key
    found = DOCUMENT_KINDS.find(word.text)
    if found is None:
        known = suggestion(word.text, DOCUMENT_KINDS.words())
        report.add("S041", word.place, name=word.text, known=known)
    return found


def _complete(node: Mapping, key: Scalar, kind: Term, file: str) -> Mapping:
    """Return a paper with its kind and its meeting, as far as it does not give them itself."""
    names = spellings(DOCUMENTS[kind.code])
    given = {names.get(typed.text) for typed, _ in node.pairs}
    meeting: Node = Scalar(file, key.place.child("meeting"))
    where = _OCCASION.get(kind.code, "meeting")
    if where == "sources":
        meeting = Sequence(key.place, [meeting])
    implied = {"kind": Scalar(kind.code, key.place.child("kind")), where: meeting}
    missing = [
        (Scalar(name, key.place), value) for name, value in implied.items() if name not in given
    ]
    known = [pair for pair in missing if pair[0].text in names]
    return Mapping(node.place, [*known, *node.pairs], node.flow)
