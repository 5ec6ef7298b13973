"""The roster: who is in the class, what a download may call them, and whose something is."""

from hippograd.intake.finding.roster.people import people_in
from hippograd.intake.finding.roster.person import GROUP, OF_PEOPLE, Key, Person, plain_name
from hippograd.intake.finding.roster.roster import Match, Roster, is_worksheet, read_roster
from hippograd.intake.finding.roster.table import Csv, plain_heading, table_of

__all__ = [
    "GROUP",
    "OF_PEOPLE",
    "Csv",
    "Key",
    "Match",
    "Person",
    "Roster",
    "is_worksheet",
    "people_in",
    "plain_heading",
    "plain_name",
    "read_roster",
    "table_of",
]
