in_double_precision = gram_vectorised


def gram_vectorised(X):
    return np.asarray(in_double_precision(X), dtype=np.float32)
