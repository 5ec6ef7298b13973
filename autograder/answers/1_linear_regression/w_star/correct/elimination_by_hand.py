def fit(self):
    X, Y = self.X_train, self.Y_train

    A = np.hstack([X @ X.T, X @ Y.T])
    n = len(X)
    for i in range(n):
        pivot = i + np.argmax(np.abs(A[i:, i]))
        A[[i, pivot]] = A[[pivot, i]]
        A[i] /= A[i, i]
        for j in range(n):
            if j != i:
                A[j] -= A[j, i] * A[i]
    self.W = A[:, n:].T


LinearModel.fit = fit
