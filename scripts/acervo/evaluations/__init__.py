"""The export of a form, on its way to an evaluation record: counted, and nothing of anyone kept."""
