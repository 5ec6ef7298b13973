"""Finding submissions: whose file is whose, in folders, zips and downloads of learning platforms."""

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

__all__ = [
    "UNMATCHED",
    "Naming",
    "Origin",
    "Roster",
    "Submission",
    "find_submissions",
    "not_handed_in",
    "read_deadline",
    "read_naming",
    "read_roster",
    "require_most_matched",
    "submission_in",
    "write_proposals",
]
