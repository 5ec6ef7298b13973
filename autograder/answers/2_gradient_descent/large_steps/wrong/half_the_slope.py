# diagnosis: wrong_steps
path_large_eta = gradient_descent(lambda W: a * W, W_0, 1.5 * large_eta, n_steps)
eta_limit = 1 / a
