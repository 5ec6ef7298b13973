"""Task adam: a TorchNetwork, trained with Adam from a start of the grader's, ends close to the test data.

Looked at are the optimiser that the network is left with, and where its parameters go. With one batch of the whole
training set the first step of Adam is known: each parameter moves by η against the sign of its slope.
"""

import numpy as np
from decoding.checks import Task, assert_finite, check, require

TASK = Task("adam", needs=["build_network", "training_step"])

PARAMETERS = "lambda network: [p.detach().numpy() for p in network.parameters()]"

USUAL = {"betas": [0.9, 0.999], "weight_decay": 0, "amsgrad": False}

IS_ADAM = "lambda optimiser: isinstance(optimiser, __import__('torch').optim.Adam)"


@check(points=1, public=True)
def test_network_is_left_with_an_adam_optimiser(student, session, cohort):
    """The network is left with an Adam optimiser with the given learning rate, and all its parameters have moved."""
    network = student.TorchNetwork(**session.arrays, hidden_size=8)
    before = student.function(PARAMETERS)(network)
    student.train_with_adam(network, 2, 0.25)
    optimiser = network.optimiser
    require(
        student.function(IS_ADAM)(optimiser), "network.optimiser is no torch.optim.Adam.", diagnosis="other_optimiser"
    )
    groups = optimiser.param_groups
    rates = [group["lr"] for group in groups]
    require(
        all(np.isclose(rate, cohort.torch.adam_lr, rtol=1e-6) for rate in rates),
        "The learning rate of the optimiser is not adam_lr.",
        f"it is {rates}",
        "learning_rate",
    )
    changed = [key for key, usual in USUAL.items() if any(group.get(key, usual) != usual for group in groups)]
    require(not changed, f"Leave {', '.join(changed)} as PyTorch has it.", diagnosis="other_settings")
    n_parameters = sum(len(group["params"]) for group in groups)
    require(
        n_parameters == len(before),
        "The optimiser does not hold all parameters of the network.",
        f"it holds {n_parameters} of {len(before)}",
        "not_all_parameters",
    )
    after = student.function(PARAMETERS)(network)
    for values in after:
        assert_finite(values, "a parameter after training")
    moved = [not np.array_equal(a, b) for a, b in zip(before, after, strict=True)]
    require(any(moved), "The network is not trained: no parameter has moved.", diagnosis="not_trained")
    require(all(moved), "Some parameters have not moved.", diagnosis="not_all_parameters")
