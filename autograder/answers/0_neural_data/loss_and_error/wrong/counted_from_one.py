# diagnosis: first_left_out
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    distances = 0
    for n in range(1, N):
        distances += np.linalg.norm(Y_pred[:, n] - Y_true[:, n])
    return distances / N
