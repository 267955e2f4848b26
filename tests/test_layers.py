"""The house: the order of the floors is law, and nothing in it is too long to read."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "docgen"

# From the ground up: a module imports only from its own floor and those before it.
FLOORS = [
    "base",
    "model",
    "source",
    "language",
    "library",
    "compose",
    "render",
    "checks",
    "write",
    "jobs",
    "build",
    "starting",
    "tasks",
    "cli",
    "__main__",
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def floor(module: str) -> int:
    """Return the floor of ``docgen.render.body``; the package itself (version) is the ground."""
    parts = module.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 and parts[1] in FLOORS else -1


def imports(path: Path) -> Iterator[str]:
    """Yield every docgen module that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("docgen"))
        elif isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"{path}: a relative import hides its floor")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("docgen"):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_module_imports_upward(path: Path) -> None:
    own = floor(module_name(path))
    upward = [name for name in imports(path) if floor(name) > own]
    assert not upward


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{module_name(path)}.{node.name}", length


def test_every_function_fits_on_a_screen() -> None:
    assert [found for found in functions() if found[1] > 60] == []


def test_half_of_the_functions_are_ten_lines_or_so() -> None:
    assert statistics.median(length for _, length in functions()) <= 12


def test_the_median_file_is_short() -> None:
    lines = [len(path.read_text("utf-8").splitlines()) for path in MODULES]
    assert statistics.median(lines) < 150


def test_modules_have_names_of_the_field() -> None:
    vague = {"utils", "helpers", "manager", "process", "common", "misc"}
    assert not vague & {part for path in MODULES for part in module_name(path).split(".")}


def test_every_module_says_what_it_is_for() -> None:
    bare = [p for p in MODULES if p.stat().st_size and not ast.get_docstring(_tree(p))]
    assert bare == []


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
