"""Task bayes_decode: the places, weighted with exp(Σ_k x log λ − λ).

The example 0.5; other counts 1.5, where one slip is looked past; any sizes, hundreds of cells, arguments unharmed, 1.
"""

import numpy as np
from gradekit import Task, assert_close, check

TASK = Task("bayes_decode")

NAME = "bayes_decode(X, expected, places)"

OTHER_AXIS = "it is normalised over the moments; for each moment, the probabilities of all places add up to 1"

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
