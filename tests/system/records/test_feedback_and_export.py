"""What leaves the gradebook: feedback pages, and what they keep to themselves; tables, filled files, zips."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import nbformat
import pytest

from hippograd.course import Assignment, Course
from hippograd.grading.result import Graded
from hippograd.nbgrader_env import Gradebook
from hippograd.records.cleaning import markdown_as_html
from hippograd.records.feedback import write_feedback
from hippograd.records.folder import Records
from hippograd.records.formulas import as_mathml
from hippograd.records.page import page_data
from hippograd.records.page_exporter import page_of
from hippograd.run import _not_lower
from hippograd.store.gradebook import Gradebook as Book
from hippograd.store.marks import CellMark, Marks
from tests import commands
from tests.conftest import ROOT, UNACTIVATED, Class, copy_course, taken_back
from tests.system.reports.conftest import hippograd

A = "1_linear_regression"
BIN = Path(sys.executable).parent
NO_MEAN = """def fit_1d(x, y):
    return (x @ y) / len(x)


sigma_X, sigma_XY = np.sum(size * size), np.sum(size * price)
W_1d = fit_1d(size, price)
plt.plot(size, price, ".");
"""


ROSTER = [f'{name}01,"Example, {name.title()}",{name}@x.org,{number}' for number, name in enumerate(
    ("amber", "basil", "cedar", "delta"), 41)]  # fmt: skip


def run(*command: object, course: Path) -> subprocess.CompletedProcess[str]:
    environment = UNACTIVATED | {"HIPPOGRAD_COHORT": "2027", "HIPPOGRAD_ROOT": str(course)}
    return commands.run(*command, cwd=course, env=environment)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, classroom: Class) -> Path:
    """A course with three graded notebooks: a wrong answer, a file that was damaged, a right one; and their pages."""
    folder = copy_course(tmp_path_factory.mktemp("course"), "nbgrader_config.py")
    (folder / "in").mkdir()
    wrong = json.loads(classroom.text(fit_1d=NO_MEAN, interpret_weights="It cannot bend."))
    (answer,) = (cell for cell in wrong["cells"] if cell["source"] == NO_MEAN)
    figure = {"image/png": "iVBORw0K", "text/plain": "<Figure>"}
    answer["outputs"] = [{"output_type": "display_data", "data": figure, "metadata": {}}]
    (folder / "in" / "amber01.ipynb").write_text(json.dumps(wrong))
    damaged = json.loads(classroom.text())
    damaged["cells"] = [cell for cell in damaged["cells"] if cell["id"] != "setup"]
    (folder / "in" / "basil01.ipynb").write_text(json.dumps(damaged))
    (folder / "in" / "cedar01.ipynb").write_text(classroom.text(interpret_weights="YOUR ANSWER HERE"))
    (folder / "class.csv").write_text("id,name,email,canvas\n" + "\n".join(ROSTER) + "\n")
    graded = run("hippograd", "grade", "in", "-a", A, "-j", "1", "--roster", "class.csv", course=folder)
    assert graded.returncode == 0, graded.stderr
    written = run("hippograd", "feedback", "-a", A, "-j", "1", "--unmarked", "--zip", "folders", course=folder)
    assert written.returncode == 0, written.stderr
    return folder


@pytest.fixture(autouse=True)
def records(course: Path) -> Iterator[Path]:
    """The records, as they were after grading."""
    with taken_back(course / "records") as folder:
        yield folder


def gradebook(course: Path) -> sqlite3.Connection:
    return sqlite3.connect(course / "records" / "2027" / "gradebook.db")


def mark(course: Path, student: str, cell: str, points: float, comment: str = "", commented: str = "") -> None:
    """What a marker enters in formgrader."""
    whose = (
        "notebook_id in (select submitted_notebook.id from submitted_notebook join submitted_assignment on "
        "submitted_notebook.assignment_id = submitted_assignment.id where student_id = ?) "
        "and cell_id in (select id from base_cell where name = ?)"
    )
    with gradebook(course) as book:
        book.execute(
            f"update grade set manual_score = ?, needs_manual_grade = 0 where {whose}", (points, student, cell)
        )
        if comment:
            at = (comment, student, commented or cell)
            assert book.execute(f"update comment set manual_comment = ? where {whose}", at).rowcount == 1


def mark_all_of_basil(course: Path) -> None:
    for cell in ("four_cells_discussion", "loss_derivative_1d", "interpret_weights"):
        mark(course, "basil01", cell, 1.25)
    mark(course, "basil01", "interpretability", 0.75)


def page(course: Path, student: str) -> str:
    return (course / "records" / "2027" / "feedback" / student / A / f"{A}.html").read_text()


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]).split())


def test_pages_are_refused_while_answers_are_not_marked(course: Path) -> None:
    refused = hippograd(course, "feedback", "-a", A, "-c", "2027", "-j", "1")
    assert refused.returncode == 2
    said = " ".join(refused.stderr.split())
    assert "3 of 3 submissions are not marked yet in four_cells_discussion, interpret_weights" in said
    assert "amber01, basil01, cedar01" in said
    assert "--unmarked" in said


def test_why_a_page_could_not_be_written_is_the_line_that_names_it(course: Path, tmp_path: Path) -> None:
    records = Records(shutil.copytree(course / "records" / "2027", tmp_path / "records"))
    with closing(sqlite3.connect(records.folder / "gradebook.db")) as book:
        book.execute("drop table comment")
    (page,) = write_feedback(course, records, records.db_url, A, ["amber01"], 1)
    assert page.failure is not None
    assert "no such table: comment" in page.failure.message


def test_an_error_of_our_own_is_said_as_it_is(course: Path, tmp_path: Path) -> None:
    records = Records(shutil.copytree(course / "records" / "2027", tmp_path / "records"))
    with Gradebook(records.db_url) as gradebook:
        gradebook.remove_submission(A, "basil01")
    (page,) = write_feedback(course, records, records.db_url, A, ["basil01"], 1)
    assert str(page.failure) == (
        f"The feedback of basil01 for {A} could not be written: The gradebook has no submission of basil01 for {A}. "
        "Run `hippograd grade` first."
    )


def test_what_is_not_marked_is_said_and_is_no_zero(course: Path) -> None:
    words = words_of(page(course, "amber01"))
    assert "14.5 of the 16 points marked so far" in words
    assert "Not marked yet: 8 of 24 points, in tasks 1.3, 1.5, 1.11, 1.12." in words
    assert "1.11 Reading the weights – of 2 Not marked yet." in words
    assert "0 of 2" not in words


def test_a_task_that_lost_points_says_which_idea_failed_and_why(course: Path) -> None:
    text = page(course, "amber01")
    words = words_of(text)
    told = words.partition("Task by task")[2].partition("Your notebook")[0]
    assert "1.6 The best single weight, in code: 0.5 of 2 Write the function fit_1d(x, y)" in told
    assert "return (x @ y) / len(x)" in told
    assert "fit_1d gives the weight of the worked example, and of another one. (0 of 0.5) Likely cause:" in told
    assert "received 25.25 for fit_1d(x, y), but was expecting 2.58974" in told, "this check is public"
    assert "What holds: sigma_X and sigma_XY are the sums over all houses (0.5 of 0.5)." in told
    assert "np.sum(a * b) multiplies two arrays element by element" in told, "the hint"
    assert 'grader.check("fit_1d")' in told.replace("&#34;", '"')
    assert "1.4 The forward pass:" not in told, "it lost nothing"
    assert '<img src="data:image/png;base64,iVBORw0K" alt="Figure 1 that your code for task 1.6 drew, as you' in text


def test_what_hidden_checks_tell_the_staff_is_in_no_page_and_in_no_notebook(course: Path) -> None:
    lines = (course / "records" / "2027" / f"{A}.jsonl").read_text().splitlines()
    (amber,) = (row for row in map(json.loads, lines) if row["student"] == "amber01")
    checks = [check for task in amber["tasks"] for check in task["checks"] if not check["public"]]
    hidden = [check["detail"] for check in checks if check["detail"] and not check["passed"]]
    assert hidden
    notebook = (course / "records" / "2027" / "autograded" / "amber01" / A / f"{A}.ipynb").read_text()
    text = page(course, "amber01")
    assert not [detail for detail in hidden if detail in notebook or detail in text]
    assert "MARK SCHEME" not in text


def test_what_was_put_right_in_a_file_is_said(course: Path) -> None:
    assert "Before grading The cell setup-setup was missing" in words_of(page(course, "basil01"))


def test_the_first_table_says_what_the_points_are_from(classroom: Class, linear_regression: Assignment) -> None:
    graded = classroom.grade(classroom.text(fit_1d=NO_MEAN))

    def words(of: Graded, mark: CellMark) -> str:
        marks = Marks("amber01", None, 0.0, cells={"fit_1d": mark})
        return words_of(page_of(page_data(nbformat.from_dict(of.notebook), linear_regression, marks)))

    for points in (1, 2):
        by_hand = words(graded, CellMark(2, 0.5, points, 0))
        assert f"1.6 The best single weight, in code {points} of 2 Marked by hand." in by_hand
        assert "What does not hold" in by_hand
    assert "1.6 The best single weight, in code 2 of 2 Marked by hand." in words(graded, CellMark(2, 0.5, None, 1.5))

    tasks = [msgspec.structs.replace(task, points=task.max_points) for task in graded.result.tasks]
    kept = words(_not_lower(graded, msgspec.structs.replace(graded.result, tasks=tasks)), CellMark(2, 2, None, 0))
    table, _, told = kept.partition("Task by task")
    assert "1.6 The best single weight, in code 2 of 2 The published mark was kept." in table
    assert "The published mark was kept; graded again, it would be 0.5." in told
    assert "What does not hold fit_1d gives the weight of the worked example, and of another one." in told
    assert "return (x @ y) / len(x)" in told

    right = words(classroom.grade(classroom.text()), CellMark(2, 2, None, 0))
    assert "1.6 The best single weight, in code 2 of 2 All checks hold." in right
    assert "Task by task" not in right


def test_what_is_for_the_ta_is_on_no_page(classroom: Class, linear_regression: Assignment) -> None:
    other = (ROOT / "release" / "2026" / A / f"{A}.ipynb").read_bytes()
    notebook = nbformat.from_dict(classroom.grade(other).notebook)
    assert "Please check" in notebook.cells[0].source, "formgrader shows it"
    words = words_of(page_of(page_data(notebook, linear_regression, Marks("amber01", None, 0.0))))
    assert "Please check" not in words
    assert "It was graded for 2027, whose numbers are others: ask your teacher which one to hand in." in words


def test_an_override_is_shown_with_its_reason_and_an_answer_with_its_comment(
    course: Path, linear_course: Course
) -> None:
    mark(course, "amber01", "fit_1d", 1.5, "The idea is right.", commented="fit_1d_answer")
    mark(course, "amber01", "interpret_weights", 1, "Bend it $x^2$ how?")
    mark(course, "amber01", "interpretability", 1)
    mark(course, "amber01", "four_cells_discussion", 2)
    mark(course, "amber01", "loss_derivative_1d", 2)
    records = course / "records" / "2027"
    marks = Book(f"sqlite:///{records / 'gradebook.db'}").marks(A, ["amber01"])["amber01"]
    notebook = nbformat.read(records / "autograded" / "amber01" / A / f"{A}.ipynb", 4)
    words = words_of(page_of(page_data(notebook, linear_course.assignment(A), marks)))
    assert "21.5 of 24 points" in words
    assert "Changed by hand: 1.5 points instead of 0.5. Comment The idea is right." in words
    assert "Comment Bend it x 2 how? Your answer: 1 of 2 It cannot bend." in words
    assert "1.3 Is it a good model? 2 of 2 Full points." in words


def test_an_empty_answer_is_said_and_the_page_has_a_persons_name(course: Path) -> None:
    text = page(course, "cedar01")
    assert "<title>Cedar Example: feedback on Linear regression</title>" in text
    assert "1.11 Reading the weights 0 of 2 No answer." in words_of(text)


def test_one_point_is_one_point(course: Path, linear_course: Course) -> None:
    records = course / "records" / "2027"
    marks = Book(f"sqlite:///{records / 'gradebook.db'}").marks(A, ["cedar01"])["cedar01"]
    notebook = nbformat.read(records / "autograded" / "cedar01" / A / f"{A}.ipynb", 4)
    by_hand = replace(marks, cells={**marks.cells, "fit_1d": replace(marks.cells["fit_1d"], auto=0.5, manual=1.0)})
    words = words_of(page_of(page_data(notebook, linear_course.assignment(A), by_hand)))
    assert "Changed by hand: 1 point instead of 0.5." in words


def test_a_late_penalty_is_said(course: Path, linear_course: Course) -> None:
    records = course / "records" / "2027"
    marks = Book(f"sqlite:///{records / 'gradebook.db'}").marks(A, ["cedar01"])["cedar01"]
    notebook = nbformat.read(records / "autograded" / "cedar01" / A / f"{A}.ipynb", 4)
    notebook.metadata["hippograd"]["notes"] = ["Handed in late: 2026-11-02 10:30:00 UTC.", "Another note."]
    late = replace(marks, penalty=1.7, handed_in=datetime(2026, 11, 2, 10, 30, tzinfo=UTC), late=timedelta(hours=1))
    words = words_of(page_of(page_data(notebook, linear_course.assignment(A), late)))
    assert "handed in 2 November 2026, 10:30 UTC" in words
    assert "14.3 of the 18 points marked so far" in words
    assert "Handed in late: 1.7 of 16 points taken off of what is marked so far." in words
    assert words.count("Handed in late") == 1
    assert "Another note." in words
    grace = timedelta(minutes=15)
    for minutes, is_said in ((16, True), (15, False), (0, False)):
        late = replace(marks, late=timedelta(minutes=minutes))
        words = words_of(page_of(page_data(notebook, linear_course.assignment(A), late, grace=grace)))
        assert ("Handed in late: no points taken off of what is marked so far." in words) is is_said
    words = words_of(page_of(page_data(notebook, linear_course.assignment(A), replace(marks, late=None))))
    assert "Handed in late: 2026-11-02 10:30:00 UTC." in words, "no deadline in the gradebook, so the run's note is all"


def test_whether_it_was_late_is_read_whatever_it_costs(course: Path, tmp_path: Path) -> None:
    copy = tmp_path / "gradebook.db"
    shutil.copyfile(course / "records" / "2027" / "gradebook.db", copy)
    with sqlite3.connect(copy) as book:
        book.execute("update assignment set duedate = '2026-11-01 12:00:00.000000'")
        for student, time, more in (
            ("amber01", "2026-11-01 12:05:00.000000", None),
            ("basil01", "2026-11-01 11:55:00.000000", None),
            ("cedar01", "2026-11-01 12:05:00.000000", "1970-01-01 01:00:00.000000"),
        ):
            book.execute(
                "update submitted_assignment set timestamp = ?, extension = ? where student_id = ?",
                (time, more, student),
            )
    marks = Book(f"sqlite:///{copy}").marks(A)
    assert {student: one.late for student, one in marks.items()} == {
        "amber01": timedelta(minutes=5),
        "basil01": timedelta(),
        "cedar01": timedelta(),
    }


@pytest.mark.parametrize("name", Course(ROOT).assignments)
def test_what_a_task_asked_for_is_quoted_by_a_name_that_the_answer_gives(name: str) -> None:
    assignment = Course(ROOT).assignment(name)
    notebook = nbformat.read(ROOT / "release" / "2027" / name / f"{name}.ipynb", 4)
    solved = nbformat.read(ROOT / "solutions" / "2027" / name / f"{name}.ipynb", 4)
    answers = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in solved.cells}
    lost = {task.auto_id: CellMark(1, 0.0, None, 0) for task in assignment.tasks if task.is_auto}
    page = page_data(notebook, assignment, Marks("amber01", None, 0.0, cells=lost))
    told = {task.number: task for task in page.tasks}
    for task in assignment.tasks:
        if task.is_auto:
            question = told[task.number].question
            assert f"Task {task.number} ·" in notebook.cells[question.place].source
            quoted = re.findall(r"<code>(\w+)", question.line)
            assert set(quoted) & set(re.findall(r"\w+", answers[task.answer_id])), (task.name, question.line)
            assert not re.search(r":\s*(</p>)?\s*$", question.line), task.name


def test_a_check_that_is_worth_nothing_has_no_points_beside_it(classroom: Class, linear_regression: Assignment) -> None:
    graded = classroom.grade(classroom.text(fit_1d=NO_MEAN))
    notebook = nbformat.from_dict(graded.notebook)
    (cell,) = (one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == "fit_1d")
    for check in cell.metadata["hippograd"]["task"]["checks"]:
        check["points"] = check["max_points"] = 0
    marks = Marks("amber01", None, 0.0, cells={"fit_1d": CellMark(2, 0.5, None, 0)})
    words = words_of(page_of(page_data(notebook, linear_regression, marks)))
    assert "What does not hold" in words
    assert "What holds" in words
    assert "0 of 0" not in words


def test_nothing_is_fetched_and_the_page_is_small(course: Path) -> None:
    text = page(course, "cedar01")
    assert not re.search(r"""(?:src|href)=["'](?!#|data:image/)""", text)
    assert "<script" not in text
    without_figures = re.sub(r"data:image/[^\"]+", "", text)
    assert len(without_figures.encode()) < 120_000
    assert "$" not in re.sub(r"<pre.*?</pre>|<code>.*?</code>", "", text, flags=re.S), "every formula is drawn"


def test_every_formula_of_the_course_is_drawn() -> None:
    for notebook in sorted((ROOT / "assignments").glob("*/*.ipynb")):
        for cell in json.loads(notebook.read_text())["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown" and "{{" not in source:
                assert "<code>$" not in markdown_as_html(source, {}), source


@pytest.mark.parametrize(
    "formula",
    [
        "\\frac{",
        "\\href{javascript:alert(1)}{x}",
        "\\text{" * 2_000,
        "{" * 100_000,
        "\\def\\a{\\a\\a}\\a",
        "&&\\\\",
        "",
    ],
)
def test_a_formula_that_cannot_be_drawn_is_text(formula: str) -> None:
    drawn = as_mathml(formula, False)
    assert drawn.startswith(("<code>$", "<math>"))
    assert "javascript:alert(1)}" in drawn or "javascript" not in drawn


def test_names_addresses_and_numbers_of_the_roster_are_in_the_gradebook(course: Path) -> None:
    with gradebook(course) as book:
        found = book.execute("select id, first_name, last_name, email, lms_user_id from student order by id").fetchall()
    assert found[0] == ("amber01", "Amber", "Example", "amber@x.org", "41")
    assert found[3] == ("delta01", "Delta", "Example", "delta@x.org", "44"), "who handed in nothing is there, too"


def test_a_table_of_the_class(course: Path) -> None:
    export = ("export", A, "-c", "2027", "--to", course / "marks.csv")
    refused = hippograd(course, *export)
    assert refused.returncode == 2
    assert "are not marked yet in" in " ".join(refused.stderr.split())
    assert not (course / "marks.csv").exists()
    made = hippograd(course, *export, "--roster", course / "class.csv", "--unmarked")
    assert made.returncode == 0, made.stderr
    rows = list(csv.DictReader((course / "marks.csv").read_text("utf-8-sig").splitlines()))
    assert [row["id"] for row in rows] == ["amber01", "basil01", "cedar01", "delta01"]
    assert [row[f"{A}: 1.7 The optimal weights"] for row in rows] == ["4", "4", "4", ""]
    assert rows[1][f"{A}: status"] == "written answers missing: 16 of the 16 points marked so far"
    assert rows[3][f"{A}: status"] == "not handed in"
    assert "There are no results" not in made.stdout


def test_canvas_gets_its_own_file_back_filled(course: Path) -> None:
    mark_all_of_basil(course)
    exported = (
        "Student,ID,SIS Login ID,Section,Linear regression (77)\n    Points Possible,,,,240\n"
        '"Example, Basil",42,,XC,\n"Example, Cedar",43,,XC,\n"Other, Name",99,,XC,\n'
    )
    (course / "canvas.csv").write_text(exported)
    export = ("export", A, "-c", "2027", "--into", course / "canvas.csv", "--to", course / "up.csv", "--unmarked")
    done = hippograd(course, *export)
    assert (course / "up.csv").read_text() == exported.replace("42,,XC,", "42,,XC,20.5")
    assert done.returncode == 1, "one who has a mark has no line"
    assert "Canvas: 2 students found" in done.stdout
    assert f"another maximum: Linear regression (77) has 240 points there, {A} " in done.stdout
    assert "1 in the gradebook, without a line in the file: amber01" in done.stdout
    assert f"1 no mark, left as it was: {A}: written answers missing: cedar01" in done.stdout


def test_pages_in_a_zip(course: Path) -> None:
    with zipfile.ZipFile(course / "records" / "2027" / "pages" / f"{A}-folders.zip") as packed:
        assert packed.namelist() == [f"{who}01/{A}.html" for who in ("amber", "basil", "cedar")]
    none = hippograd(course, "feedback", "-a", A, "-c", "2027", "-j", "1", "--unmarked", "--zip", "moodle", "amber01")
    assert "1 not in the zip, as they were not handed in on Moodle: amber01" in none.stdout
    assert "none (0 pages)" in none.stdout
    assert not (course / "records" / "2027" / "pages" / f"{A}-moodle.zip").exists()
