# cohort: 2026
path_large_eta = gradient_descent(derivative_of_loss, -1.0, 0.9, 20)
eta_limit = 1.0
