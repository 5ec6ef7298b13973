"""The check cells of a release are Otter's: its own commands run them, and a failing one is loud."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from gradekit.checks import Check, Outcome
from gradekit.notebook import FORM_ONLY, _line
from hippograd.building.kernel import run_notebook
from hippograd.course import Course

PROJECT = Path(__file__).parents[3]
Edit = Callable[..., None]


@pytest.fixture(scope="module")
def solved(built_once: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A student's copy of the release, with the course's answers in it; not to be changed."""
    copy = tmp_path_factory.mktemp("solved") / "1_scaling"
    shutil.copytree(built_once.release_folder / "2030" / "1_scaling", copy)
    shutil.copy(built_once.solutions_folder / "2030" / "1_scaling" / "1_scaling.ipynb", copy)
    return copy


@pytest.fixture
def release(solved: Path, tmp_path: Path) -> Path:
    """Another copy, to be changed."""
    return Path(shutil.copytree(solved, tmp_path / "1_scaling"))


def run(release: Path, *command: str) -> str:
    scripts = sysconfig.get_path("scripts")
    environment = {**os.environ, "PATH": f"{scripts}:/usr/bin:/bin", "HOME": str(release.parent)}
    return subprocess.run(command, cwd=release, env=environment, stdout=subprocess.PIPE, text=True, check=False).stdout


MORE_CELLS = {
    "Otter's own": "import otter\nresult = otter.Notebook().check('scaled')\nprint(result.passed_all, result.possible)",
    "all": "grader.check_all()",
    "no such task": "grader.check('scald')",
    "all but one": "del scaled\ngrader.check_all()",
    "damaged": (
        "import pathlib\nfrom gradekit import public_checks\npath = pathlib.Path('checks/scaled.py').resolve()\n"
        "text = path.read_text()\npath.write_text('1 / 0')\npublic_checks._checks.cache_clear()\n"
        "try:\n    grader.check('scaled')\nfinally:\n    path.write_text(text)"
    ),
    "faulty": (
        "import pathlib\nfrom gradekit import public_checks\npath = pathlib.Path('checks/scaled.py').resolve()\n"
        "text = path.read_text()\n"
        "path.write_text(text.replace('    assert_close(at', '    {}[0]\\n    assert_close(at'))\n"
        "public_checks._checks.cache_clear()\n"
        "try:\n    grader.check('scaled')\nfinally:\n    path.write_text(text); public_checks._checks.cache_clear()"
    ),
    "side effects": (
        "import os, random\nimport numpy as np\nscaled = lambda x: 3 * x\nos.remove('.OTTER_LOG')\n"
        "random.seed(1); np.random.seed(1)\nexpected = random.random(), np.random.rand()\n"
        "random.seed(1); np.random.seed(1)\ngrader.check('scaled')\n"
        "print(expected == (random.random(), np.random.rand()), os.path.exists('.OTTER_LOG'))"
    ),
}


@pytest.fixture(scope="module")
def said(solved: Path) -> dict[str, str]:
    """What cells say, or the error that they raise, below all others of the solved notebook."""
    nb = nbformat.read(solved / "1_scaling.ipynb", as_version=4)
    for source in MORE_CELLS.values():
        body = source.replace("\n", "\n    ")
        nb.cells.append(nbformat.v4.new_code_cell(f"try:\n    {body}\nexcept Exception as error:\n    print(error)"))
    executed, stop = run_notebook(nb, solved)
    assert stop is None
    return {
        name: cell.outputs[0].text for name, cell in zip(MORE_CELLS, executed.cells[-len(MORE_CELLS) :], strict=True)
    }


def test_otters_test_files_are_ascii_because_otter_reads_them_in_the_encoding_of_the_machine() -> None:
    tests = list((PROJECT / "release").glob("*/*/tests/*.py"))
    assert all(test.read_bytes().isascii() for test in tests)
    assert any("\\u" in test.read_text() for test in tests)


def test_otters_own_notebook_class_runs_the_tests(said: dict[str, str]) -> None:
    assert said["Otter's own"] == "True 1\n"


def test_check_all_reports_every_task_and_names_those_not_done(said: dict[str, str]) -> None:
    assert "scaled:\n✓ Zero stays where it is." in said["all"]
    assert "✗ Not done yet" not in said["all"]
    assert said["all but one"].splitlines()[-1] == "✗ Not done yet: scaled, shifted."


WITHOUT_OTTER = """
import json, sys
sys.modules["otter"] = None
sys.stdout.reconfigure(encoding="utf-8")
for cell in json.load(open("1_scaling.ipynb", encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code" and "check:" not in str(cell["metadata"]):
        exec("".join(cell["source"]))
try:
    {source}
except Exception as error:
    print(error)
"""


@pytest.mark.parametrize("name", ["all", "no such task"])
def test_where_otter_is_missing_the_checks_say_the_same(said: dict[str, str], solved: Path, name: str) -> None:
    body = MORE_CELLS[name].replace("\n", "\n    ")
    environment = {**os.environ, "PYTHONPATH": str(solved)}
    command = [sys.executable, "-c", WITHOUT_OTTER.replace("{source}", body)]
    done = subprocess.run(command, cwd=solved, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.endswith(said[name]), done.stderr


def test_a_check_of_a_task_that_does_not_exist_names_those_that_do(said: dict[str, str]) -> None:
    assert "'scald'. Known tasks: scaled, shifted." in said["no such task"]


def test_a_check_that_cannot_be_loaded_says_why_also_after_it_held_once(said: dict[str, str]) -> None:
    assert said["damaged"].splitlines()[-1] == "division by zero"


def test_a_check_that_fails_by_itself_says_where_and_blames_nobody(said: dict[str, str]) -> None:
    last = said["faulty"].splitlines()[-1]
    assert last.startswith("The check is at fault, and not your answer: scaled.py, line ")
    assert last.endswith(": KeyError: 0")


def test_a_check_leaves_no_log_and_the_random_numbers_as_they_were(said: dict[str, str]) -> None:
    assert said["side effects"].splitlines()[-1] == "True False"


def test_otter_check_passes_the_solution_and_says_what_a_wrong_answer_lacks(release: Path, edit_cell: Edit) -> None:
    assert "All tests passed!" in run(release, "otter", "check", "1_scaling.ipynb")
    edit_cell(release / "1_scaling.ipynb", "scaled-answer", source="def scaled(x):\n    return x + 1")
    assert "received 1 for scaled(0), but was expecting 0" in run(release, "otter", "check", "1_scaling.ipynb")


@pytest.mark.parametrize(("points", "said"), [(0, f"✓ Idea.\n    {FORM_ONLY}"), (1, "✓ Idea.")])
def test_a_check_without_points_says_that_it_looks_at_the_form_only(points: int, said: str) -> None:
    check = Check("test_it", lambda: None, points, True, 10, "Idea.")
    assert _line(Outcome(check, True)) == said
