"""Commands about a whole class: its report, and the list of those whom somebody should write to."""

from __future__ import annotations

import re
from collections import Counter
from email.headerregistry import Address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from hippograd.cli.app import (
    GRADING,
    NAME,
    NAMES,
    Cohorts,
    GradebookUrl,
    RecordsFolder,
    Rosters,
    app,
    not_for_git,
    offered,
    records_of,
    refuse_for_git,
    roster_of,
)
from hippograd.cli.show import output, plain, say
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError, counted, few, printable
from hippograd.reports.statuses import Order, Status

if TYPE_CHECKING:
    from hippograd.records.folder import Records
    from hippograd.reports.listing import Listed
    from hippograd.reports.the_class import ClassRecord


@app.command(rich_help_panel=GRADING)
def report(
    assignments: NAMES = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="The folder to write into; pages/report in the records by default.")
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Say who: not for the class to see.")] = False,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    roster: Rosters = None,
) -> None:
    """Write the report on a class, one page and its numbers as CSV: tasks, what went wrong, who is missing."""
    from hippograd.files import write_whole
    from hippograd.records.export.spreadsheet import as_csv, write_export
    from hippograd.reports.page import Part, report_page, report_tables
    from hippograd.reports.statistics import Statistics

    if to is not None:
        refuse_for_git(find_root(), folders=[to])
    kept, classes = _classes(assignments, cohort, records, db, roster)
    parts = [Part(Statistics(record)) for record in classes]
    folder = to or kept.pages / "report"
    page = folder / "report.html"
    for name, table in report_tables(parts, names=names).items():
        write_export(folder / f"{name}.csv", as_csv(table))
    write_whole(page, report_page(classes[0].cohort, parts, names=names).encode())
    _say_what_is_amiss(kept, classes)
    print(f"report     {page}")
    print(f"numbers    {folder}/*.csv")


@app.command("list", rich_help_panel=GRADING)
def list_students(
    assignments: NAMES = None,
    statuses: Annotated[
        list[Status] | None, typer.Option("--status", "-s", help="Only those of this status; of several, any.")
    ] = None,
    section: Annotated[str | None, typer.Option("--section", help="Only those of this section.")] = None,
    sort: Annotated[Order, typer.Option("--sort", help="In which order.")] = "student",
    csv: Annotated[
        Path | None,
        typer.Option("--csv", callback=not_for_git, help="Write the list here: names.csv or names.xlsx."),
    ] = None,
    addresses: Annotated[bool, typer.Option("--addresses", help="Only their addresses, to be written to.")] = False,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    roster: Rosters = None,
) -> None:
    """List students by status: who has 0, timed out, is not gradable, late or missing; whom to write to."""
    from hippograd.course.late import students_of_section
    from hippograd.records.export.spreadsheet import write_table
    from hippograd.reports.listing import chosen, list_table, listed

    kept, classes = _classes(assignments, cohort, records, db, roster)
    theirs = students_of_section(kept.folder, section) if section is not None else None
    rows = chosen([row for record in classes for row in listed(record)], statuses or (), sort, theirs)
    _say_what_is_amiss(kept, classes)
    if addresses:
        _print_addresses(rows)
        return
    if csv is not None:
        write_table(list_table(rows), csv)
        print(f"list       {csv} ({counted(len(rows), 'row')})")
        return
    _print_list(rows, with_assignment=len(classes) > 1)


def _classes(
    names: list[str] | None, cohort: str | None, records: Path | None, db: str | None, rosters: list[Path] | None
) -> tuple[Records, list[ClassRecord]]:
    from hippograd.reports.the_class import read_class

    course = Course(find_root())
    chosen = course.cohort(cohort)
    kept, url = records_of(course, chosen, records, db)
    named = names or [name for name in course.assignments if kept.results_of(name).newest()]
    if not named:
        raise HippogradError("results-none", folder=kept.folder)
    known = roster_of(kept, rosters)
    return kept, [read_class(offered(name, chosen.name), kept, url, known) for name in named]


def _say_what_is_amiss(kept: Records, classes: list[ClassRecord]) -> None:
    for record in classes:
        if record.marks_lost is not None:
            say(str(record.marks_lost))
        name = record.assignment.name
        if record.without_results:
            say(
                f"{name}: {len(record.without_results)} with marks in the gradebook, but without results in "
                f"{kept.folder}, left out here: {few(record.without_results)} Do others grade them, with records of "
                "their own? Else grade their files again."
            )


_ONE_ADDRESS = re.compile(r"[^\s,;<>\"]+@[^\s,;<>\"]+")


def _print_addresses(rows: list[Listed]) -> None:
    people = {row.person.student: row.person for row in rows}
    for person in people.values():
        if _ONE_ADDRESS.fullmatch(person.email):
            print(
                Address(printable(person.name), *printable(person.email).split("@"))
            )  # in quotes, where it has a comma
    without = [person.student for person in people.values() if not _ONE_ADDRESS.fullmatch(person.email)]
    if without:
        has = "has" if len(without) == 1 else "have"
        say(f"{len(without)} {has} no address in the gradebook, or more than one: {', '.join(without)}")


def _print_list(rows: list[Listed], *, with_assignment: bool) -> None:
    table = Table(box=None, pad_edge=False)
    has_names = any(row.person.name or row.person.email for row in rows)
    for heading in (*(["assignment"] if with_assignment else []), "student", *(["name"] if has_names else [])):
        table.add_column(heading)
    table.add_column("points", justify="right")
    table.add_column("s", justify="right")
    table.add_column("status")
    for row in rows:
        points = "" if row.points is None else f"{row.points:g}/{row.max_points:g}"
        who = " ".join(part for part in (row.person.name, f"<{row.person.email}>" if row.person.email else "") if part)
        table.add_row(
            *([row.assignment] if with_assignment else []),
            plain(row.person.student),
            *([plain(who)] if has_names else []),
            points,
            f"{row.seconds:.1f}" if row.seconds else "",
            plain(row.in_words),
        )
    output().print(table)
    counts = Counter(name for row in rows for name in row.statuses)
    said = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.most_common())
    print(f"{counted(len(rows), 'row')}{': ' if said else ''}{said}")


@app.command(rich_help_panel=GRADING)
def similar(
    assignment: NAME,
    former: Annotated[
        list[str] | None, typer.Option("--with", help="Also a former cohort, by its name or its folder of records.")
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", callback=not_for_git, help="The page to write; pages/similar in the records by default."),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many pairs to show.")] = 20,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """Show which submissions are alike, rare shared mistakes first, with the evidence side by side."""
    from hippograd.files import write_whole
    from hippograd.similarity.looking import look
    from hippograd.similarity.page import LEAST_SHARE, similar_page, task_labels

    offering = offered(assignment, cohort)
    kept, _ = records_of(offering.course, offering.cohort, records)
    looked = look(offering, kept, former or (), most)
    page = to or kept.pages / "similar" / f"{assignment}.html"
    write_whole(page, similar_page(offering.assignment, offering.cohort.name, looked, most).encode())
    labels = task_labels(offering.assignment)
    table = Table("score", "alike", "in", box=None, pad_edge=False)
    for pair in looked.found.pairs:
        numbers = [
            labels.get(task.task, task.task).partition(" ")[0] for task in pair.tasks if task.share >= LEAST_SHARE
        ]
        who = plain(f"{pair.one.label}, {pair.other.label}")
        table.add_row(f"{pair.score:.1f}", who, ", ".join(dict.fromkeys(numbers)))
    output().print(table)
    if looked.problem:
        say(looked.problem)
    if looked.unreadable:
        say(f"{len(looked.unreadable)} notebooks cannot be read: {', '.join(looked.unreadable)}")
    print(f"{looked.found.compared} pairs compared, {len(looked.found.mistakes)} rare mistakes shared")
    print(f"alike      {page}")
