# diagnosis: has_loop
class Once:
    def __init__(self, function):
        self.function = function

    def __call__(self, X):
        return self.function(X)


@Once
def gram_vectorised(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            M[i, j] = X[i] @ X[j]
    return M
