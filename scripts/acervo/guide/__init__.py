"""The editors' guide: the tables of fields, and every message with an example and its cure."""
