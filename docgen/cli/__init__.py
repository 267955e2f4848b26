"""The command line: arguments → calls, results → words. Nothing else.

Commands import what they need when they run, so ``docgen --help`` starts at once.
"""

from __future__ import annotations

import atexit
import gc
import sys

import click

from docgen import __version__
from docgen.base.locale import say
from docgen.cli.building import build_command, check_command
from docgen.cli.listing import snippets_group, templates_group
from docgen.cli.options import debug_option


@click.group(
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


cli.add_command(build_command)
cli.add_command(check_command)
cli.add_command(snippets_group)
cli.add_command(templates_group)


def main() -> None:
    """Run the command line; a fault of docgen's own shows one line, or all with --debug."""
    # A command is over in a moment: collecting garbage while it starts, and once more when it
    # ends, would take a fifth of its time.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    cli()
