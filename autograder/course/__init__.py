"""What exists: the course's root, its cohorts, its assignments, their tasks and points."""

from autograder.kit import KIT  # first: it makes `decoding` importable

from .assignments import Assignment, TaskInfo, package_of, points_text
from .cohorts import Cohort
from .graders import load_grader
from .root import Course, course_above, find_root, refuse_submissions_around

__all__ = [
    "KIT",
    "Assignment",
    "Cohort",
    "Course",
    "TaskInfo",
    "course_above",
    "find_root",
    "load_grader",
    "package_of",
    "points_text",
    "refuse_submissions_around",
]
