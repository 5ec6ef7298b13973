# diagnosis: has_loop
import numpy as np

_matmul = np.matmul


def _rows(A, B):
    return np.array([[_matmul(a, b) for b in B.T] for a in A])


np.matmul = _rows


def gram_vectorised(X):
    return np.matmul(X, X.T)
