path_large_eta = apply_repeatedly(lambda W: W - large_eta * derivative_of_loss(W), W_0, n_steps)
_rates = np.linspace(0.5, 1.5, 1001)
_last = gradient_descent(derivative_of_loss, np.full(1001, W_0), _rates, 100)[-1]
eta_limit = _rates[np.abs(_last) <= 1.0 + 1e-9][-1]
