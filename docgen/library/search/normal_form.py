"""The form in which texts and the words asked for are compared.

Takes text as typed, gives it without blanks, line ends and quotation marks, in small letters and
half-width digits: “六好”标准, "六好"标准 and 六好 标准 are one.
"""

from __future__ import annotations

import re

# What a text does not say: what becomes of a parameter, and where another variant begins.
# No word asked for reaches across it, or has this character (of Unicode's private use) in it.
GAP = "\ue000"
_VARIANT = r"^#[ \t]+\S+[ \t]*$"
_UNSAID = re.compile(r"\{[{%#].*?[}%#]\}|" + _VARIANT, re.DOTALL | re.MULTILINE)

_SILENT = re.compile(r"[\s“”‘’\"'《》〈〉「」『』\ue000]+")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B)}


def normal(text: str) -> str:
    """Return `text` as it is compared."""
    plain = _SILENT.sub("", text).lower()
    return plain.translate(_HALF) if _WIDE.search(plain) else plain


def normal_body(body: str) -> str:
    """Return a snippet's body, all its variants, as it is compared."""
    return GAP.join(map(normal, _UNSAID.split(body)))


def has_main(body: str) -> bool:
    """Whether anything stands in a snippet's body before its first variant."""
    start = body.lstrip()
    return bool(start) and not re.match(_VARIANT, start, re.MULTILINE)


def as_typed(word: str) -> re.Pattern[str]:
    """Return what finds `word`, in normal form, in a text as typed."""
    between = _SILENT.pattern[:-1] + "*"
    return re.compile(between.join(map(re.escape, word)), re.IGNORECASE)
