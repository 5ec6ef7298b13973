# diagnosis: one_step_rate
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = max(r for r in np.linspace(0, 2, 2001) if 1 - 2 * a * r > 0)
