from scipy.linalg import blas


def gram_vectorised(X):
    return blas.dgemm(1.0, np.asarray(X, dtype=float), np.asarray(X, dtype=float), trans_b=True)
