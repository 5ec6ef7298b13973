"""The command line of Hippograd, and nothing but."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from hippograd import __version__
from hippograd.course import Assignment, Cohort, Course, Offering, find_root, refuse_submissions_around
from hippograd.course.root import ROOT_VARIABLE
from hippograd.errors import HippogradError
from hippograd.kit import COURSE_FILE

if TYPE_CHECKING:
    from hippograd.grading.result import Result
    from hippograd.intake import Naming, Roster, Submission

app = typer.Typer(
    help="A deep-learning course that marks itself.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
terminal = Console(stderr=True, highlight=False, width=None if sys.stderr.isatty() else 120)

Cohorts = Annotated[
    str | None,
    typer.Option("--cohort", "-c", envvar="HIPPOGRAD_COHORT", help="Which cohort; the newest by default."),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Worker processes; all cores by default.")]
RecordsFolder = Annotated[
    Path | None, typer.Option("--records", help="Where records go; records/<cohort> in the course by default.")
]
GradebookUrl = Annotated[
    str | None,
    typer.Option("--db", envvar="HIPPOGRAD_DB", help="Gradebook, any SQLAlchemy URL; gradebook.db in the records."),
]
Tier = Annotated[
    Literal["confined", "container", "unconfined"],
    typer.Option("--tier", help="The weakest sandbox tier that is accepted where submissions are graded."),
]
Rosters = Annotated[
    list[Path] | None,
    typer.Option(
        "--roster",
        help="Who is in the class: CSV with id, name, email, group; once more for Moodle's grading worksheet.",
    ),
]
NAMES = Annotated[list[str] | None, typer.Argument(help="Which assignments; all by default.")]
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

MOST_ROWS = 100
"""Students who are shown one by one; a larger class is in the gradebook and in the file of results."""

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


@app.command()
def build(
    assignments: NAMES = None,
    cohort: Cohorts = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; fail when something is out of date.")] = False,
) -> None:
    """Build releases and executed solutions from the source notebooks."""
    from hippograd.building import build as build_course

    course = Course(find_root())
    names = [course.cohort(cohort).name] if cohort or not check else course.cohorts
    lines = [
        line
        for name in names
        for line in build_course(course, course.cohort(name), assignments, check, lambda text: terminal.print(text))
    ]
    for line in lines:
        print(line)
    if check and lines:
        raise HippogradError("The committed files differ from what the sources give.", "Run `hippograd build`.")


@app.command()
def grade(
    paths: Annotated[
        list[Path], typer.Argument(help="Notebooks, folders of them, submitted/, zips, or downloads of a platform.")
    ],
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="Which assignment was handed in.")],
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    json: Annotated[Path | None, typer.Option("--json", help="Write one JSON line a submission here.")] = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    tier: Tier = "confined",
    full: Annotated[bool, typer.Option("--full", help="Run demonstration cells too.")] = False,
    roster: Rosters = None,
    deadline: Annotated[
        str | None,
        typer.Option(
            "--deadline",
            help="Of several attempts the last until then counts: 2026-11-01T23:59; by default that in cohorts.toml.",
        ),
    ] = None,
    other: Annotated[
        Path | None,
        typer.Option("--course", help="Another nbgrader course: its folder. Tests run beside student code there."),
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", help="Grade on a Dask cluster: tcp://host:port of its scheduler.")
    ] = None,
    platform: Annotated[
        str | None,
        typer.Option("--platform", help="Whose download it is: canvas, moodle, …; by default told by most names."),
    ] = None,
    pattern: Annotated[
        str | None,
        typer.Option("--pattern", help="Names of no platform: a regular expression with groups id, name, time, …"),
    ] = None,
    owners: Annotated[
        Path | None, typer.Option("--map", help="Whose a file or folder is, whatever its name: CSV with path, id.")
    ] = None,
    unmatched: Annotated[
        bool, typer.Option("--unmatched", help="Grade also what is nobody's in the roster, as `unmatched …`.")
    ] = False,
) -> None:
    """Grade submissions: every mark, a reason for each, the gradebook and the executed notebooks."""
    from hippograd.course.late import read_extensions
    from hippograd.intake import find_submissions, read_deadline, read_naming, read_roster
    from hippograd.records.entries import shown_url
    from hippograd.records.folder import Records
    from hippograd.run import grade_class

    naming = read_naming(platform, pattern, owners, keeps_unmatched=unmatched)

    if other is not None:
        if full or records is not None or scheduler is not None:
            raise HippogradError("--full, --records and --scheduler are for this course only.", "Leave them out.")
        mine = None if db == os.environ.get("HIPPOGRAD_DB") else db  # that one is this course's
        _grade_other(other.resolve(), paths, assignment, jobs, json, mine, tier, roster, deadline, naming)
        return
    course, info, chosen = _chosen(assignment, cohort)
    refuse_submissions_around(course.root, paths)
    kept = Records(records or course.records_folder / chosen.name)
    url = db or kept.db_url
    address = shown_url(url)
    known = read_roster(*roster) if roster else None
    until = read_deadline(deadline) if deadline is not None else chosen.late.deadlines.get(assignment)
    extensions = read_extensions(kept.folder, assignment, course.assignments)
    submissions = find_submissions(
        paths, assignment, known, until, extensions, others=course.assignments, naming=naming, say=_say
    )
    lines = json or kept.results(assignment)
    graded = grade_class(
        Offering(course, info, chosen),
        submissions,
        kept,
        db_url=url,
        jobs=jobs,
        json=lines,
        tier=tier,
        everything=full,
        scheduler=scheduler,
        say=_say,
    )
    results = _watched(graded, len(submissions))
    _print_results(info, results)
    _print_absent(submissions, known)
    _print_unused_extensions(sorted(set(extensions or {}) - {submission.student for submission in submissions}))
    print(f"gradebook  {address}")
    print(f"notebooks  {kept.autograded}")
    print(f"results    {lines}")
    if any(result.status == "not_gradable" for result in results):
        raise typer.Exit(1)


def _grade_other(
    root: Path,
    paths: list[Path],
    assignment: str,
    jobs: int,
    json: Path | None,
    db: str | None,
    tier: str,
    roster: list[Path] | None,
    deadline: str | None,
    naming: Naming,
) -> None:
    """`hippograd grade --course`: an assignment of another nbgrader course."""
    from hippograd.intake import find_submissions, read_deadline, read_roster
    from hippograd.other_courses.handed_in import by_student
    from hippograd.other_courses.run import grade_other_class
    from hippograd.other_courses.source import OtherCourse
    from hippograd.records.entries import shown_url

    course = OtherCourse.at(root)
    url = db or course.db_url
    address = shown_url(url)
    known = read_roster(*roster) if roster else None
    until = read_deadline(deadline) if deadline is not None else None
    names = [path.stem for path in sorted(course.source(assignment).glob("*.ipynb"))]
    others = {path.parent.name for path in course.source(assignment).parent.glob("*/*.ipynb")}
    everybody = find_submissions(paths, assignment, known, until, others=others, naming=naming, say=_say)
    found = {names[0]: everybody}
    if len(names) > 1:
        found = {
            name: find_submissions(paths, assignment, known, until, None, name, others, naming=naming) for name in names
        }
    handed_in = by_student(found, everybody)
    lines = json or root / f"{assignment}.jsonl"
    results = _watched(grade_other_class(course, assignment, handed_in, url, jobs, lines, tier), len(handed_in))
    _print_tests(assignment, results)
    _print_absent(everybody, known)
    print(f"gradebook  {address}")
    print(f"notebooks  {course.folder('autograded', '<student>', assignment)}")
    print(f"results    {lines}")
    if any(result.status == "not_gradable" for result in results):
        raise typer.Exit(1)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A notebook that was handed in.")],
    task: Annotated[str | None, typer.Option("--task", "-k", help="Only this task.")] = None,
    assignment: Annotated[
        str | None, typer.Option("--assignment", "-a", help="Which assignment; by default the one it looks like.")
    ] = None,
    cohort: Cohorts = None,
    tier: Tier = "confined",
) -> None:
    """Show every check of one notebook, public and hidden, with its numbers: why did it lose that point?"""
    from hippograd.grading.checking import checked, looks_like

    course = Course(find_root())
    refuse_submissions_around(course.root, [file])
    name = assignment or looks_like(course, file)
    info, chosen = course.assignment(name), course.cohort(cohort)
    lines, passed = checked(Offering(course, info, chosen), file, task, tier)
    for line in lines:
        print(_printable(line))
    if not passed:
        raise typer.Exit(1)


@app.command()
def feedback(
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="Which assignment.")],
    students: Annotated[list[str] | None, typer.Argument(help="Whose pages; everybody's by default.")] = None,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Write each student's feedback page from the gradebook and the graded notebooks."""
    from hippograd.records.feedback import students_with_feedback_due, write_feedback
    from hippograd.records.folder import Records
    from hippograd.records.lateness import Lateness

    course, _, chosen = _chosen(assignment, cohort)
    kept = Records(records or course.records_folder / chosen.name)
    due = students_with_feedback_due(kept, assignment)
    unknown = sorted(set(students or []) - set(due))
    if unknown:
        raise HippogradError(f"No graded submission of {unknown[0]} for {assignment}.", "Run `hippograd grade` first.")
    due = students or due
    with _progress() as bar:
        row = bar.add_task("feedback", total=len(due), counts="")
        lateness = Lateness.of(chosen, kept.folder, assignment)
        for _page in write_feedback(kept, db or kept.db_url, assignment, due, min(jobs, len(due)), lateness):
            bar.update(row, advance=1)
    print(f"feedback   {kept.feedback}/<student>/{assignment}/{assignment}.html ({len(due)} pages)")


@app.command()
def gradescope(
    assignment: Annotated[str, typer.Argument(help="Which assignment.")],
    cohort: Cohorts = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The zip; <assignment>-gradescope.zip by default.")
    ] = None,
    hidden: Annotated[
        Literal["visible", "hidden", "after_due_date", "after_published"],
        typer.Option("--hidden", help="When students see what came of the hidden checks."),
    ] = "after_published",
    tier: Tier = "container",
) -> None:
    """Make the autograder zip for Gradescope and `otter run`."""
    from hippograd.integrations.gradescope_zip import gradescope_zip

    course, info, chosen = _chosen(assignment, cohort)
    target = output or Path(f"{assignment}-gradescope.zip")
    gradescope_zip(Offering(course, info, chosen), target, hidden=hidden, tier=tier)
    print(f"{target}: {sum(task.auto_points for task in info.tasks):g} points are marked automatically")


@app.command("sample-class")
def sample_class(
    folder: Annotated[Path, typer.Argument(help="Where the submissions go; a new or empty folder.")],
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="Which assignment.")] = "1_linear_regression",
    students: Annotated[int, typer.Option(min=1, help="How many.")] = 24,
    seed: Annotated[int, typer.Option(help="The same seed gives the same class.")] = 1,
    cohort: Cohorts = None,
) -> None:
    """Make a class of invented students who fill a release the ways that people do."""
    from hippograd.proofs.sample_class import make_sample_class
    from hippograd.sandbox.confine import probe

    course, info, chosen = _chosen(assignment, cohort)
    hostile = probe()[0] != "unconfined"
    if not hostile:
        terminal.print("This machine's sandbox tier is 'unconfined': the hostile submissions are left out.")
    made = make_sample_class(Offering(course, info, chosen), folder, students=students, seed=seed, hostile=hostile)
    print(f"{len(made)} submissions in {folder}")


@app.command()
def verify(
    assignments: NAMES = None,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    corpus: Annotated[
        bool, typer.Option("--corpus", help="Prove the graders on the answers in autograder/answers too.")
    ] = False,
) -> None:
    """Prove that solutions earn full marks, blank releases none, that nothing leaks, and that all points agree."""
    from hippograd.proofs.graders import verify_course

    course = Course(find_root())
    problems = verify_course(
        course, course.cohort(cohort), assignments or list(course.assignments), jobs, corpus, terminal
    )
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)


@app.command()
def calibrate(
    tasks: Annotated[list[str] | None, typer.Argument(help="Which tasks; all with a bound by default.")] = None,
    cohort: Cohorts = None,
    seeds: Annotated[int, typer.Option(min=2, help="Runs for each correct answer.")] = 40,
) -> None:
    """Measure the bounds of tasks whose mark depends on training, and store them with the runs behind them."""
    from hippograd.proofs.calibration import calibrate as measure

    course = Course(find_root())
    measure(course, course.cohort(cohort), tasks, seeds, lambda line: terminal.print(_plain(line)))


@app.command()
def freeze(cohort: Annotated[str, typer.Argument(help="A new cohort: a table of assignments/cohorts.toml.")]) -> None:
    """Simulate the sessions of a new cohort, once, and print their checksums for cohorts.toml."""
    course = Course(find_root())
    chosen = course.cohort(cohort)
    if course.kit.freeze is None:
        raise HippogradError("This course has no data to freeze.", f"Define freeze in {course.root / COURSE_FILE}.")
    for line in course.kit.freeze(course.root, chosen.name, chosen.numbers).values():
        print(line)


@app.command()
def doctor() -> None:
    """Show versions and the sandbox tier of this machine, and why."""
    from hippograd.grading.grader import versions
    from hippograd.sandbox.confine import probe

    table = Table(box=None, show_header=False, pad_edge=False)
    for name, number in versions(Course(find_root()).kit.libraries).items():
        table.add_row(name, number)
    tier, reason = probe()
    table.add_row("sandbox", f"{tier}: {reason}")
    table.add_row("cores", str(CORES))
    Console(highlight=False).print(table)


def main() -> None:
    """Run the command line; an expected failure is one line with its remedy and exit status 2."""
    try:
        app()
    except HippogradError as error:
        terminal.print(f"[red]error[/] {_plain(error.message)}")
        if error.remedy:
            terminal.print(f"      {_plain(error.remedy)}")
        sys.exit(2)
    finally:
        gc.freeze()  # the interpreter looks for garbage as it ends, which takes a second after nbgrader


def _version(asked: bool) -> None:
    if asked:
        print(f"hippograd {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar=ROOT_VARIABLE, help="The course; by default the one that is installed."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    os.environ["PYTHONSAFEPATH"] = "1"  # processes that are started import nothing from the working directory
    if root is not None:
        os.environ[ROOT_VARIABLE] = str(root.resolve())


def _chosen(assignment: str, cohort: str | None) -> tuple[Course, Assignment, Cohort]:
    from hippograd.course.late import check_names

    course = Course(find_root())
    info = course.assignment(assignment)
    chosen = course.cohort(cohort)
    check_names(chosen.name, {name: course.cohort(name).numbers for name in course.cohorts}, course.assignments)
    return course, info, chosen


def _watched(graded: Iterator[Result], total: int) -> list[Result]:
    """All results, by student, with progress shown until the last one is there."""
    results = []
    counts: Counter[str] = Counter()
    try:
        with _progress() as bar:
            row = bar.add_task("grading", total=total, counts="")
            for result in graded:
                results.append(_without_checks(result))
                counts[result.status.replace("_", " ")] += 1
                bar.update(row, advance=1, counts=", ".join(f"{n} {status}" for status, n in counts.items()))
    except KeyboardInterrupt:
        raise HippogradError(
            f"Stopped: {len(results)} of {total} submissions are graded and kept.",
            "Run the same command again to go on.",
        ) from None
    return sorted(results, key=lambda result: result.student)


def _without_checks(result: Result) -> Result:
    """What the tables show of a result; the whole is on disk, and of a large class would fill the memory."""
    from msgspec.structs import replace

    return replace(result, tasks=[replace(task, checks=[]) for task in result.tasks], versions={})


def _print_absent(submissions: list[Submission], roster: Roster | None) -> None:
    """Who of the roster handed in nothing, and who is in one of its files only."""
    from hippograd.intake import not_handed_in

    missing = not_handed_in(submissions, roster) if roster is not None else []
    if missing:
        print(f"{len(missing)} in the roster handed in nothing: {', '.join(map(_printable, missing))}")
    if roster is not None and roster.strangers:
        strangers = ", ".join(map(_printable, roster.strangers))
        print(f"{len(roster.strangers)} are nobody in the first roster for certain: {strangers}")


def _print_unused_extensions(students: list[str]) -> None:
    if students:
        names = ", ".join(map(_printable, students))
        print(f"{len(students)} in extensions.toml handed in nothing, or under an id with other capitals: {names}")


def _say(line: str) -> None:
    terminal.print(_plain(line))


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=terminal,
    )


def _print_results(assignment: Assignment, results: list[Result]) -> None:
    if len(results) <= MOST_ROWS:
        _print_students(assignment, results)
    _print_class(assignment, results)
    _print_remarks(results)


def _print_class(assignment: Assignment, results: list[Result]) -> None:
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
    _output().print(table)


def _print_students(assignment: Assignment, results: list[Result]) -> None:
    tasks = [task for task in assignment.tasks if task.is_auto]
    table = Table(title=f"{assignment.name}: automatic points", title_justify="left")
    table.add_column("student")
    for task in tasks:
        table.add_column(task.number, justify="center")
    for heading in ("points", "s"):
        table.add_column(heading, justify="right")
    for result in results:
        marks = [STATUS_MARKS[task.status] for task in result.tasks] or [STATUS_MARKS["not_gradable"]] * len(tasks)
        table.add_row(_plain(result.student), *marks, _points(result), f"{result.seconds:.1f}")
    _output().print(table)


def _print_tests(assignment: str, results: list[Result]) -> None:
    """The results of another course, whose tests may be many."""
    table = Table("student", "tests", title=f"{assignment}: automatic points", title_justify="left")
    for heading in ("points", "s"):
        table.add_column(heading, justify="right")
    for result in results:
        marks = " ".join(STATUS_MARKS[task.status] for task in result.tasks) or STATUS_MARKS["not_gradable"]
        table.add_row(_plain(result.student), marks, _points(result), f"{result.seconds:.1f}")
    _output().print(table)
    _print_remarks(results)


def _points(result: Result) -> str:
    return f"{result.points:g}/{result.max_points:g}" if result.status == "graded" or result.tasks else "not gradable"


def _output() -> Console:
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=160)


def _print_remarks(results: list[Result]) -> None:
    """What the marks in a table mean, who could not be graded, and what a person should look at."""
    from hippograd.remarks import paragraphs_of_doubts, paragraphs_of_problems

    console = _output()
    console.print("  ".join(f"{mark} {status.replace('_', ' ')}" for status, mark in STATUS_MARKS.items()))
    for mark, paragraphs in (
        ("[magenta]?[/]", paragraphs_of_problems(results)),
        ("[yellow]![/]", paragraphs_of_doubts(results)),
    ):
        for paragraph in paragraphs:
            console.print(f"{mark} " + "\n".join(_plain(line) for line in paragraph.split("\n")))


def _plain(text: str) -> str:
    """Text of a student's or a file's for the terminal: no markup, no control characters."""
    from rich.markup import escape

    return escape(_printable(text))


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)
