"""Whose notebook is which where an assignment has several, and what is said of one that is not there."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from hippograd.intake import Note
from hippograd.intake.finding.archives import LARGEST_INNER_ZIP
from tests import commands

DOUBT = "Please check: "


def with_capitals(folder: Path) -> None:
    (folder / "first.ipynb").rename(folder / "First.ipynb")


def misspelt(folder: Path) -> None:
    (folder / "first.ipynb").rename(folder / "frist.ipynb")


def exported(folder: Path) -> None:
    (folder / "first.ipynb").rename(folder / "first.html")


def missing(folder: Path) -> None:
    (folder / "first.ipynb").unlink()


def zipped(folder: Path) -> None:
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        archive.write(folder / "second.ipynb", "second.ipynb")
    missing(folder)
    (folder / "second.ipynb").unlink()


def with_a_film(folder: Path) -> None:
    (folder / "film.mp4").touch()
    os.truncate(folder / "film.mp4", LARGEST_INNER_ZIP + 1)


Damage = Callable[[Path], None]
CASES: dict[str, Damage] = {
    "amber01": with_capitals,
    "basil01": misspelt,
    "cedar01": exported,
    "delta01": missing,
    "ember01": zipped,
    "flint01": with_a_film,
}


@pytest.fixture(scope="module")
def graded(other_course: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, dict[str, object]]]:
    """What the command prints, and its rows by student."""
    course = tmp_path_factory.mktemp("names") / "course"
    shutil.copytree(other_course, course)
    shutil.rmtree(course / "submitted")
    for student, damage in CASES.items():
        folder = course / "submitted" / student / "ps1"
        shutil.copytree(other_course / "submitted" / "right" / "ps1", folder)
        damage(folder)
    command = ["hippograd", "grade-course", str(course), "submitted", "-a", "ps1", "-j", "2"]
    done = commands.run(*command, cwd=course)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = [json.loads(line) for line in (course / "ps1.jsonl").read_text().splitlines()]
    return done.stdout, {row["student"]: row for row in found}


def points(row: dict[str, object]) -> float:
    return sum(task["points"] for task in row["tasks"])  # type: ignore[attr-defined]


def test_a_notebook_with_capitals_in_its_name_is_graded(graded: tuple[str, dict[str, dict[str, object]]]) -> None:
    _, rows = graded
    assert points(rows["amber01"]) == 12


@pytest.mark.parametrize(("student", "left"), [("basil01", "frist.ipynb"), ("cedar01", "first.html")])
def test_a_file_that_may_be_the_missing_notebook_is_shown_to_the_ta(
    graded: tuple[str, dict[str, dict[str, object]]], student: str, left: str
) -> None:
    printed, rows = graded
    assert points(rows[student]) == 1
    note = f"{DOUBT}first.ipynb was not handed in and has no points, but there is also {left}."
    assert f"{student}: {note}" in printed


def test_a_notebook_that_is_simply_not_there_is_no_doubt(graded: tuple[str, dict[str, dict[str, object]]]) -> None:
    printed, rows = graded
    note = msgspec.to_builtins(Note.of("notebook-missing", name="first"))
    assert note in rows["delta01"]["notes"]  # type: ignore[operator]
    assert f"delta01: {DOUBT}" not in printed


def test_the_only_notebook_in_a_zip_is_not_taken_for_another_one(
    graded: tuple[str, dict[str, dict[str, object]]],
) -> None:
    printed, rows = graded
    assert rows["ember01"]["status"] == "graded"
    assert f"ember01: {DOUBT}there is no first.ipynb of this student" in printed


def test_what_is_too_large_to_lie_beside_a_notebook_is_named_and_copied_nowhere(
    graded: tuple[str, dict[str, dict[str, object]]],
) -> None:
    _, rows = graded
    assert rows["flint01"]["status"] == "not_gradable"
    assert "more than 2000 or 128 MB" in rows["flint01"]["problem"]["message"]  # type: ignore[index]
