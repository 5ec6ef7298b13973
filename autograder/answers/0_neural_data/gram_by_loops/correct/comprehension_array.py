def gram_by_loops(X):
    return np.array([[sum(a * b for a, b in zip(row, other)) for other in X] for row in X])
