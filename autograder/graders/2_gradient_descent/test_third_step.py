"""Task third_step: descent by hand, W(k + 1) = W(k) − η dL/dW, three times over."""

from decoding.checks import Task, assert_close, assert_finite, assert_shape, check, require

TASK = Task("third_step")


@check(points=0, public=True)
def test_third_step_is_one_number_and_lower_than_the_start(student, cohort):
    """W_3 is one number, and the loss there is lower than at the start."""
    assert_shape(student.W_3, (), "W_3")
    assert_finite(student.W_3, "W_3")
    require(
        abs(student.W_3) < abs(cohort.descent.start),
        "W_3 lies higher than the start: a step goes against the slope, so mind the minus sign.",
        diagnosis="uphill",
    )


@check(points=1)
def test_third_step_follows_the_update_rule(student, cohort):
    """W_3 is where the third step of the update rule leads."""
    start, shrink = cohort.descent.start, 1 - 2 * cohort.descent.coefficient * cohort.descent.eta
    W_1, W_2, W_3 = (start * shrink**step for step in (1, 2, 3))
    mistakes = {
        "one_step_short": ("it is the weight after two steps, W(2)", W_2),
        "one_step_too_far": ("it is the weight after four steps, W(4)", W_3 * shrink),
        "slope_not_renewed": (
            "the slope changes with the weight: take it anew at each step",
            start + 3 * (W_1 - start),
        ),
        "derivative_without_2": (
            "the steps are half as long as they should be: look at the derivative again",
            start * ((1 + shrink) / 2) ** 3,
        ),
        "change_only": ("it is the change of the third step; add it to the weight before", W_3 - W_2),
        "loss_not_weight": ("it is the loss at the third weight, not the weight", cohort.descent.coefficient * W_3**2),
    }
    assert_close(student.W_3, W_3, "W_3", rtol=1e-3, mistakes=mistakes)
