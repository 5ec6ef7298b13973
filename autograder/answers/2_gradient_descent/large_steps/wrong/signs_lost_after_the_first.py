# diagnosis: wrong_steps
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
path_large_eta[2:] = np.abs(path_large_eta[2:])
eta_limit = 1 / a
