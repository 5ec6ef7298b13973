"""The student's own cells without what would take the place of an answer."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gradekit.cell_names import (
    LONGEST_PARSED,
    defined_names,
    parsed_python,
    statement_names,
    within_reach,
)
from hippograd.intake.matching.cells import MatchedCell

_BUILT_IN = frozenset(dir(builtins))


def without_definitions(names: frozenset[str], matched: list[MatchedCell]) -> list[MatchedCell]:
    """Return the cells, where none of the student's own sets one of these names, as `gradients = gradients(model, Y)`
    does.

    Only the statements that do are left out; what else a cell defines may be needed further down. All lines keep their
    numbers. A cell with magics is left out whole.
    """
    own = [cell for cell in matched if cell.cell_type == "code" and cell.kind == "own"]
    own = own[: within_reach([cell.source for cell in own])]
    texts = {id(cell): _without(cell.source, names) for cell in own if names & defined_names(cell.source)}
    return [replace(cell, source=texts[id(cell)]) if id(cell) in texts else cell for cell in matched]


def helpers_in(source: str, taken: frozenset[str]) -> str:
    """Return what else stands in an answer that later ones may use: imports and functions of other names, as they stand
    there.

    Values are left out, as what changes them in the cell may be a part of the answer. Of the names in one import, those
    that are not taken, or Python's own, stay.

    Examples
    --------
    >>> helpers_in("import math\\nhalf = 2\\ndef fit(): ...\\ndef tidy(X):\\n    return X", frozenset({"fit"}))
    'import math\\ndef tidy(X):\\n    return X'
    >>> helpers_in("import numpy as np, math\\nfrom numpy import sum, dot", frozenset({"np"}))
    'import math\\nfrom numpy import dot'
    """
    tree = parsed_python(source) if len(source) <= LONGEST_PARSED else None
    lines, found = source.split("\n"), []
    for statement in tree.body if tree is not None else ():
        if isinstance(statement, ast.Import | ast.ImportFrom):
            alone = [ast.unparse(_importing(statement, alias)) for alias in statement.names]
            found += [text for text in alone if _are_free(defined_names(text), taken)]
        elif isinstance(statement, ast.FunctionDef) or _is_import_that_may_fail(statement):
            first = min([statement.lineno, *(above.lineno for above in getattr(statement, "decorator_list", ()))])
            text = "\n".join(lines[first - 1 : statement.end_lineno])
            found += [text] if _are_free(defined_names(text), taken) else []
    return "\n".join(found)


def _are_free(names: frozenset[str], taken: frozenset[str]) -> bool:
    return bool(names) and names.isdisjoint(taken) and names.isdisjoint(_BUILT_IN)


def _importing(statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    """Return the import of one of its names alone."""
    if isinstance(statement, ast.Import):
        return ast.Import([alias])
    return ast.ImportFrom(statement.module, [alias], statement.level)


def _is_import_that_may_fail(statement: ast.stmt) -> bool:
    """Return whether it is `try: import …`, and in its other blocks are imports, constants and `pass`."""
    if not isinstance(statement, ast.Try):
        return False
    blocks = (
        *statement.body,
        *statement.orelse,
        *statement.finalbody,
        *(one for h in statement.handlers for one in h.body),
    )
    return any(isinstance(one, ast.Import | ast.ImportFrom) for one in statement.body) and all(
        isinstance(one, ast.Import | ast.ImportFrom | ast.Pass)
        or (isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant))
        for one in blocks
    )


def _without(source: str, names: frozenset[str]) -> str:
    """Return the text of a cell without the statements that set one of these names; empty where they cannot be cut
    out."""
    tree = parsed_python(source)
    if tree is None:  # it has magics
        return ""
    lines = [line.encode() for line in source.split("\n")]
    for statement in _setting(tree.body, names):
        first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", ()))]) - 1
        last = (statement.end_lineno or 0) - 1
        if last >= len(lines):  # a line end that only Python counts
            return ""
        before, after = lines[first][: statement.col_offset], lines[last][statement.end_col_offset :]
        lines[first : last + 1] = [before + b"pass" + after, *[b""] * (last - first)]
    text = b"\n".join(lines).decode()
    return text if parsed_python(text) is not None else ""


def _setting(statements: Iterable[ast.stmt], names: frozenset[str]) -> Iterator[ast.stmt]:
    """Yield the smallest statements that set one of these names, the last first."""
    for statement in reversed([*statements]):
        if names.isdisjoint(statement_names([statement])):
            continue
        is_scope = isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        parts = [] if is_scope else [*ast.iter_child_nodes(statement)]
        heads = [part for part in parts if not isinstance(part, ast.stmt | ast.ExceptHandler | ast.match_case)]
        inside = [*_setting(_blocks(parts), names)]
        yield from inside if inside and names.isdisjoint(statement_names(heads)) else [statement]


def _blocks(parts: Iterable[ast.AST]) -> Iterator[ast.stmt]:
    """Yield the statements in the blocks of another."""
    for part in parts:
        if isinstance(part, ast.stmt):
            yield part
        elif isinstance(part, ast.ExceptHandler | ast.match_case):
            yield from part.body
