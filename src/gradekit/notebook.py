"""The checks that students run in their own notebook: Otter's, with the report of this course.

Importing this module imports Otter, which takes a second or two; nothing else of the kit needs it.
"""

from __future__ import annotations

import importlib
import importlib.util
import random
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import otter

from gradekit.checks import Check, LocalStudent, checks_of, run_check
from gradekit.failures import CheckFailed
from gradekit.release import cohort_numbers, data_folder

FORM_ONLY = "The form is right; the values are checked when it is graded."
"""Said of a public check without points that holds: it looks at no value."""


class TaskNotDone(Exception):
    """At least one public check of the task does not hold."""

    def _render_traceback_(self) -> list[str]:
        # IPython shows this in place of a traceback through the kit, which would tell a student nothing.
        return str(self).splitlines()


class Notebook(otter.Notebook):  # type: ignore[misc]
    """Otter's notebook for a release: ``grader = Notebook()``, then ``grader.check("w_star")`` below the task.

    Unlike Otter's own it raises where a check fails, so that `nbgrader validate` and a kernel that runs everything
    notice, and it keeps no log file.
    """

    def __init__(self) -> None:
        super().__init__(tests_dir=str(_release() / "tests"))

    def check(self, question: str, global_env: dict[str, Any] | None = None) -> None:
        """Run the public checks of a task on the names that this notebook defines.

        Parameters
        ----------
        question : str
            The name of the task, such as ``"w_star"``.
        global_env : dict, optional
            Names to check in place of the notebook's.

        Raises
        ------
        TaskNotDone
            When a check does not hold; its text says which and why.
        FileNotFoundError
            When the release has no checks for a task of this name.
        """
        if question not in self._tasks():
            raise FileNotFoundError(
                f"There is no check for a task called {question!r}. Known tasks: {', '.join(self._tasks())}."
            )
        results = super().check(question, _notebook_names() if global_env is None else global_env)
        report = "\n".join(_line(result) for result in results.test_case_results)
        if not results.passed_all:
            raise TaskNotDone(report)
        print(report)
        print("All public checks hold. The grader runs these and a few more.")

    def check_all(self) -> None:
        """Run the public checks of every task.

        Raises
        ------
        TaskNotDone
            When a check of any task does not hold; its text names the tasks.
        """
        failed = []
        for task in self._tasks():
            print(f"{task}:")
            try:
                self.check(task)
            except TaskNotDone as report:
                print(report)
                failed.append(task)
        if failed:
            raise TaskNotDone(f"✗ Not done yet: {', '.join(failed)}.")

    def _tasks(self) -> list[str]:
        return sorted(path.stem for path in Path(self._tests_dir).glob("*.py"))

    def _log_event(self, *_: Any, **__: Any) -> None:
        """Otter's own pickles every result into `.OTTER_LOG`, which nobody reads here and a full disk refuses."""


def run_public_check(task: str, name: str, names: dict[str, Any], fixtures: str = "") -> None:
    """Run one public check of a task, as the release's Otter tests do.

    Parameters
    ----------
    task, name : str
        The task, and the check function in ``checks/<task>.py``.
    names : dict
        What the notebook defines.
    fixtures : str
        Module whose ``fixtures(data)`` gives what the check may ask for besides the cohort; empty for none.

    Raises
    ------
    CheckFailed
        When it does not hold.
    """
    check = _checks(_release() / "checks" / f"{task}.py")[name]
    cohort = cohort_numbers(data_folder() / "cohort.json")
    known: dict[str, Any] = importlib.import_module(fixtures).fixtures(data_folder()) if fixtures else {}
    generators = random.getstate(), np.random.get_state()
    outcome = run_check(check, LocalStudent(names), {**known, "cohort": cohort}, cohort=cohort.name, task=task)
    random.setstate(generators[0])
    np.random.set_state(generators[1])
    if not outcome.passed:
        raise CheckFailed(outcome.message, outcome.detail)


def _line(result: otter.test_files.TestCaseResult) -> str:
    idea = result.test_case.name
    if result.passed:
        return f"✓ {idea}" if result.test_case.points else f"✓ {idea}\n    {FORM_ONLY}"
    said = result.message.partition(f"{CheckFailed.__name__}: ")[2]  # Otter puts the line of the test before it
    reason = "\n    ".join((said or result.message).strip().splitlines())
    return f"✗ {idea}\n    {reason}"


def _notebook_names() -> dict[str, Any]:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None:
        names: dict[str, Any] = shell.user_ns
        return names
    return vars(sys.modules["__main__"])


def _release() -> Path:
    return Path(data_folder()).parent


@cache
def _checks(path: Path) -> dict[str, Check]:
    spec = importlib.util.spec_from_file_location(f"checks_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {check.name: check for check in checks_of(module)}
