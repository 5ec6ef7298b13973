forward_as_it_was, fit_as_it_was = LinearModelWithBias.forward, LinearModelWithBias.fit


def forward(self, X):
    N_cells, N = X.shape
    Y_pred = forward_as_it_was(self, X)
    assert np.shape(Y_pred) == (2, N)
    return Y_pred


def fit(self):
    N_cells, N_train = self.X_train.shape
    assert self.Y_train.shape == (2, N_train)
    fit_as_it_was(self)
    assert np.shape(self.W) == (2, N_cells + int(self.use_bias))


LinearModelWithBias.forward, LinearModelWithBias.fit = forward, fit
