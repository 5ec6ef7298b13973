"""Task bayes_decode: the places, weighted with exp(Σ_k x log λ − λ).

The example 0.5; other counts 1.5, where one slip is looked past; any sizes, hundreds of cells, arguments unharmed, 1.
"""

from dataclasses import dataclass

import numpy as np

from gradekit import Function, Task, array, assert_close, check
from gradekit.causes import SLIPS
from gradekit.problems import Letters

TASK = Task("bayes_decode")
NAME = "bayes_decode(X, expected, places)"
OTHER_AXIS = "it is normalised over the moments; for each moment, the probabilities of all places add up to 1"
OVERFLOW = "Are the probabilities of many cells too small for the computer? Subtract the largest logarithm first."
SAID = {
    "silence_ignored": "the sum of λ is not subtracted: a silent cell says something too",
    "silence_added": "the sum of λ is added; it has to be subtracted",
    "no_logarithm": "the counts are multiplied with λ, not with its logarithm",
    "most_likely": "it is the most likely place; the average of all places is asked for",
    "no_exponential": "the logarithms themselves are the weights; e to the power of them is",
    "not_normalised": "the weights do not add up to 1",
    "largest_is_one": "the largest weight is 1; divide by their sum, so that they add up to 1",
    "over_moments": OTHER_AXIS,
    "gaussian": "it takes squared differences of counts; the counts are Poisson",
    "spiked_or_not": "only whether a cell fired is used, not how often",
    "average_of_all": "it is the plain average of all places",
    "one_moment_for_all": "every moment gets the place of the first one",
}


@dataclass(frozen=True)
class Counts(Letters):
    """Numbers of spikes."""

    def draw(self, rng, sizes, kind=""):
        return rng.poisson(1.0, size=self.sides(sizes)).astype(float)


def logarithms(X, expected):
    """ℓ of every moment and place, (N, M)."""
    return X.T @ np.log(expected) - expected.sum(axis=0)


def weighted(places, logs):
    """The average places, (2, N), weighted with what has these logarithms."""
    likely = np.exp(logs - logs.max(axis=1, keepdims=True))
    return places @ (likely / likely.sum(axis=1, keepdims=True)).T


def over_moments(X, expected, places):
    logs = logarithms(X, expected)
    likely = np.exp(logs - logs.max())
    return places @ (likely / likely.sum(axis=0)).T


MISTAKES = {
    "silence_ignored": (SAID["silence_ignored"], lambda X, expected, places: weighted(places, X.T @ np.log(expected))),
    "silence_added": (
        SAID["silence_added"],
        lambda X, expected, places: weighted(places, X.T @ np.log(expected) + expected.sum(axis=0)),
    ),
    "no_logarithm": (
        SAID["no_logarithm"],
        lambda X, expected, places: weighted(places, X.T @ expected - expected.sum(axis=0)),
    ),
    "most_likely": (SAID["most_likely"], lambda X, expected, places: places[:, logarithms(X, expected).argmax(axis=1)]),
    "no_exponential": (
        SAID["no_exponential"],
        lambda X, expected, places: (
            places @ (logarithms(X, expected) / logarithms(X, expected).sum(axis=1, keepdims=True)).T
        ),
    ),
    "not_normalised": (SAID["not_normalised"], lambda X, expected, places: places @ np.exp(logarithms(X, expected)).T),
    "largest_is_one": (
        SAID["largest_is_one"],
        lambda X, expected, places: (
            places @ np.exp(logarithms(X, expected) - logarithms(X, expected).max(axis=1, keepdims=True)).T
        ),
    ),
    "over_moments": (SAID["over_moments"], over_moments),
    "gaussian": (
        SAID["gaussian"],
        lambda X, expected, places: weighted(places, -np.sum((X[:, :, None] - expected[:, None, :]) ** 2, axis=0) / 2),
    ),
    "spiked_or_not": (
        SAID["spiked_or_not"],
        lambda X, expected, places: weighted(places, logarithms((X > 0).astype(float), expected)),
    ),
    "average_of_all": (
        SAID["average_of_all"],
        lambda X, places: np.repeat(places.mean(axis=1, keepdims=True), X.shape[1], axis=1),
    ),
    "one_moment_for_all": (SAID["one_moment_for_all"], lambda right: np.repeat(right[:, :1], right.shape[1], axis=1)),
}

bayes_decode = Function(
    NAME,
    right=lambda X, expected, places: weighted(places, logarithms(X, expected)),
    mistakes=MISTAKES,
    words={"K": "cell", "N": "moment", "M": "place"},
    n="N",
    hint=OVERFLOW,
    takes={"X": Counts("K N"), "expected": array("K M", 0.2, 2.0), "places": array("2 M", 0.0, 1.0)},
)
NOT_TRIED = ("small_numbers", "all_kinds", "whole_numbers")  # counts are whole, and what is expected is above zero


def hundreds(rng):
    """More cells than single probabilities survive, with fields whose sums differ."""
    problem = bayes_decode.draw(rng, K=900, M=9, N=6)
    return [("hundreds_of_cells", f"for hundreds of cells. {OVERFLOW}", problem)]


@check(points=0.5, public=True)
def test_worked_example(student):
    """The worked example comes out, for no spike and for two."""
    expected, places = np.array([[1.0, 2.0]]), np.array([[0.0, 1.0], [0.5, 0.5]])
    X = np.array([[0.0, 2.0]])
    silent, two = 1 / (1 + np.e), 4 / (4 + np.e)
    mistakes = {
        "silence_ignored": (SAID["silence_ignored"], [[0.5, 0.8], [0.5, 0.5]]),
        "most_likely": (SAID["most_likely"], [[0.0, 1.0], [0.5, 0.5]]),
    }
    right = [[silent, two], [0.5, 0.5]]
    assert_close(student.bayes_decode(X, expected, places), right, NAME, rtol=1e-5, mistakes=mistakes)


@check(points=1.5)
def test_places_are_weighted(student, rng):
    """But for one slip, the places are weighted with how likely the counts make them."""
    cases = [(slug, "", bayes_decode.draw(rng)) for slug in ("other_data", "called_again")]
    past = {*SLIPS, *MISTAKES} - {"average_of_all", "one_moment_for_all", "gaussian", "no_exponential"}
    bayes_decode.holds(student, rng, only=cases, looks_past=past, without=("unharmed", "nothing_kept"))


@check(points=1)
def test_any_counts(student, rng):
    """It is right for any number of cells, moments and places, and leaves its arguments as they were."""
    many = {"K": 60, "N": 400, "M": 300}
    bayes_decode.holds(student, rng, many=many, without=NOT_TRIED, also=hundreds(rng))
