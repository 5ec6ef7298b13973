"""The application that commands belong to, and the options that several of them share."""

from __future__ import annotations

import getpass
import os
import re
import shlex
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console

from hippograd.course import Cohort, Course, Offering, course_above, find_root
from hippograd.course.root import ROOT_VARIABLE
from hippograd.errors import HippogradError
from hippograd.files import file_of, keep_from_others
from hippograd.ignored import refuse_unignored

if TYPE_CHECKING:
    from hippograd.intake import Roster
    from hippograd.records.folder import Records

RELEASES, GRADING, PEOPLE, YEAR, AUTHORS, PROOFS, MACHINE = (
    "What students get",
    "What they hand in",
    "Who is in the class",
    "A new year",
    "New chapters and tasks",
    "Proofs",
    "This machine",
)
"""Headings of `hippograd --help`, by who needs the commands below."""

app = typer.Typer(
    help="Builds, grades and proves a course of notebooks.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
terminal = Console(stderr=True, highlight=False, width=None if sys.stderr.isatty() else 120)


def has_wing(name: str) -> bool:
    """Return whether a part is there that the rest does without, such as the marking desk."""
    return find_spec(f"hippograd.{name}") is not None


def is_written(context: typer.Context, option: str) -> bool:
    """Return whether an option was written in the command, and neither left out nor taken from the environment."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


_GIVEN: dict[str, str] = {}
"""What of `_SAY_WHICH_RECORDS` was given to this command."""

_SAY_WHICH_RECORDS = ("--cohort", "--records", "--db")


def remember(param: typer.CallbackParam, value: Any) -> Any:
    """Remember an option that says which records are meant; refuse the address of a gradebook that no driver opens."""
    if value is not None:
        _GIVEN[param.opts[0]] = usable_url(value) if param.opts[0] == "--db" else str(value)
    return value


def forget_given() -> None:
    """Begin a command: nothing is given yet."""
    _GIVEN.clear()


def options_given(but: Collection[str] = ()) -> str:
    """Return the options that say which records are meant, as they were given, for a command that is printed."""
    return "".join(
        f" {name} {shlex.quote(_GIVEN[name])}" for name in _SAY_WHICH_RECORDS if name in _GIVEN and name not in but
    )


def completed(text: str) -> str:
    """Give the commands of a text, which stand between backticks, the options that say which records are meant."""
    return (
        re.sub(r"`hippograd ([a-z][^`]*)`", lambda found: f"`{_completed(found[0][1:-1])}`", text) if _GIVEN else text
    )


def _completed(command: str) -> str:
    words = command.split()
    found: Any = typer.main.get_command(app)
    for word in words[1:3]:
        found = getattr(found, "commands", {}).get(word, found)
    taken = {option for parameter in found.params for option in parameter.opts}
    return command + options_given(but=[name for name in _SAY_WHICH_RECORDS if name in words or name not in taken])


Cohorts = Annotated[
    str | None,
    typer.Option(
        "--cohort",
        "-c",
        envvar="HIPPOGRAD_COHORT",
        callback=remember,
        help="Which cohort; the current one by default.",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, show_default=False, help="Worker processes; all cores by default.")
]
RecordsFolder = Annotated[
    Path | None,
    typer.Option("--records", callback=remember, help="Where records go; records/<cohort> in the course by default."),
]


def usable_url(url: str) -> str:
    """Return the address of a gradebook as it may be shown; refuse one that no installed driver opens."""
    from hippograd.store.gradebook import Gradebook

    return Gradebook(url).shown


GradebookUrl = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="HIPPOGRAD_DB",
        callback=remember,
        help="Gradebook, any SQLAlchemy URL; gradebook.db in the records.",
    ),
]
Tier = Annotated[
    Literal["isolated", "confined", "container", "unconfined"],
    typer.Option("--tier", help="The weakest sandbox tier that is accepted where submissions are graded."),
]
Rosters = Annotated[
    list[Path] | None,
    typer.Option(
        "--roster",
        help="Who is in the class: CSV with id, name, email, group (who hand in together), section (who are taught "
        "together); once more for Moodle's grading worksheet.",
    ),
]
ANYWAY = "HIPPOGRAD_ANYWAY"
"""The environment variable that `--anyway` sets."""


def not_for_git(path: Path | None) -> Path | None:
    """Return a file to write data of students to; one that git would take is refused."""
    try:
        root = find_root()
    except HippogradError:
        return path  # another course is graded, or the command says so itself
    if path is not None:
        refuse_for_git(root, files=[path])
    return path


def refuse_for_git(root: Path, files: Iterable[Path] = (), folders: Iterable[Path] = ()) -> None:
    """The same of several, unless `--anyway` is said."""
    if not os.environ.get(ANYWAY):
        refuse_unignored(root, files, folders)


def keep_private() -> None:
    """Have what this process writes from now on be for its user alone."""
    os.umask(0o077)


def called(named: Any) -> Any:
    """Return the whole names of assignments of which a part was written, in an argument or an option."""
    if isinstance(named, str):
        return Course(find_root()).called(named)
    return [called(one) for one in named] if named else named


WORDS = Annotated[list[str] | None, typer.Argument(help="Which assignments; all by default.")]
NAMES = Annotated[list[str] | None, typer.Argument(callback=called, help="Which assignments; all by default.")]
NAME = Annotated[str, typer.Argument(callback=called, help="Which assignment: its name, or a part such as 1.")]
ASSIGNMENT = Annotated[
    str, typer.Option("--assignment", "-a", callback=called, help="Which assignment: its name, or a part such as 1.")
]
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def records_of(
    course: Course, cohort: Cohort, records: Path | None, db: str | None = None, *, deletes: bool = False
) -> tuple[Records, str]:
    """Return the records that are meant and the address of their gradebook: as they were named, else those of the
    cohort.

    They and the secret of the course are taken from other users of this machine, if they could read them.
    """
    from hippograd.records.folder import Records
    from hippograd.records.results import refuse_other_cohort, take_over_journals

    kept = Records(records or course.records_folder / cohort.name, db or "")
    refuse_other_cohort(kept, cohort.name)
    gradebook = file_of(db) if db is not None else None
    files = [gradebook] if gradebook is not None else []
    if not deletes:
        refuse_for_git(course.root, files, [kept.folder])
    for path in (kept.folder, *files, course.secret_file):
        if keep_from_others(path):
            terminal.print(f"{path} could be read by other users of this machine; now it is yours alone.", markup=False)
    take_over_journals(kept)
    return kept, db or kept.db_url


def roster_of(records: Records, files: list[Path] | None) -> Roster | None:
    """Return who is in the class: by the files that were named, else by the roster that was imported.

    Worksheets of Moodle, which are of one assignment, only add to it."""
    from hippograd.intake import read_roster
    from hippograd.records.roster import remembered

    known = remembered(records.folder)
    return read_roster(*files, listed=known) if files else known


def person(named: str | None, option: str) -> str:
    """Return who marks or answers: who is named, by default who is logged in."""
    try:
        return named or getpass.getuser()
    except (KeyError, ImportError, OSError):
        raise HippogradError("user-unknown", option=option) from None


def offered(assignment: str, cohort: str | None) -> Offering:
    """Return the assignment of this name for a cohort, by default the current one; misspelt tables are refused."""
    course = Course(find_root())
    offering = Offering.of(course, assignment, course.cohort(cohort))
    name = offering.cohort.name
    course.check_names(name)
    say_if_unfinished(course, name)
    return offering


def say_if_known_secret(course: Course) -> bool:
    """Say where others know the secret of the hidden checks; whether it is so."""
    if course.has_known_secret:
        terminal.print(
            f"Others know {course.secret_file}, so they can work out what hidden checks try."
            " Draw a secret of your own: hippograd new secret."
        )
    return course.has_known_secret


def say_if_unfinished(course: Course, cohort: str) -> None:
    """Say where a cohort lacks something that `hippograd cohort new` makes; the current one is taken as it is."""
    if cohort != course.default_cohort:
        from hippograd.years.complete import is_complete

        if not is_complete(course, cohort):
            terminal.print(f"Cohort {cohort} is not finished; `hippograd cohort new {cohort}` goes on.")


def course_to_change() -> Course:
    """Return the course whose sources a command writes; its folder is said."""
    root = here = find_root()
    if ROOT_VARIABLE not in os.environ:
        with suppress(HippogradError):  # outside of all courses, one alone can be meant
            here = course_above(Path.cwd())
    if here != root:
        raise HippogradError("course-other", here=here, root=root, quoted=shlex.quote(str(here)))
    terminal.print(f"Course: {root}", soft_wrap=True)
    return Course(root)


@contextmanager
def goes_on(command: str) -> Iterator[None]:
    """Turn Ctrl-C into one line with the command that goes on."""
    try:
        yield
    except KeyboardInterrupt:
        raise HippogradError("stopped", command=command) from None
