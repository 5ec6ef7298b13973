def fit(self):
    X, Y = self.X_train, self.Y_train
    sigma = np.einsum("in,jn->ij", X, X)
    rows = []
    for y in Y:
        rows.append(np.linalg.solve(sigma, np.einsum("in,n->i", X, y)))
    self.W = np.array(rows)


LinearModel.fit = fit
