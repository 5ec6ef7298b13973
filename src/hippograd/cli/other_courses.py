"""The command that grades any other nbgrader course."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from hippograd.cli.app import CORES, GRADING, Jobs, Rosters, Tier, app, remember
from hippograd.cli.grading import Deadline, Lines, Owners, Paths, Pattern, Platform, written_to
from hippograd.cli.show import print_absent, print_tests, say, watched
from hippograd.course.root import ROOT_VARIABLE


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
        typer.Option("--db", callback=remember, help="Gradebook, any SQLAlchemy URL; that of the course by default."),
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
        float, typer.Option("--cell-seconds", min=1, help="Of a course for Otter: how long a cell may run, s.")
    ] = 30,
) -> None:
    """Grade submissions of another course, for nbgrader or Otter, behind the wall."""
    if folder.is_file() or not ((folder / "source").is_dir() or (folder / "nbgrader_config.py").is_file()):
        from hippograd.cli.grading import grade
        from hippograd.other_courses.otter_course import make_course

        root, name, plugins = make_course(folder, assignment, master, seconds)
        if plugins:
            say(f"Graded without what Otter would call besides: {', '.join(plugins)}")
        os.environ[ROOT_VARIABLE] = str(root)
        given = {"json": json, "db": db, "tier": tier, "roster": roster, "deadline": deadline, "jobs": jobs}
        grade(context, paths, name, **given, platform=platform, pattern=pattern, owners=owners)  # type: ignore[arg-type]
        return
    from hippograd.intake import (
        find_submissions,
        read_deadline,
        read_naming,
        read_roster,
        require_most_matched,
        write_proposals,
    )
    from hippograd.other_courses.handed_in import by_student
    from hippograd.other_courses.run import grade_other_class
    from hippograd.other_courses.source import OtherCourse
    from hippograd.store.gradebook import Gradebook

    naming = read_naming(platform, pattern, owners)
    root = folder.resolve()
    course = OtherCourse.at(root)
    url = db or course.db_url
    address = Gradebook(url).shown
    known = read_roster(*roster) if roster else None
    until = read_deadline(deadline) if deadline is not None else None
    names = [path.stem for path in sorted(course.source(assignment).glob("*.ipynb"))]
    others = {path.parent.name for path in course.source(assignment).parent.glob("*/*.ipynb")}
    only = names[0] if len(names) == 1 else ""
    everybody = find_submissions(paths, assignment, known, until, others=others, called=only, naming=naming, say=say)
    require_most_matched(everybody, known, write_proposals(everybody, naming, root, assignment))
    found = {names[0]: everybody}
    if len(names) > 1:
        found = {
            name: find_submissions(paths, assignment, known, until, None, name, others, naming=naming) for name in names
        }
    handed_in = by_student(found, everybody)
    lines = root / f"{assignment}.jsonl"
    graded = grade_other_class(course, assignment, handed_in, url, jobs, lines, tier)
    results = watched(written_to(json, graded, [lines, *(submission.path for submission in everybody)]), len(handed_in))
    print_tests(assignment, results)
    print_absent(everybody, known)
    print(f"gradebook  {address}")
    print(f"notebooks  {course.folder('autograded', '<student>', assignment)}")
    print(f"results    {lines}")
    if any(result.status == "not_gradable" for result in results):
        raise typer.Exit(1)
