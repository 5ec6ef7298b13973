"""Building what is committed, releases, their manifest and executed solutions, or comparing it with its sources."""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.course import Assignment, Cohort, Course
from autograder.errors import HippogradError

from .folders import beside, differing_files, digests, put_in_place, stable_json
from .release import build_release
from .solutions import execute_solution, notebook_text, solution_differences, solved_notebook
from .stamp import plain_number

REMEDY = "run hippograd build"


@dataclass(frozen=True)
class _Built:
    assignment: Assignment
    release: Path
    solution: NotebookNode
    entry: dict[str, Any]


def build(
    course: Course,
    cohort: Cohort,
    assignments: Sequence[str] | None = None,
    check: bool = False,
    progress: Callable[[str], None] = lambda line: None,
) -> list[str]:
    """Build releases and solutions of a cohort, or compare the committed ones with what the sources give.

    Parameters
    ----------
    course, cohort : Course, Cohort
        What to build.
    assignments : sequence of str, optional
        Which assignments; all by default.
    check : bool
        Write nothing, compare only: releases and manifest byte for byte; solutions by the sources of their cells and
        the checksum of their inputs, without executing them.
    progress : callable
        Told in a line what begins.

    Returns
    -------
    list of str
        With `check`, one line for each file that differs; otherwise the paths written, relative to the course.

    Raises
    ------
    HippogradError
        When a source is wrong; then nothing of that assignment is replaced.
    """
    lines: list[str] = []
    for name in assignments or course.assignments:
        assignment = course.assignment(name)
        progress(f"{'comparing' if check else 'building'} {name} for cohort {cohort.name}")
        try:
            lines += _compare(course, cohort, assignment) if check else _renew(course, cohort, assignment, progress)
        except OSError as error:
            cause = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise HippogradError(
                f"{name} cannot be built: {cause}.", "Free space, or fix the permissions; the old build is still there."
            ) from error
    return lines


def release_path(course: Course, cohort: Cohort, assignment: Assignment) -> Path:
    """Where a release is."""
    return course.release_folder / cohort.name / assignment.name


def solution_path(course: Course, cohort: Cohort, assignment: Assignment) -> Path:
    """Where an executed solution is."""
    return course.solutions_folder / cohort.name / assignment.name / assignment.notebook.name


def manifest_path(course: Course, cohort: Cohort) -> Path:
    """Where the manifest of a cohort's releases is."""
    return course.release_folder / cohort.name / "manifest.json"


def _compare(course: Course, cohort: Cohort, assignment: Assignment) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        return _differences(course, cohort, _build_one(course, assignment, cohort, Path(work)))


def _renew(course: Course, cohort: Cohort, assignment: Assignment, progress: Callable[[str], None]) -> list[str]:
    with beside(course.release_folder / cohort.name) as work:
        return _write(course, cohort, _build_one(course, assignment, cohort, work), work, progress)


def _build_one(course: Course, assignment: Assignment, cohort: Cohort, work: Path) -> _Built:
    release = build_release(course, assignment, cohort, work / "release")
    solution = solved_notebook(assignment, cohort, release)
    return _Built(assignment, release, solution, _manifest_entry(assignment, release))


def _manifest_entry(assignment: Assignment, release: Path) -> dict[str, Any]:
    tasks = [
        {
            "name": task.name,
            "number": task.number,
            "title": task.title,
            "minutes": task.minutes,
            "auto_points": plain_number(task.auto_points),
            "written_points": plain_number(task.written_points),
        }
        for task in assignment.tasks
    ]
    points = plain_number(assignment.points)
    return {"title": assignment.title, "points": points, "tasks": tasks, "files": digests(release)}


def _write(course: Course, cohort: Cohort, built: _Built, work: Path, progress: Callable[[str], None]) -> list[str]:
    progress(f"executing the solution of {built.assignment.name}")
    executed = execute_solution(built.solution, built.assignment, built.release)
    solution = work / "solution.ipynb"
    solution.write_text(notebook_text(executed), encoding="utf-8", newline="\n")
    manifest = work / "manifest.json"
    manifest.write_text(_manifest(course, cohort, built), encoding="utf-8", newline="\n")
    targets = {
        built.release: release_path(course, cohort, built.assignment),
        solution: solution_path(course, cohort, built.assignment),
        manifest: manifest_path(course, cohort),
    }
    for source, target in targets.items():
        put_in_place(source, target, work)
    return [_relative(course, target) for target in targets.values()]


def _manifest(course: Course, cohort: Cohort, built: _Built) -> str:
    """The present manifest with one assignment's entry renewed, and those of assignments that are no more removed."""
    present = _read_manifest(manifest_path(course, cohort)).get("assignments", {})
    entries = {name: entry for name, entry in present.items() if name in course.assignments}
    return stable_json({"cohort": cohort.name, "assignments": entries | {built.assignment.name: built.entry}})


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise HippogradError(f"{path} is damaged: {error}.", "Remove it and build all assignments.") from error
    return manifest


def _differences(course: Course, cohort: Cohort, built: _Built) -> list[str]:
    release = release_path(course, cohort, built.assignment)
    solution = solution_path(course, cohort, built.assignment)
    manifest = manifest_path(course, cohort)
    lines = [f"{_relative(course, release)}/{difference}" for difference in differing_files(built.release, release)]
    lines += [f"{_relative(course, solution)} {problem}" for problem in solution_differences(built.solution, solution)]
    expected = json.loads(_manifest(course, cohort, built))
    if _read_manifest(manifest) != expected:
        lines.append(f"{_relative(course, manifest)} differs for {built.assignment.name}")
    return [f"{line}: {REMEDY}" for line in lines]


def _relative(course: Course, path: Path) -> str:
    return path.relative_to(course.root).as_posix()
