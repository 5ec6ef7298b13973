# diagnosis: last_left_out
# points: 1
def loss(Y_pred, Y_true):
    n_out, N = Y_true.shape
    squares = 0
    for n in range(N - 1):
        for i in range(n_out):
            squares += (Y_pred[i, n] - Y_true[i, n]) ** 2
    return squares / N


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()
