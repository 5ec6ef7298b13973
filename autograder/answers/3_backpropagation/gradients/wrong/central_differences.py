# diagnosis: by_differences
# points: 2
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
