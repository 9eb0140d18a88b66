"""What happens to a proposal on GitHub: an issue made a record, two folders compared, comments put."""
