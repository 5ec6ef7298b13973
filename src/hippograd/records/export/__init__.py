"""Marks for others: a table of everything, the files that learning platforms exported, filled, and zips of pages."""
