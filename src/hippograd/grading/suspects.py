"""What stands in an answer that lost points, where its checks say that it is wrong but not why."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from gradekit.cell_names import parsed
from hippograd.kit import NotebookData

WORDS = {
    "rounds": {"round", "around", "rint"},
    "cuts numbers to whole ones": {"int", "floor", "trunc", "int_", "int16", "int32", "int64", "fix"},
    "cuts values off at a limit": {"clip", "clamp", "nan_to_num"},
    "draws at random": {
        *("random", "rand", "randn", "randint", "normal", "uniform", "choice", "shuffle", "permutation", "default_rng"),
        *("RandomState", "randperm", "sample", "standard_normal", "seed", "manual_seed"),
    },
    "keeps what it has calculated for the next call": {"cache", "lru_cache", "cached_property"},
    "reshapes, which may mix up rows and columns": {"reshape", "resize", "flatten", "ravel"},
}
"""What code does, and the names that show it."""

LEAST_SIZE = 6
"""Smaller numbers stand in code for many reasons."""


def suspects(source: str, reference: str, data: NotebookData) -> str:
    """Sentences on what an answer has and the course's own has not, such as a size that is typed in."""
    tree, own = parsed(source), parsed(reference)
    if tree is None or own is None:
        return ""
    found = [
        f"Your answer has the number {number}, which is this notebook's number of {data.sizes[number]}."
        for number in sorted(set(_numbers(tree)) - set(_numbers(own)))
        if number in data.sizes and number >= LEAST_SIZE
    ]
    theirs, ours = set(_words(tree)), set(_words(own))
    for does, words in WORDS.items():
        if not words & ours and (named := sorted(words & theirs)):
            found.append(f"Your answer {does} (`{named[0]}`).")
    for name in data.names:
        if name in _inside_functions(tree) - _inside_functions(own):
            found.append(f"Your answer uses `{name}` in a function that may be given other data.")
    if any(isinstance(node, ast.Global) for node in ast.walk(tree)):
        found.append("Your answer keeps something from one call to the next (`global`).")
    return " ".join(found)


def no_code(source: str, error: str) -> str:
    """Return what stands in a cell that Python cannot read and that is no code; empty where nothing stands out.

    Examples
    --------
    >>> no_code("n = 32,002", "leading zeros in decimal integer literals are not permitted; … (<cell>, line 1)")
    'Python takes no comma between the digits of a number.'
    """
    if re.search(r"^\s*```", source, re.MULTILINE):
        return "Lines such as ``` are no Python: take them out."
    is_grouped = "leading zeros" in error and re.search(r"\d,0\d", source)
    return "Python takes no comma between the digits of a number." if is_grouped else ""


def _words(tree: ast.AST) -> Iterator[str]:
    hints = {id(part) for node in ast.walk(tree) for hint in _hints(node) for part in ast.walk(hint)}
    for node in ast.walk(tree):
        if id(node) in hints:
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def _hints(node: ast.AST) -> list[ast.AST]:
    """Return what a node says of types: hints, `isinstance(n, int)`, `int` where only whole numbers will do."""
    found = [getattr(node, "annotation", None), getattr(node, "returns", None)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        found += [one.func for one in node.args if node.func.id == "range" and isinstance(one, ast.Call)]
        found += node.args[1:] if node.func.id == "isinstance" else []
    elif isinstance(node, ast.Slice):
        found += [one.func for one in (node.lower, node.upper, node.step) if isinstance(one, ast.Call)]
    return [hint for hint in found if isinstance(hint, ast.AST)]


def _numbers(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) is int:
            yield node.value


def _inside_functions(tree: ast.Module) -> set[str]:
    """Return the names that stand in functions and classes at the top."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {name for part in tree.body if isinstance(part, kinds) for name in _words(part)}
