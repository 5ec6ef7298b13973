"""Commands for a new year: freeze, calibrate."""

from __future__ import annotations

from typing import Annotated

import typer

from hippograd.cli.app import YEAR, Cohorts, app, terminal
from hippograd.cli.show import plain
from hippograd.course import Course, find_root
from hippograd.course.root import COHORTS
from hippograd.course.toml import put_table
from hippograd.errors import HippogradError
from hippograd.kit import COURSE_FILE


@app.command(rich_help_panel=YEAR)
def freeze(cohort: Annotated[str, typer.Argument(help="A new cohort: a table of assignments/cohorts.toml.")]) -> None:
    """Make the data of a new cohort, once, and write their checksums into cohorts.toml."""
    course = Course(find_root())
    chosen = course.cohort(cohort)
    if course.kit.freeze is None:
        raise HippogradError("This course has no data to freeze.", f"Define freeze in {course.root / COURSE_FILE}.")
    tables = course.kit.freeze(course.root, chosen.name, chosen.numbers)
    for lines in tables.values():
        put_table(course.root / COHORTS, lines.partition("\n")[0], lines)
    print(f"{', '.join(tables)} frozen for cohort {chosen.name}; their checksums are in {course.root / COHORTS}")


@app.command(rich_help_panel=YEAR)
def calibrate(
    tasks: Annotated[list[str] | None, typer.Argument(help="Which tasks; all with a bound by default.")] = None,
    cohort: Cohorts = None,
    seeds: Annotated[int, typer.Option(min=2, help="Runs for each correct answer.")] = 40,
) -> None:
    """Measure the bounds of tasks whose mark depends on training, and store them with the runs behind them."""
    from hippograd.proofs.calibration import calibrate as measure

    course = Course(find_root())
    measure(course, course.cohort(cohort), tasks, seeds, lambda line: terminal.print(plain(line)))


cohorts = typer.Typer(help="The cohorts of a course and their numbers.", no_args_is_help=True)
app.add_typer(cohorts, name="cohort", rich_help_panel=YEAR)


@cohorts.command("list")
def list_cohorts() -> None:
    """Name the cohorts, oldest first, and the current one."""
    course = Course(find_root())
    for name in course.cohorts:
        print(f"{name} (current)" if name == course.default_cohort else name)


@cohorts.command("check")
def check_cohort(
    names: Annotated[list[str] | None, typer.Argument(help="Which cohorts; all by default.")] = None,
) -> None:
    """Say which numbers of a cohort are missing, misspelt, out of range or at odds with others."""
    course = Course(find_root())
    unknown = sorted(set(names or ()) - set(course.cohorts))
    if unknown:
        raise HippogradError(f"There is no cohort {unknown[0]!r}.", f"Known: {', '.join(course.cohorts)}.")
    problems = [line for name in names or course.cohorts for line in course.number_problems(name)]
    for line in problems:
        print(line)
    if problems:
        raise typer.Exit(1)


@cohorts.command("diff")
def compare_cohorts(
    one: Annotated[str, typer.Argument(help="A cohort.")], other: Annotated[str, typer.Argument(help="Another.")]
) -> None:
    """Show the numbers in which two cohorts differ."""
    course = Course(find_root())
    first, second = course.cohort(one).numbers, course.cohort(other).numbers
    for table in sorted({*first, *second} - {"sessions"}):
        theirs, ours = first.get(table, {}), second.get(table, {})
        for name in [*theirs, *(name for name in ours if name not in theirs)]:
            if theirs.get(name) != ours.get(name):
                print(f"{table}.{name}: {theirs.get(name, '-')} -> {ours.get(name, '-')}")
