# diagnosis: cut_to_whole
def difference(A, B):
    D = np.zeros_like(B)
    for moment in range(B.shape[1]):
        D[:, moment] = A[:, moment] - B[:, moment]
    return D


def loss(Y_pred, Y_true):
    return (difference(Y_pred, Y_true) ** 2).sum(axis=0).mean()


def error(Y_pred, Y_true):
    return np.sqrt((difference(Y_pred, Y_true) ** 2).sum(axis=0)).mean()
