"""A document ready to be judged: opened, its styles read, its paragraphs in their roles.

Takes an opened .docx, gives `Judged`, which every check asks.
"""

from __future__ import annotations

from typing import Any

from docgen.checks.inspect.effective import Resolver
from docgen.checks.inspect.levels import Carrier
from docgen.checks.inspect.numbering import Numbering
from docgen.checks.inspect.opened import Opened
from docgen.checks.inspect.paragraphs import Paragraph, Reader, Run
from docgen.checks.inspect.role_patterns import role_by_name
from docgen.checks.inspect.roles import Roles
from docgen.checks.inspect.sheet import Sheet, Style
from docgen.checks.inspect.theme import ThemeFonts
from docgen.checks.inspect.units import attribute, child
from docgen.model.profile import Profile
from docgen.render.xml import W


class Judged:
    """One document with all that is needed to judge it."""

    def __init__(self, opened: Opened, profile: Profile) -> None:
        self.opened, self.profile = opened, profile
        self.kind = ""  # settled once its title is known
        self.settings = opened.only("settings")
        self.sheet = Sheet(opened.only("styles"))
        self.resolver = Resolver(self.sheet, ThemeFonts(opened.only("theme"), self.settings))
        self.reader = Reader(self.sheet, Numbering(opened.only("numbering")))
        self.paragraphs = self.reader.body(opened.body, opened.main)
        self.sections = _sections(opened.body)
        Roles(self.paragraphs, self.align, self.size, self.colour).settle()
        self._uses = self._count_uses()

    def align(self, paragraph: Paragraph) -> str:
        """Return how a paragraph is aligned."""
        value: str = self.resolver.align(self.resolver.of_paragraph(paragraph)).value
        return value

    def size(self, paragraph: Paragraph) -> float:
        """Return the size of a paragraph's first text."""
        run = next((run for run in paragraph.runs if run.text.strip()), None)
        if run is None:
            return 0.0
        value: float = self.resolver.size(self.resolver.of_run(paragraph, run)).value
        return value

    def colour(self, paragraph: Paragraph) -> str:
        """Return the colour of a paragraph's first text."""
        run = next((run for run in paragraph.runs if run.text.strip()), None)
        if run is None:
            return ""
        return str(self.resolver.colour(self.resolver.of_run(paragraph, run)).value)

    def in_role(self, *roles: str) -> list[Paragraph]:
        """Return the paragraphs with a text that have one of the roles."""
        return [p for p in self.paragraphs if p.role in roles and not p.blank]

    @property
    def title(self) -> str:
        """The title, its lines joined."""
        return "".join(p.shown for p in self.in_role("title"))

    def section_counts_chars(self, paragraph: Paragraph) -> bool:
        """Whether a grid of the paragraph's section sets how many characters a line has."""
        if paragraph.section >= len(self.sections):
            return False
        kind = attribute(child(self.sections[paragraph.section], "docGrid"), "type")
        return kind in ("linesAndChars", "snapToChars")

    # where a value is mended

    def holder(self, paragraph: Paragraph, carrier: Carrier, run: Run | None = None) -> Any:
        """Return the element to mend: what carries the wrong value itself, the paragraph's
        style where only paragraphs of this role have it, else the paragraph or run."""
        direct = run.element if run is not None else paragraph.element
        if carrier.key.split(":")[0] in ("run", "own", "character", "table", "level"):
            return direct
        style = paragraph.style
        return style.element if style is not None and self._is_own(style, paragraph) else direct

    def _is_own(self, style: Style, paragraph: Paragraph) -> bool:
        if paragraph.role == "page_number":
            return role_by_name(style.name) == "page_number" and style.id not in self._uses
        return self._uses.get(style.id, set()) == {paragraph.role} and bool(paragraph.role)

    def _count_uses(self) -> dict[str, set[str]]:
        """Return style → the roles of the paragraphs that have it or one based on it."""
        uses: dict[str, set[str]] = {}
        for paragraph in self.paragraphs:
            id = paragraph.style.id if paragraph.style else ""
            for style in self.sheet.chain("paragraph", id):
                if not paragraph.blank:
                    uses.setdefault(style.id, set()).add(paragraph.role)
        return uses


def _sections(body: Any) -> list[Any]:
    """Return the sectPr of each section; the last stands at the end of the body."""
    found = [
        section
        for paragraph in body.iter(f"{W}p")
        if (section := child(child(paragraph, "pPr"), "sectPr")) is not None
    ]
    last = child(body, "sectPr")
    return [*found, last] if last is not None else found
