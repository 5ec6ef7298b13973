# diagnosis: product_of_sums
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            M[a, b] = sum(X[a]) * sum(X[b])
    return M
