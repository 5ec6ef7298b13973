"""Wrong answers made by machine: each differs from a solution in one operator, order, constant, transpose or statement.

A mutant that no check can tell from the solution, because it computes the same, is listed with its reason in
`autograder/answers/<assignment>/equivalent.toml`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hippograd.building.cells import role_of
from hippograd.building.stamp import stamped_notebook
from hippograd.course import Assignment, Cohort, Course
from hippograd.course.regions import BEGIN_SOLUTION, END_SOLUTION, split_regions
from hippograd.course.toml import read_toml
from hippograd.errors import HippogradError

_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Div,
}
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Gt: ast.Lt,
    ast.GtE: ast.Gt,
    ast.Lt: ast.Gt,
    ast.LtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


@dataclass(frozen=True)
class Mutant:
    """A solution with one change."""

    task: str
    source: str
    """The changed answer cell."""

    before: str
    after: str

    @property
    def label(self) -> str:
        return f"`{self.before}` → `{self.after}`" if self.after else f"`{self.before}` deleted"


def mutants(assignment: Assignment, cohort: Cohort) -> list[Mutant]:
    """Return all mutants of an assignment's solutions; only what stands in solution regions is changed."""
    found = []
    for cell in stamped_notebook(assignment, cohort).cells:
        role = role_of(cell, assignment.notebook)
        if role is None or role.kind != "answer":
            continue
        lines = list(split_regions(cell.source, BEGIN_SOLUTION, END_SOLUTION))
        inside = {number for number, (_, is_solution) in enumerate(lines, 1) if is_solution}
        source = "\n".join(line for line, _ in lines)
        found += list(_of_source(role.task, source, inside))
    return found


def equivalent_file(course: Course, assignment: Assignment) -> Path:
    """Return where it is said which mutants do the same as the answer."""
    return course.answers_folder / assignment.name / "equivalent.toml"


def equivalent_mutants(course: Course, assignment: Assignment) -> set[tuple[str, str, str]]:
    """Return the task, statement before and after of mutants that compute the same as the solution.

    Without statements, all mutants of a task do: where anything within a bound is right, a change is right as well.
    """
    file = equivalent_file(course, assignment)
    if not file.is_file():
        return set()
    found = set()
    for entry in read_toml(file).get("mutant", []):
        if not entry.get("reason"):
            raise HippogradError("mutant-without-reason", file=file, task=entry.get("task"))
        found.add((entry["task"], entry.get("before", ""), entry.get("after", "")))
    return found


def _of_source(task: str, source: str, lines: set[int]) -> Iterator[Mutant]:
    tree = ast.parse(source)
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node.lineno in lines]
    seen = {ast.unparse(tree)}
    for position, _ in enumerate(statements):
        for change in range(1000):
            changed = copy.deepcopy(tree)
            target = [node for node in ast.walk(changed) if isinstance(node, ast.stmt) and node.lineno in lines][
                position
            ]
            before = _headline(target)
            if not _apply(changed, target, change):
                break
            text = ast.unparse(ast.fix_missing_locations(changed))
            if text not in seen:
                seen.add(text)
                yield Mutant(task, text, before, "" if change == 0 else _headline(target))


def _apply(tree: ast.Module, statement: ast.stmt, change: int) -> bool:
    """Make change number `change` in a statement; False when there are fewer. Number 0 deletes it."""
    if change == 0:
        _delete(tree, statement)
        return True
    for number, mutate in enumerate(_changes(statement), 1):
        if number == change:
            mutate()
            return True
    return False


def _delete(tree: ast.Module, statement: ast.stmt) -> None:
    for parent in ast.walk(tree):
        for _, body in ast.iter_fields(parent):
            if isinstance(body, list) and statement in body:
                body[body.index(statement)] = ast.copy_location(ast.Pass(), statement)


def _changes(statement: ast.stmt) -> Iterator[_Change]:
    for node in _own_nodes(statement):
        yield from _changes_of(node)


class _Change:
    """A change to the fields of one node that is made when called: `_Change(node, field, value, field, value …)`."""

    def __init__(self, node: ast.AST, *fields_and_values: Any) -> None:
        self._node = node
        self._fields = dict(zip(fields_and_values[::2], fields_and_values[1::2], strict=True))

    def __call__(self) -> None:
        for name, value in self._fields.items():
            setattr(self._node, name, value)


def _changes_of(node: ast.AST) -> Iterator[_Change]:
    for kind, rule in _RULES:
        if isinstance(node, kind):
            yield from rule(node)
    for name, child in ast.iter_fields(node):
        for bare in _bare(child):
            yield _Change(node, name, bare)


def _of_operator(node: ast.BinOp | ast.AugAssign) -> Iterator[_Change]:
    if type(node.op) in _OPERATORS:
        yield _Change(node, "op", _OPERATORS[type(node.op)]())


def _of_operands(node: ast.BinOp) -> Iterator[_Change]:
    if isinstance(node.op, ast.MatMult | ast.Sub | ast.Div | ast.Pow):
        yield _Change(node, "left", node.right, "right", node.left)
    for side in ("left", "right") if isinstance(node.op, ast.MatMult) else ():
        if not _is_transposed(operand := getattr(node, side)):
            yield _Change(node, side, ast.Attribute(operand, "T", ast.Load()))


def _of_comparison(node: ast.Compare) -> Iterator[_Change]:
    if type(node.ops[0]) in _COMPARISONS:
        yield _Change(node, "ops", [_COMPARISONS[type(node.ops[0])](), *node.ops[1:]])


def _of_constant(node: ast.Constant) -> Iterator[_Change]:
    if isinstance(node.value, bool):
        yield _Change(node, "value", not node.value)
    elif isinstance(node.value, int | float):
        yield _Change(node, "value", node.value + 1)
        yield _Change(node, "value", node.value - 1)


def _of_slice(node: ast.Slice) -> Iterator[_Change]:
    yield from (_Change(node, side, None) for side in ("lower", "upper") if getattr(node, side) is not None)


def _of_call(node: ast.Call) -> Iterator[_Change]:
    for left_out in node.keywords:
        yield _Change(node, "keywords", [keyword for keyword in node.keywords if keyword is not left_out])


_RULES: tuple[tuple[Any, Callable[[Any], Iterator[_Change]]], ...] = (
    (ast.BinOp | ast.AugAssign, _of_operator),
    (ast.BinOp, _of_operands),
    (ast.Compare, _of_comparison),
    (ast.Constant, _of_constant),
    (ast.Slice, _of_slice),
    (ast.Call, _of_call),
)


def _bare(child: Any) -> Iterator[Any]:
    """Yield what a field holds without a transposition or a sign."""
    if _is_transposed(child):
        yield child.value
    elif isinstance(child, ast.UnaryOp) and isinstance(child.op, ast.USub | ast.Not):
        yield child.operand
    elif isinstance(child, list):
        for place, item in enumerate(child):
            if _is_transposed(item):
                yield [*child[:place], item.value, *child[place + 1 :]]


def _is_transposed(node: Any) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "T"


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """Yield the nodes of a statement, without those of the statements inside it."""
    yield statement
    waiting = [child for child in ast.iter_child_nodes(statement) if not isinstance(child, ast.stmt)]
    while waiting:
        node = waiting.pop(0)
        yield node
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]


def _headline(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0]
