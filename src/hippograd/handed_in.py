"""What a class handed in: whose it is, what is refused before anything is graded, and what a person has to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hippograd.course import Offering
from hippograd.course.assignments import HandedInAs
from hippograd.course.late import more_time, read_extensions, read_sections
from hippograd.errors import HippogradError
from hippograd.intake import (
    UNMATCHED,
    Naming,
    Roster,
    Submission,
    find_submissions,
    require_most_matched,
    write_proposals,
)
from hippograd.intake.matching.other_release import release_of
from hippograd.records.extensions import remarks_on_sections, sections_of
from hippograd.records.folder import Records
from hippograd.records.people import refuse_other_people
from hippograd.store.gradebook import Gradebook

_MOST_LOOKED_AT = 20
"""Notebooks that are looked at to see which cohort they are of."""


@dataclass(frozen=True)
class HandedIn:
    """The submissions of a class."""

    submissions: list[Submission]
    """One for each student."""

    to_check: list[str]
    """What else a person has to look at, a line each."""

    more_time: Mapping[str, timedelta]
    """Who has more time than the class."""

    extended: list[str]
    """Who has an extension of their own."""

    proposals: Path | None = None
    """The table of whose may be what is nobody's."""

    @property
    def students(self) -> set[str]:
        return {submission.student for submission in self.submissions}


def find_handed_in(
    offering: Offering,
    paths: Sequence[Path],
    records: Records,
    db_url: str,
    roster: Roster | None,
    naming: Naming,
    deadline: datetime | None,
    *,
    is_cohort_said: bool,
    say: Callable[[str], None] = print,
) -> HandedIn:
    """Find what was handed in, and compare its people with those whom earlier runs and the gradebook know."""
    late, name, all_names = offering.cohort.late, offering.assignment.name, offering.course.assignments
    sections = sections_of(roster) if roster is not None else {}
    later = more_time(late, records.folder, name, all_names, sections) or {}
    entered = list(Gradebook(db_url).people())
    if roster is not None:
        refuse_other_people(entered, roster.students, is_roster=True)
    called = offering.assignment.handed_in or HandedInAs(name, name, tuple(all_names))
    submissions = find_submissions(
        paths,
        called.folder,
        roster,
        deadline,
        later,
        called.others,
        called=called.notebook,
        is_one_of_several=called.is_one_of_several,
        takes_beside=offering.assignment.handed_in is not None,
        naming=naming,
        say=say,
    )
    if roster is None:
        handed_in = [submission.student for submission in submissions if not submission.student.startswith(UNMATCHED)]
        refuse_other_people(entered, handed_in, is_roster=False)
    proposals = write_proposals(submissions, naming, records.folder, name)
    require_most_matched(submissions, roster, proposals)
    to_check = [*remarks_on_sections(late, read_sections(records.folder), sections)]
    if not is_cohort_said:
        _refuse_other_cohorts(offering, submissions)
    extended = sorted(read_extensions(records.folder, name, all_names) or {})
    return HandedIn(submissions, to_check, later, extended, proposals)


def _refuse_other_cohorts(offering: Offering, submissions: Sequence[Submission]) -> None:
    """Refuse a class whose notebooks are mostly those of another cohort."""
    own, found = offering.cohort.name, Counter[str]()
    for submission in submissions[:_MOST_LOOKED_AT]:
        with suppress(HippogradError):  # said when it is graded
            found[release_of(submission.read()).cohort] += 1
    theirs, count = found.most_common(1)[0] if found else (own, 0)
    if theirs != own and theirs in offering.course.every_cohort and count > found.total() / 2 and found.total() > 1:
        raise HippogradError("cohort-of-others", theirs=theirs, own=own, count=count, looked_at=found.total())
