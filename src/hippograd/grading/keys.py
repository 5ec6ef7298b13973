"""What a result depends on, as keys: equal keys, equal result.

A task's result is a function of the code that runs (to the letter: a program can read its own comments, and tracebacks
and warnings show them to whoever reads the feedback), of the graders of the task and of the tasks it needs, of the kit
and this package, of the cohort with its data and bounds, of the library versions, and of the sandbox tier and
deadlines. Each of these is in the key.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import gradekit
from hippograd.course import Course, Offering, TaskInfo, package_of
from hippograd.grading.plan import Plan
from hippograd.intake.matching.cells import MatchedCell
from hippograd.kit import COURSE_FILE

_LIBRARIES = ("numpy", "ipython", "scipy")


def digest(*parts: str | bytes) -> str:
    """SHA-256 of texts and bytes, each with its length, so that no two lists share one."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


@cache
def environment(course: Course) -> dict[str, str]:
    """Python, the libraries, this package, `gradekit` and the course's kit: a version or a hash for each."""
    package, grading_kit, kit = Path(__file__).parents[1], Path(gradekit.__file__).parent, course.kit
    own = kit.package if kit.package is not None else course.root / COURSE_FILE
    libraries = {*_LIBRARIES, *kit.libraries, *map(package_of, [*kit.requirements, *kit.answers_may_import])}
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in sorted(libraries)},
        "hippograd": digest(*_sources(package, package)),
        "gradekit": digest(*_sources(grading_kit, grading_kit)),
        "kit": digest(*_sources(own.parent, own)),
    }


def _sources(base: Path, *folders: Path) -> Iterator[str | bytes]:
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        yield str(path.relative_to(base))
        yield path.read_bytes()


def engine_key(course: Course) -> str:
    """Of this package, the kits, Python and the libraries."""
    return digest(*(f"{name} {value}" for name, value in environment(course).items()))


def plan_key(plan: Plan, tier: str) -> str:
    """Of everything but the submission and the graders."""
    cohort = json.dumps([plan.cohort.public, plan.cohort.bounds], sort_keys=True)
    cells = [
        f"{cell.kind} {cell.task} {cell.grade_id}\n{cell.source}" for cell in plan.cells if cell.cell_type == "code"
    ]
    deadlines = f"{plan.cell_deadline} {plan.submission_seconds}"
    data = [part for name, content in plan.offering.data_files().items() for part in (name, content)]
    parts = (
        engine_key(plan.course),
        plan.course.secret,
        plan.assignment.name,
        cohort,
        tier,
        deadlines,
    )
    return digest(*parts, *cells, *data)


def ingredients(offering: Offering) -> dict[str, str]:
    """Return all that results depend on besides the submission, from the files alone: a version or a hash for each."""
    return {
        **environment(offering.course),
        "graders": digest(
            _files(offering.course.graders_folder / offering.assignment.name, "*.py"), offering.course.secret
        ),
        "assignment": _files(offering.assignment.folder, "*"),
        "cohort": digest(json.dumps([offering.cohort.public, offering.cohort.bounds], sort_keys=True)),
        "data": digest(*(part for name, content in offering.data_files().items() for part in (name, content))),
    }


def causes(offering: Offering) -> dict[str, str]:
    """Return what a mark depends on besides the submission, in the words in which a change of it is explained."""
    parts = ingredients(offering)
    named = {"grader": ("graders",), "text": ("assignment",), "numbers": ("cohort", "data")}
    others = sorted(set(parts) - {name for names in named.values() for name in names})
    groups = {**named, "software": tuple(others)}
    return {cause: digest(*(f"{name} {parts[name]}" for name in names))[:12] for cause, names in groups.items()}


def run_key(offering: Offering, tier: str, everything: bool) -> str:
    """Of everything but the submission: what a run compares before anything is loaded."""
    parts = ingredients(offering)
    return digest(*(f"{name} {value}" for name, value in parts.items()), tier, str(everything))


def _files(folder: Path, pattern: str) -> str:
    """Of the files in a folder, by name and content."""
    files = sorted(path for path in folder.glob(pattern) if path.is_file())
    return digest(*(part for path in files for part in (path.name, path.read_bytes())))


def task_key(plan: Plan, task: TaskInfo) -> str:
    """Of the graders of a task and of those it needs, and of the course's answers to the latter."""
    needed = sorted(plan.all_needs(task))
    graders = [plan.assignment.task(name).grader for name in (task.name, *needed)]
    sources = [grader.read_bytes() for grader in graders if grader is not None]
    return digest(task.name, *sources, *(plan.references.get(name, "") for name in needed))


def code_key(cells: Iterable[MatchedCell], run: Iterable[MatchedCell]) -> str:
    """Of the code cells of a submission: the text of those that run, and where the others stand among them."""
    texts = {id(cell): cell.source for cell in run}
    code = (cell for cell in cells if cell.cell_type == "code")
    return digest(*(f"{cell.kind}\n{cell.name}\n{cell.is_blank}\n{texts.get(id(cell), '')}" for cell in code))


def version(package: str) -> str:
    """Return the version of a package, or "none"; to read all else that it says of itself takes ten times as long."""
    try:
        found_in = distribution(package)
    except PackageNotFoundError:
        return "none"
    text = found_in.read_text("METADATA") or found_in.read_text("PKG-INFO") or ""
    found = re.search(r"^Version: (.+)$", text, re.MULTILINE)
    return found[1] if found else "none"
