"""Task fit_1d: the best weight for one input and one output, W* = Σ_XY / Σ_X."""

from contextlib import suppress
from functools import partial

import numpy as np

from gradekit.assertions import assert_close, assert_shape, require
from gradekit.cases import Given, assert_nothing_kept, case, numbers_of_all_kinds
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import Notes

TASK = Task("fit_1d")
NAME = "fit_1d(x, y)"
EXAMPLE = 29 / 14
ROUNDED = "it is rounded; give the number as it is calculated"


@check(points=0.5, public=True)
def test_worked_example_comes_out(student):
    """fit_1d gives the weight of the worked example, and of another one."""
    x, y = np.array([1.0, 2.0, 3.0, 5.0]), np.array([6.0, 9.0, 9.0, 10.0])  # mean and median are no datapoint's ratio
    assert_close(student.fit_1d(x, y), 101 / 39, NAME, rtol=1e-5, mistakes=partial(wrong_slopes, x, y))
    x, y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 7.0])
    assert_close(student.fit_1d(x, y), EXAMPLE, NAME, rtol=1e-5, mistakes=partial(wrong_slopes, x, y))


@check(points=0, public=True)
def test_numbers_of_the_houses_agree(student):
    """sigma_X, sigma_XY and W_1d are one number each, and the last is the quotient of the other two."""
    for name in ("sigma_X", "sigma_XY", "W_1d"):
        assert_shape(getattr(student, name), (), name)
    with np.errstate(all="ignore"):
        quotient = np.divide(student.sigma_XY, student.sigma_X)
    require(
        np.isclose(float(student.W_1d), quotient, rtol=1e-4),
        "W_1d, sigma_X and sigma_XY do not go together: W_1d should be sigma_XY / sigma_X.",
        diagnosis="sums_do_not_agree",
    )


@check(points=0.5)
def test_any_data_are_fitted(student, session, rng, cohort):
    """fit_1d gives the best weight for other data too, and leaves them as they were."""
    size, price = houses(cohort)
    houses_again = ("it is the weight of the houses, whatever x and y are given", (size @ price) / (size @ size))
    first, second = rng.uniform(1, 5, size=(2, 2, 30))
    assert_nothing_kept(student.fit_1d, first, second, NAME, lambda x, y: (x @ y) / (x @ x))
    problems = list(other_problems(student, session, rng))
    notes, function = Notes(), student.fit_1d
    for _, _, given in problems:
        given.note(notes, function, given.x, given.y)
    found = iter(notes)
    for slug, when, given in problems:
        with case(slug, when):
            got, x, y = given.noted(found), given.was("x"), given.was("y")
            given.require_unharmed("fit_1d")
            wrong = partial(wrong_slopes, x, y, ignores_arguments=houses_again)
            assert_close(got, (x @ y) / (x @ x), NAME, rtol=1e-5, n=len(x), mistakes=wrong)


def other_problems(student, session, rng):
    """What else is to be fitted."""
    x = rng.uniform(1, 5, size=6)
    for y in rng.uniform(1, 5, size=(2, 6)):
        yield "other_y", "for other y with the same x", Given(student, x=x, y=y)
    yield "one_datapoint", "for a single datapoint", Given(student, x=[2.5], y=[-1.5])
    for n, slug, when in (
        (30, "other_data", "for data that the check draws, whether or not the example is right"),
        (30, "called_again", "when it is called again with other data"),
        (4, "few_data", "for few data"),
        (session.t.size + 7, "many_data", "for more data than the session has moments"),
    ):
        x = rng.uniform(1, 5, size=n) * rng.choice([-1, 1], size=n) + 0.5
        yield slug, when, Given(student, x=x, y=rng.normal(2, 3, size=n) - 1.7 * x)
    whole = Given(student, x=rng.integers(1, 9, size=7), y=rng.integers(-9, 9, size=7))
    yield "whole_numbers", "for whole numbers", whole
    small = Given(student, x=rng.uniform(1, 5, size=8), y=rng.uniform(0.001, 0.01, size=8))
    yield "small_numbers", "where the weight is small", small
    large = Given(student, x=rng.uniform(1, 5, size=8), y=rng.uniform(-900, -500, size=8))
    yield "large_weight", "where the weight is large", large
    small_x = Given(student, x=rng.uniform(1e-5, 3e-5, size=8), y=rng.uniform(1, 5, size=8))
    yield "small_x", "where x is small", small_x
    all_kinds = Given(student, x=numbers_of_all_kinds(rng, (8,)), y=numbers_of_all_kinds(rng, (8,)))
    yield "all_kinds", "where zeros, negative, large and small numbers are among the data", all_kinds
    x, y = rng.uniform(1, 5, size=(2, 6))
    yield "comes_twice", "where one datapoint comes twice", Given(student, x=np.append(x, x[2]), y=np.append(y, y[2]))
    with_zero = Given(student, x=np.array([0.0, 1.5, 2.0, -1.0]), y=rng.normal(size=4))
    yield "zero_among_x", "where one x is zero", with_zero


@check(points=0.5)
def test_second_moments_of_the_houses(student, cohort):
    """sigma_X and sigma_XY are the sums over all houses."""
    x, y = houses(cohort)
    require_sums_are_left_alone(student)
    mean = ("it is the mean over the houses, where the sum is asked for", 1 / len(x))
    centred = "a mean was subtracted first; these sums are of the data as they are"
    mistakes = {
        "mean_instead_of_sum": (mean[0], mean[1] * (x @ x)),
        "centred": (centred, np.sum((x - x.mean()) ** 2)),
        "variance": (centred, x.var()),
        "sample_variance": (centred, x.var(ddof=1)),
        "square_of_sum": ("it is the square of a sum, where a sum of squares is asked for", x.sum() ** 2),
        "moments_swapped": ("this is the other one of the two sums", x @ y),
        "moment_of_prices": ("it is made of the prices; Σ_X is made of the sizes", y @ y),
        "sum_of_x": ("the sizes are added up without being squared", x.sum()),
        "root_taken": ("it is a root of the sum", np.sqrt(x @ x)),
        "one_house_missing": ("one house is left out", x[:-1] @ x[:-1]),
        "first_house_missing": ("one house is left out", x[1:] @ x[1:]),
    }
    assert_close(student.sigma_X, x @ x, "sigma_X", rtol=1e-6, mistakes=mistakes)
    mistakes = {
        "mean_instead_of_sum": (mean[0], mean[1] * (x @ y)),
        "centred": (centred, np.sum((x - x.mean()) * (y - y.mean()))),
        "variance": (centred, np.cov(x, y, bias=True)[0, 1]),
        "sample_variance": (centred, np.cov(x, y)[0, 1]),
        "product_of_sums": ("it is a product of sums, where a sum of products is asked for", x.sum() * y.sum()),
        "moments_swapped": ("this is the other one of the two sums", x @ x),
        "moment_of_prices": ("it is made of the prices only; every price is multiplied by its size", y @ y),
        "sum_of_y": ("the prices are added up without being multiplied by the sizes", y.sum()),
        "one_house_missing": ("one house is left out", x[:-1] @ y[:-1]),
        "first_house_missing": ("one house is left out", x[1:] @ y[1:]),
    }
    assert_close(student.sigma_XY, x @ y, "sigma_XY", rtol=1e-6, mistakes=mistakes)


def require_sums_are_left_alone(student):
    """Fail where sigma_X or sigma_XY changes when fit_1d is called."""
    sums = []
    for x in ([1.0, 2.0], [3.0, 5.0, 6.0]):
        with suppress(CheckFailed):
            student.fit_1d(np.array(x), np.array(x))
        sums.append((student.sigma_X, student.sigma_XY))
    require(
        sums[0] == sums[1],
        "sigma_X or sigma_XY changes when fit_1d is called: take the word global out of fit_1d.",
        diagnosis="sums_overwritten",
    )


@check(points=0.5)
def test_best_weight_of_the_houses(student, cohort):
    """W_1d is the best weight for the houses."""
    x, y = houses(cohort)
    right = (x @ y) / (x @ x)
    exchanged = (
        "it is Σ_XY over the squares of the prices; the squares of the sizes belong there, which are x in fit_1d"
    )
    slips = {"cut_off": (ROUNDED, np.trunc(right)), "arguments_exchanged": (exchanged, (x @ y) / (y @ y))}
    mistakes = partial(wrong_slopes, x, y, **slips)
    assert_close(student.W_1d, right, "W_1d", rtol=3e-6, mistakes=mistakes)


def houses(cohort):
    """Sizes and prices, both (N,)."""
    return np.array(cohort.linear.house_size, dtype=float), np.array(cohort.linear.house_price, dtype=float)


def wrong_slopes(x, y, **more):
    """What people compute instead of Σ_XY / Σ_X."""
    centred_x = x - x.mean()
    no_freedom = "it is the slope of a line that may leave the origin; this model has no such freedom"
    W = (x @ y) / (x @ x)
    found = {
        **more,
        "inverted": ("the fraction is upside down", (x @ x) / (x @ y)),
        "divided_by_y": ("the denominator should hold the squares of x, not of y", (x @ y) / (y @ y)),
        "ratio_of_means": ("it is the ratio of the means, not of the sums of products", lambda: y.mean() / x.mean()),
        "product_missing": ("the numerator should hold the products y x", y.sum() / (x @ x)),
        "square_missing": ("the denominator should hold the squares of x", lambda: (x @ y) / x.sum()),
        "square_of_sum": ("the denominator should be the sum of the squares", lambda: (x @ y) / x.sum() ** 2),
        "product_of_sums": ("the numerator should be the sum of the products", x.sum() * y.sum() / (x @ x)),
        "one_over_n": ("it is too small by the factor N: only one of the two sums was divided by N", W / len(x)),
        "no_negatives": ("it is never below zero; prices that fall with x have a negative weight", lambda: max(W, 0.0)),
        "three_datapoints": ("only the first three datapoints are in it", lambda: (x[:3] @ y[:3]) / (x[:3] @ x[:3])),
        "positive_only": (
            "datapoints with negative numbers are left out",
            lambda: (x * y)[(x > 0) & (y > 0)].sum() / (x * x)[(x > 0) & (y > 0)].sum(),
        ),
        "data_cut_to_whole": (
            "x and y are cut to whole numbers",
            lambda: (np.trunc(x) @ np.trunc(y)) / (np.trunc(x) @ np.trunc(x)),
        ),
        "absolute": ("signs are lost: products y x may be negative", np.sum(np.abs(x * y)) / (x @ x)),
        "ratio_of_roots": ("it is the ratio of the lengths of y and x", np.sqrt((y @ y) / (x @ x))),
        "with_intercept": (no_freedom, lambda: centred_x @ (y - y.mean()) / (centred_x @ centred_x)),
        "cosine": (
            "it is a correlation (here without means): the lengths of both are divided by",
            lambda: (x @ y) / np.sqrt((x @ x) * (y @ y)),
        ),
        "regularised": ("something is added to the denominator", lambda: (x @ y) / (x @ x + 1)),
        "one_sum_divided": (
            "only one of the two sums is divided by the number of datapoints",
            lambda: (x @ y) / np.mean(x * x),
        ),
        "ends_only": (
            "it is the slope between the first and the last datapoint",
            lambda: (y[-1] - y[0]) / (x[-1] - x[0]),
        ),
        "between_extremes": (
            "it is a slope between two datapoints only",
            lambda: (y[x.argmax()] - y[x.argmin()]) / np.ptp(x),
        ),
        "largest_only": ("it fits one point only", lambda: y[x.argmax()] / x.max()),
        "last_only": ("it fits one point only", lambda: y[-1] / x[-1]),
        "sum_of_ratios": ("it is the sum of the ratios y / x", lambda: np.sum(y / x)),
        "ratio_of_spreads": ("it is the ratio of two spreads", lambda: y.std() / x.std()),
        "covariance": ("it is a covariance", lambda: np.mean(centred_x * (y - y.mean()))),
        "sample_covariance": ("it is a covariance", lambda: np.cov(x, y)[0, 1]),
        "product_alone": ("it is Σ_XY alone, which has to be divided by Σ_X", x @ y),
        "mean_product": (
            "it is the mean product alone, which has to be divided by that of x with itself",
            np.mean(x * y),
        ),
        "absolute_deviations": (
            "it is the weight with the smallest absolute errors; the squares count",
            lambda: least_absolute(x, y),
        ),
        "correlation": ("it is a correlation", lambda: np.corrcoef(x, y)[0, 1]),
        "per_datapoint": ("one number is wanted, not one per datapoint", lambda: y / x),
        "divided_by_first": ("it fits one point only", lambda: y[0] / x[0]),
        "last_missing": ("the last datapoint is left out", lambda: (x[:-1] @ y[:-1]) / (x[:-1] @ x[:-1])),
        "first_missing": ("the first datapoint is left out", lambda: (x[1:] @ y[1:]) / (x[1:] @ x[1:])),
        "mean_of_ratios": ("it is the mean of the ratios y / x", lambda: np.mean((y / x)[x != 0])),
        "median_of_ratios": ("it is the median of the ratios y / x", lambda: np.median(y / x)),
        "cut_to_whole": ("it is cut to a whole number: / divides, // does not", np.floor(W)),
        "in_an_array": ("one number is wanted, not an array that holds it", [W]),
        "in_a_matrix": ("one number is wanted, not an array that holds it", [[W]]),
    }
    if not np.isclose(W, EXAMPLE):
        found["worked_example"] = ("it is the weight of the worked example, whatever x and y are given", EXAMPLE)
    return found


def least_absolute(x, y):
    """The weight with the smallest sum of absolute errors, which is one of the ratios."""
    ratios = (y / x)[x != 0]
    few = ratios[:200]
    return few[np.argmin([np.abs(y - W * x).sum() for W in few])]
