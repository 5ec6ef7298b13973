def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    S, B = X @ X.T, X @ Y.T
    W = np.zeros(B.shape)
    R = B - S @ W
    P = R.copy()
    rs = (R * R).sum(0)
    for _ in range(40 * len(S) + 50):
        SP = S @ P
        alpha = rs / np.maximum((P * SP).sum(0), 1e-300)
        W = W + alpha * P
        R = R - alpha * SP
        new = (R * R).sum(0)
        if np.all(new < 1e-26 * (B * B).sum(0)):
            break
        P = R + (new / np.maximum(rs, 1e-300)) * P
        rs = new
    self.W = W.T


LinearModel.fit = fit
