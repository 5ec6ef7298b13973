"""The step that stands in for nbgrader's Execute: the same grading as `hippograd grade`, called by nbgrader.

With the repository's nbgrader_config.py, `nbgrader autograde` and formgrader's button run student code behind the wall
and give the same marks; nbgrader saves them as ever. `grade_behind_the_wall` does so for any other course.
"""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.converters import Autograde
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    Execute,
    NbGraderPreprocessor,
    OverwriteCells,
)
from traitlets import Enum, Unicode
from traitlets.config import Config

from ..building import released_cells
from ..building.stock import configure as configure_building
from ..course import Course
from ..errors import HippogradError
from ..grading.grader import Grader
from ..grading.keys import run_key
from ..grading.plan import Plan
from ..other_courses.grader import PlainGrader
from ..other_courses.source import OtherCourse
from ..records.feedback import feedback_config
from ..records.lateness import LatePenalties, late_config
from ..sandbox.client import TIERS, ForkServer, demand_tier
from ..sandbox.confine import probe

NOT_NEEDED = (ClearOutput, DeduplicateIds, OverwriteCells, CheckCellMetadata)
"""Steps that mend a notebook before nbgrader grades it."""


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
    _replace_steps(config, {Execute: GradeBehindTheWall, AssignLatePenalties: LatePenalties})
    config.GradeBehindTheWall.root = str(root)
    config.GradeBehindTheWall.cohort = config.StampTasks.cohort
    feedback_config(config)
    late_config(config, root, config.StampTasks.cohort)
    config.GenerateFeedback.preprocessors = [LatePenalties, *config.GenerateFeedback.preprocessors]


class GradeBehindTheWall(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader preprocessor that grades a submitted notebook and gives it back executed."""

    root = Unicode("", help="The folder that holds assignments/cohorts.toml").tag(config=True)
    cohort = Unicode("", help="The cohort whose release was handed in").tag(config=True)
    tier = Enum(TIERS, "confined", help="The weakest sandbox tier that is accepted").tag(config=True)

    def preprocess(self, nb: nbformat.NotebookNode, resources: Any) -> tuple[nbformat.NotebookNode, Any]:
        names = resources["nbgrader"]
        grader = _grader(self.root, self.cohort, names["assignment"], self.tier)
        text = nbformat.writes(nb)
        graded = grader.grade(text.encode(), student=names["student"], file=f"{names['notebook']}.ipynb")
        if graded.notebook is None or graded.result.status != "graded":
            raise HippogradError(graded.result.reason, graded.result.remedy)
        for note in graded.result.notes:
            self.log.warning(note)
        executed = nbformat.from_dict(graded.notebook)
        nb.cells = executed.cells
        return nb, resources


_graders: dict[tuple[str, str, str], tuple[str, Grader]] = {}


def _grader(root: str, cohort_name: str, assignment: str, tier: str) -> Grader:
    """One grader, with its warm fork server, for all notebooks; another one when graders or sources have changed.

    Formgrader keeps its process for days.
    """
    demand_tier(tier)
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


def grade_behind_the_wall(config: Config, root: Path) -> None:
    """Have `nbgrader autograde` and formgrader run another course's notebooks behind the wall.

    Its `nbgrader_config.py` ends with `grade_behind_the_wall(get_config(), Path(__file__).parent)`.

    Parameters
    ----------
    config : Config
        nbgrader's configuration; changed in place.
    root : Path
        The course's folder.
    """
    config.CourseDirectory.setdefault("root", str(root))
    _replace_steps(config, {Execute: ExecuteBehindTheWall})


def _replace_steps(config: Config, replaced: dict[type, type]) -> None:
    """Put our steps in place of nbgrader's, and leave out those whose work ours do on the notebook as handed in.

    nbgrader's own fail where a notebook is damaged, and then the whole class is not graded: at a cell that is there
    twice, for example.
    """
    for name in ("sanitize_preprocessors", "autograde_preprocessors"):
        steps = config.Autograde.get(name) or Autograde.class_traits()[name].default()
        left = [step for step in steps if name != "sanitize_preprocessors" or step not in NOT_NEEDED]
        config.Autograde[name] = [replaced.get(step, step) for step in left]


class ExecuteBehindTheWall(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader preprocessor that runs a submitted notebook of any course behind the wall, its tests included."""

    tier = Enum(TIERS, "confined", help="The weakest sandbox tier that is accepted").tag(config=True)

    def preprocess(self, nb: nbformat.NotebookNode, resources: Any) -> tuple[nbformat.NotebookNode, Any]:
        demand_tier(self.tier)
        names = resources["nbgrader"]
        course = OtherCourse(self.config)
        (source,) = (one for one in course.notebooks(names["assignment"]) if one.name == names["notebook"])
        folder = Path(resources["metadata"]["path"])
        found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
        files = {path.relative_to(folder).as_posix(): path for path in found if path.suffix != ".ipynb"}
        grader = PlainGrader(_plain_server(), course.cell_seconds)
        graded = grader.grade(nbformat.writes(nb).encode(), source, f"{names['notebook']}.ipynb", files)
        nb.cells = nbformat.from_dict(graded.notebook).cells
        for note in graded.notes:
            self.log.warning(note)
        return nb, resources


@cache
def _plain_server() -> ForkServer:
    """One warm fork server for all notebooks of this process."""
    server = ForkServer(Path(tempfile.mkdtemp(prefix="hippograd-")))
    atexit.register(server.close)
    return server
