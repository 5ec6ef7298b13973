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
