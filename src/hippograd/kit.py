"""All that the engine asks of a course: `autograder/course.py` answers with one `CourseKit`, called `COURSE`.

Nothing else in this package knows what a course teaches. A course that ships no library of its own, simulates nothing
and needs no large library leaves everything at its default; `examples/scaling` shows a small one.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from gradekit.release import load_module
from hippograd.errors import HippogradError

COURSE_FILE = Path("autograder", "course.py")


def _no_files(root: Path, cohort: str, numbers: Mapping[str, Any], kinds: Sequence[str]) -> Mapping[str, Path]:
    return {}


def _no_problems(cohort: str, numbers: Mapping[str, Any]) -> Sequence[str]:
    return ()


def _no_data(fixtures: Mapping[str, Any]) -> NotebookData:
    return NotebookData()


def _no_numbers(numbers: Mapping[str, Any]) -> Mapping[str, Any]:
    return {}


def _nothing_in_common(numbers: Mapping[str, Any], earlier: Mapping[str, Any]) -> Sequence[str]:
    return ()


def _nothing(data: Path) -> None:
    return None


@dataclass(frozen=True)
class NotebookData:
    """What a notebook works with, and a right function should not depend on."""

    names: Sequence[str] = ()
    """Its names in the notebook."""

    sizes: Mapping[int, str] = field(default_factory=dict)
    """Its sizes, and what each counts: ``{4800: "training moments"}``."""


@dataclass(frozen=True)
class CourseKit:
    """A course, as the engine sees it."""

    package: Path | None = None
    """Folder of the students' library; it ships with every release and student code may import it."""

    fixtures: str = ""
    """Module of that library whose ``fixtures(data)`` gives what checks may ask for by name, from a folder of data."""

    requirements: Sequence[str] = ()
    """What every notebook needs besides `gradekit` and Otter, as in a requirements file."""

    answers_may_import: Sequence[str] = ()
    """What answers may use besides, as in a requirements file: there when they are graded, and in no release."""

    requirement_options: Sequence[str] = ()
    """Lines that stand above the requirements where an image is built, such as ``--extra-index-url …``."""

    not_in_browsers: Mapping[str, str] = field(default_factory=dict)
    """Packages that no browser has, and what is said of a chapter that requires one."""

    libraries: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    """Large libraries by their import name, and what makes each ready: imported only where an answer imports it."""

    prepare: Callable[[Path], None] = _nothing
    """Called once, before any student code, in the process that student processes are forked from, with the data."""

    data_files: Callable[[Path, str, Mapping[str, Any], Sequence[str]], Mapping[str, Path]] = _no_files
    """Files that ship in a release's ``data``, by name, from the course's folder, the name and the numbers of the
    cohort, and the kinds that the assignment lists as ``data``; a missing or changed file raises."""

    data_kinds: Sequence[str] = ()
    """The kinds of data that there are; without any, `data_files` alone knows them."""

    number_problems: Callable[[str, Mapping[str, Any]], Sequence[str]] = _no_problems
    """What is wrong with the numbers of a cohort, from its name and its table: one line each that names the number."""

    answers_in_common: Callable[[Mapping[str, Any], Mapping[str, Any]], Sequence[str]] = _nothing_in_common
    """The answers that two cohorts have in common, from the tables of both: last year's copied would pass."""

    derived_numbers: Callable[[Mapping[str, Any]], Mapping[str, Any]] = _no_numbers
    """Numbers that follow from others, as tables that are put over those of the cohort: the text can use them."""

    draw_numbers: Callable[[Mapping[str, Any], Sequence[Mapping[str, Any]], int], Mapping[str, Any]] | None = None
    """The tables of a new cohort, from those of the one that it is made from, those of all cohorts, and a seed: within
    the relations, and with other answers than all cohorts have."""

    freeze: Callable[[Path, str, Mapping[str, Any]], Mapping[str, str]] | None = None
    """Make a cohort's data, once: from the course's folder, the cohort's name and numbers to lines to be shown."""

    notebook_data: Callable[[Mapping[str, Any]], NotebookData] = _no_data
    """What notebooks work with, by what checks may ask for: the message says so where an answer that loses points
    has one of its sizes typed in or looks at it in a function."""

    grader: str = ""
    """What grades notebooks in the place of `hippograd.grading.grader.Grader`, as ``"module:class"``."""

    bound_unit: tuple[str, float] = ("", 1.0)
    """The unit in which calibrated bounds are shown, and how many of it a bound of 1 is: ``("cm", 100.0)``."""

    @property
    def package_name(self) -> str:
        """The import name of the students' library; empty without one."""
        return self.package.name if self.package is not None else ""


@cache
def load_kit(root: Path) -> CourseKit:
    """Return the kit of the course at `root`, with its library importable; loaded once."""
    file = root / COURSE_FILE
    if not file.is_file():
        return CourseKit()
    kit = getattr(load_file(file, f"hippograd_course_{abs(hash(root))}"), "COURSE", None)
    if not isinstance(kit, CourseKit):
        raise HippogradError("kit-bad", file=file)
    if kit.package is not None:
        load_package(kit.package)
    return kit


def load_package(folder: Path) -> ModuleType:
    """Import a package from its folder, whatever the import path holds under its name.

    Another package of this name is forgotten: a process speaks of one course at a time.
    """
    present = sys.modules.get(folder.name)
    if present is not None and Path(str(present.__file__)).parent == folder:
        return present
    for name in [name for name in sys.modules if name.partition(".")[0] == folder.name]:
        del sys.modules[name]
    return load_file(folder / "__init__.py", folder.name, [str(folder)])


def load_file(file: Path, name: str, search: list[str] | None = None) -> ModuleType:
    """Import a file of the course under a name of its own."""
    try:
        return load_module(file, name, search)
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
        where = f" at line {lines[-1]}" if lines else ""
        raise HippogradError(
            "module-not-loaded", file=file, where=where, error=type(error).__name__, cause=error
        ) from error
