"""Filling a cohort's numbers into text and code.

Text says ``{{ cohort.session.n_cells }}`` or ``{{ cohort.descent.eta:.2f }}``, and ``{{ task.w_star }}`` for a heading
or ``{{ task.w_star.number }}`` for one part of it. Code says ``cohort.session.n_cells`` and gets the literal.
"""

import ast
import re
from typing import Any

from gradekit.cell_names import parsed
from hippograd.course import Assignment, Cohort

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]\w*(?:\.\w+)+)\s*(?::([^{}]*?))?\s*\}\}")
_HALF = re.compile(r"(?<!\{)\{\s*(?:cohort|task)\.\w+[^{}]*\}|\{\{\s*(?:cohort|task)\.\w+[^{}]*\}(?!\})")
TASK_PARTS = ("heading", "number", "title", "points", "minutes")
BARE_PARENTS = (ast.Assign, ast.AnnAssign, ast.Call, ast.Dict, ast.Expr, ast.keyword, ast.List, ast.Return, ast.Tuple)


class UnknownPlaceholder(Exception):
    """A placeholder that names nothing; the message says which and why."""


def fill_text(text: str, cohort: Cohort, assignment: Assignment) -> str:
    """Return text with its placeholders replaced."""

    def fill(match: re.Match[str]) -> str:
        kind, *path = match[1].split(".")
        if kind == "cohort":
            value = cohort_value(cohort, path)
        elif kind == "task":
            value = _task_value(assignment, path)
        else:
            raise UnknownPlaceholder(f"{match[0]} starts neither with cohort nor with task")
        try:
            return format(value, match[2] or "")
        except (TypeError, ValueError) as error:
            raise UnknownPlaceholder(f"{match[0]}: {error}") from None

    half = _HALF.search(text)
    if half:
        raise UnknownPlaceholder(f"{half[0]} has one brace on a side where a placeholder has two")
    return PLACEHOLDER.sub(fill, text)


def cohort_value(cohort: Cohort, path: list[str]) -> Any:
    """Return the number, text or list that ``cohort.<path>`` stands for."""
    value: Any = cohort.public
    for key in path:
        if not isinstance(value, dict) or key not in value:
            raise UnknownPlaceholder(f"cohort {cohort.name} has no {'.'.join(path)}")
        value = value[key]
    if isinstance(value, dict):
        raise UnknownPlaceholder(f"cohort.{'.'.join(path)} is a table, not a value")
    return value


def _task_value(assignment: Assignment, path: list[str]) -> Any:
    names = {task.name: task for task in assignment.tasks}
    part = path[1] if len(path) == 2 else "heading"
    if not 1 <= len(path) <= 2 or path[0] not in names or part not in TASK_PARTS:
        raise UnknownPlaceholder(f"task.{'.'.join(path)} names no task of {assignment.name} or no part of one")
    return getattr(names[path[0]], part)


def fill_code(source: str, cohort: Cohort) -> str:
    """Code with each ``cohort.x.y`` replaced by its literal; all else, comments included, stays as it is."""
    if "cohort" not in source:
        return source
    tree = parsed(source) or ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    lines = source.encode().split(b"\n")
    found = sorted(_chains(tree, parents), key=lambda chain: (chain[0].lineno, chain[0].col_offset), reverse=True)
    for node, path in found:
        dotted = f"cohort.{'.'.join(path)}"
        line, start, end = node.lineno - 1, node.col_offset, node.end_col_offset or 0
        if node.end_lineno != node.lineno or lines[line][start:end].decode() != dotted:
            raise UnknownPlaceholder(f"{dotted} cannot be replaced inside this f-string or over several lines")
        literal = repr(cohort_value(cohort, path))
        if literal.startswith("-") and not isinstance(parents[node], BARE_PARENTS):
            literal = f"({literal})"
        lines[line] = lines[line][:start] + literal.encode() + lines[line][end:]
    return b"\n".join(lines).decode()


def _chains(tree: ast.AST, parents: dict[ast.AST, ast.AST]) -> list[tuple[ast.Attribute, list[str]]]:
    """Return every ``cohort.a.b`` with its path; the longest chain of attributes counts."""
    found = []
    for name in ast.walk(tree):
        if not (isinstance(name, ast.Name) and name.id == "cohort"):
            continue
        if not isinstance(name.ctx, ast.Load):
            raise UnknownPlaceholder("cohort is filled in by the build and cannot be assigned")
        path: list[str] = []
        node: ast.AST = name
        while isinstance(parent := parents[node], ast.Attribute):
            path.append(parent.attr)
            node = parent
        if not isinstance(node, ast.Attribute):
            raise UnknownPlaceholder("cohort stands alone; the build replaces cohort.x.y only")
        found.append((node, path))
    return found
