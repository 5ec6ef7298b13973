# diagnosis: wrong_shape
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = (0.0, 1.0)
