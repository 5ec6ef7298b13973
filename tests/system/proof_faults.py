"""What a run meets outside itself: full disks, folders and databases that refuse, other runs, dead processes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from hippograd.course import Course, Offering
from hippograd.grading.grader import GRADED_AGAIN, Grader
from hippograd.grading.plan import Plan
from hippograd.grading.pool import Setup, Workers
from hippograd.intake import Submission
from hippograd.sandbox import servers
from hippograd.sandbox.confine import LINUX
from hippograd.sandbox.process import ServerGone
from hippograd.sandbox.servers import ForkServer, SharedServer
from tests.conftest import HIPPOGRAD, ROOT, Class
from tests.gradebooks import MARKS, rows
from tests.refusals import refused
from tests.scaling import COHORT, A, copy_scaling, hand_in_distinct

LINEAR = "1_linear_regression"
ROOT_ONLY = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a disk needs root")


@pytest.fixture(scope="module", autouse=True)
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = copy_scaling(tmp_path_factory.mktemp("course"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIPPOGRAD_ROOT", str(root))
        yield root


@pytest.fixture(scope="module")
def submitted(course: Path) -> Path:
    return hand_in_distinct(course, course.parent / "submitted", 8, seconds=0.1)


def grade(submitted: Path, records: Path, *more: str) -> subprocess.Popen[str]:
    command = [str(HIPPOGRAD), "grade", str(submitted), "-a", A, "-c", COHORT, "-j", "1", "--records", str(records)]
    return subprocess.Popen([*command, *more], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def outcome(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit status, and what it said, in one line."""
    _, said = running.communicate(timeout=300)
    return running.returncode, " ".join(said.split())


@pytest.fixture(scope="module")
def undisturbed(submitted: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    records = tmp_path_factory.mktemp("undisturbed")
    assert outcome(grade(submitted, records))[0] == 0
    assert rows(records / "gradebook.db", MARKS)
    return rows(records / "gradebook.db", MARKS)


@contextmanager
def disk(folder: Path, options: str) -> Iterator[None]:
    """A small disk of its own at `folder`."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@ROOT_ONLY
@pytest.mark.parametrize("size", ["16k", "150k", "300k"])
def test_a_full_disk_is_said_and_nothing_is_lost(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path, size: str
) -> None:
    with disk(tmp_path / "records", f"size={size}"):
        status, said = outcome(grade(submitted, tmp_path / "records"))
        assert status == 2, said
        assert "Traceback" not in said
        assert "No space left on device" in said or "disk is full" in said
        assert "run the command again" in said
        subprocess.run(["mount", "-o", "remount,size=100m", str(tmp_path / "records")], check=True)
        assert outcome(grade(submitted, tmp_path / "records"))[0] == 0
        assert rows(tmp_path / "records" / "gradebook.db", MARKS) == undisturbed


def test_a_machine_without_room_for_temporary_files_is_told_so(
    linear_plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with refused("temporary-folder-refused") as error:
        linear_plan.fork_server("unconfined")
    assert "TMPDIR" in error.value.remedy


@ROOT_ONLY
def test_no_room_for_the_data_is_about_the_machine(
    linear_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with disk(tmp_path / "small", "size=40k"):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "small"))
        with refused("scratch-full"):
            _ = Offering.of(linear_course, LINEAR, linear_course.cohort("2027")).data


@ROOT_ONLY
def test_no_room_for_temporary_files_is_said(submitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with disk(tmp_path / "small", "size=40k"):
        monkeypatch.setenv("TMPDIR", str(tmp_path / "small"))
        status, said = outcome(grade(submitted, tmp_path / "records"))
    assert status == 2
    assert str(tmp_path / "small") in said
    assert "TMPDIR" in said


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that cannot be written to, by root either."""
    if os.geteuid() == 0:
        with disk(folder, "ro"):
            yield
        return
    folder.mkdir()
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


def test_a_folder_that_cannot_be_written_to_is_named(submitted: Path, tmp_path: Path) -> None:
    with read_only(tmp_path / "records"):
        status, said = outcome(grade(submitted, tmp_path / "records"))
        below, said_below = outcome(grade(submitted, tmp_path / "records" / "deeper"))
    assert (status, below) == (2, 2)
    assert f"{tmp_path / 'records'}" in said
    assert "permissions" in said
    assert "--records" in said_below
    assert "Traceback" not in said + said_below


def hold(gradebook: Path) -> sqlite3.Connection:
    """The lock of another program that writes into the gradebook."""
    connection = sqlite3.connect(gradebook, isolation_level=None, check_same_thread=False)
    connection.execute("begin exclusive")
    return connection


def test_a_gradebook_that_is_locked_for_a_while_is_waited_for(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    assert outcome(grade(submitted / "student00.ipynb", tmp_path))[0] == 0
    running = grade(submitted, tmp_path)
    with closing(hold(tmp_path / "gradebook.db")) as held:
        release = threading.Timer(4, held.execute, ["rollback"])
        release.start()
        status, said = outcome(running)
        release.join()
    assert status == 0, said
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed


def test_a_process_that_may_open_too_few_files_is_told_so_and_marks_nobody(submitted: Path, tmp_path: Path) -> None:
    command = f"ulimit -n 150; exec {HIPPOGRAD} grade {submitted} -a {A} -c {COHORT} -j 1 --records {tmp_path}"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 2
    assert "(descriptors-too-few)" in done.stderr
    assert not (tmp_path / f"{A}.jsonl").exists()


def test_a_cache_that_is_none_is_made_anew_whatever_the_number_of_workers(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    (tmp_path / "cache.db").write_text("broken" * 1000)
    status, said = outcome(grade(submitted, tmp_path, "-j", "4"))
    assert status == 0, said
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed
    assert (tmp_path / "cache.db").read_bytes().startswith(b"SQLite format 3")


def test_a_gradebook_that_stays_locked_is_said_and_nothing_is_lost(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    gradebook = tmp_path / "gradebook.db"
    assert outcome(grade(submitted / "student00.ipynb", tmp_path))[0] == 0
    with closing(hold(gradebook)):
        status, said = outcome(grade(submitted, tmp_path, "--db", f"sqlite:///{gradebook}?timeout=0.1"))
    assert status == 2
    assert "locked" in said
    assert "run the command again" in said
    assert outcome(grade(submitted, tmp_path))[0] == 0
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed


def test_two_runs_into_one_gradebook_at_once_leave_both_whole(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    both = [grade(submitted, tmp_path / name, "--db", url) for name in ("one", "other")]
    for status, said in map(outcome, both):
        assert status == 0, said
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed


def test_of_two_runs_into_the_same_records_the_second_is_told_to_wait(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    both = sorted(outcome(running) for running in [grade(submitted, tmp_path), grade(submitted, tmp_path)])
    assert [status for status, _ in both] == [0, 2]
    assert "is changing" in both[1][1]
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed


def test_a_submission_that_ends_its_worker_twice_is_not_gradable_and_the_others_are(
    linear_plan: Plan, classroom: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {name: classroom.text() for name in ("amber01", "cedar01", "dahlia01")}
    texts["basil01"] = classroom.text(fit_1d="open('here', 'w').close()\nwhile True: pass")
    submissions = []
    for name, text in sorted(texts.items()):
        (tmp_path / f"{name}.ipynb").write_text(text)
        submissions.append(Submission(name, tmp_path / f"{name}.ipynb"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    kills: list[int] = []
    done = threading.Event()
    others = psutil.Process().children()

    def kill_the_worker_of_basil() -> None:
        while not done.wait(0.05):
            for student in psutil.Process().children(recursive=True):
                if student.pid not in kills and os.path.exists(f"/proc/{student.pid}/cwd/here"):
                    kills.append(student.pid)
                    for process in set(psutil.Process().children()).difference(others):
                        process.kill()

    watch = threading.Thread(target=kill_the_worker_of_basil)
    watch.start()
    try:
        setup = Setup(str(ROOT), LINEAR, "2027", linear_plan.cells, cell_seconds=20)
        with Workers(setup, 1) as workers:
            results = {one.student: graded.result for one, graded in workers.grade(submissions)}
    finally:
        done.set()
        watch.join()
    assert len(kills) == 2
    assert results["basil01"].status == "not_gradable"
    assert "ended the grading process twice, or" in results["basil01"].problem.message
    assert results["basil01"].problem.remedy
    assert len(results) == 4
    for name in ("amber01", "cedar01", "dahlia01"):
        assert results[name].points == results[name].max_points > 0


@pytest.mark.skipif(not LINUX or os.geteuid() != 0, reason="a container's capabilities: needs root on Linux")
def test_where_submissions_could_read_files_none_is_graded_unless_that_is_accepted(
    submitted: Path, tmp_path: Path
) -> None:
    records = tmp_path / "records"
    command = [HIPPOGRAD, "grade", submitted, "-a", A, "-c", COHORT, "--records", records]
    conditions = [sys.executable, "tests/system/sandbox/conditions.py", "old-docker", "root", "--"]
    refused = subprocess.run([*conditions, *command], cwd=ROOT, capture_output=True, text=True)
    assert refused.returncode == 2
    assert "(tier-too-weak)" in refused.stderr
    assert "--tier container" in refused.stderr
    assert list(records.iterdir()) == []


@pytest.fixture
def own_server(linear_plan: Plan) -> Iterator[ForkServer]:
    with linear_plan.fork_server("unconfined") as running:
        yield running


def students_of(server: ForkServer) -> list[psutil.Process]:
    """Its student's process, where there is one; in namespaces there is one more process above."""
    assert server._process is not None
    return psutil.Process(server._process.pid).children(recursive=True)[server.tier == "isolated" :]


def test_a_fork_server_that_dies_is_replaced_and_the_submission_graded(
    linear_plan: Plan, own_server: ForkServer, classroom: Class
) -> None:
    process = own_server._process
    assert process is not None
    killed = []

    def kill_while_a_student_runs() -> None:
        while not killed:
            if students_of(own_server):
                os.kill(process.pid, signal.SIGKILL)
                killed.append(process.pid)

    assassin = threading.Thread(target=kill_while_a_student_runs)
    assassin.start()
    graded = Grader(linear_plan, own_server).grade(classroom.text().encode(), student="amber01", file="a.ipynb")
    assassin.join()
    assert killed
    assert own_server._process is not process
    assert graded.result.points == graded.result.max_points > 0


def test_a_removed_scratch_folder_costs_nobody_a_mark(
    linear_plan: Plan, own_server: ForkServer, classroom: Class
) -> None:
    own_server.scratch.rmdir()  # as programs do that tidy temporary folders
    graded = Grader(linear_plan, own_server).grade(classroom.text().encode(), student="amber01", file="a.ipynb")
    assert graded.result.points == graded.result.max_points > 0


def test_where_no_other_scratch_folder_can_be_made_that_is_said_and_is_nobodys_result(
    linear_plan: Plan, own_server: ForkServer, classroom: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_server.scratch.rmdir()
    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
        with refused("temporary-folder-refused"):
            Grader(linear_plan, own_server).grade(classroom.text().encode(), student="amber01", file="a.ipynb")


def test_what_is_graded_again_after_the_server_died_shows_no_output_and_no_second_guess(
    linear_plan: Plan, own_server: ForkServer, classroom: Class
) -> None:
    """The first run has met hidden inputs, and the second could print what it left behind."""
    source = "def fit_1d(x, y):\n    return 1.0\n\n\nsigma_X = sigma_XY = W_1d = 0\nprint('seen')\n"
    text = classroom.text(fit_1d=source, count_linear_parameters="print('seen first')\nn_linear_parameters = 72")
    before = Grader(linear_plan, own_server).grade(text.encode(), student="amber01", file="a.ipynb")
    grader, runs = Grader(linear_plan, own_server), 0
    checker = grader._checker
    tasks = checker.tasks

    def dies_once(*arguments: Any) -> Any:
        nonlocal runs
        runs += 1
        found = tasks(*arguments)
        if runs == 1:
            raise ServerGone("It ended.")
        return found

    checker.tasks = dies_once  # type: ignore[method-assign]
    graded = grader.grade(text.encode(), student="amber01", file="a.ipynb")
    assert GRADED_AGAIN in graded.result.notes
    assert "seen" in json.dumps(before.notebook["cells"])
    printed = [cell for cell in graded.notebook["cells"] if "seen" in json.dumps(cell.get("outputs", []))]
    assert printed == []
    assert [task.points for task in graded.result.tasks] == [task.points for task in before.result.tasks]


@pytest.mark.skipif(not LINUX, reason="there is no process below the server to look for")
def test_a_process_that_somebody_kills_costs_no_mark(
    linear_plan: Plan, own_server: ForkServer, classroom: Class
) -> None:
    text = classroom.text(fit_1d=f"import time\ntime.sleep(1)\n{classroom.reference['fit_1d']}")
    done = threading.Event()

    def kill_it_once() -> None:
        while not done.wait(0.5):
            for child in students_of(own_server):
                child.kill()
                return

    watch = threading.Thread(target=kill_it_once)
    watch.start()
    try:
        result = Grader(linear_plan, own_server).grade(text.encode(), student="amber01", file="a.ipynb").result
    finally:
        done.set()
        watch.join()
    assert GRADED_AGAIN in result.notes
    assert result.points == result.max_points


def test_between_two_submissions_a_dead_fork_server_is_noticed(own_server: ForkServer) -> None:
    process = own_server._process
    assert process is not None
    process.kill()
    process.wait()
    with pytest.raises(ServerGone):
        own_server.spawn()
    own_server.restart()
    with own_server.spawn() as student:
        assert student.run_cell("1", "x", 5).error is None


@pytest.mark.skipif(not LINUX, reason="servers are shared on Linux")
@pytest.mark.parametrize("which", ["own", "shared"])
def test_a_fork_server_that_is_killed_while_it_starts_is_started_once_more(linear_plan: Plan, which: str) -> None:
    with closing(SharedServer(linear_plan.offering.data)) as shared:
        server = linear_plan.fork_server("unconfined", shared.socket if which == "shared" else None)
        starting = shared._process if which == "shared" else server._process
        assert starting is not None
        starting.kill()
        with server, server.spawn() as student:
            assert student.run_cell("1", "x", 5).error is None


def test_a_fork_server_that_is_killed_each_time_it_starts_is_said(
    linear_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = []

    def start_and_kill(*arguments: Any) -> subprocess.Popen[bytes]:
        starts.append(start(*arguments))
        starts[-1].kill()
        return starts[-1]

    start = servers._start_server
    monkeypatch.setattr(servers, "_start_server", start_and_kill)
    with refused("server-not-started", cause="it was killed"):
        linear_plan.fork_server("unconfined").await_ready()
    assert len(starts) == 2
