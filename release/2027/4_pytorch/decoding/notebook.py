"""The check that students run in their own notebook."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from .checks import LocalStudent, Outcome, checks_of, run_check
from .sessions import data_folder, load_cohort, load_session


class TaskNotDone(Exception):
    """At least one public check of the task does not hold."""

    def _render_traceback_(self) -> list[str]:
        # IPython shows this in place of a traceback through the kit, which would tell a student nothing.
        return str(self).splitlines()


def check(task: str) -> None:
    """Run the public checks of a task on the names that this notebook defines.

    Parameters
    ----------
    task : str
        The name of the task, such as ``"w_star"``.

    Raises
    ------
    TaskNotDone
        When a check does not hold; its text says which and why.
    FileNotFoundError
        When the release has no checks for a task of this name.
    """
    module = _load(task)
    cohort = load_cohort()
    student = LocalStudent(_notebook_names())
    checks = [one for one in checks_of(module) if one.public]
    fixtures = {"cohort": cohort, "sessions": load_session}
    if any("session" in one.parameters for one in checks):
        fixtures["session"] = load_session()
    generators = random.getstate(), np.random.get_state()
    outcomes = [run_check(one, student, fixtures, cohort=cohort.name, task=task) for one in checks]
    random.setstate(generators[0])
    np.random.set_state(generators[1])
    report = "\n".join(_line(outcome) for outcome in outcomes)
    if all(outcome.passed for outcome in outcomes):
        print(report)
        print("All public checks hold. The grader runs these and a few more.")
        return
    raise TaskNotDone(report)


def _line(outcome: Outcome) -> str:
    if outcome.passed:
        return f"✓ {outcome.check.idea}"
    reason = "\n    ".join([outcome.message, *outcome.detail.strip().splitlines()])
    return f"✗ {outcome.check.idea}\n    {reason}"


def _notebook_names() -> dict[str, Any]:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None:
        names: dict[str, Any] = shell.user_ns
        return names
    return vars(sys.modules["__main__"])


def _load(task: str) -> ModuleType:
    path = Path(data_folder()).parent / "checks" / f"{task}.py"
    if not path.is_file():
        known = sorted(file.stem for file in path.parent.glob("*.py"))
        raise FileNotFoundError(f"There is no check for a task called {task!r}. Known tasks: {', '.join(known)}.")
    spec = importlib.util.spec_from_file_location(f"checks_{task}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
