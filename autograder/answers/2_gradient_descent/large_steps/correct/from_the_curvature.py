path_large_eta = list(gradient_descent(derivative_of_loss, W_0, large_eta, n_steps))
curvature = derivative_of_loss(1.0) - derivative_of_loss(0.0)
eta_limit = 2 / curvature
