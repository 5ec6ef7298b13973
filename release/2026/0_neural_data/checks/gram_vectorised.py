"""Task gram_vectorised: M = X Xᵀ in one expression, without a loop."""

import numpy as np
from decoding.checks import CheckFailed, Task, assert_close, check, fail, type_name

TASK = Task("gram_vectorised")

NAME = "gram_vectorised(X)"

# On the student's side: each instruction of a function, those inside it included, and the name that it uses.
INSTRUCTIONS = (
    "lambda function: (lambda go: go(go, function.__code__))(lambda go, code:"
    " [[step.opname, step.argval if isinstance(step.argval, str) else '']"
    " for step in __import__('dis').get_instructions(code)]"
    " + [step for inner in code.co_consts if hasattr(inner, 'co_code') for step in go(go, inner)])"
)

LOOPS = ("FOR_ITER", "JUMP_BACKWARD", "JUMP_ABSOLUTE", "POP_JUMP_BACKWARD")

LOOPS_IN_DISGUISE = {"map", "filter", "reduce", "vectorize", "apply_along_axis", "fromiter", "frompyfunc", "nditer"}


def require_no_loop(student, name="gram_vectorised", seen=()):
    """Fail if the function, or one of the notebook's that it calls, loops: for, while, comprehension, map and such."""
    function = getattr(student, name)
    if type_name(function) != "function":
        return
    for operation, used in student.function(INSTRUCTIONS)(function):
        hidden = operation.startswith(("LOAD_GLOBAL", "LOAD_ATTR", "LOAD_METHOD")) and used in LOOPS_IN_DISGUISE
        if operation.startswith(LOOPS) or hidden:
            fail("There is a loop in it, open or hidden; one expression of arrays is wanted.", diagnosis="has_loop")
        if operation.startswith("LOAD_GLOBAL") and used not in (name, *seen) and is_function(student, used):
            require_no_loop(student, used, (name, *seen))


def is_function(student, name):
    try:
        return type_name(getattr(student, name)) == "function"
    except CheckFailed:
        return False


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
