"""What the rest of the archive knows of a record without opening it."""
