"""The late policy of a cohort: what a score loses, and what is said about a table that is wrong."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hippograd.course.cohorts import Cohort
from hippograd.course.late import LatePolicy, check_names, hours_of, late_policy, read_extensions
from hippograd.errors import HippogradError
from hippograd.intake import read_deadline
from tests.commands import hippograd
from tests.conftest import ROOT, UNACTIVATED
from tests.refusals import refused

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
        ({"lost_per_hour": 1}, "unknown key 'lost_per_hour'"),
        ({"lost_per_day": 10}, r"\[2027.late\], lost_per_day: expected number <= 1.0"),
        ({"days": "three"}, r"\[2027.late\], days: expected number, got text"),
        ({"deadlines": {"1_scaling": "tomorrow"}}, r"\[2027.late\]: deadlines, 1_scaling = 'tomorrow'"),
        ({"deadlines": {"1_scaling": date(2026, 11, 1)}}, r"\[2027.late\]: deadlines, 1_scaling = .*2026, 11, 1"),
        ({"deadlines": {"1_scaling": datetime(1, 1, 1)}}, r"\[2027.late\]: deadlines, 1_scaling = .*1, 1, 1"),
        ({"lost_per_day": math.nan}, r"\[2027.late\], lost_per_day: expected number >= 0.0"),
        ({"days": math.nan}, r"\[2027.late\], days: expected number >= 0.0"),
        ({"deadlines": {"a": 3}, "sections": {"deadlines": {}}}, r"\[2027.late\]: deadlines, a = 3"),
        ({"sections": {"Thu": {"a": 3}}}, r"\[2027.late\]: sections.Thu, a = 3"),
        ({"deadlines": 3}, r"\[2027.late\], deadlines: expected table"),
        (3, r"\[2027.late\]: expected table"),
    ],
)
def test_a_table_that_is_wrong_is_named(late: Any, match: str) -> None:
    with pytest.raises(HippogradError, match=match) as error:
        _ = cohort({"late": late}).late
    assert "cohorts.toml" in error.value.message
    assert error.value.remedy


def test_a_deadline_without_a_zone_is_of_this_machine() -> None:
    deadlines = cohort({"late": {"deadlines": {"a": datetime(2026, 11, 1, 12)}}}).late.deadlines
    assert deadlines["a"] == datetime(2026, 11, 1, 12).astimezone(UTC)


def test_extensions_are_hours_by_student(tmp_path: Path) -> None:
    assert read_extensions(tmp_path, "a") is None
    (tmp_path / "extensions.toml").write_text("[a]\namber01 = 48\n")
    assert read_extensions(tmp_path, "a") == {"amber01": timedelta(days=2)}
    assert read_extensions(tmp_path, "b") == {}


@pytest.mark.parametrize("hours", ["'long'", "nan", "inf", "1e308", "1e9", "-1", "true", "[1]"])
def test_an_extension_that_is_no_number_of_hours_is_named(tmp_path: Path, hours: str) -> None:
    (tmp_path / "extensions.toml").write_text(f"[a]\namber01 = {hours}\n")
    with refused("extension-bad", assignment="a", student="amber01") as error:
        read_extensions(tmp_path, "a")
    assert error.value.remedy == "Write amber01 = 48."


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        ("[1_scalling]\namber01 = 48\n", "extension-assignment-unknown", "Known: 1_scaling, 2_more."),
        ("amber01 = 48\n", "extension-without-assignment", "Write [1_scaling] above it."),
        ("1_scaling = 48\n", "extension-without-assignment", "Write [1_scaling] above it."),
    ],
)
def test_an_extension_of_no_assignment_is_named(tmp_path: Path, text: str, code: str, remedy: str) -> None:
    (tmp_path / "extensions.toml").write_text(text)
    with refused(code) as error:
        read_extensions(tmp_path, "1_scaling", ("1_scaling", "2_more"))
    assert error.value.remedy == remedy


@pytest.mark.parametrize(
    ("numbers", "code", "known"),
    [
        (
            {"late": {"deadlines": {"1_scalling": datetime(2026, 11, 1)}}},
            "deadline-of-unknown",
            "1_scaling, 2_more",
        ),
        (
            {"total": {"weights": {"1_scalling": 1}}},
            "weight-of-unknown",
            "1_scaling, 2_more",
        ),
        ({"total": {"weights": {"1_scaling": 0}}}, "weights-all-zero", "points are added up"),
        ({"lateness": {"days": 3}}, "table-of-one-cohort", "session, late"),
    ],
)
def test_what_nothing_reads_is_named_with_what_there_is(numbers: dict[str, Any], code: str, known: str) -> None:
    cohorts = {"2026": {"session": {"seed": 1}, "factor": 2}, "2028": {"session": {"seed": 2}, **numbers}}
    with refused(code) as error:
        check_names("2028", cohorts, ("1_scaling", "2_more"))
    assert known in error.value.remedy
    check_names("2026", cohorts, ("1_scaling", "2_more"))


def test_a_first_policy_and_a_lone_cohort_are_no_mistake() -> None:
    late = {"late": {"deadlines": {"a": datetime(2026, 11, 1)}}}
    check_names("2028", {"2026": {"session": {}}, "2028": {"session": {}, **late}}, ("a",))
    check_names("2028", {"2028": {"session": {}, **late}}, ("a",))


def test_the_command_says_which_names_nobody_has(tmp_path: Path) -> None:
    (tmp_path / "submitted").mkdir()
    (tmp_path / "submitted" / "amber01.pdf").write_text("")
    extensions = tmp_path / "records" / "extensions.toml"
    extensions.parent.mkdir()
    command = ["grade", tmp_path / "submitted", "-a", "1_linear_regression"]
    command += ["--records", tmp_path / "records", "--cohort", "2027"]
    extensions.write_text("[1_linear_regression]\nAmber01 = 48\namber01 = 24\n")
    done = hippograd(*command, cwd=ROOT, env=UNACTIVATED)
    assert "1 in extensions.toml handed in nothing, or under an id with other capitals: Amber01\n" in done.stdout
    assert "amber01: There is no notebook in what was handed in: amber01.pdf." in " ".join(done.stdout.split())
    assert done.returncode == 1
    extensions.write_text("[1_linear_regresion]\namber01 = 24\n")
    done = hippograd(*command, cwd=ROOT, env=UNACTIVATED)
    assert "there is no assignment 1_linear_regresion" in " ".join(done.stderr.split())
    assert done.returncode == 2


def cohort(numbers: dict[str, Any]) -> Cohort:
    return Cohort("2027", numbers, {})


@pytest.mark.parametrize(
    ("text", "hours"),
    [("48", 48), ("48h", 48), ("2d", 48), ("1.5 d", 36), ("2028-03-05", 47.983), ("2028-03-04T00:00+01:00", 0)],
)
def test_a_length_of_time_is_hours_or_days_or_until_when(text: str, hours: float) -> None:
    policy = LatePolicy({"a": datetime(2028, 3, 4)}, timezone="Europe/Berlin")
    assert hours_of(text, policy.deadlines["a"], policy.in_zone) == pytest.approx(hours, abs=0.001)


@pytest.mark.parametrize("text", ["soon", "-2d", "2 weeks", "", "2028-13-01"])
def test_what_is_no_length_of_time_is_named(text: str) -> None:
    with pytest.raises(HippogradError) as error:
        hours_of(text, datetime(2028, 3, 4, tzinfo=UTC), datetime.astimezone)
    assert "2d" in error.value.remedy


def test_times_without_a_zone_are_in_that_of_the_course() -> None:
    policy = LatePolicy({"a": datetime(2028, 3, 5, 23, 59)}, timezone="America/New_York")
    due = datetime(2028, 3, 6, 4, 59, tzinfo=UTC)
    assert policy.deadlines["a"] == read_deadline("2028-03-05T23:59", policy.in_zone) == due
    assert read_deadline("2028-03-05T23:59Z", policy.in_zone) != due
    with pytest.raises(HippogradError, match="'Mars' is not a name such as"):
        late_policy("2027", {"late": {"timezone": "Mars", "deadlines": {"a": datetime(2028, 3, 5)}}})
