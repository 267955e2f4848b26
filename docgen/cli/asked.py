"""A snippet asked for on the command line: by id, version or alias, as a document does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.library.snippets import Snippets


def asked_snippet(reference: str, library: Snippets) -> tuple[str, str]:
    """Return (id, version or ``""``) of the one snippet that is meant.

    Raises DocgenError where there is none such, several, or not in that version.
    """
    from docgen.base.diagnostics import Report
    from docgen.base.errors import DocgenError
    from docgen.base.place import NOWHERE
    from docgen.library.aliases import id_called, report_unknown

    found = Report()
    name, _, version = reference.strip().partition("@")
    id = name if library.files(name) else id_called(reference, library, NOWHERE, found)
    if id and version and version not in map(str, library.files(id)):
        report_unknown(reference, library, NOWHERE, found)
    for fault in found:
        raise DocgenError(fault.code, fault.place, **fault.facts)
    return id, version
