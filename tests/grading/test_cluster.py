"""A real Dask scheduler and real workers: the same marks as here, whoever dies; another version gets no work."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from autograder.building.sample_class import make_sample_class
from autograder.course import Assignment, Cohort, Course
from autograder.errors import HippogradError
from autograder.grading.cluster import Cluster
from autograder.grading.plan import Plan
from autograder.grading.pool import Setup, Workers
from autograder.grading.result import TaskResult
from autograder.intake import Submission, find_submissions

from ..conftest import ROOT

pytestmark = pytest.mark.slow


@contextmanager
def dask(*words: str, folder: Path = ROOT, package: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A `dask` command in a process group of its own, ended with all that it started."""
    environment = os.environ | {"PYTHONPATH": str(package), "DASK_DISTRIBUTED__ADMIN__LOG_LENGTH": "0"}
    command = [sys.executable, "-m", "dask", *words]
    running = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"tcp://127.0.0.1:{port}"


@contextmanager
def worker(scheduler: str, folder: Path = ROOT, package: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    words = ("worker", scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    with dask(*words, folder=folder, package=package) as running:
        yield running


@pytest.fixture(scope="module")
def setup(linear_plan: Plan) -> Setup:
    return Setup(str(ROOT), linear_plan.assignment.name, "2026", linear_plan.cells, cell_seconds=3)


@pytest.fixture(scope="module")
def submissions(
    tmp_path_factory: pytest.TempPathFactory, linear_course: Course, linear_regression: Assignment, cohort_2026: Cohort
) -> list[Submission]:
    folder = tmp_path_factory.mktemp("class") / "submitted"
    make_sample_class(linear_course, linear_regression, cohort_2026, folder, students=20, seed=5)
    return find_submissions([folder], linear_regression.name)


def marks(workers: Workers | Cluster, submissions: list[Submission]) -> dict[str, list[TaskResult]]:
    return {submission.student: graded.result.tasks for submission, graded in workers.grade(submissions)}


@pytest.fixture(scope="module")
def marks_here(setup: Setup, submissions: list[Submission]) -> dict[str, list[TaskResult]]:
    with Workers(setup, 2) as workers:
        return marks(workers, submissions)


def test_a_worker_killed_in_the_middle_costs_no_mark(
    scheduler: str, setup: Setup, submissions: list[Submission], marks_here: dict[str, list[TaskResult]]
) -> None:
    with worker(scheduler) as victim, worker(scheduler), Cluster(setup, scheduler, print) as cluster:
        while len(cluster.workers()) < 2:
            time.sleep(0.5)
        results = cluster.grade(submissions)
        found = dict([next(results) for _ in range(3)])
        victim.kill()
        victim.wait()
        more = list(results)
    assert len(found) + len(more) == len(submissions)
    graded = {submission.student: one.result.tasks for submission, one in [*found.items(), *more]}
    assert graded == marks_here


def test_a_worker_with_another_grader_gets_no_work_and_is_named(
    scheduler: str, setup: Setup, submissions: list[Submission], tmp_path: Path
) -> None:
    for name in ("assignments", "autograder"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "release" / "2026" / setup.assignment, tmp_path / "release" / "2026" / setup.assignment)
    with (tmp_path / "autograder" / "graders" / setup.assignment / "test_w_star.py").open("a") as grader:
        grader.write("# another grader\n")
    said: list[str] = []
    with worker(scheduler, tmp_path, tmp_path), Cluster(setup, scheduler, said.append, patience=5) as cluster:
        while not cluster.workers():
            time.sleep(0.5)
        with pytest.raises(HippogradError, match="no worker that may grade"):
            next(cluster.grade(submissions))
    (line,) = said
    assert "gets no work: graders" in line
    assert "kit" not in line


def test_a_worker_that_joins_late_helps_and_one_where_hippograd_is_missing_is_named(
    scheduler: str, setup: Setup, submissions: list[Submission], tmp_path: Path
) -> None:
    said: list[str] = []
    with worker(scheduler, folder=tmp_path), Cluster(setup, scheduler, said.append) as cluster:
        while not cluster.workers():
            time.sleep(0.5)
        with worker(scheduler):
            _, graded = next(cluster.grade(submissions[:1]))
    assert graded.result.status == "graded"
    (line,) = said
    assert "No course at" in line


def test_a_scheduler_that_does_not_answer_is_one_clear_error(setup: Setup) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(HippogradError, match=f"No Dask scheduler answers at {address}"):
            Cluster(setup, address, print)
