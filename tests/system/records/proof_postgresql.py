"""A gradebook in PostgreSQL, on a server of its own, has the same marks as one in a file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from hippograd.course import Course, Offering
from hippograd.errors import GradebookUnusable
from hippograd.intake import find_submissions
from hippograd.marking.desk import Desk
from hippograd.marking.questions import Answers, questions_of
from hippograd.marking.store import MarkStore, Taken
from hippograd.records.folder import Records
from hippograd.run import ClassRun
from hippograd.store.desk_marks import Mark
from hippograd.store.gradebook import Gradebook as Book
from tests import machine
from tests.gradebooks import COMMENTS, MARKS, PENALTIES, SOURCES, during_an_entry
from tests.system.records.conftest import A, run


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Path]:
    """A server that listens on a socket in a folder only; PostgreSQL refuses to run as root."""
    programs = machine.postgresql()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    who: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        who = {"user": "nobody", "group": "nogroup", "extra_groups": []}

    def program(name: str, *arguments: str) -> None:
        command = [str(programs / name), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120, **who)

    data, options = str(folder / "data"), f"-k {folder} -c listen_addresses='' -c fsync=off"
    program("initdb", "-D", data, "-U", "hippograd", "--auth=trust", "--encoding=UTF8", "--no-sync")
    program("pg_ctl", "-w", "-D", data, "-o", options, "-l", str(folder / "log"), "start")
    try:
        for name in ("ours", "stock"):
            program("createdb", "-h", str(folder), "-U", "hippograd", name)
        yield folder
    finally:
        program("pg_ctl", "-w", "-m", "immediate", "-D", data, "stop")
        shutil.rmtree(folder, ignore_errors=True)


def address(folder: Path, database: str) -> str:
    return f"postgresql+psycopg://hippograd@/{database}?host={folder}"


def rows(url: str, query: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return sorted(found, key=str)


def test_grading_into_postgresql_by_either_command_gives_the_marks_of_sqlite(course: Path, postgresql: Path) -> None:
    grade = ["hippograd", "grade", "submitted", "-a", A, "-j", "1", "--records"]
    in_file = run(course, *grade, "records/ours")
    assert in_file.returncode == 0, in_file.stderr
    shutil.copytree(course / "records" / "ours", course / "records" / "in_server")
    (course / "records" / "in_server" / "gradebook.db").unlink()
    for _ in range(2):  # into an empty database, and again
        in_server = run(course, *grade, "records/in_server", "--db", address(postgresql, "ours"))
        assert in_server.returncode == 0, in_server.stderr
    stock = {"HIPPOGRAD_DB": address(postgresql, "stock")}
    done = run(course, "nbgrader", "autograde", A, **stock)
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(course / "records" / "ours" / "gradebook.db") as connection:
        for query in (MARKS, COMMENTS, SOURCES, PENALTIES):
            expected = sorted((_with_truth(row) for row in connection.execute(query)), key=str)
            assert expected
            for database in ("ours", "stock"):
                found = [_with_truth(row) for row in rows(address(postgresql, database), query)]
                assert sorted(found, key=str) == expected


def test_export_and_feedback_read_it(course: Path, postgresql: Path) -> None:
    stock = {"HIPPOGRAD_DB": address(postgresql, "stock")}
    exported = run(course, "nbgrader", "export", **stock)
    assert exported.returncode == 0, exported.stderr
    lines = (course / "grades.csv").read_text().splitlines()
    assert [line.split(",")[3] for line in lines[1:]] == ["amber01", "basil01", "cedar01"]
    page = run(
        course,
        "hippograd",
        "feedback",
        "--unmarked",
        "-a",
        A,
        "amber01",
        "--records",
        "records/in_server",
        "--db",
        address(postgresql, "ours"),
    )
    assert page.returncode == 0, page.stderr
    assert "4 of 4" in (course / "records/in_server/feedback/amber01" / A / f"{A}.html").read_text()


def test_of_two_markers_at_once_one_is_told_and_nothing_is_doubled(course: Path, postgresql: Path) -> None:
    offering = Offering.of(Course(course), A, Course(course).cohort("2027"))
    questions = questions_of(offering)
    answers = Answers(Records(course / "records" / "in_server"), questions)
    url = address(postgresql, "ours")
    desks = [Desk(MarkStore(url), answers, questions, marker) for marker in ("tess", "zoe")]
    told = []
    looked = {(desk.marker, question.key): desk.look(question) for desk in desks for question in questions}

    def mark(desk: Desk) -> None:
        for question in questions:
            for student in ("amber01", "basil01"):
                seen = looked[desk.marker, question.key].states[student].seen
                try:
                    desk.mark(question, student, [question.rubric.items[0].id], desk.marker, seen)
                except Taken as error:
                    told.append(error.student)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(mark, desks))
    assert len(told) == 2 * len(questions)
    for question in questions:
        marks = desks[0].store.latest(A, question.cell)
        scores = desks[0].store.in_gradebook(A, question.cell)
        assert {student: mark.points for student, mark in marks.items()} == {
            student: scores[student].manual for student in ("amber01", "basil01")
        }


def test_all_of_it_is_copied_into_a_file(postgresql: Path, tmp_path: Path) -> None:
    Book(address(postgresql, "ours")).copy_to(tmp_path / "gradebook.db")
    with sqlite3.connect(tmp_path / "gradebook.db") as copied:
        for table in ("student", "grade", "comment", "hippograd_marks"):
            query = f"select count(*) from {table}"
            ((count,),) = copied.execute(query).fetchall()
            assert count > 0
            assert rows(address(postgresql, "ours"), query) == [(count,)]


def test_a_mark_that_is_saved_during_a_regrade_is_in_the_gradebook(course: Path, postgresql: Path) -> None:
    offering = Offering.of(Course(course), A, Course(course).cohort("2027"))
    url = address(postgresql, "ours")
    questions, records = questions_of(offering), Records(course / "records" / "in_server", url)
    desk, question = Desk(MarkStore(url), Answers(records, questions), questions, "zoe"), questions[0]
    seen = desk.look(question).states["amber01"].seen
    mine = [one for one in find_submissions([course / "submitted"], A) if one.student == "amber01"]
    with during_an_entry(lambda: desk.mark(question, "amber01", [], "meanwhile", seen)) as saved:
        list(ClassRun(offering, records, tier="unconfined", everything=True).grade(mine))
    assert saved[0].result().number == seen.numbers["mark"]
    score = desk.store.in_gradebook(A, question.cell)["amber01"]
    assert (score.manual, score.comment) == (0, "meanwhile")


def test_an_answer_with_a_sign_that_it_cannot_hold_is_marked(course: Path, postgresql: Path) -> None:
    store = MarkStore(address(postgresql, "ours"))
    cell = questions_of(Offering.of(Course(course), A, Course(course).cohort("2027")))[0].cell
    number = store.latest(A, cell)["basil01"].number + 1
    store.save(A, cell, [Mark("basil01", "tess", [], 1, "c\0d", "digest", "a\0b", number=number)])
    last = store.latest(A, cell)["basil01"]
    assert (last.text, last.comment, last.digest) == ("a\ufffdb", "c\ufffdd", "digest")
    assert store.in_gradebook(A, cell)["basil01"].comment == "c\ufffdd"


def test_a_gradebook_that_may_not_be_read_is_not_taken_for_none(postgresql: Path) -> None:
    engine = create_engine(address(postgresql, "ours"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("create role guest login"))
    engine.dispose()
    with pytest.raises(GradebookUnusable, match="permission denied"):
        Book(address(postgresql, "ours").replace("hippograd@", "guest@")).require()


def _with_truth(row: tuple[object, ...]) -> tuple[object, ...]:
    """SQLite has no truth values, and PostgreSQL's sums are of another type."""
    return tuple(int(value) if isinstance(value, bool) else value for value in row)
