# diagnosis: has_loop
def gram_vectorised(X):
    return np.array(list(map(lambda row: X @ row, X)))
