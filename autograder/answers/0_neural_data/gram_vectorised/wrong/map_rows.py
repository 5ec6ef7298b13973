# diagnosis: has_loop
def gram_vectorised(X):
    return np.array(list(map(X.dot, X)))
