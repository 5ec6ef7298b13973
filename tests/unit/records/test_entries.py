"""What is asked of a gradebook without loading nbgrader."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from hippograd.errors import GradebookUnusable, HippogradError
from hippograd.marking.store import MarkStore
from hippograd.records.entries import require_gradebook, students_entered
from hippograd.records.marks import read_marks
from tests.refusals import refused

TABLES = """
create table assignment (id, name);
create table submitted_assignment (id, assignment_id, student_id, timestamp);
insert into assignment values (1, 'a');
insert into submitted_assignment values (1, 1, 'ada01', '{time}');
"""


def book(folder: Path, time: str) -> str:
    with closing(sqlite3.connect(folder / "gradebook.db")) as made:
        made.executescript(TABLES.format(time=time))
    return f"sqlite:///{folder / 'gradebook.db'}"


def test_who_is_entered_is_told_with_the_time(tmp_path: Path) -> None:
    url = book(tmp_path, "2030-11-01 10:00:00")
    assert {who: str(time) for who, time in students_entered(url, "a").items()} == {
        "ada01": "2030-11-01 10:00:00+00:00"
    }
    assert students_entered(url, "b") == {}


def test_where_there_is_no_gradebook_nobody_is_entered(tmp_path: Path) -> None:
    assert students_entered(f"sqlite:///{tmp_path / 'none.db'}", "a") == {}
    (tmp_path / "empty.db").touch()
    assert students_entered(f"sqlite:///{tmp_path / 'empty.db'}", "a") == {}
    assert not (tmp_path / "none.db").exists()


def test_a_gradebook_that_cannot_be_read_has_not_nobody_in_it(tmp_path: Path) -> None:
    with pytest.raises(GradebookUnusable, match="not-a-time"):
        students_entered(book(tmp_path, "not-a-time"), "a")
    (tmp_path / "broken.db").write_text("broken" * 1000)
    with refused("gradebook-damaged", cause="file is not a database"):
        students_entered(f"sqlite:///{tmp_path / 'broken.db'}", "a")


def test_a_damaged_gradebook_and_an_empty_one_have_remedies_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_text("broken" * 1000)
    with refused("gradebook-damaged"):
        require_gradebook(f"sqlite:///{tmp_path / 'broken.db'}")
    whole = tmp_path / "whole.db"
    Gradebook(f"sqlite:///{whole}").close()
    (tmp_path / "cut.db").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with refused("gradebook-damaged"):
        read_marks(f"sqlite:///{tmp_path / 'cut.db'}", "a")
    (tmp_path / "empty.db").touch()
    with pytest.raises(HippogradError, match=r"empty\.db is empty: it has 0 bytes\. Put a backup in its place; or"):
        require_gradebook(f"sqlite:///{tmp_path / 'empty.db'}")


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'others.db'}"
    with closing(sqlite3.connect(tmp_path / "others.db")) as made:
        made.execute("create table inventory (id)")
    for asks in (require_gradebook, MarkStore, lambda db: read_marks(db, "a")):
        with pytest.raises(HippogradError, match="There is no gradebook in"):
            asks(url)
    with closing(sqlite3.connect(tmp_path / "others.db")) as found:
        assert found.execute("select name from sqlite_master").fetchall() == [("inventory",)]
    require_gradebook(book(tmp_path, "2030-11-01 10:00:00"))


def test_an_address_that_names_its_driver_is_one_of_a_gradebook(tmp_path: Path) -> None:
    url = f"sqlite+pysqlite:///{tmp_path / 'new.db'}"
    assert students_entered(url, "a") == {}
    with pytest.raises(HippogradError, match="There is no gradebook in sqlite"):
        require_gradebook(url)
    assert not (tmp_path / "new.db").exists()
    Gradebook(url).close()
    require_gradebook(url)


def test_an_address_that_is_none_is_said(tmp_path: Path) -> None:
    for wrong in ("gradebook.db", "postgresql://ada:secret@host:abc/grades"):
        with pytest.raises(HippogradError, match="is not a URL of a database") as refused:
            require_gradebook(wrong)
        assert "secret" not in str(refused.value)
