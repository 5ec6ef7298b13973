"""The public checks of a release: which tasks it has, and how the checks of one run on the names of a notebook."""

from __future__ import annotations

import importlib
import json
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from gradekit.checks import Check, LocalStudent, Outcome, checks_of, place_in_check, run_check
from gradekit.failures import CheckFailed, FaultyCheck
from gradekit.release import cohort_numbers, data_folder, load_module

TASKS = "tasks.json"
"""Beside the checks of a release: what its tasks are."""


LAST: dict[str, dict[str, Outcome]] = {}
"""What the public checks of each task gave when they ran last, by whatever ran them."""


@dataclass(frozen=True)
class ReleasedTask:
    """A task as students see it."""

    name: str
    number: str
    title: str
    minutes: int
    points: float
    answer: str
    """The grade id of the cell with its blanks; empty for a task that is only written."""

    written: str
    """The grade id of its written answer; empty without one."""


@dataclass(frozen=True)
class Release:
    """What a release says about itself."""

    folder: Path
    assignment: str
    cohort: str
    notebook: str
    fixtures: str
    """The module whose ``fixtures(data)`` gives what checks may ask for besides the cohort; empty for none."""

    packages: tuple[str, ...]
    """What answers may import, all there when they are graded."""

    folders: tuple[str, ...]
    """The folders beside the notebook."""

    given: frozenset[str]
    """Digests of the demonstrations as they were released."""

    tasks: tuple[ReleasedTask, ...]

    deadline: str = ""
    """When it is due for the class, in ISO 8601; empty without a deadline."""

    server: str = ""
    """Where it is handed in from the notebook; empty without a server, or where a hub says it."""

    @property
    def checked(self) -> dict[str, ReleasedTask]:
        """The tasks that have checks, by name."""
        return {task.name: task for task in self.tasks if task.answer}


def release_folder() -> Path:
    """The folder of the release that this notebook belongs to."""
    return Path(data_folder()).parent


def read_release(folder: Path | None = None) -> Release:
    """What a release says about itself; by default the one that this notebook belongs to.

    Raises
    ------
    FileNotFoundError
        When the folder is no release.
    """
    folder = release_folder() if folder is None else folder
    found = json.loads((folder / "checks" / TASKS).read_text(encoding="utf-8"))
    tasks = tuple(ReleasedTask(**task) for task in found.pop("tasks"))
    packages, folders, given = tuple(found.pop("packages")), tuple(found.pop("folders")), frozenset(found.pop("given"))
    return Release(folder=folder, packages=packages, folders=folders, given=given, tasks=tasks, **found)


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
    outcome = _outcome(_checks(release_folder() / "checks" / f"{task}.py")[name], task, names, fixtures)
    if not outcome.passed:
        raise CheckFailed(outcome.message, outcome.detail)


def outcomes(release: Release, task: str, names: dict[str, Any]) -> list[Outcome]:
    """Run all public checks of a task on what a notebook defines."""
    return [_outcome(check, task, names, release.fixtures) for check in public_checks(release, task)]


def public_checks(release: Release, task: str) -> list[Check]:
    """The public checks of a task, in order."""
    return list(_checks(release.folder / "checks" / f"{task}.py").values())


def _outcome(check: Check, task: str, names: dict[str, Any], fixtures: str) -> Outcome:
    cohort = cohort_numbers(data_folder() / "cohort.json")
    known: dict[str, Any] = importlib.import_module(fixtures).fixtures(data_folder()) if fixtures else {}
    try:
        with _generators_kept():
            outcome = run_check(check, LocalStudent(names), {**known, "cohort": cohort}, cohort=cohort.name, task=task)
    except Exception as error:
        where = place_in_check(check, error)
        raise FaultyCheck(
            f"The check is at fault, and not your answer: {where}{': ' if where else ''}{type(error).__name__}: {error}"
        ) from error
    LAST.setdefault(task, {})[check.name] = outcome
    return outcome


@contextmanager
def _generators_kept() -> Iterator[None]:
    """Give the notebook its generators back as they were; PyTorch's where it is loaded."""
    torch = sys.modules.get("torch")
    of_python, of_numpy = random.getstate(), np.random.get_state()
    try:
        with torch.random.fork_rng() if torch is not None else nullcontext():
            yield
    finally:
        random.setstate(of_python)
        np.random.set_state(of_numpy)


@cache
def _checks(path: Path) -> dict[str, Check]:
    module = load_module(path, f"checks_{path.stem}")
    return {check.name: check for check in checks_of(module)}
