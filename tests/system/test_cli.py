"""The command line: what a user sees when something is wrong, and the commands that need no long run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from hippograd.cli import app, main
from hippograd.course import Course
from hippograd.errors import HippogradError
from tests.commands import hippograd
from tests.conftest import HIPPOGRAD, KNOWN, ROOT, UNACTIVATED, Class
from tests.refusals import refused

A = "1_linear_regression"


def run(
    *arguments: str | Path, folder: Path = ROOT, environment: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[str]:
    whole = UNACTIVATED | {"HIPPOGRAD_COHORT": "2027"} | environment
    return hippograd(*arguments, cwd=folder, env=whole)


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["grade", ".", "-a", "7_philosophy"], "(assignment-unknown)"),
        (["grade", ".", "-a", A, "--cohort", "1926"], "(cohort-unknown)"),
        (["grade", "nowhere", "-a", A], "nowhere does not exist"),
        (["build", "7_philosophy"], "(assignment-unknown)"),
        (["gradescope", "7_philosophy"], "(assignment-unknown)"),
        (["feedback", "-a", A, "--records", "/tmp/no-records-here"], "holds no graded submission"),
        (["freeze", "2027"], "the sessions of 2027 are frozen"),
        (["freeze", "1926"], "(cohort-unknown)"),
        (["gradescope", A, "-o", "docs"], "(target-is-folder)"),
        (["sample-class", "."], "Missing option '--assignment'"),
        (["sample-class", ".", "-a", A], "(folder-not-empty)"),
        (["sample-class", "README.md", "-a", A], "(folder-is-file)"),
        (["sample-class", "/proc/class", "-a", A], "(folder-not-made)"),
        (["grade", "release", "-a", A, "--db", "gradebook"], "is not a URL of a database"),
        (["grade", "release", "-a", A, "--db", "mysql://host/gradebook"], "needs a driver that is not installed"),
        (["list", "--db", "mysql://u:hunter2@host/gradebook"], "needs a driver that is not installed"),
        (["export", "--to", "x.csv", "--db", "mysql://host/gradebook"], "needs a driver that is not installed"),
        (["mark", "--db", "mysql://host/gradebook"], "needs a driver that is not installed"),
        (["feedback", "-a", A, "--db", "mysql://host/gradebook"], "needs a driver that is not installed"),
        (["student", "remove", "ada01", "--yes", "--db", "mysql://host/gradebook"], "needs a driver that is not"),
        (["cohort", "archive", "2027", "--db", "mysql://host/gradebook"], "needs a driver that is not installed"),
        (["mark", "--resolve", "--second", "0.1"], "(options-exclude)"),
        (["mark", A, "--agreement", "--resolve"], "(options-exclude)"),
        (["mark", "ada01", "2.7", "1", "--agreement"], "(options-exclude)"),
        (["mark", "--why", "Well said."], "(mark-without-points)"),
        (["export", A, "--to", "marks.csv", "--into", "marks.csv"], "(output-is-input)"),
        (["mark", "--port", "65536"], "Invalid value for '--port'"),
        (["grade", "n" * 300, "-a", A], "(machine-refuses)"),
        (["grade-course", "docs", "release", "-a", A], "(otter-nothing)"),
        (["verify", "w_stars"], "(assignment-or-task-unknown)"),
        (["verify", "w_star/nothing"], "(answer-unknown)"),
        (["grade", "README.md", "-a", A], "neither a notebook nor a folder nor a zip"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_answered_in_two_lines_and_with_status_2(
    arguments: list[str], cause: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["hippograd", *arguments])
    monkeypatch.setenv("HIPPOGRAD_COHORT", "2027")
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert cause in " ".join(said.split())
    assert "Traceback" not in said
    assert "hunter2" not in said


def test_bytes_that_are_no_text_are_said_and_leave_nothing_behind(tmp_path: Path) -> None:
    course = Path(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))
    before = sorted(course.rglob("*"))
    done = run("--root", course, "new", "chapter", "2_doubling", "--title", "caf\udce9")
    assert done.returncode == 2
    assert "(text-not-utf8)" in done.stderr
    assert sorted(course.rglob("*")) == before


def test_what_every_command_loads_is_little() -> None:
    loaded = "import sys; from hippograd import cli; print(*(name for name in sys.modules))"
    names = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout.split()
    assert "hippograd.cli" in names
    assert not {"nbgrader", "sqlalchemy", "hippograd.intake", "hippograd.run"} & {*names}


@pytest.mark.usefixtures("own_secret")
def test_a_secret_is_drawn_at_first_use_and_again_when_asked_for(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))
    file = Course(root).secret_file
    file.unlink(missing_ok=True)
    found = [Course(root).secret, Course(root).secret]
    assert found[0] == found[1] == file.read_text().strip()
    assert file.stat().st_mode & 0o777 == 0o600
    done = run("--root", root, "new", "secret")
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stdout
    found.append(Course(root).secret)
    assert found[2] not in {found[0], *done.stdout.split()}
    assert [path.name for path in file.parent.iterdir() if "secret" in path.name] == ["secret.txt"]


@pytest.mark.usefixtures("own_secret")
def test_a_secret_that_lies_elsewhere_is_named_by_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))
    Course(root).secret_file.unlink(missing_ok=True)
    monkeypatch.setenv("HIPPOGRAD_SECRET_FILE", str(tmp_path / "elsewhere.txt"))
    with refused("secret-empty"):
        _ = Course(root).secret
    (tmp_path / "elsewhere.txt").write_text("of the server\n")
    assert Course(root).secret == "of the server"
    assert not Course(root).secret_file.exists()


@pytest.mark.usefixtures("own_secret")
def test_a_secret_on_which_marks_rest_is_replaced_only_by_name(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))
    before = Course(root).secret
    graded = root / "records" / "2027" / "1_scaling.jsonl"
    graded.parent.mkdir(parents=True)
    graded.write_text("")
    done = run("--root", root, "new", "secret")
    assert done.returncode == 2
    assert str(graded) in done.stderr
    assert Course(root).secret == before
    Course(root).secret_file.unlink()
    with refused("secret-missing"):
        _ = Course(root).secret
    assert run("--root", root, "new", "secret", "--replace").returncode == 0
    assert Course(root).secret != before


@pytest.mark.usefixtures("own_secret")
def test_a_secret_that_others_know_is_said(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))
    Course(root).secret_file.write_text(KNOWN)
    (tmp_path / "ada01.ipynb").write_text("{}")
    commands = [["doctor"], ["grade", tmp_path / "ada01.ipynb", "-a", "1_scaling", "--cohort", "2031"]]
    for command in commands:
        assert "Others know" in run("--root", root, *command).stderr
    assert run("--root", root, "new", "secret", "--replace").returncode == 0
    for command in commands:
        assert "Others know" not in run("--root", root, *command).stderr


def test_a_terminal_that_lacks_a_letter_gets_its_number(tmp_path: Path) -> None:
    (tmp_path / "class.csv").write_text("id,name\nZoë 1,Zoë Quint\n")
    command = [HIPPOGRAD, "roster", "import", tmp_path / "class.csv", "--records", tmp_path / "records", "--yes"]
    latin = UNACTIVATED | {"HIPPOGRAD_COHORT": "2027", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=latin, capture_output=True, text=True, timeout=300)
    assert "Zo\\xeb 1" in done.stdout
    assert done.returncode == 0, done.stderr


def test_outside_a_course_the_one_that_is_installed_is_used(tmp_path: Path) -> None:
    (tmp_path / "empty.ipynb").write_text("{}")
    done = run("check", "empty.ipynb", "-a", A, folder=tmp_path)
    assert done.returncode == 2
    assert "empty.ipynb" in done.stderr


def test_doctor_names_the_tier_and_the_versions() -> None:
    done = run("doctor")
    assert done.returncode == 0
    for word in ("sandbox", "numpy", "torch", "python"):
        assert word in done.stdout


def test_doctor_says_which_library_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise OSError('version GLIBC_2.38 not found')")
    done = run("doctor", environment={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 2
    assert "which does not load: OSError: version GLIBC_2.38 not found" in " ".join(done.stdout.split())
    assert "uses torch. (libraries-broken)" in done.stderr


def test_a_class_with_a_bad_file_is_graded_and_the_status_says_so(tmp_path: Path, classroom: Class) -> None:
    put = tmp_path / "in"
    put.mkdir()
    (put / "amber01.ipynb").write_text(classroom.text())
    (put / "basil01.ipynb").write_text(classroom.text()[:3000])
    (put / "cedar01.ipynb").write_bytes((ROOT / "release" / "2026" / A / f"{A}.ipynb").read_bytes())
    roster = tmp_path / "class.csv"
    roster.write_text("id\namber01\nbasil01\ncedar01\ndelta01\nember01\n")
    places = ["--records", tmp_path / "records", "--json", tmp_path / "all.jsonl"]
    done = run("grade", put, "-a", A, *places, "--roster", roster, "-j", 2)
    assert done.returncode == 1
    assert "2 in the roster handed in nothing: delta01, ember01" in done.stdout
    assert "2 students have their first mark\n" in done.stdout
    assert "! cedar01: Please check: this is cohort 2026's notebook" in " ".join(done.stdout.split())
    assert "16/16" in done.stdout
    assert f"{A}: the class" in done.stdout
    results = {row["student"]: row for row in map(json.loads, (tmp_path / "all.jsonl").read_text().splitlines())}
    assert results["amber01"]["status"] == "graded"
    assert results["basil01"]["status"] == "not_gradable"
    assert "cut short" in results["basil01"]["problem"]["message"]
    assert (tmp_path / "records" / "autograded" / "amber01" / A / f"{A}.ipynb").is_file()
    assert not (tmp_path / "records" / "autograded" / "basil01").exists()
    kept = (tmp_path / "records" / f"{A}.jsonl").read_text()
    assert {json.loads(row)["student"] for row in kept.splitlines()} == set(results)
    again = run("grade", put / "amber01.ipynb", "-a", A, *places, "--roster", roster)
    assert "2 in the roster handed in nothing: delta01, ember01\n" in again.stdout, "basil01's file came before"


def test_a_run_that_fails_keeps_the_results_that_there_are(tmp_path: Path, classroom: Class) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "amber01.ipynb").write_text(classroom.text())
    (tmp_path / "basil01.ipynb").write_text(classroom.text())
    (tmp_path / "other.db").write_text("no database")
    arguments = ["-a", A, "--records", tmp_path / "records", "-j", 1]
    assert run("grade", tmp_path / "in", *arguments).returncode == 0
    assert run("grade", tmp_path / "in", *arguments, "--db", f"sqlite:///{tmp_path / 'other.db'}").returncode == 2
    kept = tmp_path / "records" / f"{A}.jsonl"
    assert [json.loads(line)["student"] for line in kept.read_text().splitlines()] == ["amber01"]
    with kept.open("a") as lines:
        lines.write('{"student": "cut sho')  # as a run that was killed leaves it
    assert run("grade", tmp_path / "basil01.ipynb", *arguments).returncode == 0
    assert run("grade", tmp_path / "in", *arguments).returncode == 0
    assert [json.loads(line)["student"] for line in kept.read_text().splitlines()] == ["amber01", "basil01"]


def test_lines_of_results_are_written_over_nothing_that_is_needed(tmp_path: Path, classroom: Class) -> None:
    submission = tmp_path / "amber01.ipynb"
    submission.write_text(classroom.text())
    for place in (submission, tmp_path / "records" / f"{A}.jsonl"):
        done = run("grade", submission, "-a", A, "--records", tmp_path / "records", "--json", place)
        assert done.returncode == 2
        assert "would be overwritten" in " ".join(done.stderr.split())
    assert submission.read_text() == classroom.text()


def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(tmp_path: Path, classroom: Class) -> None:
    (tmp_path / "amber01.ipynb").write_text(classroom.text())
    arguments = ["grade", tmp_path / "amber01.ipynb", "-a", A, "--records", tmp_path / "records"]
    done = run(*arguments, "--json", "/dev/full")
    assert done.returncode == 2
    assert "(file-not-written)" in done.stderr
    assert "Traceback" not in done.stderr


def test_records_that_may_not_be_written_are_refused_before_anything_runs(tmp_path: Path, classroom: Class) -> None:
    (tmp_path / "amber01.ipynb").write_text(classroom.text())
    (tmp_path / "records").write_text("a file where the folder should be")
    done = run("grade", tmp_path / "amber01.ipynb", "-a", A, "--records", tmp_path / "records")
    assert done.returncode == 2
    assert "cannot be made" in done.stderr


def test_the_sample_class_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = run("sample-class", tmp_path / name, "-a", A, "--students", 12, "--seed", 3)
        assert done.returncode == 0, done.stderr
    one, two = (
        {path.relative_to(tmp_path / n): path.read_bytes() for path in (tmp_path / n).rglob("*.ipynb")}
        for n in ("one", "two")
    )
    assert one == two
    assert len(one) == 12


def commands(group: TyperGroup, name: str = "hippograd") -> Iterator[str]:
    """The commands of a group by their whole names, such as ``hippograd cohort new``."""
    for word, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}"


def test_every_command_is_in_the_readme_or_in_a_document_that_explains_it() -> None:
    from hippograd.cli import app

    files = [ROOT / "README.md", *(file for file in (ROOT / "docs").glob("*.md") if file.name != "commands.md")]
    text = "\n".join(file.read_text() for file in files)
    every = list(commands(typer.main.get_command(app)))
    assert {"hippograd grade-course", "hippograd student remove"} <= {*every}
    assert [name for name in every if not re.search(rf"{name}(?![\w-])", text)] == []


def test_an_export_of_no_results_says_how_there_will_be_some(tmp_path: Path) -> None:
    done = run("export", "--to", tmp_path / "marks.csv", "--records", tmp_path)
    assert done.returncode == 2
    assert "(results-none)" in done.stderr


def test_a_command_imports_no_grammar_that_it_never_uses() -> None:
    program = "import hippograd.__main__, nbgrader.api, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "sqlalchemy" in done.stdout.split()
    assert "lark" not in done.stdout.split()


def test_a_worker_imports_nothing_that_reads_or_writes_for_nbgrader() -> None:
    program = "import hippograd.grading.processes, hippograd.grading.pool, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "numpy" in loaded
    assert loaded.isdisjoint({"nbformat", "traitlets", "sqlalchemy", "jsonschema", "IPython"})


def test_a_cohort_in_the_environment_grades_no_class_of_another(tmp_path: Path) -> None:
    """Left in a shell from last year, it is no decision that these notebooks shall be graded for that cohort."""
    name = "2_gradient_descent"
    for student in ("ada01", "ben02"):
        (tmp_path / "class").mkdir(exist_ok=True)
        shutil.copy(ROOT / "solutions" / "2026" / name / f"{name}.ipynb", tmp_path / "class" / f"{student}.ipynb")
    done = run("grade", tmp_path / "class", "-a", name, "--records", tmp_path / "records")
    assert done.returncode == 2
    assert "(cohort-of-others) Add --cohort 2026" in " ".join(done.stderr.split())


CHANGING = (
    ("build", "9_none"),
    ("calibrate", "none"),
    ("cohort", "close", "none"),
    ("cohort", "new", "2099", "--from", "none"),
    ("freeze", "none"),
    ("new", "chapter", "none"),
    ("new", "task", "9_none", "none"),
)
"""Commands that write sources; with these names none of them could."""


@pytest.mark.parametrize("command", CHANGING, ids=" ".join)
def test_standing_in_one_course_nobody_changes_another(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    monkeypatch.chdir(here / "assignments")
    monkeypatch.delenv("HIPPOGRAD_ROOT", raising=False)
    refused = CliRunner().invoke(app, command).exception
    assert isinstance(refused, HippogradError)
    assert (refused.code, refused.data["here"], refused.data["root"]) == ("course-other", str(here), str(ROOT))
    named = CliRunner().invoke(app, ["--root", str(here), *command])
    assert "You are in the course" not in str(named.exception)
    assert f"Course: {here}" in named.stderr.splitlines()
