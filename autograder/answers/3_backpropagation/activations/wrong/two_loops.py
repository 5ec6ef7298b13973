# diagnosis: raised
def relu(N, deriv=False):
    rows, columns = N.shape
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            if N[i, j] > 0:
                out[i, j] = 1 if deriv else N[i, j]
    return out


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
