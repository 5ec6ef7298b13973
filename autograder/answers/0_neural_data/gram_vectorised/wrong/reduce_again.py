# diagnosis: has_loop
from functools import reduce

def gram_vectorised(X):
    return reduce(lambda M, x: M + np.outer(x, x), X.T, np.zeros((len(X), len(X))))
