# diagnosis: wrong_steps
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
path_large_eta = np.concatenate([path_large_eta[:1], np.abs(path_large_eta[1:])])
eta_limit = 1.0
