"""Public checks: what of a grader goes into the students' release.

Kept are the docstring, the task, the public checks, and the imports and module-level names that these reach; the text
of each is taken over as it stands.
"""

import ast
import symtable
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from gradekit.cell_names import statement_names
from hippograd.errors import HippogradError

SECRET_FIXTURES = {"bounds"}

DECLARED = {"Fit", "Function", "Steps"}
"""The kinds of tasks that `gradekit` declares."""

Statement = ast.stmt


def public_checks(grader: Path) -> str:
    """Return the text of the release's check file for one grader."""
    source = grader.read_text(encoding="utf-8")
    module = ast.parse(source, str(grader))
    free = _free_names(source, module, grader)
    owners = {name: statement for statement in module.body for name in statement_names([statement])}
    kept = set(_reached(module, grader, owners, free))
    used = {name for statement in kept for name in free[statement]}
    parts = [_text(source, module.body[0])] if ast.get_docstring(module) else []
    parts += [_import_text(statement, used) for statement in module.body if _is_import(statement)]
    parts += [_text(source, statement) for statement in module.body if statement in kept and not _is_import(statement)]
    return _joined([part for part in parts if part])


def open_checks(module: ast.Module) -> list[ast.FunctionDef]:
    """Return a grader's public checks."""
    return _checks(module, public=True)


def hidden_checks(module: ast.Module) -> list[ast.FunctionDef]:
    """Return a grader's hidden checks."""
    return _checks(module, public=False)


def _checks(module: ast.Module, *, public: bool) -> list[ast.FunctionDef]:
    functions = [statement for statement in module.body if isinstance(statement, ast.FunctionDef)]
    return [function for function in functions if (mark := _mark(function)) and _is_public(mark) == public]


def _mark(function: ast.FunctionDef) -> ast.Call | None:
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "check":
            return decorator
    return None


def _is_public(mark: ast.Call) -> bool:
    given = [keyword.value for keyword in mark.keywords if keyword.arg == "public"]
    return bool(given) and isinstance(given[0], ast.Constant) and given[0].value is True


def _reached(
    module: ast.Module, grader: Path, owners: dict[str, Statement], free: dict[Statement, set[str]]
) -> Iterator[Statement]:
    """Yield the statements that the public checks and TASK need, themselves included."""
    hidden = {function.name for function in hidden_checks(module)}
    waiting = ["TASK", *(function.name for function in open_checks(module))]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in owners:
            continue
        seen.add(name)
        statement = owners[name]
        secret = SECRET_FIXTURES & _parameters(statement)
        answer = _holds_what_is_right(statement)
        if name in hidden or secret or answer:
            what = (
                f"the hidden check {name}"
                if name in hidden
                else f"{', '.join(secret) or 'what is right'} through {name}"
            )
            raise HippogradError("public-check-reaches-hidden", grader=grader, what=what)
        waiting += free[statement]
        yield statement


def _holds_what_is_right(statement: Statement) -> bool:
    """Whether a task is declared there, with a function that answers it: ``Function("double(x)", right=…)``."""
    calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    named = [call for call in calls if call.func.id in DECLARED]  # type: ignore[attr-defined]
    return any(keyword.arg == "right" for call in named for keyword in call.keywords)


def names_in_scopes(source: str, grader: Path) -> dict[int, set[str]]:
    """Return the module-level names that functions and classes use in their bodies, by the line in which each
    begins."""
    scopes: dict[int, set[str]] = {}
    for table in symtable.symtable(source, str(grader), "exec").get_children():
        scopes.setdefault(table.get_lineno(), set()).update(_global_names(table))
    return scopes


def _free_names(source: str, module: ast.Module, grader: Path) -> dict[Statement, set[str]]:
    """For each top-level statement the module-level names that it uses."""
    scopes = names_in_scopes(source, grader)
    return {statement: _names_used(statement, scopes) for statement in module.body}


def _names_used(statement: Statement, scopes: dict[int, set[str]]) -> set[str]:
    if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    outside: list[ast.AST] = [*statement.decorator_list]
    if isinstance(statement, ast.FunctionDef):
        outside += [statement.args, *([statement.returns] if statement.returns else [])]
    else:
        outside += [*statement.bases, *statement.keywords]
    names = {node.id for part in outside for node in ast.walk(part) if isinstance(node, ast.Name)}
    return names | scopes.get(statement.lineno, set())


def _global_names(table: symtable.SymbolTable) -> set[str]:
    own = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return own.union(*(_global_names(child) for child in table.get_children()))


def _bound_name(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _parameters(statement: Statement) -> set[str]:
    if not isinstance(statement, ast.FunctionDef):
        return set()
    return {argument.arg for argument in ast.walk(statement.args) if isinstance(argument, ast.arg)}


def _is_import(statement: Statement) -> bool:
    return isinstance(statement, ast.Import | ast.ImportFrom)


def _import_text(statement: Statement, used: set[str]) -> str:
    assert isinstance(statement, ast.Import | ast.ImportFrom)
    future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
    names = [alias for alias in statement.names if future or _bound_name(alias) in used]
    if not names:
        return ""
    if isinstance(statement, ast.Import):
        return ast.unparse(ast.Import(names))
    return ast.unparse(ast.ImportFrom(statement.module, names, statement.level))


def _text(source: str, statement: Statement) -> str:
    """Return the lines of a statement, its decorators and the comments right above it included."""
    lines = source.split("\n")
    decorators = getattr(statement, "decorator_list", [])
    first = min([statement.lineno, *(decorator.lineno for decorator in decorators)]) - 1
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return "\n".join(lines[first : statement.end_lineno])


def _joined(parts: list[str]) -> str:
    """Return parts below each other as ruff's formatter spaces them: two blank lines around a definition, imports
    together."""
    text = parts[0]
    for before, part in pairwise(parts):
        both = (before, part)
        if any("\ndef " in f"\n{part}" or "\nclass " in f"\n{part}" for part in both):
            gap = "\n\n\n"
        elif all(part.startswith(("import ", "from ")) for part in both):
            gap = "\n"
        else:
            gap = "\n\n"
        text += gap + part
    return text + "\n"
