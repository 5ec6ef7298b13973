"""The example of the authors' page is a grader of at most 45 lines that keeps right answers and names mistakes."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradekit.checks import LocalStudent, checks_of, run_check
from gradekit.release import load_module
from hippograd.building.public_checks import public_checks
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "graders.md"


def softmax(Z: Any) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def cross_entropy(Z: Any, k: Any) -> Any:
    return -np.log(softmax(Z)[k, range(len(k))]).mean()


def gradient(Z: Any, k: Any) -> Any:
    return (softmax(Z) - np.eye(len(Z))[:, k]) / len(k)


@np.errstate(all="ignore")
def naive(Z: Any) -> Any:
    return np.exp(Z) / np.exp(Z).sum(axis=0)


RIGHT = {"softmax": softmax, "cross_entropy": cross_entropy, "gradient": gradient}


@pytest.fixture
def grader(tmp_path: Path) -> Path:
    text = PAGE.read_text("utf-8").partition('```python\n"""Task softmax')[2].partition("\n```\n")[0]
    file = tmp_path / "test_softmax.py"
    file.write_text(f'"""Task softmax{text}\n', "utf-8")
    return file


def test_it_is_short_and_ships_no_answer(grader: Path) -> None:
    lines = [line for line in grader.read_text("utf-8").splitlines() if line]
    assert len(lines) <= 45
    assert "def odds" not in public_checks(grader)


@pytest.mark.parametrize(
    ("answers", "diagnoses"),
    [
        ({}, []),
        ({"softmax": lambda Z: softmax(Z.T).T}, ["shifted", "over_rows"]),
        ({"softmax": naive}, ["not_finite"]),
        ({"cross_entropy": lambda Z, k: cross_entropy(Z, k) * len(k)}, ["summed"]),
        ({"gradient": lambda Z, k: softmax(Z) / len(k)}, ["odds"]),
    ],
)
def test_it_keeps_right_answers_and_names_mistakes(grader: Path, answers: Any, diagnoses: list[str]) -> None:
    student = LocalStudent({**RIGHT, **answers})
    checks = checks_of(load_module(grader, "of_the_page"))
    outcomes = [run_check(check, student, {}, cohort="2030", task="softmax") for check in checks]
    said = [one.diagnosis for one in outcomes if not one.passed]
    assert said == diagnoses
