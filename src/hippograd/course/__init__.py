"""What exists: the course's root, its cohorts, its assignments, their tasks and points."""

from hippograd.course.assignments import Assignment, TaskInfo, package_of, points_text
from hippograd.course.cohorts import Cohort
from hippograd.course.graders import load_grader
from hippograd.course.offering import Offering
from hippograd.course.root import Course, course_above, find_root, refuse_submissions_around

__all__ = [
    "Assignment",
    "Cohort",
    "Course",
    "Offering",
    "TaskInfo",
    "course_above",
    "find_root",
    "load_grader",
    "package_of",
    "points_text",
    "refuse_submissions_around",
]
