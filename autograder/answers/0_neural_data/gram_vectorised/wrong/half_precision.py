# diagnosis: half_precision
def gram_vectorised(X):
    return np.float16(X) @ np.float16(X).T
