"""Work on records where they are written: check, write, put right, list what is missing."""
