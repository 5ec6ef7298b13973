"""What the terminal shows: progress, tables, remarks; no text of a student's reaches it with control characters."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from hippograd.cli.app import completed, has_wing, options_given, terminal
from hippograd.course import Assignment, Offering, points_text
from hippograd.course.late import late_of
from hippograd.errors import HippogradError, printable, some_names

if TYPE_CHECKING:
    from hippograd.grading.result import Result, TaskResult
    from hippograd.intake import Note, Roster, Submission
    from hippograd.records.folder import Records

MOST_ROWS = 100
"""Students who are shown one by one; a larger class is in the gradebook and in the file of results."""

TELL_LATE = ("Canvas",)
"""Platforms whose downloads say who was late, and nobody's time."""

STATUS_MARKS = {
    "passed": "[green]✓[/]",
    "partial": "[yellow]◐[/]",
    "failed": "[red]✗[/]",
    "not_attempted": "[dim]·[/]",
    "error": "[red]E[/]",
    "timeout": "[red]T[/]",
    "crashed": "[red]C[/]",
    "out_of_memory": "[red]M[/]",
    "tampered": "[red]![/]",
    "not_gradable": "[magenta]?[/]",
}


def watched(graded: Iterator[Result], total: int) -> list[Result]:
    """Return all results, by student, with progress shown until the last one."""
    results: list[Result] = []
    alike: dict[bytes, list[TaskResult]] = {}
    counts: Counter[str] = Counter()
    try:
        with progress() as bar:
            row = bar.add_task("grading", total=total, counts="")
            for result in graded:
                results.append(_as_shown(result, alike))
                counts[result.status.replace("_", " ")] += 1
                bar.update(row, advance=1, counts=", ".join(f"{n} {status}" for status, n in counts.items()))
    except KeyboardInterrupt:
        raise HippogradError("run-stopped", done=len(results), total=total) from None
    return sorted(results, key=lambda result: result.student)


def _as_shown(result: Result, alike: dict[bytes, list[TaskResult]]) -> Result:
    """Return what the tables show of a result; the whole is on disk, and of a large class would fill the memory.

    What is alike for many students is kept once, in `alike`.
    """
    from msgspec.msgpack import encode
    from msgspec.structs import replace

    tasks = [replace(task, checks=[]) for task in result.tasks]
    tasks = alike.setdefault(encode(tasks), tasks)
    return replace(result, tasks=tasks, notes=result.notes or _NO_NOTES, versions=_NO_VERSIONS, content_hash="")


_NO_NOTES: list[Note] = []
_NO_VERSIONS: dict[str, str] = {}


def print_absent(submissions: list[Submission], roster: Roster | None, earlier: Collection[str] = ()) -> None:
    """Who of the roster handed in nothing, now or in an earlier run, and who is in one of its files only."""
    from hippograd.intake import not_handed_in

    missing = not_handed_in(submissions, roster, earlier) if roster is not None else []
    if missing:
        print(f"{len(missing)} in the roster handed in nothing: {', '.join(map(printable, missing))}")
    if roster is not None:
        print_other_files(roster, "the first roster")


def print_other_files(roster: Roster, first: str) -> None:
    """What a person has to look at in the files of a roster."""
    if roster.unused and not any(person.name or person.email for person in roster.people.values()):
        headings = ", ".join(map(printable, roster.unused[:8]))
        print(f"Please check: the roster has no names and addresses that are understood. Not used: {headings}")
    if roster.strangers:
        strangers = ", ".join(map(printable, roster.strangers))
        print(f"{len(roster.strangers)} have no id or address of {first}: {strangers}")
        print("  Later files only say more about its people: to have the people of several, make one file of them.")


def print_new_gradebook(kept: Records) -> None:
    """That a gradebook was made although there are results of before, as where its address was forgotten."""
    print(
        f"Please check: the gradebook is new, and {kept.folder} has results of earlier runs. What people marked then "
        "is in the earlier gradebook: name that one with --db, or put it back, and run this again."
    )


def print_late(
    submissions: Collection[Submission],
    before: Mapping[str, datetime | None],
    now: Mapping[str, datetime | None],
    deadline: datetime,
    extensions: Mapping[str, timedelta],
    roster: Roster | None,
) -> None:
    """Who of a run is late, who was not or is no longer, and of whom it is not known."""
    students = {submission.student for submission in submissions}
    was, late = (late_of(times, deadline, extensions) & students for times in (before, now))
    for who, words in (
        (late, "late"),
        ((late & before.keys()) - was, "late now and not before"),
        (was - late, "late before and not now"),
    ):
        if who:
            print(f"{len(who)} {words}: {some_names(sorted(who))}")
    people = roster.people if roster is not None else {}
    given = {who for who, one in people.items() if one.handed_in}
    told = {submission.student for submission in submissions if submission.origin.platform in TELL_LATE} | given
    unknown = sorted(who for who in students - told if who in now and now[who] is None)
    if unknown:
        worksheet = "" if given else "Moodle's grading worksheet (--roster) has the times. "
        print(
            f"{len(unknown)} of {len(students)} without a time, so it is not known whether they are late: "
            f"{some_names(unknown)}\n  {worksheet}A timestamp.txt in submitted/<student>/<assignment>/ says when."
        )


def print_deadline_of_the_run(
    offering: Offering,
    now: Mapping[str, datetime | None],
    students: Collection[str],
    extensions: Mapping[str, timedelta],
) -> None:
    """What a deadline decides that is for one run alone, and who loses points by that of the cohort."""
    policy, name = offering.cohort.late, offering.assignment.name
    kept = policy.nothing_lost_until(name)
    costs = "it takes no points off" if kept is None else "what lateness costs goes by the one in cohorts.toml"
    print(
        f"This deadline is for this run alone: it decides which attempt counts, {costs}, and lists and reports do not "
        f"know it. To keep it, write it into assignments/cohorts.toml, under [{offering.cohort.name}.late.deadlines]."
    )
    late = late_of(now, kept, extensions) & {*students} if kept is not None else set()
    if late:
        print(f"{len(late)} late by the one in cohorts.toml: {some_names(sorted(late))}")


def print_waiting(assignment: Assignment, waiting: Mapping[str, int]) -> None:
    """What was answered in words and is not marked yet, and the command that marks it; `waiting` counts by cell."""
    tasks = [task for task in assignment.tasks if task.is_written and task.written_id in waiting]
    if tasks:
        points = points_text(sum(task.written_points for task in tasks))
        count = sum(waiting[task.written_id] for task in tasks)
        print(
            f"to mark    {points} of {len(tasks)} task{'s' * (len(tasks) > 1)}, in {count} answer{'s' * (count > 1)}: "
            f"hippograd mark {assignment.name}{options_given()}"
        )


def print_above_maximum(assignment: Assignment, db_url: str, students: Collection[str] | None = None) -> None:
    """Marks by people of when a task was worth more, and the command that gives another."""
    from hippograd.store.gradebook import Gradebook

    points = {cell: most for task in assignment.tasks for cell, most in task.grade_ids.items()}
    for cell, whose in Gradebook(db_url).above_maximum(assignment.name, points).items():
        names = [student for student in whose if students is None or student in students]
        if names:
            print(
                f"to settle  {len(names)} mark{'s' * (len(names) > 1)} of more than {cell} is worth by now: "
                f"{some_names(names)}; hippograd mark STUDENT {cell} POINTS --why …{options_given()}"
            )


def print_unsettled(offering: Offering, kept: Records, db_url: str, students: Collection[str] | None = None) -> None:
    """What of the marks is still to be settled, and the command that does it."""
    name = offering.assignment.name
    print_above_maximum(offering.assignment, db_url, students)
    if not has_wing("marking"):
        return
    from hippograd.marking.unsettled import unsettled

    try:
        found = unsettled(offering, kept, db_url, students)
    except HippogradError as error:
        print(printable(f"to settle  not known for {name}: {error.message}"))
        return
    for count, what, how in (
        (found.by_earlier_scheme, "items are worth something else by now", f"{options_given()}, key r"),
        (found.marked_differently, "first and second marks differ", f" --resolve{options_given()}"),
    ):
        if count:
            print(f"to settle  {count} answer{'s' * (count > 1)} whose {what}: hippograd mark {name}{how}")


def print_unused_extensions(students: list[str]) -> None:
    if students:
        names = ", ".join(map(printable, students))
        print(f"{len(students)} in extensions.toml handed in nothing, or under an id with other capitals: {names}")


def tell(line: str) -> None:
    """Print a line of the engine's; its commands get the options of this one."""
    print(printable(completed(line)))


def say(line: str) -> None:
    """Print such a line where it is no result."""
    terminal.print(plain(completed(line)))


def progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=terminal,
    )


def print_results(assignment: Assignment, results: list[Result]) -> None:
    if len(results) <= MOST_ROWS:
        print_students(assignment, results)
    print_class(assignment, results)
    print_remarks(results)


def print_class(assignment: Assignment, results: list[Result]) -> None:
    """How the class did, task by task."""
    rows = {
        task.name: [row for result in results for row in result.tasks if row.name == task.name]
        for task in assignment.tasks
    }
    table = Table(title=f"{assignment.name}: the class", title_justify="left")
    table.add_column("task")
    table.add_column("mean points", justify="right")
    for mark in STATUS_MARKS.values():
        table.add_column(mark, justify="right")
    for task in assignment.tasks:
        if not task.is_auto or not rows[task.name]:
            continue
        counts: Counter[str] = Counter(row.status for row in rows[task.name])
        mean = sum(row.points for row in rows[task.name]) / len(rows[task.name])
        numbers = [str(counts[status]) if counts[status] else "" for status in STATUS_MARKS]
        table.add_row(f"{task.number} {task.name}", f"{mean:.1f} of {task.auto_points:g}", *numbers)
    output().print(table)


def print_students(assignment: Assignment, results: list[Result]) -> None:
    tasks = [task for task in assignment.tasks if task.is_auto]
    table = Table(title=f"{assignment.name}: automatic points", title_justify="left")
    table.add_column("student")
    for task in tasks:
        table.add_column(task.number, justify="center")
    for heading in ("points", "s"):
        table.add_column(heading, justify="right")
    for result in results:
        marks = [STATUS_MARKS[task.status] for task in result.tasks] or [STATUS_MARKS["not_gradable"]] * len(tasks)
        table.add_row(plain(result.student), *marks, _points(result), f"{result.seconds:.1f}")
    output().print(table)


def print_tests(assignment: str, results: list[Result]) -> None:
    """The results of another course, whose tests may be many."""
    table = Table("student", "tests", title=f"{assignment}: automatic points", title_justify="left")
    for heading in ("points", "s"):
        table.add_column(heading, justify="right")
    for result in results:
        statuses = [task.status for task in result.tasks] if result.status == "graded" else ["not_gradable"]
        marks = " ".join(STATUS_MARKS[status] for status in statuses)
        table.add_row(plain(result.student), marks, _points(result), f"{result.seconds:.1f}")
    output().print(table)
    print_remarks(results)


def _points(result: Result) -> str:
    return f"{result.points:g}/{result.max_points:g}" if result.status == "graded" or result.tasks else "not gradable"


def output() -> Console:
    """Return where tables go: as wide as the terminal, or wide enough for a file."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=160)


def print_remarks(results: list[Result]) -> None:
    """What the marks in a table mean, who could not be graded, and what a person should look at."""
    from hippograd.remarks import paragraphs_of_doubts, paragraphs_of_problems

    console = output()
    console.print("  ".join(f"{mark} {status.replace('_', ' ')}" for status, mark in STATUS_MARKS.items()))
    for mark, paragraphs in (
        ("[magenta]?[/]", paragraphs_of_problems(results)),
        ("[yellow]![/]", paragraphs_of_doubts(results)),
    ):
        for paragraph in paragraphs:
            lines = "\n".join(plain(completed(line)) for line in paragraph.split("\n"))
            console.print(f"{mark} {lines}", soft_wrap=True)  # what wraps could look like a line of its own


def plain(text: str) -> str:
    """Return text of a student's or a file's for the terminal: no markup, no control characters."""
    from rich.markup import escape

    return escape(printable(text))
