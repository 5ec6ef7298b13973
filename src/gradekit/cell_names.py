"""The names that a cell defines and uses, read off its syntax tree. Cells are parsed here, never run."""

from __future__ import annotations

import ast
import re
import symtable
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, wraps
from itertools import accumulate
from keyword import iskeyword
from typing import TypeVar

T = TypeVar("T")

LONGEST_PARSED = 20_000
"""Characters of the longest cell that is parsed; a longer one defines nothing that is known."""

MOST_CELLS_PARSED, MOST_PARSED = 300, 300_000
"""Cells and characters of one notebook that are parsed at one step; no assignment has a tenth of that."""

_TIMED = re.compile(
    r"^([ \t]*)%(?:time|prun)"
    r"(?=[ \t]+(?!(?:async|class|def|for|if|try|while|with)\b)[\w(\[{](?![^#\n]*\?[ \t]*$).*$)",
    re.MULTILINE,
)
_MAGIC = re.compile(r"^([ \t]*)([%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)
_MAGIC_VALUE = re.compile(r"^([\w,; \t]+=[ \t]*)([%!].*)$", re.MULTILINE)
_WORD = re.compile(r"(?<![\w.])[^\W\d]\w*")

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def _remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """Remember what a function gives for cells that are not too long to be read; a longer one is not kept."""
    kept = lru_cache(maxsize=1024)(function)

    @wraps(function)
    def ask(source: str) -> T:
        return kept(source) if len(source) <= LONGEST_PARSED else function(source)

    return ask


@_remembered
def defined_names(source: str) -> frozenset[str]:
    """What a cell leaves behind: `W_1d`, `LinearModel`, and parts of a class as `LinearModel.fit`.

    Parameters
    ----------
    source : str
        A code cell; magics and shell commands may be in it.

    Returns
    -------
    frozenset of str
        Empty when the cell is not Python.
    """
    tree = parsed(source)
    return frozenset(statement_names(tree.body)) if tree is not None else frozenset()


@_remembered
def imported_names(source: str) -> frozenset[str]:
    """The names that a cell imports."""
    tree = parsed(source)
    nodes = _outside_functions(tree.body) if tree is not None else ()
    return frozenset(statement_names(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)))


@_remembered
def changed_names(source: str) -> frozenset[str]:
    """What a cell leaves behind, and the names of that of which it sets an item or an attribute.

    Examples
    --------
    >>> sorted(changed_names("W[0], model.bias = 1, 2"))
    ['W', 'model', 'model.bias']
    """
    tree = parsed(source)
    found = set(defined_names(source))
    for node in _outside_functions(tree.body) if tree is not None else ():
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            part: ast.AST = node
            while isinstance(part, ast.Subscript | ast.Attribute):
                part = part.value
            found |= {part.id} if isinstance(part, ast.Name) else set()
    return frozenset(found)


@_remembered
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


@_remembered
def looked_up_names(source: str) -> frozenset[str]:
    """The names that a cell needs from elsewhere: it reads them, in functions too, and does not define them first.

    Parameters
    ----------
    source : str
        A code cell; magics and shell commands may be in it.

    Returns
    -------
    frozenset of str
        Empty when the cell is not Python.
    """
    text = _python_text(source)
    tree = parsed(source)
    if text is None or tree is None:
        return frozenset()
    try:
        in_scopes = _global_names(symtable.symtable(text, "cell", "exec"))
        read, _ = _read_and_defined(tree.body, frozenset())
    except (SyntaxError, RecursionError, MemoryError):  # `nonlocal` at the top; deeper than it may be
        return frozenset()
    return read & in_scopes


@_remembered
def read_at_once(source: str) -> frozenset[str]:
    """The names that a cell reads before it defines them, outside the bodies of functions.

    Examples
    --------
    >>> sorted(read_at_once("def f(n=N):\\n    return f(n)\\nclass Model(Model):\\n    pass\\nModel.fit = f"))
    ['Model', 'N']
    """
    tree = parsed(source)
    try:
        return _read_and_defined(tree.body, frozenset(), in_functions=False)[0] if tree is not None else frozenset()
    except RecursionError:  # deeper than it may be
        return frozenset()


def _read_and_defined(
    body: list[ast.stmt], defined: frozenset[str], *, in_functions: bool = True
) -> tuple[frozenset[str], frozenset[str]]:
    """The names that statements read before they define them, and those that are defined after them."""
    read: frozenset[str] = frozenset()
    for statement in body:
        heads, bodies = _parts(statement)
        for head in heads:
            read |= _names_read(head, in_functions) - defined
            defined |= _names_stored(head)
        for inner in bodies:
            more, defined = _read_and_defined(inner, defined, in_functions=in_functions)
            read |= more
        defined |= {name for name in statement_names([statement]) if "." not in name}
    return read, defined


def _parts(statement: ast.stmt) -> tuple[list[ast.AST], list[list[ast.stmt]]]:
    """What a statement evaluates first, in order, and the blocks that run after it."""
    match statement:
        case ast.For() | ast.AsyncFor():
            return [statement.iter, statement.target], [statement.body, statement.orelse]
        case ast.While() | ast.If():
            return [statement.test], [statement.body, statement.orelse]
        case ast.With() | ast.AsyncWith():
            return [*statement.items], [statement.body]
        case ast.Try():
            blocks = [statement.body, *(handler.body for handler in statement.handlers)]
            return [], [*blocks, statement.orelse, statement.finalbody]
    return [statement], []


def _global_names(table: symtable.SymbolTable) -> set[str]:
    """The names of the module that are referred to in it and in all that it contains."""
    at_top = table.get_type() == "module"
    own = {name.get_name() for name in table.get_symbols() if name.is_referenced() and (at_top or name.is_global())}
    return own.union(*map(_global_names, table.get_children()))


def _names_read(part: ast.AST, in_functions: bool) -> set[str]:
    nodes = ast.walk(part) if in_functions else _run_at_once(part)
    found = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    if isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name):
        found.add(part.target.id)
    return found


def _run_at_once(part: ast.AST) -> Iterator[ast.AST]:
    """All of a statement but the bodies of functions."""
    waiting = [part]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, node.args]
        else:
            waiting += [node.args] if isinstance(node, ast.Lambda) else ast.iter_child_nodes(node)


def _names_stored(head: ast.AST) -> set[str]:
    """The names that the head of a loop or of `with` defines for its block."""
    if isinstance(head, ast.stmt):
        return set()
    return {node.id for node in ast.walk(head) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def within_reach(sources: Sequence[str]) -> int:
    """How many of these cells are parsed before there are too many, or they are too long."""
    lengths = accumulate(min(len(source), LONGEST_PARSED) for source in sources[:MOST_CELLS_PARSED])
    return sum(length <= MOST_PARSED for length in lengths)


def needed_places(sources: Sequence[str], is_shown: Sequence[bool]) -> list[int]:
    """Which cells decide a mark: all but demonstrations, and of these such as set a name that one of them looks up.

    A name is as it stands where it is looked up, when all cells run in order: what a cell of the student's sets stays,
    unless a demonstration between the two sets it again. Where nothing above sets it, any demonstration does.

    Parameters
    ----------
    sources : sequence of str
        The code cells of a notebook, in order.
    is_shown : sequence of bool
        Whether each only shows something.

    Examples
    --------
    >>> needed_places(["x = 1", "y = 2", "z = 3", "answer = y"], [False, True, True, False])
    [0, 1, 3]
    >>> needed_places(["def row(): ...", "def answer(): row()", "row = 1"], [False, False, True])
    [0, 1]
    """
    reach = within_reach(sources)
    shown = {place: defined_names(source) for place, source in enumerate(sources) if is_shown[place]}
    own = {place: defined_names(source) for place, source in enumerate(sources[:reach]) if place not in shown}

    def needed_by(place: int) -> set[int]:
        at_once = read_at_once(sources[place]) if place < reach else frozenset()
        found = set[int]()
        for name in looked_up_names(sources[place]) if place < reach else ():
            last = max((at for at in own if name in own[at] and at < place + (name not in at_once)), default=None)
            found |= {at for at in shown if name in shown[at] and (last is None or last < at < place)}
        return found

    waiting, chosen = [place for place in range(len(sources)) if place not in shown], set[int]()
    while waiting:
        new = needed_by(waiting.pop()) - chosen
        chosen |= new
        waiting += new
    return [place for place in range(len(sources)) if place not in shown or place in chosen]


def is_check(statement: ast.stmt) -> bool:
    """Whether a statement is `grader.check(…)` and nothing else."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="grader"), attr="check"))):
            return True
    return False


def does_more_than_check(source: str) -> bool:
    """Whether a check cell has code besides its check; what is not Python does."""
    tree = parsed(source)
    return tree is None or not all(map(is_check, tree.body))


def function_at(source: str, line: int) -> str:
    """The name of the innermost function of a cell that a line stands in, counted from 1; empty where there is none.

    Examples
    --------
    >>> function_at("class Model:\\n    def fit(self):\\n        pass", 3)
    'fit'
    """
    tree = parsed(source)
    around = [
        node
        for node in (ast.walk(tree) if tree is not None else ())
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    return max(around, key=lambda node: node.lineno).name if around else ""


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a cell, or None when it is not Python, or too long or too deep to be a student's."""
    text = _python_text(source)
    return parsed_python(text) if text is not None else None


@_remembered
def _python_text(source: str) -> str | None:
    """The cell as plain Python, without its magics; None where it is not Python."""
    if len(source) > LONGEST_PARSED:
        return None
    if parsed_python(source) is not None:
        return source
    if any(sign in source for sign in "%!?"):
        plain = _without_magics(source)
        return plain if parsed_python(plain) is not None else None
    return None


@lru_cache(maxsize=64)
def parsed_python(source: str) -> ast.Module | None:
    """The syntax tree of plain Python, without magics; None where it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the student's code: such as an odd escape in a string
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _without_magics(source: str) -> str:
    """The cell without what only IPython reads; what `%time` or `%%time` measures stays, in its columns."""
    return _MAGIC.sub(_names_in, _MAGIC_VALUE.sub(_names_in, _TIMED.sub(r"\1pass;", source)))


def _names_in(magic: re.Match[str]) -> str:
    """In the place of a magic: the names in it, as it may read them."""
    return f"{magic[1]}({''.join(f'{name}, ' for name in _WORD.findall(magic[2]) if not iskeyword(name))})"


def statement_names(statements: Iterable[ast.AST]) -> Iterator[str]:
    """The names that statements of a module define, those in its branches and loops too."""
    for node in _outside_functions(statements):
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
        elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name is not None:
            yield node.name
        elif isinstance(node, ast.MatchMapping) and node.rest is not None:
            yield node.rest


def _outside_functions(statements: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All of statements but what has names of its own: bodies of functions and classes, comprehensions but for `:=`."""
    waiting: list[ast.AST] = list(statements)
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            waiting += [part for part in ast.walk(node) if isinstance(part, ast.NamedExpr)]
        elif not isinstance(node, _SCOPES):
            waiting += ast.iter_child_nodes(node)


def _set_attribute(call: ast.Call) -> Iterator[str]:
    """`setattr(LinearModel, "fit", fit)` defines `LinearModel.fit`."""
    match call:
        case ast.Call(func=ast.Name(id="setattr"), args=[ast.Name(id=owner), ast.Constant(value=str(name)), _]):
            yield f"{owner}.{name}"
