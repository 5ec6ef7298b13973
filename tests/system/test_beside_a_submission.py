"""Nothing beside a submission or in the working directory is imported, read as settings, or taken for the course."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import commands
from tests.conftest import ROOT, UNACTIVATED, copy_course

BIN = Path(sys.executable).parent
A = "1_linear_regression"
MARK = "open({path!r}, 'w').write('ran')\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A student's folder with a blank notebook in it."""
    found = tmp_path / "mallory"
    found.mkdir()
    shutil.copy(ROOT / "release" / "2027" / A / f"{A}.ipynb", found / "ada.ipynb")
    return found


def run(folder: Path, command: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    whole = UNACTIVATED | {"HIPPOGRAD_COHORT": "2027"} | variables
    if command == "hippograd":
        return commands.run(command, *arguments, cwd=folder, env=whole)
    words = [str(BIN / command), *arguments]
    return subprocess.run(words, cwd=folder, env=whole, capture_output=True, text=True, timeout=300)


def graded(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(
        folder, "hippograd", "grade", "ada.ipynb", "-a", A, "--records", str(folder.parent / "rec"), "--jobs", "1"
    )


def test_pytest_loads_no_conftest_beside_the_submission(folder: Path) -> None:
    ran = folder / "ran"
    (folder / "conftest.py").write_text(MARK.format(path=str(ran)))
    file = str(folder / "ada.ipynb")
    done = run(ROOT, "pytest", f"autograder/graders/{A}", "-k", "whole_number", HIPPOGRAD_SUBMISSION=file)
    assert "n_linear_parameters is not defined" in done.stdout
    assert not ran.exists()


def test_an_option_of_pytest_that_names_the_submission_is_refused_and_runs_nothing(folder: Path) -> None:
    ran = folder / "ran"
    (folder / "conftest.py").write_text(MARK.format(path=str(ran)))
    for words in (["--submission", str(folder / "ada.ipynb")], [f"--submission={folder / 'ada.ipynb'}"]):
        done = run(ROOT, "pytest", f"autograder/graders/{A}", *words)
        assert done.returncode == 4
        assert "HIPPOGRAD_SUBMISSION=FILE" in done.stderr
    assert not ran.exists()


@pytest.mark.parametrize("variables", [{}, {"HIPPOGRAD_SUBMISSION": "ada.ipynb"}])
def test_tests_that_are_no_checks_are_left_alone(tmp_path: Path, variables: dict[str, str]) -> None:
    (tmp_path / "conftest.py").write_text(
        "import pytest\n\ndef pytest_addoption(parser):\n    parser.addoption('--submission')\n\n"
        "@pytest.fixture\ndef bounds(request):\n    return request.config.getoption('--submission')\n"
    )
    (tmp_path / "test_own.py").write_text(
        "def test_own(bounds):\n    assert bounds == 'own'\n\ntest_own.check = True\n\n"
        "def test_unknown(session):\n    pass\n"
    )
    done = run(tmp_path, "pytest", "test_own.py", "--submission", "own", **variables)
    assert "fixture 'session' not found" in done.stdout
    assert "1 passed, 1 error" in done.stdout


def test_pytest_reads_no_settings_beside_the_submission(folder: Path) -> None:
    """In a course that has no settings of its own, it looks for some wherever its arguments are."""
    ran, course = folder / "ran", folder.parent / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", course)
    shutil.copy(course / "assignments" / "1_scaling" / "1_scaling.ipynb", folder / "ada.ipynb")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p zz_evil\npythonpath = .\n")
    (folder / "zz_evil.py").write_text(MARK.format(path=str(ran)))
    variables = {"HIPPOGRAD_ROOT": str(course), "HIPPOGRAD_COHORT": "2031"}
    done = run(course, "pytest", "autograder/graders", HIPPOGRAD_SUBMISSION=str(folder / "ada.ipynb"), **variables)
    assert done.returncode == 1, done.stdout + done.stderr
    assert not ran.exists()


@pytest.mark.parametrize("task", ["w_star", "1.7"])
def test_check_shows_every_check_and_loads_nothing_beside_the_file(folder: Path, task: str) -> None:
    ran = folder / "ran"
    (folder / "conftest.py").write_text(MARK.format(path=str(ran)))
    done = run(folder, "hippograd", "check", "ada.ipynb", "-k", task)
    assert done.returncode == 1
    assert "The optimal weights: 0 of 4" in done.stdout
    assert "[not_attempted]" in done.stdout
    assert not ran.exists()


def test_nothing_in_the_working_directory_is_imported_read_as_settings_or_taken_for_the_course(folder: Path) -> None:
    ran = folder.parent / "ran"
    ran.mkdir()
    copy_course(folder)
    grader = folder / "autograder" / "graders" / A / "test_count_linear_parameters.py"
    grader.write_text(grader.read_text() + MARK.format(path=str(ran / "grader")))
    modules = ("multiprocessing", "pickle", "socket", "random", "logging", "numpy", "decoding", "gradekit")
    for name in (*modules, "env", "versions/one"):  # the last two are names that alembic looks for
        file = folder / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(MARK.format(path=str(ran / file.stem)) + "revision = 'a'\ndown_revision = None\n")
    (folder / "pyproject.toml").write_text(f'[tool.alembic]\nscript_location = "{folder}"\nprepend_sys_path = ["."]\n')
    (folder / "matplotlibrc").write_text("text.usetex: True\n")
    done = graded(folder)
    assert done.returncode == 0, done.stderr
    assert not list(ran.iterdir())


def test_what_holds_the_course_is_not_graded(folder: Path) -> None:
    done = run(folder, "hippograd", "--root", str(ROOT), "grade", str(ROOT.parent), "-a", A)
    assert done.returncode == 2
    assert "holds the course" in done.stderr


def test_a_root_that_is_not_a_course_is_an_error(folder: Path) -> None:
    done = run(folder, "hippograd", "--root", ".", "check", "ada.ipynb")
    assert done.returncode == 2
    assert "is not a course" in " ".join(done.stderr.split())


def test_no_template_of_a_page_is_taken_from_the_working_directory(folder: Path) -> None:
    assert graded(folder).returncode == 0
    for name in ("feedback", "classic", "lab", "base"):
        (folder / name).mkdir()
        for file in ("index.html.j2", "base.html.j2", "feedback.tpl", "feedback.html.j2", "conf.json"):
            (folder / name / file).write_text("{}" if file == "conf.json" else "a page of mallory's")
    records = folder.parent / "rec"
    assert run(folder, "hippograd", "feedback", "-a", A, "--unmarked", "--records", str(records)).returncode == 0
    (page,) = records.glob("feedback/*/*/*.html")
    assert "mallory's" not in page.read_text()
