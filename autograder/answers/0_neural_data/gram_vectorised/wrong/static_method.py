# diagnosis: has_loop
class Tools:
    @staticmethod
    def gram(X):
        M = np.zeros((len(X), len(X)))
        for i in range(len(X)):
            for j in range(len(X)):
                M[i, j] = X[i] @ X[j]
        return M


def gram_vectorised(X):
    return Tools.gram(X)
