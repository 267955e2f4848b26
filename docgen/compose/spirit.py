"""What a source said: its opening sentence, then its spirit items (会议指出，……).

Takes a source and a draft; one wording for every document that passes the source on.
"""

from __future__ import annotations

from docgen.compose.draft import Draft
from docgen.compose.sentence import opening_sentence
from docgen.compose.texts import Said, paragraphs_of
from docgen.language.punctuation import lead_in
from docgen.model.sources import Source, Spirit
from docgen.model.terms import SERIES, Term
from docgen.model.tree import Origin


def opening_of(source: Source, draft: Draft) -> Said:
    """Return the built sentence, or the words that replace it, with what follows."""
    after = draft.texts.field(source, "after")
    if source.opening is not None:
        words, origin = draft.texts.field(source, "opening"), Origin(source.opening.place)
        origin = origin.along(draft.texts.origin(source, "opening").snippets)
    else:
        words, origin = opening_sentence(source, draft.used), Origin(source.where("title"))
    origin = origin.along(draft.texts.origin(source, "after").snippets)
    return [(paragraph, origin) for paragraph in paragraphs_of(words + after)]


def tell_spirit(source: Source, draft: Draft) -> None:
    """Add a source's spirit items, each as a paragraph or more."""
    for spirit in source.spirit:
        _tell(spirit, draft)


def _tell(spirit: Spirit, draft: Draft) -> None:
    draft.used.note(spirit, "by", "verb")
    if not spirit.points:
        draft.require_words(spirit)
    said = _introduced(spirit, draft)
    title = draft.texts.heading(spirit)
    series = spirit.series or _default_series(spirit)
    said, done = draft.with_points(said, spirit.points, series)
    if title:
        draft.item("", title, said, "none", draft.texts.headed(spirit), run_in=spirit.run_in)
    else:
        draft.say(said)
    if not done:
        draft.points(spirit.points, series, run_ins=spirit.run_in)
    draft.table(spirit.table)


def _introduced(spirit: Spirit, draft: Draft) -> Said:
    """Return an item's text, after who said it: 会议指出，……"""
    said = draft.texts.body(spirit)
    who = f"{spirit.by}{spirit.verb}"
    if not who:
        return said
    if not said:
        return [(lead_in(who) if spirit.points else f"{who}。", Origin(spirit.at))]
    (text, origin), *rest = said
    return [(f"{who}，{text}", origin), *rest]


def _default_series(spirit: Spirit) -> Term | None:
    """Plain points of one spirit item stay in its paragraph; points with headings are numbered."""
    plain = all(not (p.title or p.points or p.snippet or p.table) for p in spirit.points)
    return SERIES["inline"] if plain else None
