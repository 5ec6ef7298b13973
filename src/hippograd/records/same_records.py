"""Whether the gradebook has the marks that the results of earlier runs have."""

from __future__ import annotations

import shlex
from collections.abc import Collection
from pathlib import Path

from hippograd.errors import HippogradError, few
from hippograd.records.entries import results_entered, shown_url, students_entered
from hippograd.records.results import Line, read_lines, results_with_marks


def not_entered(db_url: str, results: Path, students: Collection[str] | None = None) -> HippogradError | None:
    """That students have marks by the results of an assignment which the gradebook does not have; None of nobody.

    Parameters
    ----------
    db_url : str
        The gradebook.
    results : Path
        The results, in a file that is called after the assignment.
    students : collection of str, optional
        Who is looked at; everybody by default.

    Raises
    ------
    GradebookUnusable
        When the gradebook does not answer, also after a while.
    """
    there, entered = students_entered(db_url, results.stem), results_entered(db_url, results.stem)
    missing = sorted(
        student
        for student, identity in results_with_marks(results).items()
        if (students is None or student in students)
        and (student not in there or entered.get(student, identity) != identity)
    )
    if not missing:
        return None
    cohort = next(line.cohort for line in read_lines(results, Line))
    which = f"--cohort {cohort} --records {shlex.quote(str(results.parent))}"
    return HippogradError(
        f"{results.stem}: {len(missing)} graded, with marks that the gradebook {shown_url(db_url)} does not have, or "
        f"has otherwise: {few(missing)}",
        "Name the right gradebook with --db, or grade their files again, which enters them: `hippograd grade <their "
        f"files> -a {results.stem} {which}`. Of whoever was taken out of it for good, delete the rest: `hippograd "
        f"student remove <id> {which}`.",
    )


def refuse_not_entered(db_url: str, results: Path, students: Collection[str] | None = None) -> None:
    """Refuse a gradebook that does not have the marks of the results, as an older one, or another.

    Raises
    ------
    HippogradError
        With whose.
    GradebookUnusable
        When the gradebook does not answer, also after a while.
    """
    if (found := not_entered(db_url, results, students)) is not None:
        raise found
