def fit(self):
    X, Y = self.X_train, self.Y_train
    A = np.array(X @ X.T, dtype=float)
    B = np.array(X @ Y.T, dtype=float)
    n = len(A)
    for i in range(n):
        p = i + int(np.argmax(np.abs(A[i:, i])))
        A[[i, p]], B[[i, p]] = A[[p, i]], B[[p, i]]
        B[i] = B[i] / A[i, i]
        A[i] = A[i] / A[i, i]
        for k in range(n):
            if k != i:
                B[k] = B[k] - A[k, i] * B[i]
                A[k] = A[k] - A[k, i] * A[i]
    self.W = B.T


LinearModel.fit = fit
