"""Task count_network_parameters: how many weights, biases counted, the network has."""

import numpy as np

from gradekit.assertions import assert_close, assert_shape, require
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


@check(points=1, again=False)
def test_all_three_matrices_are_counted_with_their_biases(student, session, cohort):
    """Every line of the drawing is counted: three matrices, each with its column of biases."""
    n_in, n_hidden, n_out = session.n_cells, cohort.network.n_hidden, 2
    first, second, third = n_hidden * (n_in + 1), n_hidden * (n_hidden + 1), n_out * (n_hidden + 1)
    right = first + second + third
    mistakes = {
        "no_biases": (
            "either all biases are left out, or the whole last matrix: with two outputs both give this number",
            n_hidden * n_in + n_hidden**2 + n_out * n_hidden,
        ),
        "biases_on_the_wrong_side": (
            "the row of ones is added to what a matrix multiplies, so a matrix gains a column and not a row",
            (n_hidden + 1) * n_in + (n_hidden + 1) * n_hidden + (n_out + 1) * n_hidden,
        ),
        "row_and_column_added": (
            "no line leads into a unit that is always 1, so a matrix gains a column for the biases but no row",
            (n_hidden + 1) * (n_in + 1) + (n_hidden + 1) ** 2 + n_out * (n_hidden + 1),
        ),
        "row_and_column_added_everywhere": (
            "no line leads into a unit that is always 1, so a matrix gains a column for the biases but no row",
            (n_hidden + 1) * (n_in + 1) + (n_hidden + 1) ** 2 + (n_out + 1) * (n_hidden + 1),
        ),
        "one_bias_a_layer": (
            "each unit has a bias of its own, not each layer",
            n_hidden * n_in + n_hidden**2 + n_out * n_hidden + 3,
        ),
        "one_bias_too_few": (
            "the biases of the outputs are missing: hidden layers and output have biases alike",
            right - n_out,
        ),
        "hidden_biases_missing": (
            "the biases of one hidden layer are missing: both hidden layers and the output have biases",
            right - n_hidden,
        ),
        "only_biases_of_the_outputs": ("the biases of both hidden layers are missing", right - 2 * n_hidden),
        "biases_counted_twice": (
            "the biases are counted twice: the shapes of the table hold them already",
            right + 2 * n_hidden + n_out,
        ),
        "one_hidden_layer": ("there are two hidden layers", first + third),
        "one_output": ("there are two outputs", first + second + n_hidden + 1),
        "one_layers_biases_twice": ("the biases of one hidden layer are counted twice", right + n_hidden),
        "inputs_into_second": (
            "lines are counted that the network does not have, from the inputs to the second hidden layer",
            right + n_in * n_hidden,
        ),
        "first_hidden_to_outputs": (
            "lines are counted that the network does not have, from the first hidden layer to the outputs",
            right + n_out * n_hidden,
        ),
        "moments_as_inputs": (
            "the number of moments stands for the number of inputs",
            right + n_hidden * (session.n_train - n_in),
        ),
        "all_moments_as_inputs": (
            "the number of moments stands for the number of inputs",
            right + n_hidden * (session.X.shape[1] - n_in),
        ),
        "units_too": ("units are not parameters: count the lines only", right + 2 * n_hidden + n_out + n_in),
        "hidden_units_too": ("units are not parameters: count the lines only", right + 2 * n_hidden + n_out),
        "rounded_to_hundreds": ("it is rounded; it has to be exact", round(right, -2)),
        "rounded_to_thousands": ("it is rounded; it has to be exact", round(right, -3)),
        "three_hidden_layers": (
            "the matrix between the hidden layers counts once: there are two hidden layers, not three",
            first + 2 * second + third,
        ),
        "first_matrix_missing": ("the first matrix is missing", second + third),
        "units_counted": ("it counts units, not the weights between them", n_in + 2 * n_hidden + n_out),
        "units_and_biases_counted": ("it counts units, not the weights between them", n_in + 2 * n_hidden + n_out + 3),
        "product": ("the weights of the layers add up, they do not multiply", first * second * third),
    }
    assert_close(whole_number(student), right, "n_network_parameters", rtol=0, atol=0.01, mistakes=mistakes)
