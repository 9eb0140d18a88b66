"""The text of a record, sign by sign: what its YAML says, and on which line and column."""
