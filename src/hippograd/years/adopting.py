"""Taking over a course of others: a secret and a year of one's own, and merges in which nothing built is mended."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.console import RenderableType

from hippograd.building.build import BUILT, build
from hippograd.course import Course
from hippograd.course.closed import inherited_file, is_inherited
from hippograd.course.cohorts import CURRENT, check_name
from hippograd.course.root import COHORTS
from hippograd.course.toml import editable_toml
from hippograd.errors import HippogradError
from hippograd.files import write_whole
from hippograd.years.new import draw_cohort
from hippograd.years.repository import git, uncommitted

INHERITED = b"This year came with the course. `hippograd build` leaves it as it is.\n"


def adopt(course: Course, year: str, say: Callable[[RenderableType], None]) -> None:
    """Make a fresh clone a course of one's own: draw its secret and the numbers of a year, and leave other years
    alone."""
    check_name(course.root / COHORTS, year)
    if year in course.every_cohort:
        raise HippogradError("year-inherited", year=year)
    if graded := course.marks_that_rest_on_the_secret():
        raise HippogradError("adopt-has-marks", file=graded)
    if uncommitted(course):
        raise HippogradError("changes-not-committed")
    inherited = course.cohorts
    draw_cohort(course, course.cohort(), year, say)
    course.draw_secret(replace=True)
    for name in inherited:
        write_whole(inherited_file(course.release_folder, name), INHERITED)
    document = editable_toml(course.root / COHORTS)
    document[CURRENT] = year
    write_whole(course.root / COHORTS, document.as_string().encode())


def after_merge(course: Course, progress: Callable[[str], None]) -> list[str]:
    """Put in order what is built, in the middle of a merge: inherited years are upstream's, one's own are built
    anew."""
    try:
        git(course, "rev-parse", "--verify", "--quiet", "MERGE_HEAD")
    except HippogradError:
        raise HippogradError("merge-none", folder=course.root) from None
    own = {name for name in _years(course, "HEAD") if not is_inherited(course.release_folder, name)}
    for name in sorted(own):
        git(course, "rm", "-rqf", "--ignore-unmatch", "--", *(f"{folder}/{name}" for folder in BUILT))
        git(course, "checkout", "HEAD", "--", *(f"{folder}/{name}" for folder in BUILT))
    for name in sorted(_years(course, "MERGE_HEAD") - own):
        write_whole(inherited_file(course.release_folder, name), INHERITED)
    git(course, "add", "--", *BUILT)
    if left := git(course, "diff", "--name-only", "--diff-filter=U"):
        raise HippogradError("merge-conflicts", files=left.splitlines())
    course = Course(course.root)
    open_ = sorted(own - {*course.closed_cohorts})
    built = [path for name in open_ for path in build(course, course.cohort(name), progress=progress)]
    git(course, "add", "--", *BUILT)
    return built


def _years(course: Course, commit: str) -> set[str]:
    """Return the years that a commit holds built."""
    listed = git(course, "ls-tree", "-d", "--name-only", commit, *(f"{folder}/" for folder in BUILT))
    return {re.sub(r"^\w+/", "", line) for line in listed.splitlines()}
