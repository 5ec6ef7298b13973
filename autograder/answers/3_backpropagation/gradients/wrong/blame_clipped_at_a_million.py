# diagnosis: large_error
def gradients(net, Y_true):
    N = Y_true.shape[1]
    first = int(net.use_bias)
    Y_pred = net.activation(net.N3)

    C3 = net.activation(net.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ net.add_bias_row(net.H2).T

    C3 = np.clip(C3, -1e6, 1e6)
    C2 = net.activation(net.N2, deriv=True) * (net.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ net.add_bias_row(net.H1).T

    C1 = net.activation(net.N1, deriv=True) * (net.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ net.add_bias_row(net.X).T

    return dLdW1, dLdW2, dLdW3
