"""Task gram_vectorised: M = X Xᵀ in one expression, without a loop."""

import dis
import numpy as np
from decoding.checks import Task, anatomy_of, assert_close, check, require

TASK = Task("gram_vectorised")

NAME = "gram_vectorised(X)"

LOOPS = ("FOR_ITER", "JUMP_BACKWARD", "JUMP_ABSOLUTE", "POP_JUMP_BACKWARD")

LOOPS_IN_DISGUISE = {"map", "filter", "reduce", "starmap", "accumulate", "eval", "exec"} | {
    *("vectorize", "apply_along_axis", "apply_over_axes", "fromiter", "frompyfunc", "nditer", "ndenumerate"),
}

NO_LOOPS_OF_UFUNCS = {"reduce", "accumulate"}  # np.add.reduce sums; functools.reduce is a loop

SOME_LOOP = "There is a loop in it, open or hidden; one expression of arrays is wanted."

NO_FUNCTION = "gram_vectorised is no plain function: write it as a function, with def."


def require_no_loop(student):
    """Fail if the function, or what it calls of the notebook's, loops: for, while, comprehension, map and such."""
    function = student.gram_vectorised
    require(anatomy_of(function)["is_function"], NO_FUNCTION, diagnosis="no_function")
    look_into(function, set(), (), set())


def look_into(thing, used, callers, seen):
    """Look for loops in an object of the student's and in all that it may call.

    `used` are the names in the function that calls it, `callers` the functions that lead here, `seen` what is done.
    """
    parts = anatomy_of(thing)
    number, codes = parts["number"], parts["codes"]
    calls_itself = number in callers
    key = number if codes else (number, *sorted(used))
    if key in seen and not calls_itself:
        return
    seen.add(key)
    loops = any(operation.startswith(LOOPS) for code, _ in codes for operation, _ in operations(code))
    names, others = names_in(parts, used)
    require(not (calls_itself or loops or others & LOOPS_IN_DISGUISE), SOME_LOOP, diagnosis="has_loop")
    called = [one for name in sorted(names) for one in parts["by_name"].get(name, ())]
    used = {name for _, among in codes for name in among} or used
    for one in called + parts["inside"]:
        look_into(one, used, (*callers, number) if codes else callers, seen)


def names_in(parts, used):
    """The names by which an object may call others of the notebook's, and all other names in it."""
    if not parts["codes"]:
        return used | {name for name in parts["by_name"] if name.startswith("__")}, set(parts["called"])
    names = {name for code in parts["codes"] for name in globals_of(*code)}
    others = {name for _, among in parts["codes"] for name in among} - (names & parts["by_name"].keys())
    tools = {"functools", "itertools"} & {*others, *parts["modules"]}
    return names, others if tools else others - NO_LOOPS_OF_UFUNCS


def operations(code):
    """The instructions in these bytes: names and arguments."""
    more = 0
    for number, argument in zip(code[::2], code[1::2], strict=True):
        name, argument = dis.opname[number], argument | more
        more = argument << 8 if name == "EXTENDED_ARG" else 0
        yield name, argument


def globals_of(code, names):
    """The global names that these bytes look up."""
    return {names[argument >> 1] for operation, argument in operations(code) if operation == "LOAD_GLOBAL"}


@check(points=0.5, public=True)
def test_small_example_without_a_loop(student):
    """For two cells and three moments it gives what one finds by hand, and there is no loop in it."""
    X = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]])
    mistakes = {
        "over_cells": (
            "the sum runs over the cells; it has to run over the moments",
            [[10, 3, 2], [3, 1, 0], [2, 0, 4]],
        ),
        "elementwise": ("* multiplies element by element; a product of matrices is wanted", X * X),
        "diagonal_only": ("it has one number a cell; M has one for every pair of cells", [5, 10]),
        "total_only": ("it is a single number; M has one for every pair of cells", 15),
    }
    assert_close(student.gram_vectorised(X), [[5, 3], [3, 10]], NAME, rtol=1e-5, n=3, mistakes=mistakes)
    require_no_loop(student)
