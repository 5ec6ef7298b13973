"""What the cells of a source notebook are, read from their tags."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from hippograd.course import Assignment
from hippograd.errors import HippogradError

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
BEGIN_SOLUTION, END_SOLUTION = "BEGIN SOLUTION", "END SOLUTION"
BEGIN_SCHEME, END_SCHEME = "BEGIN MARK SCHEME", "END MARK SCHEME"


@dataclass(frozen=True)
class Role:
    """What one cell is: its kind (``"answer"``, ``"setup"`` …) and, where it belongs to a task, the task's tag."""

    kind: str
    task: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.task}" if self.task else self.kind


def cell_error(notebook: Path, cell: NotebookNode, cause: str, remedy: str) -> HippogradError:
    """An error that names the notebook and the cell."""
    return HippogradError(f"{notebook}, cell {cell.get('id', 'without id')}: {cause}", remedy)


def role_of(cell: NotebookNode, notebook: Path) -> Role | None:
    """The role that a cell's tag gives it; None for ordinary text and code.

    Raises
    ------
    HippogradError
        When the tags contradict each other, are unknown, or do not suit the type of the cell.
    """
    tags = cell.metadata.get("tags", [])
    if not tags:
        return None
    known = ", ".join([*PLAIN_KINDS, *(f"{kind}:TASK" for kind in TASK_KINDS)])
    if len(tags) > 1:
        raise cell_error(notebook, cell, f"it has the tags {', '.join(tags)}.", "Leave one of them.")
    kind, colon, task = tags[0].partition(":")
    if kind not in (TASK_KINDS if colon else PLAIN_KINDS) or bool(colon) != bool(task):
        raise cell_error(notebook, cell, f"its tag {tags[0]!r} is unknown.", f"Use one of {known}.")
    if cell.cell_type != CELL_TYPES[kind]:
        raise cell_error(
            notebook, cell, f"it is a {cell.cell_type} cell.", f"A cell tagged {kind} is {CELL_TYPES[kind]}."
        )
    return Role(kind, task)


def expected_roles(assignment: Assignment) -> list[Role]:
    """The task cells that the notebook of an assignment must have, in order."""
    roles = []
    for task in assignment.tasks:
        if task.is_auto:
            roles += [Role("answer", task.auto_id), Role("check", task.auto_id)]
        if task.is_written:
            roles += [Role("question", task.written_id), Role("written", task.written_id)]
    return roles


def split_regions(source: str, begin: str, end: str) -> Iterator[tuple[str, bool]]:
    """Each line of a cell except the markers, with whether it stands between a `begin` and an `end` line."""
    inside = False
    for line in source.split("\n"):
        if begin in line or end in line:
            inside = begin in line
        else:
            yield line, inside


def scheme_of(source: str) -> str:
    """The mark scheme in a cell."""
    return "\n".join(line for line, inside in split_regions(source, BEGIN_SCHEME, END_SCHEME) if inside)


def without_regions(source: str, begin: str, end: str) -> str:
    """The source without the marked regions."""
    return "\n".join(line for line, inside in split_regions(source, begin, end) if not inside)


def without_markers(source: str, begin: str, end: str) -> str:
    """The source without the lines that mark regions."""
    return "\n".join(line for line, _ in split_regions(source, begin, end))
