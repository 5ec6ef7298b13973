"""All results that there were, in the database of the gradebook, and what changed between them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from hippograd.errors import HippogradError, Problem
from hippograd.grading.changes import changes_since
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.records.folder import Records
from hippograd.records.results import take_over_journals
from hippograd.store.gradebook import Gradebook
from hippograd.store.results import Results, Row

A = "1_scaling"
Add = Callable[[Result, str], None]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    Gradebook(f"sqlite:///{path}").make()
    return path


@pytest.fixture
def results(empty: Path, tmp_path: Path) -> Results:
    shutil.copy(empty, tmp_path / "gradebook.db")
    return Results(Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}"), A)


@contextmanager
def running(results: Results, begun: str, causes: Mapping[str, str] = {}) -> Iterator[Add]:
    with results.run(begun) as now:

        def add(result: Result, key: str) -> None:
            text, made_from = msgspec.json.encode(result).decode(), msgspec.json.encode(causes).decode()
            row = Row(result.student, result.content_hash, result.has_mark, text, key, now, made_from)
            results.book.writing(partial(results.add, row=row))

        yield add


def result(student: str, points: float = 1.0, content: str = "abc") -> Result:
    check = CheckResult("test_one", "One.", True, points, 2, points == 2)
    return Result(
        student, A, "2030", "f", "graded", [TaskResult("t", "T", points, 2, "partial", [check])], content_hash=content
    )


def test_what_changed_is_told_with_its_causes(results: Results) -> None:
    old, new = {"grader": "1", "text": "1"}, {"grader": "2", "text": "1"}
    with running(results, "2026-11-01T10:00:00", old) as add:
        for student in ("ada01", "ben02", "cyd03", "dora04"):
            add(result(student), "key")
    with running(results, "2026-11-02T10:00:00", new) as add:
        add(result("ada01", 2.0), "other")
        add(result("ben02", 0.5, "abd"), "other")
        add(result("cyd03"), "other")
        add(result("eve05"), "other")
    found = changes_since(results)
    assert [str(change) for change in found.changes] == [
        "ada01  t  1 → 2 (test_one): grader",
        "ben02  t  1 → 0.5 (test_one): submission and grader",
    ]
    assert (found.first, found.left) == (["eve05"], ["dora04"])
    assert changes_since(results, datetime(2026, 11, 1).astimezone()).first == [
        "ada01",
        "ben02",
        "cyd03",
        "dora04",
        "eve05",
    ]


def test_the_order_of_runs_is_their_own_whatever_the_zone_and_the_clock(results: Results) -> None:
    winter_in_tokyo, an_hour_later = "2026-11-01T23:00:00.000+09:00", "2026-11-01T10:00:00.000-05:00"
    put_back = "2026-10-31T08:00:00.000+00:00"
    for points, run in ((1.0, winter_in_tokyo), (2.0, an_hour_later), (0.5, put_back)):
        with running(results, run) as add:
            add(result("ada01", points), str(points))
        found = changes_since(results)
        assert found.run == run
        expected = {2.0: [(1, 2)], 0.5: [(2, 0.5)]}.get(points, [])
        assert [(change.before, change.after) for change in found.changes] == expected
    utc = partial(datetime, 2026, 11, 1, tzinfo=UTC)
    assert changes_since(results, utc(14)).run == winter_in_tokyo
    assert changes_since(results, utc(14, 30)).run == an_hour_later
    assert [(change.before, change.after) for change in changes_since(results, utc(15)).changes] == [(1, 0.5)]
    assert changes_since(results, utc(15, 1)).changes == []


def test_what_a_killed_run_changed_is_told_by_the_run_that_goes_on_with_it(results: Results) -> None:
    with running(results, "2026-11-02T10:00:00.000+00:00") as add:
        for student in ("ada01", "ben02"):
            add(result(student), "key")
    with suppress(KeyboardInterrupt), running(results, "2026-11-03T10:00:00.000+00:00") as add:
        add(result("ada01", 2.0), "other")
        raise KeyboardInterrupt
    with running(results, "2026-11-04T10:00:00.000+00:00") as add:
        add(result("ben02", 3.0), "other")
    found = changes_since(results)
    assert [(change.student, change.after) for change in found.changes] == [("ada01", 2.0), ("ben02", 3.0)]
    assert found.run == "2026-11-03T10:00:00.000+00:00"
    with running(results, "2026-11-05T10:00:00.000+00:00") as add:
        add(result("ada01", 1.0), "key")
    assert [change.student for change in changes_since(results).changes] == ["ada01"]


def test_only_who_has_a_mark_is_said_to_have_one(results: Results) -> None:
    damaged = Problem("It is cut short.")
    with running(results, "2026-11-01T10:00:00", {"grader": "1"}) as add:
        for student in ("ada01", "cyd03"):
            add(result(student), "key")
        for student in ("ben02", "dora04", "unmatched work"):
            add(Result(student, A, "2030", "f", "not_gradable", problem=damaged), "key")
    assert changes_since(results).first == ["ada01", "cyd03"]
    with running(results, "2026-11-02T10:00:00", {"grader": "2"}) as add:
        add(result("ben02"), "key")
        add(Result("cyd03", A, "2030", "f", "not_gradable", problem=damaged), "key")
    found = changes_since(results)
    assert (found.first, found.left) == (["ben02"], ["ada01"])


def test_why_a_kept_mark_falls_is_looked_up_where_it_was_earned(results: Results) -> None:
    kept = replace(result("ada01", 0.5).tasks[0], points=1.0)
    runs = [
        ("1", result("ada01")),
        ("2", replace(result("ada01"), tasks=[kept])),
        ("2", replace(result("ada01"), tasks=[kept])),
        ("2", result("ada01", 0.5)),
        ("3", result("ada01")),
    ]
    for day, (grader, one) in enumerate(runs, 1):
        with running(results, f"2026-11-0{day}T10:00:00", {"grader": grader}) as add:
            add(one, "key")
        found = changes_since(results)
        expected = {
            2: ([], ["ada01  t  1 → 0.5 (test_one): grader"]),
            3: ([], ["ada01  t  1 → 0.5 (test_one): grader"]),
            4: (["ada01  t  1 → 0.5 (test_one): grader and --never-lower left out"], []),
            5: (["ada01  t  0.5 → 1 (test_one): grader"], []),
        }
        assert ([*map(str, found.changes)], [*map(str, found.kept)]) == expected.get(day, ([], []))


def test_the_result_of_today_is_the_last_or_one_that_is_shown_again(results: Results) -> None:
    with running(results, "2026-11-01T10:00:00") as add:
        add(result("ada01"), "key")
        add(result("ben02"), "key")
        add(Result("ada01", A, "2030", "f", "not_gradable"), "key")
    past = results.past()
    assert results.last(Result)["ada01"].status == "not_gradable"
    assert (past.last["ada01"].number, past.today["ada01"].number) == (1, 3)
    results.show(past.last["ada01"]._replace(text=msgspec.json.encode(result("ada01")).decode()))
    assert list(results.last(Result)) == ["ben02", "ada01"]
    assert results.last(Result)["ada01"] == result("ada01")
    assert results.past().today["ada01"].number == 1


def test_a_result_counts_once_what_belongs_to_it_is_on_the_disk(results: Results) -> None:
    with running(results, "2026-11-01T10:00:00") as add:
        add(result("ada01"), "key")
        add(result("ada01", 2.0, "abd"), "")
    assert results.past().last["ada01"].content_hash == "abc", "a run was killed after the second"
    text = msgspec.json.encode(result("ada01", 2.0, "abd")).decode()
    results.finish(Row("ada01", "abd", True, text, "other"))
    past = results.past()
    assert (past.last["ada01"].content_hash, past.last["ada01"].key) == ("abd", "other")
    assert past.files == {("ada01", "abc"), ("ada01", "abd")}


def test_a_student_leaves_no_result_and_the_export_has_one_line_each(results: Results, tmp_path: Path) -> None:
    with running(results, "2026-11-01T10:00:00") as add:
        for student in ("ada01", "ben02", "ada01"):
            add(result(student), "key")
    assert results.book.remove("ben02") == ["1 result"]
    assert results.students() == {"ada01"}
    results.export(tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == msgspec.json.encode(result("ada01")) + b"\n"
    assert b"ben02" not in (tmp_path / "gradebook.db").read_bytes()


def test_what_an_earlier_version_kept_in_files_is_taken_over(results: Results, tmp_path: Path) -> None:
    entries = [{"key": key, "result": result("ada01", points)} for key, points in (("", 1.0), ("key", 2.0))]
    lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
    (tmp_path / f"{A}.journal").write_bytes(lines + b'{"key": "cut sh')
    take_over_journals(Records(tmp_path))
    assert not (tmp_path / f"{A}.journal").exists()
    assert results.last(Result) == {"ada01": result("ada01", 2.0)}
    assert results.past().last["ada01"].key == "key"
    with running(results, "2026-11-02T10:00:00.000", {"grader": "2"}) as add:
        add(result("ada01"), "other")
    assert [str(change) for change in changes_since(results).changes] == [
        "ada01  t  2 → 1 (test_one): the same, run again"
    ]


def test_two_runs_cannot_write_the_same_records(tmp_path: Path) -> None:
    records = Records(tmp_path)
    with records.one_run(A), pytest.raises(HippogradError, match="is changing"), records.one_run(A):
        pass
    with records.one_run(A), records.one_run("2_other"):
        pass
