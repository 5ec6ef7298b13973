"""The student's own cells without what would take the place of an answer."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gradekit.cell_names import (
    LONGEST_PARSED,
    changed_names,
    defined_names,
    imported_names,
    looked_up_names,
    needed_places,
    parsed_python,
    statement_names,
    within_reach,
)
from hippograd.intake.matching.cells import MatchedCell

_BUILT_IN = frozenset(dir(builtins))


def as_at_their_checks(matched: list[MatchedCell]) -> list[MatchedCell]:
    """The cells without those of the student's own in which somebody plays on below a task's check.

    Playing begins with the first that sets a name of a task again, a part of what stands there, or takes it away.
    From there on own cells run only where an answer needs a name that they set. A task's names are those that its
    answer defines, those set above that it looks up, and all that the course gives. The list itself, where nobody
    plays.
    """
    code = [cell for cell in matched if cell.cell_type == "code" and cell.kind != "demo"]
    code = code[: within_reach([cell.source for cell in code])]
    answered: dict[str, frozenset[str]] = {}
    above, given, checked = _BUILT_IN, frozenset[str](), frozenset[str]()
    played: list[bool] = []
    for cell in code:
        names = defined_names(cell.source)
        task = cell.released.task if cell.released is not None else ""
        is_own = cell.kind == "own"
        played.append(is_own and (any(played) or not checked.isdisjoint(_set_again(cell.source))))
        if cell.kind == "answer" and not cell.is_blank:
            answered[task] = names | (looked_up_names(cell.source) & above)
        elif cell.kind == "check":
            checked |= given | answered.get(task, frozenset())
        elif not is_own:
            given |= names
        above |= names
    if not any(played):
        return matched
    needed = {id(code[place]) for place in needed_places([cell.source for cell in code], played)}
    left_out = {id(cell) for cell in code} - needed
    return [replace(cell, source="") if id(cell) in left_out else cell for cell in matched] if left_out else matched


def _set_again(source: str) -> frozenset[str]:
    """The names that a cell sets, or takes away, in a function too, or sets a part of; imports are left out."""
    tree = parsed_python(source)
    found = set(changed_names(source) - imported_names(source))
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.Global):
            found |= {*node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
            found.add(node.id)
    return frozenset(found)


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
    for one in tree.body if tree is not None else ():
        if isinstance(one, ast.Import | ast.ImportFrom):
            alone = [ast.unparse(_importing(one, alias)) for alias in one.names]
            found += [text for text in alone if _are_free(defined_names(text), taken)]
        elif isinstance(one, ast.FunctionDef) or _is_import_that_may_fail(one):
            first = min([one.lineno, *(above.lineno for above in getattr(one, "decorator_list", ()))])
            text = "\n".join(lines[first - 1 : one.end_lineno])
            found += [text] if _are_free(defined_names(text), taken) else []
    return "\n".join(found)


def _are_free(names: frozenset[str], taken: frozenset[str]) -> bool:
    return bool(names) and names.isdisjoint(taken) and names.isdisjoint(_BUILT_IN)


def _importing(statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    """The import of one of its names alone."""
    if isinstance(statement, ast.Import):
        return ast.Import([alias])
    return ast.ImportFrom(statement.module, [alias], statement.level)


def _is_import_that_may_fail(statement: ast.stmt) -> bool:
    """Whether it is `try: import …`, and in its other blocks are imports, constants and `pass`."""
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
