"""What is wrong with a command line, said in the user's language.

Takes click's usage errors; gives them in Chinese where docgen speaks it, and as they are
elsewhere.
"""

from __future__ import annotations

import re
from typing import IO, Any

import click

from docgen.base.locale import language

_NAMED = re.compile(r"No such command '(.*)'", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
_VALUE = re.compile(r"'(.*)' is not |(-?[0-9.]+) is not in", re.DOTALL)
# The two faults of an option that is there, by how click words them.
_WRONG_OPTION = (
    (re.compile("requires an argument"), "选项“{}”后面要写它的值"),
    (re.compile("does not take a value"), "选项“{}”后面不写值"),
)


def in_words(fault: click.UsageError) -> click.UsageError:
    """Return one of click's own usage errors in the user's language."""
    if language() != "zh" or isinstance(fault, _ChineseUsageError):
        return fault
    return _ChineseUsageError(_said(fault), fault.ctx)


class _ChineseUsageError(click.UsageError):
    def show(self, file: IO[Any] | None = None) -> None:
        context = self.ctx
        if context is not None:
            pieces = context.command.collect_usage_pieces(context)
            usage = " ".join((context.command_path, *pieces))
            click.echo(
                f"用法：{usage}\n看说明：{context.command_path} --help\n", err=True, file=file
            )
        click.echo(f"错误：{self.format_message()}", err=True, file=file)


def _said(exc: click.UsageError) -> str:
    """Return what is wrong, in Chinese; what docgen worded itself stays."""
    if isinstance(exc, click.NoSuchOption):
        return f"没有选项“{exc.option_name}”" + _meant(exc.possibilities or [])
    if isinstance(exc, click.MissingParameter):
        option = getattr(exc.param, "param_type_name", "") == "option"
        return f"还要写{'选项 ' if option else ' '}{_named(exc)}"
    if isinstance(exc, click.BadParameter):
        return _bad_value(exc)
    if isinstance(exc, click.BadOptionUsage):
        words = (said for found, said in _WRONG_OPTION if found.search(exc.message))
        return next(words, exc.message).format(exc.option_name)
    command, extra = _NAMED.search(exc.message), _EXTRA.search(exc.message)
    if command is not None:
        return _no_command(command[1], exc.ctx)
    return f"多写了“{extra[1]}”" if extra else exc.message


def _no_command(name: str, context: click.Context | None) -> str:
    from docgen.base.diagnostics import suggestion

    group = context.command if context else None
    known = group.list_commands(context) if context and isinstance(group, click.Group) else []
    return f"没有命令“{name}”。{suggestion(name, known).zh}"


def _meant(possible: list[str]) -> str:
    return f"。是不是“{'”或“'.join(possible)}”？" if possible else ""


def _named(exc: click.BadParameter) -> str:
    """Return a parameter as it is typed: --limit, FILE."""
    hint = exc.param_hint or (exc.param.get_error_hint(exc.ctx) if exc.param else "")
    words = hint if isinstance(hint, str) else "、".join(hint)
    return words.replace("'", "")


def _bad_value(exc: click.BadParameter) -> str:
    value = _VALUE.search(exc.message)
    given = f"“{value[1] if value[1] is not None else value[2]}”" if value else "这个值"
    type = exc.param.type if exc.param else None
    if isinstance(type, click.Choice):
        return f"{_named(exc)} 不能是{given}。可以用：{'、'.join(map(str, type.choices))}"
    if isinstance(type, click.IntRange):
        least = f"，不小于 {type.min}" if type.min is not None else ""
        most = f"，不大于 {type.max}" if type.max is not None else ""
        return f"{_named(exc)} 不能是{given}：要写整数{least}{most}"
    if value and type is click.INT:
        return f"{_named(exc)} 不能是{given}：要写整数"
    return f"{_named(exc)} 的值不对：{exc.message}"
