"""Commands that make what students get: build, release, publish, gradescope."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from hippograd.cli.app import (
    NAME,
    NAMES,
    RELEASES,
    WORDS,
    Cohorts,
    Tier,
    app,
    called,
    course_to_change,
    goes_on,
    offered,
    say_if_unfinished,
    terminal,
)
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError


@app.command(rich_help_panel=RELEASES)
def build(
    assignments: WORDS = None,
    cohort: Cohorts = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; fail when something is out of date.")] = False,
    merged: Annotated[
        bool, typer.Option("--after-merge", help="In the middle of a merge: what is built needs no merging by hand.")
    ] = False,
) -> None:
    """Build releases and executed solutions from the source notebooks."""
    from hippograd.building.build import build as build_course
    from hippograd.building.build import changed_since_closed

    if merged:
        from hippograd.years.adopting import after_merge

        for line in after_merge(course_to_change(), terminal.print):
            print(line)
        return
    course = Course(find_root()) if check else course_to_change()
    assignments = called(assignments)  # by now it is known that the course is the one that is meant
    chosen = course.cohort(cohort).name
    names = [chosen] if cohort or not check else course.cohorts
    differing = []
    for name in names:
        with goes_on(f"hippograd build --cohort {name}"):
            lines = build_course(course, course.cohort(name), assignments, check, lambda text: terminal.print(text))
        for line in lines:
            print(line)
        differing += [name] if lines else []
    remedies = [f"`hippograd build --cohort {name}`" for name in differing]
    for name in course.closed_cohorts if check and not cohort else ():
        if lines := changed_since_closed(course, name):
            print(*lines, sep="\n")
            remedies += [f"`git checkout HEAD -- release/{name} solutions/{name}`"]
    if check and remedies:
        raise HippogradError("build-differs", commands=" and ".join(remedies))


@app.command(rich_help_panel=RELEASES)
def release(
    assignments: NAMES = None,
    cohort: Cohorts = None,
    folder: Annotated[Path, typer.Option("--output", "-o", help="Folder for the zips.")] = Path(),
) -> None:
    """Pack built releases as zips for students, one per assignment; the same release always gives the same bytes."""
    from hippograd.building.zips import zip_release

    course = Course(find_root())
    for name in assignments or course.assignments:
        offering = offered(name, cohort)
        print(zip_release(offering, folder / f"{name}-{offering.cohort.name}.zip"))


@app.command(rich_help_panel=RELEASES)
def publish(
    folder: Annotated[Path, typer.Argument(help="Such as a clone of a public repository; what else is in it stays.")],
    cohort: Cohorts = None,
) -> None:
    """Write the part of the course that may be public: releases, libraries, data; no solution, grader or scheme."""
    from hippograd.years.publishing import publish as write_public

    course = Course(find_root())
    chosen = course.cohort(cohort)
    say_if_unfinished(course, chosen.name)
    written = write_public(course, chosen, folder)
    print(f"{folder}: {', '.join(written)}")


@app.command(rich_help_panel=RELEASES)
def gradescope(
    assignment: NAME,
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

    offering = offered(assignment, cohort)
    target = output or Path(f"{assignment}-gradescope.zip")
    gradescope_zip(offering, target, hidden=hidden, tier=tier)
    print(f"{target}: {sum(task.auto_points for task in offering.assignment.tasks):g} points are marked automatically")
