"""The pages of the archive: from what it holds to HTML."""
