"""Task large_steps: a learning rate that overshoots, and the largest one that does not blow up, 1/a for L = a W²."""

import numpy as np

from decoding.checks import Task, assert_close, assert_finite, assert_shape, check, require

TASK = Task("large_steps", needs=["derivative", "update_rule"])


@check(points=0, public=True)
def test_large_steps_jump_across_the_valley(student, cohort):
    """path_large_eta starts where the first path did and jumps across the minimum; eta_limit is one number."""
    path, here = student.path_large_eta, cohort.descent
    assert_shape(path, (here.n_steps + 1,), "path_large_eta")
    assert_finite(path, "path_large_eta")
    require(
        path[0] * path[1] < 0,
        "The first step does not cross the minimum: is the learning rate the large one, and are these weights?",
        diagnosis="no_crossing",
    )
    mistakes = {"wrong_start": ("this path starts on the other side", here.other_start)}
    assert_close(path[0], here.start, "path_large_eta[0]", mistakes=mistakes)
    assert_shape(student.eta_limit, (), "eta_limit")


@check(points=0.5)
def test_large_steps_path(student, cohort):
    """Every weight of the overshooting path is right."""
    here = cohort.descent
    steps = np.arange(here.n_steps + 1)

    def path(eta):
        return here.start * (1 - 2 * here.coefficient * eta) ** steps

    assert_close(student.path_large_eta, path(here.large_eta), "path_large_eta", rtol=1e-5)


@check(points=0.5, again=False)
def test_eta_limit(student, cohort):
    """eta_limit is the largest learning rate for which the weight does not run away."""
    a = cohort.descent.coefficient
    mistakes = {
        "one_step_rate": ("that rate lands on the minimum in one step; larger ones still settle", 0.5 / a),
        "limit_doubled": ("with that rate the weight runs away: recall the 2 in the derivative", 2 / a),
        "tried_rate": ("that is the rate of the path; larger ones still settle", cohort.descent.large_eta),
        "small_rate": ("that is the rate of the first path; far larger ones still settle", cohort.descent.eta),
    }
    assert_close(student.eta_limit, 1 / a, "eta_limit", rtol=0.005, mistakes=mistakes)
