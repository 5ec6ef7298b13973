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
