path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates = np.arange(0.001, 3, 0.001)
stays = [abs(gradient_descent(derivative_of_loss, W_0, rate, 50)[-1]) <= abs(W_0) * (1 + 1e-9) for rate in rates]
eta_limit = rates[stays].max()
