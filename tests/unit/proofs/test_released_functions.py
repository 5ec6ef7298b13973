"""Functions of released checks in place of the course's own calculations."""

from hippograd.proofs.released_functions import copied_answers

REFERENCE = """\
def fit(self):
    X = self.X_train
    self.W = self.Y_train @ np.linalg.pinv(X)


Model.fit = fit
"""
CHECK = """\
import numpy as np

TASK = Task("fit")


@check(points=1, public=True)
def test_fit(student):
    assert_close(student.W, best(1, 2), "W")


def best(X, Y, small=1e-9):
    return np.linalg.lstsq(X.T, Y.T, rcond=small)[0].T


def is_close(model, W_before):
    return True
"""


def test_a_function_takes_the_place_of_a_calculation_with_the_names_of_its_parameters() -> None:
    ((name, answer),) = (pair for pair in copied_answers(REFERENCE, CHECK) if "self.W = best" in pair[1])
    assert name == "best"
    assert "self.W = best(X, self.Y_train)" in answer
    assert "def best(X, Y, small=" in answer
    assert "def test_fit" not in answer
    assert "TASK" not in answer


def test_what_the_answer_does_not_know_cannot_be_given_to_a_function() -> None:
    assert {name for name, _ in copied_answers(REFERENCE, CHECK)} == {"best"}
