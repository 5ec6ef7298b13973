"""A new cohort is made from an old one: its numbers, its data, its release, its bounds."""

from __future__ import annotations

import errno
import shutil
import time
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.course import Course
from hippograd.course.root import COHORTS
from hippograd.errors import HippogradError
from hippograd.years.new import new_cohort
from hippograd.years.tables import shifted_deadlines, with_cohort, years_between
from tests.conftest import ROOT
from tests.refusals import refused


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    file = folder / COHORTS
    file.write_text(
        file.read_text("utf-8").replace("factor = 4.0", "factor = 4.0 # times")
        + "\n[2031.late.deadlines]\n1_scaling = 2031-11-06T23:59:00+01:00\n"
    )
    return folder


def make(root: Path, name: str = "2033") -> list[str]:
    said: list[str] = []
    problems = new_cohort(root, name, "2031", jobs=1, seeds=2, say=lambda line: said.append(str(line)))
    assert problems == []
    return said


def test_a_full_disk_while_data_are_made_is_said_and_leaves_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = (root / COHORTS).read_bytes()
    kit = Course(root).kit
    monkeypatch.setattr(Course, "kit", replace(kit, freeze=full))
    with refused("data-not-written", cohort="2033", cause="No space left on device"):
        make(root)
    assert (root / COHORTS).read_bytes() == before


def test_data_that_cannot_be_used_leave_nothing(root: Path) -> None:
    (root / "autograder" / "rulers" / "2033.csv").write_text("0\n")  # so that freezing refuses
    before = (root / COHORTS).read_bytes()
    with pytest.raises(HippogradError, match="the ruler of 2033 is made"):
        make(root)
    assert (root / COHORTS).read_bytes() == before


@pytest.mark.parametrize("name", ["../2033", "20 33", "", "current", "CON", "com1"])
def test_a_name_that_is_no_plain_word_is_refused(root: Path, name: str) -> None:
    with refused("cohort-name-bad"):
        make(root, name)


def test_the_present_cohort_is_written_down_where_the_file_names_none() -> None:
    text = '["2030".a]\nx = 1\n'
    made = tomllib.loads(with_cohort(text, "2031", {"a": {"x": 2}}, "2030", "2030"))
    assert made == {"current": "2030", "2030": {"a": {"x": 1}}, "2031": {"a": {"x": 2}}}


def test_deadlines_move_by_whole_weeks() -> None:
    when = datetime(2027, 11, 5, 23, 59, tzinfo=UTC)
    late = {"lost_per_day": 0.1, "deadlines": {"a": when}}
    for years in (1, 2, 5):
        moved = shifted_deadlines(late, years)["deadlines"]["a"]
        assert (moved.weekday(), moved.year) == (when.weekday(), 2027 + years)
        assert abs(moved - when - timedelta(days=365.25 * years)) <= timedelta(days=4)
    assert shifted_deadlines({}, 1) == {}
    assert (years_between("2027", "2029"), years_between("2027", "spring")) == (2, 1)


def test_a_deadline_is_as_late_on_the_day_where_clocks_change(monkeypatch: pytest.MonkeyPatch) -> None:
    winter, elsewhere = "2026-10-26T23:59:00+01:00", "2026-10-26T23:59:00-05:00"
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        late = {"deadlines": {"a": datetime.fromisoformat(winter), "b": datetime.fromisoformat(elsewhere)}}
        moved = shifted_deadlines(late, 1)["deadlines"]
    finally:
        monkeypatch.undo()
        time.tzset()
    assert {name: one.isoformat() for name, one in moved.items()} == {
        "a": "2027-10-25T23:59:00+02:00",
        "b": "2027-10-25T23:59:00-05:00",
    }


def test_all_in_which_two_cohorts_differ_is_shown(root: Path) -> None:
    file = root / COHORTS
    file.write_text(file.read_text("utf-8") + "[2030.sessions.walk]\nseed = 1\n[2031.sessions.walk]\nseed = 2\n")
    lines = CliRunner().invoke(app, ["--root", str(root), "cohort", "diff", "2030", "2031"]).output.splitlines()
    assert "scaling.factor: 2.5 -> 4.0" in lines
    assert "sessions.walk.seed: 1 -> 2" in lines
    assert "late.deadlines.1_scaling: - -> 2031-11-06 23:59:00+01:00" in lines
    assert any(line.startswith("ruler.sha256: ") for line in lines)


def test_what_is_not_finished_and_which_cohorts_to_build_is_said(root: Path) -> None:
    def run(*command: str) -> Result:
        return CliRunner().invoke(app, ["--root", str(root), *command])

    assert "2031 (current; not finished: `hippograd cohort new 2031` goes on)" in run("cohort", "list").output
    (root / COHORTS).write_text('current = "2030"\n\n' + (root / COHORTS).read_text("utf-8"), "utf-8")
    assert "Cohort 2031 is not finished" in run("release", "1_scaling", "-c", "2031").stderr
    assert "not finished" not in run("release", "1_scaling", "-c", "2030").stderr
    (root / COHORTS).write_text((root / COHORTS).read_text("utf-8").partition("\n\n")[2], "utf-8")
    error = run("build", "--check").exception
    assert "Run `hippograd build --cohort 2030` and `hippograd build --cohort 2031`." in str(error)
    (root / COHORTS).write_text('current = "2099"\n\n' + (root / COHORTS).read_text("utf-8"), "utf-8")
    assert "current = 2099 is not a cohort" in str(run("build", "--check").exception)
