"""What can stop docgen: `DocgenError`, the only exception that leaves the API.

It knows nothing of colours, exit codes or the command line; it carries a diagnostic,
so it says the same things a diagnostic does.
"""

from __future__ import annotations

from docgen.base.diagnostics import Diagnostic
from docgen.base.place import NOWHERE, Place


class DocgenError(Exception):
    """docgen cannot go on: a folder that is not there, a wrong use, a full disk."""

    def __init__(self, code: str, place: Place = NOWHERE, **facts: object) -> None:
        self.diagnostic = Diagnostic(code, place, facts)
        super().__init__(self.diagnostic.message("en"))
