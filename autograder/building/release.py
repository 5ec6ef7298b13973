"""Building a release: the self-contained folder that students get."""

import ast
import shutil
from pathlib import Path

from autograder.course import KIT, Assignment, Cohort, Course, TaskInfo, points_text
from autograder.errors import HippogradError

from .converting import generate
from .folders import files_in, sha256, stable_json
from .otter_tests import otter_test
from .public_checks import public_checks

README_TEMPLATE = Path(__file__).with_name("student_readme.md")


def build_release(course: Course, assignment: Assignment, cohort: Cohort, work: Path) -> Path:
    """Build one release folder.

    Parameters
    ----------
    course, assignment, cohort : Course, Assignment, Cohort
        What to build. The same three always give the same bytes.
    work : Path
        An empty folder to build in.

    Returns
    -------
    Path
        The finished folder below `work`.

    Raises
    ------
    HippogradError
        When a source is wrong or missing.
    """
    folder = generate(course, assignment, cohort, work)
    add_companions(course, assignment, cohort, folder)
    return folder


def add_companions(course: Course, assignment: Assignment, cohort: Cohort, folder: Path) -> None:
    """Put beside a released notebook all that it needs: kit, data, checks, Otter's tests, requirements, README."""
    _add_kit(folder / "decoding")
    _add_data(course, assignment, cohort, folder / "data")
    _add_checks(assignment, folder / "checks")
    _add_tests(assignment, folder / "tests")
    _write(folder / "requirements.txt", "\n".join(assignment.requirements) + "\n")
    _write(folder / "README.md", _readme(assignment, cohort))
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def session_files(course: Course, assignment: Assignment, cohort: Cohort) -> dict[str, Path]:
    """The frozen sessions that an assignment ships with, by file name.

    Raises
    ------
    HippogradError
        When one is missing or is not the one that `cohorts.toml` states.
    """
    found = {}
    for kind in assignment.sessions:
        path = course.sessions_folder / cohort.name / f"{kind}.npz"
        stated = cohort.sha256(kind)
        if not path.is_file():
            raise HippogradError(
                f"{path} is missing, the {kind} session of {assignment.name}.",
                f"Run `hippograd freeze {cohort.name}`, or restore it from git.",
            )
        if sha256(path.read_bytes()) != stated:
            raise HippogradError(
                f"{path} is not the session that cohort {cohort.name} states: its SHA-256 differs.",
                "Restore the file, or state its new sum in assignments/cohorts.toml.",
            )
        found[f"{kind}.npz"] = path
    return found


def _add_kit(target: Path) -> None:
    for name, path in files_in(KIT / "decoding").items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / name)


def _add_data(course: Course, assignment: Assignment, cohort: Cohort, target: Path) -> None:
    target.mkdir()
    _write(target / "cohort.json", stable_json(cohort.public))
    for name, path in session_files(course, assignment, cohort).items():
        shutil.copyfile(path, target / name)


def _add_checks(assignment: Assignment, target: Path) -> None:
    target.mkdir()
    for task in assignment.tasks:
        if task.grader is not None:
            text = public_checks(task.grader)
            ast.parse(text, f"checks/{task.name}.py")
            _write(target / f"{task.name}.py", text)


def _add_tests(assignment: Assignment, target: Path) -> None:
    target.mkdir()
    for task in assignment.tasks:
        if task.is_auto:
            _write(target / f"{task.name}.py", otter_test(task))


def _readme(assignment: Assignment, cohort: Cohort) -> str:
    kinds = " and ".join(kind.replace("_", "-") for kind in assignment.sessions)
    return README_TEMPLATE.read_text(encoding="utf-8").format(
        name=assignment.name,
        notebook=assignment.notebook.name,
        number=assignment.number,
        title=assignment.title,
        cohort=cohort.name,
        n_tasks=len(assignment.tasks),
        points=points_text(assignment.points),
        minutes=sum(task.minutes for task in assignment.tasks),
        sessions=f", the recorded sessions ({kinds})" if kinds else "",
        task_rows="\n".join(_task_row(task) for task in assignment.tasks),
    )


def _task_row(task: TaskInfo) -> str:
    kind = " and ".join(["checked automatically"] * task.is_auto + ["written"] * task.is_written)
    return f"| {task.number} {task.title} | {kind} | {task.points:g} | {task.minutes} |"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
