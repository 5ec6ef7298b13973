path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
_rates = np.linspace(0, 2, 2001)
_factors = np.abs(1 - 2 * a * _rates)
eta_limit = _rates[_factors <= 1 + 1e-12].max()
