# diagnosis: first_left_out
def gram_by_loops(X):
    n_cells, N = X.shape
    return np.array([[sum(X[i, n] * X[j, n] for n in range(1, N)) for j in range(n_cells)] for i in range(n_cells)])
