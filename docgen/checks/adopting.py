"""The file that a passage is taken from, read; and the snippet made of it, tried before it is
written.

Takes a document, a source, a text or a .docx, gives its passages, its title and the names in it;
takes an `Adopted`, tells whether it prints the passage again.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report, clipped
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place
from docgen.checks.inspect.opened import opened
from docgen.checks.near_duplicates import LEAST, SHARE, han, runs
from docgen.checks.origins import read_origins, visible_text
from docgen.compose import compose
from docgen.compose.snippet_texts import SnippetTexts
from docgen.compose.texts import Texts
from docgen.compose.used import Used
from docgen.library.adopting import Adopted, Known, Passage
from docgen.library.adopting.names import known_names
from docgen.library.adopting.passages import (
    Candidate,
    candidates_in,
    candidates_of,
    paragraphs,
    references_of,
)
from docgen.library.adopting.saving import save_new
from docgen.library.snippets import Snippets
from docgen.model.documents import TransmissionOutline
from docgen.model.keys import Key, table
from docgen.model.parts import Point
from docgen.model.sources import Source
from docgen.model.terms import DOCUMENT_KINDS
from docgen.render.provenance import Row
from docgen.render.xml import W
from docgen.source.loader import Loaded, Loader, is_source
from docgen.source.text import read_text
from docgen.source.workspace import Workspace, shown

_VARIANT = re.compile(r"^#[ \t]+\S+[ \t]*$", re.MULTILINE)
# A first line that is no longer and is not closed is a text's title.
_TITLE = 50
_CLOSED = tuple("。！？；：，")
# A number before a paragraph is not its own: where the snippet is used it gets another.
_MARK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]"
    r"|[0-9]{1,2}(?:、|[.．](?![0-9]))|[①-⑳])?\s*(?:[一二三四五六七八九十]{1,2}是)?"
)


class Read(NamedTuple):
    """What a file holds that could become a snippet."""

    candidates: list[Candidate]
    title: str
    known: Known
    loaded: Loaded | None = None  # the document, or one that passes the source on
    plain: str | None = None  # the text of a .txt
    references: tuple[Candidate, ...] = ()  # what of a document is a snippet already


def read_passages(path: Path, workspace: Workspace, report: Report) -> Read | None:
    """Return the passages of a file, or None after reporting why there are none.

    Raises DocgenError for a kind of file that has no passages.
    """
    ending = path.suffix.lower()
    if ending in (".yaml", ".yml", ".md"):
        return _of_document(path, workspace, report)
    place = Place(shown(path))
    known = known_names((), Loader(report).directory(workspace), workspace.settings)
    text = read_text(path, place, report) if ending == ".txt" else None
    if ending == ".txt":
        found = None if text is None else candidates_in(text, place.file)
    elif ending == ".docx":
        found = _of_docx(path, place, report)
    else:
        raise DocgenError("N065", place)
    return None if found is None else Read(found, _title_in(found, path), known, plain=text)


def _of_document(path: Path, workspace: Workspace, report: Report) -> Read | None:
    loader = Loader(report)
    root = loader.root(path)
    if root is None:
        return None
    directory = loader.directory(workspace)
    if is_source(root):
        source = loader.source(path)
        if source is None:
            return None
        known = known_names((source,), directory, workspace.settings)
        passed_on = _passed_on(source, path, workspace)
        references = tuple(references_of(source))
        found = candidates_of(source)
        return Read(found, source.title, known, passed_on, references=references)
    loaded = loader.document(path, workspace)
    if loaded is None:
        return None
    records = (loaded.document, *loaded.sources.values())
    known = known_names(records, directory, workspace.settings)
    title = compose(loaded, Snippets(workspace), Report()).tree.title
    references = tuple(references_of(loaded.document))
    return Read(candidates_of(loaded.document), title, known, loaded, references=references)


def _passed_on(source: Source, path: Path, workspace: Workspace) -> Loaded:
    """Return a document that does nothing but pass a source on: in it its texts are printed."""
    kind = DOCUMENT_KINDS["transmission-outline"]
    outline = TransmissionOutline(kind=kind, date=source.date, sources=(path.name,))
    return Loaded(path, workspace, outline, {path.name: source})


def _of_docx(path: Path, place: Place, report: Report) -> list[Candidate] | None:
    """Return the paragraphs of a .docx, empty ones left out: as `snippets why` counts them."""
    try:
        data = path.read_bytes()
    except OSError as exc:
        report.add("S002", place, reason=exc.strerror or str(exc))
        return None
    found = opened(data, place, report)
    if found is None:
        return None
    texts = [visible_text(each).strip() for each in found.body.iter(f"{W}p")]
    # Of a file that docgen built the rows say which paragraphs are snippets.
    origins = read_origins(data, place, Report())
    made = {told.number: told.row for told in origins.paragraphs} if origins else {}
    numbered = enumerate((text for text in texts if text), start=1)
    return [Candidate((text,), place, snippet=_snippet(made.get(at))) for at, text in numbered]


def _snippet(row: Row | None) -> str:
    """Return the snippet that a paragraph was printed from; not one that it only includes."""
    names = {name for key in ("snippet", "topic") for name in table(Point)[key].names()}
    whole = row is not None and row.key.rpartition(".")[2] in names
    return row.snippets[0] if row and row.snippets and whole else ""


def _title_in(found: list[Candidate], path: Path) -> str:
    first = found[0].paragraphs[0].replace("\n", "") if found else ""
    return first if 0 < len(first) <= _TITLE and not first.endswith(_CLOSED) else path.stem


def as_printed(candidate: Candidate, read: Read, report: Report) -> tuple[str, ...]:
    """Return the paragraphs of a passage as its document prints them: ``{{ count }}`` worked out,
    of a .docx or .txt without the numbers that stand before them.

    What cannot be worked out is warned of, and stands there with its braces.
    """
    text = candidate.text
    if text is None:
        return tuple(_without_mark(each) for each in candidate.paragraphs)
    if "{" not in text.source:
        return candidate.paragraphs
    found = _rendered(candidate, read.loaded) if read.loaded else ()
    if not found:
        report.add("N064", text.place, text=clipped(text.source, 30))
    return found or candidate.paragraphs


def _without_mark(paragraph: str) -> str:
    return _MARK.sub("", paragraph, count=1) or paragraph


def _rendered(candidate: Candidate, loaded: Loaded) -> tuple[str, ...]:
    """Return a text's paragraphs rendered; none where it has a fault, which `check` tells."""
    faults, text, record = Report(), candidate.text, candidate.record
    snippets = Snippets(loaded.workspace)
    texts = Texts(loaded.document, loaded.sources, snippets, faults, Used())
    last, *before = reversed(candidate.path)
    assert text is not None
    assert record is not None
    if isinstance(last, Key):
        words = [texts.field(record, last.name)]
    else:
        (key, *_) = before
        assert isinstance(key, Key)
        said = texts.passages(record, key.name)
        words = [each for each, origin in said if origin.place == text.place]
    return () if faults.failed else tuple(part for each in words for part in paragraphs(each))


class Alike(NamedTuple):
    """A snippet that says what a passage says, and how much of the shorter one it is."""

    label: str
    title: str
    share: float


def alike(adopted: Adopted, passage: Passage, library: Snippets) -> Alike | None:
    """Return the snippet of a library that a passage is most like, if they are duplicates: the
    same Han, with names and dates or without; or a near-duplicate as `snippets check` judges."""
    body = adopted.content.partition("\n---\n")[2]
    same, own = {han(passage.text), han(body)}, runs(passage.text)
    found: list[tuple[float, str, int]] = []
    for id in library.ids():
        for version, path in library.files(id).items():
            body = (read_text(path, NOWHERE, Report()) or "").partition("\n---\n")[2]
            shares = (_share(own, same, each) for each in _VARIANT.split(body))
            found.append((max(shares), id, version))
    share, id, version = max(found, key=lambda each: each[0], default=(0.0, "", 0))
    snippets = library.versions(id, Report()) if share > SHARE else []
    snippet = next((each for each in snippets if each.version == version), None)
    return Alike(snippet.label, snippet.card.title, share) if snippet else None


def _share(own: frozenset[str], same: set[str], text: str) -> float:
    """Return how much of the shorter of two texts stands in the longer; formulas are alike
    only where they are the same."""
    other = han(text)
    if other in same:
        return float(bool(other))
    if min(len(other), *map(len, same)) < LEAST:
        return 0.0
    theirs = runs(text)
    return len(own & theirs) / min(len(own), len(theirs))


def gives_back(adopted: Adopted, passage: Passage) -> bool:
    """Whether a snippet, read from its file, prints the passage exactly."""
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        workspace = Workspace(Path(folder))
        save_new(workspace.own("snippets") / "tried.md", "tried", adopted.content)
        faults = Report()
        snippets = Snippets(workspace)
        place = Place("tried.md")
        _, words = SnippetTexts(snippets, {}, faults).words("tried", {}, "", place, None)
        samples = [
            each.expect for read in snippets.versions("tried", faults) for each in read.card.samples
        ]
    return words == passage.text and samples == [passage.text] and not len(faults)
