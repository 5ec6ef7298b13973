"""What is asked of a gradebook without loading nbgrader."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hippograd.errors import GradebookUnusable, HippogradError
from hippograd.marking.store import MarkStore
from hippograd.nbgrader_env import Gradebook
from hippograd.store.gradebook import Gradebook as Book
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
    assert {who: str(time) for who, time in Book(url).submitted("a").items()} == {"ada01": "2030-11-01 10:00:00+00:00"}
    assert Book(url).submitted("b") == {}


def test_where_there_is_no_gradebook_nobody_is_entered(tmp_path: Path) -> None:
    assert Book(f"sqlite:///{tmp_path / 'none.db'}").submitted("a") == {}
    (tmp_path / "empty.db").touch()
    assert Book(f"sqlite:///{tmp_path / 'empty.db'}").submitted("a") == {}
    assert not (tmp_path / "none.db").exists()


def test_a_gradebook_that_cannot_be_read_has_not_nobody_in_it(tmp_path: Path) -> None:
    with pytest.raises(GradebookUnusable, match="not-a-time"):
        Book(book(tmp_path, "not-a-time")).submitted("a")
    (tmp_path / "broken.db").write_text("broken" * 1000)
    with refused("gradebook-damaged", cause="file is not a database"):
        Book(f"sqlite:///{tmp_path / 'broken.db'}").submitted("a")


def test_a_damaged_gradebook_and_an_empty_one_have_remedies_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_text("broken" * 1000)
    with refused("gradebook-damaged"):
        Book(f"sqlite:///{tmp_path / 'broken.db'}").require()
    whole = tmp_path / "whole.db"
    Gradebook(f"sqlite:///{whole}").close()
    (tmp_path / "cut.db").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with refused("gradebook-damaged"):
        Book(f"sqlite:///{tmp_path / 'cut.db'}").marks("a")
    (tmp_path / "empty.db").touch()
    with pytest.raises(HippogradError, match=r"empty\.db is empty: it has 0 bytes\. Put a backup in its place; or"):
        Book(f"sqlite:///{tmp_path / 'empty.db'}").require()


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'others.db'}"
    with closing(sqlite3.connect(tmp_path / "others.db")) as made:
        made.execute("create table inventory (id)")
    for asks in (Book.require, lambda book: MarkStore(book.url), lambda book: book.marks("a")):
        with pytest.raises(HippogradError) as refused:
            asks(Book(url))
        assert refused.value.code == "gradebook-missing"
    with closing(sqlite3.connect(tmp_path / "others.db")) as found:
        assert found.execute("select name from sqlite_master").fetchall() == [("inventory",)]
    Book(book(tmp_path, "2030-11-01 10:00:00")).require()


def test_an_address_that_names_its_driver_is_one_of_a_gradebook(tmp_path: Path) -> None:
    url = f"sqlite+pysqlite:///{tmp_path / 'new.db'}"
    assert Book(url).submitted("a") == {}
    with pytest.raises(HippogradError) as refused:
        Book(url).require()
    assert (refused.value.code, refused.value.data) == ("gradebook-missing", {"gradebook": url})
    assert not (tmp_path / "new.db").exists()
    Gradebook(url).close()
    Book(url).require()


def test_an_address_that_is_none_is_said(tmp_path: Path) -> None:
    for wrong in ("gradebook.db", "postgresql://ada:secret@host:abc/grades"):
        with pytest.raises(HippogradError) as refused:
            Book(wrong).require()
        assert refused.value.code == "not-a-url"
        assert "secret" not in str(refused.value)
