"""What could be copied: functions of released checks, put in place of the course's own calculations."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator


def copied_answers(reference: str, check: str) -> Iterator[tuple[str, str]]:
    """Yield answers in which a function of the released check does what the course's own answer calculates.

    A function is called with the names of its parameters, where the answer has such names or attributes.
    """
    module = ast.parse(check)
    kept = [
        statement
        for statement in module.body
        if not (isinstance(statement, ast.FunctionDef) and statement.decorator_list)
    ]
    helpers = ast.unparse(ast.Module([one for one in kept if not _names_task(one)], []))
    for function in (one for one in kept if isinstance(one, ast.FunctionDef)):
        positional = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        wanted = positional[: len(positional) - len(function.args.defaults)]
        for place in range(len(_calculations(ast.parse(reference)))):
            answer = ast.parse(reference)
            calculation = _calculations(answer)[place]
            there = {_called(node): node for node in ast.walk(answer) if isinstance(node, ast.Name | ast.Attribute)}
            there |= {
                node.arg: ast.Name(node.arg, ast.Load()) for node in ast.walk(answer) if isinstance(node, ast.arg)
            }
            if wanted and {*wanted} <= there.keys():
                arguments = [_loaded(there[name]) for name in wanted]
                calculation.value = ast.Call(ast.Name(function.name, ast.Load()), arguments, [])
                yield function.name, f"{helpers}\n\n{ast.unparse(ast.fix_missing_locations(answer))}\n"


def _names_task(statement: ast.stmt) -> bool:
    """Return whether it is `TASK = Task(…)`, which only checks need."""
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "TASK"


def _calculations(answer: ast.Module) -> list[ast.Return | ast.Assign]:
    """Return the results of an answer: what functions return, what is set in a model."""
    return [
        node
        for node in ast.walk(answer)
        if (isinstance(node, ast.Return) and node.value is not None)
        or (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute))
    ]


def _called(node: ast.Name | ast.Attribute) -> str:
    """Return the name, of an attribute the one after its dot; of training data the one without `_train`."""
    return (node.id if isinstance(node, ast.Name) else node.attr).removesuffix("_train")


def _loaded(node: ast.Name | ast.Attribute) -> ast.expr:
    found = copy.deepcopy(node)
    found.ctx = ast.Load()
    return found
