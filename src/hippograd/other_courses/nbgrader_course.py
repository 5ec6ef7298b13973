"""The small course that is made of an nbgrader course: its test cells, its manual ones, the cells of each notebook."""

from __future__ import annotations

import json
import re
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any

import msgspec
import nbformat
from nbgrader import utils
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions, Execute, SaveCells
from traitlets.config import Config, PyFileConfigLoader

from hippograd.course.assignments import HandedInAs
from hippograd.course.regions import without_markers, without_regions
from hippograd.course.released import CellKind, ReleasedCell
from hippograd.errors import HippogradError
from hippograd.files import sha256
from hippograd.nbgrader_env import COURSE_ID
from hippograd.other_courses.small_course import (
    FOLDER,
    Case,
    Question,
    Written,
    task_name,
    write_assignment,
)
from hippograd.sandbox.scratch import MOST_BYTES, MOST_FILES

_OTTER = re.compile(r"^#\s*(ASSIGNMENT CONFIG|BEGIN QUESTION|BEGIN TESTS)\b|\botter\.Notebook\(", re.MULTILINE)
"""What stands in the notebooks of courses that are made with Otter."""


class MadeOfNbgrader(msgspec.Struct):
    """What an assignment was made of, as its grader reads it."""

    cells: list[ReleasedCell]
    """Of the source notebook, with hidden tests in place."""
    shown: dict[str, str]
    """The text of each test cell that students have, by its name."""
    tasks: dict[str, str]
    """The task of each graded cell, by its name."""
    files: dict[str, str]
    """The digest of each file beside the notebook."""


def make_nbgrader_course(root: Path, assignment: str, cell_seconds: float | None) -> tuple[Path, list[str]]:
    """Return the small course in the folder of an nbgrader course, and the names there of this assignment's notebooks.

    Each notebook is an assignment of its own. The course's `nbgrader_config.py` is the instructor's, and is run.
    """
    root = root.resolve()
    config = _config(root)
    directory = CourseDirectory(config=config)
    source = Path(directory.format_path(directory.source_directory, ".", assignment))
    paths = sorted(source.glob("*.ipynb"))
    if not paths:
        raise HippogradError("source-missing", folder=source)
    files = _files(source, directory.ignore)
    found = {path: _cells(path, assignment, directory) for path in paths}
    others = sorted({path.parent.name for path in source.parent.glob("*/*.ipynb")} - {source.name})
    seconds = cell_seconds or float(Execute(config=config).timeout or 30)
    marks = ClearHiddenTests(config=config)
    names = []
    for path, cells in found.items():
        grader = "hippograd.other_courses.nbgrader_grader:NbgraderGrader"
        questions, asked, made = _made(path, cells, (marks.begin_test_delimeter, marks.end_test_delimeter))
        made.files = {name: sha256(data) for name, data in files.items()}
        name = assignment if len(paths) == 1 else f"{assignment}_{path.stem}"
        handed_in = HandedInAs(assignment, path.stem, tuple(others), len(paths) > 1)
        names.append(write_assignment(root / FOLDER, name, grader, questions, asked, made, files, seconds, handed_in))
    return root / FOLDER, names


def _made(
    path: Path, cells: list[ReleasedCell], marks: tuple[str, str]
) -> tuple[dict[str, Question], dict[str, Written], MadeOfNbgrader]:
    """Return what is checked and what people mark in a notebook."""
    graded = {cell.grade_id: cell for cell in cells if cell.metadata.get("nbgrader", {}).get("points") is not None}
    if not graded:
        is_otter = any(_OTTER.search(cell.source) for cell in cells)
        if is_otter:
            raise HippogradError("source-for-otter", file=path)
        raise HippogradError("source-without-cells", file=path)
    tasks = {name: task_name(name) for name in graded}
    if len(set(tasks.values())) < len(tasks):
        raise HippogradError("otter-names-alike", path=path, names=list(tasks))
    questions, asked, shown = dict[str, Question](), dict[str, Written](), dict[str, str]()
    for name, cell in graded.items():
        points = float(cell.metadata["nbgrader"]["points"])
        if cell.kind == "check":
            shown[name] = without_regions(cell.source, *marks)
            is_hidden = shown[name] != cell.source
            questions[tasks[name]] = Question(name, name, [Case(name, points, is_hidden)])
        else:
            text = cells[max(cells.index(cell) - 1, 0)].source if cell.kind != "question" else cell.source
            asked[tasks[name]] = Written(name, points, text, cell.reference)
    return questions, asked, MadeOfNbgrader(cells, shown, tasks, {})


def _config(root: Path) -> Config:
    """Return nbgrader's configuration of a course that holds `source/`, or what its `nbgrader_config.py` says
    instead."""
    config = Config()
    file = root / "nbgrader_config.py"
    if file.is_file():
        try:
            with chdir(root):
                config.merge(PyFileConfigLoader(file.name, path=str(root)).load_config())
        except Exception as error:
            raise HippogradError("config-fails", file=file, error=type(error).__name__, cause=error) from error
    if str(root) not in sys.path:
        sys.path.append(str(root))  # nbgrader's commands import a course's own plugins from its folder
    config.CourseDirectory.root = str(root / config.CourseDirectory.get("root", ""))
    config.CourseDirectory.setdefault("course_id", COURSE_ID)
    return config


def _files(folder: Path, ignored: list[str]) -> dict[str, bytes]:
    """Return what lies beside the notebooks of an assignment, and students have too, by relative name."""
    paths = list(map(Path, sorted(utils.find_all_files(str(folder), [*ignored, "*.ipynb"]))))
    if len(paths) > MOST_FILES // 2 or sum(path.stat().st_size for path in paths) > MOST_BYTES // 2:
        raise HippogradError("source-too-large", folder=folder, files=MOST_FILES // 2, size=MOST_BYTES // 2**21)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _cells(path: Path, assignment: str, directory: CourseDirectory) -> list[ReleasedCell]:
    """Return the cells as nbgrader saves them: solutions cleared, hidden tests in place."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError) as error:
        raise HippogradError("source-not-notebook", file=path, cause=error) from None
    language = notebook.metadata.get("kernelspec", {}).get("language") or "python"
    if language != "python":
        raise HippogradError("source-language", file=path, language=language)
    names = {"notebook": path.stem, "assignment": assignment, "student": ".", "db_url": ""}
    resources: dict[str, Any] = {"nbgrader": names, "metadata": {"path": str(path.parent)}, "unique_key": path.stem}
    references: list[str] = []
    for step in GenerateAssignment(coursedir=directory, config=directory.config).preprocessors:
        if step is SaveCells:
            break
        if step is ClearSolutions:
            marks = step(config=directory.config)
            begin, end = marks.begin_solution_delimeter, marks.end_solution_delimeter
            references = [without_markers(cell.source, begin, end) for cell in notebook.cells]
        try:  # from the course's folder, as `nbgrader generate_assignment`
            with chdir(directory.root):
                notebook, resources = step(config=directory.config).preprocess(notebook, resources)
        except OSError as error:
            raise HippogradError(
                "nbgrader-file-missing",
                step=step.__name__,
                file=error.filename,
                cause=error.strerror,
                folder=directory.root,
            ) from None
        except Exception as error:  # noqa: BLE001 (a step may be the instructor's own)
            cause = str(error).rstrip(".") or f"{type(error).__name__}; `nbgrader generate_assignment` says why"
            raise HippogradError("nbgrader-step-refuses", step=step.__name__, file=path, cause=cause) from None
    if len(references) != len(notebook.cells):
        references = [cell.source for cell in notebook.cells]
    pairs = zip(notebook.cells, references, strict=True)
    return [_released(cell, place, reference) for place, (cell, reference) in enumerate(pairs)]


def _released(cell: Any, place: int, reference: str) -> ReleasedCell:
    kind = _kind(cell)
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    return ReleasedCell(
        id=cell.get("id") or f"released-{place}",
        grade_id=grade_id if kind != "plain" else "",
        kind=kind,
        task=grade_id,
        cell_type=cell.cell_type,
        source=cell.source,
        metadata=json.loads(json.dumps(cell.metadata)),
        reference=reference if kind in ("answer", "written") else "",
    )


def _kind(cell: Any) -> CellKind:
    if utils.is_solution(cell):
        return "answer" if cell.cell_type == "code" else "written"
    if utils.is_grade(cell):
        return "check"
    if utils.is_locked(cell) or utils.is_task(cell):
        return "setup" if cell.cell_type == "code" else "question"
    return "plain"
