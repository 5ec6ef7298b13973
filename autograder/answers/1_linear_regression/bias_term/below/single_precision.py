in_double_precision = LinearModelWithBias.fit


def fit(self):
    in_double_precision(self)
    self.W = np.asarray(self.W, dtype=np.float32)


LinearModelWithBias.fit = fit
