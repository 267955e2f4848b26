"""The conditions of a search, in SQL.

Takes words in normal form and what else a snippet must have, gives conditions over the index's
columns and the values in them. A scan, no inverted index: over ten thousand snippets it takes
10 ms, a word of any length is found anywhere, and nothing has to be cut into words.
"""

from __future__ import annotations

# Where a word may stand → what that is worth. What a snippet is called weighs more than what it
# is about, and that more than what it says; a whole name more than a part of one.
# {w}: the word; {line}: the word alone on its line of a list. All are tens: see `_OFTEN`.
_WORTH = {
    "n_title = {w}": 60,
    "instr(n_title, {w}) > 0": 50,
    "instr(n_aliases, {line}) > 0": 60,
    "instr(n_aliases, {w}) > 0": 40,
    "instr(n_heading, {w}) > 0": 40,
    "instr(n_tags, {line}) > 0": 40,
    "instr(n_tags, {w}) > 0": 20,
    "instr(n_id, {w}) > 0": 30,
    "instr(n_terms, {line}) > 0": 20,
    "instr(text, {w}) BETWEEN 1 AND body": 10,
}
# A word that comes back says more of a text, up to five times; that decides only between texts
# which are else worth the same, and is reckoned only for these.
_OFTEN = "min(5, (length(text) - length(replace(text, {w}, ''))) / length({w}))"
_HAS = "(instr(text, {w}) > 0 OR instr(n_terms, {line}) > 0)"


class Conditions:
    """Conditions as they come, and the values they name."""

    def __init__(self) -> None:
        self.wanted = ["readable", "NOT hidden"]
        self.values: dict[str, str | int] = {}

    def name(self, value: str | int) -> str:
        """Return the name under which SQL knows `value`."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def want_use(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.wanted.append(f"use IN ({', '.join(map(self.name, codes))})")

    def want_allowed(self, column: str, codes: tuple[str, ...]) -> None:
        """One of the codes; a snippet that names none may be used everywhere."""
        if codes:
            lines = [f"instr({column}, {self.name(_line(code))})" for code in codes]
            self.wanted.append(f"({column} = '' OR {' OR '.join(lines)})")

    def want_tags(self, tags: tuple[str, ...]) -> None:
        self.wanted += [f"instr(n_tags, {self.name(_line(tag))})" for tag in tags]

    def want_day(self, day: str) -> None:
        if day:
            name = self.name(day)
            self.wanted.append(f"first <= {name} AND (last = '' OR {name} <= last)")

    def word(self, word: str) -> tuple[str, str, str]:
        """Return what SQL says of a word: that a snippet has it, what that is worth, how often
        it does."""
        names = {"{w}": self.name(word), "{line}": self.name(_line(word))}
        worth = joined([f"({place}) * {value}" for place, value in _WORTH.items()], "+")
        said = _HAS, worth, _OFTEN
        for mark, name in names.items():
            has, worth, often = said
            said = has.replace(mark, name), worth.replace(mark, name), often.replace(mark, name)
        return said


def joined(terms: list[str], operator: str) -> str:
    """Return terms with an operator between them, bracketed so that a thousand of them are ten
    deep: SQLite refuses an expression that is deeper than a thousand."""
    if len(terms) < 3:
        return f" {operator} ".join(terms)
    half = len(terms) // 2
    return f"({joined(terms[:half], operator)}) {operator} ({joined(terms[half:], operator)})"


def _line(item: str) -> str:
    return f"\n{item}\n"
