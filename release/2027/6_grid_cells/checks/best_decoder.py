"""Task best_decoder: a decoder of spikes that is better than the linear one, and does not look into the future.

Below the linear decoder with a bias 2, below three quarters of its error 1, below Bayes' rule with known fields 1.
Every check draws another walk: the rat's, turned or mirrored, with other spikes. A look into the future, or another
result for the same data, costs the point of each check.
"""

from gradekit import Task, assert_finite, assert_shape, check

TASK = Task("best_decoder")

NAME = "decode(X_train, Y_train, X_test)"

SECONDS = 20


@check(points=0, public=True, seconds=SECONDS)
def test_form(student, sessions):
    """It gives one place for each moment. How good they are is looked at when it is graded."""
    session = sessions("spikes")
    few = session.X_test[:, :50]
    guess = student.decode(session.X_train[:, :1000], session.Y_train[:, :1000], few)
    assert_shape(guess, (2, 50), NAME)
    assert_finite(guess, NAME)
