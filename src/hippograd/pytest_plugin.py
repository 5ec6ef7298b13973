"""Lets plain pytest grade one submission: `pytest autograder/graders/1_linear_regression --submission ada.ipynb`.

The graders are the same files that `hippograd grade` uses, the student's code runs behind the same wall. Each failed
check shows its message and its numbers. A plugin, and not the `conftest.py` of the graders, as pytest reads its options
before any of these: an option that it does not know yet would have it load a `conftest.py` beside the submission.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from hippograd.course import TaskInfo
    from hippograd.grading.debugging import DebuggedSubmission


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("hippograd")
    group.addoption("--submission", type=Path, help="The notebook to grade.")
    group.addoption("--cohort", help="Its cohort; the newest by default.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if any(map(_is_check, items)) and config.getoption("--submission") is None:
        raise pytest.UsageError("--submission FILE is needed: the notebook that these graders look at.")


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
        _debugged[assignment] = _open(request.config, assignment)
    info: TaskInfo = _debugged[assignment].plan.assignment.task(task)
    return _debugged[assignment].fixtures_for(info, request.node.originalname)


def _open(config: pytest.Config, assignment: str) -> DebuggedSubmission:
    from hippograd.building import released_cells
    from hippograd.course import Course, Offering, find_root
    from hippograd.errors import HippogradError
    from hippograd.grading.debugging import DebuggedSubmission
    from hippograd.grading.plan import Plan

    try:
        course = Course(find_root())
        cohort = course.cohort(config.getoption("--cohort"))
        info = course.assignment(assignment)
        offering = Offering(course, info, cohort)
        plan = Plan(offering, released_cells(offering))
        return DebuggedSubmission(plan, config.getoption("--submission"))
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

    if call.excinfo is not None and isinstance(call.excinfo.value, CheckFailed):
        text = f"{call.excinfo.value}\n[{call.excinfo.value.diagnosis}]"
        report.longrepr = "".join(sign if sign.isprintable() or sign in "\n\t" else "�" for sign in text)
    return report
