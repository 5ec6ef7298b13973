"""Submissions: found in folders and archives, read as data, their cells matched to the release."""

from hippograd.intake.finding.naming import Naming, read_naming
from hippograd.intake.finding.proposals import require_most_matched, write_proposals
from hippograd.intake.finding.roster import Roster, read_roster
from hippograd.intake.finding.submissions import (
    UNMATCHED,
    Origin,
    Submission,
    find_submissions,
    not_handed_in,
    read_deadline,
    submission_in,
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
