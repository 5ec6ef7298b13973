import math
import statistics


def squared(a, b):
    return math.fsum((p - q) ** 2 for p, q in zip(a, b))


def loss(Y_pred, Y_true):
    return statistics.fmean(squared(a, b) for a, b in zip(zip(*Y_pred), zip(*Y_true)))


def error(Y_pred, Y_true):
    return statistics.fmean(math.sqrt(squared(a, b)) for a, b in zip(zip(*Y_pred), zip(*Y_true)))
