"""Commands that prove a course, or try it out: verify, sample-class."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from hippograd.cli.app import ASSIGNMENT, CORES, PROOFS, Cohorts, Jobs, app, offered, say_if_known_secret, terminal
from hippograd.course import Course, Offering, find_root


@app.command(rich_help_panel=PROOFS)
def verify(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Assignments, all by default; or a task, or one answer to it as TASK/NAME."),
    ] = None,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    corpus: Annotated[
        bool, typer.Option("--corpus", help="Prove the graders on the answers in autograder/answers too.")
    ] = False,
) -> None:
    """Prove that solutions earn full marks and blank releases none, that nothing leaks, and that all points agree.

    Of a task, grade the answers in autograder/answers alone, and show what students would read.
    """
    from hippograd.proofs.answers import of_tasks
    from hippograd.proofs.graders import try_answers, verify_course

    course = Course(find_root())
    tasks = of_tasks(course, [name for name in names or () if name not in course.assignments])
    chosen = [course.assignment(name).name for name in names or course.assignments if name in course.assignments]
    chosen += [name for name in tasks if name not in chosen]
    year = course.cohort(cohort)
    if tasks and not corpus:
        offerings = [Offering.of(course, name, year) for name in tasks]
        problems: Iterable[str] = (
            problem
            for offering in offerings
            for problem in try_answers(offering, tasks[offering.assignment.name], jobs, terminal.print)
        )
    else:
        only = [name.partition("/")[0] for found in tasks.values() for name in found]
        problems = verify_course(course, year, chosen, jobs, corpus, terminal.print, only)
    is_wrong = say_if_known_secret(course)
    for problem in problems:
        print(problem, flush=True)
        is_wrong = True
    if is_wrong:
        raise typer.Exit(1)
    print("All of it holds.")


@app.command("sample-class", rich_help_panel=PROOFS)
def sample_class(
    folder: Annotated[Path, typer.Argument(help="Where the submissions go; a new or empty folder.")],
    assignment: ASSIGNMENT,
    students: Annotated[int, typer.Option(min=1, help="How many.")] = 24,
    seed: Annotated[int, typer.Option(help="The same seed gives the same class.")] = 1,
    cohort: Cohorts = None,
) -> None:
    """Make a class of invented students, right and wrong in many ways."""
    from hippograd.proofs.sample_class import make_sample_class
    from hippograd.sandbox.confine import probe

    offering = offered(assignment, cohort)
    hostile = probe()[0] != "unconfined"
    if not hostile:
        terminal.print("This machine's sandbox tier is 'unconfined': the hostile submissions are left out.")
    made = make_sample_class(offering, folder, students=students, seed=seed, hostile=hostile)
    print(f"{len(made)} submissions in {folder}")
