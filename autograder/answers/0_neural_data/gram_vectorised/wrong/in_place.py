# diagnosis: damages_input
def gram_vectorised(X):
    M = X @ X.T
    X /= max(1.0, float(X.max()))
    return M
