"""Another nbgrader course gets stock nbgrader's scores where these are right, and the right ones where they are not."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests import commands
from tests.system.other_courses.conftest import STUDENTS, nbgrader

SCORES = """
select submitted_assignment.student_id, base_cell.name, grade.auto_score, grade.needs_manual_grade
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join base_cell on grade.cell_id = base_cell.id
"""
STOPS_STOCK = "doubled"
"""Stock nbgrader stops at the cell that is there twice, and grades nobody after it."""
KILLED = "killed"
"""Where the kernel dies, stock nbgrader leaves no score at all, for what ran before neither."""
SMALL, GRADEBOOK = "hippograd", "records/class/gradebook.db"
NOT_HANDED_IN = (0, 0)
"""Of a notebook that was not handed in, stock gives 0 for each cell; here it has no mark."""
Scores = dict[tuple[str, str], tuple[float | None, int]]

STOCK_IS_WRONG = {
    ("deleted", "hidden"): 2,  # stock has no score for a test that was deleted; it is put back here
    ("odd", "share"): 1,  # np.float64(1.0) is no number to stock, which then gives full marks
    ("edited", "share"): 1,
    ("broken", "share"): 0,
    ("valued", "shown"): 0,  # a value before the error counts as full marks in stock
    ("valued", "share"): 0,
}


def scores(gradebook: Path) -> Scores:
    with sqlite3.connect(gradebook) as connection:
        return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(SCORES)}


def copy_of(course: Path, target: Path) -> Path:
    shutil.copytree(course, target)
    return target


@pytest.fixture(scope="module")
def stock(other_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Scores:
    course = copy_of(other_course, tmp_path_factory.mktemp("stock") / "course")
    shutil.rmtree(course / "submitted" / STOPS_STOCK)
    print(nbgrader(course, "autograde", "ps1").stderr)
    found = scores(course / "gradebook.db")
    shutil.copytree(other_course / "submitted" / STOPS_STOCK, course / "submitted" / STOPS_STOCK)
    alone = nbgrader(course, "autograde", "ps1", "--student", STOPS_STOCK)
    assert "use an old version" in alone.stderr, "stock nbgrader does not stop at a cell that is there twice any more"
    return found


@pytest.fixture(scope="module")
def ours(other_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = copy_of(other_course, tmp_path_factory.mktemp("ours") / "course")
    stray = course / "submitted" / "stray" / "ps1"
    stray.mkdir(parents=True)
    shutil.copy(other_course / "release" / "ps1" / "first.ipynb", stray / "homework.ipynb")
    command = ["hippograd", "grade-course", str(course), "submitted", "-a", "ps1", "-j", "2"]
    done = commands.run(*command, cwd=course)
    assert done.returncode == 1, done.stderr
    assert "stray: first.ipynb was not handed in: there is homework.ipynb" in " ".join(done.stdout.split())
    print(done.stdout)
    return course


def test_scores_are_those_of_stock_nbgrader_but_where_it_is_wrong(ours: Path, stock: Scores) -> None:
    found = scores(ours / SMALL / GRADEBOOK)
    assert {student for student, _ in found} == set(STUDENTS)
    done = {place for place in stock if place[0] != KILLED and (place in found or stock[place] != NOT_HANDED_IN)}
    differing = {place: found[place] for place in done if found[place] != stock[place]}
    assert differing == {place: (score, 0) for place, score in STOCK_IS_WRONG.items()}
    assert {student for student, _ in found} - {student for student, _ in stock} == {STOPS_STOCK}
    assert {score for (student, _), (score, _) in stock.items() if student == KILLED} == {None}


def test_every_kind_of_damage_costs_what_it_should(ours: Path) -> None:
    found = scores(ours / SMALL / GRADEBOOK)
    totals = dict.fromkeys(STUDENTS, 0.0)
    for (student, _), (score, _) in found.items():
        totals[student] += score or 0
    right = {"right": 12, "deleted": 11, "doubled": 11, "edited": 8, "odd": 7, "endless": 10, "killed": 10, "valued": 4}
    right["broken"] = 4
    assert totals == {"blank": 0, **right}
    assert found["killed", "is_one"] == (0, 0)
    assert found["killed", "last"] == (1, 0)
    assert found["right", "why"] == (None, 1)
    assert found["odd", "why"] == (0, 0)


def test_a_mark_by_hand_is_asked_for_again_only_if_the_answer_has_changed(ours: Path, tmp_path: Path) -> None:
    course = copy_of(ours, tmp_path / "course")
    with sqlite3.connect(course / SMALL / GRADEBOOK) as connection:
        connection.execute(
            "update grade set manual_score = 1.5, needs_manual_grade = 0 "
            "where auto_score is null and cell_id in (select id from base_cell where name = 'why')"
        )
    for path in (course / "submitted").glob("*"):
        if path.name != "right":
            shutil.rmtree(path)
    command = ["hippograd", "grade-course", str(course), "submitted", "-a", "ps1", "-j", "2"]
    for text, waits in (("", 0), (" Really.", 1), ("", 1)):
        for path in (course / "submitted" / "right" / "ps1").glob("*.ipynb"):
            notebook = json.loads(path.read_text())
            for cell in notebook["cells"]:
                if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why":
                    cell["source"] = "".join(cell["source"]) + text
            path.write_text(json.dumps(notebook))
        done = commands.run(*command, cwd=course)
        assert done.returncode == 0, done.stdout + done.stderr
        assert scores(course / SMALL / GRADEBOOK)["right", "why"] == (None, waits)


def test_nbgraders_own_command_gives_the_same_scores_in_the_small_course(ours: Path, tmp_path: Path) -> None:
    small = copy_of(ours / SMALL, tmp_path / "course")
    shutil.rmtree(small / "records")
    work = small / "submitted" / "odd" / "1_ps1_first"
    work.mkdir(parents=True)
    shutil.copy(ours / "submitted" / "odd" / "ps1" / "first.ipynb", work / "1_ps1_first.ipynb")
    done = nbgrader(small, "autograde", "1_ps1_first")
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(small / GRADEBOOK) as connection:
        found = {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(SCORES)}
    assert found
    assert found.items() <= scores(ours / SMALL / GRADEBOOK).items()


def test_a_page_for_students_says_why_a_test_earned_nothing(ours: Path) -> None:
    words = ["hippograd", "--root", str(ours / SMALL), "feedback", "-a", "ps1_first", "--unmarked"]
    done = commands.run(*words, cwd=ours)
    assert done.returncode == 0, done.stdout + done.stderr
    page = ours / SMALL / "records" / "class" / "feedback" / "broken" / "1_ps1_first" / "1_ps1_first.html"
    assert "AssertionError" in page.read_text()
    assert "assert square(-3) == 9" not in page.read_text(), "a hidden test stays hidden"
