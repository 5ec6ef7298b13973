# cohort: 2026
start_right = -W_0
path_from_right = gradient_descent(derivative=derivative_of_loss, W=start_right, eta=eta, n_steps=n_steps)
