"""What is wrong with a record, alone and among the others: each problem at its place and in words."""
