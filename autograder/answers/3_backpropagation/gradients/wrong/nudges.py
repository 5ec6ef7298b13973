# diagnosis: by_differences
# points: 2
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
