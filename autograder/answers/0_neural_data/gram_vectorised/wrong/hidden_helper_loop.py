# diagnosis: has_loop
def _row(X, i):
    return X @ X[i]

def _all_rows(X):
    return [_row(X, i) for i in range(len(X))]

def gram_vectorised(X):
    return np.stack(_all_rows(X))
