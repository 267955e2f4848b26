"""The message catalogue: every code's words in Chinese and English.

One module per letter; a code is never reused.
"""

from __future__ import annotations

from docgen.base.catalogue.adopting import ADOPTING
from docgen.base.catalogue.agreement import AGREEMENT
from docgen.base.catalogue.compose import COMPOSE
from docgen.base.catalogue.directory import DIRECTORY
from docgen.base.catalogue.entry import Entry, Severity
from docgen.base.catalogue.format import FORMAT
from docgen.base.catalogue.meeting_papers import MEETING_PAPERS
from docgen.base.catalogue.origins import ORIGINS
from docgen.base.catalogue.papers import PAPERS
from docgen.base.catalogue.profile import PROFILE
from docgen.base.catalogue.proof import PROOF
from docgen.base.catalogue.search import SEARCH
from docgen.base.catalogue.snippets import SNIPPETS
from docgen.base.catalogue.source import LIMITS, SOURCE
from docgen.base.catalogue.tasks import TASKS
from docgen.base.catalogue.template import TEMPLATE
from docgen.base.catalogue.workbook import WORKBOOK
from docgen.base.catalogue.writing import WRITING

CATALOGUE: dict[str, Entry] = {
    **SOURCE,
    **DIRECTORY,
    **LIMITS,
    **SNIPPETS,
    **ORIGINS,
    **SEARCH,
    **ADOPTING,
    **COMPOSE,
    **PAPERS,
    **MEETING_PAPERS,
    **TASKS,
    **TEMPLATE,
    **WRITING,
    **WORKBOOK,
    **PROFILE,
    **AGREEMENT,
    **FORMAT,
    **PROOF,
}

__all__ = ["CATALOGUE", "Entry", "Severity"]
