"""Submissions: found in folders and archives, read as data, their cells matched to the release."""

from .matching import DOUBT
from .notebooks import SubmittedCell, read_notebook
from .roster import Roster, read_roster
from .submissions import Submission, find_submissions, not_handed_in, read_deadline, submission_in

__all__ = [
    "DOUBT",
    "Roster",
    "Submission",
    "SubmittedCell",
    "find_submissions",
    "not_handed_in",
    "read_deadline",
    "read_notebook",
    "read_roster",
    "submission_in",
]
