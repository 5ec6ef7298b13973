"""The command that grades a course made for nbgrader or Otter."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from hippograd.cli.app import CORES, GRADING, Jobs, Rosters, Tier, app, remember
from hippograd.cli.grading import Deadline, Lines, Owners, Paths, Pattern, Platform
from hippograd.cli.show import say
from hippograd.course.root import ROOT_VARIABLE
from hippograd.errors import HippogradError


@app.command("grade-course", rich_help_panel=GRADING)
def grade_course(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            help="The folder of another nbgrader course; or the zip that `otter assign` makes, a folder with "
            "tests/, or a notebook with tests in its metadata."
        ),
    ],
    paths: Paths,
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="Which assignment was handed in.")],
    jobs: Jobs = CORES,
    json: Lines = None,
    db: Annotated[
        str | None,
        typer.Option("--db", callback=remember, help="Gradebook, any SQLAlchemy URL; that of the records by default."),
    ] = None,
    tier: Tier = "confined",
    roster: Rosters = None,
    deadline: Deadline = None,
    platform: Platform = None,
    pattern: Pattern = None,
    owners: Owners = None,
    master: Annotated[
        Path | None, typer.Option(help="Of a course for Otter: the master notebook, which has the written questions.")
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option("--cell-seconds", min=1, help="How long a cell may run, s; by default nbgrader's setting, or 30."),
    ] = None,
) -> None:
    """Grade submissions of another course, for nbgrader or Otter, behind the wall."""
    from hippograd.cli.grading import grade

    if folder.is_file() or not ((folder / "source").is_dir() or (folder / "nbgrader_config.py").is_file()):
        from hippograd.other_courses.otter_course import make_course

        root, name, plugins = make_course(folder, assignment, master, seconds or 30)
        names = [name]
        if plugins:
            say(f"Graded without what Otter would call besides: {', '.join(plugins)}")
    elif master is not None:
        raise HippogradError("master-not-otter", folder=folder)
    else:
        from hippograd.other_courses.nbgrader_course import make_nbgrader_course

        root, names = make_nbgrader_course(folder, assignment, seconds)
    os.environ[ROOT_VARIABLE] = str(root)
    given: dict[str, Any] = {
        "db": db,
        "tier": tier,
        "roster": roster,
        "deadline": deadline,
        "jobs": jobs,
        "platform": platform,
    }
    given |= {"platform": platform, "pattern": pattern, "owners": owners}
    is_graded = True
    for name in names:
        lines = json and (json if len(names) == 1 else json.with_stem(f"{json.stem}-{name}"))
        try:
            grade(context, paths, name, json=lines, **given)
        except typer.Exit:
            is_graded = False
    if not is_graded:
        raise typer.Exit(1)
