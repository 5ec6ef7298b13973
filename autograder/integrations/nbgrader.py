"""The step that stands in for nbgrader's Execute: the same grading as `hippograd grade`, called by nbgrader.

With the repository's nbgrader_config.py, `nbgrader autograde` and formgrader's button run student code behind the wall
and give the same marks. nbgrader does the rest as ever: it restores locked cells before and saves the grades after.
"""

from __future__ import annotations

import atexit
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.converters import Autograde
from nbgrader.preprocessors import AssignLatePenalties, Execute, NbGraderPreprocessor
from traitlets import Unicode
from traitlets.config import Config

from ..building import released_cells
from ..building.stock import configure as configure_building
from ..course import Course
from ..errors import HippogradError
from ..grading.grader import Grader
from ..grading.keys import run_key
from ..grading.plan import Plan
from ..records.feedback import feedback_config
from ..records.lateness import LatePenalties, late_config
from ..sandbox.client import ForkServer
from ..sandbox.confine import probe


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
    config.Autograde.autograde_preprocessors = [REPLACED.get(step, step) for step in steps]
    config.GradeBehindTheWall.root = str(root)
    config.GradeBehindTheWall.cohort = config.StampTasks.cohort
    feedback_config(config)
    late_config(config, root, config.StampTasks.cohort)
    config.GenerateFeedback.preprocessors = [LatePenalties, *config.GenerateFeedback.preprocessors]


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


_graders: dict[tuple[str, str, str], tuple[str, Grader]] = {}


def _grader(root: str, cohort_name: str, assignment: str) -> Grader:
    """One grader, with its warm fork server, for all notebooks; another one when graders or sources have changed.

    Formgrader keeps its process for days.
    """
    course = Course(Path(root))
    info, cohort = course.assignment(assignment), course.cohort(cohort_name)
    place = (root, cohort_name, assignment)
    key = run_key(course, info, cohort, probe()[0], everything=False)
    known, grader = _graders.get(place, ("", None))
    if grader is None or known != key:
        if grader is not None:
            atexit.unregister(grader.close)
            grader.close()
        plan = Plan(course, info, cohort, released_cells(course, info, cohort))
        grader = Grader(plan, ForkServer(plan.data))
        atexit.register(grader.close)
        _graders[place] = (key, grader)
    return grader


REPLACED = {Execute: GradeBehindTheWall, AssignLatePenalties: LatePenalties}
"""The steps of nbgrader's autograding that ours stand in for."""
