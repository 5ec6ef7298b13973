"""Task count_linear_parameters: how many weights a linear model has."""

from gradekit.assertions import as_array, assert_close, assert_shape, require
from gradekit.checks import Task, check

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
    data = "it counts data; a parameter is a number that fitting may choose"
    mistakes = {
        "lines_and_circles": (
            "the circles of the drawing are counted with its lines",
            n_out * n_cells + n_cells + n_out,
        ),
        "worked_example": ("it is the number of the worked example; this model has more cells", 6),
        "one_output_and_bias": ("there are two coordinates, and no bias yet", n_cells + 1),
        "both_parts": ("each weight counts once: the same weights serve training and testing", 2 * n_out * n_cells),
        "one_output": ("there are two coordinates, and each has weights of its own", n_cells),
        "bias_counted": ("this model has no bias yet", n_out * (n_cells + 1)),
        "one_bias_counted": ("this model has no bias yet", n_out * n_cells + 1),
        "units_counted": ("it counts cells and coordinates, not the weights between them", n_cells + n_out),
        "square": ("the cells are connected to the coordinates, not to each other", n_cells**2),
        "pairs": ("the cells are connected to the coordinates, not to each other", n_cells * (n_cells - 1) // 2),
        "data_counted": (data, session.X.size),
        "training_data_counted": (
            "it counts data; a parameter is a number that fitting may choose",
            session.X_train.size,
        ),
        "one_for_each_moment": ("the same weights serve at all moments", n_out * n_cells * session.t.size),
        "one_for_each_training_moment": ("the same weights serve at all moments", n_out * n_cells * session.n_train),
        "three_coordinates": ("there are two coordinates", 3 * n_cells),
        "one_too_few": ("one weight is missing", n_out * n_cells - 1),
        "one_cell_missing": ("one cell is missing: they are numbered from 0", n_out * (n_cells - 1)),
        "both_coordinates_squared": ("each line of the drawing counts once", (n_out * n_cells) ** 2),
    }
    answer = student.n_linear_parameters
    assert_shape(answer, (), "n_linear_parameters")
    got = float(as_array(answer, "n_linear_parameters"))
    if not got.is_integer():
        mistakes["not_whole"] = ("it is not a whole number; weights are counted", got)
    elif got > n_out * (n_cells + 1):
        mistakes["too_many"] = (
            "it is too many: only the lines of the drawing count, one from every cell to every coordinate; no data, no"
            " layer in between",
            got,
        )
    else:
        mistakes["too_few"] = ("it is too few: every cell has a line to every coordinate", got)
    assert_close(got, n_out * n_cells, "n_linear_parameters", mistakes=mistakes)
