"""A past year is pinned, packed and deleted."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from hippograd.building.build import build, changed_since_closed
from hippograd.cli import app
from hippograd.course import Course, Offering
from hippograd.course.closed import closed_file
from hippograd.course.root import COHORTS
from hippograd.errors import HippogradError
from hippograd.files import files_in
from hippograd.intake import find_submissions
from hippograd.marking.store import SECOND, MarkStore
from hippograd.records.export.class_table import Table
from hippograd.records.export.spreadsheet import as_xlsx
from hippograd.records.folder import Records
from hippograd.run import ClassRun
from hippograd.store.desk_marks import Mark
from hippograd.years.closing import close_cohort
from hippograd.years.leaving import archive, erase_cohort, remove_student
from hippograd.years.new import draw_cohort
from tests.conftest import ROOT, set_deadline
from tests.gradebooks import locked_once
from tests.refusals import refused

GRADER = Path("autograder", "graders", "1_scaling", "test_scaled.py")


def git(root: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    command = ["git", "-C", str(root), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example course, built for 2030 and committed; 2031 is current."""
    root = tmp_path_factory.mktemp("closing") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", root)
    file = root / COHORTS
    file.write_text('current = "2031"\n\n' + file.read_text("utf-8"), "utf-8")
    (root / ".gitignore").write_text("/records/\n__pycache__/\n")
    build(Course(root), Course(root).cohort("2030"))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "As it was handed out")
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "scaling", symlinks=True))


def grade(root: Path, tmp_path: Path, points: float = 2.5) -> tuple[Records, list[str]]:
    course = Course(root)
    offering = Offering.of(course, "1_scaling", course.cohort("2030"))
    handed_in = tmp_path / "class"
    for student, answer in {"ada01": "x * factor", "ben02": "x + factor"}.items():
        nb = json.loads((offering.release / "1_scaling.ipynb").read_text())
        (cell,) = (cell for cell in nb["cells"] if cell["id"] == "scaled-answer")
        cell["source"] = f"def scaled(x):\n    return {answer}"
        handed_in.mkdir(exist_ok=True)
        (handed_in / f"{student}.ipynb").write_text(json.dumps(nb))
    records = Records(root / "records" / "2030")
    said: list[str] = []
    submissions = find_submissions([handed_in], "1_scaling")
    graded = ClassRun(offering, records, tier="unconfined", say=said.append).grade(submissions)
    assert {result.student: result.points for result in graded}["ada01"] == points
    return records, [line for line in said if "sandbox" not in line]


def commands(root: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["--root", str(root), *words])


@pytest.mark.usefixtures("own_secret")
def test_a_closed_cohort_is_graded_by_its_commit(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    before = git(root, "rev-parse", "HEAD").strip()
    numbers = Course(root).tables("2030")
    closed = close_cohort(Course(root), "2030")
    assert (closed.commit, closed.numbers) == (before, numbers)
    course = Course(root)
    assert (course.cohorts, course.closed_cohorts) == (["2031"], ["2030"])
    for command in ("grade class -a 1", "regrade 1", "feedback -a 1", "build", "cohort new 2030 --from 2031"):
        done = commands(root, *command.split(), *([] if "cohort" in command else ["-c", "2030"]))
        error = done.exception
        assert isinstance(error, HippogradError), command
        assert (error.code, f"git worktree add ../2030 {before}" in error.remedy) == ("cohort-closed", True), command
        assert str(records.folder) in error.remedy
    assert commands(root, "cohort", "list").output.startswith("2030 (closed)\n2031 (current")
    with refused("cohort-closed"):
        close_cohort(course, "2030")

    git(root, "add", "-A")
    git(root, "commit", "-qm", "closed")
    git(root, "worktree", "add", str(tmp_path / "2030"), before)
    shutil.copy(course.secret_file, Course(tmp_path / "2030").secret_file)
    assert build(Course(tmp_path / "2030"), Course(tmp_path / "2030").cohort("2030"), check=True) == []


def test_records_of_a_closed_cohort_are_archived_and_erased(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    close_cohort(Course(root), "2030")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "closed")
    assert commands(root, "student", "remove", "ben02", "-c", "2030", "--yes").exit_code == 0
    assert commands(root, "cohort", "archive", "2030", str(tmp_path / "2030.zip")).exit_code == 0
    with zipfile.ZipFile(tmp_path / "2030.zip") as packed:
        assert {"closed.json", "records/gradebook.db"} <= {*packed.namelist()}
    assert commands(root, "cohort", "erase", "2030", "--yes").exit_code == 0
    assert not records.folder.exists()


def test_what_a_closed_cohort_got_stays_and_leads_nowhere(root: Path) -> None:
    (root / "assignments" / "calibration.toml").write_text("[2030.shifted]\nbound = 9\n[2031.shifted]\nbound = 1\n")
    git(root, "commit", "-qam", "calibrated")
    release = root / "release" / "2030"
    own = {path: path.read_bytes() for path in release.rglob("*") if path.is_file() and not path.is_symlink()}
    close_cohort(Course(root), "2030")
    found = [path for folder in ("release", "solutions") for path in (root / folder / "2030").rglob("*")]
    assert not [path for path in found if path.is_symlink()]
    assert {path: path.read_bytes() for path in own} == own
    assert "2030" not in (root / "assignments" / "calibration.toml").read_text()
    assert [path.name for path in (root / "autograder" / "rulers").iterdir()] == ["2031.csv"]
    assert "[2031.scaling]" in (root / COHORTS).read_text()
    git(root, "add", "-A")
    assert commands(root, "build", "--check", "-c", "2031").exit_code != 0, "it is not built"
    assert changed_since_closed(Course(root), "2030") == []
    changed = ["release/2030/1_scaling/README.md", "solutions/2030/1_scaling/1_scaling.ipynb"]
    for name in changed:
        (root / name).write_text("another\n")
    assert [line.partition(" ")[0] for line in changed_since_closed(Course(root), "2030")] == changed
    build(Course(root), Course(root).cohort("2031"))
    done = commands(root, "build", "--check")
    assert all(name in done.output for name in changed)
    assert "git checkout HEAD -- release/2030 solutions/2030" in getattr(done.exception, "remedy", "")


def test_closing_that_was_stopped_goes_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr(Path, "rmdir", lambda path: os.kill(os.getpid(), signal.SIGINT))
        with pytest.raises(KeyboardInterrupt):
            close_cohort(Course(root), "2030")
    assert Course(root).cohorts == ["2030", "2031"]
    close_cohort(Course(root), "2030")
    assert Course(root).cohorts == ["2031"]


def test_answers_of_a_closed_cohort_are_not_given_again(root: Path) -> None:
    def drawn() -> Any:
        text = (root / COHORTS).read_text()
        draw_cohort(Course(root), Course(root).cohort("2031"), "2032", lambda _: None)
        found = Course(root).tables("2032")["scaling"]["factor"]
        (root / COHORTS).write_text(text)
        (root / "autograder" / "rulers" / "2032.csv").unlink()
        return found

    close_cohort(Course(root), "2030")
    first, kept = drawn(), closed_file(Course(root).release_folder, "2030")
    assert drawn() == first
    kept.write_text(kept.read_text().replace('"factor": 2.5', f'"factor": {first}'))
    assert drawn() != first


def test_points_that_students_do_not_know_of_are_said(root: Path, tmp_path: Path) -> None:
    grader = root / GRADER
    grader.write_text(grader.read_text("utf-8").replace("points=1, public=True", "points=2, public=True"), "utf-8")
    (said,) = grade(root, tmp_path, 3.5)[1]
    assert "other points than its graders: scaled 2.5, now 3.5." in said
    lines: list[str] = []
    course = Course(root)
    build(course, course.cohort("2030"), progress=lines.append)
    assert "  in the release until now, which students may have: release/2030/1_scaling/README.md differs" in lines
    assert grade(root, tmp_path, 3.5)[1] == []


def test_what_cannot_be_closed_is_refused(root: Path) -> None:
    with refused("cohort-is-current", cohort="2031"):
        close_cohort(Course(root), "2031")
    solution = Offering.of(Course(root), "1_scaling", Course(root).cohort("2030")).solution
    as_built = solution.read_bytes()
    solution.unlink()
    with refused("cohort-unfinished", cohort="2030"):
        close_cohort(Course(root), "2030")
    solution.write_bytes(as_built)
    grader = root / GRADER
    text = grader.read_text("utf-8")
    grader.write_text(text + "\n# not committed\n", "utf-8")
    with refused("changes-not-committed"):
        close_cohort(Course(root), "2030")
    grader.write_text(text.replace("points=1", "points=2"), "utf-8")
    with refused("cohort-differs"):
        close_cohort(Course(root), "2030")
    assert not closed_file(Course(root).release_folder, "2030").exists()


def test_an_archive_holds_the_course_and_the_records(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    close_cohort(Course(root), "2030")
    packed = zipfile.ZipFile(archive(Course(root), "2030", records, tmp_path / "2030.zip"))
    assert {"records/gradebook.db", "records/1_scaling.jsonl", "closed.json", "versions.json"} <= set(packed.namelist())
    packed.extract("course.bundle", tmp_path)
    git(tmp_path, "clone", "-q", "course.bundle", "again")
    assert (tmp_path / "again" / GRADER).read_bytes() == (root / GRADER).read_bytes()
    with refused("records-missing"):
        archive(Course(root), "2030", Records(tmp_path / "nothing"), tmp_path / "none.zip")
    assert not (tmp_path / "none.zip").exists()


def test_an_archive_says_of_which_commit_it_is_and_what_is_not_committed(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    target = tmp_path / "2030.zip"
    archive(Course(root), "2030", records, target)
    with zipfile.ZipFile(target) as packed:
        how = packed.read("README.txt").decode()
        assert json.loads(packed.read("versions.json"))["commit"] == git(root, "rev-parse", "HEAD").strip()
    assert "the commit in versions.json" in how
    assert "closed.json" not in how
    assert "not committed" not in how
    set_deadline(root, "2030")
    before, again = target.read_bytes(), ["--root", str(root), "cohort", "archive", "2030"]
    refused = CliRunner().invoke(app, [*again, str(target)])
    assert isinstance(refused.exception, HippogradError)
    assert (refused.exception.code, "2030-again.zip" in refused.exception.remedy) == ("file-exists", True)
    assert target.read_bytes() == before
    target = tmp_path / "2030-again.zip"
    done = CliRunner().invoke(app, [*again, str(target)])
    assert "Not committed, so not in it: assignments/cohorts.toml. Commit" in " ".join(done.output.split())
    assert done.exit_code == 0
    with zipfile.ZipFile(target) as packed:
        assert "not committed; the bundle has them as they were before:\nassignments/cohorts.toml" in (
            packed.read("README.txt").decode()
        )


def test_a_student_is_removed_from_everything(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    (records.folder / "extensions.toml").write_text("[1_scaling]\nben02 = 24\nada01 = 24 # ill\n")
    kept = records.earlier / "ben02" / "1_scaling" / "2030-01-01.ipynb"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}")
    records.pages.mkdir(exist_ok=True)
    with zipfile.ZipFile(records.pages / "1_scaling-folders.zip", "w") as pages:
        pages.writestr("ben02/1_scaling.html", "ben02")
    assert records.cache.is_file()
    records.cache.with_name(f"{records.cache.name}-wal").write_text("ben02")
    deleted = "\n".join(remove_student(records, records.db_url, "ben02"))
    for place in ("gradebook", "autograded", "earlier", ".jsonl", "extensions.toml", ".zip", "cache.db"):
        assert place in deleted
    left = [path for path in records.folder.rglob("*") if path.is_file()]
    assert [path for path in left if b"ben02" in path.read_bytes() or "ben02" in str(path)] == []
    assert b"ada01 = 24 # ill" in (records.folder / "extensions.toml").read_bytes()
    for path in ("", ".", "..", "../autograded", "ada01/1_scaling"):
        with refused("student-id-bad"):
            remove_student(records, records.db_url, path)
    assert (records.autograded / "ada01").is_dir()
    records.pages.mkdir(exist_ok=True)
    (records.pages / "report.html").write_text("<p>100 % of ben02</p>")
    for name in ("ben02", "%"):
        with refused("student-not-recorded", student=name):
            remove_student(records, records.db_url, name)
    assert (records.pages / "report.html").is_file()


def test_files_that_somebody_put_among_the_records_are_named_where_they_name_who_is_removed(
    root: Path, tmp_path: Path
) -> None:
    records, _ = grade(root, tmp_path)
    (records.folder / "list.csv").write_text("id,name\nada01,Ada\nben02,Ben\n")
    (records.folder / "others.csv").write_text("id\nben020\nruben02\n")
    (records.folder / "notes").mkdir()
    (records.folder / "notes" / "ben02.txt").write_text("He was ill.")
    with zipfile.ZipFile(records.folder / "list.xlsx", "w") as sheet:
        sheet.writestr("xl/sharedStrings.xml", "<t>ben02</t>", zipfile.ZIP_DEFLATED)
    command = ["--root", str(root), "student", "remove", "ben02", "-c", "2030", "--yes"]
    some = CliRunner().invoke(app, [*command, "--assignment", "1_scaling"])
    assert (some.exit_code, "left " in some.output) == (0, False), "who they are stays"
    done = CliRunner().invoke(app, command)
    left = [line.partition(",")[0] for line in done.output.splitlines() if line.startswith("left ")]
    assert left == [f"left    {records.folder / name}" for name in ("list.csv", "list.xlsx", "notes/ben02.txt")]
    assert (records.folder / "list.csv").is_file(), "named, and not deleted"


def test_what_is_still_in_the_log_of_a_database_is_in_the_archive(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    with closing(sqlite3.connect(records.db_url.removeprefix("sqlite:///"))) as book:
        book.execute("pragma journal_mode=wal")
        book.execute("update student set first_name = 'Ada' where id = 'ada01'")
        book.commit()
        target = archive(Course(root), "2030", records, tmp_path / "2030.zip")
    with zipfile.ZipFile(target) as packed:
        assert not [name for name in packed.namelist() if "-wal" in name]
        packed.extract("records/gradebook.db", tmp_path)
    with closing(sqlite3.connect(tmp_path / "records" / "gradebook.db")) as copy:
        assert copy.execute("select first_name from student where id = 'ada01'").fetchall() == [("Ada",)]


def test_nothing_is_removed_while_a_run_writes(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    before = {path: path.read_bytes() for path in records.folder.rglob("*") if path.is_file()}
    with records.one_run("1_scaling"), pytest.raises(HippogradError, match="is changing"):
        remove_student(records, records.db_url, "ben02")
    with records.one_run("1_scaling"), pytest.raises(HippogradError, match="is changing"):
        erase_cohort(records)
    assert {path: path.read_bytes() for path in records.folder.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "points.csv").exists()


def test_a_line_that_was_cut_short_is_of_whom_it_names(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    lines = records.results("1_scaling")
    whole = lines.read_bytes()
    lines.write_bytes(whole + b'{"student":"cem03","assi')
    with refused("student-not-recorded", student="nobody99"):
        remove_student(records, records.db_url, "nobody99")
    assert records.cache.is_file()
    assert lines.read_bytes() != whole
    assert f"1 line of {lines}" in remove_student(records, records.db_url, "cem03")
    assert lines.read_bytes() == whole


def test_a_gradebook_that_is_locked_is_waited_for_and_all_that_is_removed_is_said(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    mark = Mark("ben02", "tess", [], 1, "", "", "", kind=SECOND)
    MarkStore(records.db_url).save("1_scaling", "why_linear", [mark])
    with locked_once(records.folder / "gradebook.db"):
        deleted = remove_student(records, records.db_url, "ben02")
    assert deleted[:3] == ["1 mark from the desk", "1 result", "ben02 in the gradebook"]


def test_marks_of_a_removal_that_was_cut_short_are_removed_too(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    store = MarkStore(records.db_url)
    store.save("1_scaling", "why_linear", [Mark("ben02", "tess", [], 1, "of ben02", "", "his words", kind=SECOND)])
    with Gradebook(records.db_url) as gradebook:
        gradebook.remove_student("ben02")  # as far as it got
    assert "1 mark from the desk" in remove_student(records, records.db_url, "ben02")
    assert b"ben02" not in (records.folder / "gradebook.db").read_bytes()


def test_a_folder_of_something_else_is_not_erased(root: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("three years")
    (tmp_path / "home" / ".cache").mkdir()
    (tmp_path / "home" / ".cache" / "gradebook.db").touch()
    with refused("records-of-no-cohort"):
        erase_cohort(Records(tmp_path / "home"))
    assert (tmp_path / "home" / "thesis.txt").is_file()


def test_an_archive_may_be_called_like_what_is_in_it(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    archive(Course(root), "2030", records, tmp_path / "course.bundle")
    with zipfile.ZipFile(tmp_path / "course.bundle") as packed:
        assert packed.read("course.bundle").startswith(b"# v2 git bundle")
    (tmp_path / "marks.csv").write_text("amber01,7")
    inside = records.folder / "2030.zip"
    for place, code in (
        (tmp_path, "target-is-folder"),
        (tmp_path / "marks.csv", "file-exists"),
        (inside, "target-among-records"),
    ):
        with refused(code):
            archive(Course(root), "2030", records, place)
    assert (tmp_path / "marks.csv").read_text() == "amber01,7"


def test_a_year_is_erased(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    assert {"gradebook.db", "1_scaling.jsonl"} <= set(erase_cohort(records))
    assert not records.folder.exists()


def test_pages_that_name_a_student_are_found_however_the_name_is_written(tmp_path: Path) -> None:
    records = Records(tmp_path / "records")
    records.pages.mkdir(parents=True)
    for name, text in (("a.html", "o&#39;neil01"), ("b.html", "o&#x27;neil01"), ("c.csv", "o'neil01"), ("d.html", "o")):
        (records.pages / name).write_text(text)
    with Gradebook(records.db_url) as gradebook:
        gradebook.add_student("o'neil01")
    in_gradebook, *pages = remove_student(records, records.db_url, "o'neil01")
    assert "in the gradebook" in in_gradebook
    assert len(pages) == 3
    assert [path.name for path in records.pages.iterdir()] == ["d.html"]


def test_a_gradebook_elsewhere_is_archived_and_erased_too(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    elsewhere = tmp_path / "elsewhere.db"
    (records.folder / "gradebook.db").rename(elsewhere)
    url = f"sqlite:///{elsewhere}"
    MarkStore(url)  # whose tables are copied too
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "course", "--allow-empty")
    packed = zipfile.ZipFile(archive(Course(root), "2030", records, tmp_path / "2030.zip", url))
    packed.extract("records/gradebook.db", tmp_path)
    with sqlite3.connect(elsewhere) as theirs, sqlite3.connect(tmp_path / "records" / "gradebook.db") as copied:
        for (table,) in theirs.execute("select name from sqlite_master where type = 'table'").fetchall():
            if table != "hippograd_version":
                rows = [sorted(one.execute(f"select * from {table}").fetchall(), key=repr) for one in (theirs, copied)]
                assert rows[0] == rows[1], table
    deleted = erase_cohort(records, url)
    assert "2 rows of student in the gradebook" in deleted
    assert b"ada01" not in elsewhere.read_bytes()


def test_records_without_their_gradebook_are_neither_packed_nor_deleted(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    (records.folder / "gradebook.db").rename(tmp_path / "elsewhere.db")
    before = files_in(records.folder)
    with pytest.raises(HippogradError, match="no gradebook"):
        archive(Course(root), "2030", records, tmp_path / "2030.zip")
    with refused("records-without-gradebook"):
        erase_cohort(records)
    assert files_in(records.folder) == before
    assert not (tmp_path / "2030.zip").exists()


def test_whoever_is_removed_is_removed_from_a_gradebook_that_was_used_before(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    elsewhere = tmp_path / "elsewhere.db"
    shutil.copy(records.folder / "gradebook.db", elsewhere)
    deleted = remove_student(records, f"sqlite:///{elsewhere}", "ada01")
    assert deleted.count("ada01 in the gradebook") == 2
    for file in (elsewhere, records.folder / "gradebook.db"):
        assert b"ada01" not in file.read_bytes()


@pytest.mark.parametrize("year", [1970, 2150])
def test_an_archive_takes_files_of_any_time(root: Path, tmp_path: Path, year: int) -> None:
    records, _ = grade(root, tmp_path)
    then = datetime(year, 1, 2, tzinfo=UTC).timestamp()
    os.utime(records.results("1_scaling"), (then, then))
    with zipfile.ZipFile(archive(Course(root), "2030", records, tmp_path / "2030.zip")) as packed:
        assert packed.read("records/1_scaling.jsonl") == records.results("1_scaling").read_bytes()


@pytest.mark.parametrize("odd", ["a link that leads elsewhere", "a link that leads nowhere", "a loop", "a pipe"])
def test_what_is_no_file_is_named_before_records_are_packed_or_deleted(root: Path, tmp_path: Path, odd: str) -> None:
    records, _ = grade(root, tmp_path)
    path, elsewhere = records.autograded / "ben02" / "odd", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if odd == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to({"a link that leads elsewhere": elsewhere, "a loop": path}.get(odd, tmp_path / "nowhere"))
    for attempt in (
        lambda: archive(Course(root), "2030", records, tmp_path / "2030.zip"),
        lambda: erase_cohort(records),
        lambda: remove_student(records, records.db_url, "ben02"),
    ):
        with refused("records-link"):
            attempt()
    assert not (tmp_path / "2030.zip").exists()
    assert records.notebook_path("ben02", "1_scaling").is_file()
    with Gradebook(records.db_url) as gradebook:
        assert gradebook.find_student("ben02").id == "ben02"


def test_records_that_are_a_link_are_erased_where_they_are(root: Path, tmp_path: Path) -> None:
    records, _ = grade(root, tmp_path)
    there = tmp_path / "large disk"
    records.folder.rename(there)
    records.folder.symlink_to(there)
    assert "gradebook.db" in erase_cohort(records)
    assert not there.exists()
    assert not records.folder.is_symlink()


@pytest.mark.parametrize("command", [["archive", "1999"], ["erase", "1999", "--yes"]])
def test_an_unknown_cohort_is_neither_packed_nor_erased(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    records = tmp_path / "records"
    records.mkdir()
    Gradebook(Records(records).db_url).close()
    done = CliRunner().invoke(app, ["--root", str(root), "cohort", *command, "--records", str(records)])
    assert getattr(done.exception, "code", "") == "cohort-unknown"
    assert (records / "gradebook.db").is_file()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("extensions.toml", b"[1_scaling\n"),
        ("sections.toml", b"ben02 = '\xff'\n"),
    ],
)
def test_a_damaged_file_is_said_before_anything_of_a_student_is_deleted(
    tmp_path: Path, file: str, content: bytes
) -> None:
    records = Records(tmp_path / "records")
    records.prepare()
    with Gradebook(records.db_url) as gradebook:
        gradebook.add_student("ben02")
    (records.folder / file).write_bytes(content)
    with refused("toml-bad", file=str(records.folder / file)):
        remove_student(records, records.db_url, "ben02")
    with Gradebook(records.db_url) as gradebook:
        assert gradebook.find_student("ben02").id == "ben02"


@pytest.mark.parametrize("event", ["delete on student", "delete on hippograd_marks"])
def test_a_gradebook_that_refuses_to_forget_a_student_is_said(root: Path, tmp_path: Path, event: str) -> None:
    records, _ = grade(root, tmp_path)
    mark = Mark("ben02", "tess", [], 1, "", "", "", kind=SECOND)
    MarkStore(records.db_url).save("1_scaling", "why_linear", [mark])
    with sqlite3.connect(records.folder / "gradebook.db") as book:
        book.execute(f"create trigger full before {event} begin select raise(abort, 'disk is full'); end")
    with refused("gradebook-unusable", cause="disk is full"):
        remove_student(records, records.db_url, "ben02")
    assert records.notebook_path("ben02", "1_scaling").is_file()


def test_a_spreadsheet_among_the_pages_goes_with_a_student(tmp_path: Path) -> None:
    records = Records(tmp_path / "records")
    records.pages.mkdir(parents=True)
    (records.pages / "list.xlsx").write_bytes(as_xlsx(Table(["student"], [["ben02"]])))
    with Gradebook(records.db_url) as gradebook:
        gradebook.add_student("ben02")
    assert "list.xlsx, which is made anew" in "\n".join(remove_student(records, records.db_url, "ben02"))
    assert not (records.pages / "list.xlsx").exists()
