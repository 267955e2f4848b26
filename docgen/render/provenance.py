"""Where every paragraph of a document came from, written into the .docx and read from it.

Takes what was printed and the tree, gives one custom XML part, a row for each paragraph: a hash
of its text, the file (relative to the workspace), the key path, the snippets with versions.
Nothing of the machine or its user goes in.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from operator import methodcaller
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from docgen.base.han import FORBIDDEN
from docgen.base.place import Place
from docgen.model.tree import Block, Grid, Named, Origin, Tree
from docgen.render.xml import ForbiddenDoctypeError, escaped, parse_xml

# The part is found by the name of its root; every program that saves a .docx renames the part.
NAMESPACE = "urn:docgen:provenance"
FORM = "1"  # of the rows; a docgen that does not know it says so
_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<provenance xmlns="{NAMESPACE}" form="{FORM}">'
_LENGTH = 12  # hexadecimal digits: 48 bits tell the paragraphs of one document apart
_EMPTY = sha256().hexdigest()
_digest = methodcaller("hexdigest")
# Where a part that is no XML any more began.
_ROOT = re.compile(rb"<(?:\w+:)?provenance\s[^<>]*" + re.escape(NAMESPACE.encode()))
# A snippet with its version, as `versioned` gives it.
_LABEL = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*@\d{1,4}")

# What a person or program may set differently while the words stay: lines broken by hand, gaps.
_SPACES = " \n\t\u3000\xa0"
# A template's paragraphs and text; its own source has no other form of them (lxml wrote it).
_TOKENS = re.compile(
    r'<w:p(?: [^>]*")?>|</w:p>|<w:t(?: [^>]*")?>([^<]*)</w:t>|</?mc:Fallback(?: [^>]*")?>'
)


class Row(NamedTuple):
    """One paragraph as it was printed: the hash of its text, and where it came from."""

    hash: str
    file: str
    key: str = ""
    snippets: tuple[str, ...] = ()


class UnknownFormError(ValueError):
    """A part that is damaged, or of the form (its words) that a newer docgen writes."""


def hash_of(text: str) -> str:
    """Return the hash of a paragraph's visible text; spaces and line breaks do not count."""
    return sha256(_tight(text).encode()).hexdigest()[:_LENGTH]


def _tight(text: str) -> str:
    """Return a text without the spaces that do not count."""
    for space in _SPACES:
        text = text.replace(space, "")
    return text


def provenance_xml(
    tree: Tree, inside: tuple[Block, ...], printed: str, body: str, root: Path, template: Place
) -> bytes:
    """Return the part for a document: `printed` is its whole XML, `body` that of the blocks
    `inside` it.

    What neither the blocks nor the title and the lines under it have is the template's own.
    """
    start = _start_of(body, printed)
    before, after = _texts_in(printed[:start]), _texts_in(printed[start + len(body) :])
    front = {_tight(line.text): line.origin for line in tree.front}
    named = [(_tight(words), each.origin) for each in tree.named for words in _told(each)]
    own = Origin(template)
    blocks = list(Tree(tree.kind, (), inside, "").paragraphs())
    texts = before + ["".join([run.text for run in block.runs]) for block in blocks] + after
    apart = () if inside is tree.blocks else tree.blocks
    named_grids = [b for b in apart if isinstance(b, Grid) and b.named and b not in inside]
    cells = _cells_of(named_grids)

    def origin(text: str) -> Origin:
        cell = cells.get(text)
        found = cell.popleft() if cell else front.get(text)
        return found or _named_in(text, named, own)

    origins = [origin(text) for text in before]
    origins += [block.origin for block in blocks]
    origins += [origin(text) for text in after]
    return _part(texts, origins, root)


def _cells_of(blocks: list[Grid]) -> dict[str, deque[Origin]]:
    """Return the origins of the cells of tables that the template prints itself, by their text
    and in the order of the page."""
    found: dict[str, deque[Origin]] = {}
    for cell in Tree("", (), tuple[Block, ...](blocks), "").paragraphs():
        found.setdefault(_tight(cell.text), deque()).append(cell.origin)
    return found


def _told(named: Named) -> Iterator[str]:
    """Yield the words of a name, and each of a list's: the template parts them as it likes."""
    items = named.value if isinstance(named.value, tuple) else ()
    yield from (words for words in (named.words, *items) if isinstance(words, str) and words)


def _named_in(text: str, named: list[tuple[str, Origin]], own: Origin) -> Origin:
    """Return where the longest of the named words in a paragraph of the template came from."""
    words = [(len(each), origin) for each, origin in named if each in text]
    return max(words, key=lambda found: found[0])[1] if words else own


def _start_of(body: str, printed: str) -> int:
    """Return where the body stands: a long word is searched for slowly, its start is not."""
    start = printed.find(body[:80])
    return start if printed.startswith(body, start) else printed.find(body)


def _part(texts: list[str], origins: list[Origin], root: Path) -> bytes:
    """Return the rows in the order of the print, those of one file together."""
    names: dict[str, str] = {}
    rows = []
    last = None
    for mark, (place, snippet, others) in zip(_hashes(texts), origins, strict=True):
        if mark == _EMPTY:
            continue
        if place.file != last:
            last = place.file
            if last not in names:
                names[last] = _attribute(_relative(last, root))
            rows.append(f'</file><file name="{names[last]}">')
        made = _made_of(snippet, others) if snippet or others else ""
        rows.append(f'<p hash="{mark[:_LENGTH]}"{_key(place.key)}{made}/>')
    whole = "".join(rows).removeprefix("</file>") + "</file>" * bool(rows)
    return f"{_HEAD}{whole}</provenance>".encode()


def _hashes(texts: list[str]) -> Iterator[str]:
    """Return the hash of each text, all at once: this is on the way of every document.

    NUL may stand between them, since XML has it in no text.
    """
    whole = _tight("\0".join(texts)).encode()
    return map(_digest, map(sha256, whole.split(b"\0")))


def _made_of(snippet: str, others: tuple[str, ...]) -> str:
    labels = [versioned(label) for label in (snippet, *others) if label]
    return f' snippets="{_attribute(" ".join(labels))}"'


def versioned(label: str) -> str:
    """Return a snippet's label with its version: the first is not marked in messages, but in
    years to come there may be others."""
    return label if "@" in label else f"{label}@1"


@lru_cache(4096)
def _key(key: str) -> str:
    return f' key="{_attribute(key)}"' if key else ""


def _attribute(words: str) -> str:
    """Return words as an attribute's value; a file's name may hold what XML forbids."""
    return escaped(FORBIDDEN.sub("\ufffd", words))


def _relative(file: str, root: Path) -> str:
    """Return a file's path from the workspace; only its name where it lies elsewhere."""
    whole, folder = os.path.abspath(file) if file else "", os.path.join(root, "")
    inside = whole.startswith(folder)
    name = whole[len(folder) :] if inside else os.path.basename(whole)
    return name.replace(os.sep, "/")


def _texts_in(xml: str) -> list[str]:
    """Return the text of every paragraph in a stretch of a printed document, without spaces.

    Text boxes lie in the paragraph they hang on; what an mc:Fallback repeats is left out.
    """
    found: list[list[str]] = []
    open_ones: list[list[str]] = []
    repeated = False
    for token in _TOKENS.finditer(xml):
        words, tag = token[1], token[0]
        if words is not None:
            if open_ones and not repeated:
                open_ones[-1].append(words)
        elif "mc:" in tag:
            repeated = not tag.startswith("</")
        elif tag == "</w:p>":
            del open_ones[-1:]
        else:
            open_ones.append([])
            found.append(open_ones[-1])
    return [_tight(_unescaped("".join(pieces))) for pieces in found]


def _unescaped(xml: str) -> str:
    for mark, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        xml = xml.replace(mark, char)
    return xml


def is_provenance(content: bytes) -> bool:
    """Whether a part is ours, by the name of its root; a damaged one too."""
    plain = content.replace(b"\0", b"")  # UTF-16 has a NUL in each letter
    if NAMESPACE.encode() not in plain:
        return False
    try:
        return str(parse_xml(content).tag) == f"{{{NAMESPACE}}}provenance"
    except (etree.XMLSyntaxError, ForbiddenDoctypeError):
        return _ROOT.search(plain) is not None


def read_rows(content: bytes) -> list[Row]:
    """Return the rows of a part that `is_provenance`. Raises UnknownFormError."""
    try:
        root = parse_xml(content)
    except (etree.XMLSyntaxError, ForbiddenDoctypeError) as exc:
        raise UnknownFormError from exc
    if root.get("form") != FORM:
        raise UnknownFormError(root.get("form") or "")
    return [_row(row, file) for file in root for row in file]


def _row(row: Any, file: Any) -> Row:
    name, mark = file.get("name"), row.get("hash")
    labels = tuple((row.get("snippets") or "").split())
    if name is None or mark is None or not all(map(_LABEL.fullmatch, labels)):
        raise UnknownFormError
    return Row(mark, name, row.get("key") or "", labels)
