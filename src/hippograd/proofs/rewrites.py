"""Right answers written another way: every rule keeps the meaning, so no rewrite may change a mark.

Some rules change the syntax tree of an answer, some put cells around it. A file ``<task>/below/<rule>.py`` in the
corpus is a rule of one task: its text is put below every right answer, for instance to assert the shapes of its table.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice, pairwise
from operator import is_

from hippograd.proofs.answers import Variant

Comprehensions = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@dataclass(frozen=True)
class Rewrite:
    """An answer, rewritten: its cell, and the cells that a student has put above and below it."""

    rules: tuple[str, ...]
    source: str
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    defines: frozenset[str] = field(default=frozenset())
    """What the task asks for: these names stay in the answer cell."""


Rule = Callable[[Rewrite], Rewrite | None]
"""Gives the answer written another way, or None where there is nothing that the rule could change."""


def rewrites(answer: Variant, number: int, defines: frozenset[str], below: Mapping[str, str]) -> Iterator[Rewrite]:
    """Yield a right answer by two rules alone, and by many of them together."""
    plain = Rewrite((), answer.source, defines=defines)
    rules = RULES | {name: _below(text) for name, text in below.items()}
    for name in below:
        yield _applied(plain, name, rules[name]) or plain
    first = 2 * number % len(RULES)
    singles = (_applied(plain, name, RULES[name]) for name in [*RULES, *RULES][first : first + len(RULES)])
    yield from islice((done for done in singles if done is not None), 2)
    chance = random.Random(f"{answer.task}/{answer.name}")
    together = plain
    for name in rules:
        if chance.random() < 0.6:
            together = _applied(together, name, rules[name]) or together
    yield together


def _applied(one: Rewrite, name: str, rule: Rule) -> Rewrite | None:
    done = rule(one)
    return None if done is None else replace(done, rules=(*one.rules, name))


def _below(text: str) -> Rule:
    return lambda one: replace(one, source=f"{one.source}\n\n{text}")


def _on_tree(change: Callable[[ast.Module], bool]) -> Rule:
    """Return a rule that changes a syntax tree in place, and says whether it did."""

    def rule(one: Rewrite) -> Rewrite | None:
        try:
            tree = ast.parse(one.source)
        except SyntaxError:  # IPython's magics
            return None
        return replace(one, source=ast.unparse(ast.fix_missing_locations(tree))) if change(tree) else None

    return rule


def _functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _bodies(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Yield every list of statements, but those in classes: their order and names are members."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            for _, value in ast.iter_fields(node):
                if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                    yield value


def _stored(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load)}


def _named(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _arguments(node: ast.AST) -> set[str]:
    return {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}


def _parsed(text: str) -> list[ast.stmt]:
    return ast.parse(text).body


class _Renamed(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self._names.get(node.id, node.id)
        return node


def local_names_changed(tree: ast.Module) -> bool:
    """Variables of functions get other names."""
    changed = False
    for function in _functions(tree):
        inside = [node for node in ast.walk(function) if node is not function]
        if any(isinstance(node, ast.Global | ast.Nonlocal | ast.FunctionDef | ast.ClassDef) for node in inside):
            continue
        handlers = {node.name for node in inside if isinstance(node, ast.ExceptHandler)}
        names = _stored(function) - _arguments(function) - handlers
        _Renamed({name: f"my_{name}" for name in names}).visit(function)
        changed |= bool(names)
    return changed


def _name(text: str) -> ast.Name:
    return ast.Name(text, ast.Load())


def comprehensions_to_loops(tree: ast.Module) -> bool:
    """Fill a list by a loop in place of a comprehension."""
    changed = 0
    for body in _bodies(tree):
        for place in reversed(range(len(body))):
            found = _list_of(body[place])
            if found is None:
                continue
            names = {name: f"{name}_{changed}" for name in _stored(found.generators[0].target)}
            _Renamed(names).visit(found.generators[0].target)
            for part in (found.elt, *found.generators[0].ifs):
                _Renamed(names).visit(part)
            collected = f"collected_{changed}"
            statements = _parsed(f"{collected} = []\nfor _ in _:\n    {collected}.append(_)")
            loop = statements[1]
            assert isinstance(loop, ast.For)
            _swap(loop.body[0], lambda node: isinstance(node, ast.Name) and node.id == "_", found.elt)
            for condition in found.generators[0].ifs:
                loop.body = [ast.If(condition, loop.body, [])]
            loop.target, loop.iter = found.generators[0].target, found.generators[0].iter
            _swap(body[place], partial(is_, found), _name(collected))
            body[place:place] = statements
            changed += 1
    return bool(changed)


def _list_of(statement: ast.stmt) -> ast.ListComp | None:
    """Return a simple list comprehension that is evaluated once, at the start of a statement."""
    if not isinstance(statement, ast.Assign | ast.Return) or statement.value is None:
        return None
    value = statement.value
    while isinstance(value, ast.Call) and len(value.args) >= 1:
        value = value.args[0]
    if not isinstance(value, ast.ListComp) or len(value.generators) != 1:
        return None
    inner = [node for node in ast.walk(value) if isinstance(node, ast.Lambda | Comprehensions | ast.NamedExpr)]
    return value if inner == [value] else None


def _swap(tree: ast.AST, is_wanted: Callable[[ast.AST], bool], new: ast.expr) -> None:
    """Put another expression into the place of a node."""

    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return new if is_wanted(node) else super().visit(node)

    Swap().generic_visit(tree)


def loops_to_comprehensions(tree: ast.Module) -> bool:
    """Write a list that a loop fills as a comprehension."""
    changed = False
    for body in _bodies(tree):
        for first, second in list(pairwise(body)):
            match first, second:
                case (
                    ast.Assign([ast.Name(name)], ast.List([])),
                    ast.For(
                        target, iterated, [ast.Expr(ast.Call(ast.Attribute(ast.Name(other), "append"), [item]))], []
                    ),
                ) if name == other and name not in _named(item):
                    after = body[body.index(second) + 1 :]
                    if not _stored(target) & {used for statement in after for used in _named(statement)}:
                        first.value = ast.ListComp(item, [ast.comprehension(target, iterated, [], 0)])
                        body.remove(second)
                        changed = True
    return changed


def blank_left_below(tree: ast.Module) -> bool:
    """Leave the line of the blank below the answer."""
    ending = [function for function in _functions(tree) if isinstance(function.body[-1], ast.Return)]
    for function in ending:
        function.body += _parsed("raise NotImplementedError('this blank is still empty')")
    return bool(ending)


def more_cells(one: Rewrite) -> Rewrite | None:
    """There are cells of the student's own around the answer."""
    if one.above:
        return None
    above = "# trying things out\nimport math\n\nscratch = np.arange(6.0).reshape(2, 3)\nscratch.T.shape, math.pi"
    return replace(one, above=(above,), below=("print('that was that')", "_ = 0"))


def helpers_in_a_cell_above(one: Rewrite) -> Rewrite | None:
    """Imports and functions of the student's own stand in a cell above."""
    try:
        tree = ast.parse(one.source)
    except SyntaxError:
        return None
    helpers = []
    for node in tree.body:
        own = isinstance(node, ast.FunctionDef) and node.name not in one.defines and not node.decorator_list
        if not own and not isinstance(node, ast.Import | ast.ImportFrom):
            break
        helpers.append(node)
    rest = tree.body[len(helpers) :]
    if not helpers or not rest:
        return None
    texts = [ast.unparse(ast.Module(part, [])) for part in (helpers, rest)]
    return replace(one, source=texts[1], above=(*one.above, texts[0]))


def timed(one: Rewrite) -> Rewrite | None:
    """Time the cell."""
    return None if one.source.lstrip().startswith("%") else replace(one, source=f"%%time\n{one.source}")


def magic_on_top(one: Rewrite) -> Rewrite | None:
    """Begin the cell with a magic."""
    return None if one.source.lstrip().startswith("%") else replace(one, source=f"%matplotlib inline\n{one.source}")


RULES: dict[str, Rule] = {
    **{
        change.__name__: _on_tree(change)
        for change in (local_names_changed, comprehensions_to_loops, loops_to_comprehensions, blank_left_below)
    },
    **{rule.__name__: rule for rule in (more_cells, helpers_in_a_cell_above, timed, magic_on_top)},
}
