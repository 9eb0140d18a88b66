"""What the archive gives besides pages: feeds, and lists for machines."""
