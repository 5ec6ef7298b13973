"""An nbgrader course as its instructor wrote it: where everything is, and the cells of each notebook."""

from __future__ import annotations

import json
import logging
import re
import sys
import tempfile
from contextlib import chdir
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import nbformat
from nbgrader import utils
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties, ClearSolutions, Execute, SaveCells
from sqlalchemy.exc import SQLAlchemyError
from traitlets import import_item
from traitlets.config import Config, PyFileConfigLoader

from hippograd.building.converting import quiet, refuse_for_gradebook
from hippograd.course.regions import without_markers
from hippograd.course.released import CellKind, ReleasedCell
from hippograd.errors import HippogradError, unusable
from hippograd.files import SQLITE
from hippograd.nbgrader_env import COURSE_ID
from hippograd.sandbox.scratch import MOST_BYTES, MOST_FILES
from hippograd.store.gradebook import Gradebook

_OTTER = re.compile(r"^#\s*(ASSIGNMENT CONFIG|BEGIN QUESTION|BEGIN TESTS)\b|\botter\.Notebook\(", re.MULTILINE)
"""What stands in the notebooks of courses that are made with Otter."""


class SourceNotebook(msgspec.Struct, frozen=True):
    """A notebook of an assignment: its name without `.ipynb`, and its cells with hidden tests in place."""

    name: str
    cells: list[ReleasedCell]


@dataclass(frozen=True)
class OtherCourse:
    """An nbgrader course in a folder."""

    config: Config
    """nbgrader's configuration of it."""

    @classmethod
    def at(cls, root: Path) -> OtherCourse:
        """Return the course in a folder that holds `source/`, or what its `nbgrader_config.py` says instead.

        That file is the instructor's, and is run.
        """
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
        if "db_url" in config.CourseDirectory:
            config.CourseDirectory.db_url = _url_from(root, config.CourseDirectory.db_url)
        return cls(config)

    @cached_property
    def directory(self) -> CourseDirectory:
        return CourseDirectory(config=self.config)

    @property
    def db_url(self) -> str:
        """The gradebook."""
        return str(self.directory.db_url)

    @cached_property
    def late_penalties(self) -> AssignLatePenalties:
        """nbgrader's step that assigns the penalties of the course's plugin for late submissions."""
        plugin = self.config.AssignLatePenalties.get("plugin_class")
        try:
            if isinstance(plugin, str):
                import_item(plugin)  # the next lines say that it is not a class, not what is wrong in it
            step = AssignLatePenalties(config=self.config)
            step.init_plugin()
        except Exception as error:
            raise HippogradError(
                "late-plugin-fails", error=type(error).__name__, cause=error, folder=self.root
            ) from error
        step.log = logging.Logger(f"{__name__}.nbgrader")
        step.log.addHandler(logging.NullHandler())
        return step

    @property
    def root(self) -> str:
        """Where nbgrader's commands run."""
        return str(self.directory.root)

    @property
    def cell_seconds(self) -> float:
        """How long a cell may run, s: nbgrader's own setting."""
        seconds: float | None = Execute(config=self.config).timeout
        return float(seconds) if seconds else 30.0

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """Return where the files of an assignment are at one of nbgrader's steps: `source`, `autograded`, …"""
        name = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(name, student, assignment))

    def source(self, assignment: str) -> Path:
        """Return the instructor's folder."""
        folder = self.folder("source", ".", assignment)
        if not sorted(folder.glob("*.ipynb")):
            raise HippogradError("source-missing", folder=folder)
        return folder

    def files(self, assignment: str) -> dict[str, Path]:
        """Return what lies beside the notebooks of an assignment, and students have too: relative names and paths."""
        folder = self.source(assignment)
        paths = map(Path, sorted(utils.find_all_files(str(folder), [*self.directory.ignore, "*.ipynb"])))
        found = {path.relative_to(folder).as_posix(): path for path in paths}
        if len(found) > MOST_FILES // 2 or sum(path.stat().st_size for path in found.values()) > MOST_BYTES // 2:
            raise HippogradError("source-too-large", folder=folder, files=MOST_FILES // 2, size=MOST_BYTES // 2**21)
        return found

    def notebooks(self, assignment: str) -> list[SourceNotebook]:
        """Return the notebooks of an assignment."""
        paths = sorted(self.source(assignment).glob("*.ipynb"))
        found = [SourceNotebook(path.stem, self._cells(path, assignment)) for path in paths]
        if not any(cell.grade_id for notebook in found for cell in notebook.cells):
            if any(_OTTER.search(cell.source) for notebook in found for cell in notebook.cells):
                raise HippogradError("source-for-otter", file=paths[0])
            raise HippogradError("source-without-cells", file=paths[0])
        return found

    def _cells(self, path: Path, assignment: str) -> list[ReleasedCell]:
        """Return the cells as nbgrader saves them: solutions cleared, hidden tests in place."""
        try:
            notebook = nbformat.read(path, as_version=4)
        except (OSError, ValueError) as error:
            raise HippogradError("source-not-notebook", file=path, cause=error) from None
        language = notebook.metadata.get("kernelspec", {}).get("language") or "python"
        if language != "python":
            raise HippogradError("source-language", file=path, language=language)
        names = {"notebook": path.stem, "assignment": assignment, "student": ".", "db_url": self.db_url}
        resources: dict[str, Any] = {"nbgrader": names, "metadata": {"path": str(path.parent)}, "unique_key": path.stem}
        references: list[str] = []
        for step in self._steps():
            if isinstance(step, ClearSolutions):
                begin, end = step.begin_solution_delimeter, step.end_solution_delimeter
                references = [without_markers(cell.source, begin, end) for cell in notebook.cells]
            notebook, resources = self._done(step, notebook, resources)
        if len(references) != len(notebook.cells):
            references = [""] * len(notebook.cells)
        return [
            _released(cell, place, reference)
            for place, (cell, reference) in enumerate(zip(notebook.cells, references, strict=True))
        ]

    def _steps(self) -> list[Any]:
        """Return the steps of `nbgrader generate_assignment` until the cells are saved."""
        steps = []
        for step in GenerateAssignment(coursedir=self.directory, config=self.config).preprocessors:
            if step is SaveCells:
                break
            steps.append(step(config=self.config))
        return steps

    def _done(self, step: Any, notebook: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Return a notebook after a step, which finds its files from the course's folder as in `nbgrader
        generate_assignment`."""
        try:
            with chdir(self.directory.root):
                done: tuple[Any, dict[str, Any]] = step.preprocess(notebook, resources)
        except OSError as error:
            raise HippogradError(
                "nbgrader-file-missing",
                step=type(step).__name__,
                file=error.filename,
                cause=error.strerror,
                folder=self.directory.root,
            ) from None
        except Exception as error:  # noqa: BLE001 (a step may be the instructor's own)
            name = resources["nbgrader"]["notebook"]
            source = self.folder("source", ".", resources["nbgrader"]["assignment"]) / f"{name}.ipynb"
            cause = str(error).rstrip(".") or f"{type(error).__name__}; `nbgrader generate_assignment` says why"
            raise HippogradError("nbgrader-step-refuses", step=type(step).__name__, file=source, cause=cause) from None
        return done

    def register(self, assignment: str) -> None:
        """Enter the assignment and its cells into the gradebook, as `nbgrader generate_assignment` does."""
        with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
            config = Config(self.config)
            config.CourseDirectory.release_directory = work  # the release that students have stays as it is
            config.CourseDirectory.assignment_id = assignment
            converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
            log = quiet(converter)
            try:
                with Gradebook(self.db_url).alone():
                    converter.start()
            except SQLAlchemyError as error:
                raise unusable(self.db_url, error) from None
            except NbGraderException as error:
                refuse_for_gradebook(log.cause, self.db_url)
                raise HippogradError(
                    "nbgrader-not-entered",
                    assignment=assignment,
                    cause=(log.cause or str(error)).rstrip("."),
                    folder=self.directory.root,
                ) from None


def _url_from(root: Path, db_url: str) -> str:
    """Return the address of a gradebook; a relative one is meant from the course's folder, where nbgrader's commands
    run."""
    file = db_url.removeprefix(SQLITE)
    return f"{SQLITE}{root / file}" if db_url.startswith(SQLITE) else db_url


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
