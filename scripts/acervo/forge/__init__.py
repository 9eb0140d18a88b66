"""What the forge (GitHub) shows and hands in: issue forms, their answers, and the review of a proposal."""

FORMS = ".github/ISSUE_TEMPLATE"
"""The folder of the issue forms, below that of the project."""
