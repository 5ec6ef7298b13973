"""Whose mark changed: said at the end of each run, and by a command of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hippograd.cli.app import GRADING, Cohorts, RecordsFolder, app
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError, printable

if TYPE_CHECKING:
    from hippograd.grading.changes import Changes

MOST_LINES = 100
"""Changes that are listed at the end of a run; the command lists all."""


@app.command(rich_help_panel=GRADING)
def changes(
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="Which assignment.")],
    since: Annotated[
        str | None,
        typer.Option("--since", help="From the run on that began then: 2026-11-26, or more of it; the last."),
    ] = None,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """Show whose mark changed since a run began: the task, before and after, in which check, and why."""
    from hippograd.grading.changes import changes_since
    from hippograd.records.folder import Records

    if since is not None and not re.fullmatch(r"\d{4}(-\d\d(-\d\d([T ]\d\d.*)?)?)?", since):
        raise HippogradError(f"--since: {since!r} is not a time.", "Write it as 2026-11-26 or 2026-11-26T14:30.")
    course = Course(find_root())
    journal = Records(records or course.records_folder / course.cohort(cohort).name).journal(assignment)
    if not journal.is_file():
        raise HippogradError(f"{journal} does not exist.", "Run `hippograd grade` first, or name other --records.")
    found = changes_since(journal, since)
    print(f"since      {found.run or 'the beginning'}")
    print_changes(found, assignment, most=None)


def print_changes(found: Changes, assignment: str, most: int | None = MOST_LINES) -> None:
    """The list, and what else is to be known of it."""
    if found.unreadable:
        lines = ", ".join(map(str, found.unreadable[:10]))
        print(f"{len(found.unreadable)} lines of the journal cannot be read and are passed over: {lines}")
    if found.first:
        print(f"{len(found.first)} student{'s have their' if found.first[1:] else ' has a'} first mark")
    count, students = len(found.changes), len(found.students)
    if not count:
        print("changed since the last run: no mark")
    else:
        print(
            f"changed since the last run: {count} mark{'s' * (count > 1)} of {students} student{'s' * (students > 1)}"
        )
    for change in found.changes[:most]:
        print(f"  {printable(str(change))}")
    if most is not None and count > most:
        print(f"  and {count - most} more: hippograd changes -a {assignment}")
    if found.left:
        names = ", ".join(map(printable, found.left[:20])) + (" …" if found.left[20:] else "")
        print(f"{len(found.left)} not in this input keep the mark of other graders, texts or numbers: {names}")
        print(f"  to grade them too: hippograd grade <their files> -a {assignment}")


def grown(journal: Path, before: int) -> bool:
    """Whether a run entered anything; a journal of that size had nothing of it."""
    return journal.is_file() and journal.stat().st_size > before
