"""Options that several commands share, and the one place that turns exceptions into words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.base.locale import language, say

if TYPE_CHECKING:
    from docgen.base.diagnostics import Words
    from docgen.model.terms import Vocabulary

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


class _Words(click.ParamType):  # type: ignore[type-arg]
    """Words: bytes that are no text (a file's name may have them) are refused."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(say("里面有不是文字的字节", "it has bytes that are no text"), param, ctx)
        return value


WORDS = _Words()


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
    path = Path(workspace)
    if not path.exists():
        from docgen.base.errors import DocgenError
        from docgen.base.place import Place

        raise DocgenError("W010", Place(workspace))
    return path


def known_terms(word: str, vocabulary: Vocabulary) -> Words:
    """Return what a word that is no fixed value probably should be, else all there are: each
    language's own words."""
    from docgen.base.diagnostics import Words, suggestion

    codes, words = [t.code for t in vocabulary.terms], [t.zh for t in vocabulary.terms]
    count = len(codes)
    zh = suggestion(word, [*words, *codes], limit=count).zh.replace(" 等。", "。")
    return Words(zh, suggestion(word, [*codes, *words], limit=count).en.replace(", …", "."))


def print_value(value: Any) -> None:
    """Print a value as JSON."""
    import json  # a command that prints text starts without it

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def translated(command: F) -> F:
    """Turn what stops docgen into one line and exit status 2; tracebacks only with --debug."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> Any:
        try:
            return command(*args, **options)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as exc:
            _tell(exc, as_json=options.get("output_format") == "json")
            sys.exit(2)

    return debug_option(run)  # type: ignore[return-value]


def _tell(stop: Exception, *, as_json: bool) -> None:
    """Say what stopped docgen: a diagnostic, or docgen's own fault and how to see more."""
    # Nearly every command ends without them.
    from docgen.base.errors import DocgenError

    show_traces([stop])
    if isinstance(stop, DocgenError):
        from docgen.cli.reporting import print_diagnostics, print_json

        (print_json if as_json else print_diagnostics)([stop.diagnostic])
        return
    what = f"{type(stop).__name__}: {stop}"
    if language() == "zh":
        said = f"docgen 自己出了错（{what}）。加 --debug 看详情，并请报告。"
    else:
        said = f"internal error ({what}); use --debug for details and report it."
    click.echo(said, err=as_json)


def show_traces(crashes: list[Exception]) -> None:
    """Print the traces of docgen's own faults, if --debug was given."""
    if _is_debugging():
        import traceback

        for crash in crashes:
            traceback.print_exception(crash)


def _is_debugging() -> bool:
    context = click.get_current_context(silent=True)
    root = context.find_root() if context else None
    return root is not None and bool(root.obj and root.obj.get("debug"))
