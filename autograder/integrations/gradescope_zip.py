"""The zip for Gradescope: `otter generate`'s, with the course's graders, and an entry that grades behind the wall.

Otter brings what builds the image (`setup.sh`, `environment.yml`) and what `otter run` reads. Gradescope calls
`run_autograder`, and that is ours. It does not start Otter, which would run the submission unconfined, take memory and
seconds for a kernel, and leave no results where it crashes.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

import msgspec

from ..building import released_cells
from ..building.folders import beside, files_in, put_in_place, stable_json
from ..building.zips import FIRST_STAMP
from ..course import Assignment, Cohort, Course, TaskInfo, package_of
from ..errors import HippogradError
from ..grading.plan import Plan
from .gradescope import CUT_SHORT, ORDER, Order, Visibility, ungraded

PACKAGE = Path(__file__).parents[1]
RUN_SECONDS = 570
"""Gradescope ends a run after 600 s and then reads no results."""

SECRET = ("assignments", "autograder/graders", ORDER, "tests")
"""What of the zip is not for students: answers, graders, bounds."""

_ENTRY = f"""\
#!/bin/bash
# Grades one submission behind the wall. Results for a run that is cut short are there before it begins.
autograder="$(cd "$(dirname "$0")" && pwd)"
mkdir -p "$autograder/results"
cp "$autograder/source/cut_short.json" "$autograder/results/results.json"
# A container may deny Landlock. Student code has no capabilities, so that the files of others stay closed to it.
cd "$autograder/source" && chown -R nobody {" ".join(SECRET)} 2>/dev/null && chmod -R go= {" ".join(SECRET)}
export PATH="/root/miniforge3/envs/otter-env/bin:$PATH"
export PYTHONPATH="$autograder/source" PYTHONSAFEPATH=1 PYTHONDONTWRITEBYTECODE=1
timeout --kill-after=10 {RUN_SECONDS} python -m autograder.integrations.gradescope "$autograder"
exit 0
"""

_TEST_HEAD = '''\
"""The checks of {task} as `otter run` reads them; the plugin has run them behind the wall."""

from otter.test_files import test_case

OK_FORMAT = False
name = "{task}"
'''

_TEST_CASE = """

@test_case(name={idea}, points={points:g}, hidden={hidden})
def {check}(env):
    message = env["failed_checks"].get("{task}.{check}")
    assert message is None, message
"""


def gradescope_zip(
    course: Course, assignment: Assignment, cohort: Cohort, target: Path, *, hidden: Visibility, tier: str
) -> Path:
    """Make the autograder zip of an assignment.

    Parameters
    ----------
    course, assignment, cohort : Course, Assignment, Cohort
        What it grades.
    target : Path
        The zip; replaced when it exists.
    hidden : str
        When students see what came of hidden checks: Gradescope's word for it.
    tier : str
        The weakest sandbox tier that it accepts.

    Returns
    -------
    Path
        `target`.

    Raises
    ------
    HippogradError
        When the release was not built, or `target` is a folder.
    """
    if target.is_dir():
        raise HippogradError(f"{target} is a folder.", f"Name the zip: {target / f'{assignment.name}-gradescope.zip'}.")
    data = Plan(course, assignment, cohort, []).data
    cell_seconds = min(1.5 * assignment.cell_seconds, 30.0)  # half a core is slower, and a minute is all there is
    order = Order(assignment.name, cohort.name, released_cells(course, assignment, cohort), cell_seconds, hidden, tier)
    ours = {
        "run_autograder": _ENTRY.encode(),
        "cut_short.json": stable_json(ungraded(staff=CUT_SHORT)).encode(),
        ORDER: msgspec.json.format(msgspec.json.encode(order)),
        **{name: path.read_bytes() for name, path in _course_files(course, assignment, data)},
    }
    with beside(target) as work:
        built = work / target.name
        theirs = _otter_generate(assignment, work)
        with zipfile.ZipFile(built, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in sorted((theirs | ours).items()):
                entry = zipfile.ZipInfo(name, FIRST_STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (0o100755 if name in ("run_autograder", "setup.sh") else 0o100644) << 16
                archive.writestr(entry, content)
        put_in_place(built, target, work)
    return target


def _otter_generate(assignment: Assignment, work: Path) -> dict[str, bytes]:
    """The files of the zip that `otter generate` makes."""
    from otter.generate import main as otter_generate  # seconds, and only this command needs it

    tests = work / "tests"
    tests.mkdir()
    for task in assignment.tasks:
        if task.is_auto:
            (tests / f"{task.name}.py").write_text(_test_file(task), encoding="ascii")
    config = {"plugins": ["autograder.integrations.otter_plugin.GradeBehindTheWall"], "show_hidden": True}
    (work / "otter_config.json").write_text(json.dumps(config), encoding="utf-8")
    (work / "requirements.txt").write_text("\n".join(_requirements()), encoding="utf-8")
    otter_generate(
        tests_dir=str(tests),
        output_path=str(work / "otter.zip"),
        config=str(work / "otter_config.json"),
        requirements=str(work / "requirements.txt"),
        no_environment=True,
        python_version=".".join(map(str, sys.version_info[:2])),
    )
    with zipfile.ZipFile(work / "otter.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _test_file(task: TaskInfo) -> str:
    cases = [
        _TEST_CASE.format(
            idea=json.dumps(check.idea), points=check.points, hidden=not check.public, check=check.name, task=task.name
        )
        for check in task.checks
    ]
    return _TEST_HEAD.format(task=task.name) + "".join(cases)


def _requirements() -> Iterator[str]:
    """The packages that grading needs, in the versions of this machine, so that the marks are the same there."""
    yield "--extra-index-url https://download.pytorch.org/whl/cpu"
    for requirement in requires("hippograd") or []:
        package = package_of(requirement)
        if "extra ==" not in requirement and package != "otter-grader":
            condition = requirement.partition(";")[2]
            yield f"{package}=={version(package).partition('+')[0]}" + (f";{condition}" if condition else "")


def _course_files(course: Course, assignment: Assignment, data: Path) -> Iterator[tuple[str, Path]]:
    """This package without its graders, and what of the course one assignment's graders need."""
    for name, path in files_in(PACKAGE).items():
        if not name.startswith("graders/"):
            yield f"autograder/{name}", path
    yield "autograder/graders/secret.txt", course.graders_folder / "secret.txt"
    for task in assignment.tasks:
        if task.grader is not None:
            yield f"autograder/graders/{assignment.name}/{task.grader.name}", task.grader
    for path in (course.assignments_folder / "cohorts.toml", course.assignments_folder / "calibration.toml"):
        if path.is_file():
            yield path.relative_to(course.root).as_posix(), path
    yield f"assignments/{assignment.name}/assignment.toml", assignment.folder / "assignment.toml"
    for name, path in files_in(data).items():
        yield (data.relative_to(course.root) / name).as_posix(), path
