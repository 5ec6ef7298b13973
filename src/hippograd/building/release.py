"""Building a release: the self-contained folder that students get."""

import ast
import json
import os
import shutil
from pathlib import Path
from typing import Any

import gradekit
from gradekit.public_checks import TASKS
from gradekit.saved import digest
from hippograd.building.converting import generate
from hippograd.building.graders import require_sound_graders
from hippograd.building.notebooks import load_notebook
from hippograd.building.public_checks import public_checks
from hippograd.building.stamp import plain_number
from hippograd.course import Assignment, Cohort, Offering, TaskInfo, package_of, points_text
from hippograd.files import files_in, stable_json

README_TEMPLATE = Path(__file__).with_name("student_readme.md")


def build_release(offering: Offering, work: Path) -> Path:
    """Build one release folder."""
    require_sound_graders(offering)
    folder = generate(offering, work)
    add_companions(offering, folder)
    return folder


def add_companions(offering: Offering, folder: Path) -> None:
    """Put beside a released notebook all that it needs: kit, data, checks, Otter's tests, requirements, README."""
    _add_libraries(offering, folder)
    _add_data(offering, folder / "data")
    _add_checks(offering.assignment, folder / "checks")
    _add_tests(offering.assignment, folder / "tests", offering.course.kit.fixtures)
    _write(folder / "checks" / TASKS, stable_json(_tasks(offering, folder)))
    _write(folder / "requirements.txt", "\n".join(offering.assignment.requirements) + "\n")
    _write(folder / "README.md", _readme(offering.assignment, offering.cohort, offering.course.kit.package_name))
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def link_to_sources(offering: Offering, folder: Path, target: Path) -> None:
    """Put relative links in place of what a finished release only copies from the course."""
    for name, source in _shared(offering).items():
        if source.resolve().is_relative_to(offering.course.root.resolve()):
            copy = folder / name
            shutil.rmtree(copy) if copy.is_dir() else copy.unlink()
            copy.symlink_to(os.path.relpath(source.resolve(), (target.resolve() / name).parent))


def _shared(offering: Offering) -> dict[str, Path]:
    """Return what a release has in common with others or with the course, by its name in the release."""
    course = offering.course
    data = course.data_files(offering.assignment, offering.cohort)
    libraries = [Path(gradekit.__file__).parent, *filter(None, [course.kit.package])]
    return {folder.name: folder for folder in libraries} | {f"data/{name}": path for name, path in data.items()}


def _add_libraries(offering: Offering, target: Path) -> None:
    for folder in filter(None, [Path(gradekit.__file__).parent, offering.course.kit.package]):
        for name, path in files_in(folder).items():
            (target / folder.name / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / folder.name / name)


def _add_data(offering: Offering, target: Path) -> None:
    target.mkdir()
    for name, content in offering.data_files().items():
        (target / name).write_bytes(content)


def _add_checks(assignment: Assignment, target: Path) -> None:
    target.mkdir()
    for task in assignment.tasks:
        if task.grader is not None:
            text = public_checks(task.grader)
            ast.parse(text, f"checks/{task.name}.py")
            _write(target / f"{task.name}.py", text)


def _tasks(offering: Offering, folder: Path) -> dict[str, Any]:
    """Return what `gradekit.public_checks.Release` is read from."""
    assignment, cohort = offering.assignment, offering.cohort
    cells = load_notebook(folder / assignment.notebook.name).cells
    deadline = cohort.late.deadlines.get(assignment.name)
    where = {"deadline": deadline.isoformat() if deadline is not None else "", "server": cohort.door.address}
    return {
        **{name: said for name, said in where.items() if said},
        "assignment": assignment.name,
        "cohort": offering.cohort.name,
        "notebook": assignment.notebook.name,
        "fixtures": offering.course.kit.fixtures,
        "packages": [package_of(one) for one in (*assignment.requirements, *offering.course.kit.answers_may_import)],
        "folders": sorted(path.name for path in folder.iterdir() if path.is_dir()),
        "given": [digest(cell.source) for cell in cells if cell.metadata.get("tags") == ["demo"]],
        "tasks": [
            {
                "name": task.name,
                "number": task.number,
                "title": task.title,
                "minutes": task.minutes,
                "points": plain_number(task.points),
                "answer": task.answer_id if task.is_auto else "",
                "written": task.written_id if task.is_written else "",
            }
            for task in assignment.tasks
        ],
    }


def _add_tests(assignment: Assignment, target: Path, fixtures: str) -> None:
    target.mkdir()
    for task in assignment.tasks:
        if task.is_auto:
            _write(target / f"{task.name}.py", otter_test(task, fixtures))


def _readme(assignment: Assignment, cohort: Cohort, package: str) -> str:
    kinds = " and ".join(kind.replace("_", "-") for kind in assignment.data)
    return README_TEMPLATE.read_text(encoding="utf-8").format(
        name=assignment.name,
        notebook=assignment.notebook.name,
        number=assignment.number,
        title=assignment.title,
        cohort=cohort.name,
        n_tasks=len(assignment.tasks),
        points=points_text(assignment.points),
        due=f" · due {deadline:%A, %d %B %Y, %H:%M %Z}"
        if (deadline := cohort.late.deadlines.get(assignment.name))
        else "",
        minutes=sum(task.minutes for task in assignment.tasks),
        library_row=f"| `{package}/` | the course's own library; do read it |\n" if package else "",
        data=f", and the data ({kinds})" if kinds else "",
        task_rows="\n".join(_task_row(task) for task in assignment.tasks),
    )


def _task_row(task: TaskInfo) -> str:
    kind = " and ".join(["checked automatically"] * task.is_auto + ["written"] * task.is_written)
    return f"| {task.number} {task.title} | {kind} | {task.points:g} | {task.minutes} |"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


_HEAD = '''\
"""The public checks of {task} as Otter runs them. What they check stands in checks/{task}.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "{task}"
'''

_CASE = """

@test_case(name={idea}, points={points:g})
def {check}(env):
    run_public_check("{task}", "{check}", env{fixtures})
"""


def otter_test(task: TaskInfo, fixtures: str) -> str:
    """Return the text of the release's Otter test file for one task with automatic checks, with the module of
    fixtures."""
    asked = f", fixtures={json.dumps(fixtures)}" if fixtures else ""
    cases = [
        _CASE.format(idea=json.dumps(check.idea), points=check.points, check=check.name, task=task.name, fixtures=asked)
        for check in task.checks
        if check.public
    ]
    return _HEAD.format(task=task.name) + "".join(cases)
