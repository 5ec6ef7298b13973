"""Whose mark changed: said at the end of each run, and by a command of its own."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from hippograd.cli.app import ASSIGNMENT, GRADING, Cohorts, GradebookUrl, RecordsFolder, app, options_given, records_of
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError, printable, some_names

if TYPE_CHECKING:
    from hippograd.grading.changes import Change, Changes

MOST_LINES, MOST_CHECKS = 20, 2
"""Changes that are listed at the end of a run, and checks of each; the command lists all."""


@app.command(rich_help_panel=GRADING)
def changes(
    assignment: ASSIGNMENT,
    since: Annotated[
        str | None,
        typer.Option("--since", help="From the run on that began then: 2026-11-26, or more of it; the last."),
    ] = None,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Show whose mark changed since a run began: the task, before and after, in which check, and why."""
    from hippograd.grading.changes import changes_since
    from hippograd.store.gradebook import Gradebook
    from hippograd.store.results import Results

    time = _time(since) if since is not None else None
    course = Course(find_root())
    _, url = records_of(course, course.cohort(cohort), records, db)
    results = Results(Gradebook(url), assignment)
    if not results.newest():
        raise HippogradError("results-missing", assignment=assignment, gradebook=results.book.shown)
    found = changes_since(results, time)
    print(f"since      {found.run or since or 'the beginning'}")
    print_changes(found, assignment, url, most=None)


def _time(since: str) -> datetime:
    """Return a year, a month, a day or a moment, of this machine's zone where none is said, as its beginning."""
    with suppress(ValueError, OverflowError):
        if re.match(r"\d{4}(-\d\d(-\d\d([T ]\d\d|$)|$)|$)", since):
            return datetime.fromisoformat(since + "0000-01-01"[len(since) :]).astimezone()
    raise HippogradError("since-bad", since=since)


def print_changes(found: Changes, assignment: str, db_url: str, most: int | None = MOST_LINES) -> None:
    """The list, and what else is to be known of it."""
    if found.first:
        print(f"{len(found.first)} student{'s have their' if found.first[1:] else ' has a'} first mark")
    given = _given_by_hand(found, assignment, db_url)
    changes = [replace(change, by_hand=given.get((change.student, change.task))) for change in found.changes]
    more = f"hippograd changes -a {assignment}{options_given()}"
    _print_marks("changed since the last run", [change for change in changes if change.by_hand is None], more, most)
    for heading, others in (
        ("given by hand, so not changed", [change for change in changes if change.by_hand is not None]),
        ("kept by --never-lower", found.kept),
    ):
        if others:
            _print_marks(heading, others, more, most)
    if found.left:
        names = some_names(found.left)
        print(f"{len(found.left)} not in this input keep the mark of other graders, texts or numbers: {names}")
        print(f"  to grade them too: hippograd grade <their files> -a {assignment}{options_given()}")


def _given_by_hand(found: Changes, assignment: str, db_url: str) -> dict[tuple[str, str], float]:
    """Return what a person gave in the place of marks that have changed, by student and task."""
    from hippograd.store.gradebook import Gradebook

    book = Gradebook(db_url)
    if not found.changes or not book.is_there:
        return {}
    marks = book.marks(assignment, {change.student for change in found.changes})
    return {
        (student, task): cell.manual
        for student, one in marks.items()
        for task, cell in one.cells.items()
        if cell.manual is not None
    }


def _print_marks(heading: str, changes: list[Change], more: str, most: int | None) -> None:
    count, students = len(changes), len({change.student for change in changes})
    if not count:
        print(f"{heading}: no mark")
        return
    print(f"{heading}: {count} mark{'s' * (count > 1)} of {students} student{'s' * (students > 1)}")
    for change in changes[:most]:
        print(f"  {printable(change.line(MOST_CHECKS if most is not None else None))}")
    if most is not None and count > most:
        print(f"  and {count - most} more: {more}")
