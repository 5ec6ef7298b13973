# diagnosis: one_over_n
def gram_vectorised(X):
    n_cells, N = X.shape
    return (X @ X.T) / N
