"""Finding submissions: whose file is whose, in folders, zips and downloads of learning platforms."""

from .naming import Naming, read_naming
from .roster import Roster, read_roster
from .submissions import Origin, Submission, find_submissions, not_handed_in, read_deadline, submission_in

__all__ = [
    "Naming",
    "Origin",
    "Roster",
    "Submission",
    "find_submissions",
    "not_handed_in",
    "read_deadline",
    "read_naming",
    "read_roster",
    "submission_in",
]
