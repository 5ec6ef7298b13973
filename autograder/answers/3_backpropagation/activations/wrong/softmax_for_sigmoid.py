# diagnosis: softmax_or_whole
# points: 2
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    share = np.exp(N) / np.exp(N).sum()
    return share * (1 - share) if deriv else share


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
