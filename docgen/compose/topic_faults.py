"""Why no passage could be chosen for a topic, and which topics there are: in a few words.

Takes what was tried and what was found against it, gives the facts of the messages.
"""

from __future__ import annotations

from docgen.base.diagnostics import Diagnostic, Words, nearest, suggestion
from docgen.library.snippets import Snippets
from docgen.library.topics import tags_of_passages
from docgen.model.library import Snippet

# So many of the passages that match and cannot be used are told of.
_TOLD = 3

USED = Words("已经用过", "used already")
_REASONS = {
    "N002": Words("这一天不能用", "not valid on the day"),
    "N013": Words("这一天不能用", "not valid on the day"),
    "N045": Words("这一天还不能用", "not valid yet on the day"),
    "N029": Words("已被取代", "superseded"),
    "N005": Words("有有效期，文件没有日期", "it has a window, the document no date"),
    "N015": Words("不用于这个文种", "not for this kind"),
    "N016": Words("不用于这个级别", "not for this level"),
}
_PARAMETER_REASONS = {
    "N009": Words("没有参数“{}”", "no parameter '{}'"),
    "N010": Words("要给参数“{}”", "needs parameter '{}'"),
    "N011": Words("参数“{}”的值不对", "parameter '{}' cannot be that"),
    "N017": Words("参数“{}”的值不对", "parameter '{}' cannot be that"),
}
_FAULTY = Words("在这里生成不了", "cannot be rendered here")


def reason_of(against: Diagnostic) -> Words:
    """Return in a few words what speaks against a snippet."""
    words = _PARAMETER_REASONS.get(against.code)
    if words is None:
        return _REASONS.get(against.code, _FAULTY)
    name = against.facts["name"]
    return Words(words.zh.format(name), words.en.format(name))


def told(failed: list[tuple[Snippet, Words]]) -> Words:
    """Return the first of the passages that cannot be used, each with the reason."""
    first = [(snippet.label, reason) for snippet, reason in failed[:_TOLD]]
    more = len(failed) > len(first)
    zh = "、".join(f"{label}（{reason.zh}）" for label, reason in first)
    en = ", ".join(f"{label} ({reason.en})" for label, reason in first)
    return Words(zh + ("等" if more else ""), en + (" …" if more else ""))


def nearest_tags(words: list[str], library: Snippets) -> Words:
    """Return the tag that was probably meant; where every word is a tag, what to do."""
    tags = tags_of_passages(library)
    strange = [word for word in words if word not in tags]
    if not strange:
        return Words(
            "每个词都有片段，没有一个全对得上；少写一个词。",
            "No snippet has them all: leave one word out.",
        )
    close = [word for word in strange if nearest(word, tags)]
    return suggestion([*close, *strange][0], tags)
