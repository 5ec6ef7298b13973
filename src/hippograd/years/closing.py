"""Closing a cohort: from then on its release stays as it is, and it is known what it was graded with."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from hippograd import __version__
from hippograd.building.build import build
from hippograd.course import Course
from hippograd.course.closed import Closed, closed_file, read_closed, tasks_now
from hippograd.errors import HippogradError
from hippograd.files import own_digests, write_whole
from hippograd.grading.keys import environment
from hippograd.years.complete import is_complete
from hippograd.years.repository import git, uncommitted


def close_cohort(course: Course, name: str) -> Closed:
    """Write down what a cohort was released and graded with."""
    cohort = course.cohort(name)
    if read_closed(course, name) is not None:
        raise HippogradError("cohort-closed-already", cohort=name)
    if name == course.default_cohort:
        raise HippogradError("cohort-is-current", cohort=name)
    if not is_complete(course, name):
        raise HippogradError("cohort-unfinished", cohort=name)
    if differing := build(course, cohort, check=True):
        raise HippogradError("cohort-differs", what=differing[0].partition(":")[0], cohort=name)
    if uncommitted(course):
        raise HippogradError("changes-not-committed")
    closed = Closed(
        cohort=name,
        date=datetime.now(UTC).date().isoformat(),
        commit=git(course, "rev-parse", "HEAD"),
        tag=git(course, "tag", "--points-at", "HEAD").partition("\n")[0],
        versions={name: found for name, found in environment(course).items() if len(found) < 64}
        | {"hippograd": __version__},
        files=own_digests(course.release_folder / name),
        tasks={assignment: tasks_now(course.assignment(assignment)) for assignment in course.assignments},
    )
    write_whole(closed_file(course, name), msgspec.json.format(msgspec.json.encode(closed), indent=1) + b"\n")
    return closed
