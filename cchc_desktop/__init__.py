"""The district officer's program for a year of administrative reform work.

Start reading in ``domain/plan.py`` (what a plan is), then ``services`` (what a
person can do with it).  ``CONTRIBUTING.md`` has the architecture on one page.
"""
