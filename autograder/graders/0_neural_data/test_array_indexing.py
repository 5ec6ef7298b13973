"""Task array_indexing: Y[0, 5], X[:, 6], Y[1, :], and what Y[3, :] raises."""

from decoding.checks import Task, assert_close, assert_shape, check, fail, require

TASK = Task("array_indexing")

# On the student's side: whether it is an exception class, whether it is an exception, and its name.
ABOUT_EXCEPTION = (
    "lambda kind: [isinstance(kind, type) and issubclass(kind, BaseException),"
    " isinstance(kind, BaseException), getattr(kind, '__name__', '')]"
)


def name_of_exception_class(student):
    """The name of the class that y_3_raises is; fails the check when it is none."""
    is_class, is_instance, name = student.function(ABOUT_EXCEPTION)(student.y_3_raises)
    if is_instance:
        fail(
            "y_3_raises is a single exception; the type is wanted, without parentheses.",
            diagnosis="instance_not_class",
        )
    require(
        is_class,
        "y_3_raises should be a type of exception, such as ZeroDivisionError (no quotation marks).",
        diagnosis="no_exception_class",
    )
    return name


@check(points=0.5, public=True)
def test_shapes_and_kinds(student, session):
    """y_0_5 is one number, x_all_6 has one entry a cell, y_1_all one a moment, y_3_raises is a type of exception."""
    assert_shape(student.y_0_5, (), "y_0_5")
    assert_shape(student.x_all_6, (session.n_cells,), "x_all_6")
    assert_shape(student.y_1_all, (session.t.size,), "y_1_all")
    name_of_exception_class(student)


@check(points=1)
def test_values(student, session):
    """The three values are those of the session."""
    X, Y = session.X, session.Y
    one_early = "indices start at zero, so index 5 is the sixth entry"
    assert_close(
        student.y_0_5,
        Y[0, 5],
        "y_0_5",
        mistakes={
            "one_based": (one_early, Y[0, 4]),
            "other_coordinate": ("it is the other coordinate at that moment", Y[1, 5]),
            "other_array": ("it is taken from X", X[0, 5]),
        },
    )
    assert_close(
        student.x_all_6,
        X[:, 6],
        "x_all_6",
        mistakes={
            "one_based": (one_early.replace("5 is the sixth", "6 is the seventh"), X[:, 5]),
            "cell_for_moment": ("it is one cell over time, not one moment over all cells", X[6, : session.n_cells]),
        },
    )
    assert_close(
        student.y_1_all,
        Y[1],
        "y_1_all",
        mistakes={
            "one_based": (one_early.replace("5 is the sixth", "1 is the second"), Y[0]),
            "other_array": ("it is taken from X", X[1]),
        },
    )


@check(points=0.5)
def test_type_of_exception(student):
    """y_3_raises is the type of exception that Y[3, :] gives."""
    another = "y_3_raises is another type: run Y[3, :] in a cell of its own and read the last line."
    require(name_of_exception_class(student) == "IndexError", another, diagnosis="other_exception")
