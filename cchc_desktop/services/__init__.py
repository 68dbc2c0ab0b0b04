"""What a person can do with the program, one method each."""
