"""Task gram_vectorised: M = X Xᵀ in one expression, without a loop."""

import ast
import re
from copy import copy
from functools import partial

import numpy as np

from gradekit.assertions import assert_close, require
from gradekit.cases import Given, assert_nothing_kept, case, numbers_of_all_kinds
from gradekit.cell_names import looked_up_names, parsed, used_names
from gradekit.checks import Task, check
from gradekit.proxy import steps_of

TASK = Task("gram_vectorised")
NAME = "gram_vectorised(X)"

SOME_LOOP = "there is a loop in it, open or hidden: it takes more steps for more {}. Write one expression of arrays."
LOOP_BY_NAME = "there is a loop in it: {} goes through the data one by one. Write one expression of arrays."
OPEN_LOOP = "there is a {} in it. Write one expression of arrays, without `for`, `while` or a comprehension."
NOT_COUNTED = (
    "it rests on {}, beside which nobody can tell whether something loops. Write one expression of X, without it."
)
NO_COUNT = "The notebook reaches for {}, by which steps are counted. Take that out, or write one expression of X."
COUNT_STOPPED = "Something in the notebook stops steps from being counted, so that no loop would be found. Take it out."

EXPRESSIONS = (
    *(ast.Expression, ast.Name, ast.Load, ast.Constant, ast.Tuple, ast.BinOp, ast.MatMult, ast.Mult, ast.UnaryOp),
    *(ast.USub, ast.Call, ast.keyword, ast.Attribute, ast.Subscript, ast.Slice, ast.List),
)
"""What its expressions are made of, where the text alone shows that nothing in it loops."""

LOOPS = {
    **dict.fromkeys((ast.For, ast.AsyncFor), "`for`"),
    ast.While: "`while`",
    **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), "comprehension"),
}

LIBRARY = {
    *("np", "numpy", "T", "transpose", "dot", "matmul", "einsum", "inner", "tensordot", "multiply", "sum", "swapaxes"),
    *("newaxis", "asarray", "array", "float32", "float64", "dtype", "axis", "axes", "optimize", "shape"),
}
"""The names in such an expression, besides the parameter."""

LOOPING = {
    *("map", "filter", "starmap", "accumulate", "reduce", "vectorize", "frompyfunc", "fromiter"),
    *("apply_along_axis", "jit"),
}
"""What goes through data one by one without a step that is counted."""

NO_LOOPS_OF_UFUNCS = {"reduce", "accumulate"}  # np.add.reduce sums; functools.reduce is a loop

MEDDLING = {
    *("settrace", "setprofile", "gettrace", "getprofile", "monitoring", "_getframe", "modules", "proxy", "StudentSide"),
    *("steps", "ctypes", "importlib", "exec", "eval", "compile", "__import__", "__builtins__", "builtins", "globals"),
    *("__dict__", "__globals__", "__code__", "__subclasses__", "__loader__", "get_ipython", "run_cell", "ex", "runpy"),
}
"""What can change how Python runs, or give a name a meaning that the text does not show."""

COUNT = {
    *("settrace", "setprofile", "gettrace", "getprofile", "monitoring", "_getframe", "f_back", "f_trace", "f_globals"),
    *("proxy", "StudentSide", "op_steps", "get_objects", "get_referrers", "ctypes"),
    *("__globals__", "__code__", "__subclasses__"),
}
"""What reaches the count itself, wherever it stands."""

AT_HAND = {
    *("exec", "eval", "compile", "globals", "get_ipython"),
}
"""Those of them that are there under their bare name, and mean something else as a method."""

BY_TEXT = {
    *("getattr", "setattr", "delattr", "attrgetter", "methodcaller", "import_module", "patch", "__getattribute__"),
    *("__getattr__", "__setattr__", "getattr_static", "modules", "__import__"),
}
"""What takes the name of something as a text."""

BESIDE = {
    *("Thread", "Timer", "ThreadPool", "ThreadPoolExecutor", "Pool", "threading", "_thread", "start_new_thread"),
    *("concurrent", "multiprocessing", "asyncio", "run_in_executor", "to_thread", "joblib", "backgroundjobs"),
    "TMonitor",
}
"""What runs beside the function, where nothing is counted."""


SHORT = (
    "lambda function: lambda X: (lambda few: [few.__enter__(), function(X), few.__exit__(None, None, None)][1])"
    "(__import__('numpy').printoptions(threshold=0, edgeitems=1))"
)
"""Calls a function while arrays are printed in short: printing takes steps for each number, and is no loop."""


def require_same_steps(student):
    """Fail if it takes more steps for more cells, or for more moments."""
    function = student.function(SHORT)(student.gram_vectorised)
    few = steps_for(function, 6, 7)
    for shape, more, what in (((24, 7), 18, "cells"), ((6, 28), 21, "moments")):
        grown = steps_for(function, *shape) - few
        detail = f"{few} steps for 6 cells and 7 moments, {few + grown} for {shape[0]} and {shape[1]}"
        require(grown < more / 2, f"{NAME}: {SOME_LOOP.format(what)}", detail, diagnosis="has_loop")


def steps_for(function, n_cells, n_moments):
    """The steps of a call with data of this size."""
    X = np.arange(1.0, 1 + n_cells * n_moments).reshape(n_cells, n_moments) % 7
    return steps_of(function, X)


def require_steps_are_counted(student):
    """Fail where the steps of a loop are not counted: what stops the count can stand anywhere."""
    loop = student.function("lambda X: [len(row) for row in X]")
    require(steps_for(loop, 24, 7) - steps_for(loop, 6, 7) >= 18, COUNT_STOPPED, diagnosis="steps_not_countable")


def require_no_loop_out_of_sight(student, source):
    """Fail if what the function rests on names what loops out of sight, or can give names another meaning.

    The count comes from the student's process, so it is believed only where the text cannot have changed it. What has
    no part in the function may do as it likes, but for reaching the count itself.
    """
    trees = [tree for tree in map(parsed, source) if tree is not None]
    unread = {name for text in source if parsed(text) is None for name in words_of_unread(text)}
    if not unread and is_plain(trees):
        return
    require_steps_are_counted(student)
    reached = sorted((unread | set().union(*map(means, trees)) | texts(trees)) & COUNT)
    require(not reached, NO_COUNT.format(f"`{reached and reached[0]}`"), diagnosis="steps_not_countable")
    statements = list(statements_of(trees))
    rests_on = relevant(statements)
    in_force = [one for one in rests_on if "gram_vectorised" in changed(one)]
    loops = sorted({LOOPS[type(node)] for one in in_force for node in ast.walk(one) if type(node) in LOOPS})
    require(not loops, f"{NAME}: {OPEN_LOOP.format(loops and loops[0])}", diagnosis="has_loop")
    beside = set().union(*map(words, connected(statements, rests_on))) & BESIDE
    meddling = sorted((unread | set().union(*map(means, rests_on)) | texts(rests_on)) & MEDDLING | beside)
    not_counted = f"{NAME}: {NOT_COUNTED.format(f'`{meddling and meddling[0]}`')}"
    require(not meddling, not_counted, diagnosis="steps_not_countable")
    own = set().union(*(bound(ast.walk(tree)) for tree in trees))
    looping = sorted((unread & LOOPING) | set().union(*map(loops_named, rests_on)) - own)
    require(not looping, f"{NAME}: {LOOP_BY_NAME.format(f'`{looping and looping[0]}`')}", diagnosis="has_loop")


def words_of_unread(text):
    """The words of a cell that is not Python, where the function is in it."""
    found = set(re.findall(r"\w+", text))
    return found if "gram_vectorised" in found else set()


def is_plain(trees):
    """Whether the function is made of expressions of its parameter and numpy, with numpy as the libraries leave it."""
    statements = [(statement, list(ast.walk(statement))) for tree in trees for statement in tree.body]
    everywhere = [node for _, within in statements for node in within]
    functions = [statement for statement, within in statements if "gram_vectorised" in bound(within)]
    if len(functions) != 1 or set_attributes(everywhere) & {*LIBRARY, "gram_vectorised"}:
        return False
    arguments, values, own = parts(functions[0])
    if arguments is None or not values or not all(isinstance(one, ast.Constant) for one in arguments.defaults):
        return False
    nodes = [node for value in values for node in ast.walk(value)]
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    others = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    others |= {node.arg for node in nodes if isinstance(node, ast.keyword)}
    if names & (bound(everywhere) & LIBRARY) - imported(everywhere):
        return False
    own |= {argument.arg for argument in arguments.args}
    return all(isinstance(node, EXPRESSIONS) for node in nodes) and names <= LIBRARY | own and others <= LIBRARY


def parts(statement):
    """Of a function that only names values and returns one: its arguments, its expressions, and those names."""
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda) and len(statement.targets) == 1:
        return statement.value.args, [statement.value.body], set()
    if not isinstance(statement, ast.FunctionDef) or statement.decorator_list:
        return None, [], set()
    body = list(statement.body)
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        del body[0]
    *before, last = body or [None]
    given = [one.targets[0] for one in before if isinstance(one, ast.Assign) and len(one.targets) == 1]
    if not isinstance(last, ast.Return) or last.value is None or len(given) < len(before):
        return None, [], set()
    if not all(isinstance(target, ast.Name) for target in given):
        return None, [], set()
    return statement.args, [one.value for one in body], {target.id for target in given}


def imported(nodes):
    """Names that numpy's own import binds, as in `import numpy as np`."""
    imports = [node for node in nodes if isinstance(node, ast.Import)]
    return {alias.asname or alias.name for node in imports for alias in node.names if alias.name == "numpy"}


def bound(nodes):
    """The names that code gives a meaning of its own at any depth: by def, class, assignment or import."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname for alias in node.names if alias.asname}
    return found


def set_attributes(nodes):
    """The attributes that code sets, as in `np.gram = …`."""
    return {node.attr for node in nodes if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)}


def changed(statement):
    """The names that a statement gives a meaning of its own, by a text in brackets too; attributes with their dot."""
    nodes = list(ast.walk(statement))
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        own = {statement.name} | {name for node in nodes if isinstance(node, ast.Global) for name in node.names}
    else:
        own = bound(nodes)
    keys = {node.slice for node in nodes if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)}
    named = {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    imports = [alias for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names]
    named |= {alias.asname or alias.name.split(".")[0] for alias in imports}
    return own | named | {f".{name}" for name in set_attributes(nodes)}


def read_in(statement):
    """The names that a statement needs from elsewhere, and attributes with their dot."""
    text = ast.unparse(statement)
    return looked_up_names(text) | {name for name in used_names(text) if name.startswith(".")}


def statements_of(trees):
    """The statements of all cells, in blocks too, and those that stand in texts, which `exec` runs."""
    for tree in trees:
        yield from one_by_one(tree.body)
        written = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        for code in [parsed(text) for text in written if isinstance(text, str)]:
            yield from one_by_one(code.body if code is not None else [], may_run=True)


BLOCKS = ("body", "orelse", "finalbody", "handlers")


def one_by_one(statements, may_run=False):
    """Statements without blocks, of `if`, `for` and the like what stands before the colon, and each import apart.

    Each says in `may_run` whether it is one that may run and need not.
    """
    for statement in statements:
        statement.may_run = may_run
        if isinstance(statement, ast.Import):
            yield from (ast.Import([alias]) for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            yield from (ast.ImportFrom(statement.module, [alias], statement.level) for alias in statement.names)
        elif hasattr(statement, "body") and not isinstance(
            statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ):
            head = copy(statement)
            for block in [one for one in BLOCKS if one in head._fields]:
                setattr(head, block, [ast.Pass()] if block == "body" else [])
                yield from one_by_one(getattr(statement, block), may_run=True)
            yield head
        else:
            yield statement


def words(tree):
    """All names, attributes, keywords and imported modules in a piece of code."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {part for alias in node.names for part in alias.name.split(".")}
            found |= set((getattr(node, "module", None) or "").split("."))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.value} & (MEDDLING | BESIDE)
    return found


def means(tree):
    """The words of a piece of code that mean more than a variable of the student's own, a keyword or a method."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found |= {node.id} & (AT_HAND | {"__import__", "__builtins__", "__loader__"})
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} - AT_HAND
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= words(node)
    return found


def texts(trees):
    """The texts in code, where something in it takes names as texts; of one with dots its parts."""
    if not set().union(*map(words, trees)) & BY_TEXT:
        return set()
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {part for node in nodes if isinstance(node.value, str) for part in node.value.split(".")}


def relevant(statements):
    """The statements that the function rests on, by the names in them."""
    wanted, found, done = ["gram_vectorised"], [], set()
    while wanted:
        name = wanted.pop()
        if name in done:
            continue
        done.add(name)
        for statement in last_meanings(name, statements):
            if not any(statement is one for one in found):
                found.append(statement)
                wanted += read_in(statement)
    return found


def last_meanings(name, statements):
    """The statements that can have given a name the meaning that it has in the end: none before one that surely has."""
    found = []
    for statement in reversed([one for one in statements if name in changed(one)]):
        found.append(statement)
        is_function = isinstance(statement, ast.FunctionDef | ast.ClassDef) and statement.name == name
        is_new = isinstance(statement, ast.Assign) and name not in read_in(statement)
        if (is_function or (is_new and name in bound(ast.walk(statement)))) and not getattr(statement, "may_run", True):
            break
    return found


def connected(statements, rests_on):
    """The statements that the function rests on, and those that share a name of the student's with one of them.

    Whatever only calls the function has no part in it.
    """
    imports = [s for s in statements if isinstance(s, ast.Import | ast.ImportFrom)]
    statements = [s for s in statements if not any(s is one for one in (*imports, *rests_on))]
    own = set().union(*map(changed, (*statements, *rests_on))) - {"gram_vectorised"}
    own -= set().union(*map(changed, imports))
    shared, found = own & set().union(*map(read_in, rests_on)), list(rests_on)
    while new := [s for s in statements if (changed(s) | read_in(s)) & shared]:
        found += new
        statements = [s for s in statements if not any(s is one for one in new)]
        shared |= own & set().union(*(changed(s) | read_in(s) for s in new))
    needed = set().union(*map(read_in, found))
    return found + [s for s in imports if changed(s) & needed]


def loops_named(tree):
    """The names in a statement that loop out of sight; `np.add.reduce` does not."""
    found = words(tree) & LOOPING
    sums = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in NO_LOOPS_OF_UFUNCS]
    if sums and all(isinstance(node.value, ast.Attribute) for node in sums):
        found -= NO_LOOPS_OF_UFUNCS
    return found


@check(points=0, public=True)
def test_small_example_without_a_loop(student):
    """For two cells and three moments it gives what one finds by hand, and there is no loop in it."""
    X = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]])
    mistakes = {
        "over_cells": (
            "the sum runs over the cells; it has to run over the moments",
            [[10, 3, 2], [3, 1, 0], [2, 0, 4]],
        ),
        "elementwise": ("* multiplies element by element; a product of matrices is wanted", X * X),
        "correlations": ("these are correlation coefficients; nothing is centred or scaled", lambda: np.corrcoef(X)),
        "cosines": ("the rows were scaled to length one; nothing is scaled here", lambda: cosines(X)),
        "diagonal_only": ("it has one number per cell; M has one for every pair of cells", [5, 10]),
        "total_only": ("it is a single number; M has one for every pair of cells", 15),
    }
    assert_close(student.gram_vectorised(X), [[5, 3], [3, 10]], NAME, rtol=1e-5, n=3, mistakes=mistakes)
    require_same_steps(student)


@check(points=1)
def test_other_inputs_without_a_loop(student, session, rng, source):
    """It is right for any number of cells and moments, leaves X as it was, and there is no loop in it."""
    X, other = rng.uniform(-2, 2, size=(2, 3, 5))
    assert_nothing_kept(student.gram_vectorised, [X], [other], NAME, lambda X: X @ X.T, any_shape=True)
    before = X @ X.T
    for X, slug, when in data_sets(rng, session):
        M, given = X @ X.T, Given(student, X=X)
        wrong = partial(wrong_products, X, before, session)
        with case(slug, when):
            got = given.to(student.gram_vectorised, given.X)
            given.require_unharmed("gram_vectorised")
            assert_close(got, M, NAME, rtol=1e-5, atol=2e-6 * np.abs(M).max(), n=X.shape[1], mistakes=wrong)
        before = M
    require_same_steps(student)
    require_no_loop_out_of_sight(student, source)


def wrong_products(X, before, session):
    """What people calculate in place of X Xᵀ."""
    few, square = X.shape[1] < 100, X.shape[0] == X.shape[1]
    return {
        "over_cells": ("the sum runs over the cells; it has to run over the moments", X.T @ X if few else None),
        "centred": ("the mean was taken off, but nothing is centred here", X.shape[1] * np.cov(X, bias=True)),
        "correlations": ("these are correlation coefficients; nothing is centred or scaled", lambda: np.corrcoef(X)),
        "cosines": ("the rows were scaled to length one; nothing is scaled here", lambda: cosines(X)),
        "last_term_only": ("only the last moment is in it", np.outer(X[:, -1], X[:, -1])),
        "mean": ("it is a mean over the moments; the sum is wanted", X @ X.T / X.shape[1]),
        "no_transpose": ("one of the two has to be transposed", X @ X if square else None),
        "remembered": ("it is the result of the call before, for another X", before),
        "three_moments": ("only the first three moments are in it; X may have any number", X[:, :3] @ X[:, :3].T),
        "negatives_left_out": ("negative numbers are left out", np.maximum(X, 0) @ np.maximum(X, 0).T),
        "absolute": ("negative numbers have lost their sign", np.abs(X) @ np.abs(X).T),
        "absolute_sums": ("its negative numbers have lost their sign", np.abs(X @ X.T)),
        "small_is_zero": ("small values are taken as zero", np.zeros_like(X @ X.T) if np.abs(X).max() < 1e-2 else None),
        "cut_to_whole": ("the numbers in X are cut to whole ones", np.trunc(X) @ np.trunc(X).T),
        "sums_cut_to_whole": ("it is cut to whole numbers", np.trunc(X @ X.T)),
        "example_again": ("it is the result of the example, whatever X is", [[5, 3], [3, 10]]),
        "session_again": ("it is made of the X of the notebook; use the argument", session.X @ session.X.T),
        "elementwise": ("* multiplies element by element; a product of matrices is wanted", X * X),
    }


def cosines(X):
    """X Xᵀ of rows of length one."""
    rows = X / np.linalg.norm(X, axis=1, keepdims=True)
    return rows @ rows.T


def data_sets(rng, session):
    """Few and many cells and moments, then numbers of all kinds, and what each is for."""
    n_cells, n = session.n_cells, session.t.size
    for shape, slug, when in (
        ((3, 5), "other_data", "for data that the check draws, whether or not the example is right"),
        ((3, 5), "called_again", "when it is called again with other data"),
        ((4, 2), "few_moments", "for fewer moments than cells"),
        ((1, 6), "one_cell", "for one cell"),
        ((5, 1), "one_moment", "for one moment"),
        ((3, 3), "square", "for as many moments as cells"),
        ((n_cells + 5, 8), "more_cells", "for more cells than the session has, not for fewer"),
        ((2, n), "many_moments", "for as many moments as the session has, not for a few"),
        ((2, n + 7), "more_moments", "for more moments than the session has, not for fewer"),
    ):
        yield rng.uniform(-2, 2, size=shape), slug, when
    yield rng.uniform(-3e-4, 3e-4, size=(3, 5)), "small_numbers", "for small numbers"
    yield numbers_of_all_kinds(rng, (3, 8)), "all_kinds", "where zeros, large and small numbers are among the data"
    yield rng.integers(-5, 6, size=(3, 4)), "whole_numbers", "for whole numbers"
