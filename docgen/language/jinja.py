"""The two Jinja environments, made by one function; nothing else makes one.

*text* (`TEXT`): YAML texts and snippets; no autoescape, the result is plain text.
*part* (in render/template.py): a template's XML; autoescape, the result is XML.
Both are sandboxed, strict about unknown names, and offer only our filters and Jinja's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import TracebackType
from typing import Any, NamedTuple, TypeVar

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.base.diagnostics import Words
from docgen.language.filters import FILTERS
from docgen.language.numbers import Count
from docgen.model.terms import Term
from docgen.model.values import Blank, When

F = TypeVar("F", bound=Callable[..., Any])

# What prints as itself; anything else in {{ }} is a mistake of the writer's.
_PRINTABLE = (str, int, Count, Term, When, Blank)


class UnprintableError(Exception):
    """A value that no document can print: nothing at all, or a whole record."""

    def __init__(self, empty: bool) -> None:
        super().__init__("empty" if empty else "record")
        self.empty = empty


class _Missing(str):
    """An undefined name as an error message that still knows its parts."""

    name: str
    known: tuple[str, ...]
    unset: bool  # a field of a record that the file does not give


class Undefined(StrictUndefined):
    """A strict undefined that says which names were to be had."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        message = _Missing(super()._undefined_message)
        message.name = str(self._undefined_name)
        message.unset = self._undefined_obj is None
        known = getattr(self._undefined_obj, "known_names", None)
        message.known = tuple(known()) if callable(known) else ()
        return message


def callable_in_texts(function: F) -> F:
    """Mark a function as one that texts may call; nothing else can be."""
    function.docgen_callable = True  # type: ignore[attr-defined]
    return function


class Environment(ImmutableSandboxedEnvironment):
    """The sandbox, closed further: no method is called, no other template is taken in."""

    def is_safe_callable(self, obj: object) -> bool:
        return getattr(obj, "docgen_callable", False) is True

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(_REFUSED):
            raise SecurityError(type(node).__name__.lower())
        return tree


_REFUSED = (
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.Block,
    nodes.Macro,
    nodes.CallBlock,
)


_NO_REASON = Words("", "")


class Fault(NamedTuple):
    """Why a text or part could not be compiled or rendered, and on which of its lines.

    `kind` is ``syntax``, ``unknown`` (name), ``empty``, ``record``, ``filter``, ``forbidden``
    or ``failed``.
    """

    kind: str
    line: int
    name: str = ""
    known: tuple[str, ...] = ()
    reason: Words = _NO_REASON


def printable(value: object) -> str:
    """Return what ``{{ value }}`` prints; UnprintableError for nothing, a record or a function."""
    if isinstance(value, bool) or not isinstance(value, _PRINTABLE):
        if isinstance(value, Undefined):
            return str(value)  # raises UndefinedError
        raise UnprintableError(value is None)
    return str(value)


# Jinja's own filters that say the same at every run, and cannot be made to eat the memory.
_OF_JINJA = (
    "default", "first", "items", "join", "last", "length", "map", "selectattr", "sort", "trim",
    "unique",
)  # fmt: skip


def environment(*, xml: bool, finalize: Callable[[object], Any]) -> Environment:
    """Return an environment; `finalize` turns a value into what is printed."""
    made = Environment(
        autoescape=xml,
        undefined=Undefined,
        finalize=finalize,
        keep_trailing_newline=True,
        cache_size=0,
    )
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _OF_JINJA} | FILTERS
    return made


TEXT = environment(xml=False, finalize=printable)


# What a text or part may name: name → how to get its value, asked only if it is named.
Scope = dict[str, Callable[[], object]]


class Compiled(NamedTuple):
    """A text or part ready to render, and the names it asks for."""

    template: Template
    names: dict[str, int]  # name → the first line that has it

    def render(self, scope: Scope) -> str:
        """Return the result; raises what `fault_of` explains."""
        return self.template.render({name: scope[name]() for name in self.names if name in scope})


def compiled(env: Environment, source: str, filename: str) -> Compiled:
    """Return `source` compiled; `filename` finds its frames again in a traceback.

    Raises TemplateSyntaxError.
    """
    tree = env.parse(source)
    undeclared = find_undeclared_variables(tree)
    lines = [(node.name, node.lineno) for node in tree.find_all(nodes.Name)]
    names = {name: line for name, line in reversed(lines) if name in undeclared}
    code = env.compile(tree, filename=filename)
    return Compiled(Template.from_code(env, code, env.make_globals(None)), names)


_TEXT_FILE = "<docgen:text>"
_texts: dict[str, Compiled] = {}

# {{ name }} and nothing more: what most texts hold. Compiling one takes a millisecond.
_PLAIN = re.compile(r"\{\{ *([^\W\d]\w*) *\}\}")


def render_text(source: str, scope: Scope) -> str:
    """Return a Jinja text as plain text; raises what `fault_of` explains."""
    names = _PLAIN.findall(source)
    if "{" not in _PLAIN.sub("", source) and all(name in scope for name in names):
        return _PLAIN.sub(lambda match: printable(scope[match[1]]()), source)
    return compile_text(source).render(scope)


def names_of(source: str) -> dict[str, int]:
    """Return the names a text asks for → the first line of each. Raises TemplateSyntaxError."""
    if "{" in _PLAIN.sub("", source):
        return compile_text(source).names
    found = [
        (match[1], source.count("\n", 0, match.start()) + 1) for match in _PLAIN.finditer(source)
    ]
    return dict(reversed(found))


def compile_text(source: str) -> Compiled:
    """Return a text compiled, each once. Raises TemplateSyntaxError."""
    text = _texts.get(source)
    if text is None:
        text = _texts.setdefault(source, compiled(TEXT, source, _TEXT_FILE))
    return text


def fault_of(exc: Exception, filename: str = _TEXT_FILE) -> Fault:
    """Return what went wrong in a text (or in the part compiled under `filename`)."""
    if isinstance(exc, TemplateSyntaxError):
        message = exc.message or ""
        kind = "filter" if "No filter named" in message else "syntax"
        return Fault(
            kind,
            exc.lineno or 1,
            message.split("'")[1:2][0] if kind == "filter" else "",
            tuple(sorted(FILTERS)) if kind == "filter" else (),
            syntax_reason(message),
        )
    if isinstance(exc, RecursionError | SyntaxError):
        return Fault("syntax", 1, reason=Words("括号套得太深", "nested too deeply"))
    line = _line(exc.__traceback__, filename)
    if isinstance(exc, UnprintableError):
        return Fault("empty" if exc.empty else "record", line)
    if isinstance(exc, UndefinedError) and isinstance(exc.message, _Missing):
        if exc.message.unset:
            return Fault("empty", line)
        return Fault("unknown", line, exc.message.name, exc.message.known)
    if isinstance(exc, SecurityError):
        return Fault("forbidden", line)
    kind = "值的类型不合要求" if isinstance(exc, TypeError | ValueError) else type(exc).__name__
    reason = Words(kind, f"{type(exc).__name__}: {exc}")
    return Fault("failed", line, reason=reason)


_SYNTAX = (
    (r"nexpected '?end of|[Mm]issing end of|xpression, got 'end of", "没有写完"),
    (r"snippet\(…\)", "snippet 后面的括号里要写片段的编号"),
    (r"unexpected char '(.+?)' at", "有不认识的字符“{}”"),
    (r"expected token .+?, got '(.+?)'", "“{}”这里断开了"),
    (r"unexpected '(.+?)'", "多了“{}”"),
    (r"No filter named '(.+?)'", "没有过滤器“{}”"),
    (r"Encountered unknown tag '(.+?)'", "不认识“{}”"),
)


def syntax_reason(message: str) -> Words:
    """Return why Jinja cannot read a text, in both languages."""
    for pattern, zh in _SYNTAX:
        match = re.search(pattern, message)
        if match:
            return Words(zh.format(*match.groups()), message)
    return Words("写法不全", message)


def _line(traceback: TracebackType | None, filename: str) -> int:
    """Return the line in the template: Jinja has put it into the traceback's frames."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == filename:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
