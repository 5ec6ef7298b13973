"""The roster: who is in the class, what a download may call them, and whose something is."""

from hippograd.intake.finding.roster.names import key_value, nearly, plain_name, written_out
from hippograd.intake.finding.roster.people import people_in
from hippograd.intake.finding.roster.person import CANVAS_ANONYMOUS, GITHUB, OF_PEOPLE, Key, Person, known_person
from hippograd.intake.finding.roster.reading import Differing, differing, is_worksheet, read_roster
from hippograd.intake.finding.roster.roster import Match, Roster, with_people
from hippograd.intake.finding.roster.table import plain_heading, table_of

__all__ = [
    "CANVAS_ANONYMOUS",
    "GITHUB",
    "OF_PEOPLE",
    "Differing",
    "Key",
    "Match",
    "Person",
    "Roster",
    "differing",
    "is_worksheet",
    "key_value",
    "known_person",
    "nearly",
    "people_in",
    "plain_heading",
    "plain_name",
    "read_roster",
    "table_of",
    "with_people",
    "written_out",
]
