# diagnosis: has_loop
def _rows(X, out, i=0):
    while i < len(X):
        out[i] = X @ X[i]
        i += 1
    return out

def gram_vectorised(X):
    return _rows(X, np.zeros((len(X), len(X))))
