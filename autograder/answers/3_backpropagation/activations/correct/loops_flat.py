def relu(N, deriv=False):
    A = np.array(N, dtype=float)
    out = np.zeros(A.shape)
    for idx in np.ndindex(*A.shape):
        if A[idx] > 0:
            out[idx] = 1 if deriv else A[idx]
    return out


def sigmoid(N, deriv=False):
    A = np.array(N, dtype=float)
    out = np.zeros(A.shape)
    for idx in np.ndindex(*A.shape):
        s = 1 / (1 + np.exp(-A[idx]))
        out[idx] = activation_scale * s * (1 - s) if deriv else activation_scale * s
    return out


def tanh(N, deriv=False):
    A = np.array(N, dtype=float)
    out = np.zeros(A.shape)
    for idx in np.ndindex(*A.shape):
        t = (np.exp(A[idx]) - np.exp(-A[idx])) / (np.exp(A[idx]) + np.exp(-A[idx]))
        out[idx] = activation_scale * (1 - t * t) if deriv else activation_scale * t
    return out
