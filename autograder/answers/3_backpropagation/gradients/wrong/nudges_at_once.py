# diagnosis: by_differences
# points: 2
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
