"""One snippet as ``snippets show`` prints it, and as JSON has it: everything its file says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docgen.base.locale import say

if TYPE_CHECKING:
    from docgen.model.library import Origin, Param, Sample, Snippet, SnippetCard


def described(snippet: Snippet) -> dict[str, Any]:
    """Return all that a snippet's file says, as JSON has it."""
    from docgen.library.snippets import FOREVER, window

    first, last = window(snippet)
    card = snippet.card
    return {
        "id": snippet.label,
        "title": card.title,
        "use": _code(card.use),
        "heading": card.heading or None,
        "tags": list(card.tags),
        "aliases": list(card.aliases),
        "levels": [_code(level) for level in card.levels],
        "kinds": [_code(kind) for kind in card.kinds],
        "valid": {
            "from": None if first == FOREVER[0] else first,
            "to": None if last == FOREVER[1] else last,
            "next": (card.valid.next if card.valid else "") or None,
        },
        "supersedes": list(card.supersedes),
        "source": _source(card.source) if card.source else None,
        "members": list(card.members),
        "frame": list(card.frame),
        "wrong": list(card.wrong),
        "verbatim": bool(card.verbatim),
        "digest": card.digest or None,
        "params": {name: _param(param) for name, param in card.params},
        "samples": [_sample(sample) for sample in card.samples],
        "variants": {name or "main": text.source for name, text in snippet.variants.items()},
        "file": snippet.place.file,
    }


def told(snippet: Snippet) -> str:
    """Return a snippet as people read it."""
    lines = [f"{snippet.label}  {snippet.card.use}  {snippet.card.title}"]
    lines += [f"{name}: {value}" for name, value in _facts(snippet) if value]
    for name, text in snippet.variants.items():
        lines += ["", f"[{name or 'main'}]", text.source]
    return "\n".join(lines)


def _facts(snippet: Snippet) -> Iterator[tuple[str, str]]:
    card = snippet.card
    yield say("小标题", "heading"), card.heading
    yield say("标签", "tags"), _all(card.tags) or "—"
    yield say("别名", "aliases"), _all(card.aliases)
    yield say("适用级别", "levels"), _all(card.levels)
    yield say("适用文种", "kinds"), _all(card.kinds)
    yield say("有效期", "valid"), _window(snippet)
    yield say("过期后用", "next"), card.valid.next if card.valid else ""
    yield say("取代", "supersedes"), _all(card.supersedes)
    yield say("出处", "source"), _told_source(card)
    yield say("成员", "members"), _all(card.members)
    yield say("搭配", "frame"), _all(card.frame)
    yield say("误写", "wrong"), _all(card.wrong)
    yield say("原文锁定", "verbatim"), _lock(card)
    params = "".join(f"\n  {name}  {_told_param(param)}" for name, param in card.params)
    yield say("参数", "params"), params or "—"
    yield say("样例", "samples"), "".join(f"\n  {_told_sample(each)}" for each in card.samples)
    yield say("文件", "file"), snippet.place.file


def _all(values: Any) -> str:
    return say("、", ", ").join(map(str, values))


def _code(term: Any) -> str:
    """Return a term's code; a blank (〔待填〕) has none and stands as typed."""
    return str(getattr(term, "code", term))


def _window(snippet: Snippet) -> str:
    from docgen.library.snippets import FOREVER, window

    first, last = window(snippet)
    if (first, last) == FOREVER:
        return say("不限", "always")
    start, end = "" if first == FOREVER[0] else first, "" if last == FOREVER[1] else last
    return f"{start}～{end}"


def _lock(card: SnippetCard) -> str:
    if card.verbatim:
        return say(f"是，校验 {card.digest or '—'}", f"yes, digest {card.digest or '—'}")
    return say(f"否，校验 {card.digest}", f"no, digest {card.digest}") if card.digest else ""


def _source(source: Origin) -> dict[str, str | None]:
    return {
        "title": source.title or None,
        "number": source.number or None,
        "date": _date(source) or None,
        "nature": _code(source.nature) if source.nature else None,
    }


def _date(source: Origin) -> str:
    if source.date is None:
        return ""
    start = getattr(source.date, "start", None)
    return start.iso if start is not None else str(source.date)


def _told_source(card: SnippetCard) -> str:
    source = card.source
    if source is None:
        return ""
    date = str(source.date) if source.date else ""
    given = [source.title, source.number, date, str(source.nature or "")]
    return say("，", ", ").join(each for each in given if each)


def _param(param: Param) -> dict[str, Any]:
    from docgen.library.params import type_of

    return {
        "type": type_of(param),
        "required": not param.gives("default"),
        "default": param.default if param.gives("default") else None,
        "choices": list(param.choices),
        "doc": param.doc or None,
    }


def _told_param(param: Param) -> str:
    from docgen.library.params import type_of
    from docgen.model.terms import PARAM_TYPES

    default = say(f"默认“{param.default}”", f"default '{param.default}'") if param.default else ""
    if not param.gives("default"):
        default = say("必填", "required")
    choices = _all(param.choices)
    parts = [
        say(str(PARAM_TYPES[type_of(param)]), type_of(param)),
        default or say("可以不写", "optional"),
        say(f"选项：{choices}", f"choices: {choices}") if choices else "",
        param.doc,
    ]
    return "  ".join(part for part in parts if part)


def _sample(sample: Sample) -> dict[str, Any]:
    given = {name: _plain(value) for name, value in sample.with_}
    return {"with": given, "variant": sample.variant or None, "expect": sample.expect}


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else list(value)


def _told_sample(sample: Sample) -> str:
    given = [f"{name}={_all(_several(value))}" for name, value in sample.with_]
    named = [f"[{sample.variant}]"] if sample.variant else []
    return "  ".join([*named, *given, f"→ {sample.expect}"])


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value
