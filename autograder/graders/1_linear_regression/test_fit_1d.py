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


@check(points=0.5)
def test_any_data_are_fitted(student, rng, cohort):
    """fit_1d gives the best weight for other data too."""
    for n in (30, 4, 1):
        x = rng.uniform(1, 5, size=n) * rng.choice([-1, 1], size=n) + 0.5
        y = rng.normal(2, 3, size=n) - 1.7 * x
        assert_close(
            student.fit_1d(x, y), (x @ y) / (x @ x), "fit_1d(x, y)", rtol=1e-5, n=n, mistakes=wrong_slopes(x, y, cohort)
        )


@check(points=0.5)
def test_second_moments_of_the_houses(student, cohort):
    """sigma_X and sigma_XY are the sums over all houses."""
    x, y = houses(cohort)
    mistakes = {
        "mean_instead_of_sum": ("it is the mean over the houses, where the sum is asked for", (x @ x) / len(x)),
        "centred": ("a mean was subtracted first; these sums are of the data as they are", np.sum((x - x.mean()) ** 2)),
        "square_of_sum": ("it is the square of a sum, where a sum of squares is asked for", x.sum() ** 2),
        "moments_swapped": ("this is the other one of the two sums", x @ y),
        "sum_of_x": ("the sizes are added up without being squared", x.sum()),
    }
    assert_close(student.sigma_X, x @ x, "sigma_X", rtol=1e-5, mistakes=mistakes)
    mistakes = {
        "mean_instead_of_sum": ("it is the mean over the houses, where the sum is asked for", (x @ y) / len(x)),
        "centred": (
            "a mean was subtracted first; these sums are of the data as they are",
            np.sum((x - x.mean()) * (y - y.mean())),
        ),
        "product_of_sums": ("it is a product of sums, where a sum of products is asked for", x.sum() * y.sum()),
        "moments_swapped": ("this is the other one of the two sums", x @ x),
    }
    assert_close(student.sigma_XY, x @ y, "sigma_XY", rtol=1e-5, mistakes=mistakes)


@check(points=0.5)
def test_best_weight_of_the_houses(student, cohort):
    """W_1d is the best weight for the houses."""
    x, y = houses(cohort)
    assert_close(student.W_1d, (x @ y) / (x @ x), "W_1d", rtol=1e-4, mistakes=wrong_slopes(x, y))


def houses(cohort):
    """Sizes and prices, both (N,)."""
    return np.array(cohort.linear.house_size, dtype=float), np.array(cohort.linear.house_price, dtype=float)


def wrong_slopes(x, y, cohort=None):
    """What people compute instead of Σ_XY / Σ_X."""
    centred_x = x - x.mean()
    spread = centred_x @ centred_x
    found = {
        "inverted": ("the fraction is upside down", (x @ x) / (x @ y)),
        "divided_by_y": ("the denominator should hold the squares of x, not of y", (x @ y) / (y @ y)),
        "ratio_of_means": ("it is the ratio of the means, not of the sums of products", y.mean() / x.mean()),
        "product_missing": ("the numerator should hold the products y x", y.sum() / (x @ x)),
        "one_over_n": (
            "it is too small by the factor N: only one of the two sums was divided by N",
            (x @ y) / (x @ x) / len(x),
        ),
    }
    found["worked_example"] = ("it is the weight of the worked example, whatever x and y are given", 29 / 14)
    if len(x) > 1:
        found["with_intercept"] = (
            "it is the slope of a line that may leave the origin; this model has no such freedom",
            centred_x @ (y - y.mean()) / spread,
        )
        found["divided_by_first"] = ("it fits one point only", y[0] / x[0])
    if np.all(x != 0):
        found["mean_of_ratios"] = ("it is the mean of the ratios y / x", np.mean(y / x))
    if cohort is not None:
        size, price = houses(cohort)
        found["ignores_arguments"] = (
            "it is the weight of the houses, whatever x and y are given",
            (size @ price) / (size @ size),
        )
    return found
