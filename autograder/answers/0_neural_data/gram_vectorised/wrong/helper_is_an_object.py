# diagnosis: has_loop
class Pairs:
    def __call__(self, X):
        M = np.zeros((len(X), len(X)))
        for i in range(len(X)):
            for j in range(len(X)):
                M[i, j] = X[i] @ X[j]
        return M


pairs = Pairs()


def gram_vectorised(X):
    return pairs(X)
