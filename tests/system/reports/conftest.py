"""A small course with a graded class, and the command line in this process."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from hippograd.building.released import released_cells
from hippograd.cli import app
from hippograd.cli.app import completed
from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.conftest import ROOT

A = "1_scaling"
ANSWERS = {
    **{f"ada{number:02d}": f"x * factor + {number} * 0" for number in range(6)},
    "ben01": "x * 2",
    "ben02": "x * 2 * 1",
    "cyd01": "x + factor",
    "dan01": "__import__('os')._exit(0)",
}


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def hippograd(root: Path, *arguments: object) -> Done:
    """Run the command line, in this process; starting one takes longer than what most commands do."""
    with patch.dict(os.environ):
        done = CliRunner().invoke(app, ["--root", str(root), *map(str, arguments)])
    if isinstance(done.exception, HippogradError):
        return Done(2, done.stdout, completed(str(done.exception)))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with a graded class: ten notebooks, a damaged one, somebody who handed in nothing."""
    root = tmp_path_factory.mktemp("class") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", root, ignore=shutil.ignore_patterns("records"))
    with open(root / "assignments" / "cohorts.toml", "a") as cohorts:
        cohorts.write(f"\n[2030.late.deadlines]\n{A} = 2030-11-01T12:00:00+00:00\n")
    toml = root / "assignments" / A / "assignment.toml"
    toml.write_text(f"cell_seconds = 1\n{toml.read_text()}")
    course = Course(root)
    cells = released_cells(Offering.of(course, A, course.cohort("2030")))
    for student, answer in ANSWERS.items():
        answers = reference_answers(cells) | {"scaled": f"def scaled(x):\n    return {answer}"}
        put(root, student, notebook_text(filled_notebook(cells, answers)))
    put(root, "eve01", "{")
    for student, time in (("ben01", "02 15:00"), ("cyd01", "02 14:00"), ("ada00", "01 11:00")):
        (root.parent / "submitted" / student / A / "timestamp.txt").write_text(f"2030-11-{time}:00 UTC")
    (root / "records" / "2030").mkdir(parents=True)
    (root / "records" / "2030" / "extensions.toml").write_text(f"[{A}]\ncyd01 = 48\n")
    (root / "records" / "2030" / "sections.toml").write_text("fay01 = 'Tuesday'\nada01 = 'Tuesday'\n")
    roster = root.parent / "class.csv"
    everybody = [*ANSWERS, "eve01", "fay01"]
    roster.write_text("id,name,email\n" + "".join(f"{who},{who.title()} X,{who}@x.example\n" for who in everybody))
    done = hippograd(
        root,
        "grade",
        root.parent / "submitted",
        "-a",
        A,
        "-c",
        "2030",
        "-j",
        1,
        "--tier",
        "unconfined",
        "--roster",
        roster,
    )
    assert done.returncode == 1, done.stderr
    return root


def put(root: Path, student: str, text: str) -> None:
    folder = root.parent / "submitted" / student / A
    folder.mkdir(parents=True)
    (folder / f"{A}.ipynb").write_text(text)
