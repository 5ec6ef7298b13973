"""What the cells of a source notebook are, read from their tags."""

from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from hippograd.course import Assignment
from hippograd.errors import HippogradError, Problem

TASK_KINDS = ("answer", "check", "question", "written")
PLAIN_KINDS = ("setup", "demo")
CELL_TYPES = {
    "answer": "code",
    "check": "code",
    "question": "markdown",
    "written": "markdown",
    "setup": "code",
    "demo": "code",
}


@dataclass(frozen=True)
class Role:
    """What one cell is: its kind (``"answer"``, ``"setup"`` …) and, where it belongs to a task, the task's tag."""

    kind: str
    task: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.task}" if self.task else self.kind


def cell_error(notebook: Path, cell: NotebookNode, problem: Problem) -> HippogradError:
    """Build an error that names the notebook and the cell."""
    return problem.at(f"{notebook}, cell {cell.get('id', 'without id')}").error


def role_of(cell: NotebookNode, notebook: Path) -> Role | None:
    """Return the role that a cell's tag gives it; None for ordinary text and code."""
    tags = cell.metadata.get("tags", [])
    if not tags:
        return None
    known = [*PLAIN_KINDS, *(f"{kind}:TASK" for kind in TASK_KINDS)]
    if len(tags) > 1:
        raise cell_error(notebook, cell, Problem.of("tags-several", tags=tags))
    kind, colon, task = tags[0].partition(":")
    if kind not in (TASK_KINDS if colon else PLAIN_KINDS) or bool(colon) != bool(task):
        raise cell_error(notebook, cell, Problem.of("tag-unknown", tag=tags[0], known=known))
    if cell.cell_type != CELL_TYPES[kind]:
        raise cell_error(
            notebook, cell, Problem.of("cell-type-wrong", type=cell.cell_type, tag=kind, wanted=CELL_TYPES[kind])
        )
    return Role(kind, task)


def expected_roles(assignment: Assignment) -> list[Role]:
    """Return the task cells that the notebook of an assignment must have, in order."""
    roles = []
    for task in assignment.tasks:
        if task.is_auto:
            roles += [Role("answer", task.auto_id), Role("check", task.auto_id)]
        if task.is_written:
            roles += [Role("question", task.written_id), Role("written", task.written_id)]
    return roles
