"""Pages that look over many records, or over none: the home page, lists, calendar, map, quality."""
