"""Submissions: found in folders and archives, read as data, their cells matched to the release."""

from hippograd.intake.finding import (
    UNMATCHED,
    Naming,
    Origin,
    Roster,
    Submission,
    find_submissions,
    not_handed_in,
    read_deadline,
    read_naming,
    read_roster,
    require_most_matched,
    submission_in,
    write_proposals,
)
from hippograd.intake.matching.notebooks import SubmittedCell, read_notebook
from hippograd.intake.notes import Note

__all__ = [
    "UNMATCHED",
    "Naming",
    "Note",
    "Origin",
    "Roster",
    "Submission",
    "SubmittedCell",
    "find_submissions",
    "not_handed_in",
    "read_deadline",
    "read_naming",
    "read_notebook",
    "read_roster",
    "require_most_matched",
    "submission_in",
    "write_proposals",
]
