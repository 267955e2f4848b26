"""The documents say what the code does: tables, help texts, links, commands."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from conftest import ROOT, Workspace
from docgen.build import Build
from docgen.cli import COMMANDS, cli
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import table
from docgen.model.terms import DOCUMENT_KINDS, Term
from docgen.render.reading import read_texts
from generated_docs import generated

PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]
READMES = ["README.md", "README.zh-CN.md"]
GENERATED = [
    "format.md",
    "kinds.md",
    "sets.md",
    "commands.md",
    "profiles.md",
    "templates.md",
    "directory.md",
]


@pytest.mark.parametrize("name", GENERATED)
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


# -- the files that the pages show ---------------------------------------------------------

SHOWN = re.compile(
    r"`((?:documents|meetings)/[\w.-]+)`：\n\n```(?:yaml|markdown)\n(.*?)```", re.DOTALL
)


def shown_files(page: str) -> dict[str, str]:
    return dict(SHOWN.findall((ROOT / "docs" / page).read_text("utf-8")))


@pytest.mark.parametrize("page", ["kinds.md", "sets.md"])
def test_the_files_that_a_page_shows_are_built_without_a_word(
    page: str, workspace: Workspace
) -> None:
    files = shown_files(page)
    root = workspace(files)
    result = Build().build([root])
    assert [f"{d.place} {d.code}" for d in result.report if d.severity.word != "info"] == []
    own = {name for name in files if name.startswith("documents/")}
    assert {output.job.path.as_posix() for output in result.outputs} >= {
        (root / name).as_posix() for name in own
    }


def test_every_kind_is_shown_as_yaml_and_as_markdown() -> None:
    shown = shown_files("kinds.md")
    for ending in (".yaml", ".md"):
        typed = [
            re.search(r"^文种: (\S+)", text, re.MULTILINE)
            for name, text in shown.items()
            if name.endswith(ending)
        ]
        kinds = {DOCUMENT_KINDS.find(found[1]) for found in typed if found}
        assert kinds >= set(DOCUMENT_KINDS.terms)


@pytest.mark.parametrize("kind", DOCUMENT_KINDS.terms, ids=str)
def test_every_key_of_a_kind_is_told(kind: Term) -> None:
    """In its own section, or in the one of the keys that all have."""
    text = (ROOT / "docs" / "kinds.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    told = sections["每个文种都有的键"] + sections[str(kind)]
    cls = DOCUMENTS[kind.code]
    assert [
        key.name
        for key in table(cls).values()
        if f"`{key.zh}`" not in told and f"`{key.name}`" not in told
    ] == []


def quoted(page: str, command: str) -> list[str]:
    """Return the lines of output that a page quotes of a command."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    found = re.search(rf"^( *)\$ {re.escape(command)}\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    assert found
    return [line.removeprefix(found[1]) for line in found[2].rstrip().split("\n")]


def run(*words: str, typed: str = "") -> list[str]:
    """Return what a command prints, as a person sees it who types the answers."""
    result = CliRunner(echo_stdin=True).invoke(cli, words, input=typed)
    return [line.rstrip() for line in result.output.rstrip().split("\n")]


def test_the_set_is_built_as_the_page_says(workspace: Workspace) -> None:
    workspace(shown_files("sets.md"))
    assert run("build") == quoted("sets.md", "docgen build")


def test_a_set_with_a_fault_is_told_as_the_page_says(workspace: Workspace) -> None:
    """The page leaves the papers out that are built all the same."""
    files = shown_files("sets.md")
    files = {
        name: text.replace("主送机关: 各区县", "主送机构: 各区县") for name, text in files.items()
    }
    workspace(files)
    told = quoted("sets.md", "docgen build meetings/flood.yaml")
    printed = run("build", "meetings/flood.yaml")
    assert [line for line in printed if "主持词" not in line and "水库" not in line] == told


def test_the_questions_are_asked_as_the_page_says(workspace: Workspace) -> None:
    workspace({"docgen.yaml": ""})
    told = quoted("sets.md", "docgen new meeting --name flood")
    asked = [line for line in told if not line.startswith((" ", "已", "生成"))]
    answers = [re.split(r"(?:）| \d):(?: |$)", line)[-1] for line in asked]
    assert run("new", "meeting", "--name", "flood", typed="\n".join(answers) + "\n") == told


def test_a_meeting_without_questions_is_written_as_the_page_says(workspace: Workspace) -> None:
    workspace({"meetings/x.yaml": "kind: meeting\ntitle: 会\nlevel: unit\n"})
    words = (
        "new 会议 --no-input --set title=局务会议 --set date=2026-03-12 "
        "--papers 通知,议程,纪要 --name bureau"
    )
    assert run(*words.split()) == quoted("commands.md", f"docgen {words}")
    assert run("new", "函") == quoted("commands.md", "docgen new 函")


@pytest.mark.parametrize("name", READMES)
def test_the_readme_s_set_is_built_as_it_says(
    name: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / name).read_text("utf-8")
    found = re.search(r"docgen build examples/one-meeting -o build\n(.*?)```", text, re.DOTALL)
    assert found
    monkeypatch.setenv("DOCGEN_LANG", "zh" if "zh" in name else "en")
    workspace({})
    printed = run("build", str(ROOT / "examples" / "one-meeting"), "-o", "build")
    assert printed == found[1].rstrip().split("\n")
