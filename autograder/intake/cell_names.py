"""The names that a cell defines and uses, read off its syntax tree. Cells are parsed here, never run."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache

LONGEST_PARSED = 20_000
"""Characters of the longest cell that is parsed; a longer one defines nothing that is known."""

_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)
_MAGIC_VALUE = re.compile(r"^([\w, \t]+=[ \t]*)[%!].*$", re.MULTILINE)

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@lru_cache(maxsize=1024)
def defined_names(source: str) -> frozenset[str]:
    """What a cell leaves behind: `W_1d`, `LinearModel`, and parts of a class as `LinearModel.fit`.

    Parameters
    ----------
    source : str
        A code cell; magics and shell commands may be in it.

    Returns
    -------
    frozenset of str
        Empty when the cell is no Python.
    """
    tree = parsed(source)
    return frozenset(statement_names(tree.body)) if tree is not None else frozenset()


@lru_cache(maxsize=1024)
def used_names(source: str) -> frozenset[str]:
    """All names that a cell reads, in functions too, and attributes with their dot, `.fit`."""
    tree = parsed(source)
    found = set()
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            found.add(f".{node.attr}")
    return frozenset(found)


def is_check(statement: ast.stmt) -> bool:
    """Whether a statement is `grader.check(…)` and nothing else."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="grader"), attr="check"))):
            return True
    return False


def does_more_than_check(source: str) -> bool:
    """Whether a check cell has code besides its check; what is no Python does."""
    tree = parsed(source)
    return tree is None or not all(map(is_check, tree.body))


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a cell, or None when it is no Python, or too long or too deep to be a student's."""
    if len(source) > LONGEST_PARSED:
        return None
    tree = _parsed_python(source)
    if tree is None and any(sign in source for sign in "%!?"):
        tree = _parsed_python(_without_magics(source))
    return tree


def _parsed_python(source: str) -> ast.Module | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the student's code: such as an odd escape in a string
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _without_magics(source: str) -> str:
    """The cell without what only IPython reads; the body of a cell magic such as `%%time` stays."""
    return _MAGIC.sub(r"\1pass", _MAGIC_VALUE.sub(r"\1None", source))


def statement_names(statements: Iterable[ast.stmt]) -> Iterator[str]:
    """The names that statements of a module define, those in its branches and loops too."""
    waiting: list[ast.AST] = list(statements)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            yield node.name
            yield from (f"{node.name}.{name}" for name in statement_names(node.body))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Call):
            yield from _set_attribute(node)
        if not isinstance(node, (*_SCOPES, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            waiting += ast.iter_child_nodes(node)


def _set_attribute(call: ast.Call) -> Iterator[str]:
    """`setattr(LinearModel, "fit", fit)` defines `LinearModel.fit`."""
    match call:
        case ast.Call(func=ast.Name(id="setattr"), args=[ast.Name(id=owner), ast.Constant(value=str(name)), _]):
            yield f"{owner}.{name}"
