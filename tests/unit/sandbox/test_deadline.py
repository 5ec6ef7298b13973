"""How long a request is waited for, by a clock that the test holds."""

from __future__ import annotations

import pytest

from hippograd.sandbox.deadline import PATIENCE, Deadline


class Machine:
    """A clock, and a process that waits for a core during a share of the time; nothing ever happens."""

    def __init__(self, share: float, event_at: float = float("inf")) -> None:
        self.now = 100.0
        self._share, self._event_at = share, self.now + event_at

    def poll(self, milliseconds: float) -> list[int]:
        happens = self.now + milliseconds / 1000 >= self._event_at
        self.now = self._event_at if happens else self.now + milliseconds / 1000
        return [1] if happens else []

    def waited_for(self, seconds: float, until: float) -> float:
        """Return after how many seconds the event has happened or is no longer waited for."""
        began = self.now
        waiting = Deadline(1, seconds, began + until, clock=lambda: self.now, waited=self.waited)
        self.happened = waiting.await_event(self)  # type: ignore[arg-type]
        return self.now - began

    def waited(self, _: int) -> float:
        return self._share * self.now


def test_what_sleeps_or_loops_has_its_seconds() -> None:
    assert Machine(share=0).waited_for(2, until=60) == pytest.approx(2)


def test_what_waits_for_a_core_has_that_time_in_addition() -> None:
    machine = Machine(share=0.75, event_at=7)
    assert machine.waited_for(2, until=60) == pytest.approx(7)
    assert machine.happened


@pytest.mark.parametrize(("seconds", "until", "ends"), [(1, 60, PATIENCE), (60, 1, 1)])
def test_no_request_takes_more_than_its_patience_or_the_end_of_all(seconds: float, until: float, ends: float) -> None:
    """As of threads or processes that keep each other waiting."""
    machine = Machine(share=1)
    assert machine.waited_for(seconds, until) == pytest.approx(ends)
    assert not machine.happened


def test_where_all_must_be_done_before_nothing_is_waited_for() -> None:
    assert Machine(share=1).waited_for(2, until=-1) == 0
