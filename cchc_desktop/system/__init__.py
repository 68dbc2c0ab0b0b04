"""The computer around the program: paths, fonts, opening and printing files."""
