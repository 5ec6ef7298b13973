"""Task third_step: descent by hand, W(k + 1) = W(k) − η dL/dW, three times over."""

from gradekit.assertions import assert_close, assert_finite, assert_shape, require
from gradekit.checks import Task, check

TASK = Task("third_step")
THREE_DECIMALS = 6e-4
TOO_FAR = "it is rounded too far; three decimals are wanted"


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
    here = cohort.descent
    start, shrink = here.start, 1 - 2 * here.coefficient * here.eta
    W_1, W_2, W_3 = (start * shrink**step for step in (1, 2, 3))
    mistakes = {
        "eta_forgotten": ("the slope is not multiplied by η", start * (1 - 2 * here.coefficient) ** 3),
        "eta_forgotten_once": ("the slope is not multiplied by η in the third step", W_2 * (1 - 2 * here.coefficient)),
        "multiplied": (
            "each weight is multiplied; the step has to be taken off",
            start * (2 * here.coefficient * here.eta) ** 3,
        ),
        "by_proportion": (
            "the way is divided evenly; the steps get shorter with the slope",
            start * (1 - 3 / here.n_steps),
        ),
        "a_third_of_the_way": ("the way is divided evenly; the steps get shorter with the slope", start * 2 / 3),
        "one_step_short": ("it is the weight after two steps, W(2)", W_2),
        "one_step_only": ("it is the weight after one step, W(1)", W_1),
        "one_step_too_far": ("it is the weight after four steps, W(4)", W_3 * shrink),
        "slope_not_renewed": (
            "the slope changes with the weight: take it anew at each step",
            start + 3 * (W_1 - start),
        ),
        "second_slope_kept": ("the slope changes with the weight: take it anew at each step", W_2 + (W_2 - W_1)),
        "first_change_again": ("the slope changes with the weight: take it anew at each step", W_2 + (W_1 - start)),
        "derivative_without_2": (
            "the steps are half as long as they should be: look at the derivative again",
            start * ((1 + shrink) / 2) ** 3,
        ),
        "third_step_half": (
            "the third step is half as long as it should be: look at the derivative again",
            (W_2 + W_3) / 2,
        ),
        "third_step_uphill": ("the third step goes up the slope: mind the minus sign", 2 * W_2 - W_3),
        "way_travelled": ("it is the way travelled so far, not the place it leads to", W_3 - start),
        "way_still_to_go": ("it is the way travelled so far, not the place it leads to", start - W_3),
        "loss_for_slope": ("the loss was taken for its slope", W_2 - here.eta * here.coefficient * W_2**2),
        "change_only": ("it is the change of the third step; add it to the weight before", W_3 - W_2),
        "slope_only": ("it is a slope, not a weight", 2 * here.coefficient * W_2),
        "slope_there": ("it is a slope, not a weight", 2 * here.coefficient * W_3),
        "loss_not_weight": ("it is the loss at the third weight, not the weight", here.coefficient * W_3**2),
        "two_decimals": (TOO_FAR, round(W_3, 2)),
        "one_decimal": (TOO_FAR, round(W_3, 1)),
        "other_side": (
            "it lies on the other side of the valley, as if a minus sign were lost, or η were the large one",
            -W_3,
        ),
        "large_eta_in_the_third_step": (
            "the third step is made with the large learning rate, which is for later",
            W_2 * (1 - 2 * here.coefficient * here.large_eta),
        ),
        "a_missing": ("the steepness a is missing in the slope", start * (1 - 2 * here.eta) ** 3),
        "a_missing_in_the_third_step": (
            "the steepness a is missing in the slope of the third step",
            W_2 * (1 - 2 * here.eta),
        ),
        "large_eta": (
            "it was made with the large learning rate, which is for later",
            start * (1 - 2 * here.coefficient * here.large_eta) ** 3,
        ),
    }
    assert_close(student.W_3, W_3, "W_3", rtol=0, atol=THREE_DECIMALS, mistakes=mistakes)
