# diagnosis: rounded
path_large_eta = np.round(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps), 2)
eta_limit = 1.0
