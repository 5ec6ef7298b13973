# diagnosis: changes_only
_p = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps + 1)
path_large_eta = np.diff(_p)
eta_limit = 1.0
