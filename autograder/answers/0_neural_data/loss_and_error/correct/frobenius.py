def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) ** 2 / Y_true.shape[1]

def error(Y_pred, Y_true):
    total = np.zeros(Y_true.shape[1])
    for p, q in zip(Y_pred, Y_true):
        total = total + (p - q) ** 2
    return np.array(np.sqrt(total).mean())
