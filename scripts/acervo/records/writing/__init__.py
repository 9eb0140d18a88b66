"""Records as they are written: the canonical form, safe repairs, and what forms and questions need."""
