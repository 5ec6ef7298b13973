"""nbgrader's own commands and formgrader on another course, whose notebooks run behind the wall."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Enum
from traitlets.config import Config

from hippograd.intake.finding.beside import files_beside
from hippograd.integrations.nbgrader import read_guarded, replace_steps
from hippograd.integrations.submitted import GuardedAutograde
from hippograd.other_courses.grader import PlainGrader, plain_server
from hippograd.other_courses.source import OtherCourse
from hippograd.sandbox.tiers import TIERS, demand_tier


def grade_behind_the_wall(config: Config, root: Path) -> None:
    """Have `nbgrader autograde` and formgrader run another course's notebooks behind the wall.

    Its `nbgrader_config.py` ends with `grade_behind_the_wall(get_config(), Path(__file__).parent)`.
    """
    config.CourseDirectory.setdefault("root", str(root))
    replace_steps(config, {Execute: ExecuteBehindTheWall})
    read_guarded(GuardedAutograde)


class ExecuteBehindTheWall(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader preprocessor that runs a submitted notebook of any course behind the wall, its tests included."""

    tier = Enum(TIERS, "confined", help="The weakest sandbox tier that is accepted").tag(config=True)

    def preprocess(self, nb: nbformat.NotebookNode, resources: Any) -> tuple[nbformat.NotebookNode, Any]:
        demand_tier(self.tier)
        names = resources["nbgrader"]
        course = OtherCourse(self.config)
        (source,) = (
            notebook for notebook in course.notebooks(names["assignment"]) if notebook.name == names["notebook"]
        )
        folder = Path(resources["metadata"]["path"])
        files = {path.relative_to(folder).as_posix(): path for path in files_beside(folder, ())}
        grader = PlainGrader(plain_server(self.tier), course.cell_seconds)
        graded = grader.grade(nbformat.writes(nb).encode(), source, f"{names['notebook']}.ipynb", files)
        clean = nbformat.from_dict(graded.notebook)
        nb.cells, nb.metadata = clean.cells, clean.metadata
        for note in graded.notes:
            self.log.warning(str(note))
        return nb, resources
