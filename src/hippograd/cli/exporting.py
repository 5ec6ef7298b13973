"""The command that brings marks back: a table of everything, or a platform's own file, filled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hippograd.cli.app import (
    GRADING,
    NAMES,
    Cohorts,
    GradebookUrl,
    RecordsFolder,
    Rosters,
    app,
    not_for_git,
    offered,
    records_of,
    roster_of,
)
from hippograd.cli.grading import Unmarked
from hippograd.cli.show import print_unsettled
from hippograd.course import Course, Offering, find_root
from hippograd.errors import HippogradError, counted, printable, some_names
from hippograd.files import where_it_leads

if TYPE_CHECKING:
    from hippograd.records.export.filling import Filled
    from hippograd.records.export.grades import Grades
    from hippograd.records.folder import Records


@app.command(rich_help_panel=GRADING)
def export(
    to: Annotated[
        Path,
        typer.Option(
            "--to", callback=not_for_git, help="The file to write: marks.csv, marks.xlsx, or a name of your choice."
        ),
    ],
    assignments: NAMES = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", help="Fill this file, as Canvas, Moodle, Blackboard or Brightspace exported it."),
    ] = None,
    column: Annotated[
        str | None,
        typer.Option(
            "--column", help="With --into: the title of the column, if it is not the assignment's, or two have it."
        ),
    ] = None,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    roster: Rosters = None,
    unmarked: Unmarked = False,
) -> None:
    """Write the marks of a class as a table, or into the file that a platform exported."""
    from hippograd.course.late import read_sections
    from hippograd.intake import UNMATCHED
    from hippograd.records.export.class_table import class_table
    from hippograd.records.export.filling import fill
    from hippograd.records.export.grades import said_of_missing
    from hippograd.records.export.spreadsheet import write_export, write_table
    from hippograd.records.people import read_people, refuse_other_people
    from hippograd.store.gradebook import Gradebook

    course = Course(find_root())
    chosen = course.cohort(cohort)
    kept, url = records_of(course, chosen, records, db)
    named = assignments or [name for name in course.assignments if kept.results_of(name).newest()]
    if not named:
        raise HippogradError("results-none", folder=kept.folder)
    if column is not None and (into is None or len(named) != 1):
        raise HippogradError("column-alone")
    if into is not None and where_it_leads(into) == where_it_leads(to):
        raise HippogradError("output-is-input", option="--to", file=to)
    known = roster_of(kept, roster)
    offerings = [offered(name, chosen.name) for name in named]
    grades = [_grades(offering, kept, url, unmarked=unmarked) for offering in offerings]
    for one in offerings:
        print_unsettled(one, kept, url)
        if said := said_of_missing(kept.results_of(one.assignment.name)):
            print(f"Please check: {said}")
    if known is not None:
        refuse_other_people(list(Gradebook(url).people()), known.students, is_roster=True)
    if unmatched := sorted({who for one in grades for who in one.not_gradable if who.startswith(UNMATCHED)}):
        print(
            f"Please check: {len(unmatched)} could not be matched to a student, who may have an older mark here: "
            f"{some_names(unmatched)}"
        )
    people = read_people(url, known)
    if into is None:
        table = class_table(grades, chosen.total, people, read_sections(kept.folder))
        write_table(table, to)
        print(f"table      {to} ({counted(len(table.rows), 'student')}, {', '.join(named)})")
        return
    filled = fill(into, grades, known, column, people.values())
    write_export(to, filled.content)
    _print_filled(filled)
    print(f"filled     {to}")
    if filled.ambiguous:
        print("If they are the same people, write what the platform has of them into a class list, and add --roster.")
    if filled.ambiguous or filled.missing:
        raise typer.Exit(1)


def _grades(offering: Offering, kept: Records, db_url: str, *, unmarked: bool) -> Grades:
    from hippograd.records.export.grades import read_grades
    from hippograd.store.gradebook import Gradebook
    from hippograd.store.lateness import Lateness
    from hippograd.store.marks import refuse_unmarked

    assignment = offering.assignment
    book = Gradebook(db_url)
    marks = book.marks(assignment.name)
    if not unmarked:
        refuse_unmarked(marks, assignment.name)
    book.enter_penalties(assignment.name, marks, Lateness(offering.cohort.late, kept.folder))
    cells = {}
    for task in assignment.tasks:
        for name in task.grade_ids:
            is_text = task.is_auto and name == task.written_id
            cells[name] = f"{task.number} {task.title}{', in words' if is_text else ''}"
    return read_grades(kept.results_of(assignment.name), assignment.title, cells)


def _print_filled(filled: Filled) -> None:
    print(f"{filled.platform}: {filled.matched} students found")
    for line in filled.other_maxima:
        print(printable(f"another maximum: {line}"))
    for heading, names in (
        ("had another mark there", filled.changed),
        ("not certain whose line it is, left as it was", filled.ambiguous),
        ("in the gradebook, without a line in the file", filled.missing),
        ("with a mark there, of nobody in the gradebook", filled.of_nobody),
        *(("no mark, left as it was: " + why, who) for why, who in filled.without_mark.items()),
    ):
        if names:
            print(f"{len(names)} {heading}: {', '.join(map(printable, names))}")
