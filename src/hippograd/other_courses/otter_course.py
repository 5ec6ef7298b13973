"""A course of this project, made of Otter's assignments: then every command for marks works on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from hippograd.errors import HippogradError
from hippograd.files import sha256, write_whole
from hippograd.other_courses.otter_tests import Question, read_source

FOLDER, MADE_OF = "hippograd", "otter.json"
BLANK = "_Type your answer here, replacing this text._"
"""What stands in a written answer before anybody writes."""

_COURSE = '''"""Made by `hippograd grade-course`: what grades notebooks of a course for Otter."""

from hippograd.kit import CourseKit

COURSE = CourseKit(grader="hippograd.other_courses.otter:OtterGrader")
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
_MARK = re.compile(r"#\s*(BEGIN|END) (QUESTION|SOLUTION|PROMPT|TESTS)\b", re.IGNORECASE)


class Written(msgspec.Struct):
    """A question for people: `place` counts those that stand between comments in what students hand in."""

    name: str
    points: float
    text: str
    solution: str
    place: int


class Made(msgspec.Struct):
    """What an assignment was made of, as its grader reads it."""

    config: dict[str, Any]
    questions: dict[str, Question]
    """By task."""
    written: dict[str, int]
    """The place of each written question, by task."""
    files: dict[str, str]
    """The digest of each file beside the notebook."""


def make_course(source: Path, name: str, master: Path | None, cell_seconds: float) -> tuple[Path, str, list[str]]:
    """Return the course beside what Otter made, with this assignment in it, its name there, and plugins that are
    left out."""
    read = read_source(source)
    written = list(_written(master)) if master is not None else []
    questions = {_task(question.key): question for question in read.questions if question.cases}
    asked = {f"{task}_by_hand" * (task in questions) or task: one for one in written if (task := _task(one.name))}
    if len({*questions, *asked}) < sum(bool(one.cases) for one in read.questions) + len(written):
        raise HippogradError("otter-names-alike", path=source, names=[*questions, *asked])
    whole = sum(case.points for question in read.questions for case in question.cases)
    share = read.config["points_possible"] / whole if whole and read.config.get("points_possible") is not None else 1
    for case in (case for question in read.questions for case in question.cases):
        case.points *= share
    root = (source if source.is_dir() else source.parent).resolve() / FOLDER
    name = _numbered(root, name)
    folder, graders = root / "assignments" / name, root / "autograder" / "graders" / name
    for path in (*graders.glob("*.py"), *(path for path in folder.glob("files/**/*") if path.is_file())):
        path.unlink()
    made = Made(
        read.config,
        questions,
        {task: question.place for task, question in asked.items()},
        {file: sha256(data) for file, data in read.files.items()},
    )
    texts = {
        root / ".gitignore": "*\n",
        root / "autograder" / "course.py": _COURSE,
        folder / "assignment.toml": _description(name, questions, asked, cell_seconds),
        folder / f"{name}.ipynb": json.dumps(_notebook(questions, asked), indent=1),
        folder / MADE_OF: msgspec.json.encode(made).decode(),
        **{graders / f"test_{task}.py": _grader(task, question, made) for task, question in questions.items()},
    }
    if not (cohorts := root / "assignments" / "cohorts.toml").exists():
        texts[cohorts] = "[class]\n"
    for path, text in texts.items():
        write_whole(path, text.encode())
    for file, data in read.files.items():
        write_whole(folder / "files" / file, data)
    return root, name, [str(plugin) for plugin in read.config.get("plugins", ())]


def _task(name: str) -> str:
    plain = re.sub(r"[^a-z0-9_]", "_", name.lower())
    return plain if plain[:1].isalpha() else f"q{plain}"


def _numbered(root: Path, name: str) -> str:
    """Return the name of the assignment's folder: the one that is there, or with the next number before it."""
    plain = re.sub(r"[^\w-]", "_", name)
    there = {path.parent.name for path in root.glob("assignments/*/assignment.toml")}
    known = next((one for one in there if plain in (one, one.partition("_")[2])), None)
    return known or (plain if re.match(r"\d+_", plain) else f"{len(there) + 1}_{plain}")


def _description(name: str, questions: dict[str, Question], asked: dict[str, Written], seconds: float) -> str:
    lines = [f"title = {json.dumps(name)}", f"cell_seconds = {seconds:g}"]
    for task, question in (questions | asked).items():
        lines += ["", "[[task]]", f'name = "{task}"', f"title = {json.dumps(question.name)}", "minutes = 1"]
        lines += [f"written = {question.points!r}"] if isinstance(question, Written) else []
    return "\n".join([*lines, ""])


def _grader(task: str, question: Question, made: Made) -> str:
    is_shown = bool(made.config.get("show_hidden"))
    checks = [
        _CHECK.format(points=case.points, public=is_shown or not case.hidden, place=place, idea=case.name)
        for place, case in enumerate(question.cases)
    ]
    return "".join([_GRADER.format(key=question.key, task=task), *checks])


def _notebook(questions: dict[str, Question], asked: dict[str, Written]) -> dict[str, Any]:
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


def _written(master: Path) -> Iterator[Written]:
    """Yield the questions of a master notebook that people mark."""
    place, block, config, found = -1, "", None, dict[str, list[str]]()
    try:
        for cell in json.loads(master.read_bytes())["cells"]:
            source = "".join(cell["source"]).strip()
            mark = _MARK.match(source)
            if mark is None:
                found.setdefault(block, []).append(source)
            elif mark[2].upper() != "QUESTION":
                block = mark[2].upper() if mark[1].upper() == "BEGIN" else ""
            elif mark[1].upper() == "BEGIN":
                block, found, config = "", {}, yaml.safe_load(source.partition("\n")[2]) or {}
                place += bool(config.get("manual") or config.get("export"))
            elif config is not None:
                points = config.get("points") or 0
                if config.get("manual") and points:
                    text, solution = ("\n\n".join(found.get(part, ())) for part in ("", "SOLUTION"))
                    yield Written(str(config["name"]), float(points), text, solution, place)
                config = None
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise HippogradError("source-not-notebook", file=master, cause=error) from None
