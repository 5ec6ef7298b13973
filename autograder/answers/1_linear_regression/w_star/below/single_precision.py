in_double_precision = LinearModel.fit


def fit(self):
    in_double_precision(self)
    self.W = np.asarray(self.W, dtype=np.float32)


LinearModel.fit = fit
