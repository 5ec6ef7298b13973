"""The step that stands in for nbgrader's Execute: the same grading as `hippograd grade`, called by nbgrader.

With the repository's nbgrader_config.py, `nbgrader autograde` and formgrader's button run student code behind the wall
and give the same marks. nbgrader does the rest as ever: it restores locked cells before and saves the grades after.
"""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Unicode
from traitlets.config import Config

from ..building import released_cells
from ..building.stock import configure as configure_building
from ..course import Course
from ..errors import HippogradError
from ..grading.grader import Grader
from ..grading.pool import Setup, worker_grader
from ..records.feedback import feedback_config


def configure(config: Config, root: Path) -> None:
    """Configure stock nbgrader for the course at `root`: releases, grading, feedback.

    Parameters
    ----------
    config : Config
        nbgrader's configuration; changed in place.
    root : Path
        The course's folder.
    """
    configure_building(config, root)
    steps = Autograde.class_traits()["autograde_preprocessors"].default()
    config.Autograde.autograde_preprocessors = [GradeBehindTheWall if step is Execute else step for step in steps]
    config.GradeBehindTheWall.root = str(root)
    config.GradeBehindTheWall.cohort = config.StampTasks.cohort
    feedback_config(config)


class GradeBehindTheWall(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader preprocessor that grades a submitted notebook and gives it back executed."""

    root = Unicode("", help="The folder that holds assignments/cohorts.toml").tag(config=True)
    cohort = Unicode("", help="The cohort whose release was handed in").tag(config=True)

    def preprocess(self, nb: nbformat.NotebookNode, resources: Any) -> tuple[nbformat.NotebookNode, Any]:
        names = resources["nbgrader"]
        grader = _grader(self.root, self.cohort, names["assignment"])
        text = nbformat.writes(nb)
        graded = grader.grade(text.encode(), student=names["student"], file=f"{names['notebook']}.ipynb")
        if graded.notebook is None or graded.result.status != "graded":
            raise HippogradError(graded.result.reason, graded.result.remedy)
        executed = nbformat.from_dict(graded.notebook)
        nb.cells = executed.cells
        return nb, resources


@cache
def _grader(root: str, cohort: str, assignment: str) -> Grader:
    """One grader, with its warm fork server, for all notebooks of one run of nbgrader."""
    course = Course(Path(root))
    info = course.assignment(assignment)
    cells = released_cells(course, info, course.cohort(cohort))
    grader = worker_grader(Setup(root, assignment, cohort, cells))
    atexit.register(grader.close)
    return grader
