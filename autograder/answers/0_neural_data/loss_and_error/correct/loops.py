import math


def loss(Y_pred, Y_true):
    total, N = 0.0, Y_pred.shape[1]
    for n in range(N):
        for i in range(Y_pred.shape[0]):
            total += (Y_pred[i, n] - Y_true[i, n]) ** 2
    return total / N


def error(Y_pred, Y_true):
    return sum(math.dist(a, b) for a, b in zip(Y_pred.T, Y_true.T)) / Y_pred.shape[1]
