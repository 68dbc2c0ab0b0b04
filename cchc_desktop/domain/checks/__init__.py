"""Reads a plan, its text and its annex, as a strict colleague would: start at ``registry``."""
