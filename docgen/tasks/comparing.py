"""Two plans laid side by side: tasks kept, changed, dropped, new; paragraphs taken over.

Takes two loaded documents (of any kind: those without tasks by their paragraphs alone), gives a
`Comparison`. What the phrase library gave does not count as taken over: it is there to be reused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from docgen.checks.near_duplicates import LEAST, SHARE, han, runs
from docgen.language.deadlines import Deadline
from docgen.model.tree import Paragraph
from docgen.tasks.loading import Plan
from docgen.tasks.matching import Pair, matched
from docgen.tasks.planned import PlannedTask


class Change(NamedTuple):
    """A field of a task, from what to what."""

    field: str
    old: str
    new: str


class Kept(NamedTuple):
    """A task that both plans have, and what is changed of it (nothing: it is kept as it was)."""

    pair: Pair
    changes: tuple[Change, ...]


class Reused(NamedTuple):
    """A paragraph of which `share` (of the shorter one's runs) stands in one of the other."""

    old: Paragraph
    new: Paragraph
    share: float


class Comparison(NamedTuple):
    """What became of the tasks of one plan in another; `snippets`: how many paragraphs were
    left aside, since the library gave them."""

    old: Plan
    new: Plan
    kept: tuple[Kept, ...]
    dropped: tuple[PlannedTask, ...]
    added: tuple[PlannedTask, ...]
    reused: tuple[Reused, ...]
    snippets: int


FIELDS = ("title", "section", "text", "owner", "partners", "due", "measure")


def compared(old: Plan, new: Plan) -> Comparison:
    """Return what is the same in two plans and what is not."""
    same_year = old.year is not None and old.year == new.year
    pairs = matched(old.tasks, new.tasks, same_year=same_year)
    kept = tuple(Kept(pair, tuple(_changes(pair, old.year, new.year))) for pair in pairs)
    before = {id(pair.old) for pair in pairs}
    after = {id(pair.new) for pair in pairs}
    reused, snippets = _reused(old, new)
    return Comparison(
        old,
        new,
        kept,
        tuple(task for task in old.tasks if id(task) not in before),
        tuple(task for task in new.tasks if id(task) not in after),
        reused,
        snippets,
    )


# -- tasks -------------------------------------------------------------------------------------


def _changes(pair: Pair, before: int | None, after: int | None) -> Iterable[Change]:
    """Yield what is changed of a task; that it names the new plan's year instead of the old
    one's is no change."""
    years = after - before if before and after else 0
    for field in FIELDS:
        old, new = _words(pair.old, field), _words(pair.new, field)
        moved = old.replace(f"{before}年", f"{after}年") if years else old
        if new not in (old, moved) and not (field == "due" and _same_due(pair, years)):
            yield Change(field, old, new)


def _words(task: PlannedTask, field: str) -> str:
    if field == "section":
        return task.section.partition("、")[2] or task.section  # its number is not its name
    value = getattr(task, field)
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _same_due(pair: Pair, years: int) -> bool:
    """Whether a deadline is the same but for the plan's year: 2025年6月30日, 2026年6月30日."""
    old, new = pair.old.deadline, pair.new.deadline
    return old is not None and new is not None and _moved(old, years) == _moved(new, 0)


def _moved(due: Deadline, years: int) -> tuple[object, ...]:
    return _later(due.first, years), _later(due.last, years), due.standing


def _later(day: date | None, years: int) -> tuple[int, int, int] | None:
    if day is None:
        return None
    is_last_of_february = (day.month, day.day) in ((2, 28), (2, 29))
    return day.year + years, day.month, 0 if is_last_of_february else day.day


# -- paragraphs --------------------------------------------------------------------------------


def _reused(old: Plan, new: Plan) -> tuple[tuple[Reused, ...], int]:
    before, left = _paragraphs(old)
    after, aside = _paragraphs(new)
    own = [runs(each.text) for each in before]
    holders: dict[str, list[int]] = {}
    for at, each in enumerate(own):
        for run in each:
            holders.setdefault(run, []).append(at)
    found = []
    for paragraph in after:
        mine = runs(paragraph.text)
        shared = Counter(at for run in mine for at in holders.get(run, ()))
        shares = {at: count / min(len(own[at]), len(mine)) for at, count in shared.items()}
        best = max(shares, key=lambda at: (shares[at], -at), default=-1)
        if best >= 0 and shares[best] > SHARE:
            found.append(Reused(before[best], paragraph, shares[best]))
    return tuple(found), left + aside


def _paragraphs(plan: Plan) -> tuple[list[Paragraph], int]:
    """Return the paragraphs that are long enough to tell, and how many the library gave."""
    if plan.composed is None:
        return [], 0
    long = [each for each in plan.composed.tree.paragraphs() if len(han(each.text)) >= LEAST]
    own = [each for each in long if not each.origin.snippets]
    return own, len(long) - len(own)
