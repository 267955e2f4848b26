"""The rows of 任务分解表: a heading that repeats on every page, a row for each task.

Gives a table with tags, as wide as a turned page's type area. Lengths in twips.
"""

from __future__ import annotations

from docgen.model.profile import Profile
from docgen.render.blank.xml import paragraph, when

# A column of numbers stands in the middle.
_NUMBER, _MIDDLE = "{{ loop.index }}", '<w:jc w:val="center"/>'

# Heading, the tag in each row, parts of the width.
_SIX = (
    ("序号", _NUMBER, 3),
    ("任务", "{{ task.title }}", 17),
    ("牵头单位", "{{ task.owner }}", 8),
    ("配合单位", "{{ task.partners|join('、') }}", 10),
    ("完成时限", "{{ task.due }}", 9),
    ("完成标志", "{{ task.measure }}", 10),
)


# Where a task has come from somewhere: narrower columns, and one more.
_NARROWED = [(*column[:2], parts) for column, parts in zip(_SIX, (3, 13, 7, 9, 9, 9), strict=True)]
_SEVEN = (*_NARROWED, ("任务来源", "{{ task.source }}", 7))


def task_rows(profile: Profile) -> str:
    """Return the table; that of seven columns where a task has a source."""
    return when(
        "tasks|map(attribute='source')|join",
        _table(_SEVEN, profile),
        otherwise=(_table(_SIX, profile),),
    )


def _table(columns: tuple[tuple[str, str, int], ...], profile: Profile) -> str:
    width = profile.twips("page.area_height")
    whole = sum(parts for _, _, parts in columns)
    widths = [width * parts // whole for _, _, parts in columns]

    def row(cells: list[str], kind: str, style: str) -> str:
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{paragraph(style, words, _MIDDLE if words == _NUMBER else '')}</w:tc>"
            for each, words in zip(widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr>{kind}</w:trPr>{made}</w:tr>"

    def mark(words: str) -> str:
        span = f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{len(columns)}"/>'
        inside = paragraph("TableCell", f"{{%tr {words} %}}")
        return f"<w:tr><w:tc><w:tcPr>{span}</w:tcPr>{inside}</w:tc></w:tr>"

    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + row([name for name, _, _ in columns], "<w:cantSplit/><w:tblHeader/>", "TableHead")
        + mark("for task in tasks")
        + row([words for _, words, _ in columns], "<w:cantSplit/>", "TableCell")
        + mark("endfor")
        + "</w:tbl>"
    )
