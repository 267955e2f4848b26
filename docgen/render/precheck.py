"""A template's tags, paragraph by paragraph, before docxtpl's language is applied.

docxtpl deletes the text beside a ``{%p %}`` tag, swallows everything after an unclosed
``{{`` and prints full-width ｛｛ as text, all in silence. So every paragraph is looked at
first, and everything wrong in a template is reported at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError

from docgen.base.diagnostics import Report, clipped, suggestion
from docgen.base.place import Place
from docgen.language.jinja import Environment, fault_of
from docgen.render.spots import Spot

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_WIDE = re.compile(r"｛｛|｝｝|｛\s*[%％]|[%％]\s*｝|\{％|％\}")
_SCOPED = re.compile(r"\{[{%#](?P<scope>p|tr|tc|r) ")
_ASKED = re.compile(r"\{%(?:p|tr|tc|r)?-?\s+(?:if|elif)\s+(?:not\s+)?\w+\s*-?%\}")
_WORD = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(?P<word>\w+)")

_OPENERS = {"for": "endfor", "if": "endif"}
_MIDDLES = {"else": ("if", "for"), "elif": ("if",)}
# docxtpl's own tags, and Jinja's that open nothing.
_SINGLE = ("set", "vm", "hm", "cellbg", "colspan")
_BODY = {"body", "正文"}
# Typed quotes turn curly in Word; docxtpl straightens them inside tags, and so do we.
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(eq=False)
class _Open:
    """A for or if that waits for its end; `scope` is its ``p``, ``tr`` …, or ``""``."""

    word: str
    spot: Spot
    scope: str = ""

    @property
    def end(self) -> str:
        """The tag that would close it."""
        return f"{{%{self.scope} {_OPENERS[self.word]} %}}"


class Precheck:
    """Checks the parts of one template; faults go to the report at the template's place."""

    def __init__(self, env: Environment, place: Place, report: Report) -> None:
        self.env, self.place, self.report = env, place, report
        self.bodies: list[Spot] = []
        self._named: list[tuple[str, Spot]] = []
        self._bound = {"loop"}

    def part(self, spots: list[Spot]) -> None:
        """Check the paragraphs of one part."""
        stack: list[_Open] = []
        for spot in spots:
            if self._marks(spot):
                self._paragraph(spot, stack)
        for left in stack:
            self._add("T015", left.spot, word=left.word, end=left.end)

    def finish(self) -> None:
        """Check what concerns the whole template: the body goes in exactly once."""
        for spot in self.bodies[1:]:
            self._add("T014", spot)

    def names(self, known: list[str]) -> None:
        """Report the top-level names that are none of `known`: all that can be said of a template
        that has other faults too."""
        for name, spot in self._named:
            if name not in self._bound and name not in known:
                self._add("T030", spot, name=name, known=suggestion(name, known, limit=16))

    def _add(self, code: str, spot: Spot, **facts: object) -> None:
        self.report.add(code, self.place, spot=spot.words(), **facts)

    def _marks(self, spot: Spot) -> bool:
        """Report full-width, unclosed and unopened braces; return whether the rest can be read."""
        wide = _WIDE.search(spot.text)
        if wide:
            self._add("T010", spot, found=wide.group())
        rest = _TAG.sub(lambda match: " " * len(match.group()), spot.text)
        for match in _MARKS.finditer(rest):
            opens = match.group() in ("{{", "{%", "{#")
            self._add("T011" if opens else "T012", spot, found=match.group())
        return not _MARKS.search(rest)

    def _paragraph(self, spot: Spot, stack: list[_Open]) -> None:
        tags = _TAG.findall(spot.text)
        scoped = [tag for tag in tags if _SCOPED.match(tag)]
        for tag in scoped[:1]:
            self._scoped(tag, spot)
        for tag in tags:
            plain = tag.translate(_STRAIGHT)
            if tag.startswith("{{"):
                self._expression(plain, tag, spot, stack)
            elif tag.startswith("{%"):
                self._statement(plain, tag, spot, stack)

    def _scoped(self, tag: str, spot: Spot) -> None:
        match = _SCOPED.match(tag)
        scope = match["scope"] if match else ""
        beside = spot.text.replace(tag, "", 1).strip()
        # docxtpl puts the tag in the place of its whole paragraph, row or cell.
        beside += {"tr": spot.in_row, "tc": spot.in_cell}.get(scope, "")
        if scope in ("p", "tr", "tc") and beside:
            self._add("T013", spot, tag=tag, beside=beside)
        if scope == "p" and spot.carries:
            self._add("T025", spot, tag=tag, carried=spot.carries)
        if scope in ("tr", "tc") and not spot.table:
            self._add("T016", spot, tag=tag)
        inner = tag[2:-2]
        if "%" in inner or "}" in inner:
            self._add("T017", spot, tag=tag)

    def _expression(self, plain: str, tag: str, spot: Spot, stack: list[_Open]) -> None:
        scope = _SCOPED.match(plain)
        inner = plain[2:-2].strip("-")
        if scope:
            inner = inner[len(scope["scope"]) :]
        tree = self._parse("{{" + inner + "}}", tag, spot)
        names = {node.name for node in tree.find_all(nodes.Name)} if tree else set()
        if not names & _BODY:
            if scope:
                self._add("T023", spot, tag=tag)
            return
        if inner.strip() not in _BODY or not scope or scope["scope"] != "p":
            self._add("T018", spot, tag=tag)
        elif any(opener.word == "for" for opener in stack):
            self._add("T014", spot)
        self.bodies.append(spot)

    def _statement(self, plain: str, tag: str, spot: Spot, stack: list[_Open]) -> None:
        match = _WORD.match(plain)
        word = match["word"] if match else ""
        # Whether there is a body may be asked, nothing else of it.
        if _BODY & set(re.findall(r"\w+", plain)) and not _ASKED.fullmatch(plain):
            self._add("T018", spot, tag=tag)
        inner = re.sub(r"^\{%-?\s*(?:(?:p|tr|tc|r)\s+)?", "{% ", plain)
        if word in _OPENERS:
            scope = _SCOPED.match(plain)
            stack.append(_Open(word, spot, scope["scope"] if scope else ""))
            self._parse(f"{inner}{{% {_OPENERS[word]} %}}", tag, spot)
        elif word in _MIDDLES:
            self._middle(word, inner, tag, spot, stack)
        elif word in _OPENERS.values():
            self._close(word, tag, spot, stack)
        elif word == "set":
            self._parse(inner, tag, spot)
        elif word not in _SINGLE:
            known = suggestion(word, [*_OPENERS, *_OPENERS.values(), *_MIDDLES, *_SINGLE])
            self._add("T019", spot, tag=tag, word=word, known=known)

    def _middle(self, word: str, inner: str, tag: str, spot: Spot, stack: list[_Open]) -> None:
        if not stack or stack[-1].word not in _MIDDLES[word]:
            self._add("T020", spot, tag=tag, word=word)
        elif word == "elif":
            self._parse("{% if true %}" + inner + "{% endif %}", tag, spot)

    def _close(self, word: str, tag: str, spot: Spot, stack: list[_Open]) -> None:
        """Close the nearest opener that `word` fits; one left open between is reported alone."""
        fitting = next((i for i in reversed(range(len(stack))) if _fits(stack[i], word)), None)
        if fitting is None:
            self._add("T020", spot, tag=tag, word=word)
            return
        for left in stack[fitting + 1 :]:
            self._add("T015", left.spot, word=left.word, end=left.end)
        opener = stack[fitting]
        scope = _SCOPED.match(tag.translate(_STRAIGHT))
        if opener.spot.number != spot.number and not (opener.scope and scope):
            # Printed so, it would tear the paragraphs open, or leave empty ones.
            self._add("T027", opener.spot, word=opener.word, end=tag, at=spot.words())
        del stack[fitting:]

    def _parse(self, source: str, tag: str, spot: Spot) -> nodes.Template | None:
        """Return one tag parsed, or None; what cannot be read or filtered is reported."""
        shown = clipped(tag, 40)
        try:
            tree = self.env.parse(source)
        except (TemplateSyntaxError, RecursionError) as exc:
            self._add("T021", spot, tag=shown, reason=fault_of(exc).reason)
            return None
        except SecurityError:
            self._add("T033", spot)
            return None
        for node in tree.find_all(nodes.Name):
            if node.ctx == "store":
                self._bound.add(node.name)
            else:
                self._named.append((node.name, spot))
        if any(_is_forbidden(node) for node in tree.find_all((nodes.Call, nodes.Getattr))):
            self._add("T033", spot)
        for name in _unknown_filters(tree, self.env):
            known = suggestion(name, sorted(self.env.filters))
            self._add("T022", spot, tag=shown, name=name, known=known)
        return tree


def _fits(opener: _Open, word: str) -> bool:
    return _OPENERS[opener.word] == word


def _is_forbidden(node: nodes.Node) -> bool:
    """Whether a tag calls something, or reaches for what is not a field."""
    return isinstance(node, nodes.Call) or getattr(node, "attr", "").startswith("_")


def _unknown_filters(tree: nodes.Template, env: Environment) -> Iterator[str]:
    for node in tree.find_all(nodes.Filter):
        if node.name not in env.filters:
            yield node.name
