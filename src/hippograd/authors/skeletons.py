"""Skeletons of chapters and tasks that build, grade and prove themselves at once."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator
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

Write `{name}(x)`, which gives twice the number or array `x`: `{name}(3)` is 6."""

ANSWER = '''\
def {name}(x):
    """Twice x."""
    ### BEGIN SOLUTION
    return 2 * x
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
"""Task {name}: twice a number."""

import numpy as np

from gradekit.assertions import assert_close
from gradekit.checks import Task, check

TASK = Task("{name}")


@check(points=1, public=True)
def test_example(student):
    """The example of the text."""
    assert_close(student.{name}(3.0), 6.0, "{name}(3)")


@check(points=1)
def test_arrays(student, rng):
    """Arrays of any shape."""
    for shape in ((4,), (2, 3)):
        x = rng.normal(size=shape)
        slips = {{"square": ("it is the square of x, not twice x", x**2)}}
        assert_close(student.{name}(x), 2 * x, "{name}(x)", mistakes=slips)
    assert_close(student.{name}(np.zeros(2)), np.zeros(2), "{name}(zeros)")
'''

RIGHT = {
    "added": "def {name}(x):\n    return x + x\n",
    "by_numpy": "import numpy as np\n\n\ndef {name}(x):\n    return np.multiply(x, 2)\n",
}
WRONG = {
    "squared": ("square", "def {name}(x):\n    return x**2\n"),
    "forgotten": ("half", "def {name}(x):\n    return x\n"),
}


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
    files = _task_files(course, name, "doubled", description, notebook, is_written=False)
    files |= _task_files(course, name, "doubled_explained", description, notebook, is_written=True)
    if not (ignore := course.root / ".gitignore").exists():  # the first chapter of a new course
        files[ignore] = "\n".join([*IGNORED, ".cache/"]) + "\n"
    return _write(files | _chapter_files(folder, description, notebook))


def new_task(course: Course, chapter: str, name: str, *, is_written: bool) -> list[Path]:
    """Write a task after the last one of a chapter; the files that were written."""
    assignment = course.assignment(chapter)
    if not TASK_NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise HippogradError("new-task-name-bad", name=name, most=LONGEST_NAME)
    if keyword.iskeyword(name) or hasattr(builtins, name) or name in ("np", "grader", "student"):
        raise HippogradError("task-name-has-meaning", name=name)
    if name in {task.name for task in assignment.tasks}:
        raise HippogradError("task-exists", assignment=chapter, name=name)
    description = editable_toml(assignment.folder / "assignment.toml")
    notebook = nbformat.read(assignment.notebook, as_version=4)
    files = _task_files(course, chapter, name, description, notebook, is_written=is_written)
    return _write(files | _chapter_files(assignment.folder, description, notebook))


def _chapter_files(folder: Path, description: Any, notebook: NotebookNode) -> dict[Path, str]:
    return {
        folder / "assignment.toml": tomlkit.dumps(description),
        folder / f"{folder.name}.ipynb": nbformat.writes(notebook) + "\n",
    }


def _task_files(
    course: Course, chapter: str, name: str, description: Any, notebook: NotebookNode, *, is_written: bool
) -> dict[Path, str]:
    """Return the files of a task; its table and its cells are added to what is given."""
    tables = description.setdefault("task", tomlkit.aot())
    table = tomlkit.table()
    for key, value in {"name": name, "title": name.replace("_", " ").capitalize(), "minutes": 10}.items():
        table.add(key, value)
    if is_written:
        table.add("written", 2)
    tables.append(table)
    of_tasks = (at for at, cell in enumerate(notebook.cells, 1) if ":" in "".join(cell.metadata.get("tags", [])))
    end = max(of_tasks, default=len(notebook.cells))  # what closes a chapter stays below
    notebook.cells[end:end] = _written_cells(name) if is_written else _code_cells(name)
    return {} if is_written else dict(_grader_files(course, chapter, name))


def _code_cells(name: str) -> list[NotebookNode]:
    return [
        _cell(f"{name}-text", TEXT.format(name=name), []),
        _cell(f"{name}-answer", ANSWER.format(name=name), [f"answer:{name}"]),
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


def _grader_files(course: Course, chapter: str, name: str) -> Iterator[tuple[Path, str]]:
    yield course.graders_folder / chapter / f"test_{name}.py", GRADER.format(name=name)
    cells = [f"# %% right {called}\n{source}" for called, source in RIGHT.items()]
    cells += [f"# %% wrong {called} → {diagnosis}\n{source}" for called, (diagnosis, source) in WRONG.items()]
    yield course.answers_folder / chapter / f"{name}.py", "\n".join(cells).format(name=name)


def _write(files: dict[Path, str]) -> list[Path]:
    encoded = {path: text.encode() for path, text in files.items()}  # a title that is no text leaves nothing behind
    for path, data in encoded.items():
        write_whole(path, data)
    return list(files)
