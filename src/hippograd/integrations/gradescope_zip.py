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

import gradekit
from hippograd.building.released import released_cells
from hippograd.building.zips import zip_files
from hippograd.course import Offering, TaskInfo, package_of
from hippograd.errors import HippogradError
from hippograd.files import beside, files_in, put_in_place, stable_json
from hippograd.integrations.gradescope import CUT_SHORT, ORDER, Order, Visibility, ungraded
from hippograd.kit import COURSE_FILE
from hippograd.sandbox.threads import ONE_THREAD

PACKAGE = Path(__file__).parents[1]
RUN_SECONDS = 570
"""Gradescope ends a run after 600 s and then reads no results."""

_COMPILED = """
# compile what grades once, and not for each submission
mamba run -n otter-env python -m compileall -q /autograder/source/src /autograder/source/autograder
"""
"""The end of what builds the image."""

_ENTRY = f"""\
#!/bin/bash
# Grades one submission behind the wall. Results for a run that is cut short are there before it begins.
autograder="$(cd "$(dirname "$0")" && pwd)"
mkdir -p "$autograder/results"
cp "$autograder/source/cut_short.json" "$autograder/results/results.json"
export PATH="/root/miniforge3/envs/otter-env/bin:$PATH"
export PYTHONPATH="$autograder/source/src" PYTHONSAFEPATH=1 PYTHONDONTWRITEBYTECODE=1
export {" ".join(f"{name}={value}" for name, value in ONE_THREAD.items())}
timeout --kill-after=10 {RUN_SECONDS} python -m hippograd.integrations.gradescope "$autograder"
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


def gradescope_zip(offering: Offering, target: Path, *, hidden: Visibility, tier: str) -> Path:
    """Make the autograder zip of an assignment."""
    if target.is_dir():
        raise HippogradError(
            "target-is-folder", file=target, example=target / f"{offering.assignment.name}-gradescope.zip"
        )
    cell_seconds = min(
        1.5 * offering.assignment.cell_seconds, 30.0
    )  # half a core is slower, and a minute is all there is
    order = Order(offering.assignment.name, offering.cohort.name, released_cells(offering), cell_seconds, hidden, tier)
    ours = {
        "run_autograder": _ENTRY.encode(),
        "cut_short.json": stable_json(ungraded(staff=CUT_SHORT)).encode(),
        ORDER: msgspec.json.format(msgspec.json.encode(order)),
        **{name: path.read_bytes() for name, path in _course_files(offering)},
    }
    with beside(target) as work:
        built = work / target.name
        theirs = _otter_generate(offering, work)
        theirs["setup.sh"] += _COMPILED.encode()
        zip_files(built, theirs | ours, executable=("run_autograder", "setup.sh"))
        put_in_place(built, target, work)
    return target


def _otter_generate(offering: Offering, work: Path) -> dict[str, bytes]:
    """Return the files of the zip that `otter generate` makes."""
    from otter.generate import main as otter_generate  # seconds, and only this command needs it

    tests = work / "tests"
    tests.mkdir()
    for task in offering.assignment.tasks:
        if task.is_auto:
            (tests / f"{task.name}.py").write_text(_test_file(task), encoding="ascii")
    config = {"plugins": ["hippograd.integrations.otter_plugin.GradeBehindTheWall"], "show_hidden": True}
    (work / "otter_config.json").write_text(json.dumps(config), encoding="utf-8")
    (work / "requirements.txt").write_text("\n".join(dict.fromkeys(_requirements(offering))), encoding="utf-8")
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


def _requirements(offering: Offering) -> Iterator[str]:
    """Yield the packages that grading needs, in the versions of this machine, so that the marks are the same there."""
    kit, needed = offering.course.kit, offering.assignment.requirements
    yield from kit.requirement_options
    for requirement in [*(requires("hippograd") or []), *needed, *kit.answers_may_import]:
        package = package_of(requirement)
        if "extra ==" not in requirement and package != "otter-grader":
            condition = requirement.partition(";")[2]
            yield f"{package}=={version(package).partition('+')[0]}" + (f";{condition}" if condition else "")


def _course_files(offering: Offering) -> Iterator[tuple[str, Path]]:
    """Yield the engine, and what of the course one assignment's graders need."""
    course, assignment, kit = offering.course, offering.assignment, offering.course.kit
    _ = course.secret  # its file is there now
    for package in (PACKAGE, Path(gradekit.__file__).parent):
        yield from ((f"src/{package.name}/{name}", path) for name, path in files_in(package).items())
    needed = [
        course.secret_file,
        *(task.grader for task in assignment.tasks if task.grader is not None),
    ]
    needed += [
        *(course.root / COURSE_FILE).parent.glob("*.py"),
        *(files_in(kit.package).values() if kit.package is not None else ()),
    ]
    needed += [course.assignments_folder / name for name in ("cohorts.toml", "calibration.toml")]
    needed += [assignment.folder / "assignment.toml"]
    needed += kit.data_files(course.root, offering.cohort.name, offering.cohort.numbers, assignment.data).values()
    yield from ((path.relative_to(course.root).as_posix(), path) for path in needed if path.is_file())
