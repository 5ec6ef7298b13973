# diagnosis: has_loop
def gram_vectorised(X):
    return np.apply_along_axis(lambda row: X @ row, 1, X)
