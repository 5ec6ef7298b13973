"""Task weight_update: W ← W − η (dL/dW + λ W) for all three matrices.

The worked example 0.5. From zero, where the pull has no say, W1 and W2 move down their slopes 0.5, W3 0.5: both look
past one slip. Exactly, with the pull, step after step, W1 and W2 0.25 and W3 0.25, and nothing else changes.
"""

import numpy as np
from gradekit import CheckFailed, Task, assert_close, check, told

TASK = Task("weight_update", needs=["forward_pass"])

AWAY = "the pull has the wrong sign, and is not multiplied by the learning rate: mind the brackets of equation (8)"


@check(points=0.5, public=True)
def test_worked_example(student, cohort):
    """The step of the worked example, taken by every weight at once: from 2 to 1.89."""
    weights = [np.full(shape, 2.0) for shape in ((6, 5), (6, 7), (2, 7))]
    data = {name: np.ones((4 if name[0] == "X" else 2, 9)) for name in ("X_train", "Y_train", "X_test", "Y_test")}
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**data, activation=wave, n_hidden=6, eta=0.1, l2=0.3)
    model.W1, model.W2, model.W3 = weights
    slopes = told(student.function("lambda *slopes: slopes"))(*[np.full(W.shape, 0.5) for W in weights])
    returned = student.update(model, slopes)
    not_moved = "it has not moved" + ": what update returns has to be put into the model" * (returned is not None)
    for k, W in enumerate(weights, 1):
        mistakes = {
            "not_moved": (not_moved, W),
            "pull_missing": ("the pull towards zero is missing", 0 * W + 1.95),
            "uphill": ("it moves up the slope", 0 * W + 1.99),
            "away_from_zero": ("the pull has the wrong sign: it pushes the weights away from zero", 0 * W + 2.01),
            "away_from_zero_without_eta": (AWAY, 0 * W + 2.55),
            "eta_missing": ("the learning rate is missing", 0 * W + 0.9),
            "uphill_and_away": ("both terms have the wrong sign: the step is subtracted", 0 * W + 2.11),
            "other_settings": (
                "η and λ are those of the notebook; use model.eta and model.l2, whatever they are",
                0 * W + 2 - cohort.network.eta * (0.5 + cohort.network.l2 * 2),
            ),
        }
        try:
            assert_close(getattr(model, f"W{k}"), 0 * W + 1.89, f"W{k}", mistakes=mistakes, rtol=1e-5)
        except CheckFailed as failed:
            if failed.diagnosis not in ("shifted", "constant_factor"):  # of equal weights both are true of any mistake
                raise
            message = f"W{k} has the right shape but the wrong value: a weight does not move from 2 to 1.89."
            raise CheckFailed(message, failed.detail) from failed
