"""What a record may say: its fields, kind by kind, from which all else that is told of a field comes."""
