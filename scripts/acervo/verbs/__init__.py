"""The verbs of the command `acervo`, each a few lines around one function; `cli` puts them together."""
