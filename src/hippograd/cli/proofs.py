"""Commands that prove a course, or try it out: verify, sample-class."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hippograd.cli.app import CORES, NAMES, PROOFS, Cohorts, Jobs, app, offered, terminal
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError


@app.command(rich_help_panel=PROOFS)
def verify(
    assignments: NAMES = None,
    cohort: Cohorts = None,
    jobs: Jobs = CORES,
    corpus: Annotated[
        bool, typer.Option("--corpus", help="Prove the graders on the answers in autograder/answers too.")
    ] = False,
    task: Annotated[
        list[str] | None, typer.Option("--task", help="Of these answers, those to this task only; may be repeated.")
    ] = None,
) -> None:
    """Prove that solutions earn full marks, blank releases none, that nothing leaks, and that all points agree."""
    from hippograd.proofs.graders import verify_course

    course = Course(find_root())
    if task and not corpus:
        raise HippogradError("--task is for the answers of the corpus.", "Add --corpus.")
    problems = verify_course(
        course, course.cohort(cohort), assignments or list(course.assignments), jobs, corpus, terminal.print, task or ()
    )
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print("All of it holds.")


@app.command("sample-class", rich_help_panel=PROOFS)
def sample_class(
    folder: Annotated[Path, typer.Argument(help="Where the submissions go; a new or empty folder.")],
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="Which assignment.")],
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
