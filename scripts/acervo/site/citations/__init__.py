"""How a page of the archive is cited: in prose (APA 7, ISO 690) and for programs (BibTeX, RIS, CSL-JSON)."""
