as_it_was = gram_vectorised


def gram_vectorised(X):
    n_cells, N = X.shape
    assert N > 0
    M = as_it_was(X)
    assert np.shape(M) == (n_cells, n_cells)
    return M
