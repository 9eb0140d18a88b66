"""What the records mean together: one frozen archive, its cards, its addresses."""
