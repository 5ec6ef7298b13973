# diagnosis: few_weights_only
# points: 3.5
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = Y @ np.linalg.pinv(X, rcond=0.001)


LinearModel.fit = fit
