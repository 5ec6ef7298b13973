forward_as_it_was = LinearModel.forward


def forward(self, X):
    assert X.ndim == 2
    N_cells, N = X.shape
    assert np.shape(self.W)[0] == 2
    Y_pred = forward_as_it_was(self, X)
    assert np.shape(Y_pred) == (2, N)
    return Y_pred


LinearModel.forward = forward
