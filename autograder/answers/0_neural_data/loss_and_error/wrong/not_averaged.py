# diagnosis: not_averaged
def loss(Y_pred, Y_true):
    N = Y_true.shape[1]
    return np.sum(np.square(Y_true - Y_pred)) 

def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    d = np.zeros(N)
    for y_p, y_t in zip(Y_pred, Y_true):
        d = d + (y_p - y_t) ** 2
    return np.sum(d ** 0.5) / N
