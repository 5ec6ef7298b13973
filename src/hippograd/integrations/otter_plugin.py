"""The plugin by which `otter run` grades behind the wall.

Otter runs a submission in a kernel of its own, unconfined, and unpickles a log file that the student may have handed in
with it. Before it does either, this plugin grades the submission behind the wall and removes all of it. What Otter runs
then is a notebook of one cell that holds the outcome, which the tests of the zip read.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
from otter.plugins import AbstractOtterPlugin
from otter.run.run_autograder.utils import OtterRuntimeError

from hippograd.errors import HippogradError
from hippograd.grading.pool import single_threaded
from hippograd.grading.result import Result
from hippograd.intake import Submission
from hippograd.integrations.gradescope import grade_submission, read_order


class GradeBehindTheWall(AbstractOtterPlugin):  # type: ignore[misc]
    """Otter plugin; the zip's `otter_config.json` names it."""

    def before_grading(self, config: Any) -> None:
        """Grade the submission, and leave nothing of it to Otter."""
        file = Path(self.submission_path)
        try:
            result = self._grade(file)
        except HippogradError as error:
            raise OtterRuntimeError(str(error)) from None
        finally:
            _clear(file)
        if result.problem is not None:
            raise OtterRuntimeError(str(result.problem))
        self._outcome = _failed_checks(result)

    def before_execution(self, submission: nbformat.NotebookNode) -> nbformat.NotebookNode:
        """Return the notebook that Otter runs in the submission's place."""
        cell = nbformat.v4.new_code_cell(f"failed_checks = {self._outcome!r}")
        return nbformat.v4.new_notebook(cells=[cell])

    @staticmethod
    def _grade(file: Path) -> Result:
        single_threaded()
        source = file.parents[1] / "source"
        return grade_submission(source, read_order(source), Submission(file.stem, file))


def _clear(file: Path) -> None:
    """Remove all but Otter's tests from the folder of a submission; an empty one stays in its place."""
    for entry in file.parent.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            if entry.name != "tests":
                shutil.rmtree(entry)
        else:
            entry.unlink()
    empty = nbformat.writes(nbformat.v4.new_notebook()) if file.suffix == ".ipynb" else ""
    file.write_text(empty, encoding="utf-8")


def _failed_checks(result: Result) -> dict[str, str]:
    """Return what the student reads about each check that does not hold, by `task.check`."""
    return {
        f"{task.name}.{check.name}": f"{check.message}\n{check.detail}" if check.public else check.message
        for task in result.tasks
        for check in task.checks
        if not check.passed
    }
