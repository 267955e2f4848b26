"""Options that several commands share, and the one place that turns exceptions into words."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.base.errors import DocgenError
from docgen.base.locale import language, say

F = TypeVar("F", bound=Callable[..., Any])

output_format = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=say("诊断和结果的写法。", "How diagnostics and results are printed."),
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help=say("有这一级以上的诊断时返回 1。", "Exit 1 at diagnostics of this severity or above."),
)
verbose = click.option(
    "-v", "--verbose", is_flag=True, help=say("也显示提示（info）。", "Show info diagnostics too.")
)
workspace_option = click.option(
    "-w",
    "--workspace",
    default=".",
    type=click.Path(path_type=None),
    help=say("工作区，默认当前文件夹。", "The workspace; default: the current folder."),
)


def _remember_debug(context: click.Context, _: click.Parameter, debug: bool) -> None:
    if debug:
        context.find_root().obj = {"debug": True}


debug_option = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_remember_debug,
    help=say("出错时显示完整的出错过程。", "Show tracebacks."),
)


def existing_folder(workspace: str) -> Path:
    """Return the folder given with ``-w``. Raises DocgenError where there is none."""
    from docgen.base.place import Place

    path = Path(workspace)
    if not path.exists():
        raise DocgenError("W010", Place(workspace))
    return path


def print_value(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def translated(command: F) -> F:
    """Turn what stops docgen into one line and exit status 2; tracebacks only with --debug."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> Any:
        try:
            return command(*args, **options)
        except DocgenError as exc:
            from docgen.cli.reporting import print_diagnostics, print_json

            show_traces([exc])
            if options.get("output_format") == "json":
                print_json([exc.diagnostic])
            else:
                print_diagnostics([exc.diagnostic])
            sys.exit(2)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as exc:  # docgen's own fault: say so, and how to see more
            show_traces([exc])
            what = f"{type(exc).__name__}: {exc}"
            if language() == "zh":
                said = f"docgen 自己出了错（{what}）。加 --debug 看详情，并请报告。"
            else:
                said = f"internal error ({what}); use --debug for details and report it."
            click.echo(said, err=options.get("output_format") == "json")
            sys.exit(2)

    return debug_option(run)  # type: ignore[return-value]


def show_traces(crashes: list[Exception]) -> None:
    """Print the traces of docgen's own faults, if --debug was given."""
    if _is_debugging():
        for crash in crashes:
            traceback.print_exception(crash)


def _is_debugging() -> bool:
    context = click.get_current_context(silent=True)
    root = context.find_root() if context else None
    return root is not None and bool(root.obj and root.obj.get("debug"))
