"""What pages cost, beside the least that they could cost, on archives of two sizes.

Run by `make bench`; docs/performance.md says how, and has the tables of the last run.
"""
