"""Commands for a new year: cohorts, freeze, calibrate."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from hippograd.cli.app import (
    CORES,
    YEAR,
    Cohorts,
    GradebookUrl,
    Jobs,
    RecordsFolder,
    app,
    course_to_change,
    goes_on,
    keep_private,
    records_of,
    refuse_for_git,
    terminal,
)
from hippograd.cli.show import say
from hippograd.course import Course, find_root
from hippograd.course.closed import is_inherited
from hippograd.course.root import COHORTS
from hippograd.errors import HippogradError, printable

SEEDS = 40
Seeds = Annotated[int, typer.Option(min=2, help="Runs of each correct answer that a bound is measured on.")]


@app.command(rich_help_panel=YEAR)
def freeze(cohort: Annotated[str, typer.Argument(help="A new cohort: a table of assignments/cohorts.toml.")]) -> None:
    """Make the data of a new cohort, once, and write their checksums into cohorts.toml."""
    from hippograd.years.new import freeze as freeze_data

    course = course_to_change()
    chosen = course.cohort(cohort)
    with goes_on(f"hippograd freeze {cohort}"):
        kinds = freeze_data(course, chosen)
    print(f"{', '.join(kinds)} frozen for cohort {chosen.name}; their checksums are in {course.root / COHORTS}")


@app.command(rich_help_panel=YEAR)
def calibrate(
    tasks: Annotated[list[str] | None, typer.Argument(help="Which tasks; all with a bound by default.")] = None,
    cohort: Cohorts = None,
    seeds: Seeds = SEEDS,
    jobs: Jobs = CORES,
) -> None:
    """Measure the bounds of tasks whose mark depends on training, and store them with the runs behind them."""
    from hippograd.proofs.calibration import calibrate as measure

    course = course_to_change()
    measure(course, course.cohort(cohort), tasks, seeds, say, jobs)


cohorts = typer.Typer(help="The cohorts of a course and their numbers.", no_args_is_help=True)
app.add_typer(cohorts, name="cohort", rich_help_panel=YEAR)


@cohorts.command("new")
def new(
    name: Annotated[str, typer.Argument(help="The new cohort, such as 2028.")],
    source: Annotated[
        str | None, typer.Option("--from", help="The cohort that it is made from; the current one by default.")
    ] = None,
    seeds: Seeds = SEEDS,
    jobs: Jobs = CORES,
) -> None:
    """Make a new cohort: draw its numbers, freeze, build, calibrate, verify. Begun again, it goes on."""
    from hippograd.years.new import new_cohort, to_look_at

    root = course_to_change().root
    given = f" --from {source}" if source is not None else ""
    given += f" --seeds {seeds}" if seeds != SEEDS else ""
    with goes_on(f"hippograd cohort new {name}{given}"):
        problems = new_cohort(root, name, source, jobs=jobs, seeds=seeds, say=terminal.print)
    course = Course(root)
    print(f"Cohort {name} is made. A person still has to look at:")
    for line in to_look_at(course, course.cohort(name), source or course.default_cohort):
        print(f"- {line}")
    for line in problems:
        print(line)
    if problems:
        raise typer.Exit(1)


@app.command(rich_help_panel=YEAR)
def adopt(
    year: Annotated[str, typer.Option(prompt="The year of your first class, such as 2028", help="Such as 2028.")],
) -> None:
    """Take over a course in a fresh clone: draw a secret and a year of your own, leave the years that came with it."""
    from hippograd.years.adopting import adopt as take_over

    course = course_to_change()
    take_over(course, year, terminal.print)
    print(f"{course.secret_file} is new: git ignores it. Keep a copy, and give one to everybody who grades.")
    print(
        f"{year} is the current year, with numbers of its own. The years that came with the course are not built again."
    )
    print("Next, as docs/adopting.md says: commit; edit the chapters; then")
    print(f"hippograd cohort new {year}")


@cohorts.command("close")
def close(name: Annotated[str, typer.Argument(help="A cohort whose year is over.")]) -> None:
    """Write down by which commit a cohort is graded, and remove its tables and data, which are in that commit."""
    from hippograd.years.closing import close_cohort

    course = course_to_change()
    closed = close_cohort(course, name)
    print(f"Cohort {name} is closed, as of {closed.state}. Its tables and data are gone: commit that.")


@cohorts.command("archive")
def archive(
    name: Annotated[str, typer.Argument(help="Whose records.")],
    target: Annotated[
        Path | None, typer.Argument(help="The zip, a new file, or - for a pipe; <cohort>-records.zip by default.")
    ] = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Pack a cohort's records, with the course and its versions, into one zip that can be graded again years later."""
    from hippograd.files import beside
    from hippograd.years.leaving import archive as pack
    from hippograd.years.repository import uncommitted

    keep_private()
    course = Course(find_root())
    chosen = course.of_records(name)
    kept, _ = records_of(course, chosen, records)
    file = target or Path(f"{name}-records.zip")
    if str(file) == "-":
        if sys.stdout.isatty():
            raise HippogradError("zip-on-terminal", cohort=name)
        with beside(kept.folder.resolve()) as work:
            whole = pack(course, chosen.name, kept, work / "records.zip", db)
            with open(whole, "rb") as packed:
                shutil.copyfileobj(packed, sys.stdout.buffer)
    else:
        refuse_for_git(course.root, [file])
        print(pack(course, chosen.name, kept, file, db))
    if changed := uncommitted(course):
        say(f"Not committed, so not in it: {', '.join(changed)}. Commit, then archive again, into a new file.")


@cohorts.command("erase")
def erase(
    name: Annotated[str, typer.Argument(help="Whose records.")],
    records: RecordsFolder = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    db: GradebookUrl = None,
) -> None:
    """Delete all records of a cohort: marks, notebooks, feedback, results."""
    from hippograd.store.gradebook import Gradebook
    from hippograd.years.leaving import erase_cohort

    course = Course(find_root())
    chosen = course.of_records(name)
    kept, _ = records_of(course, chosen, records, deletes=True)
    if not yes:
        also = f" and every student and mark in {Gradebook(db).shown}" if db is not None else ""
        typer.confirm(f"Delete everything in {kept.folder}{also}?", abort=True)
    for line in erase_cohort(kept, db):
        print(f"deleted {printable(line)}")


@cohorts.command("list")
def list_cohorts() -> None:
    """Name the cohorts, oldest first, and the current one."""
    from hippograd.years.complete import is_complete

    course = Course(find_root())
    for name in course.every_cohort:
        said = ["current"] if name == course.default_cohort else []
        said += ["inherited"] if is_inherited(course.release_folder, name) else []
        if name in course.closed_cohorts:
            said += ["closed"]
        elif not is_complete(course, name):
            said += [f"not finished: `hippograd cohort new {name}` goes on"]
        print(f"{name} ({'; '.join(said)})" if said else name)


@cohorts.command("check")
def check_cohort(
    names: Annotated[list[str] | None, typer.Argument(help="Which cohorts; all by default.")] = None,
) -> None:
    """Say what is wrong with a cohort: numbers, deadlines, weights, and data that are not those of its settings."""
    course = Course(find_root())
    for name in set(names or ()) - set(course.cohorts):
        course.cohort(name)  # which refuses it
    chosen = names or list(course.cohorts)
    problems = list(dict.fromkeys(line for name in chosen for line in course.cohort_problems(name)))
    for line in problems:
        print(line)
    if problems:
        raise typer.Exit(1)
    print(f"Nothing is wrong with {', '.join(chosen)}.")


@cohorts.command("diff")
def compare_cohorts(
    one: Annotated[str, typer.Argument(help="A cohort.")], other: Annotated[str, typer.Argument(help="Another.")]
) -> None:
    """Show in what two cohorts differ: numbers, dates, the data that were made."""
    course = Course(find_root())
    first, second = (dict(_in_lines(course.cohort(name).numbers)) for name in (one, other))
    for name in first | second:
        if first.get(name) != second.get(name):
            print(f"{name}: {first.get(name, '-')} -> {second.get(name, '-')}")


def _in_lines(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value with its dotted name, as in ``late.deadlines.1_scaling``."""
    for name, value in tables.items():
        if isinstance(value, Mapping):
            yield from _in_lines(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value
