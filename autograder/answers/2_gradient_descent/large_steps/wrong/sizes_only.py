# diagnosis: no_crossing
path_large_eta = -np.abs(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps))
eta_limit = 1.0
