def gram_by_loops(X):
    return np.array([[sum(X[i, n] * X[j, n] for n in range(X.shape[1])) for j in range(X.shape[0])]
                     for i in range(X.shape[0])])
