def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (n_cells, N), term by term."""
    rows = len(X); cols = len(X[0])
    M = np.empty((rows, rows), dtype=np.double)
    i = 0
    while i < rows:
        j = i
        while j < rows:
            acc = 0.0
            k = 0
            while k < cols:
                acc += float(X[i][k]) * float(X[j][k])
                k += 1
            M[i][j] = acc
            M[j][i] = acc
            j += 1
        i += 1
    return M
