# diagnosis: has_loop
def gram_vectorised(X):
    return np.array([X @ row for row in X])
