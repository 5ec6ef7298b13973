"""Task large_steps: a learning rate that overshoots, and the largest one that does not blow up, 1/a for L = a W²."""

from gradekit.assertions import assert_close, assert_finite, assert_shape, require
from gradekit.checks import Task, check

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
    assert_close(path[0], here.start, "the first entry of path_large_eta", mistakes=mistakes)
    assert_shape(student.eta_limit, (), "eta_limit")
    assert_finite(student.eta_limit, "eta_limit")
