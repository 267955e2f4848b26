"""Whether two names may be one: 市住建局 and 示例市住房和城乡建设局.

Takes the words of names; says whether one is short for the other.
"""

from __future__ import annotations


def scattered(few: str, many: str) -> bool:
    """Whether the characters of `few` stand in `many` in this order."""
    rest = iter(many)
    return all(char in rest for char in few)


def may_be_one(said: str, fact: str) -> bool:
    """Whether one name may be short for the other."""
    return scattered(said, fact) or scattered(fact, said)
