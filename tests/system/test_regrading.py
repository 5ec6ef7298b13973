"""A regrade says whose marks it changes and why; nothing that was on time is replaced by what was late."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from hippograd.building.released import released_cells
from hippograd.cli.changes import print_changes
from hippograd.cli.show import print_late
from hippograd.course import Course, Offering
from hippograd.grading.changes import Change, Changes
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.intake import Note, Roster, Submission
from hippograd.intake.finding.roster import Person
from hippograd.intake.finding.submissions import PERHAPS_LATE, handed_in_late
from hippograd.intake.finding.times import doubtful_time, written_time
from hippograd.nbgrader_env import Gradebook
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.records.replacing import Earlier
from hippograd.remarks import paragraphs_of_doubts
from tests import commands
from tests.conftest import ROOT
from tests.system.reports.conftest import hippograd

A = "1_scaling"
ANSWERS = {"ada01": "x * factor", "ben02": "x + factor", "cyd03": "x * 2"}
SCORES = """
select student_id, auto_score from submitted_assignment
join submitted_notebook on submitted_notebook.assignment_id = submitted_assignment.id
join grade on grade.notebook_id = submitted_notebook.id join base_cell on grade.cell_id = base_cell.id
where base_cell.name = 'scaled'
"""


def graded(root: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    words = ["--root", root, "grade", *arguments, "-a", A, "-c", "2030", "-j", "1", "--tier", "unconfined"]
    return commands.hippograd(*words, cwd=root.parent)


def grade(root: Path, *arguments: object) -> str:
    done = graded(root, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def changes(root: Path, *arguments: str) -> str:
    done = commands.hippograd("--root", root, "changes", "-a", A, "-c", "2030", *arguments, cwd=root.parent)
    return done.stdout + done.stderr


def scores(root: Path) -> dict[str, float]:
    with sqlite3.connect(root / "records" / "2030" / "gradebook.db") as book:
        return dict(book.execute(SCORES).fetchall())


def hand_in(root: Path, folder: Path, student: str, answer: str, time: str = "", blank: str = "") -> None:
    """A notebook in nbgrader's layout; `blank` is a task without an answer."""
    course = Course(root)
    cells = released_cells(Offering.of(course, A, course.cohort("2030")))
    answers = reference_answers(cells) | {"scaled": f"def scaled(x):\n    return {answer}"}
    answers.pop(blank, None)
    place = folder / "submitted" / student / A
    place.mkdir(parents=True)
    (place / f"{A}.ipynb").write_text(notebook_text(filled_notebook(cells, answers)))
    if time:
        (place / "timestamp.txt").write_text(f"{time} UTC")


def result(student: str, points: float = 1.0, content: str = "abc") -> Result:
    check = CheckResult("test_one", "One.", True, points, 2, points == 2)
    return Result(
        student, A, "2030", "f", "graded", [TaskResult("t", "T", points, 2, "partial", [check])], content_hash=content
    )


def copied(folder: Path) -> Path:
    """The example course in a folder of its own, where nobody handed in anything yet."""
    root = folder / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", root, ignore=shutil.ignore_patterns("records"))
    return root


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = copied(tmp_path)
    for student, answer in ANSWERS.items():
        hand_in(root, tmp_path, student, answer)
    return root


def change_points(root: Path, public: float, hidden: float) -> None:
    grader = root / "autograder" / "graders" / A / "test_scaled.py"
    text = re.sub(r"points=[\d.]+, public=True", f"points={public}, public=True", grader.read_text())
    grader.write_text(re.sub(r"@check\(points=[\d.]+\)", f"@check(points={hidden})", text))


def test_a_regrade_says_whose_marks_change_before_it_does(course: Path) -> None:
    submitted = course.parent / "submitted"
    first = grade(course, submitted)
    assert "3 students have their first mark\nchanged since the last run: no mark" in first
    assert scores(course) == {"ada01": 2.5, "ben02": 0, "cyd03": 1}
    assert "changed since" not in grade(course, submitted), "nothing was graded"
    change_points(course, 0.5, 1.5)
    records = course / "records" / "2030"

    def files() -> dict[Path, bytes]:
        return {
            path: path.read_bytes() for path in records.rglob("*") if path.is_file() and "cache.db" not in path.name
        }

    before = files()
    said = grade(course, submitted, "--preview")
    assert "changed since the last run: 2 marks of 2 students" in said
    assert "  ada01  scaled  2.5 → 2 (test_zero_stays_zero): grader\n" in said
    assert "  cyd03  scaled  1 → 0.5 (test_zero_stays_zero): grader\n" in said
    assert "preview    nothing was written" in said
    assert files() == before

    said = grade(course, submitted / "cyd03", submitted / "ben02", "--never-lower")
    assert "changed since the last run: no mark" in said
    assert "1 not in this input keep the mark of other graders, texts or numbers: ada01" in said
    assert scores(course) == {"ada01": 2.5, "ben02": 0, "cyd03": 1}
    notebook = (records / "autograded" / "cyd03" / A / f"{A}.ipynb").read_text()
    assert "The published mark was kept; graded again, it would be 0.5." in notebook

    said = grade(course, submitted, "--never-lower")
    assert "  ada01  scaled  2.5 → 2" in said, "it is worth no more now"
    change_points(course, 0.25, 1.75)
    grade(course, submitted)
    assert scores(course) == {"ada01": 2, "ben02": 0, "cyd03": 0.25}
    why = "grader and --never-lower left out"
    assert f"  cyd03  scaled  1 → 0.25 (test_zero_stays_zero): {why}\n" in changes(course)
    assert re.match(r"since\s+\S+:\d\d\.\d{3}[+-]", changes(course)), "runs that begin in one second are two"
    assert "2 marks of 2 students" in changes(course, "--since", "2000")
    assert "no mark" in changes(course, "--since", "9998")
    assert "yesterday is not a time" in changes(course, "--since", "yesterday")


def test_a_preview_names_the_file_that_is_broken_and_not_its_copy(course: Path) -> None:
    records = course / "records" / "2030"
    records.mkdir(parents=True)
    book = records / "gradebook.db"
    book.write_text("broken" * 1000)
    refused = graded(course, course.parent / "submitted", "--preview")
    assert refused.returncode == 2
    said = "".join(refused.stderr.split())
    assert f"{book}cannotbeused" in said
    assert "hippograd-preview-" not in said


def test_a_late_submission_never_replaces_one_that_was_on_time(course: Path) -> None:
    cohorts = course / "assignments" / "cohorts.toml"
    cohorts.write_text(cohorts.read_text() + f"\n[2030.late.deadlines]\n{A} = 2030-11-01T23:59:00+00:00\n")
    times = {"on_time": "2030-11-01 10:00:00", "late": "2030-11-03 10:00:00", "second": "2030-11-01 12:00:00"}
    for name, answer in (("on_time", "x * factor"), ("late", "x * 2"), ("second", "x * 2.0")):
        hand_in(course, course.parent / name, "ada01", answer, times[name])
    grade(course, course.parent / "on_time" / "submitted")
    said = " ".join(grade(course, course.parent / "late" / "submitted").split())
    assert "counts, which was on time: the one with 4.5 of 4.5 points, of 1 November 2030, 10:00 UTC, and not" in said
    assert "To have this one counted, write an extension into extensions.toml." in said
    assert scores(course) == {"ada01": 2.5}

    hand_in(course, course.parent / "again", "ada01", "x * factor", times["late"])
    said = " ".join(grade(course, course.parent / "again" / "submitted").split())
    assert "1 late" not in said, "the same file was on time"
    counts = (
        "the same file was there before, and its first time counts: 1 November 2030, 10:00 UTC, not 3 November 2030"
    )
    assert counts in said
    assert "Handed in late" not in (course / "records" / "2030" / f"{A}.jsonl").read_text().splitlines()[-1]
    said = " ".join(grade(course, course.parent / "second" / "submitted").split())
    assert "this replaces another submission: the one with 4.5 of 4.5 points, of 1 November 2030, 10:00 UTC." in said
    assert "ada01 scaled 2.5 → 1 (test_factor_is_the_cohorts): submission" in said
    assert scores(course) == {"ada01": 1}
    (kept,) = (course / "records" / "2030" / "earlier" / "ada01" / A).glob("2030-11-01-10-00-00-*.ipynb")
    assert "x * factor" in kept.read_text()

    said = " ".join(grade(course, course.parent / "on_time" / "submitted").split())
    assert "which is later: the one with 3 of 4.5 points, of 1 November 2030, 12:00 UTC, and not that of" in said

    (course / "records" / "2030" / "extensions.toml").write_text(f"[{A}]\nada01 = 48\n")
    assert "this replaces" in " ".join(grade(course, course.parent / "late" / "submitted").split())


def test_an_extension_of_what_the_cohort_has_no_deadline_for_stops_no_run(course: Path) -> None:
    records = course / "records" / "2030"
    records.mkdir(parents=True)
    (records / "extensions.toml").write_text(f"[{A}]\nada01 = 48\n")
    hand_in(course, course.parent / "in_time", "ada01", "x * factor", "2030-11-01 10:00:00")
    said = grade(course, course.parent / "in_time" / "submitted", "--deadline", "2030-11-01T23:59+00:00")
    assert "under [2030.late.deadlines]" in said
    assert scores(course) == {"ada01": 2.5}


def test_points_given_by_hand_for_an_earlier_file_are_said(course: Path) -> None:
    hand_in(course, course.parent / "first", "ada01", "x + 1")
    hand_in(course, course.parent / "second", "ada01", "x * factor", blank="why_linear")
    grade(course, course.parent / "first" / "submitted")
    for task, points in (("scaled", "0.5"), ("why_linear", "2")):
        words = ["--root", str(course), "mark", "ada01", task, points, "--why", "An idea.", "-c", "2030"]
        commands.hippograd(*words, check=True)
    said = " ".join(grade(course, course.parent / "second" / "submitted").split())
    assert "what a person gave for an earlier file stays" in said
    assert "0.5 points for scaled; this one earns 2.5 of 2.5" in said
    assert "2 points for why_linear; in this one it is blank" in said
    assert scores(course) == {"ada01": 2.5}, "what the file earned; the 0.5 stand beside it"


@pytest.mark.parametrize(
    ("deadline", "says"),
    [
        (None, []),
        (5, []),
        (3, ["the same file was there before, and its first time counts: 2 November 2030"]),
        (1, ["Handed in late: 2030-11-02 10:00:00 UTC.", "the same file was there before, and its first time counts"]),
    ],
    ids=["no deadline", "both on time", "late now", "both late"],
)
def test_the_same_file_once_more_was_handed_in_when_it_was_first(deadline: int | None, says: list[str]) -> None:
    first, again = (datetime(2030, 11, day, 10, tzinfo=UTC) for day in (2, 4))
    notes = (handed_in_late(written_time(again)),) if deadline in (1, 3) else ()
    submission = Submission("ada01", Path("ada01.ipynb"), (), written_time(again), notes)
    until = datetime(2030, 11, deadline, tzinfo=UTC) if deadline is not None else None
    found = Earlier(Result("ada01", A, "2030", "ada01.ipynb", "graded", []), first).at_its_first_time(submission, until)
    assert found.timestamp == written_time(first)
    assert [note.text.startswith(said) for note, said in zip(found.notes, says, strict=True)] == [True] * len(says)


def command(root: Path, *words: object) -> str:
    """What a command says, run in this process."""
    done = hippograd(root, *words, "-c", "2030")
    assert done.returncode == 0, done.stderr
    return done.stdout


def class_of(root: Path, student: str, answer: str) -> Path:
    """A class of one student."""
    hand_in(root, root.parent / answer, student, answer)
    return root.parent / answer / "submitted"


GRADE = ("-a", A, "-j", 1, "--tier", "unconfined")


def test_a_mark_by_hand_is_not_among_those_that_changed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    command(root, "grade", class_of(root, "ada01", "x * 2"), *GRADE)
    command(root, "mark", "ada01", "scaled", 1.5, "--why", "An idea.")
    second = class_of(root, "ada01", "x * factor")
    for more in (["--preview"], []):
        said = command(root, "grade", second, *GRADE, *more)
        assert "changed since the last run: no mark\ngiven by hand, so not changed: 1 mark of 1 student\n" in said
        assert "  ada01  scaled  1 → 2.5, but 1.5 by hand stays (test_factor_is_the_cohorts): submission\n" in said
    assert "but 1.5 by hand stays" in command(root, "changes", "-a", A)


def test_what_was_kept_from_falling_is_said_and_why_it_falls_later(tmp_path: Path) -> None:
    root = copied(tmp_path)
    submitted = class_of(root, "ada01", "x * 2")
    command(root, "grade", submitted, *GRADE)
    change_points(root, 0.5, 2)
    line = "  ada01  scaled  1 → 0.5 (test_zero_stays_zero): grader"
    said = command(root, "grade", submitted, *GRADE, "--never-lower")
    assert f"changed since the last run: no mark\nkept by --never-lower: 1 mark of 1 student\n{line}\n" in said
    assert "changed since" not in command(root, "grade", submitted, *GRADE, "--never-lower"), "nothing was graded"
    said = command(root, "grade", submitted, *GRADE)
    assert f"changed since the last run: 1 mark of 1 student\n{line} and --never-lower left out\n" in said
    assert "kept by" not in said
    assert scores(root) == {"ada01": 0.5}


def test_what_is_replaced_is_the_last_that_was_graded_and_nothing_kept_is_lost(tmp_path: Path) -> None:
    root = copied(tmp_path)
    first, second = class_of(root, "ada01", "x * factor"), class_of(root, "ada01", "x * 2")
    command(root, "grade", first, *GRADE)
    neither = hippograd(root, "grade", first, second, "-c", "2030", *GRADE)
    assert neither.returncode == 1, "two submissions, and no time says which is the last"
    said = " ".join(command(root, "grade", second, *GRADE).split())
    assert "this replaces another submission: the one with 4.5 of 4.5 points. Its notebook is kept in" in said
    earlier = root / "records" / "2030" / "earlier" / "ada01" / A
    (kept,) = earlier.iterdir()
    assert "x * factor" in kept.read_text()

    nothing_new = command(root, "grade", second, *GRADE)
    assert "this replaces" not in nothing_new
    assert "this replaces" in command(root, "list", A, "--status", "please_check"), "it is still to be looked at"

    assert "this replaces" in " ".join(command(root, "grade", first, *GRADE, "--older").split())
    assert "this replaces" not in command(root, "grade", first, *GRADE)
    kept.write_text("what was kept before")
    command(root, "grade", second, *GRADE, "--older")
    assert kept.read_text() == "what was kept before"
    assert "x * factor" in kept.with_name(f"{kept.stem}-2.ipynb").read_text()
    assert len([*earlier.iterdir()]) == 3


def test_a_file_graded_with_its_time_keeps_it_where_a_download_says_only_that_it_is_late() -> None:
    first, deadline = datetime(2030, 11, 3, 10, tzinfo=UTC), datetime(2030, 11, 1, tzinfo=UTC)
    asked = Note(f"{PERHAPS_LATE} Canvas says so, but not when, so no points are taken off.", for_staff=True)
    again = Submission("ada01", Path("ada01.ipynb"), notes=(Note("Two files."), asked))
    earlier = Earlier(Result("ada01", A, "2030", "ada01.ipynb", "graded", []), first)
    found = earlier.at_its_first_time(again, deadline)
    assert found.timestamp == written_time(first)
    assert found.notes == (Note("Two files."), handed_in_late(written_time(first)))


def test_of_many_changes_the_end_of_a_run_lists_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    checks = tuple(f"test_{number}" for number in range(5))
    changes = [Change(f"u{number:02}", "scaled", 1, 0, checks, ("submission",)) for number in range(30)]
    print_changes(Changes("", changes), A, "sqlite:///none.db")
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "  u00  scaled  1 → 0 (test_0, test_1 and 3 more): submission"
    assert lines[-1] == f"  and 10 more: hippograd changes -a {A}"
    assert len(lines) == 22
    print_changes(Changes("", changes), A, "sqlite:///none.db", most=None)
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "  u29  scaled  1 → 0 (test_0, test_1, test_2, test_3, test_4): submission"
    assert len(lines) == 31


@pytest.mark.parametrize(
    ("worksheet", "says"),
    [
        ("", "3 of 3 without a time, so it is not known whether they are late: a, b, c\n  Moodle's grading worksheet"),
        (
            "Sonntag, 1. November 2030, 8:00",
            "2 of 3 without a time, so it is not known whether they are late: b, c\n  A",
        ),
    ],
    ids=["none", "given"],
)
def test_who_is_without_a_time_is_named_and_a_worksheet_that_was_given_is_not_asked_for(
    worksheet: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = Roster({who: Person(who, handed_in=worksheet if who == "a" else "") for who in "abc"})
    handed_in = [Submission(student, Path("work.ipynb")) for student in "cba"]
    nobody = dict.fromkeys("abc")
    print_late(handed_in, nobody, nobody, datetime(2030, 11, 1, tzinfo=UTC), {}, roster)
    assert says in capsys.readouterr().out


def test_what_is_one_students_in_a_list_stands_in_one_pair_of_brackets() -> None:
    said = "this is cohort 2027's notebook ({} of its cells are that cohort's, {} are 2027's). It was graded for 2027."
    results = [
        replace(result(student), notes=[Note(said.format(theirs, own), for_staff=True)])
        for student, theirs, own in (("ada01", 3, 0), ("ben02", 4, 1))
    ]
    (paragraph,) = paragraphs_of_doubts(results)
    assert paragraph == (
        "2 students: Please check: this is cohort 2027's notebook. It was graded for 2027.\n"
        "  ada01 (3 of its cells are that cohort's, 0 are 2027's); "
        "ben02 (4 of its cells are that cohort's, 1 are 2027's)"
    )


def test_of_whom_two_things_are_said_there_is_one() -> None:
    said = "what a person gave for an earlier file stays: {} points for {}. `hippograd mark` changes it."
    notes = [Note(said.format(points, task), for_staff=True) for points, task in ((1, "scaled"), (2, "why_linear"))]
    (paragraph,) = paragraphs_of_doubts([replace(result("ada01"), notes=notes)])
    assert paragraph == (
        "ada01: Please check: what a person gave for an earlier file stays. `hippograd mark` changes it.\n"
        "  ada01 (1 points for scaled); ada01 (2 points for why_linear)"
    )
    (paragraph,) = paragraphs_of_doubts([replace(result(who), notes=notes) for who in ("ada01", "ben02")])
    assert paragraph.startswith("2 students: Please check: ")


def test_of_many_students_the_first_are_named_and_what_is_said_of_all_is_said_once() -> None:
    students = [f"u{number:04}" for number in range(120)]
    doubts = [doubtful_time("the grading worksheet", f"Sonntag, 1. November 2026, 8:{at}") for at in range(120)]
    alike = Note("was this handed in late? Canvas says so.", for_staff=True)
    results = [replace(result(who), notes=[note, alike]) for who, note in zip(students, doubts, strict=True)]
    times, late = paragraphs_of_doubts(results)
    said, _, details = times.partition("\n  ")
    assert said == (
        "120 students: Please check: the time that the grading worksheet gives is not understood, so this is not late. "
        "Write it as 2026-11-01 23:59:00 UTC; then grade again."
    )
    assert details.startswith("u0000 ('Sonntag, 1. November 2026, 8:0'); u0001 ('Sonntag, 1. November 2026, 8:1'); ")
    assert details.endswith("u0019 ('Sonntag, 1. November 2026, 8:19') and 100 more")
    assert late.startswith("120 students (u0000, u0001, ")
    assert late.endswith(", u0019 and 100 more): Please check: was this handed in late? Canvas says so.")


def test_a_run_says_who_is_late_and_of_whom_that_is_not_known(tmp_path: Path) -> None:
    root = copied(tmp_path)
    cohorts = root / "assignments" / "cohorts.toml"
    cohorts.write_text(cohorts.read_text() + f"\n[2030.late.deadlines]\n{A} = 2030-11-01T23:59:00+00:00\n")
    for student, answer in ANSWERS.items():
        hand_in(root, tmp_path, student, answer)
    submitted = tmp_path / "submitted"
    said = command(root, "grade", submitted, *GRADE)
    assert "3 of 3 without a time, so it is not known whether they are late: ada01, ben02, cyd03\n" in said
    assert "  Moodle's grading worksheet (--roster) has the times. A timestamp.txt in submitted/" in said
    for student, day in (("ada01", 1), ("ben02", 3), ("cyd03", 4)):
        (submitted / student / A / "timestamp.txt").write_text(f"2030-11-0{day} 10:00:00 UTC")
    late = "2 late: ben02, cyd03\n"
    for more in (["--preview"], []):
        said = command(root, "grade", submitted, *GRADE, *more)
        assert late + "2 late now and not before: ben02, cyd03\nchanged since the last run: no mark" in said
        assert "without a time" not in said
    (root / "records" / "2030" / "extensions.toml").write_text(f"[{A}]\ncyd03 = 72\n")
    (submitted / "ben02" / A / "timestamp.txt").write_text("2030-11-01 10:00:00 UTC")
    assert "1 late before and not now: ben02\n" in command(root, "grade", submitted, *GRADE)


def test_whoever_is_within_the_minutes_of_grace_is_late_nowhere(tmp_path: Path) -> None:
    root = copied(tmp_path)
    cohorts = root / "assignments" / "cohorts.toml"
    late = f"\n[2030.late]\ngrace_minutes = 10\n\n[2030.late.deadlines]\n{A} = 2030-11-01T23:59:00+00:00\n"
    cohorts.write_text(cohorts.read_text() + late)
    for student, time in (("ada01", "2030-11-02 00:05:00"), ("ben02", "2030-11-02 00:15:00")):
        hand_in(root, tmp_path, student, "x * factor", time)
    assert "1 late: ben02\n" in command(root, "grade", tmp_path / "submitted", *GRADE)
    assert re.findall(r"(\w+) .*late: ([\d.]+) h", command(root, "list", A)) == [("ben02", "0.3")]
    command(root, "report", A)
    page = (root / "records" / "2030" / "pages" / "report" / "report.html").read_text()
    assert "1 came late, the latest by 0.3 hours" in page
    command(root, "feedback", "-a", A, "--unmarked")
    pages = root / "records" / "2030" / "feedback"
    said = ["Handed in late" in (pages / who / A / f"{A}.html").read_text() for who in ("ada01", "ben02")]
    assert said == [False, True]


def test_a_section_of_the_roster_has_its_deadline_in_the_same_run(tmp_path: Path) -> None:
    root, roster = copied(tmp_path), tmp_path / "class.csv"
    cohorts = root / "assignments" / "cohorts.toml"
    of = "deadlines", "sections.Thursday"
    tables = [f"[2030.late.{table}]\n{A} = 2030-11-0{day}T12:00:00Z\n" for table, day in zip(of, (1, 3), strict=True)]
    cohorts.write_text("\n".join([cohorts.read_text(), "[2030.late]\ngrace_minutes = 15\n", *tables]))
    hand_in(root, tmp_path, "ada01", ANSWERS["ada01"], "2030-11-02 10:00:00")
    hand_in(root, tmp_path, "ben02", ANSWERS["ben02"], "2030-11-02 10:00:00")
    hand_in(root, tmp_path, "cyd03", ANSWERS["cyd03"], "2030-11-01 12:10:00")
    roster.write_text("id,section\nada01,thursday \nben02,Monday\ncyd03,\n")
    for more in (["--preview"], []):
        said = command(root, "grade", tmp_path / "submitted", *GRADE, "--roster", roster, *more)
        assert "1 late: ben02\n" in said, "who is in the other section, or within the minutes of grace, is not"
        assert (root / "records" / "2030" / "sections.toml").exists() == (not more)
    roster.write_text("id,section\nada01,Monday\nben02,monday\ncyd03,Monday and Thursday\n")
    for words in (["grade", tmp_path / "submitted", *GRADE, "--roster", roster], ["roster", "import", roster, "--yes"]):
        said = command(root, *words)
        moved = "1 in another section than before, whose deadlines hold for earlier assignments, too: ada01."
        assert (moved in said) == (words[0] == "grade")
        assert "section 'Monday and Thursday' is not one of cohorts.toml" in said
    roster.write_text("id,section\nada01,Thurs\nben02,Monday\ncyd03,Monday\n")
    said = command(root, "grade", tmp_path / "submitted", *GRADE, "--roster", roster)
    assert "section 'Thurs' is not one of cohorts.toml" in said
    assert "section 'Monday'" not in said


def test_what_lateness_costs_goes_by_the_cohorts_deadline_and_that_is_said(tmp_path: Path) -> None:
    root = copied(tmp_path)
    cohorts = root / "assignments" / "cohorts.toml"
    cohorts.write_text(cohorts.read_text() + f"\n[2030.late.deadlines]\n{A} = 2030-11-01T12:00:00Z\n")
    hand_in(root, tmp_path, "ada01", ANSWERS["ada01"], "2030-11-01 13:00:00")
    said = command(root, "grade", tmp_path / "submitted", *GRADE, "--deadline", "2030-11-01T14:00Z")
    assert "what lateness costs goes by the one in cohorts.toml" in " ".join(said.split())
    assert "1 late by the one in cohorts.toml: ada01\n" in said


def test_a_mark_without_a_result_is_not_replaced_unsaid_and_other_records_know_it(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for student in ("ada01", "ben02"):
        hand_in(root, tmp_path, student, ANSWERS["ada01"])
    book = ["--db", f"sqlite:///{tmp_path / 'shared.db'}"]
    command(root, "grade", tmp_path / "submitted", *GRADE, *book)
    hand_in(root, tmp_path, "cyd03", ANSWERS["ada01"])
    others = [*book, "--records", tmp_path / "records of another"]
    said = hippograd(root, "grade", tmp_path / "submitted", *GRADE, *others, "-c", "2030").stderr
    assert "know nothing" not in " ".join(said.split())
    with closing(sqlite3.connect(tmp_path / "shared.db")) as marks:
        marks.execute("delete from hippograd_results where student = 'ben02'")
        marks.commit()
    again = hippograd(root, "grade", tmp_path / "submitted", *GRADE, *others, "-c", "2030").stderr
    assert "Please check: 1 with a mark in the gradebook of which these records know nothing" in " ".join(again.split())
    assert "even if older: ben02." in " ".join(again.split())


def test_a_class_is_not_entered_a_second_time_under_other_ids(tmp_path: Path) -> None:
    root, roster = copied(tmp_path), tmp_path / "class.csv"
    for student in ("ada01", "ben02", "cyd03"):
        hand_in(root, tmp_path, student, ANSWERS["ada01"])
    command(root, "grade", tmp_path / "submitted", *GRADE)
    before = scores(root)
    people = [f"{who},{who[:3].title()} Example,{who}@example.org" for who in ("ada77", "ben78", "cyd79")]
    roster.write_text("\n".join(["id,name,email", *people]))
    (tmp_path / "map.csv").write_text("path,id\nada01,ada77\nben02,ben78\ncyd03,cyd79\n")
    again = ["grade", tmp_path / "submitted", *GRADE, "--roster", roster, "--map", tmp_path / "map.csv", "-c", "2030"]
    done = hippograd(root, *again)
    assert done.returncode == 2
    assert "In the roster alone: ada77, ben78, cyd79." in " ".join(done.stderr.split())
    assert scores(root) == before
    roster.write_text("id,username\nada01,ada77\nben02,ben78\ncyd03,cyd79\n")
    assert hippograd(root, *again).returncode == 0, "the ids of the gradebook, and beside them the new ones"
    assert scores(root) == before


@pytest.mark.parametrize("end", ["\n", "\u2028", f"{'y' * 89} "], ids=["line", "separator", "wrapped"])
def test_the_name_of_a_file_begins_no_line_under_the_table(tmp_path: Path, end: str) -> None:
    root = copied(tmp_path)
    work = (class_of(root, "ada01", "x * factor") / "ada01" / A / f"{A}.ipynb").read_text()
    forged = f"x{end}! ben02: Please check: a copy of cyd03's.ipynb"
    folder = tmp_path / "class"
    folder.mkdir()
    for student, names in (("ada01", (f"{A}.ipynb", forged)), ("cyd03", ("y.ipynb", forged))):
        with zipfile.ZipFile(folder / f"{student}.zip", "w") as archive:
            for name in names:
                archive.writestr(name, work)
    said = hippograd(root, "grade", folder, *GRADE, "-c", "2030").stdout
    assert "! ada01: Please check: was the right notebook graded?" in said
    assert "? cyd03: 2 notebooks were handed in: " in said
    assert said.count("! ben02") == 2
    assert not any(line.startswith("! ben02") for line in said.splitlines())


CANVAS = "lovelaceada_4711_{}_1_scaling{}.ipynb"


def on_canvas(root: Path, folder: Path, answer: str, number: int, suffix: str = "") -> Path:
    """A file of a download of Canvas, which says no time."""
    folder.mkdir(exist_ok=True)
    shutil.copy(class_of(root, "ada01", answer) / "ada01" / A / f"{A}.ipynb", folder / CANVAS.format(number, suffix))
    return folder


def test_how_late_a_file_is_of_which_canvas_says_no_time_is_said_by_a_command(tmp_path: Path) -> None:
    root = copied(tmp_path)
    cohorts = root / "assignments" / "cohorts.toml"
    late = "[2030.late]\nlost_per_day = 0.1\ntimezone = 'Europe/Berlin'\n\n[2030.late.deadlines]"
    cohorts.write_text(cohorts.read_text() + f"\n{late}\n{A} = 2030-11-01T23:59:00\n")
    folder = on_canvas(root, tmp_path / "download", "x * factor", 500)
    file = folder / CANVAS.format(500, "")
    file.rename(file.with_name(file.name.replace("_4711", "_LATE_4711")))
    (tmp_path / "class.csv").write_text("id,canvas id\nada01,4711\n")
    who = "ada01"
    said = command(root, "grade", folder, *GRADE, "--platform", "canvas", "--roster", tmp_path / "class.csv")
    assert f"hippograd student late {who}" in " ".join(said.split())
    page = root / "records" / "2030" / "pages" / "report" / "report.html"
    command(root, "report", A)
    assert "1 late by the platform, time unknown" in page.read_text()
    command(root, "student", "extend", who, "1", "2030-11-02")
    assert "Monday, 4 November 2030, 01:59 CET" in command(root, "student", "late", who, "1", "26h")
    for again in (False, True):
        if again:
            command(root, "regrade", "1", *GRADE[2:])
        assert who in command(root, "list", A, "--status", "late")
        assert lost_by_lateness(root) == pytest.approx(0.9), "two days have begun, of 4.5 points"
        command(root, "report", A)
        assert "1 came late" in page.read_text()
        assert "time unknown" not in page.read_text()
    command(root, "student", "late", who, "1", "0")
    assert lost_by_lateness(root) == 0


def lost_by_lateness(root: Path) -> float:
    with sqlite3.connect(root / "records" / "2030" / "gradebook.db") as book:
        found: float = book.execute("select coalesce(late_submission_penalty, 0) from submitted_notebook").fetchone()[0]
        return found


def test_a_file_that_was_replaced_is_not_taken_again_unless_told(tmp_path: Path) -> None:
    root = copied(tmp_path)
    first, later = class_of(root, "ada01", "x + factor"), class_of(root, "ada01", "x * factor")
    command(root, "grade", first, *GRADE)
    command(root, "grade", later, *GRADE)
    best = scores(root)
    for more in (["--preview"], []):
        assert "another submission counts" in " ".join(command(root, "grade", first, *GRADE, *more).split())
        assert scores(root) == best
    command(root, "grade", first, *GRADE, "--older")
    assert scores(root) != best


def test_a_regrade_reads_the_files_that_count_from_the_records(tmp_path: Path) -> None:
    root = copied(tmp_path)
    first, later = class_of(root, "ada01", "x + factor"), class_of(root, "ada01", "x * 2")
    command(root, "grade", first, *GRADE)
    command(root, "grade", later, *GRADE)
    for folder in (first, later):
        shutil.rmtree(folder)
    kept = root / "records" / "2030" / "originals" / "ada01" / A
    before, file = scores(root), (kept / "handed_in").read_bytes()
    command(root, "regrade", "1", *GRADE[2:])
    assert scores(root) == before
    change_points(root, 0.5, 2)
    assert "1 mark of 1 student" in command(root, "regrade", "1", *GRADE[2:], "--preview")
    assert scores(root) == before
    command(root, "regrade", "1", *GRADE[2:])
    assert scores(root) == {"ada01": 0.5}
    assert (kept / "handed_in").read_bytes() == file
    shutil.rmtree(kept)
    assert hippograd(root, "regrade", "1", "-c", "2030", *GRADE[2:]).returncode == 2


@pytest.mark.parametrize("entered", ["roster import", "grade --roster"])
def test_a_roster_is_given_once_and_a_user_name_counts_by_it_from_then_on(tmp_path: Path, entered: str) -> None:
    root, roster, folder = copied(tmp_path), tmp_path / "class.csv", tmp_path / "class"
    work = class_of(root, "ada01", "x * factor") / "ada01" / A / f"{A}.ipynb"
    folder.mkdir()
    shutil.copy(work, folder / "lovelace.ipynb")
    roster.write_text("id,name,username\nada01,Ada Lovelace,lovelace\nben02,Ben Byron,byron\n")
    if entered == "roster import":
        command(root, "roster", "import", roster, "--yes")
    else:
        command(root, "grade", folder, *GRADE, "--roster", roster)
    said = command(root, "grade", folder, *GRADE)
    assert "1 in the roster handed in nothing: ben02" in said
    assert scores(root).keys() == {"ada01"}
    assert "ben02" in command(root, "list", A, "--status", "missing")


CLASS = "id,name,email\nada01,Ada Lovelace,ada@x.org\nben02,Ben Ox,ben@x.org\ncyd03,Cyd Em,cyd@x.org\n"


def test_a_roster_whose_names_are_not_understood_is_said(tmp_path: Path) -> None:
    root, roster = copied(tmp_path), tmp_path / "class.csv"
    folder = class_of(root, "ada01", "x * factor")
    grade = ("grade", folder, *GRADE, "--roster", roster)
    roster.write_text("id,Voornaam,Achternaam\nada01,Ada,Lovelace\n")
    said = said_by(root, *grade)
    assert "the roster has no names and addresses that are understood. Not used: voornaam, achternaam" in said
    roster.write_text("id,Vorname,Nachname,E-Mail-Adresse\nada01,Ada,Lovelace,ada@x.org\n")
    assert "understood" not in said_by(root, *grade)
    assert people(root)["ada01"] == ("Ada", "Lovelace", "ada@x.org")


def people(root: Path) -> dict[str, tuple[str, ...]]:
    with sqlite3.connect(root / "records" / "2030" / "gradebook.db") as book:
        return {row[0]: row[1:] for row in book.execute("select id, first_name, last_name, email from student")}


def downloaded(root: Path, names: list[str], answer: str = "x * factor") -> Path:
    """A folder of files with these names, as a platform gives them."""
    work, folder = class_of(root, "work", answer) / "work" / A / f"{A}.ipynb", root.parent / "download"
    shutil.rmtree(folder, ignore_errors=True)
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(work, folder / name)
    return folder


def test_whose_mark_becomes_that_of_another_group_is_said(tmp_path: Path) -> None:
    root, roster = copied(tmp_path), tmp_path / "class.csv"
    groups = "id,name,group\nada01,Ada Lovelace,Group {}\nben02,Ben Ox,Group {}\ncyd03,Cyd Em,Group {}\n"
    names = [f"Group {number}/w.ipynb" for number in (1, 2)]
    folder = downloaded(root, names)
    (folder / names[1]).write_text((folder / names[0]).read_text().replace("x * factor", "x * 2"))
    grading = ["grade", folder, "-c", "2030", *GRADE, "--roster", roster]
    roster.write_text(groups.format(1, 1, 2))
    hippograd(root, *grading)
    roster.write_text(groups.format(1, 2, 2))
    said = " ".join(hippograd(root, *grading).stderr.split())
    assert "1 with the mark of a file that is somebody else's in this run, or nobody's: ben02 (now ada01)." in said


def test_a_corrected_map_gives_everybody_their_own_file_back_whatever_the_times(tmp_path: Path) -> None:
    root, folder, table = copied(tmp_path), tmp_path / "all", tmp_path / "map.csv"
    hand_in(root, folder, "ada01", "x * factor", "2030-10-30 10:00:00")
    hand_in(root, folder, "zzz", "x * 2", "2030-10-31 10:00:00")
    roster = tmp_path / "class.csv"
    roster.write_text(CLASS)
    grading = ["grade", folder / "submitted", *GRADE, "--roster", roster, "--map", table]
    table.write_text("path,id\nzzz,ada01\n")
    command(root, *grading)
    assert scores(root)["ada01"] < 2.5
    table.write_text("path,id\nzzz,ben02\n")
    said = " ".join(command(root, *grading).split())
    assert scores(root)["ben02"] < scores(root)["ada01"] == 2.5
    assert re.search(
        r"this replaces another submission: .*, of 31 October 2030, 10:00 UTC, whose file is ben02's", said
    )


@pytest.fixture
def strays(tmp_path: Path) -> tuple[Path, list[object]]:
    """A course, and how its class is graded: two files are nobody's, one cannot be graded."""
    root, folder, roster = copied(tmp_path), tmp_path / "class", tmp_path / "class.csv"
    work = class_of(root, "ada01", "x * factor") / "ada01" / A / f"{A}.ipynb"
    folder.mkdir()
    for name in ("ada01", "Home (1)", "Home (2)"):
        shutil.copy(work, folder / f"{name}.ipynb")
    (folder / "cyd03.ipynb").write_text("{")
    roster.write_text("id\nada01\nben02\ncyd03\ndora04\n")
    return root, ["grade", folder, "-c", "2030", *GRADE, "--roster", roster]


def owners(root: Path, *lines: str) -> list[object]:
    """A map of these lines, as an option."""
    table = root.parent / "map.csv"
    table.write_text("\n".join(["path,id", *lines, ""]))
    return ["--map", table]


def rows(root: Path) -> set[str]:
    """Who is in the file of results."""
    records = root / "records" / "2030"
    return {json.loads(line)["student"] for line in (records / f"{A}.jsonl").read_text().splitlines()}


def test_a_row_that_is_nobodys_goes_once_its_file_is_somebodys(strays: tuple[Path, list[object]]) -> None:
    root, grading = strays
    hippograd(root, *grading)
    first, second = sorted(rows(root) - {"ada01", "cyd03"})
    assert first.startswith("unmatched Home _1_-")
    done = hippograd(root, *grading, *owners(root, "Home (1).ipynb,ben02"))
    assert f"{first}: its file is ben02's; the row is removed." in " ".join(done.stderr.split())
    assert "1 student has a first mark\n" in done.stdout
    assert rows(root) == {"ada01", "ben02", "cyd03", second}
    done = hippograd(root, "export", "-c", "2030", "--unmarked", "--to", root / "marks.csv")
    assert "(5 students, 1_scaling)" in done.stdout, "four in the roster, and the other file"


def test_whose_mark_is_of_a_file_that_is_anothers_by_now_is_said(strays: tuple[Path, list[object]]) -> None:
    root, grading = strays
    hippograd(root, *grading, *owners(root, "Home (1).ipynb,ben02"))
    moved = owners(root, "Home (1).ipynb,dora04")
    assert "ben02 (" in " ".join(hippograd(root, *grading, *moved, "--preview").stderr.split())
    done = hippograd(root, *grading, *moved)
    said = " ".join(done.stderr.split())
    assert "is somebody else's in this run, or nobody's: ben02 (now dora04)." in said
    assert {"ben02", "dora04"} <= rows(root)
    done = hippograd(root, *grading)
    assert "ben02 (now unmatched Home" in " ".join(done.stderr.split())
    command(root, "student", "remove", "ben02", "--assignment", A, "--yes")
    assert "ben02" not in rows(root)
    assert "ben02" not in scores(root)
    assert "or nobody's: dora04 (" in " ".join(hippograd(root, *grading).stderr.split())


def test_a_path_in_a_zip_that_leads_to_anothers_file_removes_no_row(strays: tuple[Path, list[object]]) -> None:
    root, grading = strays
    hippograd(root, *grading)
    before = rows(root)
    with zipfile.ZipFile(root.parent / "class" / "ben02.zip", "w") as packed:
        packed.writestr("a/../Home (1).ipynb", (root.parent / "class" / "ada01.ipynb").read_bytes())
    (root.parent / "class" / "Home (1).ipynb").unlink()
    hippograd(root, *grading)
    assert rows(root) >= before


def test_a_row_stays_where_another_file_lies_in_the_place_of_its_own(strays: tuple[Path, list[object]]) -> None:
    root, grading = strays
    hippograd(root, *grading)
    path = root.parent / "class" / "Home (1).ipynb"
    path.write_text(path.read_text().replace("x * factor", "x * 2"))
    hippograd(root, *grading, *owners(root, "Home (1).ipynb,ben02"))
    assert {row for row in rows(root) if row.startswith("unmatched Home _1_")}


def test_a_file_without_a_time_has_not_that_of_the_file_it_replaces(course: Path) -> None:
    cohorts = course / "assignments" / "cohorts.toml"
    cohorts.write_text(cohorts.read_text() + f"\n[2030.late.deadlines]\n{A} = 2030-11-01T00:00:00+00:00\n")
    hand_in(course, course.parent / "first", "ada01", "x * 2", "2030-11-01 14:14:00")
    hand_in(course, course.parent / "same", "ada01", "x * 2")
    hand_in(course, course.parent / "second", "ada01", "x * factor")
    grade(course, course.parent / "first" / "submitted")
    records = course / "records" / "2030"

    def times() -> tuple[str | None, bool]:
        with sqlite3.connect(records / "gradebook.db") as book:
            ((time,),) = book.execute("select timestamp from submitted_assignment").fetchall()
        return time, (records / "autograded" / "ada01" / A / "timestamp.txt").is_file()

    assert "when was this handed in?" not in grade(course, course.parent / "same" / "submitted")
    assert times() == ("2030-11-01 14:14:00.000000", True), "it is the same file"
    said = " ".join(grade(course, course.parent / "second" / "submitted").split())
    assert re.search("this replaces another submission: the one with .*, of 1 November 2030, 14:14 UTC", said)
    assert "Please check: when was this handed in? It has no time" in said
    assert times() == (None, False)


DEADLINE = datetime(2026, 11, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [(-2, -1, False), (-1, -2, True), (-1, 1, True), (1, 2, False), (2, 1, True), (1, -1, False), (-1, -1, False)],
)
def test_which_of_two_submissions_counts(before: int, after: int, counts: bool) -> None:
    earlier = Earlier(result("ada01"), DEADLINE + before * HOUR)
    time = (DEADLINE + after * HOUR).replace(tzinfo=None).isoformat(" ")
    note = earlier.note_that_it_counts(Submission("ada01", Path("a.ipynb"), timestamp=f"{time} UTC"), DEADLINE)
    assert (note is not None) == counts


def test_a_new_gradebook_beside_results_of_earlier_runs_is_pointed_out(tmp_path: Path) -> None:
    root = copied(tmp_path)
    submitted = class_of(root, "ada01", "x * 2")
    doubt = "Please check: the gradebook is new, and "
    assert doubt not in command(root, "grade", submitted, *GRADE)
    assert doubt not in command(root, "grade", submitted, *GRADE)
    command(root, "mark", "ada01", "scaled", 1.5, "--why", "An idea.")
    elsewhere = ("--db", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    for more in (["--preview"], []):
        said = command(root, "grade", submitted, *GRADE, *elsewhere, *more)
        assert f"{doubt}{root / 'records' / '2030'} has results of earlier runs. What people marked then is in" in said
    assert doubt not in command(root, "grade", submitted, *GRADE, *elsewhere)
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\nada01,Ada L\n")
    new = ("--db", f"sqlite:///{tmp_path / 'new.db'}")
    assert doubt in command(root, "roster", "import", roster, "--yes", *new)


def copy_of_gradebook(source: Path, target: Path) -> None:
    """As a backup is made and put back; the file stays the same one for what has it open."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)


def said_by(root: Path, *words: object) -> str:
    """What a command says on both ways, with one space between words."""
    done = hippograd(root, *words, "-c", "2030")
    assert done.returncode == 0, done.stderr
    return " ".join((done.stdout + done.stderr).split())


def refused(root: Path, *words: object) -> str:
    done = hippograd(root, *words)
    assert done.returncode == 2, done.stdout
    return " ".join(done.stderr.split())


def test_a_backup_is_consistent_and_what_was_graded_since_can_be_graded_again(tmp_path: Path) -> None:
    root = copied(tmp_path)
    book, backup = root / "records" / "2030" / "gradebook.db", tmp_path / "backup.db"
    command(root, "grade", class_of(root, "ada01", "x * 2"), *GRADE)
    command(root, "mark", "ada01", "why_linear", 2, "--why", "An idea.")
    copy_of_gradebook(book, backup)
    second = class_of(root, "ada01", "x * factor")
    hand_in(root, second.parent, "ben02", "x + factor")
    command(root, "grade", second, *GRADE)
    copy_of_gradebook(backup, book)
    command(root, "export", A, "--to", tmp_path / "marks.csv", "--unmarked", "-c", "2030")
    assert "ben02" not in (tmp_path / "marks.csv").read_text()
    for more in (["--preview"], []):
        assert "this replaces another submission" in said_by(root, "grade", second, *GRADE, *more)
    assert scores(root) == {"ada01": 2.5, "ben02": 0}
    with closing(sqlite3.connect(book)) as marks:
        given = "select manual_score from grade where manual_score is not null"
        assert marks.execute(given).fetchall() == [(2.0,)], "what a person gave in that gradebook stays"


def test_a_mark_of_the_text_in_a_backup_waits_where_another_text_is_graded(tmp_path: Path) -> None:
    root = copied(tmp_path)
    book, backup = root / "records" / "2030" / "gradebook.db", tmp_path / "backup.db"
    for name, blank in (("first", "why_linear"), ("second", "")):
        hand_in(root, tmp_path / name, "ada01", "x * factor", blank=blank)
    first, second = tmp_path / "first" / "submitted", tmp_path / "second" / "submitted"
    command(root, "grade", first, *GRADE)
    with Gradebook(f"sqlite:///{book}") as marks:  # as formgrader does
        grade_of = marks.find_grade("why_linear", A, A, "ada01")
        grade_of.manual_score, grade_of.needs_manual_grade = 1, False
        marks.db.commit()
    copy_of_gradebook(book, backup)
    command(root, "grade", second, *GRADE)
    copy_of_gradebook(backup, book)
    command(root, "grade", second, *GRADE)
    words = ("export", A, "--to", tmp_path / "marks.csv", "-c", "2030")
    assert "not marked yet in shifted_written, why_linear: ada01" in refused(root, *words)


def test_whoever_was_taken_out_of_the_gradebook_alone_can_be_taken_out_of_all(tmp_path: Path) -> None:
    root = copied(tmp_path)
    submitted = class_of(root, "ada01", "x * factor")
    hand_in(root, submitted.parent, "ben02", "x + factor")
    command(root, "grade", submitted, *GRADE)
    with Gradebook(f"sqlite:///{root / 'records' / '2030' / 'gradebook.db'}") as book:
        book.remove_student("ben02")
    export = ("export", A, "--to", tmp_path / "marks.csv", "--unmarked", "-c", "2030")
    said = refused(root, *export)
    assert "1 graded, whose marks somebody has taken out of the gradebook" in said
    assert "ben02" in said
    command(root, "student", "remove", "ben02", "--yes", "-c", "2030")
    command(root, *export)
    assert "ben02" not in (tmp_path / "marks.csv").read_text()


def test_whoever_has_marks_in_the_gradebook_only_is_named_and_so_is_a_gradebook_that_was_lost(tmp_path: Path) -> None:
    root = copied(tmp_path)
    submitted = class_of(root, "ada01", "x * factor")
    hand_in(root, submitted.parent, "ben02", "x + factor")
    command(root, "grade", submitted, *GRADE)
    kept = root / "records" / "2030"
    with closing(sqlite3.connect(kept / "gradebook.db")) as book:
        book.execute("delete from hippograd_results where student = 'ben02'")
        book.commit()
    command(root, "grade", class_of(root, "ada01", "x * 2"), *GRADE)
    for name in ("list", "report"):
        said = said_by(root, name, A)
        assert f"1 with marks in the gradebook, but without results in {kept}, left out here: ben02." in said
    assert (
        "1 have marks in the gradebook, but no results here" in (kept / "pages" / "report" / "report.html").read_text()
    )
    (kept / "gradebook.db").unlink()
    assert f"There are no results of {A}" in refused(root, "list", A)


def test_records_of_another_cohort_are_refused_whatever_is_done_with_them(tmp_path: Path) -> None:
    root = copied(tmp_path)
    submitted = class_of(root, "ada01", "x * 2")
    command(root, "grade", submitted, *GRADE)
    book = root / "records" / "2030" / "gradebook.db"
    before = book.read_bytes()
    for words in (
        ("export", A, "--to", tmp_path / "marks.csv", "--unmarked"),
        ("feedback", "-a", A, "--unmarked"),
        ("grade", submitted, *GRADE),
        ("student", "remove", "ada01", "--yes"),
        ("student", "extend", "ada01", A, "48"),
        ("mark", "ada01", "1.1", "1", "--why", "seen"),
        ("changes", "--assignment", A),
        ("list", A),
        ("report", A),
        ("similar", A),
        ("cohort", "erase", "2031", "--yes"),
    ):
        chosen = () if words[0] == "cohort" else ("-c", "2031")
        said = refused(root, *words, *chosen, "--records", root / "records" / "2030")
        assert f"{A}.jsonl holds results of cohort 2030, not 2031. Add --cohort 2030" in said
    assert book.read_bytes() == before


def test_a_page_is_made_from_the_notebook_of_the_result_or_its_student_named(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for student, answer in ANSWERS.items():
        hand_in(root, tmp_path, student, answer)
    submitted = tmp_path / "submitted"
    command(root, "grade", submitted, *GRADE)
    kept = root / "records" / "2030" / "autograded"
    ada, ben = (kept / student / A / f"{A}.ipynb" for student in ("ada01", "ben02"))
    ada.write_bytes(ben.read_bytes())
    shutil.rmtree(kept / "ben02")
    pages = ("feedback", "-a", A, "--unmarked", "-j", 1)
    done = hippograd(root, *pages, "-c", "2030")
    assert done.returncode == 1
    said = "".join((done.stdout + done.stderr).split())
    assert "(1page)" in said
    assert f"ada01for{A}couldnotbewritten:{ada}isnotofthefilethattheirresultisof." in said
    assert f"ben02for{A}couldnotbewritten:{ben}isnotthere." in said
    assert [page.parent.parent.name for page in (root / "records" / "2030" / "feedback").rglob("*.html")] == ["cyd03"]
    command(root, "grade", submitted, *GRADE)
    assert ANSWERS["ada01"] in ada.read_text()
    assert "(3 pages)" in said_by(root, *pages)


def test_a_name_is_proposed_in_a_table_that_is_given_back(tmp_path: Path) -> None:
    root, roster = copied(tmp_path), tmp_path / "class.csv"
    roster.write_text(CLASS)
    names = ["Ada Lovelace/w.ipynb", "ben02/w.ipynb", "Cyd Em/w.ipynb"]
    grading = ["grade", downloaded(root, names[:2]), "-c", "2030", *GRADE, "--roster", roster]
    done = hippograd(root, *grading)
    table = root / "records" / "2030" / f"{A}-whose.csv"
    assert done.returncode == 1
    assert str(table) in done.stdout
    assert scores(root).keys() == {"ben02"}
    assert "Ada Lovelace/w.ipynb,ada01," in table.read_text()
    command(root, *grading, "--map", table)
    assert scores(root).keys() == {"ada01", "ben02"}
    assert rows(root) == {"ada01", "ben02"}
    said = refused(
        root, "grade", downloaded(root, [names[0], names[2]], "factor * x"), "-c", "2030", *GRADE, "--roster", roster
    )
    assert f"--map {table.with_name(f'{A}-whose-2.csv')}" in said
    assert scores(root).keys() == {"ada01", "ben02"}
