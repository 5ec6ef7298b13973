"""What stands in an answer that lost points, where its checks say that it is wrong but not why."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from hippograd.intake.matching.cell_names import looked_up_names, parsed

CALLS = {
    "rounds": {"round", "around", "round_", "rint"},
    "cuts numbers to whole ones": {"int", "floor", "trunc", "int_", "int16", "int32", "int64", "fix"},
    "cuts values off at a limit": {"clip", "clamp", "clamp_", "nan_to_num"},
    "draws at random": {
        *("random", "rand", "randn", "randint", "normal", "uniform", "choice", "shuffle", "permutation", "default_rng"),
        *("RandomState", "randperm", "sample", "standard_normal", "seed", "manual_seed"),
    },
    "keeps what it has calculated for the next call": {"cache", "lru_cache", "cached_property"},
    "reshapes, which may mix up rows and columns": {"reshape", "resize", "flatten", "ravel"},
}
"""What code does by a name in it, and the names."""

UNEXPLAINED = re.compile(r"has the right shape but the wrong value|is not right\.|Your code raised|was expected\.")
"""What a check says that knows no cause."""

LEAST_SIZE = 6
"""Smaller numbers stand in code for many reasons."""


def are_unexplained(messages: Sequence[str]) -> bool:
    """Whether none of these messages of checks that failed names a cause."""
    return bool(messages) and all(UNEXPLAINED.search(message) for message in messages)


def suspects(source: str, reference: str, sizes: Mapping[int, str]) -> str:
    """Sentences on what an answer has and the course's own has not, such as a size that is typed in.

    Parameters
    ----------
    source, reference : str
        The student's answer and the course's own.
    sizes : mapping of int to str
        Sizes of the data that the notebook works with, and what each counts.

    Returns
    -------
    str
        Empty where nothing stands out.

    Examples
    --------
    >>> suspects("def f(X):\\n    return X[:, :4800].round(2)", "def f(X):\\n    return X", {4800: "training moments"})
    "Your answer has the number 4800 (as many as this session's training moments). Your answer rounds (`round`)."
    """
    tree, own = parsed(source), parsed(reference)
    if tree is None or own is None:
        return ""
    theirs, ours = set(_words(tree)), set(_words(own))
    found = [
        f"Your answer has the number {number} (as many as this session's {sizes[number]})."
        for number in sorted(set(_numbers(tree)) - set(_numbers(own)))
        if number in sizes and number >= LEAST_SIZE
    ]
    for does, words in CALLS.items():
        if not words & ours and (named := sorted(words & theirs)):
            found.append(f"Your answer {does} (`{named[0]}`).")
    if "session" in _inside_functions(tree) - _inside_functions(own):
        found.append("Your answer uses `session` where other data may be given.")
    if any(isinstance(node, ast.Global) for node in ast.walk(tree)):
        found.append("Your answer keeps something from one call to the next (`global`).")
    return " ".join(found)


def _words(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def _numbers(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) is int:
            yield node.value


def _inside_functions(tree: ast.Module) -> frozenset[str]:
    """The names that functions and classes at the top look up elsewhere."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return frozenset().union(*(looked_up_names(ast.unparse(part)) for part in tree.body if isinstance(part, kinds)))
