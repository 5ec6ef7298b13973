"""Whether a cohort has all that `hippograd cohort new` makes. Many commands ask, so nothing heavy is imported here."""

from __future__ import annotations

from hippograd.course import Cohort, Course, Offering
from hippograd.course.graders import tasks_with_bounds
from hippograd.errors import HippogradError


def is_complete(course: Course, name: str) -> bool:
    """Return whether a cohort has all that `new_cohort` makes; False where its numbers are wrong."""
    return not course.number_problems(name) and not lacks_steps(course, course.cohort(name))


def lacks_steps(course: Course, cohort: Cohort) -> bool:
    """Return whether a cohort with sound numbers lacks data, a built assignment or a bound."""
    built = all(Offering.of(course, name, cohort).solution.is_file() for name in course.assignments)
    return not (is_frozen(course, cohort) and built and not uncalibrated(course, cohort))


def is_frozen(course: Course, cohort: Cohort) -> bool:
    """Return whether the data of a cohort are there."""
    try:
        for name in course.assignments:
            course.data_files(course.assignment(name), cohort)
    except HippogradError:
        return False
    return True


def uncalibrated(course: Course, cohort: Cohort) -> list[str]:
    """Return the tasks whose bound has not been measured for a cohort."""
    return [task.name for _, task in tasks_with_bounds(course) if task.name not in cohort.bounds]
