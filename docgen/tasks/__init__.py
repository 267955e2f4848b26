"""A year of tasks: read, counted, drawn, parted by unit, compared, kept in workbooks."""
