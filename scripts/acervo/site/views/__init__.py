"""What each page shows: one module a page or a part of it, finished values for the templates."""
