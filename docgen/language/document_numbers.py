"""发文字号: the number of an official document, 示府办发〔2026〕8号.

Takes one as typed; says whether it is in the form of GB/T 9704-2012 7.2.5 (the year in 〔〕 in
four figures, the number without 第 and without a leading 0), and gives the right form.
"""

from __future__ import annotations

import re
import unicodedata

_PROPER = re.compile(r"[^\s\d〔〕]+〔(?:19|20)\d\d〕[1-9]\d*号")
_TYPED = re.compile(
    r"(?P<word>[^\s\d\[\](){}【】〔〕〈〉<>《》第]*?)\s*字?\s*"
    r"[\[({【〔〈<《]?\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[\])}】〕〉>》]?\s*"
    r"第?\s*0*(?P<number>[1-9]\d*)\s*号?"
)


def is_proper(number: str) -> bool:
    """Whether a number is in the form of the standard."""
    return _PROPER.fullmatch(number) is not None


def corrected(number: str) -> str:
    """Return what was meant in its right form, with ××发 where it does not say whose it is;
    ``""`` where that is not certain."""
    typed = _TYPED.fullmatch(unicodedata.normalize("NFKC", number.strip()))
    return f"{typed['word'] or '××发'}〔{typed['year']}〕{typed['number']}号" if typed else ""
