"""A run that is stopped at any moment goes on, loses nothing and counts nothing twice."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import psutil
import pytest

from tests import commands
from tests.conftest import ROOT
from tests.gradebooks import MARKS, rows
from tests.scaling import COHORT, A, copy_scaling, hand_in_distinct

MOMENTS = int(os.environ.get("HIPPOGRAD_KILLS", "3"))


@pytest.fixture(scope="module", autouse=True)
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = copy_scaling(tmp_path_factory.mktemp("course"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIPPOGRAD_ROOT", str(root))
        yield root


@pytest.fixture(scope="module")
def submitted(course: Path) -> Path:
    return hand_in_distinct(course, course.parent / "submitted", 16, seconds=0.2)


def command(submitted: Path, records: Path) -> list[str]:
    return ["hippograd", "grade", str(submitted), "-a", A, "--records", str(records), "-c", COHORT, "-j", "2"]


def finish(submitted: Path, records: Path) -> list[dict[str, object]]:
    done = commands.run(*command(submitted, records), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in (records / f"{A}.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def undisturbed(submitted: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    records = tmp_path_factory.mktemp("undisturbed")
    assert len(finish(submitted, records)) == 16
    return rows(records / "gradebook.db", MARKS)


def count(records: Path) -> int:
    """How many results are in the store; none where it is not made yet."""
    try:
        with closing(sqlite3.connect(f"file:{records / 'gradebook.db'}?mode=ro", uri=True)) as book:
            found: int = book.execute("select count(*) from hippograd_results").fetchone()[0]
            return found
    except sqlite3.OperationalError:
        return 0


def processes_of(group: int) -> list[int]:
    """The processes of a group, without a program such as `ps` that a bare machine lacks."""
    found = []
    for pid in psutil.pids():
        with suppress(ProcessLookupError):
            if os.getpgid(pid) == group:
                found.append(pid)
    return found


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_at_any_moment_it_ends_with_the_same_gradebook(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path, moment: int
) -> None:
    chance = random.Random(moment)
    running = subprocess.Popen(
        command(submitted, tmp_path),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wanted = chance.randint(0, 10)
    while running.poll() is None and count(tmp_path) < wanted:
        time.sleep(0.02)
    time.sleep(chance.uniform(0, 0.3))
    victims = processes_of(running.pid)
    # The controller, or any of its workers, fork servers and students' processes.
    os.kill(running.pid if moment % 2 == 0 or not victims else chance.choice(victims), signal.SIGKILL)
    running.wait(120)
    until = time.monotonic() + 20
    while processes_of(running.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert processes_of(running.pid) == []
    results = finish(submitted, tmp_path)
    assert sorted(str(result["student"]) for result in results) == [f"student{n:02d}" for n in range(16)]
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed


def test_what_is_done_is_not_done_again(submitted: Path, tmp_path: Path) -> None:
    first = finish(submitted, tmp_path)
    results = count(tmp_path)
    again = finish(submitted, tmp_path)
    assert {row["student"]: row for row in again} == {row["student"]: row for row in first}
    assert count(tmp_path) == results == 16


def test_a_part_of_the_class_graded_again_leaves_the_results_of_the_others(submitted: Path, tmp_path: Path) -> None:
    everybody = {str(row["student"]) for row in finish(submitted, tmp_path)}
    again = finish(submitted / "student03.ipynb", tmp_path)
    assert {row["student"] for row in again} == everybody
    assert len(again) == len(everybody)


def test_what_is_known_of_a_submission_besides_its_file_is_entered_anew(submitted: Path, tmp_path: Path) -> None:
    folder = tmp_path / "submitted" / "amber01" / A
    folder.mkdir(parents=True)
    (folder / f"{A}.ipynb").write_bytes((submitted / "student00.ipynb").read_bytes())
    finish(tmp_path / "submitted", tmp_path)
    (folder / "timestamp.txt").write_text("2026-11-03 10:00:00 UTC")
    finish(tmp_path / "submitted", tmp_path)
    with sqlite3.connect(tmp_path / "gradebook.db") as connection:
        assert connection.execute("select timestamp from submitted_assignment").fetchall() == [
            ("2026-11-03 10:00:00.000000",)
        ]


def test_a_mark_that_an_earlier_submission_left_behind_is_pointed_out(submitted: Path, tmp_path: Path) -> None:
    handed_in = tmp_path / "amber01.ipynb"
    handed_in.write_bytes((submitted / "student00.ipynb").read_bytes())
    finish(handed_in, tmp_path)
    handed_in.write_bytes(handed_in.read_bytes()[:1000])
    again = commands.run(*command(handed_in, tmp_path), cwd=ROOT)
    assert again.returncode == 1
    assert "Please check: gradebook and feedback still have what an earlier submission earned." in again.stdout


def test_a_removed_gradebook_is_filled_again(
    submitted: Path, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    finish(submitted, tmp_path)
    (tmp_path / "gradebook.db").unlink()
    finish(submitted, tmp_path)
    assert rows(tmp_path / "gradebook.db", MARKS) == undisturbed


@pytest.mark.parametrize(
    "sent",
    [signal.SIGINT, *(pytest.param(sent) for sent in (signal.SIGTERM, signal.SIGHUP))],
    ids=lambda sent: sent.name,
)
def test_stopped_it_keeps_what_is_done_says_how_to_go_on_and_leaves_nothing(
    submitted: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    left = tmp_path / "temporary"
    left.mkdir()
    running = subprocess.Popen(
        command(submitted, tmp_path),
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(left)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    while running.poll() is None and not count(tmp_path):
        time.sleep(0.02)
    os.killpg(running.pid, sent)  # as a terminal does; TERM is more often for one process alone
    stderr = running.communicate(timeout=60)[1]
    assert running.returncode == 2
    assert "submissions are graded and kept" in " ".join(stderr.split())
    assert "Run the same command again" in stderr
    assert "Traceback" not in stderr
    assert not list(left.glob("hippograd-*"))


@pytest.mark.parametrize("times", [1, 3])
def test_stopped_while_it_starts_it_leaves_nothing(submitted: Path, tmp_path: Path, times: int) -> None:
    left = tmp_path / "temporary"
    left.mkdir()
    environment = {**os.environ, "TMPDIR": str(left)}
    nothing = subprocess.DEVNULL
    for place, name in enumerate(("hippograd-data-*", "hippograd-[!d]*", "hippograd-*/socket")):
        words = command(submitted, tmp_path / str(place))  # nothing is graded that was graded before
        running = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=nothing, stderr=nothing)
        while running.poll() is None and not list(left.glob(name)):
            time.sleep(0.001)
        for _ in range(times):
            running.send_signal(signal.SIGTERM)
            time.sleep(0.03)
        assert running.wait(60) == 2
        assert not list(left.glob("hippograd-*"))


def test_a_worker_that_was_killed_leaves_nothing(submitted: Path, tmp_path: Path) -> None:
    left = tmp_path / "temporary"
    left.mkdir()
    environment = {**os.environ, "TMPDIR": str(left)}
    nothing = subprocess.DEVNULL
    running = subprocess.Popen(command(submitted, tmp_path), cwd=ROOT, env=environment, stdout=nothing, stderr=nothing)
    killed = []
    while running.poll() is None and not killed:
        with suppress(psutil.NoSuchProcess):
            for child in psutil.Process(running.pid).children():
                if "hippograd.grading.processes" in " ".join(child.cmdline()) and list(
                    left.glob("**/hippograd-data-*")
                ):
                    child.kill()
                    killed.append(child)
    assert running.wait(60) == 0
    assert killed
    assert not list(left.glob("hippograd-*"))


STOPPED = """
import os, signal, time
from hippograd.stopping import term_as_ctrl_c

class Slow:
    def {method}(self, *_):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)

try:
    with term_as_ctrl_c():
        {statement}
        time.sleep(30)
        print("went on")
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.parametrize(
    ("method", "statement"), [("__del__", "Slow()"), ("__set_name__", "type('Holder', (), {'slow': Slow()})")]
)
def test_a_signal_is_heard_also_where_python_drops_or_wraps_what_it_raises(method: str, statement: str) -> None:
    command = [sys.executable, "-c", STOPPED.format(method=method, statement=statement)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=25)
    assert (done.stdout, done.stderr) == ("stopped\n", "")


def test_signals_that_come_together_are_heard_as_one() -> None:
    statement = "[os.kill(os.getpid(), number) for number in (signal.SIGTERM, signal.SIGHUP)]"
    together = f"signal.pthread_sigmask(signal.SIG_BLOCK, {{15, 1}}); {statement}; signal.pthread_sigmask(1, {{15, 1}})"
    command = [sys.executable, "-c", STOPPED.format(method="unused", statement=together)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=25)
    assert (done.stdout, done.stderr) == ("stopped\n", "")


@pytest.mark.parametrize("moment", [0.02, 0.1, 0.2])
def test_stopped_while_it_imports_it_says_no_more_than_that(moment: float) -> None:
    begins = "from hippograd.__main__ import main; print(flush=True); main()"
    command = [sys.executable, "-c", begins, "--version"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "\n"
    time.sleep(moment)
    running.send_signal(signal.SIGINT)
    assert running.communicate(timeout=60)[1] in ("", "Stopped.\n", "Aborted.\n")
