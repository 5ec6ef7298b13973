"""Lets plain pytest grade one submission: `pytest autograder/graders/1_linear_regression --submission ada.ipynb`.

The graders are the same files that `hippograd grade` uses, the student's code runs behind the same wall. Each failed
check shows its message and its numbers.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.building import released_cells
from autograder.course import Course, TaskInfo, find_root
from autograder.errors import HippogradError
from autograder.grading.debugging import DebuggedSubmission
from autograder.grading.plan import Plan
from decoding.checks import CheckFailed


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("hippograd")
    group.addoption("--submission", type=Path, help="The notebook to grade.")
    group.addoption("--cohort", help="Its cohort; the newest by default.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if items and config.getoption("--submission") is None:
        raise pytest.UsageError("--submission FILE is needed: the notebook that these graders look at.")


@pytest.fixture(scope="session")
def _debugged(request: pytest.FixtureRequest) -> Iterator[dict[str, DebuggedSubmission]]:
    running: dict[str, DebuggedSubmission] = {}
    yield running
    for submission in running.values():
        submission.close()


@pytest.fixture
def _check(request: pytest.FixtureRequest, _debugged: dict[str, DebuggedSubmission]) -> dict[str, Any]:
    file = Path(request.node.path)
    assignment, task = file.parent.name, file.stem.removeprefix("test_")
    if assignment not in _debugged:
        _debugged[assignment] = _open(request.config, assignment)
    info: TaskInfo = _debugged[assignment].plan.assignment.task(task)
    return _debugged[assignment].fixtures_for(info, request.node.originalname)


def _open(config: pytest.Config, assignment: str) -> DebuggedSubmission:
    try:
        course = Course(find_root())
        cohort = course.cohort(config.getoption("--cohort"))
        info = course.assignment(assignment)
        plan = Plan(course, info, cohort, released_cells(course, info, cohort))
        return DebuggedSubmission(plan, config.getoption("--submission"))
    except (HippogradError, OSError) as error:
        pytest.exit(str(error), returncode=4)


def _fixture(name: str) -> Any:
    def give(_check: dict[str, Any]) -> Any:
        return _check[name]

    return pytest.fixture(name=name)(give)


student, rng, session, sessions, cohort, bounds = map(
    _fixture, ("student", "rng", "session", "sessions", "cohort", "bounds")
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    report = yield
    if call.excinfo is not None and isinstance(call.excinfo.value, CheckFailed):
        text = f"{call.excinfo.value}\n[{call.excinfo.value.diagnosis}]"
        report.longrepr = "".join(sign if sign.isprintable() or sign in "\n\t" else "�" for sign in text)
    return report
