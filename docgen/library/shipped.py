"""Where the shipped templates and snippets are.

They live at the top of the repository, beside the package; a wheel carries them inside it
as ``share/``. Checkout, editable install and wheel so find the same files.
"""

from __future__ import annotations

from pathlib import Path

import docgen


def shipped(folder: str) -> Path:
    """Return the shipped ``templates`` or ``snippets``."""
    package = Path(docgen.__file__).parent
    inside = package / "share" / folder
    return inside if inside.is_dir() else package.parent / folder
