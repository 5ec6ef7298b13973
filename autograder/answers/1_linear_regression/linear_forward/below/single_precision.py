in_double_precision = LinearModel.forward
LinearModel.forward = lambda self, X: np.asarray(in_double_precision(self, X), dtype=np.float32)
