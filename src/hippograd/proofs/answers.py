"""The corpus of right and wrong answers: one file a task, `autograder/answers/<assignment>/<task>.py`.

A cell of the file is one way to fill the task's answer cell, or the few lines in which it differs from another one:

    # %% right pinv
    # %% wrong other_order of pinv → transposed
    # -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
    # +     self.W = np.linalg.pinv(self.X_train.T) @ self.Y_train.T
    # %% below shapes_asserted      stands below every right answer in turn, and costs nothing
    # %% shape_alone                has the shapes of a right answer, where the course's own shows too much

A wrong answer names the diagnosis that the grader must come to, or `one or other` where numbers decide.
Comments at the top of a cell say why it is there; `# points: 1.5` is what a wrong answer keeps, and `# cohort: 2027`
keeps an answer that has numbers of that cohort written out from the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise
from pathlib import Path

from hippograd.course import Assignment, Course
from hippograd.errors import HippogradError

_HEAD = re.compile(
    r"# %% (right|wrong|below|shape_alone)(?: (\w+))?(?: of (\w+))?(?: (?:→|->) ([\w-]+(?: or [\w-]+)*))?"
)
_SAID = re.compile(r"^# (points?|cohorts?): *(.*?)\s*$", re.MULTILINE)
_EDIT = re.compile(r"((?:# -(?: .*)?\n)+)((?:# \+(?: .*)?\n)*)")
_FORMS = "`right NAME`, `right NAME of BASE`, `wrong NAME → SLUG`, `wrong NAME of BASE → SLUG or SLUG`, `below NAME`"
_SIGN = re.compile(r"^# [-+] ?", re.MULTILINE)


@dataclass(frozen=True)
class Variant:
    """One way to answer a task."""

    task: str
    name: str
    source: str
    """The whole answer cell."""

    diagnosis: str = ""
    """What the grader must find; empty for a right answer."""

    cohort: str | None = None
    """Whose numbers are written out in it."""

    points: float | None = None
    """What a wrong answer keeps."""

    @property
    def is_correct(self) -> bool:
        return not self.diagnosis


@dataclass(frozen=True)
class Answers:
    """What a task's file holds."""

    variants: list[Variant] = field(default_factory=list)
    below: dict[str, str] = field(default_factory=dict)
    """What may stand below a right answer, by name."""
    shape_alone: list[str] = field(default_factory=list)
    """One source, or none."""


def answers_file(course: Course, assignment: Assignment, task: str) -> Path:
    """Return the path of a task's answers."""
    return course.answers_folder / assignment.name / f"{task}.py"


def read_corpus(course: Course, assignment: Assignment, cohort: str | None = None) -> list[Variant]:
    """Return the answers to all tasks in teaching order; those with another cohort's numbers are left out."""
    tasks = [task.name for task in assignment.tasks if task.is_auto]
    for path in sorted((course.answers_folder / assignment.name).glob("*.py")):
        if path.stem not in tasks:
            raise HippogradError("answers-of-no-task", file=path, assignment=assignment.name)
    found = [variant for task in tasks for variant in answers_to(course, assignment, task).variants]
    return [variant for variant in found if None in (cohort, variant.cohort) or variant.cohort == cohort]


def of_tasks(course: Course, names: Sequence[str]) -> dict[str, list[str]]:
    """Sort names of tasks, or of answers as `task/name`, by assignment."""
    tasks = {task.name: name for name in course.assignments for task in course.assignment(name).tasks if task.is_auto}
    if unknown := [name for name in names if name.partition("/")[0] not in tasks]:
        raise HippogradError("assignment-or-task-unknown", name=unknown[0], known=list(tasks))
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(tasks[name.partition("/")[0]], []).append(name)
    return found


def answers_to(course: Course, assignment: Assignment, task: str) -> Answers:
    """Read the answers to one task; there are none where the file is missing."""
    path = answers_file(course, assignment, task)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.is_file() else []
    starts = [number for number, line in enumerate(lines) if line.startswith("# %%")]
    found = Answers()
    for start, end in pairwise([*starts, len(lines)]):
        try:
            _add(found, task, lines[start].strip(), lines[start + 1 : end])
        except ValueError as wrong:
            raise HippogradError("answers-bad", file=path, line=start + 1, cause=wrong) from None
    return found


def _add(found: Answers, task: str, head: str, lines: list[str]) -> None:
    """Read one cell, and put it where it belongs."""
    known = _HEAD.fullmatch(head)
    if known is None:
        raise ValueError(f"`{head}` is no head of a cell: {_FORMS}.")
    kind, name, base, diagnosis = known.groups(default="")
    if (kind == "wrong") != bool(diagnosis):
        raise ValueError("a wrong answer names its diagnosis, `→ slug`, and no other cell has one.")
    rest = list(dropwhile(lambda line: line.startswith("#") and not _EDIT.match(line), lines))
    said = dict(_SAID.findall("".join(lines[: len(lines) - len(rest)])))
    if not re.fullmatch(r"\d+(\.\d+)?", said.get("points", "0")) or said.keys() - {"points", "cohort"}:
        raise ValueError("what it keeps and whose numbers it has stand there like `# points: 1.5`, `# cohort: 2027`.")
    source = "".join(rest).strip("\n") + "\n"
    right = {variant.name: variant.source for variant in found.variants if variant.is_correct}
    if base:
        if base not in right:
            raise ValueError(f"there is no right answer {base} above it.")
        source = _edited(right[base], source, base)
    if kind == "below":
        found.below[name] = source
    elif kind == "shape_alone":
        found.shape_alone.append(source)
    elif any(variant.name == name and variant.is_correct != bool(diagnosis) for variant in found.variants):
        raise ValueError(f"another {kind} answer is called {name}.")
    else:
        points = float(said["points"]) if "points" in said else None
        found.variants.append(Variant(task, name, source, diagnosis, said.get("cohort"), points))


def _edited(source: str, edits: str, base: str) -> str:
    """Return a right answer with some of its lines exchanged."""
    if not _EDIT.match(edits) or _EDIT.sub("", edits):
        raise ValueError("an edit of a right answer above it has only lines with `# - `, then `# + `.")
    for gone, come in _EDIT.findall(edits):
        old, new = (f"\n{_SIGN.sub('', lines)}" for lines in (gone, come))
        if (times := f"\n{source}".count(old)) != 1:
            first = old.strip("\n").partition("\n")[0]
            raise ValueError(
                f"the lines from `# - {first}` stand {times} times in {base}, with these blanks, not once."
            )
        source = f"\n{source}".replace(old, new)[1:]
    return source
