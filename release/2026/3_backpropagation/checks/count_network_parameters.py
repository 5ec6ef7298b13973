"""Task count_network_parameters: how many weights, biases counted, the network has."""

import numpy as np
from gradekit.assertions import assert_shape, require
from gradekit.checks import Task, check

TASK = Task("count_network_parameters")


def whole_number(student):
    """The number that the student has set."""
    answer = student.n_network_parameters
    several = (
        "n_network_parameters should be one number: the sum over all matrices, without a comma (12,345 is two numbers)."
    )
    require(np.ndim(answer) == 0, several, diagnosis="not_one_number")
    assert_shape(answer, (), "n_network_parameters")
    require(float(answer).is_integer(), "A network has a whole number of parameters.", diagnosis="not_whole")
    return float(answer)


@check(points=0, public=True)
def test_answer_can_be_the_number_of_lines_in_the_drawing(student, cohort):
    """n_network_parameters is one whole number, and it can be the number of lines in the drawing."""
    answer, n_hidden = whole_number(student), cohort.network.n_hidden
    require(
        answer > n_hidden**2,
        "It is too small: every unit of the first hidden layer is joined to every unit of the second.",
        diagnosis="too_small",
    )
    require(
        (answer - 2) % n_hidden == 0,
        "It cannot be right: apart from the two biases of the outputs, every line begins or ends at a hidden unit, and"
        f" each unit of a layer has equally many. So your number minus 2 should be a multiple of {n_hidden}.",
        diagnosis="not_shared_equally",
    )
