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
from itertools import pairwise
from operator import is_

from hippograd.proofs.answers import Variant

Comprehensions = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
PURE = ("np", "len", "float", "int", "range", "abs", "sum", "max", "min", "round", "list", "tuple")
"""Names whose calls change nothing, so that statements made of them may change places."""


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
    """A right answer by two rules alone, and by many of them together.

    Parameters
    ----------
    answer : Variant
        The right answer.
    number : int
        Its place in the corpus: each answer begins with another rule.
    defines : frozenset of str
        The names that the course's own answer defines.
    below : mapping of str to str
        The rules of the task alone: text that is put below, by name.
    """
    plain = Rewrite((), answer.source, defines=defines)
    rules = RULES | {name: _below(text) for name, text in below.items()}
    for name in below:
        yield _applied(plain, name, rules[name]) or plain
    singles = 0
    for name in _rotated(list(RULES), 2 * number):
        done = _applied(plain, name, RULES[name])
        if done is not None:
            yield done
            singles += 1
        if singles == 2:
            break
    chance = random.Random(f"{answer.task}/{answer.name}")
    together = plain
    for name in sorted(rules, key=lambda name: (name in below, chance.random())):
        if chance.random() < 0.6:
            together = _applied(together, name, rules[name]) or together
    yield together


def _rotated(names: list[str], by: int) -> list[str]:
    by %= len(names)
    return names[by:] + names[:by]


def _applied(one: Rewrite, name: str, rule: Rule) -> Rewrite | None:
    done = rule(one)
    return None if done is None else replace(done, rules=(*one.rules, name))


def _below(text: str) -> Rule:
    return lambda one: replace(one, source=f"{one.source}\n\n{text}")


def _on_tree(change: Callable[[ast.Module], bool]) -> Rule:
    """A rule that changes a syntax tree in place, and says whether it did."""

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
    """Every list of statements, but those in classes: their order and names are members."""
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


def _start(function: ast.FunctionDef) -> int:
    return int(ast.get_docstring(function) is not None)


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


def numpy_in_full(tree: ast.Module) -> bool:
    """`numpy.sum` for `np.sum`."""
    if "np" not in _named(tree) or "np" in _stored(tree) | _arguments(tree):
        return False
    _Renamed({"np": "numpy"}).visit(tree)
    tree.body.insert(0, ast.Import([ast.alias("numpy")]))
    return True


def hints(tree: ast.Module) -> bool:
    """Arguments, results and variables of the notebook get type hints."""
    for function in _functions(tree):
        for argument in function.args.args:
            argument.annotation = argument.annotation or ast.Constant("object")
        function.returns = function.returns or ast.Constant("object")
    for place, statement in enumerate(tree.body):
        match statement:
            case ast.Assign([ast.Name() as target], value):
                tree.body[place] = ast.AnnAssign(target, ast.Constant("object"), value, simple=1)
    return True


def documented(tree: ast.Module) -> bool:
    """Docstrings where there are none."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    without = [node for node in found if ast.get_docstring(node) is None]
    for node in without:
        node.body.insert(0, ast.Expr(ast.Constant(f"What {node.name} does: see the text of the task.")))
    return bool(without)


def printing(tree: ast.Module) -> bool:
    """Something is printed, in functions too."""
    for function in _functions(tree):
        function.body.insert(_start(function), _parsed(f"print('in {function.name}', end=' ')")[0])
    tree.body += _parsed("print('so far, so good')")
    return True


def constants_named(tree: ast.Module) -> bool:
    """Numbers in functions become names of the notebook."""
    found: dict[str, ast.Constant] = {}

    class Named(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.expr:
            if type(node.value) not in (int, float):
                return node
            name = f"NUMBER_{len(found)}"
            found[name] = node
            return ast.Name(name, ast.Load())

        def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.JoinedStr:
            return node

    for function in _functions(tree):
        function.body = [Named().visit(statement) for statement in function.body]
    tree.body[:0] = [ast.Assign([ast.Name(name, ast.Store())], number) for name, number in found.items()]
    return bool(found)


class _Order(ast.NodeVisitor):
    """The names of a cell in the order in which they are read and bound, those inside functions left out."""

    def __init__(self) -> None:
        self.bound: list[str] = []
        self.read_first: set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.read_first |= {node.id} - set(self.bound)
        else:
            self.bound.append(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        for part in (node.value, *node.targets):
            self.visit(part)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.read_first |= _named(node.target) - set(self.bound)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        for part in (node.iter, node.target, *node.body, *node.orelse):
            self.visit(part)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (*node.decorator_list, *node.args.defaults):
            self.visit(part)
        self.bound.append(node.name)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.read_first |= {name for base in node.bases for name in _named(base)} - set(self.bound)
        self.bound.append(node.name)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        del node

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import | ast.ImportFrom):
            self.bound += [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
        elif isinstance(node, Comprehensions):
            self.read_first |= _named(node) - _stored(node) - set(self.bound)
        else:
            super().generic_visit(node)


def in_a_function(tree: ast.Module) -> bool:
    """All that the cell does is done in one function."""
    order = _Order()
    order.visit(tree)
    names = list(dict.fromkeys(order.bound))
    odd = ast.Global | ast.Delete | ast.If | ast.Match
    if set(names) & order.read_first or "*" in names or any(isinstance(statement, odd) for statement in tree.body):
        return False
    caught = {node.name for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)}
    given = ", ".join(name for name in names if name not in caught)
    (function,) = _parsed(f"def my_answer():\n    return {given}")
    assert isinstance(function, ast.FunctionDef)
    function.body[:0] = tree.body
    tree.body = [function, *_parsed(f"{given} = my_answer()" if given else "my_answer()")]
    return True


def in_a_class(tree: ast.Module) -> bool:
    """Functions become static methods of a class."""
    plain = [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.decorator_list]
    if not plain or len({node.name for node in plain}) < len(plain):
        return False
    first = tree.body.index(plain[0])
    kind = ast.ClassDef("MyAnswers", [], [], [], [])
    for node in plain:
        tree.body[tree.body.index(node)] = _parsed(f"{node.name} = MyAnswers.{node.name}")[0]
        kind.body.append(ast.FunctionDef(node.name, node.args, node.body, [_name("staticmethod")]))
    tree.body.insert(first, kind)
    return True


def _name(text: str) -> ast.Name:
    return ast.Name(text, ast.Load())


def comprehensions_to_loops(tree: ast.Module) -> bool:
    """A list is filled by a loop in place of a comprehension."""
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
    """A simple list comprehension that is evaluated once, at the start of a statement."""
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
    """A list that a loop fills is a comprehension."""
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
                    if not _stored(target) & {used for one in after for used in _named(one)}:
                        first.value = ast.ListComp(item, [ast.comprehension(target, iterated, [], 0)])
                        body.remove(second)
                        changed = True
    return changed


def for_to_while(tree: ast.Module) -> bool:
    """`while` for `for i in range(n)`."""
    changed = False
    for body in _bodies(tree):
        for place in reversed(range(len(body))):
            match body[place]:
                case ast.For(ast.Name(name), ast.Call(ast.Name("range"), [count], []), inner, []):
                    jumps = ast.Continue | ast.Break | ast.Lambda | ast.FunctionDef
                    bound = name in set().union(*map(_stored, inner))
                    used_after = name in set().union(*map(_named, body[place + 1 :]))
                    jumping = any(isinstance(node, jumps) for one in inner for node in ast.walk(one))
                    if not (bound or used_after or jumping):
                        start, end, loop = _parsed(
                            f"{name} = 0\nend_of_{name} = 0\nwhile {name} < end_of_{name}:\n    {name} += 1"
                        )
                        assert isinstance(end, ast.Assign)
                        assert isinstance(loop, ast.While)
                        end.value = count
                        loop.body[:0] = inner
                        body[place : place + 1] = [end, start, loop]
                        changed = True
    return changed


def def_to_lambda(tree: ast.Module) -> bool:
    """A function of one expression is a lambda."""
    changed = False
    for place, node in enumerate(tree.body):
        if not isinstance(node, ast.FunctionDef) or node.decorator_list:
            continue
        body = node.body[_start(node) :]
        if len(body) == 1 and isinstance(body[0], ast.Return) and body[0].value is not None:
            for argument in ast.walk(node.args):
                if isinstance(argument, ast.arg):
                    argument.annotation = None
            tree.body[place] = ast.Assign([ast.Name(node.name, ast.Store())], ast.Lambda(node.args, body[0].value))
            changed = True
    return changed


def lambda_to_def(tree: ast.Module) -> bool:
    """A lambda that has a name is a function."""
    changed = False
    for body in _bodies(tree):
        for place, node in enumerate(body):
            match node:
                case ast.Assign([ast.Name(name)], ast.Lambda(arguments, value)):
                    body[place] = ast.FunctionDef(name, arguments, [ast.Return(value)], [])
                    changed = True
    return changed


def results_named(tree: ast.Module) -> bool:
    """What is returned gets a name first."""
    changed = False
    for body in _bodies(tree):
        if isinstance(body[-1], ast.Return) and body[-1].value is not None:
            body[-1:] = [ast.Assign([ast.Name("outcome", ast.Store())], body[-1].value), ast.Return(_name("outcome"))]
            changed = True
    return changed


def statements_reordered(tree: ast.Module) -> bool:
    """Neighbours that have nothing to do with each other change places."""
    changed = False
    for body in _bodies(tree):
        place = 0
        while place < len(body) - 1:
            first, second = body[place : place + 2]
            if _movable(first) and _movable(second) and not _touch(first, second):
                body[place : place + 2] = second, first
                changed = True
                place += 1
            place += 1
    return changed


def _movable(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.FunctionDef):
        return not statement.decorator_list and not statement.args.defaults
    if not isinstance(statement, ast.Assign) or not all(isinstance(one, ast.Name) for one in statement.targets):
        return False
    calls = [node.func for node in ast.walk(statement.value) if isinstance(node, ast.Call)]
    plain = all(_root(function) in PURE and "random" not in ast.unparse(function) for function in calls)
    return plain and not any(isinstance(node, ast.Lambda) for node in ast.walk(statement))


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _touch(first: ast.stmt, second: ast.stmt) -> bool:
    binds = [{one.name} if isinstance(one, ast.FunctionDef) else _stored(one) for one in (first, second)]
    return bool(binds[0] & _named(second) or binds[1] & _named(first) or binds[0] & binds[1])


def blank_left_below(tree: ast.Module) -> bool:
    """The line of the blank still stands below the answer."""
    ending = [one for one in _functions(tree) if isinstance(one.body[-1], ast.Return)]
    for function in ending:
        function.body += _parsed("raise NotImplementedError('this blank is still empty')")
    return bool(ending)


def optional_argument(tree: ast.Module) -> bool:
    """Functions take one argument more, which may be left out."""
    plain = [one for one in _functions(tree) if not one.args.vararg and not one.args.kwonlyargs and not one.args.kwarg]
    plain = [one for one in plain if one.args.args and not one.decorator_list and not one.name.startswith("__")]
    for function in plain:
        function.args.args.append(ast.arg("verbose"))
        function.args.defaults.append(ast.Constant(False))
        function.body[_start(function) : _start(function)] = _parsed(
            f"if verbose:\n    print('this is {function.name}')"
        )
    return bool(plain)


def in_a_block(tree: ast.Module) -> bool:
    """The body of a function stands in a `with` block."""
    if "np" in _stored(tree) | _arguments(tree):
        return False
    for function in _functions(tree):
        (block,) = _parsed("with np.errstate(divide='warn'):\n    pass")
        assert isinstance(block, ast.With)
        start = _start(function)
        block.body = function.body[start:]
        function.body[start:] = [block]
    return bool(_functions(tree))


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
    """The cell is timed."""
    return None if one.source.lstrip().startswith("%") else replace(one, source=f"%%time\n{one.source}")


def magic_on_top(one: Rewrite) -> Rewrite | None:
    """The first line of the cell is a magic."""
    return None if one.source.lstrip().startswith("%") else replace(one, source=f"%matplotlib inline\n{one.source}")


RULES: dict[str, Rule] = {
    **{
        change.__name__: _on_tree(change)
        for change in (
            *(local_names_changed, numpy_in_full, hints, documented, printing, constants_named, in_a_function),
            *(in_a_class, comprehensions_to_loops, loops_to_comprehensions, for_to_while, def_to_lambda),
            *(lambda_to_def, results_named, statements_reordered, blank_left_below, optional_argument, in_a_block),
        )
    },
    **{rule.__name__: rule for rule in (more_cells, helpers_in_a_cell_above, timed, magic_on_top)},
}
