"""Task fit_1d: the best weight for one input and one output, W* = Σ_XY / Σ_X."""

import numpy as np
from decoding.checks import Task, assert_close, check

TASK = Task("fit_1d")


@check(points=0.5, public=True)
def test_worked_example_comes_out(student):
    """fit_1d gives the weight of the worked example."""
    x, y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 7.0])
    assert_close(student.fit_1d(x, y), 29 / 14, "fit_1d(x, y)", rtol=1e-5)
