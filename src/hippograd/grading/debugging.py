"""One submission held open, for a TA who runs single checks with pytest."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from gradekit.checks import fixtures_of
from hippograd.course import TaskInfo
from hippograd.grading.plan import Plan
from hippograd.grading.running import RunningNotebook
from hippograd.intake import Submission, read_notebook
from hippograd.intake.matching.match import match_cells


class DebuggedSubmission:
    """A notebook whose cells have run behind the wall, ready for any check of any task."""

    def __init__(self, plan: Plan, file: Path) -> None:
        self.plan = plan
        cells, _ = match_cells(read_notebook(Submission(file.stem, file).read(), str(file)), plan.cells, str(file))
        self._server = plan.fork_server()
        self._running = RunningNotebook(self._server, cells, plan, until=math.inf)

    def fixtures_for(self, task: TaskInfo, check_name: str) -> dict[str, Any]:
        """Return all that one check may ask for by name, with every generator seeded as in grading."""
        self._running.process()
        if task.answer_id in self._running.lost:
            raise self._running.lost[task.answer_id]
        check = next(check for check in task.checks if check.name == check_name)
        names = {"cohort": self.plan.cohort.name, "task": task.name, "secret": self.plan.course.secret}
        return fixtures_of(check, self._running.student(check.seconds, task.name), self._running.fixtures, **names)

    def close(self) -> None:
        self._running.close()
        self._server.close()
