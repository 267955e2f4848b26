"""End marks: taking off what was typed, putting what the form asks."""

from __future__ import annotations

# Marks that may end a heading as typed; the engine writes its own.
_HEADING_MARKS = "。．.；;：:，,、"
_SENTENCE_MARKS = "。！？…；：!?;:，,—"
# Marks that end a sentence by themselves.
_FULL = ("？", "！", "。", "……")
_CLOSERS = "”’』」）)》"


def bare(heading: str) -> str:
    """Return a heading without the end mark it was typed with; ？ and ！ are part of its words."""
    return heading.rstrip().rstrip(_HEADING_MARKS)


def stopped(heading: str) -> str:
    """Return a heading that its text follows in the same paragraph: it ends in 。"""
    words = bare(heading)
    return words if words.rstrip(_CLOSERS).endswith(_FULL) else words + "。"


def ends_open(words: str) -> bool:
    """Whether words end without any mark, so that what follows needs one."""
    last = words.rstrip().rstrip(_CLOSERS)[-1:]
    return bool(words.strip()) and last not in _SENTENCE_MARKS


def lead_in(words: str) -> str:
    """Return words that a list follows: ``：`` is added where no mark was typed."""
    return words + "：" if ends_open(words) else words


def join_inline(items: list[str]) -> str:
    """Return items as one sentence: joined by ；, closed by 。"""
    bodies = [item.rstrip().rstrip("。；;") for item in items]
    joined = "；".join(bodies)
    return joined + "。" if joined and not joined.rstrip(_CLOSERS).endswith(_FULL) else joined


def colon(words: str) -> str:
    """Return a salutation with its colon; one that was typed stays."""
    return words if words.rstrip().endswith(("：", ":")) else words.rstrip("，,。") + "："
