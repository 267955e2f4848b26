"""Where a Hanzi's ink stands in an exact line: distances of the standard run from ink to ink.

Measured in LibreOffice 7.4 with a font of the usual metrics (ascent 0.88, descent 0.12 of its
size); parts of the size where nothing else is said.
"""

from __future__ import annotations

# From the top of a line of 1.2 times its size to the top of the ink: a mark's line.
INK_TOP = 0.203
# From the bottom of a line's box to the bottom of the ink: in a mark, and in a line of text with
# Latin digits, which reach lower.
INK_BOTTOM = 0.045
INK_BOTTOM_TEXT = 0.19
# From the top of a line of text to the top of its ink, in points.
INK_TOP_TEXT = 11
# The height of a mark's ink.
INK_HEIGHT = 0.97
