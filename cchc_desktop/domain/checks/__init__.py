"""Reads a plan's annex as a strict colleague would: start reading at ``registry``."""
