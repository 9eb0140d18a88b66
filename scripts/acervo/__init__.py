"""Acervo Naranja: YAML records in, a public archive as a static site out."""

__version__ = "0.1.0"
