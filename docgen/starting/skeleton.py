"""A document of any kind to fill in: what must be given as 〔待填〕, what may be as comments.

Takes a kind, gives the YAML text; every key comes with the words of its table.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Key, table
from docgen.model.terms import DOCUMENT_KINDS

# What nearly everybody fills in, and so is not commented out.
_USUAL = {"title", "org", "date", "speaker", "salutation", "opening", "sections", "addressee"}
# Lists and records begin on the next line.
_SHOWN = {
    "record": "", "records": "", "passages": "〔待填：{zh}〕", "facts": "[〔待填：{zh}〕]",
    "switch": "否", "term": "",
}  # fmt: skip


def skeleton(kind: str, *, chinese: bool) -> str:
    """Return the file of a new document of `kind`."""
    return "\n".join(_lines(kind, chinese)) + "\n"


def _lines(kind: str, chinese: bool) -> Iterator[str]:
    for name, key in table(DOCUMENTS[kind]).items():
        word = key.zh if chinese else name
        if name == "kind":
            yield f"{word}: {DOCUMENT_KINDS[kind] if chinese else kind}"
            continue
        yield from _key(word, key, kind)


def _key(word: str, key: Key, kind: str) -> Iterator[str]:
    # What the host says at the opening is built from the meeting until somebody writes it.
    built = kind == "hosting-script" and key.name == "opening"
    wanted = key.required or (key.name in _USUAL and not built)
    blank = f"〔待填：{key.zh}〕"
    if key.name == "title" and not key.required:
        yield f"{word}: auto   # {key.doc}"
    elif not wanted or key.shape in ("term", "switch"):
        yield f"# {word}:   # {key.doc}"
    elif key.shape == "records" and key.name == "sections":
        yield f"{word}:   # {key.doc}"
        yield from _section(key, kind, chinese=word == key.zh)
    elif key.shape == "record":
        yield f"{word}: {{{'姓名' if word == key.zh else 'name'}: {blank}}}   # {key.doc}"
    elif key.shape == "facts":
        yield f"{word}: [{blank}]   # {key.doc}"
    else:
        yield f"{word}: {blank}   # {key.doc}"


def _section(key: Key, kind: str, *, chinese: bool) -> Iterator[str]:
    plan = kind == "annual-plan"
    title, below = ("标题", "任务" if plan else "要点") if chinese else (
        "title", "tasks" if plan else "points"
    )  # fmt: skip
    yield f"  - {title}: 〔待填：标题〕"
    yield f"    {below}:"
    yield "      - 〔待填：内容〕"
