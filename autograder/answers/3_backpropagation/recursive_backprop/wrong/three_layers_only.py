# diagnosis: raised
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    W1, W2, W3 = weights
    f1, f2, f3 = activations
    N1 = W1 @ X; H1 = f1(N1)
    N2 = W2 @ H1; H2 = f2(N2)
    N3 = W3 @ H2; Y_pred = f3(N3)
    C3 = f3(N3, deriv=True) * (Y_pred - Y)
    C2 = f2(N2, deriv=True) * (W3.T @ C3)
    C1 = f1(N1, deriv=True) * (W2.T @ C2)
    n = X.shape[1]
    return [2 / n * C1 @ X.T, 2 / n * C2 @ H1.T, 2 / n * C3 @ H2.T]
