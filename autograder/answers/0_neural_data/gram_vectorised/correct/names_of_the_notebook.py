def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def reduce(A):
    return A.sum(axis=-1)


filter = np.einsum


def gram_vectorised(X):
    assert np.allclose(np.dot(X, X.T), filter("in,jn->ij", X, X))
    return reduce(X[:, None] * X[None])
