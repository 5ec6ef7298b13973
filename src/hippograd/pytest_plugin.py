"""Lets plain pytest grade one submission: `HIPPOGRAD_SUBMISSION=ada.ipynb pytest autograder/graders/<assignment>`.

The graders are the same files that `hippograd grade` uses, the student's code runs behind the same wall. Each failed
check shows its message and its numbers. The file is named in the environment and not by an option: before pytest knows
the options of plugins, it takes their values for paths of tests, and obeys the settings that lie beside these.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from hippograd.course import TaskInfo
    from hippograd.grading.debugging import DebuggedSubmission


VARIABLE = "HIPPOGRAD_SUBMISSION"
"""Names the notebook to grade; `HIPPOGRAD_COHORT` its cohort, by default the newest."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the option that names a notebook elsewhere, so that its value is not a path whose `conftest.py` is run."""
    parser.addoption("--submission", help=argparse.SUPPRESS)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--submission") is not None:
        raise pytest.UsageError(f"There is no option --submission: {VARIABLE}=FILE pytest … names the notebook.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if any(map(_is_check, items)) and not os.environ.get(VARIABLE):
        raise pytest.UsageError(f"These graders look at one notebook: {VARIABLE}=FILE pytest … names it.")


def _is_check(item: pytest.Item) -> bool:
    return hasattr(getattr(item, "function", None), "check")


@pytest.fixture(scope="session")
def _debugged() -> Iterator[dict[str, DebuggedSubmission]]:
    running: dict[str, DebuggedSubmission] = {}
    yield running
    for submission in running.values():
        submission.close()


@pytest.fixture
def _check(request: pytest.FixtureRequest, _debugged: dict[str, DebuggedSubmission]) -> dict[str, Any]:
    file = Path(request.node.path)
    assignment, task = file.parent.name, file.stem.removeprefix("test_")
    if assignment not in _debugged:
        _debugged[assignment] = _open(assignment)
    info: TaskInfo = _debugged[assignment].plan.assignment.task(task)
    return _debugged[assignment].fixtures_for(info, request.node.originalname)


def _open(assignment: str) -> DebuggedSubmission:
    from hippograd.building.released import released_cells
    from hippograd.course import Course, Offering, find_root
    from hippograd.errors import HippogradError
    from hippograd.grading.debugging import DebuggedSubmission
    from hippograd.grading.plan import Plan

    try:
        course = Course(find_root())
        cohort = course.cohort(os.environ.get("HIPPOGRAD_COHORT") or None)
        info = course.assignment(assignment)
        offering = Offering(course, info, cohort)
        plan = Plan(offering, released_cells(offering))
        return DebuggedSubmission(plan, Path(os.environ[VARIABLE]))
    except (HippogradError, OSError) as error:
        pytest.exit(str(error), returncode=4)


def _fixture(name: str) -> Any:
    def give(_check: dict[str, Any]) -> Any:
        return _check[name]

    return pytest.fixture(name=name)(give)


student, rng, session, sessions, cohort, bounds, source = map(
    _fixture, ("student", "rng", "session", "sessions", "cohort", "bounds", "source")
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    report = yield
    if not _is_check(item):
        return report
    from gradekit.failures import CheckFailed
    from hippograd.errors import printable
    from hippograd.grading.notebook import quoted

    if call.excinfo is not None and isinstance(call.excinfo.value, CheckFailed):
        failed = call.excinfo.value
        lines = [" ".join(failed.message.splitlines()), *quoted(failed.detail), f"[{failed.diagnosis}]"]
        report.longrepr = "\n".join(map(printable, lines))
    return report
