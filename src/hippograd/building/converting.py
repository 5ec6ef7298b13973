"""Running nbgrader's own `generate_assignment` on one assignment, away from the course's folders."""

import logging
import re
import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from sqlalchemy.exc import SQLAlchemyError
from traitlets import Unicode
from traitlets.config import Config

from hippograd.building.notebooks import load_notebook
from hippograd.building.stamp import stamp, stamped_notebook
from hippograd.course import Cohort, Course, Offering
from hippograd.errors import GradebookUnusable, HippogradError, unusable
from hippograd.nbgrader_env import COURSE_ID
from hippograd.store.gradebook import Gradebook

CODE_STUB = '# YOUR CODE HERE\nraise NotImplementedError("this blank is still empty")'
NOT_FOR_STUDENTS = ("assignment.toml",)


def converter_config(course: Course, cohort: Cohort) -> Config:
    """Return the settings of nbgrader's `generate_assignment`, here and by `nbgrader_config.py`."""
    config = Config()
    config.CourseDirectory.course_id = COURSE_ID
    config.StampTasks.root = str(course.root)
    config.StampTasks.cohort = cohort.name
    config.ClearSolutions.code_stub = {"python": CODE_STUB}
    config.ClearMarkScheme.enforce_metadata = False
    config.GenerateAssignment.preprocessors = [
        StampTasks,
        *GenerateAssignment.class_traits()["preprocessors"].default(),
    ]
    config.CourseDirectory.ignore = [*CourseDirectory.class_traits()["ignore"].default(), *NOT_FOR_STUDENTS]
    return config


def generate(offering: Offering, work: Path, db_url: str | None = None) -> Path:
    """Make the students' version of an assignment with nbgrader."""
    stamped_notebook(
        offering.assignment, offering.cohort
    )  # says what is wrong with the source before nbgrader hides it in a log
    source = work / "assignments" / offering.assignment.name
    ignored = shutil.ignore_patterns("__pycache__", ".*", *NOT_FOR_STUDENTS)
    shutil.copytree(offering.assignment.folder, source, ignore=ignored)
    config = converter_config(offering.course, offering.cohort)
    config.CourseDirectory.root = str(work)
    config.CourseDirectory.source_directory = "assignments"
    config.CourseDirectory.release_directory = "generated"
    config.CourseDirectory.assignment_id = offering.assignment.name
    if db_url is None:  # what `nbgrader generate_assignment --no-db` sets
        config.GenerateAssignment.no_database = True
        config.SaveCells.enabled = False
    else:
        config.CourseDirectory.db_url = db_url
    converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    log = quiet(converter)
    try:
        with Gradebook(db_url).alone() if db_url is not None else nullcontext():
            converter.start()
    except SQLAlchemyError as error:
        raise unusable(db_url or "", error) from None
    except NbGraderException as error:
        if db_url is not None:
            refuse_for_gradebook(log.cause, db_url)
        raise HippogradError(
            "nbgrader-refused", notebook=offering.assignment.notebook, cause=log.cause or error
        ) from error
    return work / "generated" / offering.assignment.name


def refuse_for_gradebook(cause: str, db_url: str) -> None:
    """Raise what a converter of nbgrader's ended with, where it was the database: that may pass."""
    if cause.startswith("sqlalchemy.") or "IntegrityError" in cause:
        raise GradebookUnusable(db_url, cause.rpartition(") ")[2])


class StampTasks(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader preprocessor that stamps a source notebook, the first of `generate_assignment`.

    Configure `root`, the course's folder, and `cohort`, empty for the current one.
    """

    root = Unicode("", help="The folder that holds assignments/cohorts.toml").tag(config=True)
    cohort = Unicode("", help="The cohort to build for; the current one when empty").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        course = Course(Path(self.root))
        assignment = course.assignment(resources["nbgrader"]["assignment"])
        source = load_notebook(assignment.notebook)  # nbgrader's reader has put random ids in place of doubled ones
        return stamp(source, assignment, course.cohort(self.cohort or None)), resources


class LastError(logging.Handler):
    """Keeps the exception at the end of the traceback that nbgrader logs in place of raising."""

    cause = ""

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.levelno >= logging.ERROR and text.startswith("Traceback"):
            ends = re.findall(r"^[A-Za-z_][\w.]*(?::.*)?$", text, re.MULTILINE)
            self.cause = ends[-1] if ends else text.strip().splitlines()[-1]


def quiet(converter: Any) -> LastError:
    """Have a converter of nbgrader's log nothing but what is kept."""
    handler = LastError()
    log = logging.Logger(f"{__name__}.nbgrader")
    log.addHandler(handler)
    converter.log = log
    converter.coursedir.log = log
    return handler
