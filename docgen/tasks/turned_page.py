"""Tables of tasks on turned pages: a tree → the bytes of a .docx.

The template is made from the workspace's own profile, else the standard, and compiled once a run.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.language.jinja import Scope
from docgen.library.profiles import find_profile
from docgen.model.tree import Block, Origin, Paragraph, Role, Run, Tree
from docgen.render.blank import packed
from docgen.render.blank.kinds import turned
from docgen.render.docx import render_docx
from docgen.render.template import Template, compile_template
from docgen.source.workspace import Workspace

KIND = "task-table"


class TurnedPages:
    """The template of one run, and what is printed with it."""

    def __init__(self, workspace: Workspace, report: Report) -> None:
        self.workspace, self.report = workspace, report
        self._template = self._made()

    def _made(self) -> Template | None:
        settings = self.workspace.settings
        place = settings.where("profile")
        profile = find_profile(settings.profile, self.workspace, place, self.report)
        if profile is None:
            return None
        return compile_template(packed(turned(profile), KIND, profile), Place(KIND), self.report)

    def docx(self, tree: Tree) -> bytes | None:
        """Return a tree as .docx, or None after reporting why not."""
        if self._template is None:
            return None
        lines = tuple(line.text for line in tree.front[1:])
        scope: Scope = dict.fromkeys(("title", "标题"), lambda: tree.front[0].text)
        scope |= dict.fromkeys(("byline", "题注"), lambda: lines)
        return render_docx(tree, scope, self._template, self.report, self.workspace.root)


def turned_tree(
    title: str, lines: Iterable[str], blocks: Iterable[Block], origin: Origin, *, org: str = ""
) -> Tree:
    """Return a tree with a title, the lines under it and its blocks."""
    front = [Paragraph(Role.TITLE, (Run(title),), origin)]
    front += [Paragraph(Role.BYLINE, (Run(line),), origin) for line in lines]
    return Tree(KIND, tuple(front), tuple(blocks), title, org)
