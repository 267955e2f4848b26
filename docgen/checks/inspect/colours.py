"""What a colour prints as. Takes a colour as the file has it, gives whether it is black or red."""

from __future__ import annotations


def is_black(colour: str) -> bool:
    """Whether a colour prints black."""
    if colour in ("AUTO", "auto", "text1", "tx1", "dark1"):
        return True
    parts = _parts(colour)
    return parts is not None and max(parts) <= 1


def is_red(colour: str) -> bool:
    """Whether a colour is the red of official documents (C0 M100 Y100 and near it)."""
    parts = _parts(colour)
    return parts is not None and parts[0] >= 200 and max(parts[1:]) <= 50


def _parts(colour: str) -> tuple[int, int, int] | None:
    try:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return None
    return (red, green, blue) if len(colour) == 6 else None
