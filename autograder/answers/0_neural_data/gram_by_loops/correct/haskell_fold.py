from functools import reduce
from operator import add, mul

def gram_by_loops(X):
    dot = lambda u, v: reduce(add, map(mul, u, v), 0.0)
    return np.array([[dot(u, v) for v in X] for u in X])
