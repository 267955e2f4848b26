"""Finding snippets by words, from an index in the user's cache directory.

Takes the folders of a library and a `Query`, gives `Found`: the snippets that match, best first,
each with the reason. A search reads only the index and the files' dates: nothing here imports
YAML or Jinja before a file has changed.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from docgen.library.search.index import restored, updated
from docgen.library.search.listing import Listing
from docgen.library.search.ranking import Found, Hit, Query, ranked

__all__ = ["Found", "Hit", "Query", "search"]


def search(folders: list[Path], query: Query) -> Found:
    """Return what `query` finds in `folders` (the workspace's own snippets, then the shipped)."""
    listing = Listing(folders)
    with closing(restored(folders)) as index:
        # Nearly always nothing has changed: the answer is found while the files are looked at.
        found = ranked(index, folders, query)
        changed = updated(index, listing.lines(), folders)
        if changed is None:
            return found
    with closing(changed):
        return ranked(changed, folders, query)
