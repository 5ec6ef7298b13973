# diagnosis: raised
def gram_vectorised(X):
    return np.matmul(X, X)
