"""Building what is committed, releases, their manifest and executed solutions, or comparing it with its sources."""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from hippograd.building.release import build_release, link_to_sources
from hippograd.building.solutions import execute_solution, notebook_text, solution_differences, solved_notebook
from hippograd.building.stamp import plain_number
from hippograd.course import Assignment, Cohort, Course, Offering
from hippograd.course.closed import closed_file, inherited_file, is_inherited, read_closed
from hippograd.course.manifest import manifest_path, read_manifest
from hippograd.errors import HippogradError
from hippograd.files import beside, differing_files, digests, own_digests, put_in_place, stable_json

BUILT = ("release", "solutions")


@dataclass(frozen=True)
class _Built:
    offering: Offering
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
    """Build releases and solutions of a cohort, or compare the committed ones with what the sources give."""
    if is_inherited(course.release_folder, cohort.name):
        if check:
            return []
        raise HippogradError(
            "cohort-inherited", cohort=cohort.name, file=inherited_file(course.release_folder, cohort.name)
        )
    lines = _of_no_assignment(course, cohort) if check and assignments is None else []
    for name in assignments or course.assignments:
        offering = Offering.of(course, name, cohort)
        progress(f"{'comparing' if check else 'building'} {name} for cohort {cohort.name}")
        try:
            lines += _compare(offering) if check else _renew(offering, progress)
        except OSError as error:
            cause = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise HippogradError("build-failed", name=name, cause=cause) from error
    return lines


def _of_no_assignment(course: Course, cohort: Cohort) -> list[str]:
    """Return what was built from assignments that no longer exist."""
    folders = [path for one in BUILT for path in (course.root / one / cohort.name).glob("*/")]
    return [
        f"{_relative(course, path)} belongs to no assignment: remove it"
        for path in sorted(folders)
        if path.is_dir() and path.name not in course.assignments and not path.name.startswith(".")
    ]


def changed_since_closed(course: Course, name: str) -> list[str]:
    """Return what of the release and the solutions of a closed cohort is not as it was."""
    closed = read_closed(course.release_folder, name)
    if closed is None or is_inherited(course.release_folder, name):
        return []
    found = files_of_cohort(course, name)
    return [
        f"{file} is not what it was when the cohort was closed"
        for file in sorted({*found, *closed.files})
        if found.get(file) != closed.files.get(file)
    ]


def files_of_cohort(course: Course, name: str) -> dict[str, str]:
    """Return the SHA-256 of the files of a release and its solutions; what links lead to is not theirs."""
    found = {
        f"{folder}/{name}/{file}": digest
        for folder in BUILT
        for file, digest in own_digests(course.root / folder / name).items()
    }
    found.pop(_relative(course, closed_file(course.release_folder, name)), None)
    return found


def _compare(offering: Offering) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        return _differences(_build_one(offering, Path(work)))


def _renew(offering: Offering, progress: Callable[[str], None]) -> list[str]:
    with beside(offering.course.release_folder / offering.cohort.name) as work:
        return _write(_build_one(offering, work), work, progress)


def _build_one(offering: Offering, work: Path) -> _Built:
    release = build_release(offering, work / "release")
    solution = solved_notebook(offering.assignment, offering.cohort, release)
    return _Built(offering, release, solution, _manifest_entry(offering.assignment, release))


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


def _write(built: _Built, work: Path, progress: Callable[[str], None]) -> list[str]:
    offering = built.offering
    progress(f"executing the solution of {offering.assignment.name}")
    executed = execute_solution(built.solution, offering.assignment, built.release)
    solution = work / "solution.ipynb"
    solution.write_text(notebook_text(executed), encoding="utf-8", newline="\n")
    manifest = work / "manifest.json"
    manifest.write_text(_manifest(built), encoding="utf-8", newline="\n")
    targets = {
        built.release: offering.release,
        solution: offering.solution,
        manifest: manifest_path(offering.course, offering.cohort.name),
    }
    for line in differing_files(built.release, offering.release) if offering.release.is_dir() else ():
        where = _relative(offering.course, offering.release)
        progress(f"  in the release until now, which students may have: {where}/{line}")
    link_to_sources(offering, built.release, offering.release)
    for source, target in targets.items():
        put_in_place(source, target, work)
    return [_relative(offering.course, target) for target in targets.values()]


def _manifest(built: _Built) -> str:
    """Return the present manifest with one assignment's entry renewed, and without assignments that no longer exist."""
    course, cohort = built.offering.course, built.offering.cohort
    present = read_manifest(manifest_path(course, cohort.name)).get("assignments", {})
    entries = {name: entry for name, entry in present.items() if name in course.assignments}
    return stable_json({"cohort": cohort.name, "assignments": entries | {built.offering.assignment.name: built.entry}})


def _differences(built: _Built) -> list[str]:
    course, release, solution = built.offering.course, built.offering.release, built.offering.solution
    manifest = manifest_path(course, built.offering.cohort.name)
    if not release.is_dir():
        return [f"{_relative(course, release)} is missing: run {built.offering.how_to_build}"]
    lines = [f"{_relative(course, release)}/{difference}" for difference in differing_files(built.release, release)]
    lines += [f"{_relative(course, solution)} {problem}" for problem in solution_differences(built.solution, solution)]
    expected = json.loads(_manifest(built))
    if read_manifest(manifest) != expected:
        lines.append(f"{_relative(course, manifest)} differs for {built.offering.assignment.name}")
    return [f"{line}: run {built.offering.how_to_build}" for line in lines]


def _relative(course: Course, path: Path) -> str:
    return path.relative_to(course.root).as_posix()
