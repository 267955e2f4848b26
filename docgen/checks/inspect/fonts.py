"""Names of fonts as they may be spelled, and which characters take which of a run's fonts.

Word sets Han from ``eastAsia``, Latin letters and digits from ``ascii``; the marks that Chinese
shares with Latin (“ ” ‘ ’ — …) from ``hAnsi``, unless the run has the hint ``eastAsia``.
"""

from __future__ import annotations

from docgen.base.han import is_wide

SHARED = frozenset("“”‘’—…·×")


def canonical(family: str) -> str:
    """Return a family's name to be compared: LibreOffice appends its substitutes after ``;``,
    a leading ``@`` only turns the glyphs."""
    return family.split(";")[0].strip().lstrip("@").casefold()


def is_one_of(family: str, accepted: tuple[str, ...]) -> bool:
    """Whether a family is one of those that are accepted."""
    return canonical(family) in {canonical(name) for name in accepted}


def has_han(text: str) -> bool:
    """Whether some of the text is set in the East Asian font whatever the hint."""
    return any(is_wide(char) and char not in SHARED and char != "\u3000" for char in text)


def has_shared(text: str) -> bool:
    """Whether some of the text is marks that fall into the Latin font."""
    return any(char in SHARED for char in text)


def has_latin(text: str) -> bool:
    """Whether there are Latin letters or digits."""
    return any(char.isascii() and char.isalnum() for char in text)
