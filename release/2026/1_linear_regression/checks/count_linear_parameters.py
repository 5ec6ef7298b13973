"""Task count_linear_parameters: how many weights a linear model has."""

from gradekit.assertions import assert_shape, require
from gradekit.checks import Task, check

TASK = Task("count_linear_parameters")


@check(points=0, public=True)
def test_answer_is_one_whole_number(student):
    """n_linear_parameters is one whole number."""
    answer = student.n_linear_parameters
    assert_shape(answer, (), "n_linear_parameters")
    require(float(answer).is_integer(), "A model has a whole number of parameters.", diagnosis="not_whole")
