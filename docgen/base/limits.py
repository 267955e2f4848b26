"""The one table of limits: what a file, a template, a text or a package may cost.

Gives `limit("yaml_nodes")`, the number that holds here and now: the default, or what the
workspace's docgen.yaml sets under ``limits`` (限额). Units stand in the table; docs/limits.md is
made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import NamedTuple

KI, MI = 1024, 1024 * 1024


class Limit(NamedTuple):
    """One limit: its Chinese name, its default, what it counts, and what it keeps out."""

    zh: str
    default: int
    unit: str
    doc: str


# Defaults: reliability.md's goals (G9), far above what an office's file needs.
LIMITS: dict[str, Limit] = {
    "file_bytes": Limit("文件字节", MI, "bytes", "一个 YAML、Markdown 文件有多大"),
    "yaml_depth": Limit("嵌套层数", 32, "levels", "YAML 套多少层；libyaml 自己会因此崩溃"),
    "yaml_nodes": Limit("项目数", 50_000, "items", "一个 YAML 文件有多少项"),
    "text_tags": Limit("花括号数", 2_000, "tags", "一段话里有多少个 {{ }}、{% %}"),
    "template_tags": Limit("模板花括号数", 20_000, "tags", "一个模板有多少个 {{ }}、{% %}"),
    "expression_depth": Limit("算式层数", 40, "levels", "一个 {{ }} 里、{% %} 互相套多少层"),
    "loop_rounds": Limit("循环次数", 200_000, "rounds", "一份文件里循环和片段引用一共多少次"),
    "output_chars": Limit("输出字数", 16 * MI, "characters", "一份文件一共印出多少字符"),
    "package_bytes": Limit("压缩包字节", 20 * MI, "bytes", "一个 .docx 有多大"),
    "package_parts": Limit("压缩包文件数", 1_000, "parts", "一个 .docx 里有多少个部件"),
    "part_bytes": Limit("部件字节", 64 * MI, "bytes", "一个部件解开后有多大"),
    "inflated_bytes": Limit("解开字节", 256 * MI, "bytes", "一个 .docx 全部解开有多大"),
    "inflate_ratio": Limit("压缩倍数", 100, "times", "解开后超过 8 MiB 的部件最多压了多少倍"),
    "xml_depth": Limit("标签层数", 256, "levels", "部件里的标签套多少层"),
    "name_bytes": Limit("文件名字节", 200, "bytes", "输出文件名有多长（UTF-8）"),
    "child_seconds": Limit("子进程秒数", 120, "seconds", "--untrusted 的子进程最多跑多久"),
    "child_bytes": Limit("子进程内存", 1024 * MI, "bytes", "--untrusted 的子进程最多用多少内存"),
    "office_seconds": Limit("LibreOffice秒数", 600, "seconds", "一次转换最多等多久"),
    "office_bytes": Limit("LibreOffice内存", 4096 * MI, "bytes", "LibreOffice 最多用多少内存"),
}

_NONE: Mapping[str, int] = MappingProxyType({})
_set: ContextVar[Mapping[str, int]] = ContextVar("docgen limits", default=_NONE)


class LimitError(Exception):
    """Something has cost more than it may; carries the limit's name and what it is set to."""

    def __init__(self, name: str) -> None:
        self.name, self.limit = name, limit(name)
        super().__init__(f"{name} {self.limit}")


def limit(name: str) -> int:
    """Return what a limit is set to."""
    found = _set.get().get(name)
    return LIMITS[name].default if found is None else found


@contextmanager
def limited(given: Mapping[str, int]) -> Iterator[None]:
    """Let other limits hold for what is done within, in this thread; what is set around it (by
    the user, around a workspace's own) stays."""
    token = _set.set({**given, **_set.get()})
    try:
        yield
    finally:
        _set.reset(token)
