"""Lines of work: what field a snippet or a document belongs to.

Takes words or a snippet, gives the names of lines: 防汛应急, 档案工作. A text on the safety of an
archive's stores does not belong in a document on floods, though both are about 安全.
"""

from __future__ import annotations

import re

from docgen.model.library import Snippet

# Line of work → the words that tell it, in a title, in a unit's name, in a tag.
LINES: dict[str, tuple[str, ...]] = {
    "老干部工作": (
        "老干部",
        "离退休",
        "离休",
        "退休干部",
        "老同志",
        "老党员",
        "老年大学",
        "关心下一代",
    ),
    "档案工作": ("档案", "归档", "馆藏"),
    "防汛应急": ("防汛", "汛期", "汛前", "洪涝", "山洪", "抗旱", "应急管理"),
    "机关党建": ("机关党建", "机关党的建设", "机关党委", "机关工委", "直属机关"),
    "基层治理": ("基层治理", "社会治理", "社会工作部", "信访", "网格", "综治"),
}
# A tag of this form names a line that is not in the table: 卫生健康工作, in a unit's name
# 卫生健康. These two are ways of working, on whatever line.
_TAG = re.compile(r"(?!群众工作|思想工作)(.{2,6})工作")


def lines_in(words: str) -> frozenset[str]:
    """Return the lines of work that words name."""
    return frozenset(line for line, said in LINES.items() if any(word in words for word in said))


def lines_of(snippet: Snippet) -> frozenset[str]:
    """Return the lines that a snippet is filed under, by its tags and names, and that which its
    text speaks of most: how letters of old cadres are answered is about both."""
    card = snippet.card
    names = lines_in("\n".join((card.title, card.heading, *card.tags)))
    own = {tag for tag in card.tags if _TAG.fullmatch(tag) and not lines_in(tag)}
    text = snippet.variants[""].source
    count = {line: sum(map(text.count, said)) for line, said in LINES.items()}
    most = max(count.values())
    return names | own | {line for line, times in count.items() if times == most > 0}


def named_in(line: str, words: str) -> bool:
    """Whether words name a line, one of the table or a snippet's own."""
    return line in lines_in(words) if line in LINES else line.removesuffix("工作") in words
