"""docgen: official Chinese documents from YAML facts, approved phrasing and Word templates.

The public names: `Build` (docgen.build) builds and checks; `DocgenError` is all that leaves it.
"""

__version__ = "0.1.0"
