"""Submissions: found in folders and archives, read as data, their cells matched to the release."""

from .notebooks import SubmittedCell, read_notebook
from .submissions import Submission, find_submissions

__all__ = ["Submission", "SubmittedCell", "find_submissions", "read_notebook"]
