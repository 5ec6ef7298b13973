"""When it is due, and the time that is left, as the end of a line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gradekit.handing_in import due

NOW = datetime(2027, 1, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(days=3, hours=1), "3 days left."),
        (timedelta(hours=47, minutes=5), "47 hours left."),
        (timedelta(minutes=90), "90 minutes left."),
        (timedelta(minutes=-5), "5 minutes ago."),
    ],
)
def test_the_time_that_is_left_is_said_in_a_unit_of_its_size(left: timedelta, said: str) -> None:
    assert due((NOW + left).isoformat(), NOW).endswith(said)


def test_without_a_deadline_nothing_is_said() -> None:
    assert due("") == ""
