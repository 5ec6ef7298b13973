# diagnosis: raised
def derivative_of_loss(W):
    W = np.asarray(W)
    if W.ndim == 2:
        return 2 * a * np.eye(len(W)) @ W.T
    return 2 * a * W
