"""Who waits for public checks, and in which order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from hippograd.course import Course
from hippograd.errors import Problem
from hippograd.grading.result import Result
from hippograd.serve import queue as module
from hippograd.serve.inbox import FAULT, Attempt, Inbox
from hippograd.serve.queue import NOT_YET, Queue, public_part
from tests.scaling import COHORT, copy_scaling


class Held(Queue):
    """A queue whose grading waits until the test lets it go on, and only notes what comes."""

    def _grade(self, assignment: str, batch: list[Attempt]) -> None:
        self.begun.release()
        self.go_on.acquire()
        self.graded += [(one.student, one.assignment) for one in batch]
        for one in batch:
            self._inbox.keep_answer(one, {"status": "graded", "tasks": []})

    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)
    graded: ClassVar[list[tuple[str, str]]] = []


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Held]:
    Held.begun, Held.go_on, Held.graded = threading.Semaphore(0), threading.Semaphore(0), []
    course = Course(copy_scaling(tmp_path))
    inbox = Inbox(tmp_path, "secret")
    held = Held(course, course.cohort(COHORT), inbox, 1, "unconfined", print)
    yield held
    held.close()
    held.go_on.release()


def hand_in(queue: Held, student: str, assignment: str, text: str) -> Attempt:
    attempt = queue._inbox.put(student, assignment, text.encode())
    queue.add(attempt)
    return attempt


def test_of_a_student_one_runs_and_one_waits_and_each_has_its_turn(queue: Held) -> None:
    first = hand_in(queue, "ada", "1", "a")
    assert queue.begun.acquire(timeout=30)
    older, newer = hand_in(queue, "ada", "1", "b"), hand_in(queue, "ada", "1", "c")
    other = hand_in(queue, "ada", "2", "d")
    ben = hand_in(queue, "ben", "3", "e")
    assert [queue.place(one) for one in (first, older, newer, ben, other)] == [0, None, 1, 2, 3]
    for _ in range(3):
        queue.go_on.release()
        assert queue.begun.acquire(timeout=30)
    assert queue.graded[:3] == [("ada", "1"), ("ada", "1"), ("ben", "3")]


def test_what_a_full_queue_has_no_room_for_comes_when_it_is_empty(queue: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 1)
    hand_in(queue, "ada", "1", "a")
    assert queue.begun.acquire(timeout=30)
    hand_in(queue, "ben", "1", "b")
    left_out = hand_in(queue, "eve", "1", "c")
    assert queue.place(left_out) is None
    for _ in range(2):
        queue.go_on.release()
        assert queue.begun.acquire(timeout=30)
    assert queue.place(left_out) == 0


def test_a_check_that_is_at_fault_is_not_graded_yet_and_says_why_to_staff_alone() -> None:
    problem = Problem.of("check-failed", tasks="scaled", cause="KeyError")
    said = public_part(Result("ada", "1", "2030", "f", "not_gradable", problem=problem))
    assert (said["status"], said["message"]) == ("not_gradable", NOT_YET)
    assert "scaled" in str(said[FAULT])


def test_a_students_share_of_the_disk_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hippograd.serve.inbox.MOST_BYTES_OF_ONE", 10)
    Inbox(tmp_path, "secret").put("ada", "1", b"12345678")
    again = Inbox(tmp_path, "secret")
    assert again.put("ben", "1", b"12345678").student == "ben"
    with pytest.raises(OSError, match="share"):
        again.put("ada", "1", b"more")
    assert len(list((tmp_path / "inbox").iterdir())) == 2
