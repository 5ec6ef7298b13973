"""The command line of Hippograd, and nothing but."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.table import Table

from hippograd import __version__
from hippograd.cli.app import (
    ANYWAY,
    CORES,
    MACHINE,
    app,
    completed,
    forget_given,
    has_wing,
    keep_private,
    say_if_known_secret,
    terminal,
)
from hippograd.cli.show import plain
from hippograd.course import Course, find_root
from hippograd.course.root import ROOT_VARIABLE
from hippograd.errors import HippogradError, refused_by_machine
from hippograd.ignored import missing_lines

__all__ = ["app", "main"]

COMMANDS = (
    *("releases", "site", "grading", "other_courses", "changes", "marking", "exporting"),
    *("reports", "people", "serve", "years", "authors", "proofs"),
)
"""Modules of commands, in the order in which `hippograd --help` shows them."""

WINGS = ("marking", "other_courses", "reports", "serve", "site")
"""Commands of a part that may be missing: the module here is called as the part is."""

for _module in COMMANDS:
    if _module not in WINGS or has_wing(_module):
        import_module(f"hippograd.cli.{_module}")

FOR_OTHERS = ("adopt", "build", "calibrate", "cohort", "freeze", "new", "publish", "release", "site")
"""Commands that write what others read: the course, and what students get. All else is for who runs them alone."""


@app.command(rich_help_panel=MACHINE)
def doctor() -> None:
    """Show versions and the sandbox tier of this machine, and why."""
    from hippograd.grading.grader import versions
    from hippograd.sandbox.confine import probe

    table = Table(box=None, show_header=False, pad_edge=False)
    libraries: list[str] = []
    lines: list[str] = []
    with suppress(HippogradError):  # outside a course there is nothing of one to show
        course = Course(find_root())
        libraries, lines = list(course.kit.libraries), missing_lines(course.root)
        say_if_known_secret(course)
    faults = {name: fault for name in ("numpy", *libraries) if (fault := _fault_on_loading(name))}
    for name, number in versions(libraries).items():
        table.add_row(name, f"{number}, which does not load: {plain(faults[name])}" if name in faults else number)
    if lines:
        table.add_row(".gitignore", f"lacks {' '.join(lines)}")
    tier, reason = probe()
    table.add_row("sandbox", f"{tier}: {reason}")
    table.add_row("cores", str(CORES))
    Console(highlight=False).print(table)
    if faults:
        raise HippogradError("libraries-broken", libraries=list(faults))


def _fault_on_loading(library: str) -> str:
    """Return why a library cannot be imported, in a process of its own; empty where it can be."""
    done = subprocess.run([sys.executable, "-c", f"import {library}"], capture_output=True, text=True, check=False)
    return done.stderr.strip().rpartition("\n")[2] or f"exit status {done.returncode}" if done.returncode else ""


def _version(asked: bool) -> None:
    if asked:
        print(f"hippograd {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar=ROOT_VARIABLE, help="The course; by default the one that is installed."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Write data of students even where git does not ignore them.")
    ] = False,
) -> None:
    forget_given()
    if context.invoked_subcommand not in FOR_OTHERS:
        keep_private()
    if anyway:
        os.environ[ANYWAY] = "1"
    os.environ["PYTHONSAFEPATH"] = "1"  # processes that are started import nothing from the working directory
    if root is not None:
        os.environ[ROOT_VARIABLE] = str(root.resolve())


STOPPED = 130
"""The exit status that Typer gives a command that was stopped."""


def main() -> None:
    """Run the command line; an expected failure is one line with its remedy and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what the terminal's encoding lacks ends no command
    try:
        app()
    except SystemExit as ended:
        if ended.code == STOPPED:
            raise KeyboardInterrupt from None
        raise
    except HippogradError as error:
        _end(error)
    except (OSError, UnicodeEncodeError) as error:
        _end(refused_by_machine(error))
    finally:
        gc.freeze()  # the interpreter looks for garbage as it ends, which takes long after nbgrader


def _end(error: HippogradError) -> NoReturn:
    code = f" [dim]({error.code})[/]" if error.code else ""
    terminal.print(f"[red]error[/] {plain(completed(error.message))}{code}")
    if error.remedy:
        terminal.print(f"      {plain(completed(error.remedy))}")
    sys.exit(2)
