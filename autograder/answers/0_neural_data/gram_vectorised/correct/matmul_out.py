def gram_vectorised(X):
    A = np.asarray(X, dtype=float)
    n = A.shape[0]
    M = np.empty((n, n))
    np.matmul(A, A.swapaxes(0, 1), out=M)
    return M
