"""Numbers of a cohort that are wrong are named, with what they must be, before anything is made with them."""

from __future__ import annotations

import copy
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hippograd.course import Course
from hippograd.course.cohorts import read_by_notebooks
from hippograd.errors import HippogradError
from tests.commands import hippograd
from tests.conftest import ROOT, copy_course

COURSE = Course(ROOT)
GOOD = {
    name: table
    for name, table in tomllib.loads((ROOT / "assignments" / "cohorts.toml").read_text("utf-8"))["2027"].items()
    if name != "late"
}
Change = Callable[[dict[str, Any]], Any]


def put(table: str, name: str, value: Any) -> Change:
    return lambda numbers: numbers[table].__setitem__(name, value)


def drop(table: str, name: str) -> Change:
    return lambda numbers: numbers[table].pop(name)


BAD: list[tuple[Change, str]] = [
    (put("session", "width", -0.14), r"\[2028.session\] width = -0.14: .*it is m, standard deviation of a place field"),
    (put("session", "width", 0), r"session\] width = 0: "),
    (put("session", "width", 14), r"session\] width = 14: "),
    (put("session", "n_cells", 0), r"session\] n_cells = 0: "),
    (put("session", "n_cells", -3), r"session\] n_cells = -3: "),
    (put("session", "n_cells", 30.5), r"session\] n_cells = 30.5: "),
    (put("session", "n_cells", "30"), r"session\] n_cells = '30': "),
    (put("session", "n_cells", 1), r"session\] n_cells = 1: "),
    (put("session", "n_cells", 29), r"session\] n_cells = 29 must be a square number, such as 25 or 36: "),
    (put("session", "n_cells", True), r"session\] n_cells = True: "),
    (put("session", "minutes", 0), r"session\] minutes = 0: "),
    (put("session", "dt", 0), r"session\] dt = 0: "),
    (put("session", "seed", -1), r"session\] seed = -1: "),
    (put("session", "seed", 2**32), r"session\] seed = 4294967296: "),
    (drop("session", "seed"), r"session\] seed is missing: of the walk"),
    (put("session", "widht", 0.2), r"session\] widht is read by nothing; known: n_cells, width"),
    (put("session", "train_minutes", 10), r"session\] train_minutes = 10 must be below minutes = 10"),
    (put("session", "train_minutes", 12), r"session\] train_minutes = 12 must be below minutes = 10"),
    (put("one_hot", "centres", [[0.2, 0.2], [0.2, 0.2], [0.7, 0.2], [0.7, 0.7]]), r"one_hot\] centres: .*0.1 m apart"),
    (put("one_hot", "centres", [[0.2, 0.2], [0.7, 0.2], [0.7, 0.7]]), r"one_hot\] centres = .*length"),
    (put("one_hot", "centres", [[0.2, 0.2], [0.7, 0.2], [0.7, 0.7], [0.2, 1.7]]), r"one_hot\] centres = "),
    (put("one_hot", "centres", [[0.2], [0.7, 0.2], [0.7, 0.7], [0.2, 0.7]]), r"one_hot\] centres = "),
    (put("grid", "scales", [0, -0.5, 0.8]), r"grid\] scales = \[0, -0.5, 0.8\], \[1\]: expected number >= 0.1"),
    (put("grid", "scales", [0.3, 0.5]), r"grid\] scales has 2 values and orientations 3"),
    (put("grid", "orientations", []), r"grid\] orientations = \[\]: "),
    (
        put("descent", "large_eta", 1.2),
        r"\[2028.descent\] large_eta = 1.2 must lie between 1/\(2a\) = 0.33\d* and 1/a = 0.66",
    ),
    (put("descent", "large_eta", 1 / 3), r"descent\] large_eta = 0.33\d* must lie between"),
    (put("descent", "large_eta", 0.05), r"descent\] large_eta = 0.05 must lie between"),
    (put("descent", "other_start", -1.1), r"descent\] other_start = -1.1: .*on the right wall"),
    (put("descent", "n_steps", 2), r"descent\] n_steps = 2: "),
    (put("descent", "n_steps", 0), r"descent\] n_steps = 0: "),
    (put("descent", "eta", 5), r"descent\] eta = 5 must lie between 0 and 1/\(2a\)"),
    (put("descent", "eta", -0.1), r"descent\] eta = -0.1: "),
    (put("descent", "coefficient", 0), r"descent\] coefficient = 0: "),
    (put("descent", "coefficient", -1), r"descent\] coefficient = -1: "),
    (put("descent", "start", 0), r"descent\] start = 0: .*on the left wall"),
    (put("descent", "start", 1.2), r"descent\] start = 1.2: "),
    (put("quartic", "coefficients", [1.0, 0.0, 1.0, 0.0]), r"quartic\] coefficients = .*two valleys"),
    (put("quartic", "coefficients", [-1.0, 0.8, 1.2, -0.9]), r"quartic\] coefficients = .*rise on both sides"),
    (
        put("quartic", "coefficients", [1.0, -0.8, -1.2, 0.9]),
        r"quartic\] coefficients: the left valley, .*the higher",
    ),
    (put("quartic", "coefficients", [1.0, 0.8, -1.2]), r"quartic\] coefficients = .*length"),
    (put("quartic", "eta", 0.5), r"quartic\] eta = 0.5 and n_steps = 500 lead from -1.6 to"),
    (put("quartic", "n_steps", 60), r"quartic\] eta = 0.01 and n_steps = 60 lead from -1.6 to"),
    (put("quartic", "start", 1.5), r"quartic\] start = 1.5 must lie left of the left valley"),
    (put("quartic", "formula", "W^4"), r"quartic\] formula is read by nothing"),
    (put("momentum", "start", 0.9), r"momentum\] start = 0.9 must lie left of the left valley"),
    (put("momentum", "beta", 1.0), r"momentum\] beta = 1.0: "),
    (put("linear", "house_size", [0] * 21), r"linear\] house_size is zero throughout"),
    (put("linear", "house_size", [1.0] * 20), r"linear\] house_size has 20 values and house_price 21"),
    (put("linear", "house_price", [3.0] * 21), r"linear\] house_price needs one negative value"),
    (put("linear", "init_std", -0.1), r"linear\] init_std = -0.1: "),
    (put("network", "batch_frac", 0), r"network\] batch_frac = 0: "),
    (put("network", "batch_frac", 1.5), r"network\] batch_frac = 1.5: "),
    (put("network", "n_hidden", 12.5), r"network\] n_hidden = 12.5: "),
    (put("network", "epochs", 0), r"network\] epochs = 0: "),
    (put("torch", "sgd_rates", []), r"torch\] sgd_rates = \[\]: "),
    (put("torch", "adam_lr", "fast"), r"torch\] adam_lr = 'fast': "),
    (drop("grid_cells", "torch_epochs"), r"grid_cells\] torch_epochs is missing: epochs of the network in PyTorch"),
    (lambda numbers: numbers.pop("momentum"), r"\[2028.momentum\] is missing: Momentum on the loss with two valleys"),
    (lambda numbers: numbers.update(quartik={}), r"\[2028.quartik\] is not described in autograder/cohort_numbers.py"),
    (lambda numbers: numbers.update(grid=3), r"\[2028\] grid = 3 should be a table, \[2028.grid\]"),
    (put("sessions", "place", {"sha256": "abc"}), r"sessions\] place = .*sha256"),
]


@pytest.mark.parametrize(("change", "said"), BAD, ids=[said[:40] for _, said in BAD])
def test_a_wrong_number_is_named_in_one_line(change: Change, said: str) -> None:
    numbers = copy.deepcopy(GOOD)
    change(numbers)
    problems = COURSE.kit.number_problems("2028", numbers)
    assert len(problems) == 1, problems
    assert "\n" not in problems[0]
    assert re.search(said, problems[0]), problems[0]


def test_the_numbers_of_every_cohort_are_sound() -> None:
    assert [line for name in COURSE.cohorts for line in COURSE.number_problems(name)] == []


@pytest.fixture
def changed(tmp_path: Path) -> Course:
    """A course whose cohort 2027 has a rate that never settles; 2028 has its numbers without that."""
    course = Course(copy_course(tmp_path))
    file = course.assignments_folder / "cohorts.toml"
    text = file.read_text("utf-8")
    sound = text[text.index("[2027.") :].replace("[2027.", "[2028.")
    file.write_text(text.replace("large_eta = 0.6", "large_eta = 1.2") + sound, "utf-8")
    return course


def test_nothing_is_made_with_wrong_numbers_and_other_cohorts_are_not_hindered(changed: Course) -> None:
    assert changed.cohort("2028").name == "2028"
    with pytest.raises(HippogradError, match=r"\[2027.descent\] large_eta = 1.2 must lie between"):
        changed.cohort("2027")


def test_the_command_lists_what_is_wrong(changed: Course) -> None:
    done = hippograd("--root", changed.root, "cohort", "check")
    assert done.returncode == 1
    assert done.stdout.startswith("[2027.descent] large_eta = 1.2 must lie between 1/(2a)")


def test_answers_of_an_earlier_cohort_are_said(tmp_path: Path) -> None:
    course = Course(copy_course(tmp_path))
    file = course.assignments_folder / "cohorts.toml"
    text = file.read_text("utf-8")
    tables = text[text.index("[2027.session]") :].replace("[2027.", "[2028.")
    file.write_text(text + "\n" + tables.replace("n_cells = 36", "n_cells = 49", 1), "utf-8")
    found = [line for line in Course(course.root).cohort_problems("2028") if line.startswith("[2028] has answers of")]
    assert len(found) == 1
    assert "[2028] has answers of 2027, which copied would pass: the third step; the path from the right" in found[0]
    assert "the weights by hand" in found[0]
    assert "linear model" not in found[0]
    assert "W*" not in found[0]
    file.write_text(f"{text}\n{tables}", "utf-8")
    assert any("W*" in line for line in Course(course.root).cohort_problems("2028"))
    assert course.cohort_problems("2027") == []


def test_each_cohort_is_drawn_a_square_number_of_cells_of_its_own_until_there_is_none() -> None:
    assert COURSE.kit.draw_numbers is not None
    numbers = {name: read_by_notebooks(COURSE.tables(name)) for name in COURSE.cohorts}
    taken = [{**numbers["2027"], "session": {**numbers["2027"]["session"], "n_cells": n}} for n in (25, 36, 49, 64, 81)]
    drawn = COURSE.kit.draw_numbers(numbers["2027"], [*numbers.values(), *taken[:4]], 0)
    assert drawn["session"]["n_cells"] == 81
    with pytest.raises(HippogradError, match="from 25 to 81 is an earlier cohort's"):
        COURSE.kit.draw_numbers(numbers["2027"], taken, 0)


def test_no_drawn_house_is_of_no_size_and_one_is_negative() -> None:
    numbers = {name: read_by_notebooks(COURSE.tables(name)) for name in COURSE.cohorts}
    assert COURSE.kit.draw_numbers is not None
    for seed in range(5):
        linear = COURSE.kit.draw_numbers(numbers["2027"], list(numbers.values()), seed)["linear"]
        assert min(linear["house_size"]) > 0
        assert sum(price < 0 for price in linear["house_price"]) == 1


def test_numbers_that_no_longer_are_those_of_the_frozen_session_are_refused(tmp_path: Path) -> None:
    course = Course(copy_course(tmp_path))
    file = course.assignments_folder / "cohorts.toml"
    file.write_text(file.read_text("utf-8").replace("\nn_cells = 36", "\nn_cells = 49"), "utf-8")
    numbers = course.cohort("2027").numbers
    with pytest.raises(HippogradError, match=r"simulated with .*n_cells = 36.*; \[2027.session\] now says .* = 49"):
        course.kit.data_files(course.root, "2027", numbers, ["place"])


@pytest.mark.parametrize(
    ("coefficients", "formula", "scales", "widths"),
    [
        ([1.0, 0.8, -1.2, -0.9], "W^4 + 0.8 W^3 - 1.2 W^2 - 0.9 W", [0.3, 0.5, 0.8], "0.3, 0.5 and 0.8"),
        ([-1.0, 0.0, 2.0, 1.0], "-W^4 + 2 W^2 + W", [0.3], "0.3"),
    ],
)
def test_what_texts_write_of_numbers_follows_from_them(
    coefficients: list[float], formula: str, scales: list[float], widths: str
) -> None:
    derived = COURSE.kit.derived_numbers({"quartic": {"coefficients": coefficients}, "grid": {"scales": scales}})
    assert derived == {"quartic": {"formula": formula}, "grid_cells": {"widths": widths}}
    assert COURSE.cohort("2027").numbers["grid_cells"]["widths"] == "0.3, 0.5 and 0.8"


def test_the_documented_numbers_are_those_that_are_read() -> None:
    program = [sys.executable, str(ROOT / "autograder" / "cohort_numbers.py")]
    said = subprocess.run(program, capture_output=True, text=True, check=True).stdout.strip()
    assert said in (ROOT / "docs" / "cohorts.md").read_text("utf-8")
