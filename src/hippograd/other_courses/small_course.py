"""A small course of this project, made of another course's assignment: then every command for marks works on it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hippograd.course.assignments import HandedInAs
from hippograd.files import write_whole

FOLDER, MADE_OF = "hippograd", "made_of.json"
BLANK = "_Type your answer here, replacing this text._"
"""What stands in a written answer before anybody writes."""

_COURSE = '''"""Made by `hippograd grade-course`: what grades notebooks of another course."""

from hippograd.kit import CourseKit

COURSE = CourseKit(grader="{grader}")
'''
_NBGRADER = '''"""Made by `hippograd grade-course`: nbgrader's commands and formgrader work in this folder."""

from pathlib import Path

from hippograd.integrations.nbgrader import configure

configure(get_config(), Path(__file__).resolve().parent)
'''
_GRADER = '''"""Made by `hippograd grade-course`: the cases of {key}, which run where notebooks run."""

from gradekit.checks import Task, check

TASK = Task("{task}")
'''
_CHECK = """

@check(points={points!r}, public={public})
def test_{place}(student):
    {idea!r}
    raise NotImplementedError
"""


class Case(msgspec.Struct):
    """One case of a question."""

    name: str
    points: float
    hidden: bool
    success: str = ""
    failure: str = ""
    code: str = ""
    """Of Otter's OK format: its doctest."""


class Question(msgspec.Struct):
    """What is checked as one: a test file of Otter's, a test cell of nbgrader's."""

    key: str
    """What the other course calls it."""

    name: str
    cases: list[Case]
    all_or_nothing: bool = False
    source: str = ""
    """Of Otter's exception-based format: the file, which runs behind the wall."""


class Written(msgspec.Struct):
    """A question for people."""

    name: str
    points: float
    text: str
    solution: str = ""
    place: int = 0
    """Of Otter: it counts those that stand between comments in what students hand in."""


def write_assignment(
    root: Path,
    name: str,
    grader: str,
    questions: Mapping[str, Question],
    asked: Mapping[str, Written],
    made: Any,
    files: Mapping[str, bytes],
    cell_seconds: float,
    handed_in: HandedInAs,
) -> str:
    """Write an assignment into the small course in `root`, which is made where there is none; return its name there.

    `made` is what its grader reads; what stood there of an earlier time is replaced.
    """
    name = _numbered(root, name)
    folder, graders = root / "assignments" / name, root / "autograder" / "graders" / name
    for path in (*graders.glob("*.py"), *(path for path in folder.glob("files/**/*") if path.is_file())):
        path.unlink()
    texts = {
        root / ".gitignore": "*\n",
        root / "nbgrader_config.py": _NBGRADER,
        root / "autograder" / "course.py": _COURSE.format(grader=grader),
        folder / "assignment.toml": _description(name, questions, asked, cell_seconds, handed_in),
        folder / f"{name}.ipynb": json.dumps(_notebook(questions, asked), indent=1),
        folder / MADE_OF: msgspec.json.encode(made).decode(),
        **{graders / f"test_{task}.py": _grader(task, question) for task, question in questions.items()},
    }
    if not (cohorts := root / "assignments" / "cohorts.toml").exists():
        texts[cohorts] = "[class]\n"
    for path, text in texts.items():
        write_whole(path, text.encode())
    for file, data in files.items():
        write_whole(folder / "files" / file, data)
    return name


def task_name(name: str) -> str:
    """Return how a question is called here: names of tasks are small letters, digits and `_`."""
    plain = re.sub(r"[^a-z0-9_]", "_", name.lower())
    return plain if plain[:1].isalpha() else f"q{plain}"


def _numbered(root: Path, name: str) -> str:
    """Return the name of the assignment's folder: the one that is there, or with the next number before it."""
    plain = re.sub(r"[^\w-]", "_", name)
    there = {path.parent.name for path in root.glob("assignments/*/assignment.toml")}
    known = next((one for one in there if plain in (one, one.partition("_")[2])), None)
    return known or (plain if re.match(r"\d+_", plain) else f"{len(there) + 1}_{plain}")


def _description(
    name: str, questions: Mapping[str, Question], asked: Mapping[str, Written], seconds: float, handed_in: HandedInAs
) -> str:
    lines = [f"title = {json.dumps(name)}", f"cell_seconds = {seconds:g}"]
    said = json.loads(msgspec.json.encode(handed_in))
    lines += ["handed_in = {" + ", ".join(f"{key} = {json.dumps(value)}" for key, value in said.items()) + "}"]
    tasks: dict[str, Question | Written] = {**questions, **asked}
    for task, question in tasks.items():
        lines += ["", "[[task]]", f'name = "{task}"', f"title = {json.dumps(question.name)}", "minutes = 1"]
        lines += [f"written = {question.points!r}"] if isinstance(question, Written) else []
    return "\n".join([*lines, ""])


def _grader(task: str, question: Question) -> str:
    checks = [
        _CHECK.format(points=case.points, public=not case.hidden, place=place, idea=case.name)
        for place, case in enumerate(question.cases)
    ]
    return "".join([_GRADER.format(key=question.key, task=task), *checks])


def _notebook(questions: Mapping[str, Question], asked: Mapping[str, Written]) -> dict[str, Any]:
    cells: list[dict[str, Any]] = []

    def add(kind: str, cell_type: str, task: str, source: str) -> None:
        of_code: dict[str, Any] = {"outputs": [], "execution_count": None} if cell_type == "code" else {}
        tags = {"tags": [f"{kind}:{task}"]} if kind else {}
        name = f"{task}-{kind or 'text'}"
        cells.append({"id": name, "cell_type": cell_type, "metadata": tags, "source": source, **of_code})

    for task in questions:
        add("", "markdown", task, f"### {{{{ task.{task} }}}}")
        add("answer", "code", task, "### BEGIN SOLUTION\n### END SOLUTION")
        add("check", "code", task, f'grader.check("{task}")')
    for task, question in asked.items():
        scheme = f"{question.points:g} points.\n- {question.points:g} `right`: answers the question."
        quoted = "".join(f"\n> {line}" for line in question.solution.splitlines())
        text = question.text.replace("{{", "{ {")
        marked = f"=== BEGIN MARK SCHEME ===\n{scheme}{quoted}\n=== END MARK SCHEME ==="
        add("question", "markdown", task, f"### {{{{ task.{task} }}}}\n\n{text}\n\n{marked}")
        add("written", "markdown", task, question.solution or BLANK)
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
