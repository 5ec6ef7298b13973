from concurrent.futures import ThreadPoolExecutor


def gram_vectorised(X):
    def all_pairs(A):
        return np.inner(A, A)

    return all_pairs(X)


with ThreadPoolExecutor(2) as pool:
    several = list(pool.map(gram_vectorised, [X[:2], X[2:5]]))
