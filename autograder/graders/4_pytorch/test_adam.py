"""Task adam: a TorchNetwork, trained with Adam from a start of the grader's, ends close to the test data.

Looked at are the optimiser that the network is left with, and where its parameters go. With one batch of the whole
training set the first step of Adam is known: each parameter moves by η against the sign of its slope.
"""

import numpy as np

from decoding.checks import CheckFailed, Task, assert_close, assert_finite, check, fail, require

TASK = Task("adam", needs=["build_network", "training_step"])

PARAMETERS = "lambda network: [p.detach().numpy() for p in network.parameters()]"
SET_PARAMETERS = (
    "lambda network, values:"
    " [p.data.copy_(__import__('torch').tensor(v)) for p, v in zip(network.parameters(), values)] and None"
)
STEPS = "lambda optimiser: [float(state.get('step', 0)) for state in optimiser.state.values()]"
USUAL = {"betas": [0.9, 0.999], "weight_decay": 0, "amsgrad": False}
CLEAR = 1e-4  # of smaller slopes, rounding and ε have a say in the step
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


@check(points=0.5)
def test_one_batch_of_everything_is_one_step_of_adam(student, rng, cohort):
    """With batch_frac = 1 and one epoch, each parameter moves by the learning rate against the sign of its slope."""
    network, layers, data = known_network(student, rng)
    student.train_with_adam(network, 1, 1.0)
    after = layers_of(student, network)
    slopes = {part: slopes_of(layers, data[f"X_{part}"], data[f"Y_{part}"]) for part in ("train", "test")}
    lr = cohort.torch.adam_lr
    for place in reversed(range(len(layers))):
        for part, name in enumerate(("weights", "biases")):
            slope, on_test = slopes["train"][place][part], slopes["test"][place][part]
            clear = np.abs(slope) > CLEAR
            got = ((layers[place][part] - after[place][part]) / lr)[clear]
            mistakes = {
                "not_trained": ("it has not moved", np.zeros(clear.sum())),
                "plain_descent": ("it takes the step of plain gradient descent", slope[clear]),
                "plain_descent_sgd": (
                    "it takes the step of plain gradient descent",
                    slope[clear] * cohort.torch.sgd_lr / lr,
                ),
                "test_data": ("it is trained on the test data", np.sign(on_test[clear])),
                "uphill": ("it moves up the slope", -np.sign(slope[clear])),
            }
            title = f"the first step of the {name} of layer {place + 1}"
            assert_close(got, np.sign(slope[clear]), title, rtol=0, atol=0.02, mistakes=mistakes)


@check(points=0.5)
def test_training_takes_epochs_over_batch_frac_steps(student, rng):
    """The number of steps is epochs / batch_frac, and each step has a batch of its own."""
    for epochs, batch_frac in ((3, 0.25), (2, 0.1)):
        network, _, _ = known_network(student, rng)
        student.train_with_adam(network, epochs, batch_frac)
        steps = student.function(STEPS)(network.optimiser)
        want = round(epochs / batch_frac)
        found = int(max(steps, default=0))
        require(found != epochs, "There is one step an epoch; each has 1 / batch_frac.", diagnosis="too_few_steps")
        if found != want:
            fail(
                "The number of steps should be epochs / batch_frac.",
                f"{found} in place of {want}",
                "wrong_number_of_steps",
            )
    seen, n = moments_seen(student, rng), 20
    require(seen > 0, "No moment of the training set is ever used.", diagnosis="not_trained")
    require(seen > n // 4, "Every step uses the same batch.", diagnosis="same_batch")
    require(seen > n // 2, "A part of the training set is never drawn.", diagnosis="part_of_the_data")


def moments_seen(student, rng):
    """How many of 20 moments are used in eight steps with five each.

    Each moment has a cell of its own, so the first weights from that cell change only if the moment was in a batch.
    """
    data = {f"X_{part}": np.eye(20) for part in ("train", "test")}
    data |= {f"Y_{part}": rng.uniform(2, 3, size=(2, 20)) for part in ("train", "test")}
    network = student.TorchNetwork(**data, hidden_size=12)
    set_parameters(student, network, rng, gain=np.sqrt(6))
    before = layers_of(student, network)[0][0]
    student.train_with_adam(network, 2, 0.25)
    after = layers_of(student, network)[0][0]
    assert_finite(after, "a parameter after training")
    return int(np.sum(np.any(after != before, axis=0)))


@check(points=1, seconds=60)
def test_training_reaches_the_error_that_it_can(student, session, cohort, bounds):
    """From a healthy start the network comes as close to the test data as Adam can bring it in these epochs."""
    reached = calibration_run(student, session, cohort)
    detail = f"mean test error {100 * reached:.2f} cm, at most {100 * bounds['adam']:.2f} cm"
    require(np.isfinite(reached), "Training ends at weights that are not finite.", detail, "not_finite")
    require(reached < 0.2, "After training it is no better than guessing.", detail, "not_trained")
    require(reached <= bounds["adam"], "Training ends at too large an error.", detail, "error_too_large")


def calibration_run(student, session, cohort):
    """Train a network of the cohort's size for the cohort's epochs of Adam; the mean error on the test data, metres.

    Start and prediction are the grader's, only the batches are left to chance.
    """
    data = {name: array[:, ::40] if "test" in name else array for name, array in session.arrays.items()}
    network = student.TorchNetwork(**data)
    set_parameters(student, network, np.random.default_rng(4))
    student.train_with_adam(network, cohort.torch.adam_epochs, cohort.torch.batch_frac)
    return float(np.linalg.norm(predict(layers_of(student, network), session.X_test) - session.Y_test, axis=0).mean())


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
    """A student's network with weights through which slopes reach every layer, its layers, and its data."""
    data = {f"X_{part}": rng.uniform(size=(3, 40)) for part in ("train", "test")}
    data |= {"Y_train": rng.uniform(-6, -5, size=(2, 40)), "Y_test": rng.uniform(5, 6, size=(2, 40)) * [[1], [-1]]}
    network = student.TorchNetwork(**data, hidden_size=6)
    for _ in range(100):
        set_parameters(student, network, rng, gain=np.sqrt(6))
        layers = layers_of(student, network)
        slopes = slopes_of(layers, data["X_train"], data["Y_train"])
        if all(np.any(np.abs(part) > CLEAR) for layer in slopes for part in layer):
            return network, layers, data
    raise CheckFailed("A layer has no slopes, whatever its parameters are.", diagnosis="no_slopes")


def layers_of(student, network):
    """Weights and biases of a network, layer by layer: sizes tell which is first and which is last."""
    values = [np.asarray(value, dtype=float) for value in student.function(PARAMETERS)(network)]
    matrices = [value for value in values if value.ndim == 2]
    biases = [value for value in values if value.ndim == 1]
    hidden = next((W.shape[0] for W in matrices if W.shape[0] == W.shape[1]), None)
    layers = sorted(
        zip(matrices, biases, strict=False),
        key=lambda layer: (layer[0].shape[1] == hidden) + (layer[0].shape[0] != hidden),
    )
    fits = all(W.shape[1] == before.shape[0] for (W, _), (before, _) in zip(layers[1:], layers, strict=False))
    if not (fits and layers and len(matrices) == len(biases)):
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
