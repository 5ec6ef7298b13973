import math
def loss(Y_pred, Y_true):
    n_out, N = Y_pred.shape
    total = 0.0
    for n in range(N):
        for k in range(n_out):
            total += (Y_pred[k, n] - Y_true[k, n]) ** 2
    return total / N

def error(Y_pred, Y_true):
    n_out, N = Y_pred.shape
    total = 0.0
    for n in range(N):
        s = 0.0
        for k in range(n_out):
            s += (Y_pred[k, n] - Y_true[k, n]) ** 2
        total += math.sqrt(s)
    return total / N
