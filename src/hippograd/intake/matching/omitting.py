"""The student's own cells without what would take the place of an answer that is not theirs."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gradekit.cell_names import LONGEST_PARSED, defined_names, parsed_python, statement_names, within_reach
from hippograd.intake.matching.cells import MatchedCell

_BUILT_IN = frozenset(dir(builtins))


def without_definitions(names: frozenset[str], matched: list[MatchedCell]) -> list[MatchedCell]:
    """The cells, where none of the student's own sets one of these names, as `gradients = gradients(model, Y)` does.

    Only the statements that do are left out; what else a cell defines may be needed further down. All lines keep their
    numbers. A cell with magics is left out whole.
    """
    own = [cell for cell in matched if cell.cell_type == "code" and cell.kind == "own"]
    own = own[: within_reach([cell.source for cell in own])]
    texts = {id(cell): _without(cell.source, names) for cell in own if names & defined_names(cell.source)}
    return [replace(cell, source=texts[id(cell)]) if id(cell) in texts else cell for cell in matched]


def helpers_in(source: str, taken: frozenset[str]) -> str:
    """What else stands in an answer that later ones may use: imports and functions of other names, as they stand there.

    Values are left out, as what changes them in the cell may be a part of the answer.

    Examples
    --------
    >>> helpers_in("import math\\nhalf = 2\\ndef fit(): ...\\ndef tidy(X):\\n    return X", frozenset({"fit"}))
    'import math\\ndef tidy(X):\\n    return X'
    """
    tree = parsed_python(source) if len(source) <= LONGEST_PARSED else None
    lines, found = source.split("\n"), []
    for one in tree.body if tree is not None else ():
        if isinstance(one, ast.Import | ast.ImportFrom | ast.FunctionDef):
            first = min([one.lineno, *(above.lineno for above in getattr(one, "decorator_list", ()))])
            text = "\n".join(lines[first - 1 : one.end_lineno])
            names = defined_names(text)
            found += [text] if names and names.isdisjoint(taken) and names.isdisjoint(_BUILT_IN) else []
    return "\n".join(found)


def _without(source: str, names: frozenset[str]) -> str:
    """The text of a cell without the statements that set one of these names; empty where they cannot be cut out."""
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
    """The smallest statements that set one of these names, the last first."""
    for statement in reversed([*statements]):
        if names.isdisjoint(statement_names([statement])):
            continue
        is_scope = isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        parts = [] if is_scope else [*ast.iter_child_nodes(statement)]
        heads = [part for part in parts if not isinstance(part, ast.stmt | ast.ExceptHandler | ast.match_case)]
        inside = [*_setting(_blocks(parts), names)]
        yield from inside if inside and names.isdisjoint(statement_names(heads)) else [statement]


def _blocks(parts: Iterable[ast.AST]) -> Iterator[ast.stmt]:
    """The statements in the blocks of another."""
    for part in parts:
        if isinstance(part, ast.stmt):
            yield part
        elif isinstance(part, ast.ExceptHandler | ast.match_case):
            yield from part.body
