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
    parsed_python,
    statement_names,
    used_names,
    within_reach,
)
from hippograd.intake.matching.cells import MatchedCell

_BUILT_IN = frozenset(dir(builtins))


def as_at_their_checks(matched: list[MatchedCell]) -> tuple[list[MatchedCell], set[str]]:
    """The cells without those of the student's own in which somebody plays on, and the tasks that rest on these.

    Playing begins with the first own cell below a task's check that sets a name of this task again, a part of what
    stands there, or takes it away; all own cells from there on are left out. A task's names are those that its answer
    defines, those set above that it looks up, and all that the course gives. The list itself, where nobody plays.
    """
    code = [cell for cell in matched if cell.cell_type == "code" and cell.kind != "demo"]
    code = code[: within_reach([cell.source for cell in code])]
    answered: dict[str, int] = {}
    names: dict[str, frozenset[str]] = {}
    given, imported, checked = frozenset[str](), frozenset[str](), frozenset[str]()
    above: dict[str, int] = {}
    played: set[int] = set()
    resting: set[str] = set()
    for place, cell in enumerate(code):
        task = cell.released.task if cell.released is not None else ""
        defined, brought = defined_names(cell.source), imported_names(cell.source)
        if cell.kind == "own":
            if played or not checked.isdisjoint(_set_again(cell.source) - (brought & imported)):
                played.add(place)
        elif cell.kind == "check":
            checked |= given | names.get(task, frozenset())
            if played and task in answered and _rests_on(answered[task], code, above, played):
                resting.add(task)
        elif cell.kind != "answer":
            given |= defined
        elif not cell.is_blank:
            answered[task] = place
            names[task] = (
                defined | (looked_up_names(cell.source) & above.keys()) | (used_names(cell.source) & _BUILT_IN)
            )
        above |= dict.fromkeys(defined, place)
        imported |= brought
    if not played:
        return matched, set()
    left_out = {id(code[place]) for place in played}
    return [replace(cell, source="") if id(cell) in left_out else cell for cell in matched], resting


def _rests_on(place: int, code: list[MatchedCell], last: dict[str, int], played: set[int]) -> bool:
    """Whether a cell looks up a name that was last set in one that is played, or rests on a cell that does."""
    waiting, seen = [place], {place}
    while waiting:
        rests = {last[name] for name in looked_up_names(code[waiting.pop()].source) & last.keys()}
        if not rests.isdisjoint(played):
            return True
        waiting += rests - seen
        seen |= rests
    return False


def _set_again(source: str) -> frozenset[str]:
    """The names that a cell sets, or takes away, in a function too, or of which it sets a part."""
    tree = parsed_python(source)
    found = {*changed_names(source)}
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
