"""Worker processes: what happens to the work when one dies at a bad moment, cannot start, or raises."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from hippograd.errors import GradebookUnusable, HippogradError
from hippograd.grading.processes import MOST_MEMORY, Processes
from tests.waiting import wait_for


def nothing(*_: object) -> None: ...


def double(number: int) -> int:
    return 2 * number


def die_within_an_answer(work: tuple[Path, int]) -> str:
    """Send half an answer and die, as many times as `work` says."""
    path, times = work
    died = int(path.read_text()) if path.exists() else 0
    if died < times:
        path.write_text(str(died + 1))
        Connection._send = send_half  # type: ignore[attr-defined]
    return "x" * 40_000


def send_half(self: Connection, data: bytes) -> None:
    os.write(self.fileno(), data[: len(data) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def die() -> None:
    os._exit(3)


def die_the_first_time(mark: Path) -> None:
    if not mark.exists():
        mark.touch()
        os._exit(3)


def write(_: Path, name: Path) -> bool:
    name.touch()
    return True


def refuse() -> None:
    raise GradebookUnusable("sqlite:///a.db", "it is locked")


def fill_the_disk(_: int) -> None:
    raise OSError(28, "No space left on device", "/scratch")


def fail(_: int) -> None:
    raise ZeroDivisionError("a fault of ours")


def hold_too_much(_: int) -> str:
    try:
        bytes(MOST_MEMORY)
    except MemoryError:
        return "refused"
    return "held"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_killed_in_the_middle_of_an_answer_loses_no_work(tmp_path: Path, jobs: int) -> None:
    work = [(tmp_path / str(number), int(number == 1)) for number in range(5)]
    with Processes(die_within_an_answer, jobs, nothing) as processes:
        done = dict(processes.run(work))
    assert done == dict.fromkeys(work, "x" * 40000)


def test_work_that_ends_its_process_twice_is_given_back_and_the_rest_is_done(tmp_path: Path) -> None:
    work = [(tmp_path / str(number), 2 * int(number == 1)) for number in range(5)]
    with Processes(die_within_an_answer, 1, nothing) as processes:
        done = dict(processes.run(work))
    assert done.pop(work[1]) is None
    assert set(done.values()) == {"x" * 40_000}


def test_all_work_is_done_once_however_little_or_much_there_is() -> None:
    with Processes(double, 3, nothing) as processes:
        assert list(processes.run([])) == []
        assert list(processes.run([4])) == [(4, 8)]
        assert sorted(processes.run(range(50))) == [(number, 2 * number) for number in range(50)]


def test_work_begins_before_anybody_asks_what_came_of_it(tmp_path: Path) -> None:
    first = tmp_path / "first"
    with Processes(write, 1, nothing, lambda: (tmp_path,)) as processes:
        answers = processes.run([first])
        wait_for(first.exists)
        assert list(answers) == [(first, True)]


def test_a_process_that_ends_as_it_starts_takes_no_blame_for_work_that_it_was_given(tmp_path: Path) -> None:
    work = [tmp_path / str(number) for number in range(5)]
    with Processes(write, 1, die_the_first_time, lambda: (tmp_path / "died",)) as processes:
        assert dict(processes.run(work)) == dict.fromkeys(work, True)


def test_the_environment_of_who_asks_stays_as_it_is() -> None:
    before = dict(os.environ)
    test_all_work_is_done_once_however_little_or_much_there_is()
    assert dict(os.environ) == before


def test_processes_that_cannot_start_are_one_clear_error() -> None:
    with Processes(double, 2, die) as processes, pytest.raises(HippogradError, match=r"end as they start.*status 3"):
        list(processes.run([1, 2, 3]))


@pytest.mark.parametrize(
    ("function", "start", "message"),
    [
        pytest.param(double, refuse, "gradebook sqlite:///a.db cannot be used", id="an error of ours"),
        pytest.param(fill_the_disk, nothing, "No space left on device", id="a full disk"),
    ],
)
def test_what_the_machine_lacks_is_said_with_its_remedy(function, start, message: str) -> None:  # type: ignore[no-untyped-def]
    with Processes(function, 1, start) as processes, pytest.raises(HippogradError, match=message) as error:
        list(processes.run([1]))
    assert "run the same command again" in error.value.remedy or "run the command again" in error.value.remedy


def test_a_fault_of_ours_keeps_its_traceback() -> None:
    with (
        Processes(fail, 1, nothing) as processes,
        pytest.raises(RuntimeError, match=r"in fail\n(.|\n)*a fault of ours"),
    ):
        list(processes.run([1]))


def test_a_process_holds_no_more_memory_than_it_may() -> None:
    with Processes(hold_too_much, 1, nothing) as processes:
        assert dict(processes.run([1])) == {1: "refused"}
