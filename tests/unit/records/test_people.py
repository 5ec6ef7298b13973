"""Rosters in gradebook and records, extensions, and days that cost nothing."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.cli.app import roster_of
from hippograd.course import Course, Offering
from hippograd.course.late import LatePolicy, more_time, read_extensions, read_sections
from hippograd.errors import HippogradError
from hippograd.intake import Naming, find_submissions, not_handed_in, read_roster
from hippograd.records.extensions import enter_sections, extended
from hippograd.records.folder import Records
from hippograd.records.people import compare_people, enter_people, read_people
from hippograd.records.roster import remember, remembered
from hippograd.store.gradebook import Gradebook as Book
from hippograd.store.lateness import Lateness
from tests.conftest import ROOT, copy_course, set_deadline
from tests.gradebooks import locked_once
from tests.refusals import refused

DUE = datetime(2026, 11, 2, 12, tzinfo=UTC)
ROSTER = "id,name,email,section\namber01,Amber Example,amber@example.org,Tue\nben02,Ben Example,,Thu\n"


def test_a_roster_is_compared_before_it_is_entered(tmp_path: Path) -> None:
    db_url, file = f"sqlite:///{tmp_path / 'gradebook.db'}", tmp_path / "class.csv"
    file.write_text(ROSTER)
    roster = read_roster(file)
    assert compare_people(db_url, tmp_path, roster) == (["amber01", "ben02"], [], [])
    assert not (tmp_path / "gradebook.db").exists()
    enter_people(db_url, roster)
    enter_sections(tmp_path, roster)
    assert compare_people(db_url, tmp_path, roster) == ([], [], [])
    file.write_text("id,name,section\namber01,Amber Sample,Fri\ncem03,Cem Example,\n")
    later = read_roster(file)
    changes = ["amber01: last name Example -> Sample", "amber01: section Tue -> Fri"]
    assert compare_people(db_url, tmp_path, later) == (["cem03"], changes, ["ben02"])
    enter_people(db_url, later)
    enter_sections(tmp_path, later)
    assert read_sections(tmp_path) == {"amber01": "Fri", "ben02": "Thu"}
    with Gradebook(db_url) as book:
        assert book.find_student("amber01").email == "amber@example.org", "of which the later one says nothing"


@pytest.mark.parametrize("called", ["2026/CS/001", "u-202612345678", "=cmd", "Zoë 1"])
def test_an_id_that_is_no_folder_is_one_student_everywhere(tmp_path: Path, called: str) -> None:
    file, folder = tmp_path / "class.csv", tmp_path / "download" / "13394-80551 - Amber - Oct 30, 2026 1205 PM"
    file.write_text(f"id,name,section,brightspace\n{called},Amber Example,Tue,13394-80551\n", encoding="utf-8")
    folder.mkdir(parents=True)
    (folder / "1_linear_regression.ipynb").write_text("{}")
    roster = read_roster(file)
    (submission,) = find_submissions([folder.parent], "1_linear_regression", roster)
    db_url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    enter_people(db_url, roster)
    enter_sections(tmp_path, roster)
    assert roster.students == {submission.student} == set(read_people(db_url)) == set(read_sections(tmp_path))
    assert not_handed_in([submission], roster) == []
    naming = Naming(owners={folder.name: (called,)})
    (owned,) = find_submissions([folder.parent], "1_linear_regression", roster, naming=naming)
    assert owned.student == submission.student


def test_import_shows_what_changes_and_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(ROOT))
    file = tmp_path / "class.csv"
    file.write_text(ROSTER)
    command = ["roster", "import", str(file), "--records", str(tmp_path / "records"), "--cohort", "2027"]
    refused = CliRunner().invoke(app, command, input="n\n")
    assert refused.exit_code == 1
    assert "2 new: amber01, ben02" in refused.output
    assert not (tmp_path / "records").exists()
    assert CliRunner().invoke(app, [*command, "--yes"]).exit_code == 0
    assert "Nothing changes." in CliRunner().invoke(app, command).output


def test_a_section_that_has_deadlines_is_known_in_either_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course, file = copy_course(tmp_path), tmp_path / "class.csv"
    with open(course / "assignments" / "cohorts.toml", "a", encoding="utf-8") as cohorts:
        cohorts.write("\n[2027.late.deadlines]\n1_linear_regression = 2026-11-01T12:00:00Z\n")
        for section in ("tue", "mon"):
            cohorts.write(f"\n[2027.late.sections.{section}]\n1_linear_regression = 2026-11-02T12:00:00Z\n")
    file.write_text(ROSTER)
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(course))
    said = CliRunner().invoke(app, ["roster", "import", str(file), "--cohort", "2027", "--yes"]).output
    assert "Nobody is in section 'mon'" in said
    assert "'tue'" not in said
    file.write_text("id,section\namber01,mon\n")
    said = CliRunner().invoke(app, ["roster", "import", str(file), "--cohort", "2027", "--yes"]).output
    assert "Nobody is in section" not in said, "somebody who is not in this file is in the other"


def test_import_names_the_columns_that_it_does_not_enter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(ROOT))
    file = tmp_path / "class.csv"
    file.write_text("id,name,group,office\namber01,Amber Example,Thu,B12\n")
    command = ["roster", "import", str(file), "--records", str(tmp_path / "records"), "--cohort", "2027", "--yes"]
    said = CliRunner().invoke(app, command).output
    assert "Not used: office.\n" in said
    assert "1 group, for work that is handed in together" in said
    file.write_text("id,name,section\namber01,Amber Example,Thu\n")
    said = CliRunner().invoke(app, command).output
    assert "Not used" not in said
    assert "group" not in said


def test_an_extension_is_written_and_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = copy_course(tmp_path)
    with open(course / "assignments" / "cohorts.toml", "a", encoding="utf-8") as file:
        file.write("\n[2027.late.deadlines]\n1_linear_regression = 2026-11-01T12:00:00Z\n")
    records = tmp_path / "records" / "2027"
    records.mkdir(parents=True)
    (records / "extensions.toml").write_text("# granted\n[1_linear_regression]\nben02 = 24 # was ill\n")
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(course))
    command = ["student", "extend", "amber01", "1_linear_regression", "--cohort", "2027"]
    given = CliRunner().invoke(app, [*command, "36"])
    assert "amber01: 1_linear_regression is due on Tuesday, 3 November 2026, 00:00 UTC." in given.output
    text = (records / "extensions.toml").read_text()
    assert "ben02 = 24 # was ill" in text
    assert "amber01 = 36" in text
    for hours in ("90000", "inf", "nan", "1e300"):
        refused = CliRunner().invoke(app, [*command, hours])
        assert isinstance(refused.exception, HippogradError | SystemExit), hours
        assert (records / "extensions.toml").read_text() == text
    assert CliRunner().invoke(app, [*command, "0"]).exit_code == 0
    assert "amber01" not in (records / "extensions.toml").read_text()


def test_a_file_of_extensions_that_is_none_is_named_and_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "extensions.toml"
    file.write_text(f"[1_linear_regression]\namber01 = 0x{'f' * 9000}\n")
    with refused("toml-bad"):
        read_extensions(tmp_path, "1_linear_regression")
    file.unlink()
    os.mkfifo(file)
    writer = Thread(target=file.write_bytes, args=(b"",), daemon=True)
    writer.start()  # so that waiting for the pipe ends
    with refused("not-a-file"):
        read_extensions(tmp_path, "1_linear_regression")
    reader = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    writer.join(60)
    os.close(reader)


@pytest.mark.parametrize("command", [["list"], ["student", "remove", "ben02", "--yes"], ["mark", "--agreement"]])
def test_a_gradebook_that_is_a_link_to_itself_is_named(tmp_path: Path, command: list[str]) -> None:
    book = tmp_path / "gradebook.db"
    book.symlink_to(book)
    (tmp_path / "1_linear_regression.jsonl").write_text("{}\n")
    done = CliRunner().invoke(app, ["--root", str(ROOT), *command, "--records", str(tmp_path), "-c", "2027"])
    assert isinstance(done.exception, HippogradError), done.exception


def test_a_section_has_its_own_deadline_and_extensions_come_on_top(tmp_path: Path) -> None:
    thursday = {"Thu": {"a": DUE + timedelta(days=2)}}
    policy = LatePolicy(deadlines={"a": DUE, "b": DUE}, sections=thursday)
    (tmp_path / "sections.toml").write_text('amber01 = "Tue"\nben02 = "Thu"\ncem03 = "Thu"\n')
    (tmp_path / "extensions.toml").write_text("[a]\ncem03 = 24\namber01 = 12\n")
    days = {"amber01": timedelta(hours=12), "ben02": timedelta(days=2), "cem03": timedelta(days=3)}
    assert more_time(policy, tmp_path, "a") == days
    assert more_time(policy, tmp_path, "b") == {}


def test_free_days_are_used_up_in_the_order_of_deadlines(tmp_path: Path) -> None:
    policy = LatePolicy(deadlines={"b": DUE, "a": DUE + timedelta(days=7)}, lost_per_day=0.1, free_days=3)
    db_url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    handed_in = {
        "amber01": (2, 2),
        "ben02": (0, 3),
        "cem03": (4, 1),
    }  # days late with b, which is due first, and with a
    with Gradebook(db_url) as book:
        for student in handed_in:
            book.add_student(student)
        for place, name in enumerate(("b", "a")):
            book.add_assignment(name)
            book.add_notebook(name, name)
            book.add_grade_cell("task", name, name, max_score=10, cell_type="code")
            for student, days in handed_in.items():
                late = timedelta(days=days[place]) - timedelta(hours=1)
                time = (policy.deadlines[name] + late).replace(tzinfo=None)
                book.add_submission(name, student, timestamp=time)
                book.find_grade("task", name, name, student).auto_score = 10
        book.db.commit()
    for name in ("b", "a", "a"):
        Book(db_url).enter_penalties(name, handed_in, Lateness(policy, tmp_path))
    with Gradebook(db_url) as book:
        lost = {
            (student, name): book.find_submission_notebook(name, name, student).late_submission_penalty or 0
            for student in handed_in
            for name in ("b", "a")
        }
    assert lost == {
        ("amber01", "b"): 0,
        ("amber01", "a"): pytest.approx(1),
        ("ben02", "b"): 0,
        ("ben02", "a"): 0,
        ("cem03", "b"): pytest.approx(1),
        ("cem03", "a"): pytest.approx(1),
    }
    (tmp_path / "extensions.toml").write_text("[b]\namber01 = 48\n")
    with locked_once(tmp_path / "gradebook.db"):  # it is waited for
        Book(db_url).enter_penalties("a", ["amber01"], Lateness(policy, tmp_path))
    with Gradebook(db_url) as book:
        penalty = book.find_submission_notebook("a", "a", "amber01").late_submission_penalty
    assert not penalty, "an extension for b gives back the days that a took"


def test_an_id_that_becomes_another_is_said(tmp_path: Path) -> None:
    root, file = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"), tmp_path / "class.csv"
    file.write_text("id,name\n../x,Amber Example\nben02,Ben Example\n")
    set_deadline(root, "2031")

    def run(*command: str) -> str:
        return CliRunner().invoke(app, ["--root", str(root), *command, "-c", "2031"]).output

    said = run("roster", "import", str(file), "--yes")
    assert "../x cannot be the name of a folder: here it is _x-" in said
    assert "ben02 cannot" not in said
    assert "ben02: 1_scaling is due on" in run("student", "extend", "ben02", "1_scaling", "24")


def test_extensions_that_are_given_at_once_are_all_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = copy_course(tmp_path)
    with open(course / "assignments" / "cohorts.toml", "a", encoding="utf-8") as file:
        file.write("\n[2027.late.deadlines]\n1_linear_regression = 2026-11-01T12:00:00Z\n")
    offering = Offering.of(Course(course), "1_linear_regression", Course(course).cohort("2027"))
    records = Records(tmp_path / "records")
    records.folder.mkdir()
    began = Barrier(12)

    def extend(number: int) -> None:
        began.wait()
        for student in range(5):
            extended(records, offering, f"s{number}-{student}", 24)

    threads = [Thread(target=extend, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    given = read_extensions(records.folder, "1_linear_regression")
    assert given is not None
    assert len(given) == 60


def test_an_imported_roster_is_read_by_all_commands_and_groups_are_in_it(tmp_path: Path) -> None:
    root, file = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"), tmp_path / "class.csv"
    file.write_text("id,name,email,group,canvas id\nada01,Ada Lovelace,ada@x.org,Team 7,4711\nben02,Ben Li,,Team 7,\n")

    def run(*command: str) -> str:
        return CliRunner().invoke(app, ["--root", str(root), *command, "-c", "2031"]).output

    run("roster", "import", str(file), "--yes")
    kept = remembered(root / "records" / "2031")
    read = read_roster(file)
    assert kept is not None
    assert kept.people == read.people
    assert "Nothing changes." in run("roster", "import", str(file), "--yes")
    file.write_text(file.read_text().replace("Team 7,4711", "Team 8,4711"))
    assert "Nothing changes." not in run("roster", "import", str(file), "--yes")
    assert "ada01 in" in run("student", "remove", "ada01", "--yes")
    kept = remembered(root / "records" / "2031")
    assert kept is not None
    assert kept.students == {"ben02"}
    assert b"Lovelace" not in (root / "records" / "2031" / "roster.json").read_bytes()


def test_a_worksheet_of_moodle_adds_to_the_imported_roster_and_is_not_kept(tmp_path: Path) -> None:
    file, sheet = tmp_path / "class.csv", tmp_path / "worksheet.csv"
    file.write_text("id,email\nada01,ada@x.org\n")
    sheet.write_text(
        "Identifier,Full name,Email address,Last modified (submission)\n"
        'Participant 500003,Ada Lovelace,ada@x.org,"Wednesday, 10 June 2026, 2:14 PM"\n'
    )
    remember(tmp_path, [file, sheet])
    records = Records(tmp_path)
    assert roster_of(records, None) == remembered(tmp_path)
    both = roster_of(records, [sheet])
    assert both is not None
    assert both.students == {"ada01"}
    assert both.people["ada01"].handed_in == "Wednesday, 10 June 2026, 2:14 PM"


@pytest.mark.parametrize(("said", "meant"), [("ambr01", "amber01"), ("AMBER01", "amber01"), ("Example, Ben", "ben02")])
@pytest.mark.parametrize(
    "command",
    [["student", "extend", "X", "1", "24"], ["mark", "X", "scaled", "1", "--why", "So."], ["feedback", "-a", "1", "X"]],
    ids=lambda command: command[0],
)
def test_an_id_that_is_nobodys_is_refused_with_the_nearest(
    tmp_path: Path, command: list[str], said: str, meant: str
) -> None:
    root = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    set_deadline(root, "2031")
    records = root / "records" / "2031"
    (records / "autograded" / "amber01" / "1_scaling").mkdir(parents=True)
    (records / "autograded" / "amber01" / "1_scaling" / "1_scaling.ipynb").write_text("{}")
    (tmp_path / "class.csv").write_text(ROSTER)
    enter_people(f"sqlite:///{records / 'gradebook.db'}", read_roster(tmp_path / "class.csv"))
    asked = [said if word == "X" else word for word in command]
    done = CliRunner().invoke(app, ["--root", str(root), *asked, "-c", "2031"])
    assert isinstance(done.exception, HippogradError)
    assert done.exception.code == "student-unknown"
    assert done.exception.data["nearest"] == f"Did you mean {meant}?"
    assert not (records / "extensions.toml").exists()
