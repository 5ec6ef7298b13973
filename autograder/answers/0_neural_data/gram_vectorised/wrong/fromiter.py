# diagnosis: has_loop
def gram_vectorised(X):
    n = len(X)
    return np.fromiter((X[k // n] @ X[k % n] for k in range(n * n)), float, n * n).reshape(n, n)
