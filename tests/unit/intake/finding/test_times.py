"""Time stamps: one reading for the choice of the attempt and for the gradebook, or a question to a person."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.utils import parse_utc

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_deadline
from hippograd.integrations.submitted import handed_in_at

A = "1_linear_regression"


def handed_in(tmp_path: Path, stamp: str, deadline: str = "2026-11-03T12:00+00:00") -> Submission:
    folder = tmp_path / "submitted" / "ada" / A
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{A}.ipynb").write_text("{}")
    (folder / "timestamp.txt").write_text(stamp)
    (found,) = find_submissions([tmp_path / "submitted"], A, None, read_deadline(deadline))
    return found


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [
        ("2026-11-03 10:00:00 UTC", 10),
        ("2026-11-03 10:00", 10),
        ("2026-11-03T10:00:00Z", 10),
        ("2026-11-03T10:00:00+01:00", 9),
        ("2026-11-03 10:00:00 +0100", 9),
        ("2026-11-03 10:00:00 CET", 9),
        ("2026-11-03 10:00:00 Europe/Berlin", 9),
    ],
)
def test_what_is_understood_is_passed_on_as_nbgrader_reads_it(tmp_path: Path, stamp: str, hour: int) -> None:
    found = handed_in(tmp_path, stamp)
    assert parse_utc(found.timestamp) == datetime(2026, 11, 3, hour)
    assert found.notes == ()
    (late,) = handed_in(tmp_path, stamp, f"2026-11-03T{hour - 1:02}:59+00:00").notes
    assert (late.code, late.data) == ("handed-in-late", {"time": found.timestamp})


def test_fractions_of_a_second_are_kept(tmp_path: Path) -> None:
    found = handed_in(tmp_path, "2026-11-03 10:00:00.123456789 UTC\n", "2026-11-03T10:00+00:00")
    assert parse_utc(found.timestamp) == datetime(2026, 11, 3, 10, 0, 0, 123456)
    assert [note.data["time"] for note in found.notes] == ["2026-11-03 10:00:00.123456 UTC"]
    assert handed_in(tmp_path, "2026-11-03 10:00:00.9", "2026-11-03T10:00:00.9+00:00").notes == ()


@pytest.mark.parametrize(
    "stamp",
    [
        "yesterday",
        "03/11/2026 10:00",
        "2026-11-03",
        "2026-11-03 10:00:00 CEST",
        "2026-13-03 10:00",
        "",
        "\0",
        "2026-11-03 10:00:00 ../../etc/passwd",
        "2026-11-03 10:00:00 /",
        "0001-01-01 00:00:00 +1400",
        "9999-12-31 23:59:59 -1200",
        "Tue Nov  3 10:00:00 2026",
    ],
)
def test_what_is_not_understood_is_no_time_and_a_person_is_asked(tmp_path: Path, stamp: str) -> None:
    found = handed_in(tmp_path, stamp, "2020-01-01T00:00")
    assert (found.timestamp, found.problem) == ("", None)
    (note,) = found.notes
    assert (note.for_staff, note.code, note.data["said"]) == (True, "time-not-understood", stamp)


def test_a_stamp_that_cannot_be_read_stops_nobody(tmp_path: Path) -> None:
    handed_in(tmp_path, "")
    stamp = tmp_path / "submitted" / "ada" / A / "timestamp.txt"
    stamp.write_bytes(b" " * (16 * 1024**2 + 1))
    (found,) = find_submissions([tmp_path / "submitted"], A)
    assert found.notes[0].for_staff
    stamp.unlink()
    stamp.symlink_to("/etc/hostname")
    (found,) = find_submissions([tmp_path / "submitted"], A)
    assert "symbolic link" in found.notes[0].text


@pytest.mark.parametrize("time", ["0001-01-01 00:00:00 +14:00", "9999-12-31 23:59:59 -12:00"])
def test_a_time_at_the_end_of_the_range_in_gradescopes_table_stops_nobody(tmp_path: Path, time: str) -> None:
    export = tmp_path / "assignment_1_export"
    for folder in ("submission_700", "submission_701"):
        (export / folder).mkdir(parents=True)
        (export / folder / f"{A}.ipynb").write_text("{}")
    table = "submission_{}:\n  :submitters:\n  - :name: Ada\n    :sid: a{}\n    :email: a{}@b.org\n  :created_at: {}\n"
    (export / "submission_metadata.yml").write_text(
        "---\n" + table.format(700, 0, 0, time) + table.format(701, 1, 1, "2026-11-01 09:00:00 Z")
    )
    found = find_submissions([export], A, None, None)
    assert [one.timestamp[:10] for one in found] == ["", "2026-11-01"]
    assert found[0].notes[0].code == "time-not-understood"


@pytest.mark.parametrize(
    "stamp", ["12/01/2026 10:00", "2026-11-03 10:00:00 Europe", "٢٠٢٦-١١-٠٣ 10:00:00", "9999-12-31 23:59:59 -12:00"]
)
def test_autograde_takes_no_time_that_grading_does_not(tmp_path: Path, stamp: str) -> None:
    (tmp_path / "timestamp.txt").write_text(stamp)
    with pytest.raises(HippogradError, match="holds no time"):
        handed_in_at(tmp_path)
    (tmp_path / "timestamp.txt").write_text("2026-11-03 10:00:00.5 CET")
    assert handed_in_at(tmp_path) == datetime(2026, 11, 3, 9, 0, 0, 500_000)


@pytest.mark.parametrize("value", ["!!timestamp x", "!!bool x", '!!int "-"', "!!float x", "!!python/name:os.system x"])
def test_no_tag_in_gradescopes_table_is_obeyed(tmp_path: Path, value: str) -> None:
    folder = tmp_path / "assignment_1_export" / "submission_700"
    folder.mkdir(parents=True)
    (folder / f"{A}.ipynb").write_text("{}")
    (folder.parent / "submission_metadata.yml").write_text(f"---\nsubmission_700:\n  :created_at: {value}\n")
    (found,) = find_submissions([folder.parent], A, None, None)
    assert found.timestamp == ""
    assert found.notes[0].code == "time-not-understood"
