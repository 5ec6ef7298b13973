"""A real Dask scheduler and real workers: the same marks as here, whoever dies; another version gets no work."""

from __future__ import annotations

import os
import re
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

from hippograd.dask import Cluster
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import TaskResult
from hippograd.intake import Submission
from tests.commands import hippograd
from tests.conftest import ROOT
from tests.gradebooks import MARKS, rows
from tests.refusals import refused
from tests.scaling import COHORT, A, copy_scaling, hand_in_of_every_kind, setup_of


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_scaling(tmp_path_factory.mktemp("course"))


@contextmanager
def dask(*words: str, folder: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A `dask` command in a process group of its own, ended with all that it started; `more` of its environment."""
    ours = {"HIPPOGRAD_ROOT": str(folder), "DASK_DISTRIBUTED__ADMIN__LOG_LENGTH": "0"}
    environment = os.environ | ours | more
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


@contextmanager
def running_scheduler(*words: str, protocol: str = "tcp") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = ("--protocol", protocol, "--host", "127.0.0.1", "--port", str(port))
    with dask("scheduler", *place, "--no-dashboard", *words, folder=ROOT) as running:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"{protocol}://127.0.0.1:{port}", running


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with running_scheduler() as (address, _):
        yield address


@contextmanager
def worker(scheduler: str, *more: str, folder: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    words = ("worker", scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    with dask(*words, *more, folder=folder, **environment) as running:
        yield running


@pytest.fixture(scope="module")
def setup(course: Path) -> Setup:
    return setup_of(course)


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory, course: Path) -> list[Submission]:
    return hand_in_of_every_kind(course, tmp_path_factory.mktemp("class") / "submitted", students=20, seed=5)


@pytest.fixture(scope="module")
def submitted(submissions: list[Submission]) -> Path:
    """The folder of the class."""
    return next(folder for folder in submissions[0].path.parents if folder.name == "submitted")


@pytest.fixture(scope="module")
def other_course(tmp_path_factory: pytest.TempPathFactory, course: Path) -> Path:
    """A checkout of the course in which one grader is another."""
    folder = Path(shutil.copytree(course, tmp_path_factory.mktemp("other") / "scaling"))
    with (folder / "autograder" / "graders" / A / "test_scaled.py").open("a") as grader:
        grader.write("# another grader\n")
    return folder


def grade(course: Path, submitted: Path, records: Path, *more: str) -> tuple[int, str]:
    """`hippograd grade`: exit status, and what it said, in one line."""
    words = ["--root", course, "grade", submitted, "-a", A, "-c", COHORT, "--records", records, *more]
    done = hippograd(*words, cwd=course)
    assert "Traceback" not in done.stderr
    return done.returncode, " ".join(done.stderr.split())


def marks(workers: Workers | Cluster, submissions: list[Submission]) -> dict[str, list[TaskResult]]:
    return {submission.student: graded.result.tasks for submission, graded in workers.grade(submissions)}


@pytest.fixture(scope="module")
def marks_here(setup: Setup, submissions: list[Submission]) -> dict[str, list[TaskResult]]:
    with Workers(setup, 2) as workers:
        return marks(workers, submissions)


def test_a_worker_killed_in_the_middle_costs_no_mark(
    scheduler: str, setup: Setup, submissions: list[Submission], marks_here: dict[str, list[TaskResult]]
) -> None:
    at = Path(setup.root)
    with (
        worker(scheduler, folder=at) as victim,
        worker(scheduler, folder=at),
        Cluster(setup, scheduler, print) as cluster,
    ):
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
    scheduler: str, setup: Setup, submissions: list[Submission], other_course: Path
) -> None:
    said: list[str] = []
    other = worker(scheduler, folder=other_course)
    with other, Cluster(setup, scheduler, said.append, patience=5) as cluster:
        while not cluster.workers():
            time.sleep(0.5)
        with refused("cluster-unfit"):
            next(cluster.grade(submissions))
    (line,) = said
    assert "gets no work: graders" in line
    assert "kit" not in line


def test_a_worker_whose_machine_lacks_room_gets_no_more_work_and_the_others_do_it(
    scheduler: str,
    setup: Setup,
    submissions: list[Submission],
    marks_here: dict[str, list[TaskResult]],
    tmp_path: Path,
) -> None:
    said: list[str] = []
    folder = tmp_path / "temporary"
    folder.mkdir()
    at = Path(setup.root)
    unfit = worker(scheduler, folder=at, TMPDIR=str(folder), DASK_TEMPORARY_DIRECTORY=str(tmp_path))
    with unfit, Cluster(setup, scheduler, said.append) as cluster:
        found = marks(cluster, submissions[:1])
        shutil.rmtree(folder)
        with worker(scheduler, folder=at):
            while len(cluster.workers()) < 2:
                time.sleep(0.5)
            assert found | marks(cluster, submissions[1:]) == marks_here
    (line,) = said
    assert "gets no work: No temporary folder can be made" in line


def test_a_worker_that_joins_late_helps_and_one_where_hippograd_is_missing_is_named(
    scheduler: str, setup: Setup, submissions: list[Submission], tmp_path: Path
) -> None:
    said: list[str] = []
    with worker(scheduler, folder=tmp_path), Cluster(setup, scheduler, said.append) as cluster:
        while not cluster.workers():
            time.sleep(0.5)
        with worker(scheduler, folder=Path(setup.root)):
            _, graded = next(cluster.grade(submissions[:1]))
    assert graded.result.status == "graded"
    (line,) = said
    assert "is not a course" in line


def test_a_port_that_accepts_and_says_nothing_is_one_clear_error(setup: Setup) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        with refused("scheduler-silent", cause="what listens there does not speak Dask's protocol"):
            Cluster(setup, address, print)


def test_a_scheduler_that_dies_in_the_middle_is_one_clear_error(setup: Setup, submissions: list[Submission]) -> None:
    at = Path(setup.root)
    with (
        running_scheduler() as (address, running),
        worker(address, folder=at),
        Cluster(setup, address, print) as cluster,
    ):
        results = cluster.grade(submissions)
        next(results)
        running.kill()
        running.wait()
        with refused("scheduler-gone", address=address):
            list(results)


def test_with_certificates_of_our_documents_nobody_without_them_gets_in(
    setup: Setup, submissions: list[Submission], tmp_path: Path
) -> None:
    (command,) = re.findall(r"^openssl req .+$", (ROOT / "docs" / "cluster.md").read_text("utf-8"), re.MULTILINE)
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True, capture_output=True)
    cert, key = str(tmp_path / "cluster.pem"), str(tmp_path / "cluster.key")
    assert Path(key).stat().st_mode & 0o077 == 0
    words = ("--tls-ca-file", cert, "--tls-cert", cert, "--tls-key", key)
    ours = {"tls_ca_file": cert, "tls_client_cert": cert, "tls_client_key": key}
    with running_scheduler(*words, protocol="tls") as (address, _), worker(address, *words, folder=Path(setup.root)):
        for theirs, tls in ((address, {"tls_ca_file": cert}), (address.replace("tls:", "tcp:"), {})):
            with refused("scheduler-silent"):
                Cluster(setup, theirs, print, tls=tls)
        with Cluster(setup, address, print, tls=ours) as cluster:
            assert next(cluster.grade(submissions[:1]))[1].result.status


def test_the_command_gives_the_same_gradebook_with_a_scheduler_as_without(
    scheduler: str, course: Path, submitted: Path, tmp_path: Path
) -> None:
    ending = tmp_path / "class"
    shutil.copytree(submitted, ending)
    for number, path in enumerate(sorted(ending.rglob("*.ipynb"))):
        if number % 2 or b"while True" in path.read_bytes():
            path.unlink()  # half of them are enough, and a loop without end would use up its time twice
    here = grade(course, ending, tmp_path / "here", "--jobs", "2")
    with dask("worker", scheduler, "--nthreads", "1", "--nworkers", "2", folder=course):
        far = grade(course, ending, tmp_path / "far", "--scheduler", scheduler)
    assert far[0] == here[0] == 1  # one file of the class is damaged
    far, here = (rows(tmp_path / name / "gradebook.db", MARKS) for name in ("far", "here"))
    assert far == here != []
    assert (tmp_path / "here" / "cache.db").exists()
    assert not (tmp_path / "far" / "cache.db").exists()  # this machine's own processes would have made one


def test_the_command_says_that_no_scheduler_answers_and_writes_nothing(
    course: Path, submitted: Path, tmp_path: Path
) -> None:
    status, said = grade(course, submitted, tmp_path, "--scheduler", "tcp://127.0.0.1:1")
    assert status == 2
    assert "(scheduler-silent)" in said
    assert [path for path in tmp_path.rglob("*") if path.stat().st_size] == []
