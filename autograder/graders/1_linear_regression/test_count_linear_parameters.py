"""Task count_linear_parameters: how many weights a linear model has."""

from decoding.checks import Task, assert_close, assert_shape, check, require

TASK = Task("count_linear_parameters")


@check(points=0, public=True)
def test_answer_is_one_whole_number(student):
    """n_linear_parameters is one whole number."""
    answer = student.n_linear_parameters
    assert_shape(answer, (), "n_linear_parameters")
    require(float(answer).is_integer(), "A model has a whole number of parameters.", diagnosis="not_whole")


@check(points=1)
def test_every_line_of_the_drawing_is_counted(student, session):
    """Every cell has one weight for each coordinate."""
    n_cells, n_out = session.n_cells, session.Y.shape[0]
    mistakes = {
        "one_output": ("there are two coordinates, and each has weights of its own", n_cells),
        "bias_counted": ("this model has no bias yet", n_out * (n_cells + 1)),
        "units_counted": ("it counts cells and coordinates, not the weights between them", n_cells + n_out),
        "square": ("the cells are connected to the coordinates, not to each other", n_cells**2),
        "data_counted": ("it counts data; a parameter is a number that fitting may choose", session.X.size),
    }
    assert_close(student.n_linear_parameters, n_out * n_cells, "n_linear_parameters", mistakes=mistakes)
