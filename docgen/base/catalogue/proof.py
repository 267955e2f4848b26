"""F2: what the printed page shows."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry

PROOF: dict[str, Entry] = {}
