"""The small course that is made of Otter's assignments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from hippograd.course.assignments import HandedInAs
from hippograd.errors import HippogradError
from hippograd.files import sha256
from hippograd.other_courses.otter_tests import read_source
from hippograd.other_courses.small_course import FOLDER, Question, Written, task_name, write_assignment

_MARK = re.compile(r"#\s*(BEGIN|END) (QUESTION|SOLUTION|PROMPT|TESTS)\b", re.IGNORECASE)


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
    questions = {task_name(question.key): question for question in read.questions if question.cases}
    asked = {f"{task}_by_hand" * (task in questions) or task: one for one in written if (task := task_name(one.name))}
    if len({*questions, *asked}) < sum(bool(one.cases) for one in read.questions) + len(written):
        raise HippogradError("otter-names-alike", path=source, names=[*questions, *asked])
    whole = sum(case.points for question in read.questions for case in question.cases)
    share = read.config["points_possible"] / whole if whole and read.config.get("points_possible") is not None else 1
    for case in (case for question in read.questions for case in question.cases):
        case.points *= share
        case.hidden = case.hidden and not read.config.get("show_hidden")
    root = (source if source.is_dir() else source.parent).resolve() / FOLDER
    made = Made(
        read.config,
        questions,
        {task: question.place for task, question in asked.items()},
        {file: sha256(data) for file, data in read.files.items()},
    )
    grader = "hippograd.other_courses.otter:OtterGrader"
    called = HandedInAs(name, name)
    name = write_assignment(root, name, grader, questions, asked, made, read.files, cell_seconds, called)
    return root, name, [str(plugin) for plugin in read.config.get("plugins", ())]


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
