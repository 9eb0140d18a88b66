"""What an editor may write: text in, checked records and problems out."""
