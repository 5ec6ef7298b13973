import math


def _squares(Y_pred, Y_true):
    n_out, N = np.shape(Y_pred)
    result = []
    for n in range(N):
        s = 0.0
        for i in range(n_out):
            s += (float(Y_pred[i][n]) - float(Y_true[i][n])) ** 2
        result.append(s)
    return result


def loss(Y_pred, Y_true):
    sq = _squares(Y_pred, Y_true)
    return sum(sq) / len(sq)


def error(Y_pred, Y_true):
    sq = _squares(Y_pred, Y_true)
    return sum(map(math.sqrt, sq)) / len(sq)
