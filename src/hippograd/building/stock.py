"""Making nbgrader's own commands and formgrader work on this course; `nbgrader_config.py` only calls `configure`."""

import os
import shutil
import sys
from pathlib import Path

from traitlets.config import Config

from hippograd.building.converting import converter_config
from hippograd.building.register import register
from hippograd.building.release import add_companions
from hippograd.course import Cohort, Course, Offering
from hippograd.errors import HippogradError
from hippograd.store.gradebook import Gradebook

COHORT_VARIABLE, DB_VARIABLE = "HIPPOGRAD_COHORT", "HIPPOGRAD_DB"


def configure(config: Config, root: Path) -> None:
    """Configure nbgrader for the course at `root`.

    The cohort is the one in $HIPPOGRAD_COHORT, or the current one; the gradebook is that in $HIPPOGRAD_DB, or in the
    records.
    """
    try:
        course = Course(root)
        cohort = course.cohort(os.environ.get(COHORT_VARIABLE) or None)
    except HippogradError as error:
        sys.exit(str(error))  # an ordinary exception here would only be logged, and nbgrader would go on without us
    records = course.records_folder / cohort.name
    records.mkdir(parents=True, exist_ok=True)
    config.merge(converter_config(course, cohort))
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.source_directory = "assignments"
    config.CourseDirectory.release_directory = f"release/{cohort.name}"
    config.CourseDirectory.submitted_directory = "submitted"
    config.CourseDirectory.autograded_directory = f"records/{cohort.name}/autograded"
    config.CourseDirectory.feedback_directory = f"records/{cohort.name}/feedback"
    config.CourseDirectory.db_url = os.environ.get(DB_VARIABLE) or f"sqlite:///{records / 'gradebook.db'}"
    config.GenerateAssignment.post_convert_hook = _Companions(course, cohort)
    config.Autograde.pre_convert_hook = _Registration(course, cohort, config.CourseDirectory.db_url)


class _Registration:
    """Enters an assignment into the gradebook before its first submission: releases are in the repository already."""

    def __init__(self, course: Course, cohort: Cohort, db_url: str) -> None:
        self.course = course
        self.cohort = cohort
        self.db_url = db_url

    def __call__(self, assignment: str, student: str, notebooks: list[str]) -> None:
        if not Gradebook(self.db_url).has_assignment(assignment):
            try:
                register(Offering.of(self.course, assignment, self.cohort), self.db_url)
            except HippogradError as error:
                sys.exit(str(error))  # nbgrader only logs what a hook raises


class _Companions:
    """Completes what `nbgrader generate_assignment` has written with what else a release holds."""

    def __init__(self, course: Course, cohort: Cohort) -> None:
        self.course = course
        self.cohort = cohort

    def __call__(self, assignment: str, student: str, notebooks: list[str]) -> None:
        offering = Offering.of(self.course, assignment, self.cohort)
        folder = offering.release
        try:
            add_companions(offering, folder)
        except (HippogradError, OSError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            sys.exit(f"{error} Nothing was released.")  # nbgrader only logs what a hook raises
