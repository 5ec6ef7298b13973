"""Closing a cohort: its release stays to be read, and it is graded by the commit that it was released with."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hippograd import __version__
from hippograd.building.build import BUILT, build, files_of_cohort
from hippograd.course import Course
from hippograd.course.closed import Closed, closed_file, read_closed
from hippograd.course.cohorts import read_by_notebooks
from hippograd.course.root import COHORTS
from hippograd.course.toml import editable_toml
from hippograd.errors import HippogradError
from hippograd.files import alone_in_folder, write_whole
from hippograd.grading.keys import environment
from hippograd.years.complete import is_complete
from hippograd.years.repository import git, uncommitted


def close_cohort(course: Course, name: str) -> Closed:
    """Write down by which commit a cohort is graded, and remove what that commit keeps: its tables, its data, and links
    to them and to libraries. Begun again, it goes on."""
    cohort = course.cohort(name)
    with alone_in_folder(course.root):
        closed = read_closed(course.release_folder, name)
        if closed is None:
            closed = _closed(course, name)
            text = msgspec.json.format(msgspec.json.encode(closed), indent=1) + b"\n"
            write_whole(closed_file(course.release_folder, name), text)
        for link in _links(course, name):
            link.unlink()
        for file in _own_data(course, name):
            file.unlink()
            with suppress(OSError):  # others are in it
                file.parent.rmdir()
        for tables in (course.assignments_folder / "calibration.toml", course.root / COHORTS):  # those last: it is open
            document = editable_toml(tables)
            if document.pop(cohort.name, None) is not None:
                write_whole(tables, document.as_string().encode())
    return closed


def _closed(course: Course, name: str) -> Closed:
    cohort = course.cohort(name)
    if name == course.default_cohort:
        raise HippogradError("cohort-is-current", cohort=name)
    if not is_complete(course, name):
        raise HippogradError("cohort-unfinished", cohort=name)
    if differing := build(course, cohort, check=True):
        raise HippogradError("cohort-differs", what=differing[0].partition(":")[0], cohort=name)
    if uncommitted(course):
        raise HippogradError("changes-not-committed")
    return Closed(
        cohort=name,
        date=datetime.now(UTC).date().isoformat(),
        commit=git(course, "rev-parse", "HEAD"),
        tag=git(course, "tag", "--points-at", "HEAD").partition("\n")[0],
        versions={name: found for name, found in environment(course).items() if len(found) < 64}
        | {"hippograd": __version__},
        files=files_of_cohort(course, name),
        numbers=read_by_notebooks(course.tables(name)),
    )


def _links(course: Course, name: str) -> list[Path]:
    found = [path for folder in BUILT for path in (course.root / folder / name).rglob("*")]
    return [path for path in found if path.is_symlink()]


def _own_data(course: Course, name: str) -> set[Path]:
    """Return the files of data that no other cohort has."""
    others = {file for other in course.cohorts if other != name for file in _data(course, other)}
    return {file for file in _data(course, name) - others if file.is_relative_to(course.root)}


def _data(course: Course, name: str) -> set[Path]:
    kinds = {*course.kit.data_kinds, *(kind for one in course.assignments for kind in course.assignment(one).data)}
    found = set[Path]()
    for kind in kinds:
        with suppress(HippogradError):  # there is none any more
            found |= {*course.kit.data_files(course.root, name, course.tables(name), [kind]).values()}
    return found
