# diagnosis: depends_on_start
sums = {}


def fit(self):
    if "A" not in sums or sums["A"].shape[0] != self.n_in:
        sums["A"], sums["B"] = 0, 0
    sums["A"] = sums["A"] + self.X_train @ self.X_train.T
    sums["B"] = sums["B"] + self.Y_train @ self.X_train.T
    self.W = sums["B"] @ np.linalg.inv(sums["A"])


LinearModel.fit = fit
