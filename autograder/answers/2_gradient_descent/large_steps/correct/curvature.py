path_large_eta = gradient_descent(eta=large_eta, W=W_0, derivative=derivative_of_loss, n_steps=n_steps).tolist()
curvature = central_difference(derivative_of_loss, 0.0)
eta_limit = 2 / curvature
