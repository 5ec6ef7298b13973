"""The key of a result is complete: whatever changes a mark, or what is told with it, changes the key."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import distributions, version
from pathlib import Path

import pytest

from hippograd.course import Cohort, Course, Offering
from hippograd.grading import keys
from hippograd.grading.cache import Cache
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.grading.running import cells_to_run
from hippograd.intake import read_notebook
from hippograd.intake.matching.match import match_cells
from hippograd.sandbox.servers import ForkServer
from tests.conftest import Class, copy_course, losing_points, tasks_of


def code_of(text: str, classroom: Class) -> str:
    cells, _ = match_cells(read_notebook(text.encode(), "f"), classroom.cells, "f")
    return keys.code_key(cells, cells_to_run(cells))


def code(classroom: Class, **answers: str) -> str:
    return code_of(classroom.text(**answers), classroom)


def test_what_does_not_run_does_not_change_the_key(classroom: Class) -> None:
    assert code(classroom, interpret_weights="Two maps.") == code(classroom, interpret_weights="Two slopes.")


@pytest.mark.parametrize(
    "answer",
    ["W_1d = [1, 3]", "W_1d = [1, 2]; x = 1", "%time W_1d = [1, 2]", "W_1d = [1, 2]  # mine", "\nW_1d = [1, 2]"],
)
def test_any_change_of_the_code_does(classroom: Class, answer: str) -> None:
    assert code(classroom, fit_1d=answer) != code(classroom, fit_1d="W_1d = [1, 2]")


def test_where_a_check_stands_among_the_cells_that_run_does(classroom: Class) -> None:
    above, below = json.loads(classroom.text()), json.loads(classroom.text())
    check = next(at for at, cell in enumerate(above["cells"]) if cell["metadata"].get("nbgrader", {}).get("points"))
    words = {"cell_type": "markdown", "id": "words", "metadata": {}, "source": ""}
    own = {"cell_type": "code", "id": "own", "metadata": {}, "source": "x = 1", "outputs": [], "execution_count": None}
    above["cells"][check - 1 : check] = [words, above["cells"][check - 1], own]  # each at the same place of all
    below["cells"].insert(check + 1, own)
    assert above["cells"].index(own) == below["cells"].index(own)
    assert code_of(json.dumps(above), classroom) != code_of(json.dumps(below), classroom)


def test_every_part_of_the_plan_is_in_the_key(linear_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keys.plan_key(linear_plan, "confined")
    other_numbers = Cohort("2027", linear_plan.cohort.numbers | {"x": 1}, linear_plan.cohort.bounds)
    other_bounds = Cohort("2027", linear_plan.cohort.numbers, {"linear_test_error": 1.0})

    def of(cohort: Cohort) -> Plan:
        return replace(linear_plan, offering=replace(linear_plan.offering, cohort=cohort))

    changed = {
        "numbers": keys.plan_key(of(other_numbers), "confined"),
        "bounds": keys.plan_key(of(other_bounds), "confined"),
        "tier": keys.plan_key(linear_plan, "container"),
        "cell deadline": keys.plan_key(replace(linear_plan, cell_seconds=99), "confined"),
        "submission deadline": keys.plan_key(replace(linear_plan, submission_seconds=99), "confined"),
        "cells": keys.plan_key(
            replace(linear_plan, cells=[cell for cell in linear_plan.cells if cell.kind != "setup"]), "confined"
        ),
    }
    monkeypatch.setattr(keys, "engine_key", lambda course: "another engine")
    changed["engine"] = keys.plan_key(linear_plan, "confined")
    assert len({first, *changed.values()}) == 1 + len(changed)


def test_versions_are_those_that_packages_give() -> None:
    packages = {name: version(name) for name in {package.name for package in distributions()}}
    assert {name: keys.version(name) for name in packages} == packages
    assert keys.version("no-such-package") == "none"


@pytest.mark.parametrize("name", ["numpy", "torch", "ratinabox", "matplotlib", "ipython"])
def test_every_library_version_is_in_the_engine(
    name: str, linear_course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.environment.cache_clear()
    first = keys.engine_key(linear_course)
    keys.environment.cache_clear()
    real = keys.version
    monkeypatch.setattr(keys, "version", lambda library: "0.0" if library == name else real(library))
    assert keys.engine_key(linear_course) != first
    keys.environment.cache_clear()


@pytest.fixture
def course_copy(tmp_path: Path, linear_course: Course) -> Course:
    return Course(copy_course(tmp_path))


def test_a_changed_grader_changes_the_keys_of_its_task_and_of_those_that_need_it(
    course_copy: Course, linear_plan: Plan
) -> None:
    def all_keys() -> dict[str, str]:
        course = Course(course_copy.root)
        plan = replace(linear_plan, offering=Offering.of(course, linear_plan.assignment.name, linear_plan.cohort))
        return {task.name: keys.task_key(plan, task) for task in plan.tasks}

    before = all_keys()
    grader = course_copy.graders_folder / "1_linear_regression" / "test_w_star.py"
    grader.write_text(grader.read_text() + "\n# changed\n")
    after = all_keys()
    dependent = {task.name for task in linear_plan.tasks if "w_star" in linear_plan.all_needs(task)}
    assert {name for name in before if before[name] != after[name]} == {"w_star", *dependent}
    assert dependent


def test_the_key_of_a_run_covers_sources_graders_and_numbers(course_copy: Course) -> None:
    def key() -> str:
        course = Course(course_copy.root)
        return keys.run_key(
            Offering(course, course.assignment("1_linear_regression"), course.cohort("2027")), "confined", False
        )

    seen = {key()}
    for path in (
        "assignments/1_linear_regression/1_linear_regression.ipynb",
        "assignments/1_linear_regression/assignment.toml",
    ):
        file = course_copy.root / path
        file.write_text(file.read_text() + "\n")
        seen.add(key())
    grader = course_copy.graders_folder / "1_linear_regression" / "test_w_star.py"
    grader.write_text(grader.read_text() + "\n")
    seen.add(key())
    calibration = course_copy.root / "assignments" / "calibration.toml"
    calibration.write_text(calibration.read_text().replace("bound = ", "bound = 1", 1))
    seen.add(key())
    assert len(seen) == 5


def test_a_hit_gives_the_same_result_without_a_process(
    classroom: Class, linear_plan: Plan, server: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached = Grader(linear_plan, server, cache=Cache(tmp_path / "cache.db"))
    text = classroom.text(w_star="def fit(model):\n    model.W = 1\n\nLinearModel.fit = fit")
    first = cached.grade(text.encode(), student="amber01", file="f")
    monkeypatch.setattr(ForkServer, "spawn", lambda self: pytest.fail("a process was started"))
    words = classroom.reference["interpret_weights"]
    again = cached.grade(text.replace(json.dumps(words)[1:-1], "why not").encode(), student="basil01", file="g")
    assert again.result.tasks == first.result.tasks
    assert "w_star" in losing_points(first.result)
    assert "why not" in json.dumps(again.notebook)


def test_code_that_reads_its_own_comments_gets_its_own_mark(
    classroom: Class, linear_plan: Plan, server: ForkServer, tmp_path: Path
) -> None:
    cached = Grader(linear_plan, server, cache=Cache(tmp_path / "cache.db"))
    line = "linecache.getline('cell count_linear_parameters_answer', 1)"
    read = f"\nimport linecache\nn_linear_parameters = int({line}[1:])"
    for number, points in ((71, 0), (72, 1)):
        text = classroom.text(count_linear_parameters=f"#{number}{read}")
        result = cached.grade(text.encode(), student="amber01", file="f").result
        assert tasks_of(result)["count_linear_parameters"].points == points


def test_nobody_reads_the_comments_of_another_in_their_feedback(
    classroom: Class, linear_plan: Plan, server: ForkServer, tmp_path: Path
) -> None:
    cached = Grader(linear_plan, server, cache=Cache(tmp_path / "cache.db"))
    fails = "def fit(model):\n    1 / 0\n\nLinearModel.fit = fit"
    cached.grade(classroom.text(w_star=fails.replace("0", "0  # by amber")).encode(), student="amber01", file="f")
    graded = cached.grade(classroom.text(w_star=fails).encode(), student="basil01", file="g")
    assert "1 / 0" in json.dumps(graded.notebook)
    assert "by amber" not in json.dumps(graded.notebook)


def test_a_timeout_is_tried_again(classroom: Class, linear_plan: Plan, server: ForkServer, tmp_path: Path) -> None:
    cached = Grader(replace(linear_plan, cell_seconds=0.5), server, cache=Cache(tmp_path / "cache.db"))
    text = classroom.text(count_linear_parameters="n_linear_parameters = 72\nwhile True: pass").encode()
    first = cached.grade(text, student="amber01", file="f").result
    assert tasks_of(first)["count_linear_parameters"].status == "timeout"
    spawned = []
    real = ForkServer.spawn

    def counting(self: ForkServer, large: Sequence[str] = ()) -> object:
        spawned.append(1)
        return real(self, large)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ForkServer, "spawn", counting)
        assert cached.grade(text, student="amber01", file="f").result.tasks == first.tasks
    assert spawned
