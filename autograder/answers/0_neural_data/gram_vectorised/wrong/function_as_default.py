# diagnosis: has_loop
def gram_vectorised(X, rows=lambda X: [X @ row for row in X]):
    return np.array(rows(X))
