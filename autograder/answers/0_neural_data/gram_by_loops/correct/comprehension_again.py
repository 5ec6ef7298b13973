def gram_by_loops(X):
    return np.array([[sum(a * b for a, b in zip(row_i, row_j)) for row_j in X] for row_i in X])
