"""What a student hands in beside a notebook lies there when it runs, and never in the place of a file of the course."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hippograd.intake.finding.archives import LARGEST_INNER_ZIP
from tests import commands
from tests.system.other_courses.otter_course import notebook, ok, our_scores, zip_of

NOTEBOOK = json.dumps(notebook(["import mine, given", "x, y = mine.x, given.y", "z = open('data/own.csv').read()"]))
TESTS = {"a": ok("a", ">>> x\n1"), "b": ok("b", ">>> y\n'theirs'"), "c": ok("c", ">>> z\n'1,2'")}
COURSES = {"given.py": "y = 'theirs'", "notes/read.txt": ""}
OWN = {
    "mine.py": "x = 1",
    "given.py": "y = 'mine'",
    "given/__init__.py": "y = 'mine'",
    "data/own.csv": "1,2",
    "notes": "is no folder here",
    "../above.py": "",
}
ALL, NONE = {"a": 1, "b": 1, "c": 1}, {"a": 0, "b": 1, "c": 1}


def run(folder: Path, *words: object) -> str:
    done = commands.hippograd(*words, cwd=folder)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def grade(folder: Path) -> dict[str, dict[str, Any]]:
    run(folder, "grade-course", folder / "hw.zip", "handed_in", "-a", "hw", "-j", "1", "--json", "rows.jsonl")
    return {row["student"]: row for row in map(json.loads, (folder / "rows.jsonl").read_text().splitlines())}


def points(folder: Path) -> dict[str, dict[str, float]]:
    return {
        who: {name: row[0] for name, row in rows.items()} for who, rows in our_scores(folder / "rows.jsonl").items()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An assignment with files of its own, and a zip and a folder that were handed in for it."""
    zip_of(tmp_path / "hw.zip", TESTS, {}, COURSES)
    own = tmp_path / "handed_in" / "ada01" / "hw"
    (own / "data").mkdir(parents=True)
    (own / "hw.ipynb").write_text(NOTEBOOK)
    (own / "mine.py").write_text("x = 1")
    (own / "data" / "own.csv").write_text("1,2")
    (own / "link.csv").symlink_to("/etc/passwd")
    with zipfile.ZipFile(own.parent.parent / "basil02.zip", "w") as archive:
        for name, text in {"hw/hw.ipynb": NOTEBOOK, **{f"hw/{name}": text for name, text in OWN.items()}}.items():
            archive.writestr(name, text)
    return tmp_path


def test_own_files_are_there_and_those_of_the_course_are_the_course_s(folder: Path) -> None:
    grade(folder)
    assert points(folder) == {"ada01": ALL, "basil02": ALL}


def test_another_file_beside_the_same_notebook_is_graded_anew_and_a_regrade_has_it(folder: Path) -> None:
    grade(folder)
    (folder / "handed_in" / "ada01" / "hw" / "mine.py").write_text("x = 2")
    grade(folder)
    assert points(folder) == {"ada01": NONE, "basil02": ALL}
    (folder / "handed_in" / "ada01" / "hw" / "mine.py").unlink()
    zip_of(folder / "hw.zip", {**TESTS, "a": ok("a", ">>> x\n2")}, {}, COURSES)
    run(folder, "grade-course", folder / "hw.zip", "handed_in/basil02.zip", "-a", "hw", "-j", "1")
    run(folder, "--root", folder / "hippograd", "regrade", "hw", "-j", "1")
    rows = our_scores(folder / "hippograd" / "records" / "class" / "1_hw.jsonl")
    assert (rows["ada01"]["a"][0], rows["basil02"]["a"][0]) == (1, 0)


def test_too_much_beside_a_notebook_is_named_and_costs_only_itself(folder: Path) -> None:
    film = folder / "handed_in" / "ada01" / "hw" / "film.mp4"
    film.touch()
    os.truncate(film, LARGEST_INNER_ZIP + 1)
    rows = grade(folder)
    assert rows["ada01"]["status"] == "not_gradable"
    assert "film.mp4" in rows["ada01"]["problem"]["message"]
    assert rows["basil02"]["status"] == "graded"


def test_nothing_of_it_is_imported_before_the_wall_stands(folder: Path) -> None:
    """Where the process gets ready, a file of the student's may have the name of any module."""
    for name in sys.stdlib_module_names | {"IPython", "numpy", "msgspec", "gradekit", "hippograd", "otter"}:
        (folder / "handed_in" / "ada01" / "hw" / f"{name}.py").write_text("raise SystemExit\n")
    assert grade(folder)["ada01"]["status"] == "graded"
