"""Task array_indexing: Y[0, 5], X[:, 6], Y[1, :], and what Y[3, :] raises."""

from gradekit.assertions import assert_shape, fail, require
from gradekit.checks import Task, check

TASK = Task("array_indexing")

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
