# diagnosis: damages_input
def gram_vectorised(X):
    return np.matmul(X, np.maximum(X, 0, out=X).T)
