"""Pages as pictures: the bytes of a PDF → the bytes of one PNG per page."""

from __future__ import annotations

import struct
import zlib
from typing import Any

_POINTS_PER_INCH = 72  # PDF user space, ISO 32000-1 8.3.2.3
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _RGB = 8, 2  # ISO/IEC 15948 11.2.2


def page_pictures(pdf: bytes, *, dpi: int = 150) -> list[bytes]:
    """Return a PNG of each page, in order; the same PDF gives the same bytes."""
    import pypdfium2  # heavy, and only pictures need it

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(page, dpi) for page in document]
    finally:
        document.close()


def _picture(page: Any, dpi: int) -> bytes:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
    rows = bytes(bitmap.buffer)
    used = bitmap.width * bitmap.n_channels  # a row may be longer in memory
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    return _png(bitmap.width, bitmap.height, [rows[at : at + used] for at in starts])


def _png(width: int, height: int, rows: list[bytes]) -> bytes:
    """Return RGB rows as a PNG; for this alone a library of pictures would be too much."""
    header = struct.pack(">LLBBBBB", width, height, _EIGHT_BITS, _RGB, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
