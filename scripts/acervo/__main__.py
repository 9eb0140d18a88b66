"""Let `python -m acervo` be the command."""

from acervo.cli import main

main()
