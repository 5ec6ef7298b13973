"""Task count_network_parameters: how many weights, biases counted, the network has."""

from decoding.checks import Task, assert_shape, check, require

TASK = Task("count_network_parameters")


@check(points=0, public=True)
def test_answer_is_one_whole_number(student):
    """n_network_parameters is one whole number."""
    answer = student.n_network_parameters
    assert_shape(answer, (), "n_network_parameters")
    require(float(answer).is_integer(), "A network has a whole number of parameters.", diagnosis="not_whole")
