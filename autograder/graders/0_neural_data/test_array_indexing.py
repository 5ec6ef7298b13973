"""Task array_indexing: Y[0, 5], X[:, 6], Y[1, :], and what Y[3, :] raises."""

import numpy as np

from gradekit.assertions import as_array, assert_close, assert_shape, fail, require
from gradekit.cases import case
from gradekit.checks import Task, check

TASK = Task("array_indexing")

TIME = "5 and 6 are indices of columns, not times in seconds"
SLICED = "it is a matrix with one row or column; a single index, not a slice, takes the axis away"

# On the student's side. It gives the name, not a verdict: whoever lies about a name has to know the right one.
ABOUT_EXCEPTION = (
    "lambda kind: [isinstance(kind, type) and issubclass(kind, BaseException), isinstance(kind, BaseException),"
    ' f\'{getattr(kind, "__module__", 0)}.{getattr(kind, "__name__", 0)}\']'
)


def name_of_exception(student):
    """The name of the type y_3_raises, with its module; fails the check when it is no type of exception."""
    is_class, is_instance, name = student.function(ABOUT_EXCEPTION)(student.y_3_raises)
    if is_instance:
        fail(
            "y_3_raises is a single exception; the type is wanted, without parentheses.",
            diagnosis="instance_not_class",
        )
    require(
        is_class,
        "y_3_raises should be a type of exception itself, such as ZeroDivisionError: no quotation marks, no type().",
        diagnosis="no_exception_class",
    )
    return name


@check(points=0, public=True)
def test_shapes_and_kinds(student, session):
    """y_0_5 is one number, x_all_6 has one entry per cell, y_1_all one per moment, y_3_raises is an exception type."""
    assert_shape(student.y_0_5, (), "y_0_5")
    assert_shape(student.x_all_6, (session.n_cells,), "x_all_6")
    assert_shape(student.y_1_all, (session.t.size,), "y_1_all")
    name_of_exception(student)


def from_zero(index, which):
    return f"indices start at zero, so index {index} is the {which}"


@check(points=0.5)
def test_one_entry(student, session):
    """y_0_5 is the entry of Y in row 0 and column 5."""
    X, Y = session.X, session.Y
    mistakes = {
        "time_for_index": (TIME, Y[0, np.abs(session.t - 5).argmin()]),
        "in_centimetres": ("it is in centimetres; take the entry as it is", 100 * Y[0, 5]),
        "one_based": (from_zero(5, "sixth column"), Y[0, 4]),
        "one_based_row": (from_zero(0, "first row"), Y[1, 4]),
        "other_coordinate": ("it is the other coordinate at that moment", Y[1, 5]),
        "other_array": ("it is taken from X", X[0, 5]),
        "indices_exchanged": ("the row comes first, then the column", Y[1, 0]),
    }
    got = as_array(student.y_0_5, "y_0_5")
    typed = got.ndim == 0 and abs(float(got) - Y[0, 5]) < 0.006 and not np.any(float(got) == Y)
    with case("typed", "although it is near: take the entry itself; a number that was typed in has too few digits"):
        if typed:
            assert_close(got, Y[0, 5], "y_0_5", rtol=1e-7, atol=0)
    inside = {"other_entry": ("it is an entry of Y at another place: row 0, column 5 is asked for", got)}
    mistakes |= inside if got.ndim == 0 and np.isclose(Y, float(got)).any() else {}
    assert_close(got, Y[0, 5], "y_0_5", mistakes=mistakes)


@check(points=0.5)
def test_one_column(student, session):
    """x_all_6 is column 6 of X."""
    X = session.X
    mistakes = {
        "time_for_index": (TIME, X[:, np.abs(session.t - 6).argmin()]),
        "kept_as_matrix": (SLICED, X[:, 6:7]),
        "one_based": (from_zero(6, "seventh column"), X[:, 5]),
        "one_too_far": ("it is the column after the one that is asked for", X[:, 7]),
        "sorted": ("its entries are sorted; leave them in the order of the cells", np.sort(X[:, 6])),
        "cell_for_moment": ("it is one cell over time, not one moment over all cells", X[6]),
        "cell_cut_short": ("it is one cell over time, not one moment over all cells", X[6, : session.n_cells]),
    }
    assert_close(student.x_all_6, X[:, 6], "x_all_6", mistakes=mistakes)


@check(points=0.5)
def test_one_row(student, session):
    """y_1_all is row 1 of Y."""
    X, Y = session.X, session.Y
    mistakes = {
        "in_centimetres": ("it is in centimetres; take the entries as they are", 100 * Y[1]),
        "training_only": ("only the training part is in it; take the whole row of Y", Y[1, : session.n_train]),
        "test_only": ("only the testing part is in it; take the whole row of Y", Y[1, session.n_train :]),
        "kept_as_matrix": (SLICED, Y[1:2]),
        "one_based": (from_zero(1, "second row"), Y[0]),
        "moment_for_coordinate": ("it is one moment, not one coordinate over time", Y[:, 1]),
        "other_array": ("it is taken from X", X[1]),
    }
    assert_close(student.y_1_all, Y[1], "y_1_all", mistakes=mistakes)


@check(points=0.5)
def test_type_of_exception(student):
    """y_3_raises is the type of exception that Y[3, :] gives."""
    another = "y_3_raises is another type: run Y[3, :] in a cell of its own and read the last line."
    require(name_of_exception(student) == "builtins.IndexError", another, diagnosis="other_exception")
