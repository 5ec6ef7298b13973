# diagnosis: has_loop
def gram_vectorised(X):
    M = 0
    for half in np.array_split(X, 2, axis=1):
        M = M + half @ half.T
    return M
