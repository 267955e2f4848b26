"""Which language docgen speaks: ``zh`` or ``en``."""

from __future__ import annotations

import os


def language() -> str:
    """Return ``DOCGEN_LANG`` where it is set, else the locale's language; others get English."""
    for name in ("DOCGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _of(value)
    import locale  # where none of them is set: nearly never

    return _of(locale.getlocale()[0] or "")


def _of(value: str) -> str:
    return "zh" if value.lower().startswith(("zh", "chinese", "中")) else "en"


def say(zh: str, en: str) -> str:
    """Return the one of two wordings that is in the user's language."""
    return zh if language() == "zh" else en
