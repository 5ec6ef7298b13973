fit_as_it_was = LinearModel.fit


def fit(self):
    N_cells, N_train = self.X_train.shape
    assert self.Y_train.shape == (2, N_train)
    result = fit_as_it_was(self)
    assert np.shape(self.W) == (2, N_cells)
    return result


LinearModel.fit = fit
