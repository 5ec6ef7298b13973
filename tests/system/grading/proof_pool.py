"""Many submissions: the same marks in any order, with any number of workers; a dead worker loses nobody."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest
from threadpoolctl import threadpool_info

from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.grading.plan import Plan
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.processes import Processes
from hippograd.grading.result import TaskResult
from hippograd.intake import Submission
from hippograd.sandbox.confine import LINUX
from tests.conftest import ROOT
from tests.scaling import copy_scaling, hand_in_of_every_kind, setup_of


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_scaling(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def setup(root: Path) -> Setup:
    return setup_of(root)


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory, root: Path) -> list[Submission]:
    """Twelve students of every kind."""
    return hand_in_of_every_kind(root, tmp_path_factory.mktemp("class") / "submitted", students=12, seed=7)


def marks(setup: Setup, submissions: list[Submission], jobs: int) -> dict[str, list[TaskResult]]:
    with Workers(setup, jobs) as workers:
        return {submission.student: graded.result.tasks for submission, graded in workers.grade(submissions)}


def test_the_same_marks_in_any_order_with_any_number_of_workers(setup: Setup, submissions: list[Submission]) -> None:
    first = marks(setup, submissions, jobs=1)
    shuffled = random.Random(3).sample(submissions, len(submissions))
    assert marks(setup, shuffled, jobs=2) == first
    assert len(first) == 12


def test_a_worker_that_dies_loses_no_submission(setup: Setup, submissions: list[Submission]) -> None:
    some = submissions[:4]
    others = psutil.Process().children()
    with Workers(setup, 1) as workers:
        results = workers.grade(some)
        done = [next(results)]
        for process in set(psutil.Process().children()).difference(others):
            process.kill()
        done += list(results)
    assert sorted(submission.student for submission, _ in done) == sorted(submission.student for submission in some)
    assert all(graded.result.status == "graded" for _, graded in done)


def test_an_unreadable_file_is_a_row_and_the_rest_is_graded(
    setup: Setup, submissions: list[Submission], tmp_path: Path
) -> None:
    gone = Submission("zephyr09", tmp_path / "gone.ipynb")
    with Workers(setup, 1) as workers:
        results = {s.student: graded.result for s, graded in workers.grade([gone, submissions[0]])}
    assert results["zephyr09"].status == "not_gradable"
    assert "cannot be read" in str(results["zephyr09"].problem)
    assert results[submissions[0].student].status == "graded"


def test_stopping_ends_every_worker_and_removes_what_it_made(
    setup: Setup, submissions: list[Submission], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    others = psutil.Process().children()
    workers = Workers(setup, 1)
    next(workers.grade(submissions))
    processes = set(psutil.Process().children()).difference(others)
    assert processes
    assert list(tmp_path.iterdir())
    workers.close()
    del workers  # and with it the data of the release
    assert not list(tmp_path.iterdir())
    assert not any(process.is_running() for process in processes)


def test_a_deep_temporary_folder_is_no_hindrance(
    setup: Setup, submissions: list[Submission], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of a socket has no more than a hundred letters."""
    deep = tmp_path / ("deep" * 30)
    deep.mkdir()
    monkeypatch.setenv("TMPDIR", str(deep))
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with Workers(setup, 1) as workers:
        ((_, graded),) = workers.grade(submissions[:1])
    assert graded.result.status == "graded"


def test_what_was_started_ends_where_the_cells_cannot_be_had(linear_plan: Plan) -> None:
    """They are asked for once the workers have been started."""
    before, started = set(psutil.Process().children()), []

    def cells() -> list[ReleasedCell]:
        started.extend(set(psutil.Process().children()) - before)
        raise HippogradError("request-too-long")

    with pytest.raises(HippogradError):
        Workers(Setup(str(ROOT), linear_plan.assignment.name, "2027", []), 2, cells)
    assert len(started) == 2 + LINUX
    assert not set(psutil.Process().children()) - before


def threads_of_numpy(_work: int) -> list[int]:
    return [library["num_threads"] for library in threadpool_info()]


def no_start() -> None: ...


def test_a_worker_calculates_with_one_thread() -> None:
    """Numpy, which all that it imports loads, reads the variables for that only then."""
    with Processes(threads_of_numpy, 1, no_start) as processes:
        ((_, found),) = processes.run([0])
    assert found
    assert set(found) == {1}


@pytest.mark.parametrize("name", ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"])
def test_the_command_says_one_thread_before_numpy_is_loaded(name: str) -> None:
    code = f"import os, sys, hippograd.__main__; print(os.environ.get('{name}'), 'numpy' in sys.modules)"
    environment = {key: value for key, value in os.environ.items() if key != name}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["1", "False"]
