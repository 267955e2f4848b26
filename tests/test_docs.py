"""The documents say what the code does: tables, help texts, links, commands."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click
import pytest

from conftest import ROOT, Workspace
from docgen.build import Build
from docgen.cli import COMMANDS, cli
from docgen.render.reading import read_texts
from generated_docs import generated

PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]
READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize(
    "name", ["format.md", "commands.md", "profiles.md", "templates.md", "directory.md"]
)
def test_tables_and_help_texts_are_the_code_s(name: str) -> None:
    """UPDATE_GOLDEN=1 writes them anew."""
    page = ROOT / "docs" / name
    text = page.read_text("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(generated(text), "utf-8")
        return
    assert generated(text) == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert [command for command in COMMANDS if f"docgen {command}" not in text] == []


@pytest.mark.parametrize("name", READMES)
def test_the_readme_gives_the_commands_that_do_everything(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_every_command_has_its_help() -> None:
    context = click.Context(cli)
    waiting = [cli.get_command(context, name) for name in COMMANDS]
    for command in waiting:
        assert command
        assert command.help
        if isinstance(command, click.Group):  # those imported when asked for too
            names = command.list_commands(context)
            waiting += [command.get_command(context, name) for name in names]
    assert len(waiting) > len(COMMANDS) + 8


@pytest.mark.parametrize("name", READMES)
def test_the_readme_s_example_is_built_as_it_says(name: str, workspace: Workspace) -> None:
    """What comes out is quoted line by line; a line that ends in …… goes on."""
    text = (ROOT / name).read_text("utf-8")
    yaml, out = (
        re.search(f"```{kind}\n(kind: speech.*?|在全区.*?)```", text, re.DOTALL)
        for kind in ("yaml", "text")
    )
    assert yaml
    assert out
    root = workspace({"documents/speech.yaml": yaml[1]})
    [output] = Build().build([root]).outputs
    lines = read_texts(output.written.path.read_bytes())
    quoted = out[1].strip().split("\n")
    for line, quotation in zip(lines, quoted, strict=True):
        assert line.startswith(quotation.removesuffix("……"))
