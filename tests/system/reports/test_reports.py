"""The report and the list of a class, from real records; their numbers, from results that are easy to count."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest

from hippograd.cli.reports import _print_addresses
from hippograd.course import Assignment
from hippograd.errors import Problem
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.records.people import Known
from hippograd.reports.listing import Listed, listed
from hippograd.reports.page import Part
from hippograd.reports.statistics import Statistics
from hippograd.reports.the_class import ClassRecord, Row
from tests.system.reports.conftest import ANSWERS, A, hippograd


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_the_report_says_what_the_records_hold(root: Path, tmp_path: Path) -> None:
    done = hippograd(root, "report", "-c", "2030", "--to", tmp_path)
    assert done.returncode == 0, done.stderr
    tasks = {row["task"]: row for row in table(tmp_path / "tasks.csv")}
    assert (
        tasks["scaled"]["marked"],
        tasks["scaled"]["timed out, crashed or worse"],
        tasks["scaled"]["some points"],
    ) == ("10", "1", "2")
    assert float(tasks["scaled"]["mean share"]) == pytest.approx((6 * 2.5 + 2 * 1) / 25)
    assert (tasks["why_linear"]["mean share"], tasks["why_linear"]["not marked"]) == ("", "10"), "nobody marked it"
    (surprise,) = (row for row in table(tmp_path / "hidden-checks.csv") if row["task"] == "scaled")
    assert (surprise["check"], surprise["fails for"], surprise["of"]) == ("test_factor_is_the_cohorts", "2", "8")
    diagnoses = {row["diagnosis"]: row for row in table(tmp_path / "diagnoses.csv") if row["task"] == "scaled"}
    assert diagnoses["crashed"]["count"] == "1"
    assert "ended" in diagnoses["crashed"]["sentence"]
    assert sum(int(row["students"]) for row in table(tmp_path / "points.csv")) == 10
    page = (tmp_path / "report.html").read_text()
    for said in ("11 handed in. 1 did not", "1 came late, the latest by 27.0 hours", "1 could not be graded"):
        assert said in page
    assert "written answers that are not marked yet" in page
    everything = page + "".join(path.read_text() for path in tmp_path.glob("*.csv"))
    assert not re.search(r"ada0|ben0|eve01|Ben01", everything), "without --names it names nobody"
    assert not re.search(r"<script|https?://(?!www\.w3\.org)|@import|url\(", page), "nothing is fetched"


def test_names_are_there_when_they_are_asked_for(root: Path, tmp_path: Path) -> None:
    assert hippograd(root, "report", A, "-c", "2030", "--to", tmp_path, "--names").returncode == 0
    page = (tmp_path / "report.html").read_text()
    assert "ben01, ben02" in page
    assert "fay01" in page
    (surprise,) = (row for row in table(tmp_path / "hidden-checks.csv") if row["task"] == "scaled")
    assert surprise["students"] == "ben01 ben02"


def test_the_list_is_limited_and_sorted_by_status(root: Path, tmp_path: Path) -> None:
    def students(*options: str) -> list[str]:
        done = hippograd(root, "list", A, "-c", "2030", *options, "--csv", tmp_path / "list.csv")
        assert done.returncode == 0, done.stderr
        return [row["student"] for row in table(tmp_path / "list.csv")]

    assert students("--status", "crashed") == ["dan01"]
    assert students("--status", "not_gradable", "--status", "missing") == ["eve01", "fay01"]
    assert students("--sort", "late")[0] == "ben01"
    assert students("--section", "Tuesday") == students("--section", "tuesday ") == ["ada01", "fay01"]
    refused = hippograd(root, "list", A, "-c", "2030", "--section", "Monday")
    assert (refused.returncode, refused.stderr) == (2, "Nobody is in section Monday. Known: Tuesday.")
    assert students("--sort", "points")[:2] == ["eve01", "fay01"], "no mark is less than 0"
    assert len(students()) == len(ANSWERS) + 2
    done = hippograd(root, "list", "-c", "2030", "--status", "crashed", "--addresses")
    assert done.stdout == "Dan01 X <dan01@x.example>\n"
    shown = hippograd(root, "list", "-c", "2030", "--status", "late").stdout
    assert "late: 27.0 h" in shown
    assert "ben01@x.example" in shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("Dan", "[b] X", '"Dan [b] X" <dan01@x.example>'),
        ("Zoë", "Müller", "Zoë Müller <dan01@x.example>"),
        ("Zoë", "Müller, eve@x.example, Jr", '"Zoë Müller, eve@x.example, Jr" <dan01@x.example>'),
        ("", "", "dan01@x.example"),
    ],
)
def test_an_address_is_printed_as_mail_programs_read_it(
    capsys: pytest.CaptureFixture[str], first: str, last: str, shown: str
) -> None:
    _print_addresses([Listed(A, Known("dan01", first, last, "dan01@x.example"), 1.0, 1.0, {})])
    assert capsys.readouterr().out == f"{shown}\n"


def test_each_value_of_the_list_stands_below_its_heading(root: Path, tmp_path: Path) -> None:
    done = hippograd(root, "list", A, "-c", "2030", "--section", "Tuesday", "--csv", tmp_path / "list.csv")
    assert done.returncode == 0, done.stderr
    ada, fay = table(tmp_path / "list.csv")
    assert [ada[name] for name in ("student", "last name", "first name", "email")] == [
        "ada01",
        "X",
        "Ada01",
        "ada01@x.example",
    ]
    assert [ada[name] for name in ("section", "points", "of", "unmarked")] == ["Tuesday", "4.5", "7.5", "1.2, 1.3"]
    assert (fay["email"], fay["points"], fay["missing"]) == ("fay01@x.example", "", "yes")


def test_the_list_says_what_lateness_takes(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "records" / "2030", tmp_path / "records")
    with sqlite3.connect(tmp_path / "records" / "gradebook.db") as book:
        one = "select id from submitted_assignment where student_id = 'ben01'"
        book.execute(f"update submitted_notebook set late_submission_penalty = 0.5 where assignment_id in ({one})")
    where = ["list", A, "-c", "2030", "--records", tmp_path / "records", "--status", "late"]
    assert "late: 27.0 h, 0.5 points taken off" in hippograd(root, *where).stdout
    assert hippograd(root, *where, "--csv", tmp_path / "list.csv").returncode == 0
    (ben,) = table(tmp_path / "list.csv")
    assert (ben["points"], ben["late penalty"]) == ("3", "0.5")


def test_files_of_which_none_was_chosen_are_named_in_the_list(linear_regression: Assignment) -> None:
    message = "There are 2 submissions of finn06, and no time says which is the last: a/finn06.ipynb, b/finn06.ipynb."
    problem = Problem(message, "Keep the one that counts, then grade again.")
    result = Result("finn06", linear_regression.name, "2027", "a/finn06.ipynb", "not_gradable", problem=problem)
    (row,) = listed(ClassRecord(linear_regression, "2027", [Row(Known("finn06"), result)]))
    assert row.statuses["not_gradable"] == message
    result = msgspec.structs.replace(result, problem=Problem("a/finn06.ipynb is empty.", "Ask for it again."))
    (row,) = listed(ClassRecord(linear_regression, "2027", [Row(Known("finn06"), result)]))
    assert row.statuses["not_gradable"] == "the file is empty."


def test_what_is_not_there_is_refused(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "records" / "2030" / f"{A}.jsonl", tmp_path)
    for arguments, cause in (
        (["--cohort", "2031", "--records", tmp_path], "holds results of cohort 2030, not 2031"),
        (["--cohort", "2031"], "holds no results"),
        ([A, "--cohort", "2031"], f"There are no results of {A}"),
    ):
        for command in ("report", "list"):
            refused = hippograd(root, command, *arguments)
            assert refused.returncode == 2
            assert cause in " ".join(refused.stderr.split())
    assert not (root / "records" / "2031").exists()


def test_a_mark_by_a_person_counts_and_markup_in_a_name_stays_text(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "records" / "2030", tmp_path / "records")
    with sqlite3.connect(tmp_path / "records" / "gradebook.db") as book:
        cell = "(select id from base_cell where name = 'why_linear')"
        book.execute(f"update grade set manual_score = 1, needs_manual_grade = 0 where cell_id = {cell}")
        for student, points in (("cyd01", 2.5), ("ben01", 2.5), ("dan01", 1), ("ada00", 0)):
            of_scaled = (
                "cell_id = (select id from base_cell where name = 'scaled') and notebook_id in (select "
                "submitted_notebook.id from submitted_notebook join submitted_assignment on submitted_assignment.id = "
                "submitted_notebook.assignment_id where student_id = ?)"
            )
            book.execute(f"update grade set manual_score = ? where {of_scaled}", (points, student))
        book.execute("update student set first_name = '<b>' where id = 'fay01'")
    done = hippograd(root, "report", "-c", "2030", "--records", tmp_path / "records", "--names")
    assert done.returncode == 0, done.stderr
    pages = tmp_path / "records" / "pages" / "report"
    tasks = {row["task"]: row for row in table(pages / "tasks.csv")}
    assert float(tasks["why_linear"]["mean share"]) == 0.5
    assert float(tasks["scaled"]["mean share"]) == pytest.approx((7 * 2.5 + 2 * 1) / 25)
    by_points = [tasks["scaled"][kind] for kind in ("all points", "some points", "none", "timed out, crashed or worse")]
    assert by_points == ["7", "2", "1", "0"], "the same marks as those of the mean share"
    assert "<b>" not in (pages / "report.html").read_text()
    removed = hippograd(
        root, "student", "remove", "ben01", "-c", "2030", "--records", tmp_path / "records", "--yes"
    ).stdout
    assert str(pages / "report.html") in removed, "it named the student"
    assert not (pages / "report.html").exists()


def class_of(assignment: Assignment, *shares: dict[str, float]) -> Statistics:
    """A class with these shares of the points, by task; all others are as good as the first."""

    def row(number: int, had: dict[str, float]) -> Row:
        tasks = []
        for task in assignment.tasks:
            if task.is_auto:
                share = had.get(task.name, had["rest"])
                check = CheckResult("test", "Idea.", True, share, 1.0, share == 1.0, diagnosis="" if share else "sign")
                tasks.append(TaskResult(task.name, task.title, share, 1.0, "passed" if share else "failed", [check]))
        result = Result(f"amber{number:02d}", assignment.name, "2027", "", "graded", tasks)
        return Row(Known(result.student), msgspec.convert(msgspec.to_builtins(result), Result))

    return Statistics(ClassRecord(assignment, "2027", [row(*pair) for pair in enumerate(shares)]))


def test_the_hardest_tasks_are_named(linear_regression: Assignment, root: Path, tmp_path: Path) -> None:
    shares = {"rest": 1.0, "fit_1d": 0.5, "bias_term": 0.25, "w_star": 0.75}
    found = [task.task.name for task in Part(class_of(linear_regression, shares, shares)).hardest]
    assert found == ["bias_term", "fit_1d", "w_star"]
    assert Part(class_of(linear_regression, {"rest": 1.0})).hardest == []
    assert hippograd(root, "report", "-c", "2030", "--to", tmp_path).returncode == 0
    assert re.search(
        r"Hardest for the class</strong>.*: 1\.1 .* \(68&nbsp;%\)\.", (tmp_path / "report.html").read_text()
    )


def test_a_task_that_good_students_miss_is_said_in_words(linear_regression: Assignment) -> None:
    turned = [{"rest": float(number % 2), "fit_1d": float(1 - number % 2)} for number in range(200)]
    found = {task.task.name: task for task in class_of(linear_regression, *turned).tasks}
    assert found["fit_1d"].discrimination == -1
    assert "do worse in this one" in found["fit_1d"].verdict
    assert "uncertain" not in found["fit_1d"].verdict
    assert found["w_star"].verdict == ""
    few = {task.task.name: task for task in class_of(linear_regression, *turned[:8]).tasks}
    assert few["fit_1d"].discrimination is None
    assert few["fit_1d"].verdict == ""


def test_a_task_that_tells_nobody_apart_is_said_in_words(linear_regression: Assignment) -> None:
    mixed = [{"rest": float(number % 2), "fit_1d": float(number // 2 % 2), "bias_term": 1.0} for number in range(400)]
    found = {task.task.name: task for task in class_of(linear_regression, *mixed).tasks}
    assert found["fit_1d"].discrimination == pytest.approx(0, abs=0.01)
    assert "can hardly be told" in found["fit_1d"].verdict
    assert "Everybody has the same points" in found["bias_term"].verdict
