"""What each kind of page shows: one module per page type, finished values for the templates."""
