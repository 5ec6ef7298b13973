"""The corpus of right and wrong answers, `autograder/answers/<assignment>/<task>/{correct,wrong}/<name>.py`.

Each file is one way to fill a task's answer cell. A wrong one names, in its first line, the diagnosis that the grader
must come to: `# diagnosis: transposed`, or `one or other`, where the numbers of a cohort decide which mistake is
nearest. Below it may stand what a partly right answer keeps: `# points: 1.5`. An answer that has numbers of a cohort
written out says which: `# cohort: 2026`. For others it is another answer, and left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from hippograd.course import Assignment, Course
from hippograd.errors import HippogradError

_SAID = re.compile(r"# (?:(diagnosis|cohort): ([\w-]+(?: or [\w-]+)*)|(points): (\d+(?:\.\d+)?))\s*")


@dataclass(frozen=True)
class Variant:
    """One way to answer a task.

    Parameters
    ----------
    task, name : str
        Whose answer, and the name of the file.
    source : str
        The whole answer cell.
    diagnosis : str
        What the grader must find; empty for a right answer.
    cohort : str, optional
        Whose numbers are written out in it.
    points : float, optional
        What a wrong answer keeps.
    """

    task: str
    name: str
    source: str
    diagnosis: str = ""
    cohort: str | None = None
    points: float | None = None

    @property
    def is_correct(self) -> bool:
        return not self.diagnosis


def corpus_folder(course: Course, assignment: Assignment) -> Path:
    """Where an assignment's corpus is."""
    return course.answers_folder / assignment.name


def read_corpus(course: Course, assignment: Assignment, cohort: str | None = None) -> list[Variant]:
    """All variants of an assignment, task by task in teaching order.

    Parameters
    ----------
    course, assignment : Course, Assignment
        Whose answers.
    cohort : str, optional
        Answers with the numbers of another one are left out.

    Raises
    ------
    HippogradError
        When a folder names no task, or a wrong answer does not name its diagnosis.
    """
    folder = corpus_folder(course, assignment)
    tasks = [task.name for task in assignment.tasks if task.is_auto]
    strangers = sorted(path.name for path in folder.glob("*") if path.is_dir() and path.name not in tasks)
    if strangers:
        raise HippogradError(f"{folder / strangers[0]} names no task of {assignment.name}.", "Rename or remove it.")
    found = []
    for task in tasks:
        found += [_read(task, path) for path in sorted((folder / task / "correct").glob("*.py"))]
        found += [_read_wrong(task, path) for path in sorted((folder / task / "wrong").glob("*.py"))]
    return [variant for variant in found if None in (cohort, variant.cohort) or variant.cohort == cohort]


def answer_for_shapes(course: Course, assignment: Assignment, task: str) -> str:
    """The answer whose shapes are kept without its values, where that of the course shows too much; mostly empty.

    It stands in ``<task>/shape_alone.py``, such as a network without the layers that its task asks for.
    """
    path = corpus_folder(course, assignment) / task / "shape_alone.py"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def texts_below(course: Course, assignment: Assignment, task: str) -> dict[str, str]:
    """What may stand below every right answer to a task and costs nothing: the files of ``<task>/below``, by name."""
    folder = corpus_folder(course, assignment) / task / "below"
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}


def _read(task: str, path: Path) -> Variant:
    """An answer, without the lines above it that say something of it."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    said: dict[str, str] = {}
    while lines and (found := _SAID.fullmatch(lines[0])):
        name, value = filter(None, found.groups())
        said[name] = value
        del lines[0]
    points = float(said["points"]) if "points" in said else None
    return Variant(task, path.stem, "".join(lines), said.get("diagnosis", ""), said.get("cohort"), points)


def _read_wrong(task: str, path: Path) -> Variant:
    variant = _read(task, path)
    if variant.is_correct:
        raise HippogradError(
            f"{path} does not name its diagnosis.",
            "Begin it with a line `# diagnosis: slug`; a slug has letters, digits, _ and -, and no blank.",
        )
    return variant
