"""Commands for what students hand in: grade, check, feedback."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hippograd.cli.app import (
    ASSIGNMENT,
    CORES,
    GRADING,
    NAME,
    Cohorts,
    GradebookUrl,
    Jobs,
    RecordsFolder,
    Rosters,
    Tier,
    app,
    called,
    has_wing,
    is_written,
    not_for_git,
    offered,
    options_given,
    records_of,
    roster_of,
    say_if_known_secret,
    terminal,
)
from hippograd.cli.changes import print_changes
from hippograd.cli.show import (
    print_above_maximum,
    print_absent,
    print_deadline_of_the_run,
    print_late,
    print_new_gradebook,
    print_results,
    print_unsettled,
    print_unused_extensions,
    print_waiting,
    progress,
    say,
    tell,
    watched,
)
from hippograd.course import Course, Offering, find_root, refuse_submissions_around
from hippograd.errors import HippogradError, counted, printable, some_names
from hippograd.files import cannot_write, where_it_leads

if TYPE_CHECKING:
    from hippograd.grading.result import Result
    from hippograd.handed_in import HandedIn
    from hippograd.intake import Roster
    from hippograd.records.folder import Records
    from hippograd.run import ClassRun, Start

Deadline = Annotated[
    str | None,
    typer.Option(
        "--deadline",
        help="Of several attempts the last until then counts: 2026-11-01T23:59; by default that in cohorts.toml.",
    ),
]
Platform = Annotated[
    str | None,
    typer.Option("--platform", help="Whose download it is: canvas, moodle, …; recognised by most names by default."),
]
Pattern = Annotated[
    str | None,
    typer.Option("--pattern", help="Names of no platform: a regular expression with groups id, name, time, …"),
]
Owners = Annotated[
    Path | None, typer.Option("--map", help="Whose a file or folder is, whatever its name: CSV with path, id.")
]
Unmarked = Annotated[
    bool, typer.Option("--unmarked", help="Go on where written answers are not marked yet; they are said to be so.")
]
Paths = Annotated[
    list[Path], typer.Argument(help="Notebooks, folders of them, submitted/, zips, or downloads of a platform.")
]
Full = Annotated[bool, typer.Option("--full", help="Run demonstration cells too.")]
SchedulerAddress = Annotated[
    str | None, typer.Option("--scheduler", help="Grade on a Dask cluster: tls://host:port of its scheduler.")
]
Preview = Annotated[bool, typer.Option("--preview", help="Write nothing; show whose marks would change, and why.")]
NeverLower = Annotated[
    bool, typer.Option("--never-lower", help="Where a task of the same file would lose points, keep what it has.")
]
Lines = Annotated[
    Path | None, typer.Option("--json", callback=not_for_git, help="Write one JSON line per submission here too.")
]
Certificate = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="With --scheduler: the same file as `dask worker` gets."),
]


@app.command(rich_help_panel=GRADING)
def grade(
    context: typer.Context,
    paths: Paths,
    assignment: ASSIGNMENT,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    json: Lines = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    tier: Tier = "confined",
    full: Full = False,
    roster: Rosters = None,
    deadline: Deadline = None,
    scheduler: SchedulerAddress = None,
    tls_ca_file: Certificate = None,
    tls_cert: Certificate = None,
    tls_key: Certificate = None,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="With --scheduler: go on without TLS, in a network that you trust.")
    ] = False,
    platform: Platform = None,
    pattern: Pattern = None,
    owners: Owners = None,
    preview: Preview = False,
    never_lower: NeverLower = False,
    older: Annotated[
        bool, typer.Option("--older", help="Take also a file that a later one of the student has replaced.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Grade again whenever a file comes or changes, until Ctrl-C.")
    ] = False,
) -> None:
    """Grade submissions: every mark, a reason for each, the gradebook and the executed notebooks."""
    given = {**locals(), "watch": False}
    if watch:
        for _ in _changes(paths):
            try:
                grade(**given)
            except HippogradError as error:  # half a file, say: it is looked at again when it has changed
                if isinstance(error.__context__, KeyboardInterrupt):
                    raise
                terminal.print(str(error), markup=False)
            except typer.Exit:
                pass
    from hippograd.handed_in import find_handed_in
    from hippograd.intake import read_deadline, read_naming
    from hippograd.records.roster import remember
    from hippograd.run import ClassRun

    naming = read_naming(platform, pattern, owners)
    tls = {"tls_ca_file": tls_ca_file, "tls_client_cert": tls_cert, "tls_client_key": tls_key}
    cluster = _cluster(scheduler, {name: str(file) for name, file in tls.items() if file}, insecure=insecure)
    offering = offered(assignment, cohort)
    course = offering.course
    refuse_submissions_around(course.root, paths)
    kept, url = records_of(course, offering.cohort, records, db)
    known = roster_of(kept, roster)
    late = offering.cohort.late
    until = read_deadline(deadline, late.in_zone) if deadline is not None else late.nothing_lost_until(assignment)
    found = find_handed_in(
        offering,
        paths,
        kept,
        url,
        known,
        naming,
        until,
        is_cohort_said=is_written(context, "cohort"),
        say=say,
    )
    if not preview:
        kept.prepare()
        remember(kept.folder, roster or ())
    run = ClassRun(
        offering,
        kept,
        jobs=jobs,
        tier=tier,
        everything=full,
        elsewhere=cluster,
        deadline=until,
        never_lower=never_lower,
        takes_older=older,
        is_preview=preview,
    )
    _graded(run, found, url, known, json, is_deadline_said=deadline is not None)


def _changes(paths: Collection[Path]) -> Iterator[None]:
    """Yield at the start, and each time that files have come or changed and then stay as they are for a second."""
    graded, before = None, None
    while True:
        now = []
        for file in (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])):
            with suppress(OSError):  # it has just gone
                now.append((file, file.stat().st_size, file.stat().st_mtime_ns))
        if now == before and now != graded:
            graded = now
            yield
        before = now
        time.sleep(1)


@app.command(rich_help_panel=GRADING)
def regrade(
    assignment: NAME,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    tier: Tier = "confined",
    full: Full = False,
    preview: Preview = False,
    never_lower: NeverLower = False,
) -> None:
    """Grade again, for everybody, the file that counts, of which the records keep a copy; no download is needed."""
    from hippograd.course.late import more_time, read_extensions
    from hippograd.handed_in import HandedIn
    from hippograd.records.originals import originals
    from hippograd.run import ClassRun
    from hippograd.store.gradebook import Gradebook

    offering = offered(assignment, cohort)
    kept, url = records_of(offering.course, offering.cohort, records, db)
    late, names = offering.cohort.late, offering.course.assignments
    extended = sorted(read_extensions(kept.folder, assignment, names) or {})
    more = more_time(late, kept.folder, assignment, names) or {}
    found = HandedIn(originals(kept, assignment), [], more, extended)
    if not found.submissions:
        raise HippogradError("originals-none", folder=kept.originals, assignment=assignment)
    if without := sorted(Gradebook(url).submitted(assignment).keys() - found.students):
        print(f"Please check: {len(without)} without a copy of their file; grade it once more: {some_names(without)}")
    run = ClassRun(
        offering,
        kept,
        jobs=jobs,
        tier=tier,
        everything=full,
        deadline=late.nothing_lost_until(assignment),
        never_lower=never_lower,
        is_preview=preview,
    )
    _graded(run, found, url)


def _graded(
    run: ClassRun,
    found: HandedIn,
    url: str,
    known: Roster | None = None,
    json: Path | None = None,
    *,
    is_deadline_said: bool = False,
) -> None:
    """Grade what was found, and print all that is to be known of it."""
    from hippograd.records.extensions import enter_sections

    offering, kept, preview, until = run.offering, run.records, run.is_preview, run.deadline
    assignment, submissions = offering.assignment.name, found.submissions
    known_results = kept.results_of(assignment)
    gradebook = known_results.book
    is_new = kept.has_results and not gradebook.is_there
    say_if_known_secret(offering.course)
    if known is not None and not preview:
        enter_sections(kept.folder, known)  # nothing is refused any more, and what is graded reads them
    before = gradebook.submitted(assignment)
    run.extensions, run.say = found.more_time, say
    run.begun = datetime.now().astimezone().isoformat(timespec="milliseconds")
    graded = written_to(
        json, run.grade(submissions), [kept.results(assignment), *(submission.path for submission in submissions)]
    )
    results = watched(graded, len(submissions))
    if known is not None and not preview:
        from hippograd.records.people import enter_people  # nbgrader, which is there by now

        enter_people(url, known)
    print_results(offering.assignment, results)
    earlier = {*gradebook.submitted(assignment), *known_results.students()}
    print_absent(submissions, known, earlier)
    for line in found.to_check:
        tell(line)
    if is_new:
        print_new_gradebook(kept)
    if found.proposals is not None:
        print(
            f"proposals  {found.proposals}: whose may be what is nobody's; confirm each line, then give it with --map"
        )
    if until is not None:
        print_late(submissions, before, run.times, until, found.more_time, known)
        if is_deadline_said and until != offering.cohort.late.deadlines.get(assignment):
            print_deadline_of_the_run(offering, run.times, found.students, found.more_time)
    if run.changes is not None:
        print_changes(run.changes, assignment, url)
    if preview:
        written = [str(path) for path in (json, found.proposals) if path is not None]
        print(f"preview    nothing was written{' but ' * bool(written)}{' and '.join(written)}")
    else:
        print_unused_extensions(sorted({*found.extended} - found.students - earlier))
        print(f"gradebook  {gradebook.shown}")
        print(f"notebooks  {kept.autograded}")
        print(f"results    {kept.results(assignment)}")
        print_waiting(offering.assignment, gradebook.answers_waiting(assignment))
        print_above_maximum(offering.assignment, url)
    if any(result.status == "not_gradable" for result in results):
        raise typer.Exit(1)


def _cluster(address: str | None, tls: dict[str, str], *, insecure: bool) -> Start | None:
    if address is None:
        return None
    if not has_wing("dask"):
        raise HippogradError("cluster-not-installed")
    from hippograd.dask import Scheduler

    found = Scheduler(address, tls)
    if not insecure:
        found.refuse_in_the_clear()
    return found.workers(say)


def written_to(json: Path | None, results: Iterator[Result], read: Collection[Path]) -> Iterator[Result]:
    """Yield the results, each with a line in a file of the user's own, if there is one; it is none of those that are
    read."""
    from msgspec.json import encode

    if json is None:
        yield from results
        return
    if where_it_leads(json) in map(where_it_leads, read):
        raise HippogradError("output-is-input", option="--json", file=json)
    with _writing(json):
        file = open(json, "wb", buffering=0)  # noqa: SIM115 (an error of grading is none of this file)
    with file:
        for result in results:
            with _writing(json):
                file.write(encode(result) + b"\n")
            yield result


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from None


@app.command(rich_help_panel=GRADING)
def check(
    file: Annotated[
        Path, typer.Argument(help="One notebook, as it was handed in or below autograded/ in the records; no zip.")
    ],
    task: Annotated[str | None, typer.Option("--task", "-k", help="Only this task, by its name or number.")] = None,
    assignment: Annotated[
        str | None,
        typer.Option("--assignment", "-a", callback=called, help="Which assignment; by default the one it looks like."),
    ] = None,
    cohort: Cohorts = None,
    tier: Tier = "confined",
) -> None:
    """Show every check of one notebook, public and hidden, with its numbers: why did it lose that point?"""
    from hippograd.grading.explaining import checked, looks_like

    course = Course(find_root())
    refuse_submissions_around(course.root, [file])
    name = assignment or looks_like(course, file)
    lines, passed = checked(Offering.of(course, name, course.cohort(cohort)), file, task, tier)
    for line in lines:
        print(printable(line))
    if not passed:
        raise typer.Exit(1)


@app.command(rich_help_panel=GRADING)
def feedback(
    assignment: ASSIGNMENT,
    students: Annotated[list[str] | None, typer.Argument(help="Whose pages; everybody's by default.")] = None,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
    unmarked: Unmarked = False,
    packed: Annotated[
        Literal["moodle", "canvas", "folders"] | None,
        typer.Option("--zip", help="Also a zip of the pages, under the names that a platform takes in bulk."),
    ] = None,
) -> None:
    """Write each student's feedback page from the gradebook and the graded notebooks."""
    from hippograd.records.export.grades import read_not_gradable
    from hippograd.records.feedback import students_with_feedback_due, write_feedback
    from hippograd.records.people import read_people, require_known
    from hippograd.records.results import refuse_lost_marks
    from hippograd.store.gradebook import Gradebook
    from hippograd.store.lateness import Lateness
    from hippograd.store.marks import Known, refuse_unmarked

    offering = offered(assignment, cohort)
    kept, url = records_of(offering.course, offering.cohort, records, db)
    results = kept.results_of(assignment)
    due = students_with_feedback_due(kept, assignment)
    unknown = sorted(set(students or []) - set(due))
    if unknown:
        require_known(unknown[0], dict.fromkeys(due, Known("")) | read_people(url))
        raise HippogradError("submission-not-graded", student=unknown[0], assignment=assignment)
    not_gradable = read_not_gradable(results)
    without = set() if students else not_gradable - set(due)
    due = students or due
    book = Gradebook(url)
    book.require()
    refuse_lost_marks(results, due)
    if not unmarked:
        refuse_unmarked(book.marks(assignment, due), assignment)
    with progress() as bar:
        row = bar.add_task("feedback", total=len(due), counts="")
        lateness = Lateness(offering.cohort.late, kept.folder)
        failed, changed = [], []
        for page in write_feedback(offering.course.root, kept, url, assignment, due, min(jobs, len(due)), lateness):
            bar.update(row, advance=1)
            failed += [page.failure] if page.failure is not None else []
            changed += [page.student] if page.is_changed else []
    pages = counted(len(due) - len(failed), "page")
    print(f"feedback   {kept.feedback}/<student>/{assignment}/{assignment}.html ({pages})")
    if changed:
        print(f"changed    {len(changed)} of those that were there before: {some_names(sorted(changed))}")
    if without:
        print(
            f"no page    {len(without)}, whose files could not be graded: {some_names(sorted(without))}; "
            f"their addresses: hippograd list {assignment} --status not_gradable --addresses{options_given()}"
        )
    if packed is not None:
        _pack(kept, assignment, due, packed)
    print_unsettled(offering, kept, url, due)
    for failure in failed:
        say(f"error {failure.message} {failure.remedy}")
    if failed:
        raise typer.Exit(1)


def _pack(kept: Records, assignment: str, students: list[str], kind: Literal["moodle", "canvas", "folders"]) -> None:
    """Write the zip, and say whose page is not in it."""
    from hippograd.files import write_whole
    from hippograd.records.export.grades import read_origins
    from hippograd.records.export.zips import zip_pages

    files = {student: kept.feedback / student / assignment / f"{assignment}.html" for student in students}
    pages = {student: file.read_bytes() for student, file in files.items() if file.is_file()}
    found = zip_pages(pages, read_origins(kept.results_of(assignment)), assignment, kind)
    path = kept.pages / f"{assignment}-{kind}.zip"  # below feedback/ each folder is a student's
    if found.count:
        write_whole(path, found.content)
    print(f"zip        {path if found.count else 'none'} ({found.count} page{'s' * (found.count != 1)})")
    for names, why in (
        (found.left_out, f"not in the zip, as they were not handed in on {kind.title()}"),
        (
            found.shared,
            "not in the zip, as one page stands for their group there; --zip folders has all",
        ),
    ):
        if names:
            print(f"{len(names)} {why}: {', '.join(map(printable, names))}")
