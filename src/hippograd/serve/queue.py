"""Grades what waits in the inbox, confined as ever, and keeps what the public checks say."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from hippograd.building.released import released_cells
from hippograd.course import Cohort, Course, Offering
from hippograd.errors import HippogradError, Problem, fault_of_ours
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import Result
from hippograd.sandbox.tiers import demand_tier
from hippograd.serve.inbox import FAULT, Attempt, Inbox

MOST_WAITING = 2000
"""Students of whom an attempt waits: one each, and of an assignment the newest. The rest is in the inbox."""

NOT_YET = "It is kept, and not graded yet. The teaching staff knows."
REPLACED = "A newer attempt of yours is checked in its place."
THEIRS = ("notebook-", "handed-in-", "file-damaged")
"""Codes that are about the file; all others are ours, and say nothing to a student."""


class Queue:
    """What waits to be graded. One thread grades, with a pool of processes for each assignment."""

    def __init__(
        self, course: Course, cohort: Cohort, inbox: Inbox, jobs: int, tier: str, say: Callable[[str], None]
    ) -> None:
        demand_tier(tier)
        self._course, self._cohort, self._inbox, self._jobs, self._tier, self._say = (
            course, cohort, inbox, jobs, tier, say,
        )  # fmt: skip
        self._changed = threading.Condition()
        self._waiting: dict[str, Attempt] = {}
        self._aside: dict[tuple[str, str], Attempt] = {}
        self._running: list[Attempt] = []
        self._left_out = False
        self._pools: dict[str, Workers] = {}
        self._is_closed = False
        for attempt in inbox.waiting():
            self.add(attempt)
        self._thread = threading.Thread(target=self._work, daemon=True, name="grading")
        self._thread.start()

    def add(self, attempt: Attempt) -> None:
        """Have an attempt graded, in the place of an older one at the assignment that still waits.

        Of a student one waits at a time; one at another assignment has its turn after it.
        """
        with self._changed:
            before = self._waiting.get(attempt.student)
            if before is not None and before.assignment != attempt.assignment:
                self._replaced(self._aside.get((attempt.student, attempt.assignment)), attempt)
                self._aside[attempt.student, attempt.assignment] = attempt
            elif before is None and len(self._waiting) >= MOST_WAITING:
                self._left_out = True  # it is in the inbox, and comes when the queue is empty
            else:
                self._replaced(before, attempt)
                self._waiting[attempt.student] = attempt
            self._changed.notify()

    def _replaced(self, before: Attempt | None, attempt: Attempt) -> None:
        """Say of an attempt that it has no turn any more."""
        if before is not None and before != attempt:
            with suppress(OSError):  # on a full disk it has no answer, and is kept all the same
                self._inbox.keep_answer(before, {"status": "replaced", "message": REPLACED})

    def place(self, attempt: Attempt) -> int | None:
        """Return how many are before it; None where it does not wait."""
        with self._changed:
            if attempt in self._running:
                return 0
            for place, one in enumerate(self._waiting.values()):
                if one == attempt:
                    return place + len(self._running)
            is_aside = self._aside.get((attempt.student, attempt.assignment)) == attempt
            return len(self._waiting) + len(self._running) if is_aside else None

    def close(self) -> None:
        """End at once, whatever is being graded: it waits in the inbox."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        for pool in self._pools.values():
            pool.close()

    def _work(self) -> None:
        while batch := self._next():
            assignment = batch[0].assignment
            try:
                self._grade(assignment, batch)
            except Exception as error:  # noqa: BLE001 (the door stays open)
                if self._is_closed:
                    return
                problem = error.problem if isinstance(error, HippogradError) else fault_of_ours(error).problem
                self._say(f"{assignment}: {problem}")
                if pool := self._pools.pop(assignment, None):
                    pool.close()
                for attempt in batch:
                    with suppress(OSError):  # on a full disk it waits for the next start
                        if self._inbox.answer(attempt) is None:
                            self._inbox.keep_answer(attempt, _not_yet(problem))
            with self._changed:
                self._running = []

    def _next(self) -> list[Attempt]:
        """Wait for attempts at one assignment, twice as many as there are processes at the most; none at the end."""
        with self._changed:
            if not self._waiting and self._left_out:
                self._left_out = False
                for attempt in self._inbox.waiting():
                    self.add(attempt)
            self._changed.wait_for(lambda: self._waiting or self._is_closed)
            if self._is_closed:
                return []
            first = next(iter(self._waiting.values()))
            batch = [one for one in self._waiting.values() if one.assignment == first.assignment][: 2 * self._jobs]
            self._running = batch
            for one in batch:
                del self._waiting[one.student]
            for key in [key for key in self._aside if key[0] not in self._waiting]:
                if key[0] not in self._waiting:
                    self._waiting[key[0]] = self._aside.pop(key)
            return batch

    def _grade(self, assignment: str, batch: list[Attempt]) -> None:
        attempts = {one.student: one for one in batch}
        pool = self._pools.get(assignment) or self._start(assignment)
        for submission, graded in pool.grade([self._inbox.submission(one) for one in batch]):
            self._inbox.keep_answer(attempts[submission.student], public_part(graded.result))

    def _start(self, assignment: str) -> Workers:
        offering = Offering.of(self._course, assignment, self._cohort)
        cells = released_cells(offering)
        setup = Setup(str(self._course.root), assignment, self._cohort.name, cells, tier=self._tier)
        pool = self._pools[assignment] = Workers(setup, self._jobs, offering=offering)
        return pool


def _not_yet(problem: Problem) -> dict[str, object]:
    return {"status": "not_gradable", "message": NOT_YET, FAULT: str(problem)}


def public_part(result: Result) -> dict[str, object]:
    """Return what a student may see before the deadline: public checks, and nothing that a hidden one found."""
    if result.problem is not None:
        if not result.problem.code.startswith(THEIRS):
            return _not_yet(result.problem)
        named = {**result.problem.data, "file": "The file"}  # a path of ours is nothing for a student
        said = Problem.of(result.problem.code, **named).message
        return {"status": "not_gradable", "message": f"{said} Save the notebook, and hand it in again."}
    tasks = [
        {
            "title": task.title,
            "is_blank": task.status == "not_attempted",
            "checks": [
                {"idea": check.idea, "passed": check.passed, "message": check.message, "detail": check.detail}
                for check in task.checks
                if check.public
            ],
        }
        for task in result.tasks
    ]
    return {"status": "graded", "tasks": tasks}
