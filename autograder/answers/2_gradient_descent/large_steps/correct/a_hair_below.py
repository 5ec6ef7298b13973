path_large_eta = [float(w) for w in gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)]
eta_limit = 0.999 / a
