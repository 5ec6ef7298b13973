"""Lets plain pytest grade one submission: `HIPPOGRAD_SUBMISSION=ada.ipynb pytest autograder/graders/<assignment>`.

The graders are the same files that `hippograd grade` uses, the student's code runs behind the same wall. Each failed
check shows its message and its numbers. The file is named in the environment and not by an option: before pytest knows
the options of plugins, it takes their values for paths of tests, and obeys the settings that lie beside these.

Every pytest of this environment loads this module: it changes nothing for tests that are no checks.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from gradekit.checks import Check
    from hippograd.grading.explaining import DebuggedSubmission


VARIABLE = "HIPPOGRAD_SUBMISSION"
"""Names the notebook to grade; `HIPPOGRAD_COHORT` its cohort, by default the current one."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(args: list[str]) -> Generator[None, None, None]:
    """Refuse, in a course, an option that names a notebook: pytest would run the `conftest.py` beside its value."""
    if any(word.partition("=")[0] == "--submission" for word in args) and _is_in_course():
        raise pytest.UsageError(f"There is no option --submission: {VARIABLE}=FILE pytest … names the notebook.")
    yield


def pytest_configure(config: pytest.Config) -> None:
    if file := os.environ.get(VARIABLE):
        config.pluginmanager.register(OneSubmission(Path(file)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if any(map(_check_of, items)) and not os.environ.get(VARIABLE):
        raise pytest.UsageError(f"These graders look at one notebook: {VARIABLE}=FILE pytest … names it.")


def _is_in_course() -> bool:
    from hippograd.course.root import course_above
    from hippograd.errors import HippogradError

    try:
        course_above(Path.cwd())
    except HippogradError:
        return False
    return True


def _check_of(item: pytest.Item) -> Check | None:
    found = getattr(getattr(item, "function", None), "check", None)
    if found is None:
        return None
    from gradekit.checks import Check

    return found if isinstance(found, Check) else None


class OneSubmission:
    """Gives each check what it asks for by name, from one notebook."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._running: dict[str, DebuggedSubmission] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        check = _check_of(item)
        if check is None or not isinstance(item, pytest.Function):
            return
        assignment, task = item.path.parent.name, item.path.stem.removeprefix("test_")
        if assignment not in self._running:
            self._running[assignment] = _open(assignment, self._file)
        submission = self._running[assignment]
        given = submission.fixtures_for(submission.plan.assignment.task(task), check.name)
        item.funcargs.update((name, given[name]) for name in check.parameters if name in given)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if _check_of(item) is None:
            return report
        from gradekit.failures import CheckFailed
        from hippograd.errors import printable
        from hippograd.grading.notebook import quoted

        if call.excinfo is not None and isinstance(call.excinfo.value, CheckFailed):
            failed = call.excinfo.value
            lines = [" ".join(failed.message.splitlines()), *quoted(failed.detail), f"[{failed.diagnosis}]"]
            report.longrepr = "\n".join(map(printable, lines))
        return report

    def pytest_sessionfinish(self) -> None:
        for submission in self._running.values():
            submission.close()


def _open(assignment: str, file: Path) -> DebuggedSubmission:
    from hippograd.building.released import released_cells
    from hippograd.course import Course, Offering, find_root
    from hippograd.errors import HippogradError
    from hippograd.grading.explaining import DebuggedSubmission
    from hippograd.grading.plan import Plan

    try:
        course = Course(find_root())
        cohort = course.cohort(os.environ.get("HIPPOGRAD_COHORT") or None)
        offering = Offering(course, course.assignment(assignment), cohort)
        return DebuggedSubmission(Plan(offering, released_cells(offering)), file)
    except (HippogradError, OSError) as error:
        pytest.exit(str(error), returncode=4)
