"""nbgrader's own commands on this course, and its gradebook."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from hippograd.building.converting import generate
from hippograd.building.register import register
from hippograd.course import Course, Offering
from hippograd.files import digests
from tests import commands
from tests.refusals import refused

PROJECT = Path(__file__).parents[3]
Edit = Callable[..., None]


@pytest.fixture(scope="module")
def registered(built_once: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gradebook file that holds the assignment; not to be changed."""
    database = tmp_path_factory.mktemp("registered") / "gradebook.db"
    register(
        Offering(built_once, built_once.assignment("1_scaling"), built_once.cohort("2030")), f"sqlite:///{database}"
    )
    return database


@pytest.fixture
def database(registered: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(registered, tmp_path / "gradebook.db"))


def content(database: Path) -> dict[str, Any]:
    """All that a gradebook knows of the assignment, but for its random keys."""
    with Gradebook(f"sqlite:///{database}") as gradebook:
        notebook = gradebook.find_notebook("1_scaling", "1_scaling")
        return {
            "kernel": notebook.kernelspec,
            "grades": {cell.name: (cell.max_score, cell.cell_type) for cell in notebook.grade_cells},
            "solutions": sorted(cell.name for cell in notebook.solution_cells),
            "sources": {
                cell.name: (cell.cell_type, cell.locked, cell.source, cell.checksum) for cell in notebook.source_cells
            },
        }


def test_the_gradebook_knows_every_graded_cell_with_its_points(database: Path) -> None:
    found = content(database)
    assert found["grades"] == {
        "scaled": (2.5, "code"),
        "why_linear": (2.0, "markdown"),
        "shifted": (2.0, "code"),
        "shifted_written": (1.0, "markdown"),
    }
    assert "- 1 `additive`: additivity" in found["sources"]["why_linear_question"][2]


def test_the_gradebook_has_what_nbgrader_itself_enters(course: Course, database: Path, tmp_path: Path) -> None:
    offering = Offering(course, course.assignment("1_scaling"), course.cohort("2030"))
    generate(offering, tmp_path, f"sqlite:///{tmp_path / 'theirs.db'}")
    assert content(tmp_path / "theirs.db") == content(database)


def test_a_changed_source_is_entered_anew(course: Course, database: Path, edit_cell: Edit) -> None:
    edit_cell(course.assignment("1_scaling").notebook, "imports", id="other-imports")
    register(Offering(course, course.assignment("1_scaling"), course.cohort("2030")), f"sqlite:///{database}")
    assert "setup-other-imports" in content(database)["sources"]


def test_what_imports_hippograd_gets_all_of_what_is_installed(tmp_path: Path) -> None:
    program = (
        "import hippograd, hippograd.store.gradebook, isoduration, rfc3987_syntax\n"
        "from jupyter_server.serverapp import ServerApp\n"
        "app = ServerApp(jpserver_extensions={'nbgrader': True}, root_dir='.', open_browser=False)\n"
        "app.initialize(argv=['--allow-root'])\n"
        "rules = [rule for group in app.web_app.default_router.rules for rule in getattr(group.target, 'rules', [])]\n"
        "print([rule.matcher.regex.pattern for rule in rules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    for part in ("/formgrader", "/formgraders", "/assignments", "/assignments/validate"):
        assert f"'{part}$'" in done.stdout or f"'{part}/?$'" in done.stdout


def test_registering_again_changes_nothing(course: Course, database: Path) -> None:
    before = content(database)
    register(Offering(course, course.assignment("1_scaling"), course.cohort("2030")), f"sqlite:///{database}")
    assert content(database) == before


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_a_gradebook_with_submissions_refuses_other_cells_and_says_why(
    course: Course, database: Path, edit_cell: Edit
) -> None:
    with Gradebook(f"sqlite:///{database}") as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission("1_scaling", "ada")
    edit_cell(course.assignment("1_scaling").notebook, "imports", id="other-imports")
    with refused("gradebook-other-cells", told="new: setup-other-imports; gone: setup-imports"):
        register(Offering(course, course.assignment("1_scaling"), course.cohort("2030")), f"sqlite:///{database}")


def nbgrader(course: Course, *arguments: str, cohort: str = "2030") -> subprocess.CompletedProcess[str]:
    """Run a stock command as a shell without an activated environment would."""
    shutil.copy(PROJECT / "nbgrader_config.py", course.root)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(course.root), "PYTHONPATH": str(PROJECT)}
    environment["HIPPOGRAD_COHORT"] = cohort
    return commands.run("nbgrader", *arguments, cwd=course.root, env=environment)


def test_stock_generate_assignment_makes_the_same_release_and_gradebook(
    course: Course, built_once: Course, registered: Path
) -> None:
    done = nbgrader(course, "generate_assignment", "1_scaling")
    assert done.returncode == 0, done.stderr
    assert digests(course.release_folder / "2030" / "1_scaling") == digests(
        built_once.release_folder / "2030" / "1_scaling"
    )
    assert content(course.records_folder / "2030" / "gradebook.db") == content(registered)


def test_stock_generate_assignment_releases_nothing_when_the_data_are_wrong(course: Course) -> None:
    (course.root / "autograder" / "rulers" / "2030.csv").write_bytes(b"")
    done = nbgrader(course, "generate_assignment", "1_scaling", "--no-db")
    assert done.returncode != 0
    assert "Nothing was released" in done.stderr
    assert not (course.release_folder / "2030" / "1_scaling").exists()


def test_stock_nbgrader_stops_at_an_unknown_cohort(course: Course) -> None:
    done = nbgrader(course, "generate_assignment", "1_scaling", cohort="1999")
    assert done.returncode != 0
    assert "There is no cohort 1999" in done.stderr
