"""Task count_network_parameters: how many weights, biases counted, the network has."""

from decoding.checks import Task, assert_close, assert_shape, check, require

TASK = Task("count_network_parameters")


@check(points=0, public=True)
def test_answer_is_one_whole_number(student):
    """n_network_parameters is one whole number."""
    answer = student.n_network_parameters
    assert_shape(answer, (), "n_network_parameters")
    require(float(answer).is_integer(), "A network has a whole number of parameters.", diagnosis="not_whole")


@check(points=1)
def test_all_three_matrices_are_counted_with_their_biases(student, session, cohort):
    """Every line of the drawing is counted: three matrices, each with its column of biases."""
    n_in, n_hidden, n_out = session.n_cells, cohort.network.n_hidden, session.Y.shape[0]
    first, second, third = n_hidden * (n_in + 1), n_hidden * (n_hidden + 1), n_out * (n_hidden + 1)
    mistakes = {
        "no_biases": (
            "either all biases are left out or the whole last matrix, which for two outputs comes to the same number",
            n_hidden * n_in + n_hidden**2 + n_out * n_hidden,
        ),
        "biases_on_the_wrong_side": (
            "the row of ones is added to what a matrix multiplies, so a matrix gains a column and not a row",
            (n_hidden + 1) * n_in + (n_hidden + 1) * n_hidden + (n_out + 1) * n_hidden,
        ),
        "one_bias_a_layer": (
            "each unit has a bias of its own, not each layer",
            n_hidden * n_in + n_hidden**2 + n_out * n_hidden + 3,
        ),
        "one_bias_too_few": (
            "the biases of one layer are missing: hidden layers and output have biases alike",
            first + second + third - n_out,
        ),
        "one_hidden_layer": ("there are two hidden layers", first + third),
        "one_output": ("there are two outputs", first + second + n_hidden + 1),
        "three_hidden_layers": ("there are two hidden layers, not three", first + 2 * second + third),
        "units_counted": ("it counts units, not the weights between them", n_in + 2 * n_hidden + n_out),
        "product": ("the weights of the layers add up, they do not multiply", first * second * third),
    }
    answer = student.n_network_parameters
    assert_close(answer, first + second + third, "n_network_parameters", rtol=0, atol=0.1, mistakes=mistakes)
