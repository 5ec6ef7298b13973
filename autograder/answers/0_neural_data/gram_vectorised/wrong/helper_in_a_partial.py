# diagnosis: has_loop
import functools


def pairs(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            M[i, j] = X[i] @ X[j]
    return M


of_pairs = functools.partial(pairs)


def gram_vectorised(X):
    return of_pairs(X)
