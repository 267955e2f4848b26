"""``make templates``: write the shipped templates, of the standard's profile, into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.library.profiles import standard
from docgen.render.blank import make_template
from docgen.render.blank.kinds import KINDS

for kind in KINDS:
    Path(sys.argv[1], f"{kind}.docx").write_bytes(make_template(kind, standard()))
