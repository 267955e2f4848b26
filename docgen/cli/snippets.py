"""``docgen snippets``: the group; each command's module is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from docgen.base.locale import say

# Command → the module here that has it, as snippets_NAME.
COMMANDS = {
    "list": "library",
    "show": "library",
    "check": "library",
    "search": "searching",
    "used": "origins",
    "why": "origins",
    "stale": "origins",
    "add": "adding",
}


class SnippetCommands(click.Group):
    """The commands of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"docgen.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"snippets_{cmd_name}")
        return command


@click.group("snippets", cls=SnippetCommands, help=say("片段库。", "The phrase library."))
def snippets_command() -> None:
    pass
