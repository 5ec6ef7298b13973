"""The real course, its first assignment with auto tasks, and one warm fork server for all tests."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from hippograd.building.released import released_cells
from hippograd.cli.app import forget_given
from hippograd.course import Assignment, Cohort, Course, Offering
from hippograd.course.released import ReleasedCell
from hippograd.course.root import SECRET_VARIABLE
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.grading.result import Graded, Result, TaskResult
from hippograd.kit import load_kit
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.sandbox.servers import ForkServer
from tests.machine import summary

pytest_plugins = ["tests.rules"]

ROOT = Path(__file__).parents[1]
HIPPOGRAD = Path(sys.executable).parent / "hippograd"
load_kit(ROOT)  # tests of the course import its library

os.environ[SECRET_VARIABLE] = str(ROOT / "tests" / "secret.txt")
"""Hidden inputs are the same in every run, whatever secret this clone has."""

UNACTIVATED = os.environ | {"PATH": os.defpath}
"""The environment of somebody who has activated none: our own command works there."""

os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
"""As in an activated environment: tests run nbgrader's own commands by name."""

for number in (signal.SIGINT, signal.SIGHUP):  # a shell's background has them ignored, in what is started there too
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, signal.SIG_DFL)


KNOWN = "of-the-tests-so-known-to-everybody\n"
"""A secret that the engine warns of."""


@pytest.fixture
def own_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each course has the secret that lies in it, or draws one."""
    monkeypatch.delenv(SECRET_VARIABLE)
    monkeypatch.delitem(UNACTIVATED, SECRET_VARIABLE)


settings.register_profile("test", derandomize=True, deadline=None, max_examples=30, database=None)
settings.register_profile("proof", deadline=None, max_examples=500, database=None, print_blob=True)
settings.load_profile("test")

SECONDS = {"proof": 900, "unit": 20, "system": 120, "course": 120, "browser": 120}
"""How long a test may take, its fixtures included, before it is ended and has failed."""


@pytest.fixture(autouse=True)
def own_environment() -> Iterator[None]:
    """What a command run within a test says to the processes that it starts, `--root` for one, ends with the test."""
    forget_given()
    before = dict(os.environ)
    os.umask(0o022)  # a command run within a test, or within a fixture of many, closes it
    yield
    os.environ.clear()
    os.environ.update(before)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of browser tests come first and units last, so that on several cores none has to wait for a long one."""
    folders = ["browser", "course", "system", "unit"]
    items.sort(key=lambda item: folders.index(item.path.relative_to(ROOT / "tests").parts[0]))
    for item in items:
        kinds = (item.path.name.partition("_")[0], item.path.relative_to(ROOT / "tests").parts[0])
        item.add_marker(pytest.mark.timeout(next(SECONDS[kind] for kind in kinds if kind in SECONDS)))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The last lines say what was not tested on this machine, and how to have it tested."""
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", ())]
    for line in summary([longrepr[2] for longrepr in skipped if isinstance(longrepr, tuple)]):
        terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session")
def linear_course() -> Course:
    return Course(ROOT)


@pytest.fixture(scope="session")
def linear_regression(linear_course: Course) -> Assignment:
    return linear_course.assignment("1_linear_regression")


@pytest.fixture(scope="session")
def cohort(linear_course: Course) -> Cohort:
    return linear_course.cohort("2027")


@pytest.fixture(scope="session")
def linear_cells(linear_course: Course, linear_regression: Assignment, cohort: Cohort) -> list[ReleasedCell]:
    return released_cells(Offering(linear_course, linear_regression, cohort))


@pytest.fixture(scope="session")
def linear_plan(
    linear_course: Course, linear_regression: Assignment, cohort: Cohort, linear_cells: list[ReleasedCell]
) -> Plan:
    return Plan(Offering(linear_course, linear_regression, cohort), linear_cells, cell_seconds=3)


@pytest.fixture(scope="session")
def server(linear_plan: Plan) -> Iterator[ForkServer]:
    """On whatever tier this machine offers; what that tier lacks, its tests find."""
    with linear_plan.fork_server("unconfined") as running:
        yield running


def copy_course(target: Path, *more: str) -> Path:
    """The course's sources in a folder of their own, without the proofs of its graders; and what else is named."""
    for name in ("assignments", "autograder", *more):
        source = ROOT / name
        if source.is_file():
            shutil.copy(source, target)
        else:
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("answers", "__pycache__"))
    return target


@contextmanager
def taken_back(folder: Path) -> Iterator[Path]:
    """A folder in which a test may change what it likes."""
    kept = Path(shutil.copytree(folder, folder.with_name(f"{folder.name}-kept"), symlinks=True))
    yield folder
    shutil.rmtree(folder)
    kept.rename(folder)


class Class:
    """Hands in notebooks for 1_linear_regression and has them graded."""

    def __init__(self, plan: Plan, server: ForkServer) -> None:
        self.cells = plan.cells
        self.grader = Grader(plan, server)
        self.reference = reference_answers(plan.cells)

    def text(self, **answers: str) -> str:
        """The course's own solution with some answers in its place."""
        return notebook_text(filled_notebook(self.cells, self.reference | answers))

    def grade(self, text: str | bytes, student: str = "amber01") -> Graded:
        data = text.encode() if isinstance(text, str) else text
        return self.grader.grade(data, student=student, file=f"{student}.ipynb")

    def result(self, **answers: str) -> Result:
        return self.grade(self.text(**answers)).result


@pytest.fixture(scope="session")
def classroom(linear_plan: Plan, server: ForkServer) -> Class:
    return Class(linear_plan, server)


def tasks_of(result: Result) -> dict[str, TaskResult]:
    """The rows of a result by name."""
    return {task.name: task for task in result.tasks}


def losing_points(result: Result) -> list[str]:
    """The tasks that do not have full marks."""
    return [task.name for task in result.tasks if task.points < task.max_points]


def set_deadline(root: Path, cohort: str) -> None:
    """Give the assignment of the example course a deadline."""
    with open(root / "assignments" / "cohorts.toml", "a", encoding="utf-8") as file:
        file.write(f"\n[{cohort}.late.deadlines]\n1_scaling = {cohort}-11-06T00:00:00Z\n")
