# diagnosis: result_kept
_M = np.empty((100, 100))


def gram_vectorised(X):
    return np.matmul(X, X.T, out=_M[: len(X), : len(X)])
