"""议定事项: what a meeting decided, each with who carries it out and by when.

Takes a meeting, adds to the draft; a decision that nobody answers for is told.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words, clipped
from docgen.compose.draft import Draft
from docgen.compose.task_facts import note_of
from docgen.compose.texts import Said
from docgen.language.numbering import mark
from docgen.model.meeting_parts import Decision
from docgen.model.sources import Meeting
from docgen.model.tree import Origin, Role

# How a decision may begin by itself.
_DECIDED = re.compile(r"会议(?:议定|决定|同意|原则同意|原则通过|审议通过|通过|明确|确定|要求)")
# What was said there, not what was decided.
_DISCUSSED = re.compile(
    r"(?:会议|与会[^，。]{0,6}|大家|有的?(?:同志|人|单位))(?:一致)?(?:认为|指出|讨论|提出|建议|反映)"
)
_NOTED = ("owner", "partners", "due")


def tell_decisions(meeting: Meeting, draft: Draft) -> int:
    """Add the decisions; return how many of them have a heading 一、… of their own."""
    decisions = meeting.decisions
    for decision in decisions:
        _judge(decision, draft)
    if decisions and all(decision.title for decision in decisions):
        for number, decision in enumerate(decisions, start=1):
            title = draft.texts.field(decision, "title")
            draft.section(title, number, draft.texts.origin(decision, "title"))
            _tell(decision, "", resolved(decision, draft), draft)
        return len(decisions)
    if len(decisions) == 1:
        _tell(decisions[0], "", resolved(decisions[0], draft), draft)
        return 0
    if decisions:
        draft.add(Role.BODY, "会议议定以下事项：", Origin(meeting.where("decisions")))
    for number, decision in enumerate(decisions, start=1):
        _tell(decision, mark("paren", number), draft.texts.body(decision), draft)
    return 0


def _tell(decision: Decision, sign: str, said: Said, draft: Draft) -> None:
    draft.used.note(decision, *_NOTED)
    title = draft.texts.field(decision, "title") if sign else ""
    origin = Origin(decision.at).along(draft.texts.origin(decision, "title").snippets)
    note = note_of(decision, _NOTED, draft)
    draft.item(sign, title, said, "paren" if sign else "none", origin, run_in=True, note=note)


def resolved(decision: Decision, draft: Draft) -> Said:
    """Return a decision's words after 会议议定，, unless they say themselves who did what."""
    said = draft.texts.body(decision)
    if not said or _DECIDED.match(said[0][0]) or _DISCUSSED.match(said[0][0]):
        return said
    (text, origin), *rest = said
    return [(f"会议议定，{text}", origin), *rest]


def _judge(decision: Decision, draft: Draft) -> None:
    missing = [
        words
        for name, words in (
            ("owner", Words("牵头单位", "owner")),
            ("due", Words("完成时限", "due date")),
        )
        if not getattr(decision, name)
    ]
    if missing:
        words = Words("和".join(w.zh for w in missing), " and no ".join(w.en for w in missing))
        draft.report.add("C055", decision.at, missing=words)
    said = draft.texts.body(decision)
    found = _DISCUSSED.match(said[0][0]) if said else None
    if found:
        draft.report.add("C056", decision.where("text"), words=clipped(said[0][0], 16))
