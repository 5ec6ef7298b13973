# diagnosis: has_loop
from functools import reduce


def gram_vectorised(X):
    return reduce(lambda M, column: M + np.outer(column, column), X.T, 0)
