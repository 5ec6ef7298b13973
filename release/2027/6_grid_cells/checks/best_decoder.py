"""Task best_decoder: a decoder of spikes that uses them, does not look into the future, and errs little.

Below 9 cm 2 points, below 7.5 cm 1, below 5.5 cm 1, all on one walk that no student has, with the rat's place cells and
spikes of their own. Every call runs in a process of its own, so nothing is remembered.
"""

from gradekit import Task, assert_finite, assert_shape, check

TASK = Task("best_decoder")

NAME = "decode(X_train, Y_train, X_test)"

SECONDS = 10


@check(points=0, public=True, seconds=SECONDS)
def test_form(student, sessions):
    """It gives one place for each moment. How good they are is looked at when it is graded."""
    session = sessions("spikes")
    few = session.X_test[:, :50]
    guess = student.decode(session.X_train[:, :1000], session.Y_train[:, :1000], few)
    assert_shape(guess, (2, 50), NAME)
    assert_finite(guess, NAME)
