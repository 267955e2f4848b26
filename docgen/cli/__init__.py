"""The command line: arguments → calls, results → words. Nothing else.

A command's module is imported when the command is asked for, so each starts at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from docgen import __version__
from docgen.base.locale import say
from docgen.cli.options import debug_option

# Command → the module here that has it, as NAME_command. A new command is one line.
COMMANDS = {
    "new": "new",
    "build": "building",
    "check": "building",
    "snippets": "snippets",
    "templates": "templates",
    "tasks": "tasks",
    "compare": "comparing",
    "inspect": "inspecting",
    "proof": "proofing",
}


class Commands(click.Group):
    """The commands of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"docgen.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        try:
            return super().make_context(*args, **options)
        except click.UsageError as exc:
            raise _in_words(exc) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as exc:
            raise _in_words(exc) from None


def _in_words(fault: click.UsageError) -> click.UsageError:
    from docgen.cli.usage import in_words  # only a wrong command line needs it

    return in_words(fault)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "用 YAML 里的事实、片段库里的提法和 Word 模板生成公文（GB/T 9704-2012）。",
        "Official Chinese documents from YAML facts, approved phrasing and Word templates.",
    ),
)
@click.version_option(__version__, "-V", "--version", prog_name="docgen")
@debug_option
def cli() -> None:
    pass


def main() -> None:
    """Run the command line; a fault of docgen's own shows one line, or all with --debug."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    cli()
