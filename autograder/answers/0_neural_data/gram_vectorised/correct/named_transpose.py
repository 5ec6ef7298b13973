def gram_vectorised(X: "np.ndarray") -> "np.ndarray":
    X_transposed = np.transpose(X, axes=(1, 0))
    M = np.matmul(X, X_transposed)
    return M
