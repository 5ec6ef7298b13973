"""Commands for the people of a cohort: who is in the class, who has more time, who is forgotten."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from hippograd.cli.app import (
    NAME,
    PEOPLE,
    Cohorts,
    GradebookUrl,
    RecordsFolder,
    app,
    called,
    offered,
    records_of,
)
from hippograd.cli.show import print_new_gradebook, print_other_files
from hippograd.course import Cohort, Course, find_root
from hippograd.errors import counted, printable
from hippograd.text import day_of

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

rosters = typer.Typer(help="The class list of a cohort.", no_args_is_help=True)
app.add_typer(rosters, name="roster", rich_help_panel=PEOPLE)


@rosters.command("import")
def import_roster(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="CSV with id, name, email, group (who hand in together), section (who are taught together); or a "
            "platform's list."
        ),
    ],
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    yes: Yes = False,
) -> None:
    """Enter names, addresses, sections and platform ids; show first what changes, and who has joined or left."""
    from hippograd.course.late import read_sections
    from hippograd.intake import read_roster
    from hippograd.records.extensions import enter_sections, remarks_on_sections, sections_of
    from hippograd.records.people import compare_people, enter_people, refuse_other_people
    from hippograd.records.roster import remember, remembered
    from hippograd.store.gradebook import Gradebook

    course = Course(find_root())
    chosen = course.cohort(cohort)
    kept, url = records_of(course, chosen, records, db)
    roster = read_roster(*files)
    book = Gradebook(url)
    is_new = kept.has_results and not book.is_there
    refuse_other_people(list(book.people()), roster.students, is_roster=True)
    found = compare_people(url, kept.folder, roster)
    if found.joined:
        print(f"{len(found.joined)} new: {printable(', '.join(found.joined))}")
    for line in found.changed:
        print(printable(line))
    if found.gone:
        print(f"{len(found.gone)} in the records, but not in the roster: {printable(', '.join(found.gone))}")
        print("  `hippograd student remove ID` deletes all that is recorded of somebody who has left.")
    before = read_sections(kept.folder)
    for line in remarks_on_sections(chosen.late, before, sections_of(roster)):
        print(printable(line))
    for section in _unknown_sections(chosen, {*before.values(), *sections_of(roster).values()}):
        print(f"Nobody is in section {section!r}, which has deadlines of its own in cohorts.toml.")
    if roster.unused:
        few = [*roster.unused[:8], *([f"and {len(roster.unused) - 8} more"] if len(roster.unused) > 8 else [])]
        print(f"Not used: {printable(', '.join(few))}.")
    earlier = remembered(kept.folder)
    is_other = earlier is None or (earlier.by_key, earlier.by_group) != (roster.by_key, roster.by_group)
    if roster.by_group and is_other:
        print(f"{counted(len(roster.by_group), 'group')}, for work that is handed in together.")
    print_other_files(roster, str(files[0]))
    for written, student in sorted(roster.renamed.items()):
        print(f"{printable(written)} cannot be the name of a folder: here it is {student}")
    if not found.joined and not found.changed and not is_other:
        print("Nothing changes.")
        return
    if not yes:
        typer.confirm("Enter this?", abort=True)
    kept.prepare()
    enter_people(url, roster)
    enter_sections(kept.folder, roster)
    remember(kept.folder, files)
    if is_new:
        print_new_gradebook(kept)


def _unknown_sections(cohort: Cohort, sections: set[str]) -> list[str]:
    from hippograd.course.late import same_section

    there = set(map(same_section, sections))
    return sorted(section for section in cohort.late.sections if same_section(section) not in there)


students = typer.Typer(help="The students of a cohort.", no_args_is_help=True)
app.add_typer(students, name="student", rich_help_panel=PEOPLE)


@students.command("extend")
def extend(
    student: Annotated[str, typer.Argument(help="The student's id.")],
    assignment: NAME,
    time: Annotated[str, typer.Argument(help="48h, 2d, or until when, 2026-11-03T23:59; 0 takes an extension back.")],
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Give a student more time for an assignment; it counts when it is graded, and for pages and tables."""
    from hippograd.course.late import hours_of
    from hippograd.records.extensions import extended, own_deadline
    from hippograd.records.people import read_people, require_known

    offering = offered(assignment, cohort)
    kept, url = records_of(offering.course, offering.cohort, records, db)
    require_known(student, read_people(url))
    due = own_deadline(kept, offering, student, is_extended=False)
    hours = hours_of(time, due, offering.cohort.late.in_zone)
    print(printable(extended(kept, offering, student, hours)))


@students.command("late")
def late(
    student: Annotated[str, typer.Argument(help="The student's id.")],
    assignment: NAME,
    time: Annotated[str, typer.Argument(help="How late: 26h, 2d, or when it came, 2026-11-03T14:00.")],
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Say how late a submission came, of which the platform does not tell it, as Canvas; what that costs is entered."""
    from hippograd.course.late import hours_of, in_utc
    from hippograd.files import write_whole
    from hippograd.intake.finding.times import written_time
    from hippograd.records.extensions import own_deadline
    from hippograd.records.people import read_people, require_known
    from hippograd.store.gradebook import Gradebook
    from hippograd.store.lateness import Lateness

    offering = offered(assignment, cohort)
    kept, url = records_of(offering.course, offering.cohort, records, db)
    require_known(student, read_people(url))
    policy, due = offering.cohort.late, own_deadline(kept, offering, student)
    came = due + timedelta(hours=hours_of(time, due, policy.in_zone))
    Gradebook(url).enter_time(assignment, student, in_utc(came), Lateness(policy, kept.folder))
    write_whole(kept.notebook_path(student, assignment).with_name("timestamp.txt"), written_time(came).encode())
    print(printable(f"{student}: {assignment} came on {came:%A}, {day_of(came)}, {came:%H:%M %Z}."))


@students.command("remove")
def remove(
    student: Annotated[str, typer.Argument(help="The student's id.")],
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    assignment: Annotated[
        str | None,
        typer.Option("--assignment", "-a", callback=called, help="Only what was handed in for this assignment."),
    ] = None,
    yes: Yes = False,
) -> None:
    """Delete all that is recorded of a student, or their submission of one assignment, and say what."""
    from hippograd.years.leaving import others_that_name, remove_student

    course = Course(find_root())
    chosen = course.of_records(cohort)
    kept, url = records_of(course, chosen, records, db, deletes=True)
    if not yes:
        what = f"the submission of {assignment}" if assignment is not None else "all records"
        typer.confirm(f"Delete {what} of {printable(student)} in {kept.folder}?", abort=True)
    for line in remove_student(kept, url, student, assignment):
        print(f"deleted {printable(line)}")
    for path in others_that_name(kept, student) if assignment is None else []:
        print(f"left    {printable(f'{path}, which somebody put there and which names {student}: look at it')}")
