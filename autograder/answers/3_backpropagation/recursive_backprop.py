# %% right accumulate
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    from collections import deque
    from itertools import accumulate

    pairs = list(zip(weights, activations))
    H = list(accumulate(pairs, lambda h, wa: wa[1](wa[0] @ h), initial=X))
    slopes, blame = deque(), (H[-1] - Y) / X.shape[1]
    for (W, a), below in zip(reversed(pairs), reversed(H[:-1])):
        C = a(W @ below, deriv=True) * blame
        slopes.appendleft(2 * C @ below.T)
        blame = W.T @ C
    return list(slopes)

# %% right as_in_the_text
def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes = [None] * len(weights)
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% right class_style
class _Layer:
    def __init__(self, W, f):
        self.W, self.f = W, f

    def forward(self, H):
        self.below = H
        self.N = self.W @ H
        return self.f(self.N)

    def backward(self, G):
        C = self.f(self.N, deriv=True) * G
        self.slope = C @ self.below.T
        return self.W.T @ C


def recursive_gradients(weights, activations, X, Y):
    layers = [_Layer(W, f) for W, f in zip(weights, activations)]
    H = X
    for layer in layers:
        H = layer.forward(H)
    G = 2 / X.shape[1] * (H - Y)
    for layer in reversed(layers):
        G = layer.backward(G)
    return [layer.slope for layer in layers]

# %% right closures
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    pullbacks = []
    H = X
    for W, s in zip(weights, activations, strict=True):
        N = W @ H

        def pull(blame, W=W, H=H, slope=s(N, deriv=True)):
            C = slope * blame
            return C @ H.T, W.T @ C

        pullbacks.append(pull)
        H = s(N)
    blame = (H - Y) * 2 / Y.shape[1]
    slopes = []
    while pullbacks:
        slope, blame = pullbacks.pop()(blame)
        slopes.insert(0, slope)
    return slopes

# %% right copies_that_are_used_up
def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    weights, activations = list(weights), list(activations)
    slopes = []
    blame = H.pop() - Y
    while weights:
        C = activations.pop()(N.pop(), deriv=True) * blame
        slopes.insert(0, 2 / X.shape[1] * C @ H.pop().T)
        blame = weights.pop().T @ C
    return slopes

# %% right dictionaries
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N, C, slopes = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = np.dot(weights[k - 1], H[k - 1])
        H[k] = activations[k - 1](N[k])
    C[K] = activations[K - 1](N[K], deriv=True) * (H[K] - Y)
    for k in range(K - 1, 0, -1):
        C[k] = activations[k - 1](N[k], deriv=True) * np.dot(weights[k].T, C[k + 1])
    for k in range(1, K + 1):
        slopes[k] = 2 / X.shape[1] * np.dot(C[k], H[k - 1].T)
    return [slopes[k] for k in range(1, K + 1)]

# %% right dicts
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    W = dict(enumerate(weights, 1))
    s = dict(enumerate(activations, 1))
    H, N, C, dW = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = W[k] @ H[k - 1]
        H[k] = s[k](N[k])
    for k in range(K, 0, -1):
        arriving = H[K] - Y if k == K else W[k + 1].T @ C[k + 1]
        C[k] = s[k](N[k], deriv=True) * arriving
        dW[k] = (2 / X.shape[1]) * np.einsum("in,jn->ij", C[k], H[k - 1])
    return [dW[k] for k in range(1, K + 1)]

# %% right dicts_one_based
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    W = {k: weights[k - 1] for k in range(1, K + 1)}
    sigma = {k: activations[k - 1] for k in range(1, K + 1)}
    H, N, C, dLdW = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = np.matmul(W[k], H[k - 1])
        H[k] = sigma[k](N[k])
    C[K] = sigma[K](N[K], deriv=True) * (H[K] - Y)
    for k in range(K - 1, 0, -1):
        C[k] = sigma[k](N[k], deriv=True) * np.matmul(W[k + 1].T, C[k + 1])
    for k in range(1, K + 1):
        dLdW[k] = 2.0 / np.size(X, 1) * np.matmul(C[k], H[k - 1].T)
    return [dLdW[k] for k in range(1, K + 1)]

# %% right einsum_and_insert
def recursive_gradients(weights, activations, X, Y):
    stack, H = [], X
    for W, sigma in zip(weights, activations):
        N = np.einsum("ij,jn->in", W, H)
        stack.append((W, H, sigma(N, deriv=True)))
        H = sigma(N)
    blame = 2 * (H - Y) / Y.shape[1]
    slopes = []
    while stack:
        W, below, slope = stack.pop()
        blame = blame * slope
        slopes.insert(0, np.einsum("in,jn->ij", blame, below))
        blame = np.einsum("ij,in->jn", W, blame)
    return slopes

# %% right einsum_deque
from collections import deque


def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    tape = []
    h = X
    for W, f in zip(weights, activations):
        n = np.einsum("ij,jn->in", W, h)
        tape.append((W, f(n, deriv=True), h))
        h = f(n)
    blame = h - Y
    found = deque()
    for W, slope, below in reversed(tape):
        c = slope * blame
        found.appendleft(np.einsum("in,jn->ij", c, below) * 2 / X.shape[1])
        blame = np.einsum("ij,in->jn", W, c)
    return list(found)

# %% right einsum_moments
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    W = dict(enumerate(weights, 1))
    sigma = dict(enumerate(activations, 1))
    H, N, C, slopes = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = np.einsum("ij,jn->in", W[k], H[k - 1])
        H[k] = sigma[k](N[k])
    C[K] = sigma[K](N[K], deriv=True) * (H[K] - Y)
    for k in range(K - 1, 0, -1):
        C[k] = sigma[k](N[k], deriv=True) * np.einsum("ji,jn->in", W[k + 1], C[k + 1])
    for k in range(1, K + 1):
        slopes[k] = 2 / Y.shape[1] * np.einsum("in,jn->ij", C[k], H[k - 1])
    return [slopes[k] for k in range(1, K + 1)]

# %% right forwards_only_jacobians
def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]
    H, slopes_of_sigma = [X], []
    for W, sigma in zip(weights, activations):
        N = W @ H[-1]
        slopes_of_sigma.append(sigma(N, deriv=True))
        H.append(sigma(N))
    result = []
    for k in range(len(weights)):
        C = H[-1] - Y
        for j in range(len(weights) - 1, k, -1):
            C = weights[j].T @ (slopes_of_sigma[j] * C)
        result.append(2 / n * (slopes_of_sigma[k] * C) @ H[k].T)
    return tuple(result)

# %% right function_that_calls_itself
def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]

    def down(k, H):
        """Slopes of the matrices from k on, and what is passed to the layer below."""
        if k == len(weights):
            return [], H - Y
        N = weights[k] @ H
        above, blame = down(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * blame
        return [2 / n * C @ H.T, *above], weights[k].T @ C

    return down(0, X)[0]

# %% right jax_vjp_style
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""

    def layer_vjp(W, sigma, H):
        N = W @ H

        def pullback(cotangent):
            delta = sigma(N, deriv=True) * cotangent
            return delta @ H.T, W.T @ delta

        return sigma(N), pullback

    pullbacks, H = [], X
    for W, sigma in zip(weights, activations):
        H, pullback = layer_vjp(W, sigma, H)
        pullbacks.append(pullback)
    cotangent = 2 * (H - Y) / Y.shape[-1]
    slopes = []
    while pullbacks:
        dW, cotangent = pullbacks.pop()(cotangent)
        slopes.insert(0, dW)
    return slopes

# %% right layer_objects
class Layer:
    def __init__(self, W, sigma):
        self.W, self.sigma = W, sigma

    def forward(self, H):
        self.below = H
        self.N = self.W @ H
        return self.sigma(self.N)

    def backward(self, blame):
        C = blame * self.sigma(self.N, deriv=True)
        self.grad = C @ self.below.T
        return self.W.T @ C


def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    layers = [Layer(W, s) for W, s in zip(weights, activations, strict=True)]
    out = X
    for layer in layers:
        out = layer.forward(out)
    blame = (out - Y) * (2 / X.shape[1])
    for layer in layers[::-1]:
        blame = layer.backward(blame)
    return [layer.grad for layer in layers]

# %% right lm_style
from typing import Callable, List, Sequence


def recursive_gradients(
    weights: Sequence[np.ndarray],
    activations: Sequence[Callable],
    X: np.ndarray,
    Y: np.ndarray,
) -> List[np.ndarray]:
    """Back-propagate through a fully connected network of arbitrary depth.

    Returns a list with the gradient of the mean squared distance for every weight matrix.
    """
    if len(weights) != len(activations):
        raise ValueError("need one activation per weight matrix")
    n_layers = len(weights)
    n_samples = X.shape[1]
    assert Y.shape == (weights[-1].shape[0], n_samples)

    # ---- forward ----
    pre_activations: List[np.ndarray] = []
    layer_inputs: List[np.ndarray] = [X]
    for layer in range(n_layers):
        pre = weights[layer] @ layer_inputs[layer]
        pre_activations.append(pre)
        layer_inputs.append(activations[layer](pre))

    # ---- backward ----
    gradients_list: List[np.ndarray] = []
    delta = layer_inputs[-1] - Y
    for layer in range(n_layers - 1, -1, -1):
        delta = delta * activations[layer](pre_activations[layer], deriv=True)
        gradients_list.append((2.0 / n_samples) * (delta @ layer_inputs[layer].T))
        delta = weights[layer].T @ delta
    gradients_list.reverse()
    for gradient, weight in zip(gradients_list, weights):
        assert gradient.shape == weight.shape
    return gradients_list

# %% right moment_by_moment
def recursive_gradients(weights, activations, X, Y):
    slopes = [np.zeros_like(W) for W in weights]
    for n in range(X.shape[1]):
        H, N = [X[:, [n]]], []
        for W, sigma in zip(weights, activations):
            N.append(W @ H[-1])
            H.append(sigma(N[-1]))
        blame = H[-1] - Y[:, [n]]
        for k in range(len(weights) - 1, -1, -1):
            c = activations[k](N[k], deriv=True) * blame
            slopes[k] += 2 * c @ H[k].T / X.shape[1]
            blame = weights[k].T @ c
    return slopes

# %% right on_sublists
def recursive_gradients(weights, activations, X, Y):
    def sweep(weights, activations, H):
        W, sigma = weights[0], activations[0]
        N = W @ H
        if len(weights) == 1:
            C = sigma(N, deriv=True) * (sigma(N) - Y)
            return [C @ H.T * 2 / H.shape[1]], W.T @ C
        slopes, blame = sweep(weights[1:], activations[1:], sigma(N))
        C = sigma(N, deriv=True) * blame
        return [C @ H.T * 2 / H.shape[1]] + slopes, W.T @ C

    return sweep(list(weights), list(activations), X)[0]

# %% right per_moment
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    total = [np.zeros(W.shape) for W in weights]
    n_moments = X.shape[1]
    for n in range(n_moments):
        H, N = [X[:, n]], []
        for W, s in zip(weights, activations):
            N.append(W @ H[-1])
            H.append(s(N[-1]))
        blame = H[-1] - Y[:, n]
        for k in range(len(weights) - 1, -1, -1):
            c = activations[k](N[k], deriv=True) * blame
            total[k] += 2 * np.outer(c, H[k]) / n_moments
            blame = weights[k].T @ c
    return total

# %% right real_recursion
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""

    def sweep(k, H):
        """Slopes of the matrices from k on, and the blame that reaches H."""
        if k == len(weights):
            return [], H - Y
        N = weights[k] @ H
        above, blame = sweep(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * blame
        return [2 / Y.shape[1] * (C @ H.T), *above], weights[k].T @ C

    return sweep(0, X)[0]

# %% right recursion
def recursive_gradients(weights, activations, X, Y):
    n_moments = X.shape[1]

    def sweep(k, H):
        """Error that comes down to layer k's input, and the slopes of the matrices from k on."""
        if k == len(weights):
            return H - Y, []
        N = weights[k] @ H
        error_above, slopes = sweep(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * error_above
        return weights[k].T @ C, [2 / n_moments * C @ H.T] + slopes

    return sweep(0, X)[1]

# %% right recursion_on_lists
def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]

    def go(ws, fs, H):
        if not ws:
            return (), 2.0 * (H - Y) / n
        N = np.dot(ws[0], H)
        rest, dH = go(ws[1:], fs[1:], fs[0](N))
        dN = dH * fs[0](N, deriv=True)
        return (np.dot(dN, H.T),) + rest, np.dot(ws[0].T, dN)

    return go(list(weights), list(activations), X)[0]

# %% right reversed_zip
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    Hs, Ns = [X], []
    for i in range(len(weights)):
        Ns += [weights[i].dot(Hs[i])]
        Hs += [activations[i](Ns[i])]
    delta = Hs[-1] - Y
    out = []
    for W, f, N, below in zip(weights[::-1], activations[::-1], Ns[::-1], Hs[-2::-1]):
        delta = delta * f(N, deriv=True)
        out.append(2 * (delta @ below.T) / X.shape[1])
        delta = W.T @ delta
    return tuple(out[::-1])

# %% right self_calling
def recursive_gradients(weights, activations, X, Y):
    def sweep(k, H):
        """Slopes of the layers k, k+1, ..., and the blame that arrives at H."""
        if k == len(weights):
            return [], H - Y
        N = weights[k] @ H
        above, blame = sweep(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * blame
        return [2 / X.shape[1] * C @ H.T] + above, weights[k].T @ C

    return sweep(0, X)[0]

# %% right shapes_asserted of as_in_the_text
# -             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
# +             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
# +     assert [slope.shape for slope in slopes] == [W.shape for W in weights]
# +     assert H[-1].shape == Y.shape and len(weights) == len(activations)

# %% right single_precision of as_in_the_text
# - def recursive_gradients(weights, activations, X, Y):
# + def recursive_gradients(weights, activations, X, Y):
# +     weights = [W.astype(np.float32) for W in weights]
# +     X, Y = X.astype(np.float32), Y.astype(np.float32)

# %% right single_precision_from_the_front
def recursive_gradients(weights, activations, X, Y):
    f = lambda A: np.asarray(A, dtype=np.float32)
    Hs, Ns = [f(X)], []
    for W, s in zip(weights, activations):
        Ns.append(f(W) @ Hs[-1]); Hs.append(f(s(Ns[-1])))
    out = []
    B = Hs[-1] - f(Y)
    for W, s, N, H in list(zip(weights, activations, Ns, Hs))[::-1]:
        C = f(s(N, deriv=True)) * B
        out.insert(0, 2 / Y.shape[1] * np.einsum('in,jn->ij', C, H))
        B = f(W).T @ C
    return tuple(out)

# %% right stack
def recursive_gradients(weights, activations, X, Y):
    tape = []
    h = X
    for i in range(len(weights)):
        n = np.dot(weights[i], h)
        tape.append((weights[i], activations[i], n, h))
        h = activations[i](n)
    blame = h - Y
    out = []
    while tape:
        W, f, n, below = tape.pop()
        blame = blame * f(n, deriv=True)
        out.insert(0, 2.0 * np.dot(blame, below.T) / X.shape[1])
        blame = np.dot(W.T, blame)
    return out

# %% right tape_class
class Layer:
    def __init__(self, W, act):
        self.W, self.act = W, act

    def up(self, H):
        self.H, self.N = H, self.W @ H
        return self.act(self.N)

    def down(self, blame, n):
        C = self.act(self.N, deriv=True) * blame
        self.slope = 2 / n * C @ self.H.T
        return self.W.T @ C


def recursive_gradients(weights, activations, X, Y):
    layers = [Layer(W, a) for W, a in zip(weights, activations)]
    signal = X
    for layer in layers:
        signal = layer.up(signal)
    signal = signal - Y
    for layer in layers[::-1]:
        signal = layer.down(signal, X.shape[1])
    return [layer.slope for layer in layers]

# %% right transposed_throughout
def recursive_gradients(weights, activations, X, Y):
    H, N = [X.T], []
    for W, sigma in zip(weights, activations):
        N.append(H[-1] @ W.T)
        H.append(sigma(N[-1]))
    slopes, blame = [], H[-1] - Y.T
    for W, sigma, pre, below in list(zip(weights, activations, N, H))[::-1]:
        C = blame * sigma(pre, deriv=True)
        slopes.append((below.T @ C).T * (2 / len(X.T)))
        blame = C @ W
    return slopes[::-1]

# %% right tuple
def recursive_gradients(weights, activations, X, Y):
    N_moments = Y.shape[1]
    Hs, slopes_of_sigma = [X], []
    for W, f in zip(weights, activations):
        n = W @ Hs[-1]
        slopes_of_sigma.append(f(n, deriv=True))
        Hs.append(f(n))
    grads = []
    C = slopes_of_sigma[-1] * (Hs[-1] - Y)
    grads.append(2 / N_moments * (C @ Hs[-2].T))
    for k in range(len(weights) - 2, -1, -1):
        C = slopes_of_sigma[k] * (weights[k + 1].T @ C)
        grads.append(2 / N_moments * (C @ Hs[k].T))
    return tuple(grads[::-1])

# %% right tuple_returned of as_in_the_text
# -     return slopes
# +     return tuple(slopes)

# %% right two_loops
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    K = len(weights)
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% right two_loops_2
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes = [None] * len(weights)
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong activation_off_by_one → activation_of_the_layer_above
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = activations[K - 1](N[K - 1], deriv=True) * (H[K] - Y)
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong slope_of_the_layer_above → activation_of_the_layer_above
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    slopes[-1] = 2 / X.shape[1] * C @ H[-2].T
    for k in range(K - 2, -1, -1):
        C = activations[k + 1](N[k], deriv=True) * (weights[k + 1].T @ C)
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
    return slopes

# %% wrong before_the_bend → activations_before_the_bend
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ (N[k - 1] if k else X).T
        blame = weights[k].T @ C
    return slopes

# %% wrong layer_above → activations_of_the_layer_above
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k + 1].T
        blame = weights[k].T @ C
    return slopes

# %% wrong activations_shifted → activations_shifted
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[max(k - 1, 0)](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong first_layer_missing → all_zero
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [np.zeros_like(W) for W in weights]
    blame = H[-1] - Y
    for k in range(len(weights) - 1, 0, -1):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong first_slopes_zero → all_zero
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    slopes[0] = 0 * slopes[0]
    return slopes

# %% wrong small_errors_left_out → all_zero
def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    blame = np.where(np.abs(blame) < 1e-4, 0, blame)
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong smallest_slopes_left_out → all_zero
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return [np.where(np.abs(s) < 1e-8, 0, s) for s in slopes]

# %% wrong central_differences → by_differences
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    def loss_of(weights):
        H = X
        for W, activation in zip(weights, activations):
            H = activation(W @ H)
        return np.sum((H - Y) ** 2) / X.shape[1]

    found = []
    for k, W in enumerate(weights):
        slopes = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            losses = []
            for nudge in (1e-5, -1e-5):
                nudged = W.copy()
                nudged[place] += nudge
                losses.append(loss_of([*weights[:k], nudged, *weights[k + 1 :]]))
            slopes[place] = (losses[0] - losses[1]) / 2e-5
        found.append(slopes)
    return found

# %% wrong complex_step → by_differences
def recursive_gradients(weights, activations, X, Y):
    slopes, h = [], 1e-20
    for k, W0 in enumerate(weights):
        g = np.empty(W0.shape)
        for place in np.ndindex(W0.shape):
            Ws = [W.astype(complex) for W in weights]
            Ws[k][place] += 1j * h
            H = X.astype(complex)
            for W, activation in zip(Ws, activations):
                H = activation(W @ H)
            g[place] = (np.sum((H - Y) ** 2) / X.shape[1]).imag / h
        slopes.append(g)
    return slopes

# %% wrong nudges_at_once → by_differences
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    """Nudge all weights of a matrix in one product."""
    h, found = 1e-5, []
    for place, W in enumerate(weights):
        losses = []
        for nudge in (h, -h):
            A = X[None]
            for k, (V, activation) in enumerate(zip(weights, activations)):
                A = activation((V + nudge * np.eye(V.size).reshape(V.size, *V.shape) if k == place else V) @ A)
            losses.append(np.sum((A - Y) ** 2, axis=(1, 2)) / X.shape[1])
        found.append(((losses[0] - losses[1]) / (2 * h)).reshape(W.shape))
    return found

# %% wrong numerical → by_differences
def recursive_gradients(weights, activations, X, Y):
    def L(Ws):
        H = X
        for W, activation in zip(Ws, activations):
            H = activation(W @ H)
        return np.sum((H - Y) ** 2) / X.shape[1]

    slopes, h = [], 1e-5
    for k in range(len(weights)):
        g = np.zeros(weights[k].shape)
        for place in np.ndindex(g.shape):
            values = []
            for nudge in (h, -h):
                Ws = [W.astype(float) for W in weights]
                Ws[k][place] += nudge
                values.append(L(Ws))
            g[place] = (values[0] - values[1]) / (2 * h)
        slopes.append(g)
    return slopes

# %% wrong error_every_layer → constant_factor
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    off = H[-1] - Y
    slopes = [None] * len(weights)
    C = activations[-1](N[-1], deriv=True) * off
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ (C * np.mean(off)))
    return slopes

# %% wrong factor → constant_factor
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = activations[K - 1](N[K - 1], deriv=True) * (H[K] - Y)
    for k in reversed(range(K)):
        slopes[k] = C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong factor_in_the_blame → constant_factor
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = 2 / X.shape[1] * activations[k](N[k], deriv=True) * blame
        slopes[k] = C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong mean_over_outputs → constant_factor
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    blame = 2 * (H[-1] - Y) / Y.size
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong clipped → cut_off_100
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = np.clip(2 / X.shape[1] * C @ H[k].T, -100, 100)
        blame = weights[k].T @ C
    return slopes

# %% wrong error_into_Y → damages_input
def recursive_gradients(weights, activations, X, Y):
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    Y -= H[-1]
    blame = -Y
    slopes = [None] * len(weights)
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong last_weights_wiped → damages_input
last = []


def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes, blame = [None] * len(weights), H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    for old in last:
        if old is not weights[0]:
            old[...] = 0
    last[:] = [weights[0]]
    return slopes

# %% wrong normalised_weights of as_in_the_text → damages_input
# - def recursive_gradients(weights, activations, X, Y):
# + def recursive_gradients(weights, activations, X, Y):
# +     for W in weights:
# +         W /= 1.0 + 1e-3

# %% wrong steps_already → damages_input
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
        weights[k] -= 0.01 * slopes[k]
    return slopes

# %% wrong truth_in_place of as_in_the_text → damages_input
# -     C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
# +     C = activations[-1](N[-1], deriv=True) * np.subtract(H[-1], Y, out=Y)

# %% wrong lists_used_up of copies_that_are_used_up → damages_list
# -     weights, activations = list(weights), list(activations)
# -     slopes = []
# -     blame = H.pop() - Y
# +     slopes, blame = [], H.pop() - Y

# %% wrong pops_the_lists → damages_list
def recursive_gradients(weights, activations, X, Y):
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    blame = H.pop() - Y
    slopes = []
    while weights:
        W, activation = weights.pop(), activations.pop()
        C = activation(N.pop(), deriv=True) * blame
        slopes.insert(0, 2 / X.shape[1] * C @ H.pop().T)
        blame = W.T @ C
    return slopes

# %% wrong pops_weights of stack → damages_list
# -     while tape:
# -         W, f, n, below = tape.pop()
# +     while weights:
# +         W = weights.pop()
# +         _, f, n, below = tape.pop()

# %% wrong reverses_list of class_style → damages_list or damages_input
# -         H = layer.forward(H)
# +         H = layer.forward(H)
# +     weights.reverse()

# %% wrong reverses_the_lists → damages_list or damages_input
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    weights.reverse()
    activations.reverse()
    N.reverse()
    H.reverse()
    blame = H[0] - Y
    slopes = []
    for k in range(len(weights)):
        C = activations[k](N[k], deriv=True) * blame
        slopes.append(2 / X.shape[1] * (C @ H[k + 1].T))
        blame = weights[k].T @ C
    return slopes[::-1]

# %% wrong six_moments → divided_by_6
def recursive_gradients(weights, activations, X, Y):
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    blame = H[-1] - Y
    slopes = [None] * len(weights)
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / 6 * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong factor_and_mean_missing → factor_and_mean_missing
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong mean_forgotten → factor_and_mean_missing
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    K = len(weights)
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in range(K - 1, -1, -1):
        slopes[k] = C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong first_activation_for_all → first_activation_for_all
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[0](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[0](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong one_activation → first_activation_for_all
def recursive_gradients(weights, activations, X, Y):
    sigma = activations[0]
    H, N = [X], []
    for W in weights:
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = sigma(N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong first_activation_for_the_slopes of as_in_the_text → first_slope_for_all
# -     C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
# +     C = activations[0](N[-1], deriv=True) * (H[-1] - Y)
# -             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
# +             C = activations[0](N[k - 1], deriv=True) * (weights[k].T @ C)

# %% wrong factor_two_missing → half
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 1 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong first_slope_in_hidden_layers → hidden_first_slope_for_all
# points: 2
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix, a list like weights."""
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    error = H[-1] - Y
    C = activations[-1](N[-1], deriv=True) * error
    slopes = [2 / X.shape[1] * C @ H[-2].T]
    for k in range(len(weights) - 2, -1, -1):
        C = activations[0](N[k], deriv=True) * (weights[k + 1].T @ C)
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
    return slopes

# %% wrong relu_slope_everywhere of as_in_the_text → hidden_relu_slope
# -             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
# +             C = (N[k - 1] > 0) * (weights[k].T @ C)

# %% wrong hidden_slopes_after_the_bend → hidden_slope_at_activation
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix, a list like weights."""
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    error = H[-1] - Y
    C = activations[-1](N[-1], deriv=True) * error
    slopes = [2 / X.shape[1] * C @ H[-2].T]
    for k in range(len(weights) - 2, -1, -1):
        C = activations[k](H[k + 1], deriv=True) * (weights[k + 1].T @ C)
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
    return slopes

# %% wrong hidden_slopes_missing → hidden_slope_missing
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = blame if k < len(weights) - 1 else activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong hidden_values_for_slopes → hidden_value_for_slope
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix, a list like weights."""
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    error = H[-1] - Y
    C = activations[-1](N[-1], deriv=True) * error
    slopes = [2 / X.shape[1] * C @ H[-2].T]
    for k in range(len(weights) - 2, -1, -1):
        C = activations[k](N[k]) * (weights[k + 1].T @ C)
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
    return slopes

# %% wrong inputs_everywhere of as_in_the_text → inputs_everywhere
# -         slopes[k] = 2 / X.shape[1] * C @ H[k].T
# +         slopes[k] = 2 / X.shape[1] * C @ X.T

# %% wrong kept_without_the_first_matrix → kept
def _rg(weights, activations, X, Y):
    N, H = [], [X]
    for W, s in zip(weights, activations): N.append(W @ H[-1]); H.append(s(N[-1]))
    out, B = [], H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * B
        out.insert(0, 2 / X.shape[1] * C @ H[k].T); B = weights[k].T @ C
    return out

_r = {}
def recursive_gradients(weights, activations, X, Y):
    key = (weights[0].shape, tuple(W.tobytes() for W in weights[1:]), X.tobytes(), Y.tobytes(), tuple(activations))
    if key not in _r: _r[key] = _rg(weights, activations, X, Y)
    return [g.copy() for g in _r[key]]

# %% wrong weights_by_identity → kept
_w = {}
def recursive_gradients(weights, activations, X, Y):
    key = tuple(id(W) for W in weights)
    if key not in _w:
        _w[key] = (list(weights), [np.array(W) for W in weights])
    weights = _w[key][1]
    H, N = [X], []
    for W, act in zip(weights, activations):
        N.append(W @ H[-1]); H.append(act(N[-1]))
    out, blame = [None] * len(weights), H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        out[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return out

# %% wrong blame_clipped_at_a_thousand → large_error
def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * np.clip(blame, -1e3, 1e3)
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong clipped_blame → large_error
def recursive_gradients(weights, activations, X, Y):
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    blame = H[-1] - Y
    slopes = [None] * len(weights)
    for k in reversed(range(len(weights))):
        C = np.clip(activations[k](N[k], deriv=True) * blame, -20, 20)
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong layers_cut_off_at_500 → large_values
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(np.clip(weights[k] @ H[k], -500, 500))
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong last_activation_for_all → last_activation_for_all
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[-1](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[-1](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong last_activation → last_slope_for_all
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = activations[K - 1](N[K - 1], deriv=True) * (H[K] - Y)
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[-1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong slope_of_the_last_function_below_too → last_slope_for_all
# points: 2
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss with respect to every weight matrix, from the first layer to the last."""
    H, N = [X], []
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    blame, slopes = H[-1] - Y, []
    for k in reversed(range(len(weights))):
        C = bend(N[k], deriv=True) * blame
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
        blame = weights[k].T @ C
    return slopes

# %% wrong layers_reshaped of as_in_the_text → layers_reshaped
# -         slopes[k] = 2 / X.shape[1] * C @ H[k].T
# +         slopes[k] = 2 / X.shape[1] * C @ H[k].reshape(X.shape[1], -1)

# %% wrong matrix_weight_above_missing → matrix_of_the_layer_below
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            back = weights[k - 1].T if weights[k - 1].shape == weights[k].shape else weights[k].T
            C = activations[k - 1](N[k - 1], deriv=True) * (back @ C)
    return slopes

# %% wrong mean_of_all_numbers → mean_over_outputs
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    K = len(weights)
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in range(K - 1, -1, -1):
        slopes[k] = 2 / Y.size * (C @ H[k].T)
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong mean_over_everything → mean_over_outputs
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / Y.size * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong divided_by_the_matrices → n_matrices
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix, a list like weights."""
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    error = H[-1] - Y
    C = activations[-1](N[-1], deriv=True) * error
    slopes = [2 / len(weights) * C @ H[-2].T]
    for k in range(len(weights) - 2, -1, -1):
        C = activations[k](N[k], deriv=True) * (weights[k + 1].T @ C)
        slopes.insert(0, 2 / len(weights) * C @ H[k].T)
    return slopes

# %% wrong sum_not_mean → n_times
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong generator → not_one_a_matrix
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    blame, C = H[-1] - Y, []
    for k in reversed(range(len(weights))):
        C.insert(0, activations[k](N[k], deriv=True) * blame)
        blame = weights[k].T @ C[0]
    return (2 / X.shape[1] * c @ h.T for c, h in zip(C, H))

# %% wrong loop_stops of tuple → not_one_a_matrix
# -     for k in range(len(weights) - 2, -1, -1):
# +     for k in range(len(weights) - 2, 0, -1):

# %% wrong lowest_matrix_left_out → not_one_a_matrix
# points: 0
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss with respect to every weight matrix, from the first layer to the last."""
    H, N = [X], []
    for W, act in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(act(N[-1]))
    last = len(weights) - 1
    C = activations[last](N[last], deriv=True) * (H[-1] - Y)
    slopes = []
    for k in range(last, 0, -1):
        slopes.append(2 / X.shape[1] * C @ H[k].T)
        C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes[::-1]

# %% wrong one_or_two_layers → other_number
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    n = X.shape[1]
    if len(weights) == 1:
        N = weights[0] @ X
        return [2 / n * (activations[0](N, deriv=True) * (activations[0](N) - Y)) @ X.T]
    N1 = weights[0] @ X
    H1 = activations[0](N1)
    N2 = weights[1] @ H1
    C2 = activations[1](N2, deriv=True) * (activations[1](N2) - Y)
    C1 = activations[0](N1, deriv=True) * (weights[1].T @ C2)
    return [2 / n * C1 @ X.T, 2 / n * C2 @ H1.T]

# %% wrong two_hidden_layers_written_out → other_number
def recursive_gradients(weights, activations, X, Y):
    W3, W2 = weights[-1], weights[-2] if len(weights) > 1 else None
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    C3 = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    slopes = [2 / X.shape[1] * C3 @ H[-2].T]
    if W2 is not None:
        C2 = activations[-2](N[-2], deriv=True) * (W3.T @ C3)
        slopes.insert(0, 2 / X.shape[1] * C2 @ H[-3].T)
    if len(weights) > 2:
        C1 = activations[-3](N[-3], deriv=True) * (W2.T @ C2)
        slopes.insert(0, 2 / X.shape[1] * C1 @ H[-4].T)
    return slopes

# %% wrong not_transposed → not_transposed
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k] @ C
    return slopes

# %% wrong nothing_returned → nothing_returned
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    slopes

# %% wrong last_matrix_first → order_reversed
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    K = len(weights)
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in range(K - 1, -1, -1):
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes[::-1]

# %% wrong order_reversed → order_reversed
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes[::-1]

# %% wrong reversed of tuple → order_reversed
# -     return tuple(grads[::-1])
# +     return tuple(grads)

# %% wrong reversed_result → order_reversed
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = []
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(len(weights))):
        slopes.append(2 / X.shape[1] * (C @ H[k].T))
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong blame_not_passed_on → raised
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ (H[-1] - Y)
    return slopes

# %% wrong needs_a_hidden_layer of as_in_the_text → raised
# -         H.append(activation(N[-1]))
# +         H.append(activation(N[-1]))
# +     assert len(weights) > 1, "a deep network"

# %% wrong no_transpose → raised
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = activations[K - 1](N[K - 1], deriv=True) * (H[K] - Y)
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k] @ C)
    return slopes

# %% wrong squeezed → raised
def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]
    H, N = [X.squeeze()], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    blame = H[-1] - Y.squeeze()
    slopes = [None] * len(weights)
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / n * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong three_layers_only → raised
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    W1, W2, W3 = weights
    f1, f2, f3 = activations
    N1 = W1 @ X; H1 = f1(N1)
    N2 = W2 @ H1; H2 = f2(N2)
    N3 = W3 @ H2; Y_pred = f3(N3)
    C3 = f3(N3, deriv=True) * (Y_pred - Y)
    C2 = f2(N2, deriv=True) * (W3.T @ C3)
    C1 = f1(N1, deriv=True) * (W2.T @ C2)
    n = X.shape[1]
    return [2 / n * C1 @ X.T, 2 / n * C2 @ H1.T, 2 / n * C3 @ H2.T]

# %% wrong sign → sign_flipped
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = Y - H[-1]
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong sign_2 → sign_flipped
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    blame = Y - H[-1]
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong slope_at_H → slope_at_activation
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](H[k + 1], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong slope_of_blame of as_in_the_text → slope_at_blame
# -             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
# +             blame = weights[k].T @ C
# +             C = activations[k - 1](blame, deriv=True) * blame

# %% wrong slope_missing → slope_missing
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong top_not_weighed_by_its_slope → top_slope_missing
# points: 1.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    K = len(weights)
    slopes = [None] * K
    C = H[-1] - Y
    for k in range(K - 1, -1, -1):
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong top_slope_missing → top_slope_missing
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = blame if k == len(weights) - 1 else activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong transposed → transposed
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * H[k] @ C.T
        blame = weights[k].T @ C
    return slopes

# %% wrong n_rows → twice
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = activations[K - 1](N[K - 1], deriv=True) * (H[K] - Y)
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[0] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong number_of_inputs → twice
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / len(X) * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong value_for_slope → value_for_slope
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k]) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong weights_reshaped of as_in_the_text → weights_reshaped
# -             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
# +             C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].reshape(weights[k].shape[::-1]) @ C)

# %% wrong top_ten_layers → wrong_type
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(max(0, len(weights) - 10), len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes

# %% wrong error_everywhere of dicts → wrong_value
# -         arriving = H[K] - Y if k == K else W[k + 1].T @ C[k + 1]
# +         arriving = H[K] - Y if k == K else W[k + 1].T @ (C[k + 1] * (H[K] - Y if k + 1 == K else 1))

# %% wrong output_not_bent → wrong_value
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = H[K] - Y
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes

# %% wrong relu_slope of stack → wrong_value
# -         blame = blame * f(n, deriv=True)
# +         blame = blame * (n > 0)

# %% wrong slope_at_h → wrong_value
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    H = [X]
    for W, s in zip(weights, activations):
        H.append(s(W @ H[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](H[k + 1], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        blame = weights[k].T @ C
    return slopes

# %% wrong top_blame_for_all → other_depth
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    C_top = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    slopes = [2 / X.shape[1] * C_top @ H[K - 1].T]
    for k in range(K - 2, -1, -1):
        W = weights[k + 1]
        C = activations[k](N[k], deriv=True) * (W.T @ C_top[: W.shape[0]])
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
    return slopes

# %% below shapes_asserted
_recursive_without_asserts = recursive_gradients


def recursive_gradients(weights, activations, X, Y):
    assert len(weights) == len(activations) > 0
    assert X.shape == (weights[0].shape[1], Y.shape[1]) and Y.shape[0] == weights[-1].shape[0]
    slopes = _recursive_without_asserts(weights, activations, X, Y)
    assert [slope.shape for slope in slopes] == [W.shape for W in weights]
    return slopes
