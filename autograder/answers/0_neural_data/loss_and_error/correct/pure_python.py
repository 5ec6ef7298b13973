import math

def _squares(Y_pred, Y_true):
    result = []
    for n in range(len(Y_pred[0])):
        s = 0.0
        for i in range(len(Y_pred)):
            d = float(Y_pred[i][n]) - float(Y_true[i][n])
            s += d * d
        result.append(s)
    return result

def loss(Y_pred, Y_true):
    s = _squares(Y_pred, Y_true)
    return sum(s) / len(s)

def error(Y_pred, Y_true):
    s = _squares(Y_pred, Y_true)
    return sum(math.sqrt(v) for v in s) / len(s)
