"""Task gram_vectorised: M = X Xᵀ in one expression, without a loop.

The product 0.5, where one slip is looked past; any number of cells and moments, and X as it was, 0.5. A loop, open or
hidden, costs both.
"""

import ast

import numpy as np

from gradekit import Function, Task, array, assert_close, check, require
from gradekit.causes import SLIPS
from gradekit.cell_names import looked_up_names, parsed, statement_names
from gradekit.proxy import steps_of

TASK = Task("gram_vectorised")
NAME = "gram_vectorised(X)"
COVARIANCE = "it is a covariance; here no mean is taken off, and nothing is divided by a number of moments"
PRODUCT_OF_SUMS = "each row is added up before the two are multiplied; multiply moment by moment, then add"

SOME_LOOP = "there is a loop in it, open or hidden: it takes more steps for more {}. Write one expression of arrays."
LOOP_BY_NAME = "there is a loop in it: `{}` goes through the data one by one. Write one expression of arrays."
OPEN_LOOP = "there is a {} in it, or in a function that it calls. Write one expression of arrays instead."

OPEN_LOOPS = {
    **dict.fromkeys((ast.For, ast.AsyncFor), "`for`"),
    ast.While: "`while`",
    **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), "comprehension"),
}

LOOPING = {
    *("map", "filter", "starmap", "accumulate", "reduce", "vectorize", "frompyfunc", "fromiter"),
    *("apply", "agg", "aggregate", "apply_along_axis", "imap", "jit", "njit"),
}
"""What goes through data one by one without a step in the student's own code."""

PYTHONS_OWN = {"sum"}
"""What does so as a function of Python's, and not as a method of arrays or where NumPy's is imported by this name."""


def require_same_steps(student):
    """Fail if it takes more steps for more cells, or for more moments."""
    few = steps_for(student.gram_vectorised, 6, 7)
    for shape, more, what in (((24, 7), 18, "cells"), ((6, 28), 21, "moments")):
        grown = steps_for(student.gram_vectorised, *shape) - few
        detail = f"{few} steps for 6 cells and 7 moments, {few + grown} for {shape[0]} and {shape[1]}"
        require(grown < more / 2, f"{NAME}: {SOME_LOOP.format(what)}", detail, diagnosis="has_loop")


def steps_for(function, n_cells, n_moments):
    """The steps of a call with data of this size."""
    X = np.arange(1.0, 1 + n_cells * n_moments).reshape(n_cells, n_moments) % 7
    return steps_of(function, X)


def require_no_loop_in_text(source):
    """Fail if it has a loop, or calls what has one, however often that runs; or if it rests on what loops unseen."""
    meanings = last_meanings(source)
    loops = sorted(set().union(*map(open_loops, resting_on("gram_vectorised", meanings, called))))
    require(not loops, f"{NAME}: {OPEN_LOOP.format(loops and loops[0])}", diagnosis="has_loop")
    rests_on = resting_on("gram_vectorised", meanings, looked_up)
    looping = sorted(set().union(*map(loops_named, rests_on)) - own_names(meanings) - (PYTHONS_OWN & meanings.keys()))
    require(not looping, f"{NAME}: {LOOP_BY_NAME.format(looping and looping[0])}", diagnosis="has_loop")


def open_loops(statement):
    """The loops in a function; where a statement chooses one of several, those that all of these have."""
    nodes = list(ast.walk(statement))
    functions = [statement] if isinstance(statement, ast.FunctionDef) else []
    functions = functions or [node for node in nodes if isinstance(node, ast.FunctionDef)]
    functions = functions or [node for node in nodes if isinstance(node, ast.Lambda)]
    found = [{OPEN_LOOPS[type(node)] for node in ast.walk(one) if type(node) in OPEN_LOOPS} for one in functions]
    return set().union(*found) if all(found) else set()


def called(statement):
    """The names that it calls, but for the loops of the task before: whoever runs those takes more steps."""
    calls = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
    names = {function.id for function in calls if isinstance(function, ast.Name)} - {"gram_by_loops"}
    return names & looked_up(statement)


def looked_up(statement):
    """The names that it looks up in the notebook."""
    return looked_up_names(ast.unparse(statement))


def last_meanings(source):
    """The statement that gives each name of the notebook its meaning, the last one that does; of imports one by one."""
    statements = [statement for tree in map(parsed, source) if tree is not None for statement in tree.body]
    found = {}
    for statement in statements:
        one_by_one = [statement]
        if isinstance(statement, ast.ImportFrom):
            one_by_one = [ast.ImportFrom(statement.module, [alias], statement.level) for alias in statement.names]
        found |= {name: one for one in one_by_one for name in statement_names([one])}
    return found


def resting_on(name, meanings, names_in):
    """The statements that a name rests on, by the names in each that matter."""
    wanted, done = [name], set()
    while wanted:
        name = wanted.pop()
        if name in meanings and name not in done:
            yield meanings[name]
            wanted += names_in(meanings[name])
        done.add(name)


def own_names(meanings):
    """The names that are the student's own, of methods and within functions too; what is imported is not."""
    own = {name: meaning for name, meaning in meanings.items() if not isinstance(meaning, ast.Import | ast.ImportFrom)}
    within = [node for meaning in own.values() for node in ast.walk(meaning)]
    return {*own, *(node.name for node in within if isinstance(node, ast.FunctionDef))}


def loops_named(statement):
    """What it names that loops in a library; `np.add.reduce` does not."""
    named = set(looked_up(statement))
    loops = named & PYTHONS_OWN
    for node in ast.walk(statement):
        if isinstance(node, ast.ImportFrom):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute) and not is_of_a_ufunc(node):
            named.add(node.attr)
    return loops | (named & LOOPING)


def is_of_a_ufunc(node):
    """Whether an attribute is as in `np.add.reduce`, and not as in `functools.reduce`."""
    return node.attr in {"reduce", "accumulate"} and isinstance(node.value, ast.Attribute)


@check(points=0, public=True)
def test_small_example_without_a_loop(student):
    """For two cells and three moments it gives what one finds by hand, and more moments take it no more steps."""
    X = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]])
    mistakes = {
        "over_cells": (
            "the sum runs over the cells; it has to run over the moments",
            [[10, 3, 2], [3, 1, 0], [2, 0, 4]],
        ),
        "elementwise": ("* multiplies element by element; a product of matrices is wanted", X * X),
        "correlations": ("these are correlation coefficients; nothing is centred or scaled", lambda: np.corrcoef(X)),
        "cosines": ("the rows were scaled to length one; nothing is scaled here", lambda: cosines(X)),
        "covariance": (COVARIANCE, lambda: np.cov(X)),
        "centred": ("the mean was taken off, but nothing is centred here", lambda: 3 * np.cov(X, bias=True)),
        "product_of_sums": (PRODUCT_OF_SUMS, [[9, 12], [12, 16]]),
        "diagonal_only": ("it has one number per cell; M has one for every pair of cells", [5, 10]),
        "total_only": ("it is a single number; M has one for every pair of cells", 15),
    }
    assert_close(student.gram_vectorised(X), [[5, 3], [3, 10]], NAME, rtol=1e-5, n=3, mistakes=mistakes)
    require_same_steps(student)


def cosines(X):
    """X Xᵀ of rows of length one."""
    rows = X / np.linalg.norm(X, axis=1, keepdims=True)
    return rows @ rows.T


PRODUCTS = {
    "over_cells": (
        "the sum runs over the cells; it has to run over the moments",
        lambda X, right: X.T @ X if X.shape[1] < 100 else right,
    ),
    "centred": ("the mean was taken off, but nothing is centred here", lambda X: X.shape[1] * np.cov(X, bias=True)),
    "correlations": ("these are correlation coefficients; nothing is centred or scaled", lambda X: np.corrcoef(X)),
    "cosines": ("the rows were scaled to length one; nothing is scaled here", cosines),
    "covariance": (COVARIANCE, lambda X: np.cov(X)),
    "product_of_sums": (PRODUCT_OF_SUMS, lambda X: np.outer(X.sum(axis=1), X.sum(axis=1))),
    "last_term_only": ("only the last moment is in it", lambda X: np.outer(X[:, -1], X[:, -1])),
    "no_transpose": ("one of the two has to be transposed", lambda X: X @ X),
    "remembered": ("it is the result of the call before, for another X", lambda before: before),
    "three_moments": ("only the first three moments are in it; X may have any number", lambda X: X[:, :3] @ X[:, :3].T),
    "negatives_left_out": ("negative numbers are left out", lambda X: np.maximum(X, 0) @ np.maximum(X, 0).T),
    "absolute": ("negative numbers have lost their sign", lambda X: np.abs(X) @ np.abs(X).T),
    "absolute_sums": ("its negative numbers have lost their sign", lambda right: np.abs(right)),
    "small_is_zero": ("small values are taken as zero", lambda X, right: right * (np.abs(X).max() > 1e-2)),
    "cut_to_whole": ("the numbers in X are cut to whole ones", lambda X: np.trunc(X) @ np.trunc(X).T),
    "sums_cut_to_whole": ("it is cut to whole numbers", lambda right: np.trunc(right)),
    "example_again": ("it is the result of the example, whatever X is", lambda: [[5, 3], [3, 10]]),
    "session_again": ("it is made of the X of the notebook; use the argument", lambda notebook: notebook @ notebook.T),
    "elementwise": ("* multiplies element by element; a product of matrices is wanted", lambda X: X * X),
}
gram = Function(
    NAME,
    right=lambda X: X @ X.T,
    mistakes=PRODUCTS,
    words={"K": "cell", "N": "moment"},
    n="N",
    atol=0,
    any_shape=True,
    takes={"X": array("K N")},
)


@check(points=0.5)
def test_product_without_a_loop(student, rng, session, source):
    """But for one slip it is the product, and there is no loop in it."""
    gram.holds(student, rng, looks_past={*SLIPS, "over_cells"}, without=("unharmed",), notebook=session.X)
    require_same_steps(student)
    require_no_loop_in_text(source)


@check(points=0.5)
def test_other_inputs_without_a_loop(student, session, rng, source):
    """It is right for any number of cells and moments, leaves X as it was, and there is no loop in it."""
    few = [("few_moments", "for fewer moments than cells", gram.draw(rng, K=4, N=2))]
    many = [
        (slug, f"for more {what} than the session has, not for fewer", gram.draw(rng, **sizes))
        for slug, what, sizes in (
            ("more_cells", "cells", {"K": session.n_cells + 5, "N": 8}),
            ("many_moments", "moments", {"K": 2, "N": session.t.size}),
            ("more_moments", "moments", {"K": 2, "N": session.t.size + 7}),
        )
    ]
    without = ("more_cells", "more_moments")
    gram.holds(student, rng, also=few + many, sizes={"K": 3, "N": 5}, without=without, notebook=session.X)
    require_same_steps(student)
    require_no_loop_in_text(source)
