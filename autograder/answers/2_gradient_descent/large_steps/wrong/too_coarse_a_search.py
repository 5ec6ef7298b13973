# diagnosis: too_small
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates = np.arange(0.03, 3, 0.2) / a
stays = [abs(gradient_descent(derivative_of_loss, W_0, rate, 50)[-1]) <= abs(W_0) for rate in rates]
eta_limit = rates[stays].max()
