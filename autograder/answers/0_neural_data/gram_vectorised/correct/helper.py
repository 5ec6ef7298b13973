def transposed(A):
    return A.T


def gram_vectorised(X):
    map_of_pairs = X @ transposed(X)
    return map_of_pairs
