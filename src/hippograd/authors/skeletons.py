"""Skeletons of chapters and tasks that build, grade and prove themselves at once."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import tomlkit
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from hippograd.course import Course
from hippograd.course.assignments import TASK_NAME
from hippograd.course.toml import editable_toml
from hippograd.errors import HippogradError
from hippograd.files import write_whole
from hippograd.ignored import IGNORED

_CHAPTER = re.compile(r"\d+_[a-z][a-z0-9_]*")
LONGEST_NAME = 50
"""Letters of a task's name: nbformat takes 64 for the id of a cell, which has a word more."""

SETUP = """\
import numpy as np

from gradekit.notebook import Notebook

grader = Notebook()"""

TEXT = """\
## {{{{ task.{name} }}}}

Write `{call}`, which gives twice the number or array `{first}`: `{example}` is 6."""

ANSWER = '''\
def {call}:
    """Twice {first}."""
    ### BEGIN SOLUTION
    return 2 * {first}
    ### END SOLUTION'''

QUESTION = """\
## {{{{ task.{name} }}}}

Why is twice a sum the sum of both halves, each taken twice?

=== BEGIN MARK SCHEME ===
2 points.
- 1 `law`: says that multiplication is distributive.
- 1 `example`: gives an example or a picture.
=== END MARK SCHEME ==="""

WRITTEN = "Because multiplication is distributive: two rows of seven are two rows of three and two rows of four."

GRADER = '''\
"""Task {name}: twice a number.

The example 1, any numbers 1. Nothing is looked past.
"""

from gradekit import Function, Task, array, assert_close, check

TASK = Task("{name}")

MISTAKES = {{"square": ("it is the square of {first}, not twice {first}", lambda {first}: {first}**2)}}


@check(points=1, public=True)
def test_example(student):
    """The example of the text."""
    assert_close(student.{example}, 6.0, "{example}")


answer = Function(
    "{call}",
    right=lambda {arguments}: 2 * {first},
    mistakes=MISTAKES,
    words={{"N": "number"}},
    any_shape=True,
    takes={{{arrays}}},
)


@check(points=1)
def test_any_numbers(student, rng):
    """Any numbers, in arrays of any shape."""
    answer.holds(student, rng)
'''

RIGHT = {
    "added": "def {call}:\n    return {first} + {first}\n",
    "by_numpy": "import numpy as np\n\n\ndef {call}:\n    return np.multiply({first}, 2)\n",
}
WRONG = {
    "squared": ("square", "def {call}:\n    return {first}**2\n"),
    "forgotten": ("half", "def {call}:\n    return {first}\n"),
}


@dataclass(frozen=True)
class Signature:
    """How the function of a task is called: ``softmax(Z)``."""

    function: str
    arguments: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Signature:
        """Read a signature; it is a name with other names in brackets.

        Examples
        --------
        >>> Signature.of("cross_entropy(Z, k)").arguments
        ('Z', 'k')
        """
        found = re.fullmatch(r"\s*(\w+)\s*\(([\w\s,]+)\)\s*", text)
        names = [found[1], *(one.strip() for one in found[2].split(","))] if found else []
        if not names or len({*names}) < len(names) or any(map(_has_meaning, names)):
            raise HippogradError("signature-bad", signature=text)
        return cls(names[0], tuple(names[1:]))

    @property
    def words(self) -> dict[str, str]:
        """What skeletons say of it."""
        arguments, threes = ", ".join(self.arguments), ", ".join(["3.0"] * len(self.arguments))
        return {
            "call": f"{self.function}({arguments})",
            "example": f"{self.function}({threes})",
            "arguments": arguments,
            "first": self.arguments[0],
            "arrays": ", ".join(f'"{name}": array("N")' for name in self.arguments),
        }


def _has_meaning(name: str) -> bool:
    """Whether a name means something in Python or in a notebook already, or is none."""
    known = keyword.iskeyword(name) or hasattr(builtins, name) or name in ("np", "grader", "student")
    return known or not name.isidentifier()


def new_chapter(course: Course, name: str, title: str) -> list[Path]:
    """Write a chapter with one task and one question; the files that were written."""
    if not _CHAPTER.fullmatch(name):
        raise HippogradError("chapter-name-bad", name=name)
    folder = course.assignments_folder / name
    if folder.exists():
        raise HippogradError("chapter-exists", folder=folder)
    number = name.partition("_")[0]
    same = next((assignment for assignment in course.assignments if assignment.partition("_")[0] == number), None)
    if same is not None:
        raise HippogradError("chapter-number-taken", other=same, number=number)
    notebook = new_notebook()
    notebook.cells = [
        _cell("title", f"# {title}\n\nWhat this chapter is about.", []),
        _cell("setup", SETUP, ["setup"]),
    ]
    description = tomlkit.document()
    description.add("title", title)
    files = _task_files(course, name, "doubled", description, notebook, Signature.of("doubled(x)"))
    files |= _task_files(course, name, "doubled_explained", description, notebook)
    if not (ignore := course.root / ".gitignore").exists():  # the first chapter of a new course
        files[ignore] = "\n".join([*IGNORED, ".cache/"]) + "\n"
    return _write(files | _chapter_files(folder, description, notebook))


def new_task(course: Course, chapter: str, name: str, *, is_written: bool, signature: str = "") -> list[Path]:
    """Write a task after the last one of a chapter; the files that were written.

    Its function is called by its `signature`, such as ``"softmax(Z)"``, and else by the task's name.
    """
    assignment = course.assignment(chapter)
    if not TASK_NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise HippogradError("new-task-name-bad", name=name, most=LONGEST_NAME)
    if _has_meaning(name):
        raise HippogradError("task-name-has-meaning", name=name)
    if name in {task.name for task in assignment.tasks}:
        raise HippogradError("task-exists", assignment=chapter, name=name)
    description = editable_toml(assignment.folder / "assignment.toml")
    notebook = nbformat.read(assignment.notebook, as_version=4)
    called = None if is_written else Signature.of(signature or f"{name}(x)")
    files = _task_files(course, chapter, name, description, notebook, called)
    return _write(files | _chapter_files(assignment.folder, description, notebook))


def _chapter_files(folder: Path, description: Any, notebook: NotebookNode) -> dict[Path, str]:
    return {
        folder / "assignment.toml": tomlkit.dumps(description),
        folder / f"{folder.name}.ipynb": nbformat.writes(notebook) + "\n",
    }


def _task_files(
    course: Course, chapter: str, name: str, description: Any, notebook: NotebookNode, called: Signature | None = None
) -> dict[Path, str]:
    """Return the files of a task; its table and its cells are added to what is given. A written one is not called."""
    tables = description.setdefault("task", tomlkit.aot())
    table = tomlkit.table()
    for key, value in {"name": name, "title": name.replace("_", " ").capitalize(), "minutes": 10}.items():
        table.add(key, value)
    if called is None:
        table.add("written", 2)
    tables.append(table)
    of_tasks = (at for at, cell in enumerate(notebook.cells, 1) if ":" in "".join(cell.metadata.get("tags", [])))
    end = max(of_tasks, default=len(notebook.cells))  # what closes a chapter stays below
    notebook.cells[end:end] = _written_cells(name) if called is None else _code_cells(name, called)
    return {} if called is None else dict(_grader_files(course, chapter, name, called))


def _code_cells(name: str, called: Signature) -> list[NotebookNode]:
    return [
        _cell(f"{name}-text", TEXT.format(name=name, **called.words), []),
        _cell(f"{name}-answer", ANSWER.format(**called.words), [f"answer:{name}"]),
        _cell(f"{name}-check", f'grader.check("{name}")', [f"check:{name}"]),
    ]


def _written_cells(name: str) -> list[NotebookNode]:
    return [
        _cell(f"{name}-question", QUESTION.format(name=name), [f"question:{name}"]),
        _cell(f"{name}-written", WRITTEN, [f"written:{name}"]),
    ]


def _cell(cell_id: str, source: str, tags: list[str]) -> NotebookNode:
    is_code = bool(tags) and tags[0].partition(":")[0] in ("setup", "answer", "check")
    make = new_code_cell if is_code else new_markdown_cell
    return make(source, id=cell_id.replace("_", "-"), metadata={"tags": tags} if tags else {})


def _grader_files(course: Course, chapter: str, name: str, called: Signature) -> Iterator[tuple[Path, str]]:
    yield course.graders_folder / chapter / f"test_{name}.py", GRADER.format(name=name, **called.words)
    cells = [f"# %% right {called}\n{source}" for called, source in RIGHT.items()]
    cells += [f"# %% wrong {called} → {diagnosis}\n{source}" for called, (diagnosis, source) in WRONG.items()]
    yield course.answers_folder / chapter / f"{name}.py", "\n".join(cells).format(**called.words)


def _write(files: dict[Path, str]) -> list[Path]:
    encoded = {path: text.encode() for path, text in files.items()}  # a title that is no text leaves nothing behind
    for path, data in encoded.items():
        write_whole(path, data)
    return list(files)
