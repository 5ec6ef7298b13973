"""The command that makes the course a web site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hippograd.cli.app import NAMES, RELEASES, Cohorts, app, say_if_unfinished, terminal
from hippograd.course import Course, find_root


@app.command(rich_help_panel=RELEASES)
def site(
    assignments: NAMES = None,
    cohort: Cohorts = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the site; an earlier site is replaced.")] = Path(
        "site"
    ),
    offline: Annotated[
        Path | None,
        typer.Option("--offline", help="A folder of Pyodide to serve too: then nothing comes from elsewhere."),
    ] = None,
) -> None:
    """Build the course as a web site: chapters to read and to run in the browser, documents, downloads."""
    from hippograd.site.build import build_site

    course = Course(find_root())
    chosen = course.cohort(cohort)
    say_if_unfinished(course, chosen.name)
    here = build_site(course, chosen, out, assignments, offline, lambda text: terminal.print(text))
    print(f"{out}: {', '.join(here) or 'no chapter'} can be run in the browser")
