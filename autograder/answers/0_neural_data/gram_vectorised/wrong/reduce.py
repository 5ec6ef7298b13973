# diagnosis: has_loop
import functools as tools


def gram_vectorised(X):
    return tools.reduce(lambda M, column: M + np.outer(column, column), X.T, 0)
