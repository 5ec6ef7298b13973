import math


def gram_by_loops(X):
    return [[math.fsum(float(a) * float(b) for a, b in zip(x_i, x_j)) for x_j in X] for x_i in X]
