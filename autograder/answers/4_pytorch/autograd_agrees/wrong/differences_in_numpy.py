# diagnosis: not_by_autograd
# points: 0.5
def torch_gradients(weights, X, Y):
    def loss_now(matrices):
        H = X
        for W in matrices:
            H = np.maximum(W[:, :1] + W[:, 1:] @ H, 0)
        return ((H - Y) ** 2).sum(axis=0).mean()

    found = []
    for k in range(3):
        slope = np.zeros(weights[k].shape)
        for place in np.ndindex(slope.shape):
            either = []
            for nudge in (1e-6, -1e-6):
                matrices = [W.copy() for W in weights]
                matrices[k][place] += nudge
                either.append(loss_now(matrices))
            slope[place] = (either[0] - either[1]) / 2e-6
        found.append(slope)
    return found
