"""The fonts of a document's theme.

Takes theme1.xml and the settings, gives the family behind ``minorEastAsia`` and its like.
"""

from __future__ import annotations

from typing import Any

from docgen.checks.inspect.units import attribute, child

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# The script that the theme's list of fonts has for the language of East Asian text.
_SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant",
            "ja-JP": "Jpan", "ko-KR": "Hang"}  # fmt: skip


class ThemeFonts:
    """Answers which family a theme reference means; ``""`` where the theme does not say."""

    def __init__(self, theme: Any | None, settings: Any | None) -> None:
        self._theme = theme
        language = attribute(child(settings, "themeFontLang"), "eastAsia") or "zh-CN"
        self._script = _SCRIPTS.get(language, "Hans")

    def family(self, reference: str) -> str:
        """Return the family of ``majorEastAsia``, ``minorHAnsi`` …"""
        if self._theme is None:
            return ""
        name = "majorFont" if reference.startswith("major") else "minorFont"
        fonts = self._theme.find(f".//{_A}fontScheme/{_A}{name}")
        if fonts is None:
            return ""
        if not reference.endswith("EastAsia"):
            return _typeface(fonts.find(f"{_A}latin"))
        return _typeface(fonts.find(f"{_A}ea")) or self._of_script(fonts)

    def _of_script(self, fonts: Any) -> str:
        for font in fonts.iterfind(f"{_A}font"):
            if font.get("script") == self._script:
                return _typeface(font)
        return ""


def _typeface(font: Any | None) -> str:
    return "" if font is None else str(font.get("typeface", ""))
