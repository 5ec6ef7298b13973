"""Commands for a new year: freeze, calibrate."""

from __future__ import annotations

from typing import Annotated

import typer

from hippograd.cli.app import YEAR, Cohorts, app, terminal
from hippograd.cli.show import plain
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError
from hippograd.kit import COURSE_FILE


@app.command(rich_help_panel=YEAR)
def freeze(cohort: Annotated[str, typer.Argument(help="A new cohort: a table of assignments/cohorts.toml.")]) -> None:
    """Simulate the sessions of a new cohort, once, and print their checksums for cohorts.toml."""
    course = Course(find_root())
    chosen = course.cohort(cohort)
    if course.kit.freeze is None:
        raise HippogradError("This course has no data to freeze.", f"Define freeze in {course.root / COURSE_FILE}.")
    for line in course.kit.freeze(course.root, chosen.name, chosen.numbers).values():
        print(line)


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
