"""``docgen tasks``."""

from __future__ import annotations

from importlib import import_module

import click

from docgen.base.locale import say

# Command → the module here that has it, as tasks_NAME (``-`` as ``_``); imported when it is asked
# for. A new command is one line.
COMMANDS = {
    "status": "tasks_status",
    "by": "tasks_by",
    "all": "tasks_all",
    "export": "tasks_export",
    "import": "tasks_import",
    "carry-over": "tasks_carry_over",
}


class TaskCommands(click.Group):
    """The commands of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"docgen.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"tasks_{cmd_name.replace('-', '_')}")
        return command


@click.group(
    "tasks",
    cls=TaskCommands,
    help=say(
        "一年的任务：到期情况、各单位的任务、任务表。",
        "A year's tasks: what is due, each unit's own, the tables.",
    ),
)
def tasks_command() -> None:
    pass
