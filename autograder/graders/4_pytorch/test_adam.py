"""Task adam: Adam's steps on known losses, and a TorchNetwork that is trained with PyTorch's Adam.

Of the training are looked at the optimiser that the network is left with, and where its parameters go. With one batch
of the whole training set the first step of Adam is known: each parameter moves by η against the sign of its slope.
"""

from types import SimpleNamespace

import numpy as np

from gradekit import CheckFailed, Steps, Task, assert_close, assert_finite, check, fail, require
from gradekit.steps import PATHS

TASK = Task("adam", needs=["build_network", "training_step"])

PARAMETERS = "lambda network: [p.detach().double().numpy() for p in network.parameters()]"
SET_PARAMETERS = (
    "lambda network, values:"
    " [p.data.copy_(__import__('torch').tensor(v)) for p, v in zip(network.parameters(), values)] and None"
)
STEPS = "lambda optimiser: [float(state.get('step', 0)) for state in optimiser.state.values()]"
USUAL = {"betas": [0.9, 0.999], "eps": 1e-8, "amsgrad": False, "maximize": False}
CLEAR = 1e-4  # of smaller slopes, rounding and ε have a say in the step
ENDS_WITH_THE_LAST_STEP = (
    "lambda train, network, *numbers: (lambda torch, last: (lambda watch: [train(network, *numbers), watch.remove(),"
    " all(map(torch.equal, network.parameters(), last))][2])"
    "(__import__('torch.optim.optimizer', fromlist=['optimizer']).register_optimizer_step_post_hook(lambda *_:"
    " last.__setitem__(slice(None), [p.detach().clone() for p in network.parameters()]))))(__import__('torch'), [])"
)
AFTER_THE_FIRST_STEP = (
    "lambda train, network, *numbers: (lambda torch, first: (lambda watch: [train(network, *numbers), watch.remove(),"
    " [one.double().numpy() for one in first]][2])"
    "(__import__('torch.optim.optimizer', fromlist=['optimizer']).register_optimizer_step_post_hook(lambda *_:"
    " first or first.extend([p.detach().clone() for p in network.parameters()]))))(__import__('torch'), [])"
)
KIND = (
    "lambda optimiser: (lambda optim: 'AdamW' if isinstance(optimiser, optim.AdamW) else"
    " 'Adam' if isinstance(optimiser, optim.Adam) else '')(__import__('torch').optim)"
)
PATH = "the path"
WHOLE = "it is cut to whole numbers: begin with floats, whatever W is"
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


def adam(slope=None, averages=None, step=None, weight=None):
    """The path of Adam; a flaw has another slope, averages, step, or weight, of what is known in the step."""

    def walk(derivative, W, eta, beta1, beta2, epsilon, n_steps):
        W = np.asarray(W, dtype=float)
        s, path = SimpleNamespace(m=0.0 * W, v=0.0 * W, largest=0.0, b1=beta1, b2=beta2, epsilon=epsilon), [W]
        for s.k in range(1, n_steps + 1):
            s.W, s.old_m = path[-1], s.m
            s.g = derivative(s.W)
            s.g = slope(s) if slope else s.g
            s.m, s.v = averages(s) if averages else (averaged_m(s), averaged_v(s, s.g * s.g))
            s.hat_m, s.hat_v = s.m / (1 - beta1**s.k), s.v / (1 - beta2**s.k)
            moved = s.W - eta * (step(s) if step else s.hat_m / (np.sqrt(s.hat_v) + epsilon))
            path.append(weight(moved) if weight else moved)
        return np.array(path)

    return walk


def averaged_m(s):
    return s.b1 * s.m + (1 - s.b1) * s.g


def averaged_v(s, squares):
    return s.b2 * s.v + (1 - s.b2) * squares


def ratio(m, v):
    """A step of other averages."""
    return adam(step=lambda s: m(s) / (np.sqrt(v(s)) + s.epsilon))


def counted(count):
    return ratio(lambda s: s.m / (1 - s.b1 ** count(s.k)), lambda s: s.v / (1 - s.b2 ** count(s.k)))


def largest(of, hat=lambda s: 1.0):
    def v(s):
        s.largest = np.maximum(s.largest, of(s))
        return s.largest / hat(s)

    return ratio(lambda s: s.hat_m, v)


def replaced(s):
    s.m, s.v = s.hat_m, s.hat_v
    return s.m / (np.sqrt(s.v) + s.epsilon)


descend = adam()


def with_numbers(change):
    def walk(derivative, W, eta, beta1, beta2, epsilon, n_steps):
        return descend(derivative, W, *change(eta, beta1, beta2, epsilon, n_steps))

    return walk


def of_whole_numbers(walk):
    """The path of somebody whose weights are whole numbers where the start is."""
    return lambda derivative, W, eta, beta1, beta2, epsilon, n_steps, right: (
        walk(derivative, W, eta, beta1, beta2, epsilon, n_steps) if np.asarray(W).dtype.kind == "i" else right
    )


def one_v(together):
    return adam(averages=lambda s: (averaged_m(s), averaged_v(s, together(s.g * s.g))))


EQUATIONS = {
    "no_correction": (NO_CORRECTION, ratio(lambda s: s.m, lambda s: s.v)),
    "no_correction_of_m": (NO_HAT_OF_M, ratio(lambda s: s.m, lambda s: s.hat_v)),
    "no_correction_of_v": (NO_HAT_OF_V, ratio(lambda s: s.hat_m, lambda s: s.v)),
    "corrected_in_place": (
        "the averages are replaced by their corrected values; keep m and v, and correct copies",
        adam(step=replaced),
    ),
    "counted_one_too_far": ("k is one too large in equation (5): it is 1 in the first step", counted(lambda k: k + 1)),
    "count_stays_1": ("k stays at 1 in equation (5); it counts the steps", counted(lambda k: 1)),
    "epsilon_in_the_root": (
        "ε is added under the root; equation (5) adds it to the root",
        adam(step=lambda s: s.hat_m / np.sqrt(s.hat_v + s.epsilon)),
    ),
    "epsilon_before_the_correction": (
        "ε is added before v is corrected; equation (5) adds it to the root of v̂",
        adam(step=lambda s: s.hat_m / (np.sqrt(s.v) + s.epsilon) * np.sqrt(1 - s.b2**s.k)),
    ),
    "root_missing": ("the root of v is missing", adam(step=lambda s: s.hat_m / (s.hat_v + s.epsilon))),
    "square_missing": (
        "v averages the squares of the slopes, here the squares are missing",
        adam(averages=lambda s: (averaged_m(s), averaged_v(s, np.abs(s.g)))),
    ),
    "square_of_m": (
        "v averages the squares of the slopes, not those of m",
        adam(averages=lambda s: (averaged_m(s), averaged_v(s, averaged_m(s) ** 2))),
    ),
    "beta1_in_v": (
        "β₁ stands where β₂ belongs, in the average of the squares",
        adam(averages=lambda s: (averaged_m(s), s.b1 * s.v + (1 - s.b1) * s.g * s.g)),
    ),
    "no_factor_of_m": (
        "the factor 1 − β₁ is missing in equation (4)",
        adam(averages=lambda s: (s.b1 * s.m + s.g, averaged_v(s, s.g * s.g))),
    ),
    "no_factor_of_v": (
        "the factor 1 − β₂ is missing in equation (4)",
        adam(averages=lambda s: (averaged_m(s), s.b2 * s.v + s.g * s.g)),
    ),
    "no_factors": (
        "the factors 1 − β₁ and 1 − β₂ are missing in equation (4)",
        adam(averages=lambda s: (s.b1 * s.m + s.g, s.b2 * s.v + s.g * s.g)),
    ),
    "no_average_of_slopes": (
        "the slope itself is divided by the root; the average of the slopes should be",
        ratio(lambda s: s.g, lambda s: s.hat_v),
    ),
    "old_average": (
        "the step uses m of the step before; equation (4) comes first",
        ratio(lambda s: s.old_m / (1 - s.b1**s.k), lambda s: s.hat_v),
    ),
    "momentum_only": ("the division by the root of v is missing", adam(step=lambda s: s.hat_m)),
    "sign_only": ("only the sign of the slope is used", adam(step=lambda s: np.sign(s.g))),
    "plain": ("it is the path of plain gradient descent", adam(step=lambda s: s.g)),
    "uphill": ("it walks up the slope: mind the minus sign", with_numbers(lambda eta, *others: (-eta, *others))),
    "decay": (
        "the weights are pulled towards zero as well, as AdamW does",
        adam(step=lambda s: s.hat_m / (np.sqrt(s.hat_v) + s.epsilon) + 0.01 * s.W),
    ),
    "decay_in_the_slopes": ("the weights are pulled towards zero as well", adam(slope=lambda s: s.g + 0.01 * s.W)),
    "largest_square": (LARGEST, largest(lambda s: s.hat_v)),
    "largest_square_before_the_hat": (LARGEST, largest(lambda s: s.v, lambda s: 1 - s.b2**s.k)),
    "whole_weights": (WHOLE, of_whole_numbers(adam(weight=np.trunc))),
    "whole_in_the_end": (WHOLE, of_whole_numbers(lambda *hill: np.trunc(descend(*hill)))),
    "velocities": ("these are the steps, not the weights", lambda right: np.diff(right, axis=0)),
    "betas_swapped": ("β₁ and β₂ have changed places", with_numbers(lambda eta, b, c, *more: (eta, c, b, *more))),
    "fixed_beta1": ("its argument beta1 is not used", with_numbers(lambda eta, b, *more: (eta, 0.9, *more))),
    "fixed_beta2": ("its argument beta2 is not used", with_numbers(lambda eta, b, c, *more: (eta, b, 0.999, *more))),
    "fixed_betas": (
        "its arguments beta1 and beta2 are not used",
        with_numbers(lambda eta, b, c, *more: (eta, 0.9, 0.999, *more)),
    ),
    "fixed_numbers": (
        "its arguments beta1, beta2 and epsilon are not used",
        with_numbers(lambda eta, b, c, e, n: (eta, 0.9, 0.999, 1e-8, n)),
    ),
    "fixed_eta": ("its argument eta is not used", with_numbers(lambda eta, *more: (0.001, *more))),
    "epsilon_not_used": (
        "its argument epsilon is not used",
        with_numbers(lambda eta, b, c, e, n: (eta, b, c, 1e-8, n)),
    ),
    "epsilon_missing": ("ε is missing", with_numbers(lambda eta, b, c, e, n: (eta, b, c, 1e-300, n))),
    "one_v_for_all": ("all weights share one v; each weight has its own", one_v(np.mean)),
    "one_v_for_all_summed": ("all weights share one v; each weight has its own", one_v(np.sum)),
    **{
        f"clipped_{most}": (
            "the slope is cut short; it is to be used as it is",
            adam(slope=lambda s, most=most: np.clip(s.g, -most, most)),
        )
        for most in (1, 5, 10, 100)
    },
}
IN_ROWS = {
    "in_rows": (
        "one axis is lost or too many: the path is (n_steps + 1, *W.shape)",
        lambda right: right.reshape(len(right), -1),
    ),
    "one_step_too_many": (
        "there is one step too many: n_steps steps visit n_steps + 1 weights",
        with_numbers(lambda *numbers: (*numbers[:-1], numbers[-1] + 1)),
    ),
}
path_of = Steps(
    "adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps)",
    right=descend,
    mistakes=EQUATIONS | IN_ROWS,
    hint="Give derivative its weights without a name, as in derivative(W).",
    rtol=1e-4,
)
problem = path_of.problem


@check(points=0.5)
def test_path_in_a_valley(student, rng):
    """In other valleys, steep and flat ones, from fractions and whole numbers, each visited weight is right."""
    cases, valley = [], "lambda s, m: lambda W: s * ((W - m) + 0.3 * np.sin(W))"
    for beta1, beta2, epsilon, eta, steepness, n_steps in (
        (0.8, 0.95, 0.2, (0.05, 0.3), (0.5, 2), 9),
        (0.6, 0.9, 1.5, (0.05, 0.3), (2, 4), 25),
        (0.9, 0.99, 1e-8, (0.01, 0.1), (200, 400), 12),  # steep
        (0.7, 0.8, 1e-8, (0.05, 0.3), (1e-3, 1e-2), 6),  # flat
        (0.7, 0.8, 1e-12, (0.05, 0.3), (1e-9, 1e-8), 6),  # hardly any slope
        (0.5, 0.6, 1e-3, (3, 5), (1, 2), 8),  # the steps are so long that it overshoots
        (0.9, 0.999, 1e-8, (0.05, 0.3), (0.5, 2), 1),
        (0.0, 0.9, 0.1, (0.05, 0.3), (0.5, 2), 4),
        (0.99, 0.9999, 1e-3, (0.05, 0.3), (0.5, 2), 15),
    ):
        for start in (float(rng.uniform(-3, 3)), int(rng.integers(2, 6))):
            numbers = (float(rng.uniform(*eta)), beta1, beta2, epsilon, n_steps)
            values = (float(rng.uniform(*steepness)), float(rng.uniform(-2, 2)))
            cases.append(("other_valley", "in another valley", problem(valley, start, *numbers, *values)))
    flat = "lambda edge: lambda W: 3.0 * (np.asarray(W) > edge) + 2.0 * (np.asarray(W) < -4)"
    edge, carried = float(rng.uniform(0.5, 1)), "where the ground is flat: the averages carry the weight on"
    for start, beta1 in ((2.0, 0.9), (2.0, 0.5), (0.0, 0.7)):
        cases.append(("stops_where_it_is_flat", carried, problem(flat, start, 0.3, beta1, 0.95, 1e-3, 40, edge)))
    waves = problem("lambda W: 1.5 + 0.5 * np.sin(W)", 1.0, 0.01, 0.9, 0.99, 1e-3, 400)
    far = problem("lambda weight: 2.0 * weight", float(rng.uniform(4e3, 6e3)), 0.1, 0.8, 0.95, 0.1, 6)
    cases += [("many_steps", "for many steps", waves), ("far_out", "for a start far out", far)]
    path_of.holds(student, rng, only=cases, pair=two_walks(*rng.normal(size=2).tolist()))


def two_walks(one, other):
    first = problem("lambda W: 0.5 * W ** 3", one, 0.1, 0.8, 0.95, 0.5, 4)
    return first, problem("lambda W: 1.5 * W ** 3", other, 0.2, 0.6, 0.9, 0.3, 4)


@check(points=0.5)
def test_path_of_a_whole_array_of_weights(student, rng):
    """W may be an array, of whole numbers too: each weight has its own step, and the array W is left as it was."""
    cases, numbers = [], (0.1, 0.8, 0.95, 0.05, 7)
    for W in (rng.normal(size=3), rng.normal(size=(2, 4)), rng.normal(size=(2, 4)), rng.integers(-4, 5, size=(3, 2))):
        values = rng.normal(size=W.shape), rng.uniform(0.1, 50, size=W.shape)
        valley = "lambda target, steep: lambda W: steep * (W - target)"
        cases.append(("array", "for an array of weights", problem(valley, W, *numbers, *values)))
    for shape in ((2,), (3, 2), (40, 30)):
        coupled = "lambda tilt: lambda W: tilt * (np.mean(W) + W) ** 2 + np.sum(W) / W.size"
        others = problem(coupled, rng.normal(size=shape), *numbers, rng.normal(size=shape))
        cases.append(("coupled", "where the slope of one weight depends on the others", others))
    itself = "where derivative(W) is W itself: leave what it returns as it is"
    cases.append(("slope_written_over", itself, problem("lambda W: W", rng.normal(size=(3, 2)), *numbers)))
    pair = two_walks(*rng.normal(size=(2, 2, 6)))
    path_of.holds(student, rng, only=cases, looks_past=PATHS | IN_ROWS, pair=pair)


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


@check(points=0.5)
def test_training_takes_steps_of_adam_on_batches(student, rng, cohort):
    """There are epochs / batch_frac steps of Adam, each on a batch of the training data; the last weights stay."""
    network, _, _ = known_network(student, rng)
    for epochs, batch_frac in ((5, 0.25), (2, 0.1)):
        student.train_with_adam(network, epochs, batch_frac)
        steps = student.function(STEPS)(network.optimiser)
        want = round(epochs / batch_frac)
        found = int(max(steps, default=0))
        require(found > 0, NO_STEPS, diagnosis="no_steps")
        one_epoch = (
            "The optimiser has taken the steps of one epoch only: make it once, and train for all epochs with it."
        )
        require(found != round(1 / batch_frac), one_epoch, diagnosis="optimiser_made_anew")
        require(found != epochs, "There is one step per epoch; each has 1 / batch_frac.", diagnosis="too_few_steps")
        require(
            epochs == 5 or found != want + 20,
            "When a network is trained again, its earlier optimiser goes on: put a new one into network.optimiser.",
            diagnosis="optimiser_kept",
        )
        if found != want:
            fail(
                "The number of steps of the optimiser should be epochs / batch_frac.",
                f"{found} in place of {want}",
                "wrong_number_of_steps",
            )
    lr = require_first_step(student, rng, cohort)
    require_last_weights(student, rng, lr)
    in_first, seen = (int(used.sum()) for used in moments_used(student, rng, lr))
    n = 20
    require(seen > 0, "No moment of the training set is ever used.", diagnosis="not_trained")
    require(
        in_first <= 0.7 * n,
        "A step uses most of the training set, or all of it; each takes a random batch of a fraction batch_frac.",
        f"{in_first} of {n} moments where batch_frac is 0.25",
        "whole_set",
    )
    require(seen > n // 4, "Every step uses the same batch.", diagnosis="same_batch")
    require(seen > n // 2, "A part of the training set is never drawn.", diagnosis="part_of_the_data")
    for _ in range(2):  # the last may be the best by chance, since it is best at the start, and worse from then on
        network, layers, data = known_network(student, rng)
        network.Y_train = predict(layers, data["X_train"])
        require(
            student.function(ENDS_WITH_THE_LAST_STEP)(student.train_with_adam, network, 12, 0.25) is True,
            "The parameters that the network ends with are not those of the last step: choose none.",
            diagnosis="not_of_the_last_step",
        )


def require_last_weights(student, rng, lr):
    """Fail if the weights are chosen by the test error, which is smallest at the start here and rises from then on."""
    network, layers, data = known_network(student, rng)
    network.Y_test = predict(layers, data["X_test"])
    n_steps = 120
    student.train_with_adam(network, n_steps, 1.0)
    require_all_steps(student, network, n_steps)
    move = (layers[-1][1] - layers_of(student, network)[-1][1]) / lr  # of the output's biases, whose slopes agree
    path = [layers[-1][1] - biases for biases in output_biases(layers, data, lr, n_steps)]
    right, average = path[-1] / lr, np.mean(path, axis=0) / lr
    require(
        np.all(np.abs(move) > np.minimum(2, np.abs(right) / 2)),
        "After many steps the network has hardly moved: the last weights should stay, whatever the test error is.",
        diagnosis="chosen_by_test_data",
    )
    require(
        not np.allclose(move, average, rtol=0.03),
        "The network ends at the average of its weights over the steps; those of the last step should stay.",
        diagnosis="average_of_the_steps",
    )
    require(
        np.allclose(move, right, rtol=0.05),
        "In a long training the steps are not as long as Adam makes them with adam_lr: is the learning rate changed, "
        "are slopes cut off, or do they pile up?",
        diagnosis="learning_rate_changes",
    )


def output_biases(layers, data, lr, n_steps):
    """The output's biases after each step of Adam on the whole training set."""
    values = [part.copy() for layer in layers for part in layer]
    m, v, found = [0.0] * len(values), [0.0] * len(values), []
    for k in range(1, n_steps + 1):
        pairs = list(zip(values[::2], values[1::2], strict=True))
        slopes = [part for layer in slopes_of(pairs, data["X_train"], data["Y_train"]) for part in layer]
        for place, g in enumerate(slopes):
            m[place] = 0.9 * m[place] + 0.1 * g
            v[place] = 0.999 * v[place] + 0.001 * g**2
            step = m[place] / (1 - 0.9**k) / (np.sqrt(v[place] / (1 - 0.999**k)) + 1e-8)
            values[place] = values[place] - lr * step
        found.append(values[-1])
    return found


def require_all_steps(student, network, n_steps, more_or_less=0.0):
    """Fail unless the optimiser has taken so many steps, `more_or_less` as a part of them."""
    found = int(max(student.function(STEPS)(network.optimiser), default=0))
    require(found > 0, NO_STEPS, diagnosis="no_steps")
    detail = f"{found} in place of {n_steps}"
    require(
        found >= (1 - more_or_less) * n_steps,
        "In a long training the optimiser that the network is left with takes fewer steps than epochs / batch_frac: it "
        "is to take all of them, however many they are, and however small the loss is.",
        detail,
        "wrong_number_of_steps",
    )
    too_many = "In a long training there are more steps than epochs / batch_frac."
    require(found <= (1 + more_or_less) * n_steps, too_many, detail, "wrong_number_of_steps")


def require_first_step(student, rng, cohort):
    """How far one batch of everything moves each parameter against the sign of its slope; fail unless it does.

    That it is as far as the learning rate that is given, another check holds.
    """
    network, layers, data = known_network(student, rng)
    student.train_with_adam(network, 1, 1.0)
    after, eta = layers_of(student, network), cohort.torch.adam_lr
    (slope, is_sure), (on_test, is_too) = (sure_slopes(layers, data, part) for part in ("train", "test"))
    sure = is_sure & is_too
    got, slope, on_test = (part[sure] for part in ((flat(layers) - flat(after)) / eta, slope, on_test))
    size = float(np.median(np.abs(got)))
    if size > 0 and np.allclose(np.abs(got), size, rtol=0.02):
        got, eta = got / size, eta * size
    plain = "it takes the step of plain gradient descent"
    mistakes = {
        "not_trained": ("it has not moved", 0 * slope),
        "plain_descent": (plain, slope),
        "plain_descent_sgd": (plain, slope * cohort.torch.sgd_lr / eta),
        "test_data": ("it is trained on the test data, alone or with the training data", np.sign(on_test)),
        "uphill": ("it moves up the slope", -np.sign(slope)),
    }
    assert_close(got, np.sign(slope), "the first step of the parameters", rtol=0, atol=0.02, mistakes=mistakes)
    return eta


def sure_slopes(layers, data, part):
    """The slopes of all weights and biases, and which have their sign in any batch, be some moments in it twice."""
    X, Y = data[f"X_{part}"], data[f"Y_{part}"]
    of_each = np.array([flat(slopes_of(layers, X[:, [k]], Y[:, [k]])) for k in range(X.shape[1])])
    slopes, doubt = of_each.mean(axis=0), of_each.std(axis=0) / np.sqrt(len(of_each))
    return slopes, np.abs(slopes) > np.maximum(CLEAR, 6 * doubt)


def flat(layers):
    """All weights and biases in one array."""
    return np.concatenate([np.ravel(one) for layer in layers for one in layer])


def moments_used(student, rng, lr):
    """Which of 20 moments are used in the first of eight steps with five each, and which in all of them.

    Each moment has a cell of its own, so the first weights from that cell take a step of Adam only if the moment was in
    a batch. A pull towards zero, as AdamW has, moves them by far less.
    """
    data = {f"X_{part}": np.eye(20) for part in ("train", "test")}
    data |= {f"Y_{part}": rng.uniform(2, 3, size=(2, 20)) for part in ("train", "test")}
    network = student.TorchNetwork(**data, hidden_size=12)
    set_parameters(student, network, rng, gain=np.sqrt(6))
    before = layers_of(student, network)[0][0]
    first = student.function(AFTER_THE_FIRST_STEP)(student.train_with_adam, network, 2, 0.25)
    after = layers_of(student, network)[0][0]
    assert_finite(after, "a parameter after training")
    first = layers_from([np.asarray(value, dtype=float) for value in first])[0][0] if first else before
    return [np.any(np.abs(one - before) > lr / 10, axis=0) for one in (first, after)]


@check(points=0.5, seconds=60)
def test_training_reaches_the_error_that_it_can(student, session, cohort, bounds):
    """From a healthy start the network comes as close to the test data as Adam can bring it in these epochs."""
    reached, network = trained_on_the_session(student, session, cohort)
    # An epoch too many or too few is the part of another check.
    require_all_steps(student, network, round(cohort.torch.adam_epochs / cohort.torch.batch_frac), more_or_less=0.05)
    detail = f"mean test error {100 * reached:.2f} cm, at most {100 * bounds['adam']:.2f} cm"
    require(np.isfinite(reached), "Training ends at weights that are not finite.", detail, "not_finite")
    require(reached < 0.2, "After training it is no better than guessing.", detail, "not_trained")
    if reached > bounds["adam"]:
        in_first, _ = moments_used(student, np.random.default_rng(4), cohort.torch.adam_lr)
        in_order = "Training ends at too large an error: batches are stretches of the walk, not random moments."
        require(in_first.sum() != 5 or not in_first[:5].all(), in_order, detail, "batches_in_order")
        fail("Training ends at too large an error.", detail, "error_too_large")


def calibration_run(student, session, cohort):
    """Train a network of the cohort's size for the cohort's epochs of Adam; the mean error on the test data, metres."""
    return trained_on_the_session(student, session, cohort)[0]


def trained_on_the_session(student, session, cohort):
    """The error of `calibration_run`, and the network; start and prediction are the grader's, the batches are not."""
    data = {name: array[:, ::40] if "test" in name else array for name, array in session.arrays.items()}
    network = student.TorchNetwork(**data)
    set_parameters(student, network, np.random.default_rng(4))
    student.train_with_adam(network, cohort.torch.adam_epochs, cohort.torch.batch_frac)
    off = predict(layers_of(student, network), session.X_test) - session.Y_test
    return float(np.linalg.norm(off, axis=0).mean()), network


def set_parameters(student, network, rng, gain=1.0):
    """Draw every parameter anew, as PyTorch does: uniform, up to one over the root of the number of inputs."""
    values, n_inputs = [], 1
    for one in student.function(PARAMETERS)(network):
        shape = np.shape(one)
        n_inputs = shape[1] if len(shape) == 2 else n_inputs
        values.append(gain * rng.uniform(-1, 1, size=shape) / np.sqrt(n_inputs))
    student.function(SET_PARAMETERS)(network, values)
    require_kept(values, student.function(PARAMETERS)(network))


def require_kept(values, found):
    """Fail unless these are the values that were set, to single precision."""
    for value, one in zip(values, found, strict=True):
        kept = np.shape(one) == value.shape and np.allclose(one, value, rtol=1e-5, atol=1e-6)
        require(kept, "Parameters do not keep the values that they are given.", diagnosis="parameters_not_kept")


def known_network(student, rng):
    """A student's network with weights through which slopes reach every layer, its layers, and its data.

    Its slopes are much the same in whatever moments are drawn from the training data; in any of the test data they are
    far steeper.
    """
    data = {f"X_{part}": rng.uniform(0.4, 0.6, size=(3, 40)) for part in ("train", "test")}
    data |= {"Y_train": rng.uniform(-6, -5, size=(2, 40)), "Y_test": rng.uniform(500, 600, size=(2, 40)) * [[1], [-1]]}
    network = student.TorchNetwork(**data, hidden_size=6)
    for _ in range(100):
        set_parameters(student, network, rng, gain=np.sqrt(6))
        layers = layers_of(student, network)
        slopes = slopes_of(layers, data["X_train"], data["Y_train"])
        alive = all(np.any(np.abs(part) > CLEAR) for layer in slopes for part in layer)
        if alive and np.sum(sure_slopes(layers, data, "train")[1]) > 0.9 * np.sum(np.abs(flat(slopes)) > CLEAR):
            return network, layers, data
    raise CheckFailed("A layer has no slopes, whatever its parameters are.", diagnosis="no_slopes")


def layers_of(student, network):
    """Weights and biases of a network, layer by layer: sizes tell which is first and which is last."""
    return layers_from([np.asarray(value, dtype=float) for value in student.function(PARAMETERS)(network)])


def layers_from(values):
    """Weights and biases, layer by layer."""
    matrices = [value for value in values if value.ndim == 2]
    biases = [value for value in values if value.ndim == 1]
    hidden = next((W.shape[0] for W in matrices if W.shape[0] == W.shape[1]), None)
    layers = sorted(
        zip(matrices, biases, strict=False),
        key=lambda layer: (layer[0].shape[1] == hidden) + (layer[0].shape[0] != hidden),
    )
    fits = all(W.shape[1] == before.shape[0] for (W, _), (before, _) in zip(layers[1:], layers, strict=False))
    fits = fits and 0 < len(layers) < 9 and len(matrices) == len(biases) and sum(map(len, biases)) < 10_000
    if not fits:
        fail("The network does not have the layers of the task, in their order.", diagnosis="layer_sizes")
    return layers


def activities(layers, X):
    """The input, every hidden layer after ReLU, and the output."""
    H = [X]
    for place, (W, b) in enumerate(layers):
        N = W @ H[-1] + b[:, None]
        H.append(N if place == len(layers) - 1 else np.maximum(N, 0))
    return H


def predict(layers, X):
    return activities(layers, X)[-1]


def slopes_of(layers, X, Y):
    """The slopes of the loss for weights and biases of each layer, from the output backwards."""
    H, n = activities(layers, X), X.shape[1]
    blame, slopes = H[-1] - Y, []
    for place in reversed(range(len(layers))):
        if place < len(layers) - 1:
            blame = (H[place + 1] > 0) * blame
        slopes.append((2 / n * blame @ H[place].T, 2 / n * blame.sum(axis=1)))
        blame = layers[place][0].T @ blame
    return slopes[::-1]
