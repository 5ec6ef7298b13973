"""What is alike in the records of a class, and beside former ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.grading.result import Result
from hippograd.records.folder import Records
from hippograd.records.results import handed_in_together, read_results
from hippograd.similarity.answers import given_to, read_work
from hippograd.similarity.comparing import Comparison, compare
from hippograd.store.results import Results


@dataclass(frozen=True)
class Looked:
    """What was found, and what has to be known of it."""

    found: Comparison
    students: int
    is_code: dict[str, bool]
    """Whether an answer is code, by grade id."""

    former: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    """Whose notebooks could not be read."""

    problem: str = ""
    """Why shared mistakes are not known, or not all."""


def look(offering: Offering, kept: Records, former: Sequence[str] = (), most: int = 20) -> Looked:
    """Compare the submissions of a class with each other and with those of former ones."""
    course, name = offering.course, offering.assignment.name
    results, problem = _results(kept.results_of(name))
    given = given_to(offering)
    for cohort in former:
        if cohort in course.cohorts:
            given |= given_to(Offering.of(course, name, course.cohort(cohort)))
    work, unreadable = read_work(kept, name, given)
    groups = handed_in_together(kept.results_of(name))
    others = {student for group in groups.values() for student in group[1:]}  # who handed in together is no suspicion
    work = [submission for submission in work if submission.student not in others]
    results = [result for result in results if result.student not in others]
    folders = [_folder(course, cohort) for cohort in former]
    labels = [Path(cohort).name for cohort in former]
    for folder, label in zip(folders, labels, strict=True):
        theirs, broken = read_work(Records(folder), name, given, label)
        work += theirs
        unreadable += [f"{who} ({label})" for who in broken]
    found = compare(work, results, most)
    return Looked(found, len(work), given.is_code, labels, unreadable, problem)


def _folder(course: Course, cohort: str) -> Path:
    return course.records_folder / cohort if cohort in course.every_cohort else Path(cohort)


def _results(kept: Results) -> tuple[list[Result], str]:
    """Return the results, and what is wrong with them."""
    try:
        return read_results(kept), ""
    except HippogradError as error:
        return [], f"Shared mistakes are not known: {error.message}"
