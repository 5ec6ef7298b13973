"""Task fit_1d: the best weight for one input and one output, W* = Σ_XY / Σ_X.

The worked example 0.5; the function for any data 0.5; Σ_X and Σ_XY of the houses 0.5; their weight 0.5. Nothing is
looked past: the four stand apart.
"""

import numpy as np
from gradekit.assertions import assert_close, assert_shape, require
from gradekit.causes import named
from gradekit.checks import Task, check

TASK = Task("fit_1d")

NAME = "fit_1d(x, y)"

FREE = "it is the slope of a line that may leave the origin; this model has no such freedom"

ONE_POINT = "it fits one point only"

ARRAY = "one number is wanted, not an array that holds it"

WRONG_WEIGHTS = {
    "inverted": ("the fraction is upside down", lambda x, y: (x @ x) / (x @ y)),
    "divided_by_y": ("the denominator should hold the squares of x, not of y", lambda x, y: (x @ y) / (y @ y)),
    "ratio_of_means": ("it is the ratio of the means, not of the sums of products", lambda x, y: y.mean() / x.mean()),
    "product_missing": ("the numerator should hold the products y x", lambda x, y: y.sum() / (x @ x)),
    "square_missing": ("the denominator should hold the squares of x", lambda x, y: (x @ y) / x.sum()),
    "square_of_sum": ("the denominator should be the sum of the squares", lambda x, y: (x @ y) / x.sum() ** 2),
    "product_of_sums": ("the numerator should be the sum of the products", lambda x, y: x.sum() * y.sum() / (x @ x)),
    "one_sum_divided": (
        "only one of the two sums is divided by the number of datapoints",
        lambda x, right: right * len(x),
    ),
    "one_over_n": (
        "it is too small by the factor N: only one of the two sums was divided by N",
        lambda x, right: right / len(x),
    ),
    "no_negatives": (
        "it is never below zero; prices that fall with x have a negative weight",
        lambda right: max(right, 0.0),
    ),
    "three_datapoints": ("only the first three datapoints are in it", lambda x, y: (x[:3] @ y[:3]) / (x[:3] @ x[:3])),
    "positive_only": (
        "datapoints with negative numbers are left out",
        lambda x, y: (x * y)[(x > 0) & (y > 0)].sum() / (x * x)[(x > 0) & (y > 0)].sum(),
    ),
    "data_cut_to_whole": (
        "x and y are cut to whole numbers",
        lambda x, y: (np.trunc(x) @ np.trunc(y)) / (np.trunc(x) @ np.trunc(x)),
    ),
    "absolute": ("signs are lost: products y x may be negative", lambda x, y: np.sum(np.abs(x * y)) / (x @ x)),
    "ratio_of_roots": ("it is the ratio of the lengths of y and x", lambda x, y: np.sqrt((y @ y) / (x @ x))),
    "with_intercept": (FREE, lambda x, y: (x - x.mean()) @ (y - y.mean()) / ((x - x.mean()) @ (x - x.mean()))),
    "cosine": (
        "it is a correlation (here without means): the lengths of both are divided by",
        lambda x, y: (x @ y) / np.sqrt((x @ x) * (y @ y)),
    ),
    "regularised": ("something is added to the denominator", lambda x, y: (x @ y) / (x @ x + 1)),
    "ends_only": (
        "it is the slope between the first and the last datapoint",
        lambda x, y: (y[-1] - y[0]) / (x[-1] - x[0]),
    ),
    "between_extremes": (
        "it is a slope between two datapoints only",
        lambda x, y: (y[x.argmax()] - y[x.argmin()]) / np.ptp(x),
    ),
    "largest_only": (ONE_POINT, lambda x, y: y[x.argmax()] / x.max()),
    "last_only": (ONE_POINT, lambda x, y: y[-1] / x[-1]),
    "divided_by_first": (ONE_POINT, lambda x, y: y[0] / x[0]),
    "sum_of_ratios": ("it is the sum of the ratios y / x", lambda x, y: np.sum(y / x)),
    "ratio_of_spreads": ("it is the ratio of two spreads", lambda x, y: y.std() / x.std()),
    "covariance": ("it is a covariance", lambda x, y: np.mean((x - x.mean()) * (y - y.mean()))),
    "sample_covariance": ("it is a covariance", lambda x, y: np.cov(x, y)[0, 1]),
    "product_alone": ("it is Σ_XY alone, which has to be divided by Σ_X", lambda x, y: x @ y),
    "mean_product": (
        "it is the mean product alone, which has to be divided by that of x with itself",
        lambda x, y: np.mean(x * y),
    ),
    "absolute_deviations": (
        "it is the weight with the smallest absolute errors; the squares count",
        lambda x, y: least_absolute(x, y),
    ),
    "correlation": ("it is a correlation", lambda x, y: np.corrcoef(x, y)[0, 1]),
    "per_datapoint": ("one number is wanted, not one per datapoint", lambda x, y: y / x),
    "last_missing": ("the last datapoint is left out", lambda x, y: (x[:-1] @ y[:-1]) / (x[:-1] @ x[:-1])),
    "first_missing": ("the first datapoint is left out", lambda x, y: (x[1:] @ y[1:]) / (x[1:] @ x[1:])),
    "mean_of_ratios": ("it is the mean of the ratios y / x", lambda x, y: np.mean((y / x)[x != 0])),
    "median_of_ratios": ("it is the median of the ratios y / x", lambda x, y: np.median(y / x)),
    "cut_to_whole": ("it is cut to a whole number: / divides, // does not", lambda right: np.floor(right)),
    "in_an_array": (ARRAY, lambda right: [right]),
    "in_a_matrix": (ARRAY, lambda right: [[right]]),
    "worked_example": ("it is the weight of the worked example, whatever x and y are given", 29 / 14),
    "ignores_arguments": ("it is the weight of the houses, whatever x and y are given", lambda houses: houses),
}


def least_absolute(x, y):
    """The weight with the smallest sum of absolute errors, which is one of the ratios."""
    few = (y / x)[x != 0][:200]
    return few[np.argmin([np.abs(y - W * x).sum() for W in few])]


@check(points=0.5, public=True)
def test_worked_example_comes_out(student):
    """fit_1d gives the weight of the worked example, and of another one."""
    for x, y, right in (
        ([1.0, 2.0, 3.0, 5.0], [6.0, 9.0, 9.0, 10.0], 101 / 39),  # mean and median are no datapoint's ratio
        ([1.0, 2.0, 3.0], [2.0, 3.0, 7.0], 29 / 14),
    ):
        known = {"x": np.array(x), "y": np.array(y), "right": right}
        got = student.fit_1d(known["x"], known["y"])
        assert_close(got, right, NAME, rtol=1e-5, mistakes=named(WRONG_WEIGHTS, known))


@check(points=0, public=True)
def test_numbers_of_the_houses_agree(student):
    """sigma_X, sigma_XY and W_1d are one number each, and the last is the quotient of the other two."""
    for name in ("sigma_X", "sigma_XY", "W_1d"):
        assert_shape(getattr(student, name), (), name)
    with np.errstate(all="ignore"):
        quotient = np.divide(student.sigma_XY, student.sigma_X)
    text = "W_1d, sigma_X and sigma_XY do not go together: W_1d should be sigma_XY / sigma_X."
    require(np.isclose(float(student.W_1d), quotient, rtol=1e-4), text, diagnosis="sums_do_not_agree")


def houses(cohort):
    """Sizes and prices, both (N,)."""
    return np.array(cohort.linear.house_size, dtype=float), np.array(cohort.linear.house_price, dtype=float)
