"""Making nbgrader's own commands and formgrader work on this course; `nbgrader_config.py` only calls `configure`."""

import os
import shutil
import sys
from pathlib import Path

from traitlets.config import Config

from autograder.course import Cohort, Course
from autograder.errors import HippogradError

from .build import release_path
from .converting import converter_config, put_scripts_on_path
from .release import add_companions

COHORT_VARIABLE = "HIPPOGRAD_COHORT"


def configure(config: Config, root: Path) -> None:
    """Configure nbgrader for the course at `root`, for the cohort in $HIPPOGRAD_COHORT or the newest.

    Parameters
    ----------
    config : Config
        nbgrader's configuration; changed in place.
    root : Path
        The course's folder.
    """
    try:
        course = Course(root)
        cohort = course.cohort(os.environ.get(COHORT_VARIABLE) or None)
    except HippogradError as error:
        sys.exit(str(error))  # an ordinary exception here would only be logged, and nbgrader would go on without us
    put_scripts_on_path()
    records = course.records_folder / cohort.name
    records.mkdir(parents=True, exist_ok=True)
    config.merge(converter_config(course, cohort))
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.source_directory = "assignments"
    config.CourseDirectory.release_directory = f"release/{cohort.name}"
    config.CourseDirectory.submitted_directory = "submitted"
    config.CourseDirectory.autograded_directory = f"records/{cohort.name}/autograded"
    config.CourseDirectory.feedback_directory = f"records/{cohort.name}/feedback"
    config.CourseDirectory.db_url = f"sqlite:///{records / 'gradebook.db'}"
    config.GenerateAssignment.post_convert_hook = _Companions(course, cohort)


class _Companions:
    """Completes what `nbgrader generate_assignment` has written with what else a release holds."""

    def __init__(self, course: Course, cohort: Cohort) -> None:
        self.course = course
        self.cohort = cohort

    def __call__(self, assignment: str, student: str, notebooks: list[str]) -> None:
        info = self.course.assignment(assignment)
        folder = release_path(self.course, self.cohort, info)
        try:
            add_companions(self.course, info, self.cohort, folder)
        except (HippogradError, OSError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            sys.exit(f"{error} Nothing was released.")  # nbgrader only logs what a hook raises
