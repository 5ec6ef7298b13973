"""What a student asks is taken down as data, shown beside what it is about, answered, and answered on the page."""

from __future__ import annotations

import json
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from time import sleep

import pytest

from hippograd.errors import HippogradError
from hippograd.records.folder import Records as RecordsOf
from hippograd.records.marks import read_marks
from hippograd.records.requests import LONGEST, MOST, Form, Requests, read_form
from tests.system.reports.conftest import A, hippograd

REASON = "I *added* the factor.\n<script>alert(1)</script>\n\x1b[31mred\n"
FORM = f"# My request\n\n- **Student**: cyd01\n- **Task**: 1.1\n\n{REASON}"


@pytest.fixture
def records(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(root / "records" / "2030", tmp_path / "records"))


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_a_request_is_shown_beside_the_check_and_its_answer_is_on_the_page(
    root: Path, records: Path, tmp_path: Path
) -> None:
    where = ("-c", "2030", "--records", records)
    form = put(tmp_path, "form.md", FORM)
    added = hippograd(root, "request", "add", form, form, "-a", A, *where)
    assert (added.returncode, added.stdout.count(f"1: cyd01, {A}, scaled")) == (0, 2), "the second is the first"
    assert "1 request, 1 without an answer" in hippograd(root, "request", "list", *where).stdout
    shown = hippograd(root, "request", "show", 1, *where).stdout
    for said in (
        "I *added* the factor.",
        "code: 0 of 2.5 points",
        "✗ 0/1.5 The factor is the cohort's own",
        "x + factor",
    ):
        assert said in shown
    assert "\x1b" not in shown
    answered = hippograd(
        root, "request", "answer", 1, "You added; <b>multiply</b>.", "--points", 0.5, "--by", "Tia", *where
    )
    assert answered.returncode == 0, answered.stderr
    assert "0.5 of 2.5 points by Tia" in answered.stdout
    page_again = f"answered   1; the page: hippograd feedback -a {A} cyd01 --cohort 2030 --records {records}\n"
    assert page_again in answered.stdout
    assert "1 request, 0 without an answer" in hippograd(root, "request", "list", *where).stdout
    assert hippograd(root, "feedback", "cyd01", "-a", A, "--unmarked", "-j", 1, *where).returncode == 0
    page = (records / "feedback" / "cyd01" / A / f"{A}.html").read_text()
    for said in (
        "You added; &lt;b&gt;multiply&lt;/b&gt;.",
        "I *added* the factor.",
        "&lt;script&gt;alert(1)",
        "0.5 of 2.5",
    ):
        assert said in page
    assert page.count("You added; ") == 1, "it is the answer, and not a comment too"
    assert "<script" not in page
    removed = hippograd(root, "student", "remove", "cyd01", *where, "--yes").stdout
    assert "1 request of cyd01" in removed
    assert Requests(records).all() == []


def test_an_answer_with_points_that_the_gradebook_does_not_have_is_pointed_out(
    root: Path, records: Path, tmp_path: Path
) -> None:
    where = ("-c", "2030", "--records", records)
    hippograd(root, "request", "add", put(tmp_path, "form.md", FORM), "-a", A, *where)
    hippograd(root, "request", "answer", 1, "You get half a point.", "--points", 0.5, *where)
    doubt = "Please check: request 1 of cyd01 was answered with 0.5 points for scaled, and the gradebook has 0:"
    export = ("export", A, "--to", tmp_path / "marks.csv", "--unmarked", *where)
    for has_it in (True, False):
        for words in (("request", "show", 1, *where), export):
            assert (doubt in hippograd(root, *words).stdout) is not has_it
        with closing(sqlite3.connect(records / "gradebook.db")) as book, book:  # as in one from before the answer
            book.execute("update grade set manual_score = null where manual_score = 0.5")


def test_feedback_says_which_pages_changed_and_who_has_none(root: Path, records: Path) -> None:
    where = ("-c", "2030", "--records", records)
    pages = ("feedback", "-a", A, "--unmarked", "-j", 1, *where)
    first = hippograd(root, *pages, "ada00", "ada01").stdout
    assert "changed" not in first
    assert "no page" not in first, "it is about some"
    assert hippograd(root, "mark", "ada01", "scaled", 0.5, "--why", "By hand.", *where).returncode == 0
    again = hippograd(root, *pages).stdout
    assert "\nchanged    1 of those that were there before: ada01\n" in again
    assert "\nno page    1, whose files could not be graded: eve01; their addresses: hippograd list 1_scaling " in again


def test_a_line_of_the_results_that_cannot_be_read_is_nobody_who_handed_in_nothing(root: Path, records: Path) -> None:
    where = ("-c", "2030", "--records", records)
    lines = records / f"{A}.jsonl"
    whole = lines.read_bytes().splitlines(keepends=True)
    number = next(place for place, line in enumerate(whole, 1) if b'"student":"eve01"' in line)
    lines.write_bytes(b"".join(line[:-100] if place == number else line for place, line in enumerate(whole, 1)))
    table = records / "marks.csv"
    refused = hippograd(root, "export", A, "--to", table, "--unmarked", *where)
    assert (refused.returncode, table.exists()) == (2, False)
    assert f"Line {number} of {lines} cannot be read, so somebody who handed in" in refused.stderr
    pages = hippograd(root, "feedback", "-a", A, "--unmarked", "-j", 1, *where)
    assert "no page" not in pages.stdout
    assert f"{A}: 1 line of the results cannot be read: {number}." in " ".join(pages.stderr.split())


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        ("a.toml", "student = 'cyd01'\ntask = 'nothing'\nreason = 'x'", "has no task 'nothing'"),
        ("a.toml", "student = '../ben01'\ntask = 1.1\nreason = 'x'", "'../ben01' has no result"),
        ("a.toml", f"student = 'cyd01'\nassignment = '{A}'\ntask = 1.10\nreason = 'x'", "has no task '1.10'"),
        ("a.md", f"student: cyd01\nstudent: ben01\nassignment: {A}\ntask: 1.1\n\nx", "says student twice"),
        ("a.toml", "student = ", "is not TOML"),
        ("a.toml", "task = " + 4000 * "[", "is not TOML"),
        ("a.toml", "task = " + 5000 * "9", "is not TOML"),
        ("a.toml", "task = 0x" + 5000 * "f", "is not TOML"),
        ("a.md", "task: 1.1\n\nwhy?", "It is not said whose it is"),
        ("a.md", "student: cyd01\ntask: 1.1\n", "names no reason"),
        ("a.md", "student: cyd01\n\nwhy?", "names no task"),
        ("a.md", "task: 1.1\n\n" + "x" * (LONGEST + 1), "longer than 4000 characters"),
        ("a.md", "x" * 20_000, "longer than 16000 bytes"),
        ("a.html", "task: 1.1", "is not a form"),
    ],
    ids=lambda value: value[:24],
)
def test_a_form_that_cannot_be_used_is_named_and_the_next_is_taken(
    root: Path, records: Path, tmp_path: Path, name: str, text: str, cause: str
) -> None:
    good = put(tmp_path, "good.toml", "student = 'ben01'\ntask = 'scaled'\nreason = 'why?'")
    bad = put(tmp_path, name, text)
    done = hippograd(root, "request", "add", bad, good, "-a", A, "-c", "2030", "--records", records)
    assert done.returncode == 1
    assert cause in " ".join(done.stderr.split())
    assert [(one.student, one.reason) for one in Requests(records).all()] == [("ben01", "why?")]


def test_a_link_is_no_form_and_a_student_can_be_named(root: Path, records: Path, tmp_path: Path) -> None:
    form = "student: ben01\nassignment: ../Scaling\ntask: Task 1.3\n\nPlease look."
    (tmp_path / "link.md").symlink_to(put(tmp_path, "real.md", form))
    for name, cause in (("link.md", "is a link"), ("none.md", "does not exist"), (".", "is not a form")):
        with pytest.raises(HippogradError, match=cause):
            read_form(tmp_path / name)
    add = ("request", "add", tmp_path / "real.md", "--student", "CYD01", "-c", "2030", "--records", records)
    assert "There is no assignment" in hippograd(root, *add).stderr
    done = hippograd(root, *add, "-a", A)
    assert "1: cyd01, 1_scaling, shifted" in done.stdout


def test_of_a_task_with_two_marks_it_is_said_which_is_meant(root: Path, records: Path, tmp_path: Path) -> None:
    where = ("-c", "2030", "--records", records)
    form = put(tmp_path, "form.md", "student: cyd01\ntask: 1.3\n\nPlease look at my words.")
    assert hippograd(root, "request", "add", form, "-a", A, *where).returncode == 0
    answer = ("request", "answer", 1, "Indeed.", "--by", "Tia", *where, "--points", 1)
    refused = hippograd(root, *answer)
    assert "shifted has a mark for its checks and one for its words." in refused.stderr
    assert "Add --task shifted or --task shifted_written." in refused.stderr
    assert "is about shifted, not 'scaled'" in hippograd(root, *answer, "--task", "scaled").stderr
    assert Requests(records).one(1).is_open
    done = hippograd(root, *answer, "--task", "shifted_written")
    assert "1.3 Moving a number, in words: 1 of 1 point by Tia." in done.stdout


def test_an_answer_is_replaced_only_where_that_is_said_and_of_two_at_once_one_is_told(
    root: Path, records: Path, tmp_path: Path
) -> None:
    where = ("-c", "2030", "--records", records)
    form = put(tmp_path, "form.md", "student: cyd01\ntask: 1.1\n\nPlease look.")
    assert hippograd(root, "request", "add", form, "-a", A, *where).returncode == 0
    assert hippograd(root, "request", "answer", 1, "A first look.", "--by", "Tia", *where).returncode == 0
    second = ("request", "answer", 1, "A second look.", "--points", 0.5, "--by", "Ola", *where)
    refused = hippograd(root, *second)
    assert refused.returncode == 2
    assert "Tia answered request 1 already, 20" in refused.stderr
    assert refused.stderr.endswith(": A first look. To put another answer in its place, add --again.")
    marks = read_marks(RecordsOf(records).db_url, A, ["cyd01"])
    assert marks["cyd01"].cells["scaled"].manual is None, "refused before the mark is changed"
    done = hippograd(root, *second, "--again")
    assert "instead of what Tia answered, 20" in done.stdout
    assert "\nA first look.\n" in done.stdout
    assert (Requests(records).one(1).by, Requests(records).one(1).answer) == ("Ola", "A second look.")

    Requests(records).add(Form("ben01", A, "scaled", "why?"))
    with ThreadPoolExecutor() as at_once:
        started = Barrier(2)
        answered = [at_once.submit(_answered, records, started, by) for by in ("Tia", "Ola")]
        assert sorted(one.result() for one in answered) == ["", "answered"]


def _answered(records: Path, started: Barrier, by: str) -> str:
    started.wait()
    try:
        Requests(records).answer(2, "Indeed.", by, mark=lambda: sleep(0.1))
    except HippogradError:
        return ""
    return "answered"


def test_nobody_fills_the_list_and_a_damaged_file_is_named(tmp_path: Path) -> None:
    requests = Requests(tmp_path)
    for number in range(MOST):
        requests.add(Form("ada", A, "scaled", f"reason {number}"))
    with pytest.raises(HippogradError, match="has made 20 requests"):
        requests.add(Form("ada", A, "scaled", "one more"))
    assert requests.add(Form("ben", A, "scaled", "mine")).number == MOST + 1
    (tmp_path / "requests.json").write_text("[{")
    with pytest.raises(HippogradError, match="cannot be read"):
        requests.add(Form("ben", A, "scaled", "again"))


def test_requests_that_are_not_meant_are_removed_and_an_answered_one_stays(root: Path, records: Path) -> None:
    requests, where = Requests(records), ("-c", "2030", "--records", records)
    for number in range(MOST):
        requests.add(Form("cyd01", A, "scaled", f"not of Cyd's making {number}"))
    requests.answer(2, "Ask in the office hour.", "Tia")
    removed = hippograd(root, "request", "remove", 1, 3, *where)
    assert removed.stdout == f"removed    1: cyd01, {A}, scaled\nremoved    3: cyd01, {A}, scaled\n"
    assert requests.add(Form("cyd01", A, "scaled", "mine")).number == MOST + 1
    refused = hippograd(root, "request", "remove", 2, *where)
    assert (refused.returncode, "Tia answered request 2, so it stays" in refused.stderr) == (2, True)
    assert "There is no request 3" in hippograd(root, "request", "remove", 3, *where).stderr
    assert [one.number for one in requests.all()][:3] == [2, 4, 5]


def test_numbers_do_not_come_again_and_files_without_the_next_one_are_read(tmp_path: Path) -> None:
    requests = Requests(tmp_path)
    requests.add(Form("ada", A, "scaled", "mine"))
    requests.add(Form("dan", A, "scaled", "private"))
    kept = json.loads((tmp_path / "requests.json").read_text())["requests"]
    (tmp_path / "requests.json").write_text(json.dumps(kept), encoding="utf-8-sig")
    assert [one.student for one in requests.all()] == ["ada", "dan"]
    assert requests.remove_all_of("dan") == 1
    assert "dan" not in (tmp_path / "requests.json").read_text()
    assert requests.add(Form("ben", A, "scaled", "mine")).number == 3
    with pytest.raises(HippogradError, match="There is no request 2"):
        requests.answer(2, "Dear dan", "Tia")
    assert requests.remove_all_of("ada") + requests.remove_all_of("ben") == 2
    assert requests.add(Form("eve", A, "scaled", "mine")).number == 4
