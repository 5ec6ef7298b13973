"""A course of one small assignment, copied for each test that changes it, built once for those that only look."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from hippograd.building.build import build
from hippograd.course import Course

FIXTURE = Path(__file__).parents[3] / "examples" / "scaling"


def copied(source: Path, target: Path) -> Course:
    return Course(Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns(".cache"))))


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The course, nothing built."""
    return copied(FIXTURE, tmp_path / "course")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The course, built for cohort 2030; not to be changed."""
    course = copied(FIXTURE, tmp_path_factory.mktemp("built") / "course")
    build(course, course.cohort("2030"))
    return course


@pytest.fixture
def built(built_once: Course, tmp_path: Path) -> Course:
    """The course, built for cohort 2030, to be changed."""
    return copied(built_once.root, tmp_path / "built")


@pytest.fixture
def edit_cell() -> Callable[..., None]:
    """Change a cell of a notebook file: `edit_cell(path, cell_id, source=…, tags=[…])`, or `remove=True`."""

    def edit(path: Path, cell_id: str, *, remove: bool = False, tags: list[str] | None = None, **values: Any) -> None:
        nb = nbformat.read(path, as_version=4)
        cell = cell_of(nb, cell_id)
        if remove:
            nb.cells.remove(cell)
        if tags is not None:
            cell.metadata["tags"] = tags
        cell.update(values)
        nbformat.write(nb, path)

    return edit


@pytest.fixture
def cell() -> Callable[[NotebookNode, str], NotebookNode]:
    """The cell of a notebook with this id."""
    return cell_of


def cell_of(nb: NotebookNode, cell_id: str) -> NotebookNode:
    return next(cell for cell in nb.cells if cell.id == cell_id)
