"""Stamping a source notebook: from cell tags to nbgrader metadata, from placeholders to the cohort's numbers."""

import re
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from hippograd.building.cells import Role, cell_error, expected_roles, role_of
from hippograd.building.notebooks import load_notebook
from hippograd.building.placeholders import UnknownPlaceholder, fill_code, fill_text
from hippograd.course import Assignment, Cohort
from hippograd.course.regions import BEGIN_SCHEME, BEGIN_SOLUTION, END_SCHEME, END_SOLUTION, scheme_of
from hippograd.course.released import NOTEBOOK_METADATA
from hippograd.course.rubric import read_rubric
from hippograd.errors import HippogradError, Problem, counted

VOLATILE_METADATA = ("ExecuteTime", "collapsed", "execution", "scrolled", "trusted")
SCHEMA_VERSION = 3


def stamp(nb: NotebookNode, assignment: Assignment, cohort: Cohort) -> NotebookNode:
    """Stamp a source notebook for one cohort; solutions and mark schemes stay in it."""
    notebook = assignment.notebook
    roles = [role_of(cell, notebook) for cell in nb.cells]
    written = {task.written_id: task.written_points for task in assignment.tasks}
    _check_order(nb, roles, assignment)
    texts = [cell.source for cell in nb.cells if cell.cell_type == "markdown"]
    for cell, role in zip(nb.cells, roles, strict=True):
        _fill(cell, assignment, cohort)
        _check_markers(cell, role, notebook)
        if role is not None and role.kind == "question":
            _check_scheme(cell, written[role.task], notebook)
        if role is not None and role.kind != "demo":
            cell.metadata["nbgrader"] = _nbgrader_metadata(cell, role, assignment)
        for key in VOLATILE_METADATA:
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    _check_headings(texts, assignment)
    ours = {"assignment": assignment.name, "cohort": cohort.name}
    nb.metadata = NotebookNode({**NOTEBOOK_METADATA, "hippograd": ours})
    nb.nbformat, nb.nbformat_minor = 4, 5
    return nb


def stamped_notebook(assignment: Assignment, cohort: Cohort) -> NotebookNode:
    """Return the source notebook of an assignment, stamped for a cohort."""
    return stamp(load_notebook(assignment.notebook), assignment, cohort)


def _check_order(nb: NotebookNode, roles: list[Role | None], assignment: Assignment) -> None:
    present = [(cell, role) for cell, role in zip(nb.cells, roles, strict=True) if role is not None and role.task]
    expected = expected_roles(assignment)
    for (cell, role), wanted in zip(present, expected, strict=False):
        if role != wanted:
            raise cell_error(
                assignment.notebook,
                cell,
                Problem.of("cell-out-of-order", role=role, wanted=wanted),
            )
    if len(present) < len(expected):
        raise HippogradError("cell-missing", notebook=assignment.notebook, cell=expected[len(present)])
    if len(present) > len(expected):
        cell, role = present[len(expected)]
        raise cell_error(assignment.notebook, cell, Problem.of("cell-too-many", role=role))
    _check_written_follows_question(nb, roles, assignment.notebook)


def _check_headings(texts: list[str], assignment: Assignment) -> None:
    """Without its heading, students see neither the title of a task nor its points."""
    for task in assignment.tasks:
        times = sum(len(re.findall(rf"{{{{\s*task\.{task.name}\s*}}}}", text)) for text in texts)
        if times != 1:
            raise HippogradError(
                "heading-count",
                notebook=assignment.notebook,
                number=task.number,
                headings=counted(times, "heading"),
                name=task.name,
            )


def _check_scheme(cell: NotebookNode, points: float, notebook: Path) -> None:
    """A mark scheme is a rubric for the points of its task."""
    try:
        read_rubric(scheme_of(cell.source), points)
    except HippogradError as error:
        raise cell_error(notebook, cell, error.problem) from None


def _check_written_follows_question(nb: NotebookNode, roles: list[Role | None], notebook: Path) -> None:
    for cell, role, before in zip(nb.cells[1:], roles[1:], roles, strict=False):
        if role is not None and role.kind == "written" and before != Role("question", role.task):
            raise cell_error(notebook, cell, Problem.of("written-misplaced"))


def _fill(cell: NotebookNode, assignment: Assignment, cohort: Cohort) -> None:
    try:
        if cell.cell_type == "markdown":
            cell.source = fill_text(cell.source, cohort, assignment)
        elif cell.cell_type == "code":
            cell.source = fill_code(cell.source, cohort)
    except UnknownPlaceholder as error:
        raise cell_error(
            assignment.notebook, cell, Problem.of("placeholder-unknown", cause=error, cohort=cohort.name)
        ) from error
    except SyntaxError as error:
        raise cell_error(
            assignment.notebook, cell, Problem.of("code-bad", cause=error.msg, line=error.lineno)
        ) from error


def _check_markers(cell: NotebookNode, role: Role | None, notebook: Path) -> None:
    kind = role.kind if role else ""
    solutions = _count_regions(cell, BEGIN_SOLUTION, END_SOLUTION, notebook)
    schemes = _count_regions(cell, BEGIN_SCHEME, END_SCHEME, notebook)
    if solutions and kind != "answer":
        raise cell_error(notebook, cell, Problem.of("solution-misplaced"))
    if schemes and kind != "question":
        raise cell_error(notebook, cell, Problem.of("scheme-misplaced"))
    if kind == "answer" and not solutions:
        raise cell_error(notebook, cell, Problem.of("solution-missing", begin=BEGIN_SOLUTION, end=END_SOLUTION))
    if kind == "question" and not schemes:
        raise cell_error(notebook, cell, Problem.of("scheme-missing", begin=BEGIN_SCHEME, end=END_SCHEME))
    if role is not None and kind == "check" and cell.source.strip() != f'grader.check("{role.task}")':
        raise cell_error(notebook, cell, Problem.of("check-cell-changed", task=role.task))


def _count_regions(cell: NotebookNode, begin: str, end: str, notebook: Path) -> int:
    marks = [begin if begin in line else end for line in cell.source.split("\n") if begin in line or end in line]
    if marks != [begin, end] * (len(marks) // 2):
        raise cell_error(notebook, cell, Problem.of("markers-unpaired", begin=begin, end=end))
    return len(marks) // 2


def _nbgrader_metadata(cell: NotebookNode, role: Role, assignment: Assignment) -> dict[str, Any]:
    metadata: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "task": False}
    points = {grade_id: points for task in assignment.tasks for grade_id, points in task.grade_ids.items()}
    if role.kind == "answer":
        flags, grade_id = {"grade": False, "solution": True, "locked": False}, f"{role.task}_answer"
    elif role.kind == "check":
        flags, grade_id = {"grade": True, "solution": False, "locked": True}, role.task
    elif role.kind == "written":
        flags, grade_id = {"grade": True, "solution": True, "locked": False}, role.task
    elif role.kind == "question":
        flags, grade_id = {"grade": False, "solution": False, "locked": True}, f"{role.task}_question"
    else:
        flags, grade_id = {"grade": False, "solution": False, "locked": True}, setup_id(cell.id)
    if flags["grade"]:
        metadata["points"] = plain_number(points[grade_id])
    return metadata | flags | {"grade_id": grade_id}


def setup_id(cell_id: str) -> str:
    """Grade id of a set-up cell; no task can have it."""
    return f"setup-{cell_id}"


def plain_number(points: float) -> int | float:
    """Return points as they are written: 2, not 2.0."""
    return int(points) if points == int(points) else points
