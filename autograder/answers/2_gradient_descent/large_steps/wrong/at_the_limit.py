# diagnosis: at_the_limit
path_large_eta = gradient_descent(derivative_of_loss, W_0, 1 / a, n_steps)
eta_limit = 1 / a
