"""F1: where the format of a .docx leaves its profile."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry

FORMAT: dict[str, Entry] = {}
