"""Draft records: what YouTube says of a recording, written as an editor would, with the reasons beside it."""
