# %% right bias_column_separately
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    def slopes(C, below):
        weights = C @ below.T
        if model.use_bias:
            weights = np.column_stack([C.sum(axis=1), weights])
        return 2 * weights / N

    V3 = model.W3[:, 1:] if model.use_bias else model.W3
    V2 = model.W2[:, 1:] if model.use_bias else model.W2
    C2 = (V3.T @ C3) * model.activation(model.N2, True)
    C1 = (V2.T @ C2) * model.activation(model.N1, True)
    dLdW2, dLdW1 = slopes(C2, model.H1), slopes(C1, model.X)

    return dLdW1, dLdW2, dLdW3

# %% right biases_by_sums
def gradients(model, Y_true):
    def slopes(C, below):
        weights = 2 / C.shape[1] * C @ below.T
        if not model.use_bias:
            return weights
        return np.hstack([2 / C.shape[1] * C.sum(axis=1, keepdims=True), weights])

    def without_biases(W):
        return W[:, 1:] if model.use_bias else W

    error_now = model.activation(model.N3) - Y_true
    C3 = error_now * model.activation(model.N3, deriv=True)
    C2 = (without_biases(model.W3).T @ C3) * model.activation(model.N2, deriv=True)
    C1 = (without_biases(model.W2).T @ C2) * model.activation(model.N1, deriv=True)
    return slopes(C1, model.X), slopes(C2, model.H1), slopes(C3, model.H2)

# %% right drop_after_product
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    back = model.W3.T @ C3
    C2 = back[first:] * model.activation(model.N2, deriv=True)
    dLdW2 = (2 / N) * (C2 @ model.add_bias_row(model.H1).T)
    back = model.W2.T @ C2
    C1 = back[first:] * model.activation(model.N1, deriv=True)
    dLdW1 = (2 / N) * (C1 @ model.add_bias_row(model.X).T)

    return dLdW1, dLdW2, dLdW3

# %% right drop_row_afterwards
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    back2 = (model.W3.T @ C3)[first:]
    C2 = np.multiply(back2, model.activation(model.N2, True))
    back1 = (model.W2.T @ C2)[first:]
    C1 = np.multiply(back1, model.activation(model.N1, True))
    dLdW2 = (C2 @ model.add_bias_row(model.H1).T) * (2.0 / N)
    dLdW1 = (C1 @ model.add_bias_row(model.X).T) * (2.0 / N)

    return dLdW1, dLdW2, dLdW3

# %% right einsum
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * np.einsum("ij,in->jn", model.W3[:, first:], C3)
    dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
    C1 = model.activation(model.N1, deriv=True) * np.einsum("ij,in->jn", model.W2[:, first:], C2)
    dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N

    return dLdW1, dLdW2, dLdW3

# %% right einsum_2
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    s2 = model.activation(model.N2, True)
    s1 = model.activation(model.N1, True)
    C2 = np.einsum("ji,jn,in->in", model.W3[:, first:], C3, s2)
    C1 = np.einsum("ji,jn,in->in", model.W2[:, first:], C2, s1)
    dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
    dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N

    return dLdW1, dLdW2, dLdW3

# %% right einsum_mean
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    slope2 = model.activation(model.N2, deriv=True)
    slope1 = model.activation(model.N1, deriv=True)
    C2 = np.einsum("hn,oh,on->hn", slope2, model.W3[:, first:], C3)
    C1 = np.einsum("hn,kh,kn->hn", slope1, model.W2[:, first:], C2)
    dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
    dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N

    return dLdW1, dLdW2, dLdW3

# %% right factor_at_the_top
def gradients(model, Y_true):
    sigma, ones = model.activation, model.add_bias_row
    first = int(model.use_bias)
    D3 = 2 * (sigma(model.N3) - Y_true) / Y_true.shape[1] * sigma(model.N3, deriv=True)
    D2 = model.W3[:, first:].T @ D3 * sigma(model.N2, deriv=True)
    D1 = model.W2[:, first:].T @ D2 * sigma(model.N1, deriv=True)
    return [D1 @ ones(model.X).T, D2 @ ones(model.H1).T, D3 @ ones(model.H2).T]

# %% right factor_early
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    delta3 = 2 / N * C3
    delta2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ delta3)
    delta1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ delta2)
    dLdW2 = delta2 @ model.add_bias_row(model.H1).T
    dLdW1 = delta1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% right float32
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    f4 = lambda A: np.asarray(A).astype(np.float32)
    C2 = f4(model.activation(model.N2, True)) * (f4(model.W3[:, first:]).T @ f4(C3))
    C1 = f4(model.activation(model.N1, True)) * (f4(model.W2[:, first:]).T @ C2)
    dLdW2 = np.float32(2 / N) * (C2 @ f4(model.add_bias_row(model.H1)).T)
    dLdW1 = np.float32(2 / N) * (C1 @ f4(model.add_bias_row(model.X)).T)

    return dLdW1, dLdW2, dLdW3

# %% right hint
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% right lm_asserts
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # Equation (5): propagate the blame through W3 (without the bias column).
    W3_no_bias = model.W3[:, first:]
    C2 = model.activation(model.N2, deriv=True) * (W3_no_bias.T @ C3)
    assert C2.shape == model.N2.shape, "C2 must have the shape of N2"

    # Equation (7) for the second layer.
    H1_tilde = model.add_bias_row(model.H1)
    dLdW2 = (2.0 / N) * (C2 @ H1_tilde.T)
    assert dLdW2.shape == model.W2.shape

    # Equation (6): the same one layer lower.
    W2_no_bias = model.W2[:, first:]
    C1 = model.activation(model.N1, deriv=True) * (W2_no_bias.T @ C2)
    assert C1.shape == model.N1.shape, "C1 must have the shape of N1"

    X_tilde = model.add_bias_row(model.X)
    dLdW1 = (2.0 / N) * (C1 @ X_tilde.T)
    assert dLdW1.shape == model.W1.shape

    return dLdW1, dLdW2, dLdW3

# %% right loop
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    slopes = []
    C = C3
    for W, N_k, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        C = model.activation(N_k, deriv=True) * (W[:, first:].T @ C)
        slopes.append(2 * (C @ model.add_bias_row(below).T) / N)
    dLdW2, dLdW1 = slopes

    return dLdW1, dLdW2, dLdW3

# %% right loop_list
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    weights = [model.W1, model.W2, model.W3]
    before = [model.N1, model.N2, model.N3]
    below = [model.X, model.H1, model.H2]
    skip = 1 if model.use_bias else 0
    blame = model.activation(model.N3) - Y_true
    found = [None] * 3
    for k in (2, 1, 0):
        C = model.activation(before[k], deriv=True) * blame
        found[k] = (2.0 / Y_true.shape[1]) * np.dot(C, model.add_bias_row(below[k]).T)
        blame = np.dot(weights[k][:, skip:].T, C)
    return tuple(found)

# %% right loop_over_layers
def gradients(model, Y_true):
    first = int(model.use_bias)
    layers = [(model.W1, model.N1, model.X), (model.W2, model.N2, model.H1), (model.W3, model.N3, model.H2)]
    blame = model.activation(model.N3) - Y_true
    found = []
    for W, N, below in reversed(layers):
        C = model.activation(N, deriv=True) * blame
        found.insert(0, 2 * C @ model.add_bias_row(below).T / Y_true.shape[1])
        blame = W[:, first:].T @ C
    return np.array(found, dtype=object) if False else tuple(found)

# %% right loop_over_moments
def gradients(model, Y_true):
    N = Y_true.shape[1]
    sums = [np.zeros(W.shape) for W in (model.W1, model.W2, model.W3)]
    first = 1 if model.use_bias else 0
    for n in range(N):
        column = slice(n, n + 1)
        y = model.activation(model.N3[:, column])
        c3 = model.activation(model.N3[:, column], deriv=True) * (y - Y_true[:, column])
        c2 = model.activation(model.N2[:, column], deriv=True) * (model.W3[:, first:].T @ c3)
        c1 = model.activation(model.N1[:, column], deriv=True) * (model.W2[:, first:].T @ c2)
        sums[2] += c3 @ model.add_bias_row(model.H2[:, column]).T
        sums[1] += c2 @ model.add_bias_row(model.H1[:, column]).T
        sums[0] += c1 @ model.add_bias_row(model.X[:, column]).T
    return tuple(2 * total / N for total in sums)

# %% right means
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    W3, W2 = model.W3[:, first:], model.W2[:, first:]
    C2 = np.multiply(model.activation(model.N2, deriv=True), np.dot(W3.T, C3))
    C1 = np.multiply(model.activation(model.N1, deriv=True), np.dot(W2.T, C2))
    H1t, Xt = model.add_bias_row(model.H1), model.add_bias_row(model.X)
    dLdW2 = np.zeros(model.W2.shape)
    dLdW1 = np.zeros(model.W1.shape)
    for n in range(N):
        dLdW2 += 2 * np.outer(C2[:, n], H1t[:, n]) / N
        dLdW1 += 2 * np.outer(C1[:, n], Xt[:, n]) / N

    return dLdW1, dLdW2, dLdW3

# %% right moment_by_moment
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    dLdW2 = np.zeros(model.W2.shape)
    dLdW1 = np.zeros(model.W1.shape)
    S2 = np.asarray(model.activation(model.N2, True), dtype=float)
    S1 = np.asarray(model.activation(model.N1, True), dtype=float)
    H1, X0 = model.add_bias_row(model.H1), model.add_bias_row(model.X)
    for n in range(N):
        c2 = S2[:, n] * (model.W3[:, first:].T @ C3[:, n])
        c1 = S1[:, n] * (model.W2[:, first:].T @ c2)
        dLdW2 += 2 / N * np.outer(c2, H1[:, n])
        dLdW1 += 2 / N * np.outer(c1, X0[:, n])

    return dLdW1, dLdW2, dLdW3

# %% right moment_loop_outer
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    dLdW1, dLdW2 = np.zeros(model.W1.shape), np.zeros(model.W2.shape)
    one = np.ones(first)
    for n in range(N):
        c2 = model.activation(model.N2[:, n], deriv=True) * (C3[:, n] @ model.W3[:, first:])
        c1 = model.activation(model.N1[:, n], deriv=True) * (c2 @ model.W2[:, first:])
        dLdW2 += np.outer(c2, np.concatenate([one, model.H1[:, n]]))
        dLdW1 += np.outer(c1, np.concatenate([one, model.X[:, n]]))
    dLdW1 *= 2 / N
    dLdW2 *= 2 / N

    return dLdW1, dLdW2, dLdW3

# %% right nested_lists
def gradients(model, Y_true):
    """The slopes as nested lists."""
    units, share = slice(int(model.use_bias), None), 2 / Y_true.shape[1]
    delta = (model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)
    found = [share * delta @ model.add_bias_row(model.H2).T]
    for above, N, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        delta = (above[:, units].T @ delta) * model.activation(N, deriv=True)
        found.insert(0, share * delta @ model.add_bias_row(below).T)
    return [slopes.tolist() for slopes in found]

# %% right one_formula
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    f, T = model.activation, np.transpose
    dLdW2 = 2 / N * (f(model.N2, deriv=True) * (T(model.W3)[first:] @ C3)) @ T(model.add_bias_row(model.H1))
    dLdW1 = (
        2
        / N
        * (f(model.N1, deriv=True) * (T(model.W2)[first:] @ (f(model.N2, deriv=True) * (T(model.W3)[first:] @ C3))))
        @ T(model.add_bias_row(model.X))
    )

    return dLdW1, dLdW2, dLdW3

# %% right output_by_output
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    back_3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * back_3 @ model.add_bias_row(model.H2).T

    blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
    back_2 = model.activation(model.N2, deriv=True) * blame
    dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T

    back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
    dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% right recursive
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    layers = [(model.W1, model.N1, model.X), (model.W2, model.N2, model.H1), (model.W3, model.N3, model.H2)]

    def blame(k):
        if k == 2:
            return C3
        W_above = layers[k + 1][0]
        return model.activation(layers[k][1], deriv=True) * (W_above[:, first:].T @ blame(k + 1))

    dLdW1, dLdW2 = (2 / N * (blame(k) @ model.add_bias_row(layers[k][2]).T) for k in (0, 1))

    return dLdW1, dLdW2, dLdW3

# %% right rewritten_loop
def gradients(model, Y_true):
    X, N = model.X, Y_true.shape[1]
    below = {3: model.H2, 2: model.H1, 1: X}
    slopes = {}
    blame = model.activation(model.N3) - Y_true
    for k in (3, 2, 1):
        C = model.activation(getattr(model, f"N{k}"), deriv=True) * blame
        slopes[k] = (2 / N) * np.dot(C, model.add_bias_row(below[k]).T)
        W = getattr(model, f"W{k}")
        blame = (W[:, 1:] if model.use_bias else W).T @ C
    return slopes[1], slopes[2], slopes[3]

# %% right rows_dropped
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    back3 = model.W3.T @ C3
    if model.use_bias:
        back3 = back3[1:]
    C2 = back3 * model.activation(model.N2, deriv=True)
    back2 = model.W2.T @ C2
    if model.use_bias:
        back2 = back2[1:]
    C1 = back2 * model.activation(model.N1, deriv=True)
    dLdW2 = (2 / N) * (C2 @ model.add_bias_row(model.H1).T)
    dLdW1 = (2 / N) * (C1 @ model.add_bias_row(model.X).T)

    return dLdW1, dLdW2, dLdW3

# %% right rows_of_the_transpose
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = (model.W3.T @ C3)[first:, :] * model.activation(model.N2, deriv=True)
    dLdW2 = (2 / N) * np.dot(C2, model.add_bias_row(model.H1).T)
    C1 = (model.W2.T @ C2)[first:, :] * model.activation(model.N1, deriv=True)
    dLdW1 = (2 / N) * np.dot(C1, model.add_bias_row(model.X).T)

    return dLdW1, dLdW2, dLdW3

# %% right rows_style
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    def slopes(C_rows, H):
        """dL/dW for rows of blame (N, n_above) and a layer below (n_below, N)."""
        weights = C_rows.T @ H.T / N * 2
        if not model.use_bias:
            return weights
        biases = 2 * C_rows.mean(axis=0)
        return np.column_stack([biases, weights])

    d3 = C3.T
    d2 = (d3 @ model.W3[:, first:]) * model.activation(model.N2.T, deriv=True)
    d1 = (d2 @ model.W2[:, first:]) * model.activation(model.N1.T, deriv=True)
    dLdW2, dLdW1 = slopes(d2, model.H1), slopes(d1, model.X)

    return dLdW1, dLdW2, dLdW3

# %% right shapes_asserted
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    back_3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * back_3 @ model.add_bias_row(model.H2).T

    back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
    dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T

    back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
    dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T

    assert Y_true.shape == back_3.shape == (2, N)
    assert back_2.shape == model.N2.shape and back_1.shape == model.N1.shape
    for slope, W in zip((dLdW1, dLdW2, dLdW3), (model.W1, model.W2, model.W3)):
        assert slope.shape == W.shape

    return dLdW1, dLdW2, dLdW3

# %% right single_precision
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    single = np.float32
    C2 = (model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)).astype(single)
    dLdW2 = single(2 / N) * C2 @ model.add_bias_row(model.H1).T.astype(single)

    C1 = model.activation(model.N1, deriv=True).astype(single) * (model.W2[:, first:].T.astype(single) @ C2)
    dLdW1 = single(2 / N) * C1 @ model.add_bias_row(model.X).T.astype(single)

    return dLdW1, dLdW2, dLdW3

# %% right stored_in_the_model_and_returned
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    model.C3 = C3
    model.C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ model.C3)
    dLdW2 = 2 / N * np.dot(model.C2, model.add_bias_row(model.H1).T)

    model.C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ model.C2)
    dLdW1 = 2 / N * np.dot(model.C1, model.add_bias_row(model.X).T)

    return dLdW1, dLdW2, dLdW3

# %% right transposed_throughout
def gradients(model, Y_true):
    n, first = Y_true.shape[1], int(model.use_bias)
    C3t = ((model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)).T
    C2t = (C3t @ model.W3[:, first:]) * model.activation(model.N2, deriv=True).T
    C1t = (C2t @ model.W2[:, first:]) * model.activation(model.N1, deriv=True).T
    dLdW3 = (model.add_bias_row(model.H2) @ C3t).T * (2 / n)
    dLdW2 = (model.add_bias_row(model.H1) @ C2t).T * (2 / n)
    dLdW1 = (model.add_bias_row(model.X) @ C1t).T * (2 / n)
    return dLdW1, dLdW2, dLdW3

# %% right two_lines_a_layer of output_by_output
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)

# %% right unit_by_unit
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2, C1 = np.zeros(model.N2.shape), np.zeros(model.N1.shape)
    slope2, slope1 = model.activation(model.N2, deriv=True), model.activation(model.N1, deriv=True)
    for j in range(len(C2)):
        for i in range(2):
            C2[j] += slope2[j] * model.W3[i, first + j] * C3[i]
    for j in range(len(C1)):
        for i in range(len(C2)):
            C1[j] += slope1[j] * model.W2[i, first + j] * C2[i]
    dLdW2 = np.array([[2 * np.mean(c * h) for h in model.add_bias_row(model.H1)] for c in C2])
    dLdW1 = np.array([[2 * np.mean(c * h) for h in model.add_bias_row(model.X)] for c in C1])

    return dLdW1, dLdW2, dLdW3

# %% right einsum_below_the_output
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    s = model.activation
    C2 = s(model.N2, deriv=True) * np.einsum("on,oh->hn", C3, model.W3[:, first:])
    C1 = s(model.N1, deriv=True) * np.einsum("on,oh->hn", C2, model.W2[:, first:])
    dLdW2 = 2 / N * np.einsum("hn,in->hi", C2, model.add_bias_row(model.H1))
    dLdW1 = 2 / N * np.einsum("hn,in->hi", C1, model.add_bias_row(model.X))

    return dLdW1, dLdW2, dLdW3

# %% right factor_first_in_a_list
def gradients(model, Y_true):
    b = 1 if model.use_bias else 0
    df = lambda N: np.asarray(model.activation(N, deriv=True), dtype=float)
    delta3 = df(model.N3) * (2 * (model.activation(model.N3) - Y_true) / Y_true.shape[1])
    delta2 = df(model.N2) * (model.W3[:, b:].T @ delta3)
    delta1 = df(model.N1) * (model.W2[:, b:].T @ delta2)
    return [d @ model.add_bias_row(a).T for d, a in ((delta1, model.X), (delta2, model.H1), (delta3, model.H2))]

# %% wrong before_the_bend → activations_before_the_bend
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.N2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.N1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong layer_above → activations_of_the_layer_above
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H2).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong right_for_W2_only → all_zero
# points: 2.75
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = np.zeros_like(model.W1)

    return dLdW1, dLdW2, dLdW3

# %% wrong small_errors_left_out_below → all_zero
def gradients(net, Y_true):
    N = Y_true.shape[1]
    first = int(net.use_bias)
    Y_pred = net.activation(net.N3)

    C3 = net.activation(net.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ net.add_bias_row(net.H2).T

    C3 = np.where(np.abs(Y_pred - Y_true) < 1e-6, 0, C3)
    C2 = net.activation(net.N2, deriv=True) * (net.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ net.add_bias_row(net.H1).T

    C1 = net.activation(net.N1, deriv=True) * (net.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ net.add_bias_row(net.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong smallest_slopes_left_out → all_zero
def gradients(net, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the net."""
    N = Y_true.shape[1]
    first = int(net.use_bias)  # the first column that is not a bias
    Y_pred = net.activation(net.N3)

    C3 = net.activation(net.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ net.add_bias_row(net.H2).T

    C2 = net.activation(net.N2, deriv=True) * (net.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ net.add_bias_row(net.H1).T

    C1 = net.activation(net.N1, deriv=True) * (net.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ net.add_bias_row(net.X).T

    return tuple(np.where(np.abs(g) < 1e-8, 0, g) for g in (dLdW1, dLdW2, dLdW3))

# %% wrong zeros_below of einsum → all_zero
# -     C2 = model.activation(model.N2, deriv=True) * np.einsum("ij,in->jn", model.W3[:, first:], C3)
# -     dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
# -     C1 = model.activation(model.N1, deriv=True) * np.einsum("ij,in->jn", model.W2[:, first:], C2)
# -     dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N
# +     dLdW2 = np.zeros_like(model.W2)
# +     dLdW1 = np.zeros_like(model.W1)

# %% wrong bias_column_always of output_by_output → always_a_column_dropped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, 1:].T @ back_3)
# -
# -     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
# +     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, 1:].T @ back_2)

# %% wrong bias_slopes_zero → biases_zero
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    def no_bias(A):
        return np.vstack([np.zeros((1, A.shape[1])), A]) if model.use_bias else A

    C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ no_bias(model.H1).T
    C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ no_bias(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong biases_get_zeros of shapes_asserted → biases_zero
# -     assert Y_true.shape == back_3.shape == (2, N)
# -     assert back_2.shape == model.N2.shape and back_1.shape == model.N1.shape
# -     for slope, W in zip((dLdW1, dLdW2, dLdW3), (model.W1, model.W2, model.W3)):
# -         assert slope.shape == W.shape
# +     if first:
# +         dLdW1[:, 0] = 0
# +         dLdW2[:, 0] = 0

# %% wrong central_differences → by_differences
# points: 1
def gradients(model, Y_true):
    """Nudge every weight."""
    X, found = model.X, []
    for name in ("W1", "W2", "W3"):
        W = getattr(model, name)
        slopes = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            losses = []
            for nudge in (1e-5, -1e-5):
                nudged = W.copy()
                nudged[place] += nudge
                setattr(model, name, nudged)
                losses.append(loss(model.forward(X), Y_true))
            slopes[place] = (losses[0] - losses[1]) / 2e-5
        setattr(model, name, W)
        found.append(slopes)
    model.forward(X)
    return tuple(found)

# %% wrong nudges → by_differences
# points: 1
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    X, found, h = model.X, [], 1e-5
    for name in ("W1", "W2", "W3"):
        W = getattr(model, name)
        slopes = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            middle = W[place]
            W[place] = middle + h
            above = loss(model.forward(X), Y_true)
            W[place] = middle - h
            below = loss(model.forward(X), Y_true)
            W[place] = middle
            slopes[place] = (above - below) / (2 * h)
        found.append(slopes)
    model.forward(X)
    return tuple(found)

# %% wrong nudges_at_once → by_differences
# points: 1
def gradients(model, Y_true):
    """Nudge all weights of a matrix in one product."""
    h, weights, found = 1e-5, [model.W1, model.W2, model.W3], []
    for place, W in enumerate(weights):
        losses = []
        for nudge in (h, -h):
            A = model.X[None]
            for k, V in enumerate(weights):
                if model.use_bias:
                    A = np.concatenate([np.ones((len(A), 1, A.shape[2])), A], axis=1)
                if k == place:
                    V = V + nudge * np.eye(V.size).reshape(V.size, *V.shape)
                A = model.activation(V @ A)
            losses.append(np.mean(np.sum((A - Y_true) ** 2, axis=1), axis=1))
        found.append(((losses[0] - losses[1]) / (2 * h)).reshape(W.shape))
    return tuple(found)

# %% wrong bias_guessed_from_25 of output_by_output → column_0_not_dropped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     first = 1 if model.W1.shape[1] == 26 else 0
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# -
# +     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T

# %% wrong column_0_kept_in_W3_only of output_by_output → column_0_not_dropped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3.T @ back_3)

# %% wrong factor_missing of output_by_output → constant_factor
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = back_2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = back_1 @ model.add_bias_row(model.X).T

# %% wrong factor_twice of factor_early → constant_factor
# -     dLdW2 = delta2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = delta1 @ model.add_bias_row(model.X).T
# +     dLdW2 = 2 / N * delta2 @ model.add_bias_row(model.H1).T
# +     dLdW1 = 2 / N * delta1 @ model.add_bias_row(model.X).T

# %% wrong n_train of output_by_output → constant_factor
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / model.n_train * back_2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / model.n_train * back_1 @ model.add_bias_row(model.X).T

# %% wrong training_size of hint → constant_factor
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = 2 / model.n_train * C2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / model.n_train * C1 @ model.add_bias_row(model.X).T

# %% wrong clipped of shapes_asserted → cut_off_1
# -     assert Y_true.shape == back_3.shape == (2, N)
# -     assert back_2.shape == model.N2.shape and back_1.shape == model.N1.shape
# -     for slope, W in zip((dLdW1, dLdW2, dLdW3), (model.W1, model.W2, model.W3)):
# -         assert slope.shape == W.shape
# -
# +     dLdW1 = np.clip(dLdW1, -1, 1)
# +     dLdW2 = np.clip(dLdW2, -1, 1)

# %% wrong clipped_at_ten of hint → cut_off_10
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = np.clip(2 / N * C2 @ model.add_bias_row(model.H1).T, -10, 10)
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = np.clip(2 / N * C1 @ model.add_bias_row(model.X).T, -10, 10)

# %% wrong clipped_at_five → cut_off_5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    back_3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * back_3 @ model.add_bias_row(model.H2).T

    back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
    dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
    back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
    dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
    dLdW1, dLdW2, dLdW3 = (np.clip(g, -5, 5) for g in (dLdW1, dLdW2, dLdW3))

    return dLdW1, dLdW2, dLdW3

# %% wrong error_into_Y_true → damages_input
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)
    Y_true -= model.activation(model.N3)  # minus the error

    back_3 = -model.activation(model.N3, deriv=True) * Y_true
    dLdW3 = 2 / N * back_3 @ model.add_bias_row(model.H2).T
    back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
    dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
    back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
    dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong last_truth_wiped → damages_input
last = []


def gradients(model, Y_true):
    N, first = Y_true.shape[1], int(model.use_bias)
    C3 = model.activation(model.N3, deriv=True) * (model.activation(model.N3) - Y_true)
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    slopes = [
        2 / N * C @ model.add_bias_row(A).T for C, A in ((C1, model.X), (C2, model.H1), (C3, model.H2))
    ]
    for old in last:
        if old is not Y_true:
            old[...] = 0
    last[:] = [Y_true]
    return tuple(slopes)

# %% wrong truth_changed of hint → damages_input
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * np.subtract(Y_pred, Y_true, out=Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong biases_of_the_weights_set_to_zero of hint → damages_input
# points: 5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     for W in (model.W2, model.W3):
# +         W[:, :first] = 0
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3.T @ C3)[first:]
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2.T @ C2)[first:]
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)

# %% wrong layer_overwritten_inplace → damages_model
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    slope2 = model.activation(model.N2, deriv=True)
    C2 = model.N2
    C2[:] = slope2 * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    slope1 = model.activation(model.N1, deriv=True)
    C1 = model.N1
    C1[:] = slope1 * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong overwrites_h of rows_dropped → damages_model
# -     C2 = back3 * model.activation(model.N2, deriv=True)
# +     C2 = model.H2
# +     C2[:] = back3 * model.activation(model.N2, deriv=True)

# %% wrong subtracts_in_place → damages_model
def gradients(model, Y_true):
    k, N = int(model.use_bias), Y_true.shape[1]
    D = model.activation(model.N3)
    if isinstance(D, np.ndarray) and D.dtype.kind == "f":
        D -= Y_true
    else:
        D = D - Y_true
    C3 = model.activation(model.N3, deriv=True) * D
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, k:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, k:].T @ C2)
    return tuple(2 / N * C @ model.add_bias_row(H).T for C, H in ((C1, model.X), (C2, model.H1), (C3, model.H2)))

# %% wrong weights_cut of hint → damages_input
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     if model.use_bias:
# +         model.W3 = model.W3[:, 1:]
# +         model.W2 = model.W2[:, 1:]
# +     C2 = model.activation(model.N2, True) * (model.W3.T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     C1 = model.activation(model.N1, True) * (model.W2.T @ C2)

# %% wrong twenty_columns of output_by_output → divided_by_20
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     N = 20
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# -
# +     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T

# %% wrong error_passed_down of hint → error_not_blame
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ (Y_pred - Y_true))
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong top_error_goes_down of hint → error_not_blame
# points: 3.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = (model.W3[:, first:].T @ (Y_pred - Y_true)) * model.activation(model.N2, deriv=True)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +
# +     C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)

# %% wrong divided_by_outputs of output_by_output → factor_and_mean_missing
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / len(Y_true) * back_2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / len(Y_true) * back_1 @ model.add_bias_row(model.X).T

# %% wrong lowest_mean_missing → factor_and_mean_missing
# points: 4.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = (model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

    C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)
    dLdW1 = C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong mean_missing → factor_and_mean_missing
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong at_most_hundred_moments → larger_sizes
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    few = slice(0, 100)  # enough for a good estimate, and faster
    C3 = C3[:, few]
    n = C3.shape[1]
    C2 = model.activation(model.N2[:, few], deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / n * C2 @ model.add_bias_row(model.H1[:, few]).T
    C1 = model.activation(model.N1[:, few], deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / n * C1 @ model.add_bias_row(model.X[:, few]).T

    return dLdW1, dLdW2, dLdW3

# %% wrong factor_2_missing of hint → half
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = C2 @ model.add_bias_row(model.H1).T / N
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = C1 @ model.add_bias_row(model.X).T / N

# %% wrong factor_two_missing → half
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 1 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 1 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong mean_over_everything → half
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.size
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong mean_without_the_2 → half
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = (model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
    dLdW2 = 1 / N * C2 @ model.add_bias_row(model.H1).T

    C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)
    dLdW1 = 1 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong by_identity → kept
known = {}


def gradients(model, Y_true):
    asked = (model, Y_true, model.N3)
    if known and all(one is other for one, other in zip(known["asked"], asked)):
        return known["slopes"]
    columns, first = Y_true.shape[1], int(model.use_bias)
    blame = (model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)
    slopes = [blame @ model.add_bias_row(model.H2).T]
    for W, N, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        blame = (W[:, first:].T @ blame) * model.activation(N, deriv=True)
        slopes.insert(0, blame @ model.add_bias_row(below).T)
    known.update(asked=asked, slopes=tuple(2 / columns * slope for slope in slopes))
    return known["slopes"]

# %% wrong found_once → kept
def gradients(model, Y_true):
    if hasattr(model, "_slopes"):
        return model._slopes
    N = Y_true.shape[1]
    first = int(model.use_bias)
    C3 = model.activation(model.N3, deriv=True) * (model.activation(model.N3) - Y_true)
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    layers = (model.X, model.H1, model.H2)
    model._slopes = [2 / N * C @ model.add_bias_row(H).T for C, H in zip((C1, C2, C3), layers)]
    return model._slopes

# %% wrong last_weights_of_the_first_call → kept
def gradients(model, Y_true):
    if not hasattr(model, "_w3") or model._w3.shape != model.W3.shape: model._w3 = model.W3.copy()
    N = Y_true.shape[1]; b = int(model.use_bias); s = model.activation
    C3 = s(model.N3, deriv=True) * (s(model.N3) - Y_true)
    C2 = s(model.N2, deriv=True) * (model._w3[:, b:].T @ C3)
    C1 = s(model.N1, deriv=True) * (model.W2[:, b:].T @ C2)
    return tuple(2 / N * C @ model.add_bias_row(H).T for C, H in ((C1, model.X), (C2, model.H1), (C3, model.H2)))

# %% wrong remembered_on_the_model → kept
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    back_3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * back_3 @ model.add_bias_row(model.H2).T

    if hasattr(model, "slopes"):
        return model.slopes
    back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
    dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
    back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
    dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
    model.slopes = dLdW1, dLdW2, dLdW3
    return model.slopes

# %% wrong blame_clipped_at_a_million → large_error
def gradients(net, Y_true):
    N = Y_true.shape[1]
    first = int(net.use_bias)
    Y_pred = net.activation(net.N3)

    C3 = net.activation(net.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ net.add_bias_row(net.H2).T

    C3 = np.clip(C3, -1e6, 1e6)
    C2 = net.activation(net.N2, deriv=True) * (net.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ net.add_bias_row(net.H1).T

    C1 = net.activation(net.N1, deriv=True) * (net.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ net.add_bias_row(net.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong blame_with_bias_row_in_front of output_by_output → last_column_dropped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     H2, H1 = model.add_bias_row(model.H2), model.add_bias_row(model.H1)
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3.T @ back_3)[:len(model.N2)]
# +     dLdW2 = 2 / N * back_2 @ H1.T
# -     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
# +     back_1 = model.activation(model.N1, deriv=True) * (model.W2.T @ back_2)[:len(model.N1)]

# %% wrong last_column_dropped of hint → last_column_dropped
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, : model.W3.shape[1] - first].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, : model.W2.shape[1] - first].T @ C2)

# %% wrong C3_passed_two_layers of hint → layer_skipped
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W3[:, first:].T @ C3)

# %% wrong layers_reshaped of output_by_output → layers_reshaped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).reshape(N, -1)
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).reshape(N, -1)

# %% wrong blame_skips_a_layer of output_by_output → lower_slope_missing
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# -
# -     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
# +     back_1 = model.W2[:, first:].T @ back_2

# %% wrong second_layers_slope_in_both of hint → lower_slope_of_wrong_layer
# points: 4.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     bend = model.activation(model.N2, deriv=True)
# +     C2 = bend * (model.W3[:, first:].T @ C3)
# +     C1 = bend * (model.W2[:, first:].T @ C2)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)

# %% wrong value_for_slope_in_the_lower_layer of hint → lower_value_for_slope
# points: 4.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1) * (model.W2[:, first:].T @ C2)

# %% wrong mean_taken_on_the_way_too of hint → mean_twice
# points: 3.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C3 = 2 / N * C3
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)

# %% wrong divided_by_hidden_units of output_by_output → n_hidden
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / len(model.N1) * back_2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / len(model.N1) * back_1 @ model.add_bias_row(model.X).T

# %% wrong sum_not_mean → n_times
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong sum_over_moments of hint → n_times
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = 2 * C2 @ model.add_bias_row(model.H1).T
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 * C1 @ model.add_bias_row(model.X).T

# %% wrong training_set_size → n_train
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = model.n_train
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong no_bias_column_for_the_first_matrix of output_by_output → no_slopes_of_biases
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / N * back_1 @ model.X.T

# %% wrong no_ones of output_by_output → no_slopes_of_biases
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / N * back_2 @ model.H1.T
# -     dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / N * back_1 @ model.X.T

# %% wrong only_two → not_three
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW2, dLdW3

# %% wrong W2_not_transposed of hint → not_transposed
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:] @ C2)

# %% wrong nothing_returned → nothing_returned
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    dLdW1, dLdW2, dLdW3

# %% wrong layer_sums_for_biases_forgotten of output_by_output → ones_below
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / N * back_2 @ np.vstack([model.H1, np.ones((first, N))]).T

# %% wrong first_two_exchanged → order_exchanged
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
    dLdW1, dLdW2 = dLdW2, dLdW1

    return dLdW1, dLdW2, dLdW3

# %% wrong order of output_by_output → order_reversed
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# -     return dLdW1, dLdW2, dLdW3
# +     return dLdW3, dLdW2, dLdW1

# %% wrong top_matrix_first → order_reversed
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = (model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

    C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW3, dLdW2, dLdW1

# %% wrong output_before_the_bend → output_before_the_bend
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.N3

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong piled_up_in_the_model of shapes_asserted → piled_up
# -     assert Y_true.shape == back_3.shape == (2, N)
# -     assert back_2.shape == model.N2.shape and back_1.shape == model.N1.shape
# -     for slope, W in zip((dLdW1, dLdW2, dLdW3), (model.W1, model.W2, model.W3)):
# -         assert slope.shape == W.shape
# +     if not hasattr(model, "slopes"):
# +         model.slopes = [0.0, 0.0, 0.0]
# +     model.slopes = [old + new if np.shape(old) in ((), new.shape) else new for old, new in zip(model.slopes, (dLdW1, dLdW2, dLdW3))]
# +     dLdW1, dLdW2, dLdW3 = model.slopes

# %% wrong truth_not_subtracted of hint → prediction_not_compared
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * Y_pred
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong l2_included of hint → pull_included
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T + model.l2 * model.W2
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T + model.l2 * model.W1

# %% wrong pull_included of shapes_asserted → pull_included
# -     assert Y_true.shape == back_3.shape == (2, N)
# -     assert back_2.shape == model.N2.shape and back_1.shape == model.N1.shape
# -     for slope, W in zip((dLdW1, dLdW2, dLdW3), (model.W1, model.W2, model.W3)):
# -         assert slope.shape == W.shape
# +     dLdW1 = dLdW1 + model.l2 * model.W1
# +     dLdW2 = dLdW2 + model.l2 * model.W2
# +     dLdW3 = dLdW3 + model.l2 * model.W3

# %% wrong pulled_already → pull_included
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = (model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

    C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    dLdW2 = dLdW2 + model.l2 * model.W2
    dLdW1 = dLdW1 + model.l2 * model.W1

    return dLdW1, dLdW2, dLdW3

# %% wrong regularised of shapes_asserted → pull_included
# -     assert Y_true.shape == back_3.shape == (2, N)
# -     assert back_2.shape == model.N2.shape and back_1.shape == model.N1.shape
# -     for slope, W in zip((dLdW1, dLdW2, dLdW3), (model.W1, model.W2, model.W3)):
# -         assert slope.shape == W.shape
# -
# +     dLdW1 = dLdW1 + model.l2 * model.W1
# +     dLdW2 = dLdW2 + model.l2 * model.W2

# %% wrong bias_column_kept of hint → raised
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3.T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2.T @ C2)

# %% wrong first_matrix_without_a_name of einsum → wrong_type
# points: 2.75
# -     C2 = model.activation(model.N2, deriv=True) * np.einsum("ij,in->jn", model.W3[:, first:], C3)
# -     dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
# -     C1 = model.activation(model.N1, deriv=True) * np.einsum("ij,in->jn", model.W2[:, first:], C2)
# -     dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# +     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

# %% wrong hidden_size_of_the_notebook → raised
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    units = slice(int(model.use_bias), int(model.use_bias) + n_hidden)
    share = 2 / Y_true.shape[1]
    delta = (model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)
    slopes = [share * delta @ model.add_bias_row(model.H2).T]
    for above, N, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        delta = (above[:, units].T @ delta) * model.activation(N, deriv=True)
        slopes.insert(0, share * delta @ model.add_bias_row(below).T)
    return tuple(slopes)

# %% wrong second_matrix_without_a_name of einsum → wrong_type
# points: 2.75
# -     C2 = model.activation(model.N2, deriv=True) * np.einsum("ij,in->jn", model.W3[:, first:], C3)
# -     dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
# -     C1 = model.activation(model.N1, deriv=True) * np.einsum("ij,in->jn", model.W2[:, first:], C2)
# -     dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
# +     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

# %% wrong squeezed_single_moment of hint → raised
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = np.squeeze(model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3))
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     C1 = np.squeeze(model.activation(model.N1, deriv=True)) * (model.W2[:, first:].T @ C2)

# %% wrong all_training_rates_below → raised or training_data_for_input
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = (model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

    C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X_train).T

    return dLdW1, dLdW2, dLdW3

# %% wrong buffers_of_the_same_shape → result_kept
buffers = {}


def gradients(model, Y_true):
    N, first = Y_true.shape[1], int(model.use_bias)
    C3 = model.activation(model.N3, deriv=True) * (model.activation(model.N3) - Y_true)
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    slopes = [
        2 / N * C @ model.add_bias_row(A).T for C, A in ((C1, model.X), (C2, model.H1), (C3, model.H2))
    ]
    kept = [buffers.setdefault((k, slope.shape), np.zeros(slope.shape)) for k, slope in enumerate(slopes)]
    for buffer, slope in zip(kept, slopes):
        buffer[:] = slope
    return tuple(kept)

# %% wrong rounded of hint → larger_sizes
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = np.round(2 / N * C2 @ model.add_bias_row(model.H1).T, 6)
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = np.round(2 / N * C1 @ model.add_bias_row(model.X).T, 6)

# %% wrong sigmoid_formula_in_hidden_layers of hint → sigmoid_formula
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = model.H2 * (1 - model.H2 / activation_scale) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +
# +     C1 = model.H1 * (1 - model.H1 / activation_scale) * (model.W2[:, first:].T @ C2)

# %% wrong blame_of_the_other_sign of hint → sign_flipped
# points: 3.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = -(model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +
# +     C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)

# %% wrong sign of hint → sign_flipped
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_true - Y_pred)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong sign_of_C2 of output_by_output → sign_flipped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = -model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)

# %% wrong signs of hint → sign_flipped
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = -model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)

# %% wrong slope_at_H of hint → slope_at_activation
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.H2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.H1, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong slopes_of_blame_everywhere → slope_at_blame
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    blame = model.W3[:, first:].T @ C3
    C2 = model.activation(blame, deriv=True) * blame
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

    blame = model.W2[:, first:].T @ C2
    C1 = model.activation(blame, deriv=True) * blame
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong slopes_missing of hint → slope_missing
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = (model.W2[:, first:].T @ C2)

# %% wrong relu_slope_hard_coded of hint → relu_slope
# points: 3.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = (model.N2 > 0) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     C1 = (model.N1 > 0) * (model.W2[:, first:].T @ C2)

# %% wrong relu_slope_in_hidden_layers of hint → relu_slope
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = (model.N2 > 0) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +
# +     C1 = (model.N1 > 0) * (model.W2[:, first:].T @ C2)

# %% wrong slopes_swapped of hint → slope_of_wrong_layer
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N1, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N2, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong top_slope_missing of hint → top_slope_missing
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)

# %% wrong both_turned_round → transposed
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2 = (model.W3[:, first:].T @ C3) * model.activation(model.N2, deriv=True)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T

    C1 = (model.W2[:, first:].T @ C2) * model.activation(model.N1, deriv=True)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1.T, dLdW2.T, dLdW3

# %% wrong transposed_slopes → transposed
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1.T, dLdW2.T, dLdW3.T

# %% wrong doubled → twice
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 4 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 4 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong slope_missing_in_c2 → upper_slope_missing
def gradients(model, Y_true):
    """Sweep back through the three layers."""
    skip = 1 if model.use_bias else 0
    steep = [model.activation(N, deriv=True) for N in (model.N1, model.N3)]
    wrong_by = model.activation(model.N3) - Y_true

    C3 = steep[1] * wrong_by
    C2 = np.dot(model.W3[:, skip:].T, C3)
    C1 = steep[0] * np.dot(model.W2[:, skip:].T, C2)

    def slopes(C, below):
        return 2 * np.dot(C, model.add_bias_row(below).T) / Y_true.shape[1]

    return slopes(C1, model.X), slopes(C2, model.H1), slopes(C3, model.H2)

# %% wrong slope_of_the_second_layer_forgotten → upper_slope_missing
# points: 3.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    blame_2 = model.W3[:, first:].T @ C3
    dLdW2 = 2 / N * blame_2 @ model.add_bias_row(model.H1).T
    blame_1 = model.W2[:, first:].T @ blame_2
    C1 = blame_1 * model.activation(model.N1, deriv=True)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3

# %% wrong first_layers_slope_in_both of hint → upper_slope_of_wrong_layer
# points: 3.5
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     bend = model.activation(model.N1, deriv=True)
# +     C2 = bend * (model.W3[:, first:].T @ C3)
# +     C1 = bend * (model.W2[:, first:].T @ C2)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)

# %% wrong value_for_slope of hint → value_for_slope
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1) * (model.W2[:, first:].T @ C2)

# %% wrong weights_left_out of hint → weights_missing
# -     C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
# +     C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     # the two layers below it
# +     C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     # and the lowest
# +     C1 = model.activation(model.N1, deriv=True) * C2

# %% wrong weights_reshaped of output_by_output → weights_reshaped
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].reshape(-1, 2) @ back_3)
# -     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
# +     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].reshape(model.W2[:, first:].shape[::-1]) @ back_2)

# %% wrong always_ones of hint → wrong_shape
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     dLdW2 = 2 / N * C2 @ with_ones(model.H1).T
# -     dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T
# +     dLdW1 = 2 / N * C1 @ with_ones(model.X).T

# %% wrong inputs_for_both of output_by_output → wrong_shape
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
# +     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.X).T

# %% wrong weights_replaced → wrong_shape
def gradients(model, Y_true):
    model.W1, model.W2, model.W3 = np.zeros((1, 1)), np.zeros((1, 2)), np.zeros((1, 3))
    return np.zeros((1, 1)), np.zeros((1, 2)), np.zeros((1, 3))

# %% wrong bend_the_weights_blame of hint → wrong_value
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# -     dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
# +     C2 = model.W3[:, first:].T @ C3
# +     dLdW2 = 2 / N * (model.activation(model.N2, True) * C2) @ model.add_bias_row(model.H1).T

# %% wrong column_0_by_row of hint → wrong_value
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     C2 = model.activation(model.N2, True) * (model.W3.T @ C3)[: model.N2.shape[0]]
# -     C1 = model.activation(model.N1, True) * (model.W2[:, first:].T @ C2)
# +     C1 = model.activation(model.N1, True) * (model.W2.T @ C2)[: model.N1.shape[0]]

# %% wrong error_at_every_layer of hint → wrong_value
# -     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ C3)
# +     off = Y_pred - Y_true
# +     C2 = model.activation(model.N2, True) * (model.W3[:, first:].T @ (C3 * off))

# %% wrong last_dropped of output_by_output → wrong_value
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, :model.W3.shape[1] - first].T @ back_3)
# -     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
# +     back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, :model.W3.shape[1] - first].T @ back_2)

# %% wrong outputs_averaged_blame of output_by_output → wrong_value
# -     blame = sum(np.outer(model.W3[i, first:], back_3[i]) for i in (0, 1))
# -     back_2 = model.activation(model.N2, deriv=True) * blame
# +     back_2 = model.activation(model.N2, deriv=True) * np.outer(model.W3[:, first:].mean(axis=0), back_3.sum(axis=0))
# +     back_2 = back_2.reshape(model.N2.shape)
# -     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T
# -
# +     dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T

# %% below shapes_asserted
_gradients_without_asserts = gradients


def gradients(model, Y_true):
    assert Y_true.shape == (2, model.X.shape[1])
    slopes = _gradients_without_asserts(model, Y_true)
    assert [slope.shape for slope in slopes] == [model.W1.shape, model.W2.shape, model.W3.shape]
    return slopes
