"""What a reform plan is and the rules it follows; needs the standard library only."""
