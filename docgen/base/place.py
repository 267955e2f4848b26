"""Where a thing stands in the user's files.

Takes nothing, gives `Place`: a file, a 1-based line and column, and the path of
keys that leads there. A place without a line (a template, a whole file) has line 0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Place:
    """A file, a position in it (1-based; 0 = the whole file) and a key path such as
    ``spirit[1].text``."""

    file: str
    line: int = 0
    column: int = 0
    key: str = ""

    def __str__(self) -> str:
        parts = [self.file, str(self.line or ""), str(self.column or "")]
        return ":".join(part for part in parts if part)

    def child(self, key: str | int) -> Place:
        """Return this place with one more key (str) or index (int) on its path."""
        if isinstance(key, int):
            return replace(self, key=f"{self.key}[{key}]")
        return replace(self, key=f"{self.key}.{key}" if self.key else key)

    def down(self, lines: int) -> Place:
        """Return the place `lines` lines further down, at the start of that line."""
        return replace(self, line=self.line + lines, column=1) if lines else self


NOWHERE = Place("")
