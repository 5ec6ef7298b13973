"""What is alike is found through renaming, reordering, formatting and comments; what all were given is not."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.course import Course
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.proofs.answers import read_corpus
from hippograd.proofs.filling import filled_notebook, notebook_text
from hippograd.similarity.answers import Given, work_of
from hippograd.similarity.comparing import compare, shared_mistakes
from tests.conftest import ROOT
from tests.refusals import refused
from tests.unit.similarity.copies import CHANGES
from tests.unit.similarity.planted import find_planted

A = "1_linear_regression"
THOUGHT = "Near the walls few cells fire, so their weights carry the whole coordinate there and look restless."


def test_planted_copies_come_before_all_independent_pairs(linear_course: Course) -> None:
    found = find_planted(linear_course, A, seed=1)
    assert (found.precision, found.recall, found.missed) == (1.0, 1.0, [])
    assert found.pairs == 1225


@pytest.fixture(scope="module")
def given(linear_cells: list[ReleasedCell]) -> Given:
    return Given.of(linear_cells)


@pytest.fixture(scope="module")
def right(linear_course: Course) -> dict[str, list[str]]:
    """Independent right answers, by task; of the shortest, those in one line."""
    found: dict[str, list[str]] = {}
    for one in read_corpus(linear_course, linear_course.assignment(A), "2027"):
        if one.is_correct and (one.task != "count_linear_parameters" or one.source.count("\n") == 1):
            found.setdefault(one.task, []).append(one.source)
    return found


def test_what_all_were_given_is_not_alike(
    given: Given, linear_cells: list[ReleasedCell], right: dict[str, list[str]]
) -> None:
    answers = {cell.grade_id: cell.reference for cell in linear_cells if cell.kind in ("answer", "written")}
    answers["w_star_answer"] = next(cell.source for cell in linear_cells if cell.grade_id == "w_star_answer")
    class_of_12 = [work_of(f"same{n}", answers, given) for n in range(2)]
    class_of_12 += [
        work_of(f"other{n}", {f"{task}_answer": all_[n] for task, all_ in right.items()}, given) for n in range(10)
    ]
    pairs = compare(class_of_12, least=0.1).pairs
    assert {"same0", "same1"} not in [{pair.one.student, pair.other.student} for pair in pairs]
    assert "count_linear_parameters_answer" in compare(class_of_12).too_short


@pytest.mark.parametrize("name", ["renamed", "reformatted", "comments_translated"])
def test_what_only_looks_different_has_the_same_fingerprints(
    given: Given, right: dict[str, list[str]], name: str
) -> None:
    for number, source in enumerate(right["bias_term"][:12]):
        changed = CHANGES[name](source, given.names, random.Random(number))
        one, other = (work_of("ada", {"bias_term_answer": text}, given).answers for text in (source, changed))
        mine, theirs = set(one["bias_term_answer"].prints), set(other["bias_term_answer"].prints)
        assert len(mine & theirs) >= 0.8 * len(mine)
        assert changed != source


def test_code_that_is_no_python_is_compared_as_far_as_it_is_code(given: Given) -> None:
    broken = "%time x = np.einsum('ij,jk->ik', W, X)\nfor in (((\n'''never closed\n" + "(" * 5000
    assert work_of("ada", {"w_star_answer": broken}, given).answers["w_star_answer"].prints


def test_a_fingerprint_knows_its_lines(given: Given) -> None:
    code = "\n\n# first\nX_twice = np.einsum('ij->ji',\n    X_train)[::-1] + 17\n"
    prints = work_of("ada", {"w_star_answer": code}, given).answers["w_star_answer"].prints
    assert frozenset().union(*prints.values()) == {3, 4}


def result(student: str, value: str, diagnosis: str = "sign") -> Result:
    checks = [CheckResult("test", "Idea.", False, 0.0, 1.0, not value, "It is negative.", value, diagnosis)]
    tasks = [TaskResult("w_star", "Weights", 0.0, 1.0, "failed", checks)]
    return Result(student, A, "2027", "", "graded", tasks)


def test_a_rare_mistake_is_one_that_few_make_with_the_same_value() -> None:
    values = {"ada": "received 7.25", "ben": "received 7.25", "cyd": "received 1"}
    crowd = [result(f"dan{n:02d}", "received 3") for n in range(20)]
    slow = [result(f"eve{n}", "no answer within 10 s", "timeout") for n in range(2)]
    (found,) = shared_mistakes([*(result(who, value) for who, value in values.items()), *crowd, *slow])
    assert (found.students, found.value, found.of) == (("ada", "ben"), "received 7.25", 25)


def write(folder: Path, student: str, text: str) -> None:
    place = folder / "autograded" / student / A
    place.mkdir(parents=True)
    (place / f"{A}.ipynb").write_text(text)


def similar(folder: Path, *arguments: object) -> str:
    command = ["--root", ROOT, "similar", A, "-c", "2027", "--records", folder, *arguments]
    with patch.dict(os.environ):
        done = CliRunner().invoke(app, list(map(str, command)))
    if done.exception is not None:
        raise done.exception
    return done.output


@pytest.fixture(scope="module")
def records(
    tmp_path_factory: pytest.TempPathFactory,
    linear_course: Course,
    linear_cells: list[ReleasedCell],
    given: Given,
    right: dict[str, list[str]],
) -> Path:
    """Twelve independent notebooks; one renamed, its text kept; one of a former class; one that is damaged."""
    folder = tmp_path_factory.mktemp("records")
    answers = [{task: all_[n] for task, all_ in right.items()} for n in range(12)]
    answers[3]["interpret_weights"] = f"{THOUGHT}\n\n<script>alert(1)</script>"
    copy = {task: CHANGES["renamed"](text, given.names, random.Random(1)) for task, text in answers[3].items()}
    copy["interpret_weights"] = THOUGHT.upper()
    for number, one in enumerate(answers):
        write(folder, f"amber{number:02d}", notebook_text(filled_notebook(linear_cells, one)))
    write(folder, "basil01", notebook_text(filled_notebook(linear_cells, copy)))
    write(folder, "cedar01", '{"cells": [')
    cells = linear_cells
    for student in ("delta01", "delta02"):
        write(folder / "old", student, notebook_text(filled_notebook(cells, answers[5])))
    return folder


def test_the_page_shows_pairs_side_by_side_and_judges_nobody(records: Path) -> None:
    said = similar(records)
    first = next(line for line in said.splitlines() if "amber" in line)
    assert "amber03, basil01" in first
    assert "1.11" in first, "the text is alike too"
    assert "1 notebooks cannot be read: cedar01" in said
    assert "Shared mistakes are not known" in said
    page = (records / "pages" / "similar" / f"{A}.html").read_text()
    assert '<span class="line same">' in page
    assert "<script" not in page
    assert not any(word in f"{page}{said}".lower() for word in ("copied", "plagia", "cheat", "misconduct"))
    assert "Too short to tell, and left out: 1.1 Counting parameters" in page


def test_a_former_class_is_compared_with_and_not_within(records: Path) -> None:
    said = similar(records, "--with", records / "old")
    assert "amber05, delta01 (old)" in said
    assert "delta01 (old), delta02 (old)" not in said
    with refused("notebooks-not-graded"):
        similar(records, "--with", records / "nowhere")
    with refused("notebooks-not-graded"):
        similar(records / "nowhere")


def test_another_cohort_is_refused(tmp_path: Path) -> None:
    theirs = msgspec.structs.replace(result("ada", "received 1"), cohort="2026")
    (tmp_path / f"{A}.jsonl").write_bytes(msgspec.json.encode(theirs) + b"\n")
    with pytest.raises(HippogradError, match="holds results of cohort 2026, not 2027"):
        similar(tmp_path)


def test_cells_of_their_own_are_compared(given: Given, linear_cells: list[ReleasedCell], tmp_path: Path) -> None:
    from hippograd.records.folder import Records
    from hippograd.similarity.answers import OWN_CELLS, read_work

    notebook = filled_notebook(linear_cells, {})
    own = {
        "id": "own",
        "cell_type": "code",
        "metadata": {"nbgrader": 7},
        "source": ["def mine(a):\n", "    return a**3"],
    }
    write(tmp_path, "ada", json.dumps({**notebook, "cells": [*notebook["cells"], own]}))
    (work,), unreadable = read_work(Records(tmp_path), A, given)
    assert unreadable == []
    assert list(work.answers) == [OWN_CELLS], "blanks are no answers"
