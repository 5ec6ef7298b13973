"""Deadlines and late policies set by a command."""

from __future__ import annotations

import shutil
import tomllib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.course import Course
from hippograd.course.late import late_policy
from hippograd.course.root import COHORTS
from hippograd.years.policies import write_policy
from hippograd.years.tables import with_cohort
from tests.conftest import ROOT, copy_course


@pytest.mark.parametrize("cohort", ["2026", "2027"])
def test_what_is_not_named_stays_and_what_cannot_be_used_is_not_written(
    cohort: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_course(tmp_path)
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(root))
    file = root / "assignments" / "cohorts.toml"
    before = file.read_text()

    def late(*options: str) -> str:
        return CliRunner().invoke(app, ["cohort", "late", cohort, *options]).output

    assert "lost_per_day = 0" in late()
    assert file.read_text() == before, "to look writes nothing"
    due = "1_linear_regression=2027-11-01T23:59+00:00"
    shown = late("--lost-per-day", "0.1", "--free-days", "3", "--deadline", due)
    assert "lost_per_day = 0.1" in shown
    late("--section", "Thu", "--deadline", due.replace("11-01", "11-03"), "--days", "7")
    late("--section", "thu", "--deadline", due.replace("11-01", "11-04"))
    text = file.read_text()
    assert set(before.splitlines()) <= set(text.splitlines())
    assert "free_days = inf" in late("--free-days", "inf")
    assert "free_days = 3" in late("--free-days", "3")
    assert file.read_text() == text
    policy = Course(root).cohort(cohort).late
    assert (policy.lost_per_day, policy.free_days, policy.days) == (0.1, 3, 7)
    assert policy.sections.keys() == {"Thu"}, "in either case"
    assert (policy.sections["Thu"]["1_linear_regression"] - policy.deadlines["1_linear_regression"]).days == 3
    other = Course(root).cohort("2027" if cohort == "2026" else "2026")
    assert other.late == late_policy(other.name, {})
    for wrong in (due.replace("1_linear", "9_linear"), "1_linear_regression", "1_linear_regression=soon"):
        assert CliRunner().invoke(app, ["cohort", "late", cohort, "--deadline", wrong]).exception is not None
        assert file.read_text() == text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[2026.session]", "[2026.late]\nlost_per_day = 3\n\n[2026.session]", "lost_per_day"),
        ("[2026.session]", "[2026.late.deadlines]\n1_linear_regression = 'soon'\n\n[2026.session]", "is not a time"),
        ("[2026.session]", "[2026.late.deadlines]\n9_linear = 2026-11-01\n\n[2026.session]", "9_linear"),
        ("[2026.session]", "[2026.total]\nbest = -1\n\n[2026.session]", "best"),
        (f'current = "{Course(ROOT).default_cohort}"', 'current = "2031"', "current = 2031 is not a cohort"),
        ("seed = 77", "seed = 78", "seed"),
    ],
    ids=["a share of 3", "no time", "no assignment", "best of -1", "no current cohort", "data of another seed"],
)
def test_the_check_of_a_cohort_looks_at_policies_and_data(
    old: str, new: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_course(tmp_path)
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(root))
    file = root / "assignments" / "cohorts.toml"
    text = file.read_text()
    file.write_text(text.replace(old, new, 1) if old in text else f"{new}\n{text}")
    done = CliRunner().invoke(app, ["cohort", "check", "2026"])
    assert done.exit_code == 1
    assert said in done.output
    assert len(done.output.strip().splitlines()) == 1
    file.write_text(text)
    assert (
        CliRunner().invoke(app, ["cohort", "check"]).output
        == f"Nothing is wrong with {', '.join(Course(ROOT).cohorts)}.\n"
    )


def test_a_new_table_does_not_tear_the_heading_of_the_next_cohort_from_its_tables(tmp_path: Path) -> None:
    root = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    file = root / COHORTS
    text = with_cohort(file.read_text("utf-8"), "2032", {"scaling": {"factor": 7.0}}, "2031", "2031")
    file.write_text(text, "utf-8")
    write_policy(root, "2031", {"lost_per_day": 0.1}, {"1_scaling": datetime(2031, 11, 6, tzinfo=UTC)})
    after = file.read_text("utf-8")
    assert after.index("[2031.late]") < after.index("[2031.late.deadlines]") < after.index("# 2032: made from 2031.")
    assert "# 2032: made from 2031.\n\n[2032.scaling]" in after
    assert tomllib.loads(after).keys() == tomllib.loads(text).keys()


def test_what_several_commands_set_at_once_all_stays(tmp_path: Path) -> None:
    root = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    due, sections = {"1_scaling": datetime(2031, 11, 6, tzinfo=UTC)}, [f"S{number}" for number in range(8)]
    write_policy(root, "2031", {}, due)
    with ThreadPoolExecutor(8) as at_once:
        written = [at_once.submit(write_policy, root, "2031", {}, due, section) for section in sections]
    assert all(sections[place] in one.result().sections for place, one in enumerate(written))
    assert sorted(Course(root).cohort("2031").late.sections) == sections
