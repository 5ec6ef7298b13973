path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps).astype(np.float32)
eta_limit = np.float32(1 / a)
