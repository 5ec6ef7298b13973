"""Bounds that depend on training: how they follow from the runs, and how they get into the file."""

import os
import random
import tomllib

import pytest

from hippograd.course import Course, Offering, find_root
from hippograd.proofs.calibration import FAILURE_CHANCE, MARGIN, Calibration, calibrate, measure, write_calibration
from hippograd.sandbox.threads import ONE_THREAD
from tests.refusals import refused


def some_runs(spread: float) -> Calibration:
    generator = random.Random(1)
    values = {answer: [0.07 * generator.lognormvariate(0, spread) for _ in range(100)] for answer in ("one", "another")}
    return Calibration("fit_network", values, seconds=0.5)


@pytest.mark.parametrize("spread", [1e-4, 0.01, 0.2])
def test_the_bound_fails_fewer_correct_answers_than_is_promised(spread):
    runs = some_runs(spread)
    assert runs.failure_chance <= FAILURE_CHANCE * 1.01
    assert runs.bound >= MARGIN * max(runs.pooled)


def test_a_wider_spread_asks_for_a_higher_bound():
    assert some_runs(0.2).bound > some_runs(0.01).bound


def test_a_new_bound_takes_the_place_of_the_old_and_leaves_the_rest(tmp_path):
    file = tmp_path / "calibration.toml"
    file.write_text("# of all\n\n[2027.fit_network]\nbound = 1\nold = 2\n\n[2027.w_star]\nbound = 3 # m\n", "utf-8")
    write_calibration(file, "2027", some_runs(0.01))
    write_calibration(file, "2026", some_runs(0.01))
    text = file.read_text("utf-8")
    table = tomllib.loads(text)
    assert table["2027"]["fit_network"]["bound"] == table["2026"]["fit_network"]["bound"] == some_runs(0.01).bound
    assert table["2027"]["fit_network"]["runs"] == 200
    assert "old" not in table["2027"]["fit_network"]
    assert table["2027"]["w_star"]["bound"] == 3
    assert text.startswith("# of all")
    assert "bound = 3 # m\n" in text


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_the_comment_of_a_heading_and_the_ends_of_lines_stay(tmp_path, end):
    file = tmp_path / "calibration.toml"
    lines = [b"[2027.fit_network]  # measured in May", b"bound = 1", b"", b"[2027.w_star]", b"bound = 3", b""]
    file.write_bytes(end.join(lines))
    write_calibration(file, "2027", some_runs(0.01))
    data = file.read_bytes()
    assert tomllib.loads(data.decode())["2027"]["fit_network"]["bound"] == some_runs(0.01).bound
    assert data.startswith(b"[2027.fit_network]  # measured in May" + end)
    assert data.count(b"\n") == data.count(end)


def test_a_task_without_a_bound_is_named():
    course = Course(find_root())
    with refused("task-without-bound", task="count_network_parameters"):
        calibrate(course, course.cohort("2027"), ["count_network_parameters"])


def test_the_environment_is_as_it_was_after_a_calibration(monkeypatch):
    for name in ONE_THREAD:
        monkeypatch.delenv(name, raising=False)
    course = Course(find_root())
    offering = Offering.of(course, "1_linear_regression", course.cohort("2027"))
    with pytest.raises(AttributeError, match="calibration_run"):  # this task has no bound
        measure(offering, offering.assignment.task("fit_1d"), 1)
    assert not ONE_THREAD.keys() & os.environ.keys()
