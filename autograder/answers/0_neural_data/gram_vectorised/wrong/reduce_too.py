# diagnosis: has_loop
from functools import reduce


def gram_vectorised(X):
    return reduce(np.add, X.T[:, :, None] * X.T[:, None, :])
