def amplification(rate: float) -> float:
    """Factor by which one step multiplies the weight."""
    return 1 - 2 * a * rate


path_large_eta = gradient_descent(derivative_of_loss, W=W_0, eta=large_eta, n_steps=n_steps)
eta_limit = 1.0 / a
assert np.isclose(abs(amplification(eta_limit)), 1.0)
assert path_large_eta.shape == (n_steps + 1,)
