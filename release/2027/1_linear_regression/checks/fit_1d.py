"""Task fit_1d: the best weight for one input and one output, W* = Σ_XY / Σ_X."""

import numpy as np
from decoding.checks import Task, assert_close, check

TASK = Task("fit_1d")


@check(points=0.5, public=True)
def test_worked_example_comes_out(student):
    """fit_1d gives the weight of the worked example."""
    x, y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 7.0])
    mistakes = {
        "inverted": ("the fraction is upside down", 14 / 29),
        "with_intercept": ("this line may leave the origin; the model has no such freedom", 2.5),
        "ratio_of_means": ("it is the ratio of the means of y and x", 2.0),
        "mean_of_ratios": ("it is the mean of the ratios y / x", 35 / 18),
        "divided_by_y": ("the squares of y stand where those of x should", 29 / 62),
        "product_missing": ("y alone stands where y x should", 12 / 14),
        "one_over_n": ("only one of the two sums was divided by N", 29 / 42),
    }
    assert_close(student.fit_1d(x, y), 29 / 14, "fit_1d(x, y)", rtol=1e-5, mistakes=mistakes)
