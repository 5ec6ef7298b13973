# diagnosis: first_that_runs_away
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = min(k / 100 for k in range(1, 200) if abs(1 - 2 * a * k / 100) > 1.015)
