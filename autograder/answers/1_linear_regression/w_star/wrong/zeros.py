# diagnosis: all_zero
def fit(self):
    self.W = np.zeros_like(self.W)


LinearModel.fit = fit
