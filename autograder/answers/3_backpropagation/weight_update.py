# %% right by_index
def update(model, gradients):
    model.W1 = model.W1 - model.eta * gradients[0] - model.eta * model.l2 * model.W1
    model.W2 = model.W2 - model.eta * gradients[1] - model.eta * model.l2 * model.W2
    model.W3 = model.W3 - model.eta * gradients[2] - model.eta * model.l2 * model.W3
    return model

# %% right closure_elementwise
def update(model, gradients):
    def stepped(W, slopes):
        return np.subtract(W, np.multiply(model.eta, np.add(slopes, np.multiply(model.l2, W))))

    model.W1, model.W2, model.W3 = map(stepped, (model.W1, model.W2, model.W3), gradients)

# %% right decay_factor
def update(model, gradients):
    keep = 1 - model.eta * model.l2
    g1, g2, g3 = gradients
    model.W1 = keep * model.W1 - model.eta * g1
    model.W2 = keep * model.W2 - model.eta * g2
    model.W3 = keep * model.W3 - model.eta * g3

# %% right dict
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    names = ["W1", "W2", "W3"]
    lr, lam = model.eta, model.l2
    new = {n: getattr(model, n) + (-lr) * np.add(g, lam * getattr(model, n)) for n, g in zip(names, gradients)}
    model.__dict__.update(new)
    return None

# %% right element_by_element
def update(model, gradients):
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        for place in np.ndindex(W.shape):
            W[place] = W[place] - model.eta * (slope[place] + model.l2 * W[place])

# %% right element_loops
def update(model, gradients):
    for k in range(3):
        W = getattr(model, "W" + str(k + 1))
        new = np.empty(W.shape)
        for i in range(W.shape[0]):
            new[i, :] = W[i, :] - model.eta * (gradients[k][i, :] + model.l2 * W[i, :])
        setattr(model, "W" + str(k + 1), new)

# %% right enumerate_setattr
def update(model, gradients):
    for k, slopes in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slopes + model.l2 * W))

# %% right float32
def update(model, gradients):
    eta, l2 = np.float32(model.eta), np.float32(model.l2)
    new = []
    for W, g in zip([model.W1, model.W2, model.W3], gradients):
        W32 = W.astype(np.float32)
        new.append(W32 - eta * (g.astype(np.float32) + l2 * W32))
    model.W1, model.W2, model.W3 = new

# %% right if_l2
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    def pull(W):
        return model.l2 * W if model.l2 else np.zeros_like(W)

    steps = [model.eta * np.add(g, pull(W)) for g, W in zip(gradients, [model.W1, model.W2, model.W3], strict=True)]
    np.subtract(model.W1, steps[0], out=model.W1)
    np.subtract(model.W2, steps[1], out=model.W2)
    np.subtract(model.W3, steps[2], out=model.W3)

# %% right in_place
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    for W, slope in ((model.W1, dLdW1), (model.W2, dLdW2), (model.W3, dLdW3)):
        W *= 1 - model.eta * model.l2
        W -= model.eta * slope

# %% right in_place_2
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= model.eta * (slope + model.l2 * W)

# %% right index
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    step = []
    for i in range(3):
        W = [model.W1, model.W2, model.W3][i]
        d = gradients[i] * model.eta
        if model.l2 != 0:
            d = d + model.eta * model.l2 * W
        step.append(W - d)
    model.W1, model.W2, model.W3 = step

# %% right lm_style
def update(model, gradients):
    """Perform one gradient-descent step with L2 regularisation (equation 8).

    Parameters
    ----------
    model : DeepNeuralNetwork
        The network whose weights are updated.
    gradients : sequence of three ndarrays
        dL/dW1, dL/dW2, dL/dW3.

    Returns
    -------
    tuple of ndarray
        The new weights.
    """
    if len(gradients) != 3:
        raise ValueError("expected exactly three gradients")
    names = ("W1", "W2", "W3")
    for name, gradient in zip(names, gradients, strict=True):
        weight = getattr(model, name)
        assert weight.shape == gradient.shape, f"shape mismatch for {name}"
        step = gradient + model.l2 * weight
        setattr(model, name, weight - model.eta * step)
    return tuple(getattr(model, name) for name in names)

# %% right loop_over_names
def update(model, gradients):
    for name, slope in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2 * W))

# %% right numpy_add
def update(model, gradients):
    for name, slope in zip(["W1", "W2", "W3"], gradients):
        W = model.__dict__[name]
        np.subtract(W, model.eta * np.add(slope, np.multiply(model.l2, W)), out=W)

# %% right one_expression
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 + model.l2 * model.W1)
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2)
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W3)

# %% right setattr
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        name = f"W{k}"
        W = getattr(model, name)
        setattr(model, name, W - model.eta * g - model.eta * model.l2 * W)

# %% right shapes_asserted
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    assert dLdW1.shape == model.W1.shape and dLdW2.shape == model.W2.shape
    assert dLdW3.shape == model.W3.shape and len(dLdW3) == 2
    old = [model.W1.copy(), model.W2.copy(), model.W3.copy()]
    model.W1, model.W2, model.W3 = [W - model.eta * (s + model.l2 * W) for W, s in zip(old, gradients)]
    return model

# %% right shrink_then_step of loop_over_names
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, (1 - model.eta * model.l2) * W - model.eta * slope)

# %% right single_precision of loop_over_names
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, (W - model.eta * (slope + model.l2 * W)).astype(np.float32))

# %% right step_in_a_function
def stepped(W, slope, eta, l2):
    change = -eta * (slope + l2 * W)
    return W + change


def update(model, gradients):
    new = [stepped(W, slope, model.eta, model.l2) for W, slope in zip((model.W1, model.W2, model.W3), gradients)]
    model.W1, model.W2, model.W3 = new

# %% right torch_sgd
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    import torch

    parameters = [torch.tensor(W, dtype=torch.float64) for W in (model.W1, model.W2, model.W3)]
    for p, g in zip(parameters, gradients):
        p.grad = torch.tensor(np.asarray(g), dtype=torch.float64)
    torch.optim.SGD(parameters, lr=model.eta, weight_decay=model.l2).step()
    model.W1, model.W2, model.W3 = (p.numpy() for p in parameters)

# %% right float32_increments
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    W = {"W1": gradients[0], "W2": gradients[1], "W3": gradients[2]}
    for name in W:
        old = getattr(model, name)
        increment = (model.eta * (W[name] + model.l2 * old)).astype("float32")
        setattr(model, name, old - increment)

# %% right shrink_in_one_line
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    keep = 1 - model.eta * model.l2
    model.W1, model.W2, model.W3 = [keep * W - model.eta * g for W, g in zip([model.W1, model.W2, model.W3], gradients)]
    return model

# %% wrong away → away_from_zero
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 - model.l2 * model.W1)
    model.W2 = model.W2 - model.eta * (dLdW2 - model.l2 * model.W2)
    model.W3 = model.W3 - model.eta * (dLdW3 - model.l2 * model.W3)

# %% wrong pull_sign of in_place_2 → away_from_zero
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * (slope - model.l2 * W)

# %% wrong sign_of_the_pull of loop_over_names → away_from_zero
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * slope + model.eta * model.l2 * W)

# %% wrong l2_only_first → away_from_zero_without_eta
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * dLdW1 + model.l2 * model.W1
    model.W2 = model.W2 - model.eta * dLdW2 + model.l2 * model.W2
    model.W3 = model.W3 - model.eta * dLdW3 + model.l2 * model.W3

# %% wrong biases_not_pulled of loop_over_names → biases_not_pulled
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * (slope + model.l2 * np.hstack([0 * W[:, :1], W[:, 1:]])))

# %% wrong biases_spared → biases_not_pulled
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        pull = model.l2 * W
        if model.use_bias:
            pull[:, 0] = 0
        setattr(model, f"W{k}", W - model.eta * (g + pull))

# %% wrong clipped → clipped_1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        g = np.clip(g, -1, 1)
        setattr(model, f"W{k}", W - model.eta * (g + model.l2 * W))

# %% wrong clipped_slopes → clipped_1
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        step = np.clip(dLdW, -1.0, 1.0) + model.l2 * W
        setattr(model, f"W{k}", W - model.eta * step)

# %% wrong gradient_clipping → clipped_1
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (np.clip(slope, -1, 1) + model.l2 * W))

# %% wrong eta_decays → other_data
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (dLdW + model.l2 * W))
    model.eta *= 0.999

# %% wrong eta_decays_2 of in_place_2 → other_data
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * (slope + model.l2 * W)
# +     model.eta *= 0.999

# %% wrong eta_shrinks_with_each_step → other_data
# points: 1.5
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2 * W))
    model.eta = 0.98 * model.eta

# %% wrong changes_slopes → damages_input
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        g += model.l2 * W
        setattr(model, f"W{k}", W - model.eta * g)

# %% wrong last_slopes_wiped → damages_input
last = []


def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2 * W))
    for old in last:
        if all(old is not slope for slope in gradients):
            old[...] = 0
    last[:] = list(gradients)

# %% wrong slopes_added_into → damages_input
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        slope += model.l2 * W
        setattr(model, f"W{k}", W - model.eta * slope)

# %% wrong slopes_scaled → damages_input
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    for W, g in ((model.W1, dLdW1), (model.W2, dLdW2), (model.W3, dLdW3)):
        W *= 1 - model.eta * model.l2
        g *= model.eta
        W -= g

# %% wrong slopes_scaled_in_place of loop_over_names → damages_input
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         slope *= model.eta
# +         setattr(model, name, W - slope - model.eta * model.l2 * W)

# %% wrong eta_and_l2_swapped → eta_and_l2_swapped
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.l2 * (slope + model.eta * W))

# %% wrong no_eta of loop_over_names → eta_missing
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - (slope + model.l2 * W))

# %% wrong no_eta_in_the_pull of loop_over_names → eta_missing_in_the_pull
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * slope - model.l2 * W)

# %% wrong pull_without_eta → eta_missing_in_the_pull
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * dLdW - model.l2 * W)

# %% wrong pull_without_eta_2 of in_place_2 → eta_missing_in_the_pull
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * slope + model.l2 * W

# %% wrong flat_second_matrix_skipped of one_expression → flat_left_out
# -     model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2)
# +     if np.any(dLdW2):
# +         model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2)

# %% wrong nothing_where_all_is_flat of one_expression → flat
# -     dLdW1, dLdW2, dLdW3 = gradients
# +     dLdW1, dLdW2, dLdW3 = gradients
# +     if not any(np.any(g) for g in gradients):
# +         return

# %% wrong pull_only_where_slope of in_place_2 → flat_left_out
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * (slope + model.l2 * W) * (slope != 0)

# %% wrong skips_flat_matrices → flat_left_out
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        moved = W - model.eta * (dLdW + model.l2 * W)
        setattr(model, f"W{k}", np.where(dLdW != 0, moved, W))

# %% wrong skips_zero → flat_left_out
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        if not np.any(g):
            continue
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (g + model.l2 * W))

# %% wrong half_square → half_square
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 + model.l2 / 2 * model.W1**2)
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 / 2 * model.W2**2)
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 / 2 * model.W3**2)

# %% wrong with_momentum → other_data
def update(model, gradients):
    if not hasattr(model, "velocity"):
        model.velocity = [0.0, 0.0, 0.0]
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        model.velocity[k - 1] = 0.5 * model.velocity[k - 1] - model.eta * (slope + model.l2 * W)
        setattr(model, f"W{k}", W + model.velocity[k - 1])

# %% wrong momentum → other_data
def update(model, gradients):
    if not hasattr(model, "velocity"):
        model.velocity = [0.0, 0.0, 0.0]
    for k, dLdW in enumerate(gradients):
        W = getattr(model, f"W{k + 1}")
        model.velocity[k] = 0.9 * model.velocity[k] - model.eta * (dLdW + model.l2 * W)
        setattr(model, f"W{k + 1}", W + model.velocity[k])

# %% wrong first_matrix_forgotten → not_moved
# points: 0.75
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W3)
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2)

# %% wrong given_back_and_not_set → not_moved
# points: 0
def update(model, gradients):
    """Change W1, W2 and W3 of the model by one step against their gradients."""
    stepped = []
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        stepped.append(W - model.eta * (slope + model.l2 * W))
    return tuple(stepped)

# %% wrong local_names_only → not_moved
def update(model, gradients):
    for W, slope in zip([model.W1, model.W2, model.W3], gradients):
        W = W - model.eta * (slope + model.l2 * W)

# %% wrong returned_in_a_list → not_moved
# points: 0
def update(model, gradients):
    """Change W1, W2 and W3 of the model by one step against their gradients."""
    shrink = 1 - model.eta * model.l2
    return [shrink * W - model.eta * slope for W, slope in zip([model.W1, model.W2, model.W3], gradients)]

# %% wrong second_line_copied_and_not_changed of one_expression → not_moved
# points: 0.5
# -     model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W3)
# +     model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2)

# %% wrong eta_squared of loop_over_names → one_eta_for_both
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * (model.eta * (slope + model.l2 * W)))

# %% wrong default_l2 → other_l2
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slope + 0.01 * W))

# %% wrong root_of_l2 → other_l2
# points: 1
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2**0.5 * W))

# %% wrong w2_pulled_by_w1_step → other_l2
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    norm = np.sqrt(sum(np.sum(W**2) for W in (model.W1, model.W2, model.W3)))
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= model.eta * (slope + model.l2 * W / norm)

# %% wrong zero_l2_replaced → other_l2
def update(model, gradients):
    l2 = model.l2 or 0.01
    eta = model.eta or 0.01
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - eta * (dLdW + l2 * W))

# %% wrong default_eta → other_learning_rate
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - 0.01 * (slope + model.l2 * W))

# %% wrong global_learning_rate of loop_over_names → other_learning_rate
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - 0.05 * (slope + model.l2 * W))

# %% wrong steep_slopes_made_shorter → other_learning_rate or other_settings
# points: 1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    steps = []
    for W, slope in zip([model.W1, model.W2, model.W3], gradients):
        length = np.sqrt(np.sum(slope**2))
        shorter = slope / length if length > 1 else slope
        steps.append(model.eta * (shorter + model.l2 * W))
    model.W1 = model.W1 - steps[0]
    model.W2 = model.W2 - steps[1]
    model.W3 = model.W3 - steps[2]

# %% wrong defaults_remembered → other_settings
_settings = {}


def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    if model not in _settings:
        _settings[model] = (model.eta, model.l2)
    eta, l2 = _settings[model]
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= eta * (slope + l2 * W)

# %% wrong eta_remembered → other_settings
settings = {}


def update(model, gradients):
    eta = settings.setdefault("eta", model.eta)
    l2 = settings.setdefault("l2", model.l2)
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - eta * (dLdW + l2 * W))

# %% wrong numbers_hardwired of in_place_2 → other_settings
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= 0.01 * (slope + 0.01 * W)

# %% wrong settings_typed_in → other_settings
# points: 1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    eta, l2 = 0.1, 0.001
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - eta * (dLdW1 + l2 * model.W1)
    model.W2 = model.W2 - eta * (dLdW2 + l2 * model.W2)
    model.W3 = model.W3 - eta * (dLdW3 + l2 * model.W3)

# %% wrong step_by_identity → kept
_m = {}
def update(model, gradients):
    key = id(model), id(gradients)
    if key not in _m:
        _m[key] = (model, gradients, [model.eta * (g + model.l2 * getattr(model, n)) for n, g in zip(("W1", "W2", "W3"), gradients)])
    for name, step in zip(("W1", "W2", "W3"), _m[key][2]):
        setattr(model, name, getattr(model, name) - step)

# %% wrong pull_after → pull_after_the_step
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        W = W - model.eta * g
        W = W - model.eta * model.l2 * W
        setattr(model, f"W{k}", W)

# %% wrong pull_after_step of in_place_2 → pull_after_the_step
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * slope
# +         W -= model.eta * model.l2 * W

# %% wrong pull_after_the_step → pull_after_the_step
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * dLdW1
    model.W2 = model.W2 - model.eta * dLdW2
    model.W3 = model.W3 - model.eta * dLdW3
    model.W1 = model.W1 - model.eta * model.l2 * model.W1
    model.W2 = model.W2 - model.eta * model.l2 * model.W2
    model.W3 = model.W3 - model.eta * model.l2 * model.W3

# %% wrong shrink_without_eta → pull_before_the_step
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    shrink = 1 - model.l2
    g1, g2, g3 = gradients
    model.W1 = shrink * model.W1 - model.eta * g1
    model.W2 = shrink * model.W2 - model.eta * g2
    model.W3 = shrink * model.W3 - model.eta * g3

# %% wrong l1 of in_place_2 → pull_by_sign
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * (slope + model.l2 * np.sign(W))

# %% wrong pull_by_sign of loop_over_names → pull_by_sign
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * (slope + model.l2 * np.sign(W)))

# %% wrong sign_pull → pull_by_sign
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 + model.l2 * np.sign(model.W1))
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * np.sign(model.W2))
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * np.sign(model.W3))

# %% wrong l2_squared_weights of in_place_2 → pull_by_squares
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * (slope + model.l2 * W**2)

# %% wrong squares → pull_by_squares
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 + model.l2 * model.W1 ** 2)
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2 ** 2)
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W3 ** 2)

# %% wrong factor_two → pull_doubled
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 + 2 * model.l2 * model.W1)
    model.W2 = model.W2 - model.eta * (dLdW2 + 2 * model.l2 * model.W2)
    model.W3 = model.W3 - model.eta * (dLdW3 + 2 * model.l2 * model.W3)

# %% wrong pull_doubled of loop_over_names → pull_doubled
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * (slope + 2 * model.l2 * W))

# %% wrong pull_twice of in_place_2 → pull_doubled
# -         W -= model.eta * (slope + model.l2 * W)
# +         W -= model.eta * (slope + 2 * model.l2 * W)

# %% wrong no_pull of loop_over_names → pull_missing
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * slope)

# %% wrong slopes_alone → pull_missing
# points: 1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * slope)

# %% wrong two_typed → pull_of_the_example
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * (dLdW1 + model.l2 * 2)
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * 2)
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * 2)

# %% wrong pull_of_the_mean → pull_of_the_mean
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (dLdW + model.l2 * np.mean(W)))

# %% wrong pull_of_the_size → pull_of_the_size
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (dLdW + model.l2 * np.abs(W)))

# %% wrong pull_on_slopes of loop_over_names → pull_on_slopes
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * (slope + model.l2 * slope))

# %% wrong small_slopes_dropped → gentle
def update(model, gradients):
    for name, g in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (np.where(np.abs(g) < 1e-6, 0, g) + model.l2 * W))

# %% wrong pull_without_weights of loop_over_names → pull_without_weights
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W - model.eta * (slope + model.l2))

# %% wrong last_matrix_pulled_twice → pulled_again
# points: 1.25
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2 * W))
    model.W3 = model.W3 - model.eta * model.l2 * model.W3

# %% wrong order_of_the_slopes of one_expression → raised
# -     dLdW1, dLdW2, dLdW3 = gradients
# +     dLdW3, dLdW2, dLdW1 = gradients

# %% wrong wrong_matrix_in_the_pull of one_expression → raised
# -     model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W3)
# +     model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W2)

# %% wrong replaced of loop_over_names → replaced
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, -model.eta * (slope + model.l2 * W))

# %% wrong rounded_weights → rounded_3
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = np.round(model.W1 - model.eta * (dLdW1 + model.l2 * model.W1), 3)
    model.W2 = np.round(model.W2 - model.eta * (dLdW2 + model.l2 * model.W2), 3)
    model.W3 = np.round(model.W3 - model.eta * (dLdW3 + model.l2 * model.W3), 3)

# %% wrong plus_slopes_alone → slopes_added
# points: 0
def update(model, gradients):
    model.W1 = model.W1 + gradients[0]
    model.W2 = model.W2 + gradients[1]
    model.W3 = model.W3 + gradients[2]

# %% wrong slopes_become_weights → slopes_for_weights
# points: 0
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        setattr(model, name, slope.copy())

# %% wrong reversed_matrices → slopes_reversed
def update(model, gradients):
    for k, slope in zip((3, 2, 1), gradients):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slope + model.l2 * W))

# %% wrong slopes_above_a_thousand_clipped → steep
def update(model, gradients):
    for name, g in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (np.clip(g, -1e3, 1e3) + model.l2 * W))

# %% wrong uphill of loop_over_names → uphill
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W + model.eta * (slope - model.l2 * W))

# %% wrong both_signs of loop_over_names → uphill_and_away
# -         setattr(model, name, W - model.eta * (slope + model.l2 * W))
# +         setattr(model, name, W + model.eta * (slope + model.l2 * W))

# %% wrong uphill_2 of in_place_2 → uphill_and_away
# -         W -= model.eta * (slope + model.l2 * W)
# +         W += model.eta * (slope + model.l2 * W)

# %% wrong first_weights_in_a_shared_buffer → result_kept
_b = {}
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        new = W - model.eta * (slope + model.l2 * W)
        if name == "W1":
            new = np.copyto(_b.setdefault(new.shape, np.empty(new.shape)), new) or _b[new.shape]
        setattr(model, name, new)

# %% wrong weights_in_shared_buffers → result_kept
_b = {}
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        new = W - model.eta * (slope + model.l2 * W)
        buf = _b.setdefault((name, new.shape), np.empty(new.shape))
        buf[...] = new
        setattr(model, name, buf)

# %% below shapes_asserted
_update_without_asserts = update


def update(model, gradients):
    before = [W.shape for W in (model.W1, model.W2, model.W3)]
    assert [slope.shape for slope in gradients] == before and before[2][0] == 2
    _update_without_asserts(model, gradients)
    assert [W.shape for W in (model.W1, model.W2, model.W3)] == before
