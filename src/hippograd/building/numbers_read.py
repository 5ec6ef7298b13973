"""Which numbers of a cohort a cell or a task depends on: what to look at where a proof fails for new ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from IPython.core.inputtransformer2 import TransformerManager

from gradekit.cell_names import statement_names
from hippograd.building.cells import Role, role_of
from hippograd.building.notebooks import load_notebook
from hippograd.course import Assignment

_NUMBER = re.compile(r"\bcohort\.([a-z]\w*\.[a-z]\w*)")


def numbers_read(assignment: Assignment, cell_id: str = "", task: str = "") -> list[str]:
    """Return the numbers that a cell reads, and those of the answer, the check and the grader that belong to it."""
    cells = [cell for cell in load_notebook(assignment.notebook).cells if cell.cell_type == "code"]
    roles = {cell.id: role_of(cell, assignment.notebook) or Role("") for cell in cells}
    tag = roles[cell_id].task if cell_id in roles else task
    own = [cell for cell in cells if cell.id == cell_id or (tag and roles[cell.id].task == tag)]
    texts = [cell.source for cell in own]
    texts += [
        one.grader.read_text(encoding="utf-8")
        for one in assignment.tasks
        if tag and tag in (one.name, one.auto_id) and one.grader is not None
    ]
    defined: dict[str, str] = {}
    for cell in cells:
        for name, text in _definitions(cell.source):
            defined[name] = f"{defined.get(name, '')}{text}\n"
    names, numbers = _names(*texts), {number for text in texts for number in _NUMBER.findall(text)}
    while more := {name for name in names if name in defined}:
        for name in more:
            text = defined.pop(name)
            numbers |= set(_NUMBER.findall(text))
            names |= _names(text)
    return sorted(numbers)


def numbers_to_look_at(assignment: Assignment, cohort: str, cell_id: str = "", task: str = "") -> str:
    """Return the same as part of a remedy; empty where none is read."""
    numbers = numbers_read(assignment, cell_id, task)
    return f"Numbers of cohort {cohort} that it reads: {', '.join(numbers)}." if numbers else ""


def _definitions(source: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell defines, by name, with the statement that does it."""
    for statement in _statements(source):
        text = ast.unparse(statement)
        yield from ((name, text) for name in statement_names([statement]))


def _names(*sources: str) -> set[str]:
    return {
        node.id
        for source in sources
        for statement in _statements(source)
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _statements(source: str) -> list[ast.stmt]:
    try:
        module: ast.Module = ast.parse(TransformerManager().transform_cell(source))
    except SyntaxError:
        return []
    return module.body
