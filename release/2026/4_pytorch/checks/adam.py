"""Task adam: Adam's steps on known losses, and a TorchNetwork that is trained with PyTorch's Adam.

Of the training are looked at the optimiser that the network is left with, and where its parameters go. With one batch
of the whole training set the first step of Adam is known: each parameter moves by η against the sign of its slope.
"""

import numpy as np
from gradekit import Task, assert_close, assert_finite, check, require

TASK = Task("adam", needs=["build_network", "training_step"])

PARAMETERS = "lambda network: [p.detach().double().numpy() for p in network.parameters()]"

STEPS = "lambda optimiser: [float(state.get('step', 0)) for state in optimiser.state.values()]"

USUAL = {"betas": [0.9, 0.999], "eps": 1e-8, "amsgrad": False, "maximize": False}

KIND = (
    "lambda optimiser: (lambda optim: 'AdamW' if isinstance(optimiser, optim.AdamW) else"
    " 'Adam' if isinstance(optimiser, optim.Adam) else '')(__import__('torch').optim)"
)

PATH = "the path"

NO_STEPS = (
    "The optimiser that the network is left with counts no step: is it an Adam, and is the network trained after it was"
    " put in?"
)

NO_HAT_OF_M = "the hat of m is missing: its average begins at zero, and equation (5) makes up for that"

NO_HAT_OF_V = "the hat of v is missing: its average begins at zero, and equation (5) makes up for that"

LARGEST = "the largest v so far is kept, as AMSGrad does"

NO_CORRECTION = "the hats are missing: both averages begin at zero, and equation (5) makes up for that"


@check(points=0.5, public=True)
def test_path_of_the_worked_example(student):
    """adam_descent takes the steps of the worked example, and other steps with other numbers."""
    slope = student.function("lambda W: 2 * W")
    usual = student.adam_descent(slope, 1.0, 0.1, 0.9, 0.999, 1e-8, 2)
    require(usual is not None, "adam_descent returns nothing.", diagnosis="nothing_returned")
    mistakes = {
        "no_correction": (NO_CORRECTION, [1.0, 0.683772284, 0.270206069]),
        "no_correction_of_m": (NO_HAT_OF_M, [1.0, 0.99, 0.971005217]),
        "no_correction_of_v": (NO_HAT_OF_V, [1.0, -2.16227716, -1.280336239]),
        "start_missing": ("the first weight must be the start itself", [0.9, 0.8004122]),
        "last_missing": ("the weight after the last step is missing", [1.0, 0.9]),
        "last_only": ("all visited weights are wanted, not the last one only", 0.8004122),
        "one_step_too_many": (
            "there is one step too many: n_steps steps visit n_steps + 1 weights",
            [1.0, 0.9, 0.800412229, 0.701586273],
        ),
        "uphill": ("it walks up the slope: mind the minus sign", [1.0, 1.1, 1.200134776]),
        "plain": ("it is the path of plain gradient descent", [1.0, 0.8, 0.64]),
        "largest_square": (LARGEST, [1.0, 0.9, 0.8052632]),
    }
    assert_close(usual, [1.0, 0.9, 0.8004122], PATH, rtol=1e-5, mistakes=mistakes)
    other = student.adam_descent(slope, 1.0, 0.5, 0.5, 0.75, 1.0, 3)
    right = [1.0, 0.666666667, 0.373422257, 0.139601365]
    mistakes = {
        "epsilon_in_the_root": (
            "ε is added under the root; equation (5) adds it to the root",
            [1.0, 0.552786405, 0.172861691, -0.083937154],
        ),
        "fixed_numbers": (
            "the arguments beta1, beta2 and epsilon are not used",
            [1.0, 0.500000002, 0.033910186, -0.335904622],
        ),
        "epsilon_not_used": ("the argument epsilon is not used", [1.0, 0.500000002, 0.059041453, -0.220778882]),
        "largest_square": (LARGEST, [1.0, 0.666666667, 0.407407407, 0.218694885]),
        "largest_square_before_the_hat": (LARGEST, [1.0, 0.666666667, 0.373422257, 0.149117017]),
    }
    assert_close(other, right, f"{PATH} with a large ε", rtol=1e-5, mistakes=mistakes)


@check(points=0.5, public=True)
def test_network_is_left_with_an_adam_optimiser(student, session, cohort):
    """The network is left with an Adam optimiser with the given learning rate, and its first step is that long."""
    few = {f"X_{part}": session.X_train[:, :4000:50] for part in ("train", "test")}
    few |= {f"Y_{part}": session.Y_train[:, :4000:50] for part in ("train", "test")}
    network = student.TorchNetwork(**few, hidden_size=40)  # so many that no layer is silent by chance
    before = student.function(PARAMETERS)(network)
    student.train_with_adam(network, 1, 1.0)
    optimiser = network.optimiser
    kind = student.function(KIND)(optimiser)
    require(kind, "network.optimiser is not a torch.optim.Adam.", diagnosis="other_optimiser")
    groups = optimiser.param_groups
    rates = [group["lr"] for group in groups]
    require(
        all(np.isclose(rate, cohort.torch.adam_lr, rtol=1e-6) for rate in rates),
        "The learning rate of the optimiser is not adam_lr.",
        f"it is {rates}",
        "learning_rate",
    )
    decays = any(group.get("weight_decay", 0) != 0 for group in groups)
    adamw = "It is AdamW, which pulls all weights towards zero; use torch.optim.Adam."
    require(not decays or kind != "AdamW", adamw, diagnosis="adamw")
    require(not decays, "Leave weight_decay as PyTorch has it.", diagnosis="weight_decay")
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
    sizes = [np.abs(np.asarray(a) - np.asarray(b)).max() for a, b in zip(before, after, strict=True)]
    require(
        max(sizes) > 0,
        "In an epoch with one batch of everything no parameter of the network has moved: is it trained for that epoch, "
        "and does the optimiser hold its parameters?",
        diagnosis="not_trained",
    )
    require(min(sizes) > 0, "Some parameters have not moved.", diagnosis="not_all_parameters")
    steps = max(student.function(STEPS)(optimiser), default=0)
    require(steps > 0, NO_STEPS, diagnosis="no_steps")
    require(
        steps == 1,
        "One epoch with one batch of everything should be one step of the optimiser: are epochs and batch_frac handed "
        "on as they are?",
        f"there are {steps:g}",
        "wrong_number_of_steps",
    )
    require(
        max(sizes) < 2 * cohort.torch.adam_lr,
        "In one step of Adam parameters have moved farther than it can move them: training has to go on from the "
        "parameters that the network has.",
        f"the largest move is {max(sizes):.2g}",
        "other_start",
    )
    require(
        0.9 < max(sizes) / cohort.torch.adam_lr < 1.01,
        "One batch of everything should be one step of Adam, and its first step moves weights by the learning rate.",
        f"the largest move is {max(sizes):.2g}",
        "not_one_step",
    )
