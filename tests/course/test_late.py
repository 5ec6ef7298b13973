"""The late policy of a cohort: what a score loses, and what is said about a table that is wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from autograder.course.cohorts import Cohort
from autograder.course.late import LatePolicy, read_extensions
from autograder.errors import HippogradError

POLICY = LatePolicy(grace_minutes=15, lost_per_day=0.1, lost_at_most=0.5, days=7)
DAY = 86400


@pytest.mark.parametrize(
    ("seconds", "lost"),
    [(0, 0), (900, 0), (901, 1), (DAY, 1), (DAY + 1, 2), (4.5 * DAY, 5), (6 * DAY, 5), (7 * DAY, 5), (7 * DAY + 1, 10)],
)
def test_each_day_begun_costs_its_share_up_to_the_largest_and_then_all(seconds: float, lost: float) -> None:
    assert POLICY.penalty(10, seconds) == pytest.approx(lost)


def test_without_a_policy_nothing_is_lost() -> None:
    assert cohort({}).late.penalty(10, 30 * DAY) == 0


def test_students_get_nothing_of_the_policy() -> None:
    assert "late" not in cohort({"late": {"days": 3}}).public


@pytest.mark.parametrize(
    ("late", "match"),
    [
        ({"lost_per_hour": 1}, "lost_per_hour"),
        ({"lost_per_day": 10}, "lost_per_day = 10"),
        ({"days": "three"}, "days = 'three'"),
        ({"deadlines": {"1_scaling": "tomorrow"}}, r"late.deadlines\] 1_scaling = 'tomorrow'"),
    ],
)
def test_a_table_that_is_wrong_is_named(late: dict[str, Any], match: str) -> None:
    with pytest.raises(HippogradError, match=match):
        _ = cohort({"late": late}).late


def test_a_deadline_without_a_zone_is_of_this_machine() -> None:
    deadlines = cohort({"late": {"deadlines": {"a": datetime(2026, 11, 1, 12)}}}).late.deadlines
    assert deadlines["a"] == datetime(2026, 11, 1, 12).astimezone(UTC)


def test_extensions_are_hours_by_student(tmp_path: Path) -> None:
    assert read_extensions(tmp_path, "a") is None
    (tmp_path / "extensions.toml").write_text("[a]\namber01 = 48\n")
    assert read_extensions(tmp_path, "a") == {"amber01": timedelta(days=2)}
    assert read_extensions(tmp_path, "b") == {}
    (tmp_path / "extensions.toml").write_text("[a]\namber01 = 'long'\n")
    with pytest.raises(HippogradError, match="amber01 = 'long' is no number of hours"):
        read_extensions(tmp_path, "a")


def cohort(numbers: dict[str, Any]) -> Cohort:
    return Cohort("2026", numbers, {})
